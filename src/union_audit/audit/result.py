"""The audit as one value: everything that a report may show. All arrays are documented here, their shape, dtype and unit.

Rows are either units (axis 0 of `Facts`) or the branches of the roll-up; a target is a column of its own.
Counts are int64, or dtype object (Python ints) where a sum or product could pass 2**63. `NONE` (-1) stands for "no figure".
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import IntEnum

import numpy as np

from union_audit.audit.exact import Counts, Float64
from union_audit.audit.gaps import Gaps
from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.intake.facts import WHOLE, Bool, Facts, Input, Int8, Int16, Int64
from union_audit.plan.goal import Goal
from union_audit.plan.model import Plan, Target
from union_audit.plan.period import Period
from union_audit.plan.waivers import Waiver

NONE = -1


class Status(IntEnum):
    """What an assessment says; the JSON name is the member's name in lower case."""

    MET = 0
    GAP = 1
    NO_DATA = 2
    NOT_APPLICABLE = 3
    TRACKED = 4


class Reason(IntEnum):
    """Why there is no figure, or why the target does not apply; the JSON name is the member's name in lower case."""

    NONE = 0
    NOT_SUBMITTED = 1
    BLANK = 2
    UNREADABLE = 3
    INCONSISTENT = 4
    INCOMPLETE_PERIOD = 5
    PARTIAL = 6
    ZERO_DENOMINATOR = 7
    LEVEL = 8
    CLOSED = 9


@dataclass(frozen=True, slots=True)
class Measure:
    """One ratio (or count, or yes/no) assessed over the rows. All arrays have shape (rows,).

    `status`, `reason` int8. `numerator`, `denominator` counts (after exclusions; `NONE` where there is none).
    `required`: the smallest numerator that meets the goal for the denominator (upper bounds: the largest allowed).
    `to_go`: numerators missing (upper bounds: the excess; yes/no: 1); 0 when met, `NONE` without figures or without a goal.
    `share` int64: a percentage in place of the counts, in parts of `intake.facts.WHOLE`, `NONE` where there is none: such a row has no
    `numerator`, `denominator`, `required` or `to_go`.
    `of_the_month` bool: whether the figures are sums of what happened, which new ones add to.
    `attained`, `attainable`: attainment is the fraction attained/attainable (both `NONE` where there is none), 1/1 only when met.
    """

    status: Int8
    reason: Int8
    numerator: Counts
    denominator: Counts
    required: Counts
    to_go: Counts
    attained: Counts
    attainable: Counts
    share: Int64
    of_the_month: Bool

    @property
    def counts(self) -> tuple[Counts, ...]:
        """All columns of counts, in the order of a figure in the reports."""
        return self.numerator, self.denominator, self.required, self.to_go, self.attained, self.attainable, self.share

    @property
    def value(self) -> Float64:
        """The share (or the count, or 1 and 0 for yes and no) as a float to show, NaN where there is none."""
        return np.where(self.share != NONE, self.share / WHOLE, quotient(self.numerator, self.denominator))


def quotient(numerator: Counts, denominator: Counts) -> Float64:
    """Return the shares that counts make, the counts themselves where they have no denominator, NaN where there is nothing to divide."""
    base = np.where(denominator == NONE, 1, denominator)
    known = (numerator != NONE) & (base > 0)
    return np.where(known, (numerator / np.where(known, base, 1)).astype(np.float64), np.nan)


@dataclass(frozen=True, slots=True)
class Column:
    """One target over the rows. `measure`: its own figures, those of the part that decides, whose index is `part` (int8).

    `applies` bool: counts for the score (level matches, the unit exists, not tracked, denominator not zero).
    `waived` bool: a gap that a waiver covers. `goal`, `due`: what is required at the period's end, and the date of that.
    """

    target: Target
    goal: Goal
    due: date | None
    measure: Measure
    parts: tuple[Measure, ...]
    part: Int8
    applies: Bool
    waived: Bool


@dataclass(frozen=True, slots=True)
class Scores:
    """One figure a row, shape (rows,). `score` and `coverage` float64, NaN where no target applies; `counts` int16 (rows, 5) by `Status`.

    `rank` and `rank_in_level` int64, from 1 (the worst), 0 for a row that is not ranked; compared as exact fractions.
    """

    score: Float64
    coverage: Float64
    counts: Int16
    rank: Int64
    rank_in_level: Int64


@dataclass(frozen=True, slots=True)
class RollUp:
    """The figures of whole branches. Rows: `unit` (index of the branch's top), the last row is everything (-1: the province).

    `expected`: how many units had to submit and are asked for the target; `reported`, `met`, `gap`, `no_data`: how many of these
    gave all its counts, and how they stand; `by_share`: how many gave the rest of them as percentages, which no sum holds.
    int64 of shape (columns, rows).
    """

    unit: Int64
    columns: tuple[Column, ...]
    expected: Int64
    reported: Int64
    by_share: Int64
    met: Int64
    gap: Int64
    no_data: Int64
    scores: Scores


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in the period compared with. Statuses are -1, values NaN, where there was nothing.

    `status`, `value`: of each assessment, shapes (columns, units). `total_status`, `total_value`: of the targets over all units,
    shapes (columns,).
    """

    label: str
    status: Int8
    value: Float64
    total_status: Int8
    total_value: Float64

    def said(self, column: int, unit: int | None = None) -> tuple[Status, float] | None:
        """Return what was said of a target at one unit (None: over all); None where nothing was."""
        status, value = (self.total_status, self.total_value) if unit is None else (self.status[:, unit], self.value[:, unit])
        return None if status[column] < 0 else (Status(int(status[column])), float(value[column]))


@dataclass(frozen=True, slots=True)
class Audit:
    """One period, audited.

    `judged` bool (units): audited at all; `expected`: had to submit; `late`: submitted after the day that it was due. Their axis is
    `facts.roster.units`.
    `columns`: one a target that was asked for, in the plan's order. `target_order`: indexes of `columns`, worst first;
    `target_rank`: their ranks, in that order.
    `submitted_on`: the day of each unit's first submission for the period, by its code.
    `shown` bool (units): what `--unit` and `--level` leave of those judged; ranks and roll-ups are always those of the whole.
    """

    plan: Plan
    period: Period | None
    as_of: date
    facts: Facts
    judged: Bool
    expected: Bool
    late: Bool
    shown: Bool
    columns: tuple[Column, ...]
    scores: Scores
    gaps: Gaps
    target_order: Int64
    target_rank: Int64
    rollup: RollUp
    findings: Sequence[Finding]
    inputs: Sequence[Input]
    waivers: Sequence[Waiver] = ()
    change: Change | None = None
    submitted_on: Mapping[str, date] = field(default_factory=dict)

    @property
    def reported(self) -> Bool:
        """Which units submitted figures of the period: bool, shape (units,)."""
        return self.facts.submitted

    @property
    def has_roster(self) -> bool:
        """Whether a roster said which units there are; else the submissions did."""
        return self.facts.roster.path is not None

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is about what is shown: a unit that is, or none that is known."""
        place = self.facts.roster.index.get(finding.unit) if finding.unit else None
        return place is None or bool(self.shown[place])

    @property
    def evaluated(self) -> bool:
        """Whether any figure shown was held against a target: one of zero things counts, one that was not asked for does not."""
        for column in self.columns:
            status, reason = column.measure.status[self.shown], column.measure.reason[self.shown]
            if np.any(np.isin(status, (Status.MET, Status.GAP, Status.TRACKED)) | (reason == Reason.ZERO_DENOMINATOR)):
                return True
        return False
