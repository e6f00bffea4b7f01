"""What every format shows of an audit, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from union_audit.audit.result import Audit, Reason, Status
from union_audit.findings import CODES, Severity
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.goal import Tracked
from union_audit.plan.model import Kind
from union_audit.plan.model import Words as Labels
from union_audit.plan.roster import Unit
from union_audit.reports.changes import changes, moved, places
from union_audit.reports.figures import Assessment, Figure, Figures, assessed, is_share
from union_audit.reports.headline import by_status, headline
from union_audit.reports.method import method
from union_audit.reports.not_audited import no_data
from union_audit.reports.options import Options
from union_audit.reports.rows import AssessmentRow, Before, Changes, Headline, Movement, NoDataRow, Some, TargetRow, UnitRow
from union_audit.reports.saying import FindingRow, say_finding
from union_audit.reports.vocabulary import NOTHING_CHECKED
from union_audit.reports.words import Words
from union_audit.visible import brief, visible

WORST = 3
"""Targets that the first page says the needs of."""


@dataclass(frozen=True)
class View:
    """An audit as reports show it. Units are those that were judged and that `--unit` and `--level` leave."""

    audit: Audit
    options: Options

    @cached_property
    def words(self) -> Words:
        """The phrases of the report's language."""
        return Words(self.options.language)

    @cached_property
    def units(self) -> Int64:
        """Indexes of the units shown, in the roster's order."""
        return np.flatnonzero(self.audit.shown).astype(np.int64)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of all units by code, as they are shown."""
        return {unit.code: brief(unit.name or unit.code) for unit in self.audit.facts.roster.units}

    @cached_property
    def gap_ranks(self) -> Int64:
        """The rank of each gap, 0 where there is none: int64, shape (columns, units)."""
        gaps = self.audit.gaps
        ranks = np.zeros((len(self.audit.columns), len(self.audit.shown)), dtype=np.int64)
        ranks[gaps.column, gaps.unit] = gaps.rank
        return ranks

    @cached_property
    def headline(self) -> Headline:
        """The answer first."""
        return headline(self.audit, self.words, self.changes.sentence if self.changes else "", redacted=self.options.redact)

    def targets(self) -> tuple[TargetRow, ...]:
        """Every target over all units, worst first."""
        order = zip(self.audit.target_order.tolist(), self.audit.target_rank.tolist(), strict=True)
        return tuple(self._target(column, rank) for column, rank in order)

    def worst_targets(self, most: int = WORST) -> tuple[TargetRow, ...]:
        """The worst of the targets that have a gap over all units: what the first page says they need."""
        return tuple(row for row in self.targets() if row.needs)[:most]

    def gaps(self, top: int | None = None) -> Some[AssessmentRow]:
        """The ranked gaps of the units shown, worst first; waived ones are not among them."""
        places = self.gap_places
        return Some(tuple(self.assessment(unit, column) for unit, column in places[:top].tolist()), len(places))

    @cached_property
    def no_gap(self) -> str:
        """What is said where no ranked gaps are: that there are none is only said where something was checked."""
        language = self.options.language
        if not self.audit.evaluated:
            return language(NOTHING_CHECKED)
        return language("No gap was found but those that are waived.") if self.headline.waived else language("No gap was found.")

    @cached_property
    def gap_places(self) -> Int64:
        """Where the ranked gaps of the units shown are, worst first: int64, rows of (unit, column)."""
        gaps = self.audit.gaps
        return np.stack([gaps.unit, gaps.column], axis=1)[self.audit.shown[gaps.unit]]

    def waived(self) -> tuple[AssessmentRow, ...]:
        """The waived gaps of the units shown, in the plan's and the roster's order."""
        return tuple(
            self.assessment(int(unit), place)
            for place, column in enumerate(self.audit.columns)
            for unit in np.flatnonzero(self.audit.shown & column.waived)
        )

    def assessments(self) -> Iterator[Assessment]:
        """Every unit shown at every target, in the roster's and then the plan's order: exact figures, no words."""
        return assessed(self.audit.plan, self.audit.columns, self.units)

    def ranking(self, top: int | None = None) -> Some[UnitRow]:
        """The units shown, worst first; those that no target applies to come last."""
        rank = self.audit.scores.rank[self.units]
        order = np.lexsort((self.units, np.where(rank > 0, rank, np.iinfo(np.int64).max)))
        return Some(tuple(self._unit(int(unit)) for unit in self.units[order[:top]]), len(order))

    def no_data(self) -> tuple[NoDataRow, ...]:
        """What could not be audited, by reason."""
        return no_data(self.audit, self.words)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed since the period that is compared with; None where none is."""
        return changes(self.audit.change.label, self._moved, self.words) if self.audit.change else None

    def changed(self, movement: Movement, top: int | None = None) -> Some[AssessmentRow]:
        """The gaps that moved so, by their rank; those that are closed or waived have none, and stand in the roster's order."""
        found = places(self._moved[movement], self.gap_ranks) if self.audit.change else np.zeros((0, 2), np.int64)
        return Some(tuple(self.assessment(unit, column) for unit, column in found[:top].tolist()), len(found))

    def findings(self, *severities: Severity, top: int | None = None) -> Some[FindingRow]:
        """The findings on files and on the units shown, in the audit's order: errors first."""
        wanted = severities or tuple(Severity)
        found = [finding for finding in self.audit.findings if CODES[finding.code].severity in wanted and self.audit.shows(finding)]
        rows = (say_finding(finding, self.audit.plan, self.names, self.words) for finding in islice(found, top))
        return Some(tuple(rows), len(found))

    def method(self) -> tuple[str, ...]:
        """How it was computed, one sentence each."""
        return method(self.options.language)

    def assessment(self, unit: int, column: int) -> AssessmentRow:
        """Return the row of one unit (its index) at one target (the index of its column)."""
        about, who = self.audit.columns[column], self.audit.facts.roster.units[unit]
        figure, change = self._figures[column][unit], self.audit.change
        return AssessmentRow(
            rank=int(self.gap_ranks[column, unit]),
            place=(unit, column),
            unit=who,
            unit_name=self.names[who.code],
            level=self.level(who),
            target=about.target,
            label=self.say(about.target.label),
            owner=self.say(about.target.owner),
            figure=figure,
            phrases=self.words.phrases(figure, about.due, self.audit.as_of, submitted=bool(self.audit.facts.submitted[unit])),
            before=self._before(figure, change.status[column, unit], change.value[column, unit], is_share=is_share(about.target))
            if change
            else None,
        )

    def say(self, labels: Labels) -> str:
        """Return words of the plan in the report's language."""
        return visible(self.options.language.pick(labels))

    def level(self, unit: Unit) -> str:
        """Return the label of a unit's level, "" where it is not known."""
        return self.say(self.audit.plan.level(unit.level).label) if unit.level else ""

    @cached_property
    def _moved(self) -> dict[Movement, Bool]:
        return moved(self.audit, self.audit.change) if self.audit.change else {}

    @cached_property
    def _figures(self) -> tuple[Figures, ...]:
        return tuple(Figures(self.audit.plan, column) for column in self.audit.columns)

    def _target(self, column: int, rank: int) -> TargetRow:
        rollup, change = self.audit.rollup, self.audit.change
        about = rollup.columns[column]
        figure = Figures(self.audit.plan, about)[len(rollup.unit) - 1]
        expected, reported, met, gaps, no_data = (
            int(counts[column, -1]) for counts in (rollup.expected, rollup.reported, rollup.met, rollup.gap, rollup.no_data)
        )
        phrases = self.words.phrases(figure, about.due, self.audit.as_of)
        of_units = is_share(about.target) or figure.field.kind is Kind.YES_NO
        if figure.reason is Reason.PARTIAL:
            of = self.options.language("{reported} of {expected} units so far", reported=reported, expected=expected)
            phrases = replace(phrases, reason=of)
        return TargetRow(
            rank=rank,
            column=column,
            target=about.target,
            label=self.say(about.target.label),
            owner=self.say(about.target.owner),
            figure=figure,
            phrases=phrases,
            expected=expected,
            reported=reported,
            met=met,
            gaps=gaps,
            no_data=no_data,
            met_by="" if isinstance(about.goal, Tracked) else self._of(met, met + gaps + no_data),
            needs=self.words.needs(figure, gaps),
            before=self._before(figure, change.total_status[column], change.total_value[column], is_share=of_units) if change else None,
        )

    def _before(self, figure: Figure, status: int, value: float, *, is_share: bool) -> Before | None:
        if status < 0:
            return None
        return Before(Status(int(status)), float(value), self.words.earlier_value(float(value), figure, is_share=is_share))

    def _of(self, some: int, whole: int) -> str:
        number = self.options.language.number
        return f"{number(some)}/{number(whole)}" if whole else ""

    def _unit(self, unit: int) -> UnitRow:
        scores, who = self.audit.scores, self.audit.facts.roster.units[unit]
        score, coverage = float(scores.score[unit]), float(scores.coverage[unit])
        return UnitRow(
            rank=int(scores.rank[unit]),
            rank_in_level=int(scores.rank_in_level[unit]),
            unit=who,
            name=self.names[who.code],
            level=self.level(who),
            reported=bool(self.audit.reported[unit]),
            score=score,
            score_text=self.words.score(score),
            coverage=coverage,
            coverage_text=self.words.score(coverage),
            counts=by_status(scores.counts[unit]),
        )
