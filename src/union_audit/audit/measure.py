"""Figures held against a goal: one measure."""

from functools import lru_cache

import numpy as np

from union_audit.audit.exact import Counts, put, widened
from union_audit.audit.figures import Figures
from union_audit.audit.result import NONE, Measure, Reason, Status
from union_audit.intake.facts import WHOLE, Bool, Int8, Int64
from union_audit.plan.goal import Goal, RatioGoal, Tracked
from union_audit.plan.model import OnZero


def measure(goal: Goal, figures: Figures, on_zero: OnZero) -> Measure:
    """Assess one ratio.

    A percentage without counts is held against the goal as so many parts of `WHOLE`; how many things are missing it does not say.
    A sum over some of the units (`PARTIAL`) that is below the goal is a gap; one that is not is not sure yet: no data.
    """
    nothing = _nothing(len(figures.reason))
    counts = (_where(figures.known, figures.numerator), nothing if figures.shown is None else _where(figures.known, figures.shown))
    share = nothing if figures.share is None else figures.share
    of_the_month = np.broadcast_to(figures.of_the_month, len(nothing))
    by_share = None if figures.share is None else share != NONE  # few submissions give percentages alone
    zero = _but_for(by_share, figures.base == 0)
    if isinstance(goal, Tracked):
        status, reason = _status(figures, zero, np.zeros(len(nothing), np.bool_), Status.TRACKED, Status.NOT_APPLICABLE)
        return Measure(status, reason, *counts, nothing, nothing, nothing, nothing, share, of_the_month)
    counted = figures.numerator, figures.base
    weighed = counted if by_share is None else (np.where(by_share, share, counted[0]), np.where(by_share, WHOLE, counted[1]))
    numerator, base = widened(goal.factor, *weighed)
    known = figures.known if by_share is None else figures.known | by_share
    judged = known & ((figures.reason == Reason.NONE) | (figures.reason == Reason.PARTIAL)) & ~zero
    required = goal.required(base)
    to_go = goal.to_go(numerator, required)
    gap = judged & (to_go > 0)
    status, reason = _status(figures, zero, gap, Status.MET, Status.MET if on_zero is OnZero.MET else Status.NOT_APPLICABLE)
    decided = judged & (status != Status.NO_DATA)
    attained, attainable = (_kept(decided, part) for part in goal.attainment(numerator, required))
    if by_share is not None:
        attained[by_share], attainable[by_share] = _in_lowest_terms(attained[by_share], attainable[by_share])
    required, to_go = _where(_but_for(by_share, judged), required), _where(_but_for(by_share, decided), to_go)
    empty = (status == Status.MET) & ~judged  # nothing to count, which the target takes as met
    if empty.any():
        required, to_go = (np.where(empty, 0, each) for each in (required, to_go))
        attained, attainable = (np.where(empty, 1, each) for each in (attained, attainable))
    return Measure(status, reason, *counts, required, to_go, attained, attainable, share, of_the_month)


@lru_cache(maxsize=2)  # of units, and of branches
def _nothing(rows: int) -> Int64:
    """Return a column that says nothing."""
    nothing = np.full(rows, NONE, np.int64)
    nothing.flags.writeable = False
    return nothing


def _where(rows: Bool, column: Counts) -> Counts:
    """Return a column with nothing in all other rows; the column itself if there are none."""
    return column if rows.all() else _kept(rows, column.copy())


def _kept(rows: Bool, column: Counts) -> Counts:
    """Return a column that is nobody else's, with nothing put in all other rows."""
    np.copyto(column, NONE, where=~rows)
    return column


def _but_for(by_share: Bool | None, rows: Bool) -> Bool:
    return rows if by_share is None else rows & ~by_share


def _in_lowest_terms(numerator: Counts, denominator: Counts) -> tuple[Counts, Counts]:
    """Return fractions reduced, so that what they are multiplied with stays small."""
    common = np.gcd(numerator, denominator)
    return numerator // common, denominator // common


def _status(figures: Figures, empty: Bool, gap: Bool, reached: Status, at_zero: Status) -> tuple[Int8, Int8]:
    """Return status and reason of each row: `reached` where the figures are sure and no gap, `at_zero` where sure and `empty`."""
    sure = figures.reason == Reason.NONE
    zero = sure & empty
    status = np.full(len(sure), Status.NO_DATA, np.int8)
    for rows, each in ((~figures.applicable, Status.NOT_APPLICABLE), (sure, reached), (zero, at_zero), (gap, Status.GAP)):
        status = put(status, rows, each)
    return status, put(put(figures.reason, zero, Reason.ZERO_DENOMINATOR), gap, Reason.NONE)


def to_go_new(goal: Goal, measure: Measure, rows: Int64) -> Counts:
    """Return of some rows how many new ones in a row, all good, would close the gap; `NONE` where there is none, or no number would.

    Only figures of what happened in the month are added to, and only a share under 100% is then met one day.
    """
    numerator, denominator, to_go = (each[rows] for each in (measure.numerator, measure.denominator, measure.to_go))
    gap = measure.of_the_month[rows] & (to_go > 0)
    if not isinstance(goal, RatioGoal) or not goal.takes_new_ones or not gap.any():
        return np.full(len(gap), NONE)
    numerator, denominator = widened(goal.factor, numerator, denominator)
    return np.where(gap, goal.to_go_new(numerator, denominator), NONE)
