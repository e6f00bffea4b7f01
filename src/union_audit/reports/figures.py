"""The exact figures of one assessment as a value: whole numbers and fractions, computed in one place for every format."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from union_audit.audit.exact import Counts
from union_audit.audit.result import NONE, Column, Reason, Status
from union_audit.frozen import dataclass
from union_audit.intake.facts import WHOLE, Int64
from union_audit.plan.goal import CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import Field, Kind, OverPeriods, Plan, Target


class DueState(StrEnum):
    """Whether the day by which a gap is to be closed has passed at the audit's date."""

    NOT_YET_DUE = "not_yet_due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Figure:
    """What one unit (or a whole branch) shows at one ratio of a target; None wherever there is no figure.

    `field` is what the numerator counts. `required_count`, `to_go` are numerators, as in `audit.result.Measure`.
    `of_the_month`: whether the figures are sums of what happened, which new ones add to.
    `share`: a percentage that was given without its counts, in parts of `intake.facts.WHOLE`.
    """

    goal: Goal
    field: Field
    status: Status
    reason: Reason
    waived: bool
    of_the_month: bool
    numerator: int | None
    denominator: int | None
    required_count: int | None
    to_go: int | None
    attained: int | None
    attainable: int | None
    share: int | None = None

    @property
    def is_yes_no(self) -> bool:
        """Whether it is one unit's yes or no (over several units it is a share: those that said yes)."""
        return self.field.kind is Kind.YES_NO and self.denominator is None

    @property
    def is_share(self) -> bool:
        """Whether it is shown as a percentage."""
        return self.share is not None or (self.denominator is not None and not isinstance(self.goal, CountGoal))

    @property
    def is_upper(self) -> bool:
        """Whether the goal is an upper bound, so that `to_go` is the excess."""
        return not isinstance(self.goal, Tracked) and self.goal.is_upper

    @property
    def is_summed(self) -> bool:
        """Whether the numerator counts what happened in the period: that is past, and can no longer be made good."""
        return self.field.over_periods is OverPeriods.SUM

    @property
    def value(self) -> Fraction | None:
        """The share of the denominator; a count, or 1 and 0 for yes and no, where there is none."""
        if self.share is not None:
            return Fraction(self.share, WHOLE)
        if self.numerator is None or not self.is_share:
            return None if self.numerator is None else Fraction(self.numerator)
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def required(self) -> Fraction | None:
        """What `value` is held against: the goal's share, or the count that it asks for; None where it is only tracked."""
        if isinstance(self.goal, RatioGoal):
            return self.goal.threshold
        if isinstance(self.goal, YesGoal):
            return Fraction(1)
        return None if self.required_count is None else Fraction(self.required_count)

    @property
    def gap(self) -> Fraction | None:
        """`to_go` as a share of the denominator, or as a count where there is none; None for one unit's yes or no.

        Of a percentage without counts: what is missing of the least that meets the goal.
        """
        if self.share is not None:
            return None if isinstance(self.goal, Tracked) else Fraction(self.goal.to_go(self.share, self.goal.required(WHOLE)), WHOLE)
        if self.to_go is None or self.is_yes_no:
            return None
        if not self.is_share or not self.to_go:
            return Fraction(self.to_go)
        return Fraction(self.to_go, self.denominator) if self.denominator else None

    @property
    def to_go_new(self) -> int | None:
        """How many new ones in a row, all good, would close the gap; None where there is none, or no number of them would."""
        if not self.to_go or not self.of_the_month or not isinstance(self.goal, RatioGoal) or not self.goal.takes_new_ones:
            return None
        return int(self.goal.to_go_new(self.numerator, self.denominator))

    @property
    def attainment(self) -> Fraction | None:
        """How much of what is required was reached, from 0 to 1."""
        return Fraction(self.attained, self.attainable) if self.attained is not None and self.attainable else None

    @property
    def bar(self) -> tuple[Fraction | None, Fraction | None]:
        """How far a bar is filled (None: there is none), and where the goal stands on it (None: at its end)."""
        return (self.value, self.required) if self.is_share else (self.attainment, None)

    def due_state(self, due: date | None, as_of: date) -> DueState | None:
        """Return how a gap stands to its date; None where there is no gap or no date."""
        return due_state(self.status, due, as_of)


_STATUSES, _REASONS = {each.value: each for each in Status}, {each.value: each for each in Reason}
"""Found in a table, since millions are looked up."""


def due_state(status: Status, due: date | None, as_of: date) -> DueState | None:
    """Return how a gap stands to its date; None where there is no gap or no date."""
    if due is None or status is not Status.GAP:
        return None
    return DueState.OVERDUE if due < as_of else DueState.NOT_YET_DUE


def is_share(target: Target) -> bool:
    """Whether one unit's figure at a target is shown as a percentage, also where there is none."""
    return target.parts[0].denominator is not None and not isinstance(target.goal, CountGoal)


class Figures:
    """The figures of one column's rows. `part`: one of its ratios, else the one that decides each row."""

    def __init__(self, plan: Plan, column: Column, part: int | None = None) -> None:
        """Look up the fields that are counted, once a column."""
        self._column = column
        self._part = part
        self._measure = column.measure if part is None else column.parts[part]
        self._fields = tuple(plan.field(ratio.numerator) for ratio in column.target.parts)

    def __getitem__(self, row: int) -> Figure:
        """Return the figure of one row."""
        measure, column = self._measure, self._column
        part = column.part.item(row) if self._part is None else self._part
        counts = (None if (count := each.item(row)) == NONE else count for each in measure.counts)
        status, reason = _STATUSES[measure.status.item(row)], _REASONS[measure.reason.item(row)]
        field, waived, of_the_month = self._fields[max(part, 0)], column.waived.item(row), measure.of_the_month.item(row)
        return Figure(column.goal, field, status, reason, waived, of_the_month, *counts)

    def take(self, rows: Int64) -> Iterator[Figure]:
        """Yield the figures of those rows, in their order."""
        measure, column = self._measure, self._column
        decides = column.part[rows].tolist() if self._part is None else [self._part] * len(rows)
        for part, status, reason, waived, of_the_month, *counts in zip(
            decides,
            measure.status[rows].tolist(),
            measure.reason[rows].tolist(),
            column.waived[rows].tolist(),
            measure.of_the_month[rows].tolist(),
            *(_known(counts, rows) for counts in measure.counts),
            strict=True,
        ):
            field = self._fields[max(part, 0)]
            yield Figure(column.goal, field, _STATUSES[status], _REASONS[reason], waived, of_the_month, *counts)


@dataclass(frozen=True, slots=True)
class Assessment:
    """One unit at one target, by their indexes: its own figure, and one a part where the target has several."""

    unit: int
    column: int
    figure: Figure
    parts: tuple[Figure, ...]


_BLOCK = 2048
"""Rows turned into Python numbers at a time, so that a nation's figures are never all in memory as objects."""


def assessed(plan: Plan, columns: Sequence[Column], rows: Int64) -> Iterator[Assessment]:
    """Yield those rows at every column: row by row, each in the columns' order."""
    wholes = [Figures(plan, column) for column in columns]
    parts = [[Figures(plan, column, part) for part in range(len(column.parts))] if len(column.parts) > 1 else [] for column in columns]
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        of_wholes = [list(figures.take(block)) for figures in wholes]
        of_parts = [list(zip(*(figures.take(block) for figures in several), strict=True)) for several in parts]
        for place, row in enumerate(block.tolist()):
            for column, figures in enumerate(of_wholes):
                yield Assessment(row, column, figures[place], of_parts[column][place] if of_parts[column] else ())


def _known(counts: Counts, rows: Int64) -> list[int | None]:
    return [None if count == NONE else count for count in counts[rows].tolist()]
