"""What only the page shows: units and targets in full, the map of both, bars, and where the links lead."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

import numpy as np

from union_audit.audit.result import Reason, Status
from union_audit.frozen import dataclass
from union_audit.intake.facts import Input
from union_audit.plan.goal import Tracked
from union_audit.plan.model import Level, Ratio
from union_audit.reports.figures import Figure, assessed
from union_audit.reports.html.pieces import Bar, Part, Silent, UnitInFull
from union_audit.reports.rows import AssessmentRow, Some, TargetRow, UnitRow
from union_audit.reports.saying import FindingRow
from union_audit.reports.view import View
from union_audit.visible import visible

TOP, GAPS, FINDINGS, OPEN = 200, 50, 50, 5
"""Units shown in full, ranked gaps, findings, and open units of a target, unless `--top` says otherwise. A unit in full has all its
gaps. So a province's page is below 300 KB though every figure is a gap, and that of 200 units at 30 targets below 5 MB."""

_FILES = 300

_FAR, _NEAR = Fraction(1, 2), Fraction(9, 10)
"""Attainments below and from which a gap is coloured as a far and as a near one."""


@dataclass(frozen=True)
class Page:
    """An audit as the page shows it."""

    view: View

    @cached_property
    def findings(self) -> Some[FindingRow]:
        """The findings, errors first."""
        return self.view.findings(top=self._top(FINDINGS))

    @cached_property
    def waived(self) -> Some[AssessmentRow]:
        """The waived gaps, in the plan's and the roster's order."""
        found = self.view.waived()
        return Some(found[: self._top(GAPS)], len(found))

    @cached_property
    def ranked_targets(self) -> tuple[TargetRow, ...]:
        """Every target, worst first."""
        return self.view.targets()

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """Every target, in the plan's order."""
        return tuple(sorted(self.ranked_targets, key=lambda row: row.column))

    @cached_property
    def gaps(self) -> Some[AssessmentRow]:
        """The ranked gaps, worst first."""
        return self.view.gaps(self._top(GAPS))

    @cached_property
    def units(self) -> Some[UnitRow]:
        """The units that are shown in full, worst first."""
        return self.view.ranking(self._top(TOP))

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The names of the places of the units that are shown in full, by the units' codes."""
        index = self.view.audit.facts.roster.index
        return {row.unit.code: _anchor(row.unit.code, index[row.unit.code]) for row in self.units.rows}

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels of the units shown, in the plan's order."""
        units = self.view.audit.facts.roster.units
        present = {units[place].level for place in self.view.units.tolist()}
        return tuple(level for level in self.view.audit.plan.levels if level.id in present)

    @property
    def ranked_units(self) -> int:
        """How many units have a rank, whether they are shown or not."""
        return int(np.count_nonzero(self.view.audit.scores.rank))

    @cached_property
    def in_full(self) -> tuple[UnitInFull, ...]:
        """The units that are shown in full, worst first."""
        return tuple(self._in_full(unit) for unit in self.units.rows)

    @property
    def lines_in_full(self) -> int:
        """How many lines the units have that are shown in full."""
        return sum(len(each.rows) + len(each.silent) for each in self.in_full)

    def bar(self, figure: Figure) -> Bar | None:
        """Return the bar of a figure: its share and goal, or what was attained of it; None where there is no figure."""
        share, goal = figure.bar
        if share is None:
            return None
        if isinstance(figure.goal, Tracked):
            return Bar(_percent(float(share)), None)
        return Bar(_percent(float(share)), "" if goal is None or goal == 1 else _percent(float(goal)))

    def score_bar(self, score: float) -> Bar | None:
        """Return the bar of a score from 0 to 1 (NaN: none)."""
        return None if np.isnan(score) else Bar(_percent(score), "")

    def tint(self, figure: Figure) -> str:
        """Return how a figure is coloured in the map: by its status, a gap also by how far it is from its goal."""
        name = figure.status.name.lower()
        if figure.status is not Status.GAP or figure.attainment is None:
            return name
        return f"{name} far" if figure.attainment < _FAR else f"{name} near" if figure.attainment >= _NEAR else name

    def key(self, value: Fraction | float | None) -> str:
        """Return what a column is sorted by, "" where there is no figure."""
        return "" if value is None or value != value else f"{float(value):.12g}"  # noqa: PLR0124 (only NaN differs from itself)

    def open_units(self, target: TargetRow) -> Some[AssessmentRow]:
        """Return the units with a gap at a target, worst first and waived ones last, then those without data."""
        view, status = self.view, self.view.audit.columns[target.column].measure.status
        gaps, missing = (np.flatnonzero(view.audit.shown & (status == each)) for each in (Status.GAP, Status.NO_DATA))
        rank = view.gap_ranks[target.column, gaps]
        order = np.concatenate([gaps[np.lexsort((rank, rank == 0))], missing])  # a waived gap has no rank
        return Some(tuple(view.assessment(int(unit), target.column) for unit in order[: self._top(OPEN)]), len(order))

    def parts(self, target: TargetRow) -> Iterator[Part]:
        """Yield how a target is measured, a ratio each, with the figures of all units."""
        rollup, words = self.view.audit.rollup, self.view.words
        whole = next(assessed(self.view.audit.plan, (rollup.columns[target.column],), np.array([len(rollup.unit) - 1])))
        for ratio, figure in zip(target.target.parts, whole.parts or (whole.figure,), strict=True):
            yield Part(self._formula(ratio), words.value(figure), words.counts(figure))

    def is_judged(self, target: TargetRow) -> bool:
        """Whether the target can be met or missed: it is not only tracked."""
        return not isinstance(target.figure.goal, Tracked)

    def asked_of(self, target: TargetRow) -> str:
        """Return the levels that a target is for."""
        plan = self.view.audit.plan
        return "; ".join(self.view.say(level.label) for level in plan.levels if level.id in target.target.levels)

    def inputs(self) -> Some[Input]:
        """Return the files that were named or found."""
        inputs = self.view.audit.inputs
        return Some(tuple(inputs[:_FILES]), len(inputs))

    def safe(self, text: str) -> str:
        """Return a text of a submission with nothing hidden in it."""
        return visible(text)

    def _top(self, usual: int) -> int:
        return usual if self.view.options.top is None else self.view.options.top

    def _in_full(self, row: UnitRow) -> UnitInFull:
        unit = self.view.audit.facts.roster.index[row.unit.code]
        cells = tuple(self.view.assessment(unit, column) for column in range(len(self.view.audit.columns)))
        silent: dict[tuple[Status, str], list[AssessmentRow]] = {}
        for cell in filter(_is_silent, cells):
            silent.setdefault((cell.figure.status, cell.phrases.reason), []).append(cell)
        return UnitInFull(
            row,
            cells,
            tuple(cell for cell in cells if not _is_silent(cell)),
            tuple(Silent(status, some[0].phrases, tuple(cell.target.number for cell in some)) for (status, _), some in silent.items()),
        )

    def _formula(self, ratio: Ratio) -> str:
        language = self.view.options.language
        numerator, *others = (self.view.say(self.view.audit.plan.field(field).label) for field in ratio.fields)
        if not others:
            return numerator
        base, *less = others
        if less:
            base = language("({denominator} − {exclusions})", denominator=base, exclusions=" − ".join(less))
        return language("{numerator} / {denominator}", numerator=numerator, denominator=base)


def _anchor(code: str, place: int) -> str:
    """Return a name that stays from month to month where a link can hold the code, else the unit's place in the roster."""
    return f"unit-{code}" if re.fullmatch(r"[A-Za-z0-9_.-]{1,80}", code) else f"nth-unit-{place + 1}"


def _is_silent(cell: AssessmentRow) -> bool:
    return cell.figure.status is Status.NOT_APPLICABLE or cell.figure.reason is Reason.NOT_SUBMITTED


def _percent(share: float) -> str:
    """Return a share as a length of the bar."""
    return f"{min(max(share, 0), 1) * 100:.4g}"
