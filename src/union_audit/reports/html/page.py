"""What only the page shows: bars, every unit at every target, how a target is measured, and who has something to do there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from union_audit.audit.result import Status
from union_audit.intake.facts import Input
from union_audit.plan.goal import Tracked
from union_audit.plan.model import Ratio
from union_audit.reports.figures import Figure, assessed
from union_audit.reports.rows import AssessmentRow, Some, TargetRow, UnitRow
from union_audit.reports.view import View
from union_audit.visible import visible

TOP = 100
"""Rows of a ranking, unless `--top` says otherwise."""

_FILES = 300


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from 0 to 100: how far it is filled, and where the goal stands (None: at its end)."""

    fill: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One ratio of a target over all units: what is counted, in words, and what it shows."""

    formula: str
    value: str
    counts: str


@dataclass(frozen=True)
class Page:
    """An audit as the page shows it."""

    view: View
    worst: int = 3

    @cached_property
    def top(self) -> int:
        """How many rows of a ranking are shown."""
        return TOP if self.view.options.top is None else self.view.options.top

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """Every target, in the plan's order."""
        return tuple(sorted(self.view.targets(), key=lambda row: row.column))

    def bar(self, figure: Figure) -> Bar | None:
        """Return the bar of a figure: its share and goal, or what was attained of it; None where there is no figure."""
        share, goal = figure.bar
        return None if share is None else Bar(_percent(float(share)), None if goal is None else _percent(float(goal)))

    def score_bar(self, score: float) -> Bar | None:
        """Return the bar of a score from 0 to 1 (NaN: none)."""
        return None if np.isnan(score) else Bar(_percent(score), None)

    def cells(self, row: UnitRow) -> Iterator[AssessmentRow]:
        """Yield a unit at every target, in the plan's order."""
        unit = self.view.audit.facts.roster.index[row.unit.code]
        return (self.view.assessment(unit, column) for column in range(len(self.view.audit.columns)))

    def open_units(self, target: TargetRow) -> Some[AssessmentRow]:
        """Return the units with a gap at a target, worst first and waived ones last, then those without data."""
        view, status = self.view, self.view.audit.columns[target.column].measure.status
        gaps, missing = (np.flatnonzero(view.audit.shown & (status == each)) for each in (Status.GAP, Status.NO_DATA))
        rank = view.gap_ranks[target.column, gaps]
        order = np.concatenate([gaps[np.lexsort((rank, rank == 0))], missing])  # a waived gap has no rank
        return Some(tuple(view.assessment(int(unit), target.column) for unit in order[: self.top]), len(order))

    def parts(self, target: TargetRow) -> Iterator[Part]:
        """Yield how a target is measured, a ratio each, with the figures of all units."""
        rollup, words = self.view.audit.rollup, self.view.words
        whole = next(assessed(self.view.audit.plan, (rollup.columns[target.column],), np.array([len(rollup.unit) - 1])))
        for ratio, figure in zip(target.target.parts, whole.parts or (whole.figure,), strict=True):
            yield Part(self._formula(ratio), words.value(figure), words.counts(figure))

    def is_judged(self, target: TargetRow) -> bool:
        """Whether the target can be met or missed: it is not only tracked."""
        return not isinstance(target.figure.goal, Tracked)

    def levels(self, target: TargetRow) -> str:
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

    def _formula(self, ratio: Ratio) -> str:
        language = self.view.options.language
        numerator, *others = (self.view.say(self.view.audit.plan.field(field).label) for field in ratio.fields)
        if not others:
            return numerator
        base, *less = others
        if less:
            base = language("({denominator} − {exclusions})", denominator=base, exclusions=" − ".join(less))
        return language("{numerator} / {denominator}", numerator=numerator, denominator=base)


def _percent(share: float) -> str:
    """Return a share as a length of the bar."""
    return f"{min(max(share, 0), 1) * 100:.4g}"
