"""The figures of many units at one target as columns of numbers: what `Figure` says of one, said of all at once."""

from fractions import Fraction

import numpy as np

from union_audit.audit.exact import Counts, Float64, divided, widened
from union_audit.audit.measure import to_go_new
from union_audit.audit.result import NONE, Column
from union_audit.frozen import dataclass
from union_audit.intake.facts import WHOLE, Bool, Int8, Int64
from union_audit.plan.goal import CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import Kind, Plan


@dataclass(frozen=True, slots=True)
class Columns:
    """The figures of some rows at one target, or at one of its ratios. All arrays have shape (rows,); `NONE` stands where there is nothing.

    `is_share`: where `value`, `required` and `gap` are shares; elsewhere they are whole numbers, those of `numerator`,
    `required_count` and `to_go`. `goal`: the share (or the yes) that is required of all, None where it is `required_count` of each.
    The other names are those of `Figure`.
    """

    status: Int8
    reason: Int8
    numerator: Counts
    denominator: Counts
    required_count: Counts
    to_go: Counts
    to_go_new: Counts
    by_percentage: Bool
    is_share: Bool
    goal: Fraction | None
    value: Float64
    required: Float64
    gap: Float64
    attainment: Float64


def columns_of(plan: Plan, column: Column, rows: Int64, part: int | None = None) -> Columns:
    """Return the figures of some rows. `part`: one of the target's ratios, else the one that decides each row."""
    measure = column.measure if part is None else column.parts[part]
    numerator, denominator, required, to_go, attained, attainable, share = (each[rows] for each in measure.counts)
    by_percentage, has_whole = share != NONE, denominator != NONE
    is_share = by_percentage | (has_whole & (not isinstance(column.goal, CountGoal)))
    goal = column.goal.threshold if isinstance(column.goal, RatioGoal) else Fraction(1) if isinstance(column.goal, YesGoal) else None
    yes_no = np.array([plan.field(ratio.numerator).kind is Kind.YES_NO for ratio in column.target.parts])
    is_yes_no = yes_no[np.maximum(column.part[rows], 0) if part is None else np.full(len(rows), part)] & ~has_whole
    value = np.where(is_share, _share(numerator, denominator), numerator.astype(np.float64))
    gap = np.where(is_share & (to_go != 0), _share(to_go, denominator), np.where(is_yes_no, NONE, to_go.astype(np.float64)))
    if by_percentage.any():
        value = np.where(by_percentage, share / WHOLE, value)
        gap = np.where(by_percentage, _lacking(column.goal, share), gap)
    return Columns(
        measure.status[rows],
        measure.reason[rows],
        numerator,
        denominator,
        required,
        to_go,
        to_go_new(column.goal, measure, rows),
        by_percentage,
        is_share,
        goal,
        value,
        required.astype(np.float64) if goal is None else np.full(len(rows), float(goal)),
        gap,
        _share(attained, attainable),
    )


def _lacking(goal: Goal, share: Counts) -> Float64 | int:
    """Return what percentages lack of the least that meets the goal, as shares."""
    if isinstance(goal, Tracked):
        return NONE
    share_, whole = widened(goal.factor, share, np.full(len(share), WHOLE))
    return divided(goal.to_go(share_, goal.required(whole)), whole)


def _share(some: Counts, of: Counts) -> Float64:
    """Return the nearest float to each quotient, `NONE` where there are no two counts to divide."""
    known = (some != NONE) & (of != NONE) & (of != 0)
    return np.where(known, divided(some, np.where(known, of, 1)), NONE)
