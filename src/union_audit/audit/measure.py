"""Figures held against a goal: one measure."""

import numpy as np

from union_audit.audit.exact import widened
from union_audit.audit.figures import Figures
from union_audit.audit.result import NONE, Counts, Measure, Reason, Status
from union_audit.intake.facts import Bool, Int8
from union_audit.plan.goal import Bound, Goal, RatioGoal, Tracked
from union_audit.plan.model import OnZero


def measure(goal: Goal, figures: Figures, on_zero: OnZero) -> Measure:
    """Assess one ratio. A count of what happened in the month says how many new ones would close its gap.

    A sum over some of the units (`PARTIAL`) that is below the goal is a gap; one that is not is not sure yet: no data.
    """
    nothing = np.full(len(figures.reason), NONE, np.int64)
    shown = nothing if figures.shown is None else np.where(figures.known, figures.shown, NONE)
    counts = (np.where(figures.known, figures.numerator, NONE), shown)
    if isinstance(goal, Tracked):
        status, reason = _status(figures, np.zeros(len(nothing), np.bool_), Status.TRACKED, Status.NOT_APPLICABLE)
        return Measure(status, reason, *counts, *[nothing] * 5)
    numerator, base = widened(goal.factor, figures.numerator, figures.base)
    judged = figures.known & np.isin(figures.reason, (Reason.NONE, Reason.PARTIAL)) & (figures.base != 0)
    gap = judged & (goal.to_go(numerator, base) > 0)
    status, reason = _status(figures, gap, Status.MET, Status.MET if on_zero is OnZero.MET else Status.NOT_APPLICABLE)
    required, to_go, attained, attainable = _against(goal, numerator, base, judged, status)
    to_go_new = _new_in_a_row(goal, numerator, base, gap) if figures.of_the_month else nothing
    return Measure(status, reason, *counts, required, to_go, to_go_new, attained, attainable)


def _status(figures: Figures, gap: Bool, reached: Status, at_zero: Status) -> tuple[Int8, Int8]:
    """Return status and reason of each row: `reached` where the figures are sure and no gap, `at_zero` where there is nothing to count."""
    sure = figures.reason == Reason.NONE
    zero = sure & (figures.base == 0)
    outside = np.isin(figures.reason, (Reason.LEVEL, Reason.CLOSED))
    status = np.select([outside, zero, gap, sure], [Status.NOT_APPLICABLE, at_zero, Status.GAP, reached], Status.NO_DATA)
    reason = np.select([zero, gap], [Reason.ZERO_DENOMINATOR, Reason.NONE], figures.reason)
    return status.astype(np.int8), reason.astype(np.int8)


def _against(goal: Bound, numerator: Counts, base: Counts, judged: Bool, status: Int8) -> tuple[Counts, ...]:
    """Return required, to_go, attained and attainable; `NONE` where they mean nothing."""
    decided = np.isin(status, (Status.MET, Status.GAP))
    nothing_to_count = decided & ~judged  # and this target takes that as met

    def where(rows: Bool, figure: Counts, at_zero: int) -> Counts:
        return np.where(nothing_to_count, at_zero, np.where(rows, figure, NONE))

    attained, attainable = goal.attainment(numerator, base)
    return (
        where(judged, goal.required(base), 0),
        where(judged & decided, goal.to_go(numerator, base), 0),
        where(judged & decided, attained, 1),
        where(judged & decided, attainable, 1),
    )


def _new_in_a_row(goal: Bound, numerator: Counts, base: Counts, gap: Bool) -> Counts:
    """Return how many new ones, all good, would close each gap; `NONE` where there is no gap, or no number of them would."""
    if not isinstance(goal, RatioGoal) or goal.is_upper or goal.threshold >= 1:
        return np.full(len(gap), NONE, np.int64)
    return np.where(gap, goal.to_go_new(numerator, base), NONE)
