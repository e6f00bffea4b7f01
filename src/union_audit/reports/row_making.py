"""Makes the rows that every format shows, of an audit's arrays: exact figures, and the words for them."""

from dataclasses import replace
from functools import cached_property

import numpy as np

from union_audit.audit.result import Audit, Reason
from union_audit.frozen import dataclass
from union_audit.intake.facts import Int64
from union_audit.plan.goal import Tracked
from union_audit.plan.model import Kind
from union_audit.plan.roster import Unit
from union_audit.reports.figures import Figure, Figures, is_share
from union_audit.reports.headline import by_status
from union_audit.reports.rows import AssessmentRow, Before, TargetRow, UnitRow
from union_audit.reports.to_do import needs
from union_audit.reports.unit_names import NamesByCode, shown_name
from union_audit.reports.words import Words


@dataclass(frozen=True)
class RowMaker:
    """An audit, and the words that it is told in."""

    audit: Audit
    words: Words

    @cached_property
    def names(self) -> NamesByCode:
        """The names of all units by code, as they are shown."""
        return NamesByCode(self.audit.facts.roster)

    @cached_property
    def gap_ranks(self) -> Int64:
        """The rank of each gap, 0 where there is none: int64, shape (columns, units)."""
        gaps = self.audit.gaps.ranked
        ranks = np.zeros((len(self.audit.columns), len(self.audit.shown)), dtype=np.int64)
        ranks[gaps.column, gaps.unit] = gaps.rank
        return ranks

    def level(self, unit: Unit) -> str:
        """Return the label of a unit's level, "" where it is not known."""
        return self.words.say(self.audit.plan.level(unit.level).label) if unit.level else ""

    def assessment(self, unit: int, column: int, rank: int) -> AssessmentRow:
        """Return the row of one unit (its index) at one target (the index of its column). `rank`: that of its gap, 0 for none."""
        about, who = self.audit.columns[column], self.audit.facts.roster.units[unit]
        figure, (label, owner) = self._figures[column][unit], self._said[column]
        return AssessmentRow(
            rank=rank,
            place=(unit, column),
            unit=who,
            unit_name=shown_name(who),
            level=self.level(who),
            target=about.target,
            label=label,
            owner=owner,
            figure=figure,
            phrases=self.words.phrases(figure, about.due, self.audit.as_of, submitted=bool(self.audit.facts.submitted[unit])),
            before=self._before(figure, column, unit, is_share=is_share(about.target)),
        )

    def target(self, column: int, rank: int) -> TargetRow:
        """Return the row of one target over all units."""
        rollup = self.audit.rollup
        about = rollup.columns[column]
        figure = Figures(self.audit.plan, about)[len(rollup.unit) - 1]
        expected, reported, by_percentage, met, gaps, no_data = (
            int(counts[column, -1])
            for counts in (rollup.expected, rollup.reported, rollup.by_share, rollup.met, rollup.gap, rollup.no_data)
        )
        phrases = self.words.phrases(figure, about.due, self.audit.as_of)
        of_units = is_share(about.target) or figure.field.kind is Kind.YES_NO
        if figure.reason is Reason.PARTIAL:
            phrases = replace(phrases, reason=self.words.so_far(reported, expected, by_percentage))
        return TargetRow(
            rank=rank,
            column=column,
            target=about.target,
            label=self.words.say(about.target.label),
            owner=self.words.say(about.target.owner),
            figure=figure,
            phrases=phrases,
            expected=expected,
            reported=reported,
            by_percentage=by_percentage,
            met=met,
            gaps=gaps,
            no_data=no_data,
            met_by="" if isinstance(about.goal, Tracked) else self._of(met, met + gaps + no_data),
            needs=needs(figure, gaps, self.words.language),
            before=self._before(figure, column, is_share=of_units),
        )

    def unit(self, unit: int) -> UnitRow:
        """Return the row of one unit in the ranking."""
        scores, who = self.audit.scores, self.audit.facts.roster.units[unit]
        score, coverage = float(scores.score[unit]), float(scores.coverage[unit])
        return UnitRow(
            rank=int(scores.rank[unit]),
            rank_in_level=int(scores.rank_in_level[unit]),
            unit=who,
            name=shown_name(who),
            level=self.level(who),
            reported=bool(self.audit.reported[unit]),
            remark=self._remark(unit),
            score=score,
            score_text=self.words.score(score),
            coverage=coverage,
            coverage_text=self.words.score(coverage),
            counts=by_status(scores.counts[unit]),
        )

    @cached_property
    def _said(self) -> tuple[tuple[str, str], ...]:
        """Each target's label, and who is in charge of it."""
        targets = [column.target for column in self.audit.columns]
        return tuple((self.words.say(target.label), self.words.say(target.owner)) for target in targets)

    @cached_property
    def _figures(self) -> tuple[Figures, ...]:
        return tuple(Figures(self.audit.plan, column) for column in self.audit.columns)

    def _before(self, figure: Figure, column: int, unit: int | None = None, *, is_share: bool) -> Before | None:
        said = self.audit.change.said(column, unit) if self.audit.change else None
        return Before(*said, self.words.earlier_value(said[1], figure, is_share=is_share), is_share) if said else None

    def _remark(self, unit: int) -> str:
        language = self.words.language
        if self.audit.late[unit]:
            return language("late: {day}", day=self.audit.submitted_on[self.audit.facts.roster.units[unit].code])
        return "" if self.audit.reported[unit] else language("did not report")

    def _of(self, some: int, whole: int) -> str:
        number = self.words.language.number
        return f"{number(some)}/{number(whole)}" if whole else ""
