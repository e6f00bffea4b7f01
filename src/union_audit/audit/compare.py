"""An audit beside an earlier one, unit by unit: units that were merged carry their history into the one that took them over."""

from collections.abc import Iterable, Sequence

import numpy as np

from union_audit.audit.earlier import Earlier, Said, nothing_said
from union_audit.audit.exact import Float64
from union_audit.audit.result import NONE, Change, Column, Status
from union_audit.audit.units import Units
from union_audit.intake.facts import Int8, Int64

_WORST = (NONE, Status.NOT_APPLICABLE, Status.TRACKED, Status.MET, Status.NO_DATA, Status.GAP)
"""Of several units that are one now, the status of the last in this order is the one that they had."""


def since(earlier: Earlier, columns: Sequence[Column], units: Units) -> Change:
    """Return what was said of these targets, for the units as they are now."""
    holders = _holders(earlier.units, units)
    said = [earlier.targets.get(column.target.id) or nothing_said(len(earlier.units)) for column in columns]
    carried = [_carried(each, holders, len(units)) for each in said]
    shape = (len(columns), len(units))
    return Change(
        earlier.label,
        np.array([status for status, _ in carried], np.int8).reshape(shape),
        np.array([value for _, value in carried], np.float64).reshape(shape),
        np.array([each.status[-1] for each in said], np.int8),
        np.array([each.value[-1] for each in said], np.float64),
    )


def _holders(codes: Iterable[str], units: Units) -> Int64:
    """Return, for each code, the index of the unit that carries on its history: itself, or what it was merged into; -1 for none."""
    index = units.roster.index
    place = np.array([index.get(code, -1) for code in codes], np.int64)
    return np.where(place < 0, -1, units.successor[place])


def _carried(said: Said, holders: Int64, units: int) -> tuple[Int8, Float64]:
    """Return the statuses and values, shape (units,): of several units that are one now, the worst status and the share of their sums."""
    rows = np.flatnonzero((holders >= 0) & (said.status[:-1] != NONE))
    holder, status, value = holders[rows], said.status[rows], said.value[rows]
    count = np.bincount(holder, minlength=units)
    sums = [_sum(figures[rows], holder, units) for figures in (said.numerator, said.denominator)]
    whole = np.bincount(holder, (said.denominator[rows] > 0) & (said.numerator[rows] >= 0), units) == count
    values = np.full(units, np.nan)
    values[holder] = value
    together = np.divide(sums[0], sums[1], out=np.full(units, np.nan), where=whole & (sums[1] > 0))
    return worst(status, holder, units), np.where(count > 1, together, values)


def worst(status: Int8, holder: Int64, units: int) -> Int8:
    """Return the status of each unit, the worst of those whose `holder` it is, `NONE` where it is nobody's: int8, shape (units,)."""
    place = np.zeros(units, np.int64)
    np.maximum.at(place, holder, np.argsort(_WORST)[status - NONE])
    return np.array(_WORST, np.int8)[place]


def _sum(figures: Int64, holder: Int64, units: int) -> Int64:
    total = np.zeros(units, np.int64)
    np.add.at(total, holder, figures)
    return total
