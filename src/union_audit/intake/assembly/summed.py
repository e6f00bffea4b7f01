"""A row that bears a unit's name but is the sum of the units below it: it is a total, and counted as a unit it would count twice."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import eq

import numpy as np

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Places, Whose
from union_audit.intake.facts import Bool, Int32, Int64, State
from union_audit.intake.units.identity import Register
from union_audit.plan.coded import Coded
from union_audit.plan.model import Covers, Kind, Plan

_LEAST_ALIKE = 2
"""One figure may be a sum by chance, two hardly."""
_LEAST_BELOW = 2


def without_sums(placed: Placed, told: Whose, register: Register, plan: Plan) -> Whose:
    """Take the units out whose own offices' figures are, most or all, the sums of those of two or more units below them in the table."""
    if len(told.units) <= _LEAST_BELOW:
        return told
    up = _rows_above(told.units, register)
    up = up if (up >= 0).any() else _rows_below_the_highest(told.units, register, plan)
    fields = [plan.fields[field] for field in placed.table.figures.fields]
    own = [j for j, field in enumerate(fields) if field.covers is Covers.OWN and field.kind is Kind.COUNT]
    if len(own) < _LEAST_ALIKE or not (up >= 0).any():
        return told
    figures = placed.table.figures
    known = figures.state[:, own] == State.FIGURE
    values = np.where(known, figures.values[:, own], 0)
    below = _added(np.ones((len(up), 1), np.int64), up)[:, 0]
    is_sum = _equal(values, known, _added(values, up)) | _equal(values, known, _added(values, up, depth=1))
    rows = np.flatnonzero(is_sum & (below >= _LEAST_BELOW)).tolist()
    units = told.units[:]
    for row in rows:
        units[row] = -1
    findings = [_finding(placed, row, told.units[row], int(below[row]), register) for row in rows]
    return replace(told, units=units, findings=(*told.findings, *findings)) if rows else told


def _rows_above(units: Places, register: Register) -> Int32:
    """Return for each row the row of the unit above its own, -1 where the table has none."""
    own, used = np.asarray(units), np.flatnonzero(np.asarray(units) >= 0)
    rows = np.full(len(register.units) + 1, -1, np.int32)  # the last is that of no unit
    rows[own[used]] = used
    above = np.asarray(register.roster.above)
    up = np.full(len(units), -1, np.int32)
    up[used] = rows[above[own[used]]]
    return up


def _rows_below_the_highest(units: Places, register: Register, plan: Plan) -> Int32:
    """Return for each row the only row of a unit of the table's highest level, where nobody says who belongs to whom; -1 for that row."""
    up = np.full(len(units), -1, np.int32)
    own, columns = np.asarray(units), register.roster.columns
    known = np.flatnonzero(own >= 0)
    if columns.level is None or (columns.parent is not None and _says(columns.parent, own[known], bool).any()):
        return up
    levels = (known[_says(columns.level, own[known], partial(eq, level.id))] for level in plan.levels)
    highest = next((rows for rows in levels if len(rows)), known[:0])
    if len(highest) == 1 and len(known) > 1:
        up[known], up[highest] = highest[0], -1
    return up


def _says(column: Coded[str | None], units: Int32, is_so: Callable[[str | None], bool]) -> Bool:
    """Return of which units something is so."""
    return np.asarray(np.array([is_so(word) for word in column.words], np.bool_)[np.asarray(column.places)[units]])


def _added(values: Int64, up: Int32, depth: int = 5) -> Int64:
    """Return for each row the sum of the rows below it, as many floors down as `depth` says."""
    sums = np.zeros_like(values)
    above = up
    for _ in range(depth):
        here = above >= 0
        np.add.at(sums, above[here], values[here])
        above = np.where(here, up[above], -1)
    return sums


def _equal(values: Int64, known: Bool, sums: Int64) -> Bool:
    """Return which rows have only figures that are the sums, or more than half of them and some more: one of the totals may be wrong."""
    same = (values == sums) & known
    alike = (same & (values > 0)).sum(axis=1)
    is_all = (same | ~known).all(axis=1) & (alike >= _LEAST_ALIKE)
    result: Bool = is_all | ((2 * same.sum(axis=1) > known.sum(axis=1)) & (alike > _LEAST_ALIKE))
    return result


def _finding(placed: Placed, row: int, unit: int, below: int, register: Register) -> Finding:
    args: dict[str, object] = {"unit_name": register.units[unit].name, "count": below}
    return Finding("UA137", args, placed.of_unit(row), register.units[unit].code)
