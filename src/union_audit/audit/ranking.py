"""The ranked gaps, and the ranked targets: what loses most of the score first."""

from collections.abc import Sequence

import numpy as np

from union_audit.audit.exact import Counts, as_keys, competition_ranks, dense, order_keys, widened
from union_audit.audit.gaps import Gaps
from union_audit.audit.result import Column, Status
from union_audit.intake.facts import Bool, Int64

_ORDER = {Status.GAP: 0, Status.NO_DATA: 1, Status.MET: 2, Status.TRACKED: 3, Status.NOT_APPLICABLE: 4}
"""Targets stand in this order: the shortfall of one without figures is not known, and the last two can have none."""


def ranked_gaps(columns: Sequence[Column], judged: Bool) -> Gaps:
    """Rank the gaps that nobody has waived by weight x (1 - attainment), then `to_go`; ties in the plan's and roster's order."""
    rows = [np.flatnonzero(judged & (column.measure.status == Status.GAP) & ~column.waived) for column in columns]
    unit = np.concatenate([np.zeros(0, np.int64), *rows])
    place = np.repeat(np.arange(len(columns), dtype=np.int16), [len(each) for each in rows])
    if not unit.size:
        return Gaps(unit, place, unit, unit)
    loss = order_keys(*(_lost(column, each) for column, each in zip(columns, rows, strict=True)))
    to_go = as_keys(np.concatenate([column.measure.to_go[each] for column, each in zip(columns, rows, strict=True)]))
    return Gaps(unit, place, loss, to_go)


def ranked_targets(columns: Sequence[Column], row: int) -> tuple[Int64, Int64]:
    """Return the indexes of the columns, worst first by their figures in `row` (gaps, then no data, then the rest), and the ranks."""
    here = np.array([row])
    if not columns:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    tier = np.array([_ORDER[Status(int(column.measure.status[row]))] for column in columns], np.int64)
    loss = order_keys(*(_missing(column, here) for column in columns))
    to_go = dense(np.concatenate([column.measure.to_go[here] for column in columns]))
    order = np.lexsort((-to_go, -loss, tier))
    return order, competition_ranks(tier[order], loss[order], to_go[order])


def _missing(column: Column, rows: Int64) -> tuple[Counts, Counts]:
    """Return weight x (1 - attainment) as a fraction: all of the weight without an attainment, nothing where the target does not apply."""
    attained, attainable = column.measure.attained[rows], column.measure.attainable[rows]
    known = attainable > 0
    return _weighed(column, np.where(known, attainable - attained, column.applies[rows] * 1), np.where(known, attainable, 1))


def _lost(column: Column, gaps: Int64) -> tuple[Counts, Counts]:
    """Return the same of gaps, each of which has an attainment."""
    attainable = column.measure.attainable[gaps]
    return _weighed(column, attainable - column.measure.attained[gaps], attainable)


def _weighed(column: Column, missing: Counts, whole: Counts) -> tuple[Counts, Counts]:
    weight = column.target.weight
    if weight == 1:  # as nearly all are
        return missing, whole
    missing, whole = widened(max(weight.numerator, weight.denominator), missing, whole)
    return missing * weight.numerator, whole * weight.denominator
