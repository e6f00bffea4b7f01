"""A row that bears a unit's name but is the sum of the units below it: it is a total, and counted as a unit it would count twice."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose
from union_audit.intake.facts import Bool, Int32, Int64, State
from union_audit.intake.units.identity import Register
from union_audit.plan.model import Covers, Kind, Plan

_LEAST_ALIKE = 2
"""One figure may be a sum by chance, two hardly."""
_LEAST_BELOW = 2


def without_sums(placed: Placed, told: Whose, register: Register, plan: Plan) -> Whose:
    """Take the units out whose own offices' figures are, most or all, the sums of those of two or more units below them in the table."""
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
    units = tuple(-1 if place in rows else unit for place, unit in enumerate(told.units))
    findings = [_finding(placed, row, told.units[row], int(below[row]), register) for row in rows]
    return replace(told, units=units, findings=(*told.findings, *findings)) if rows else told


@lru_cache(maxsize=2)  # the months of a year have the same units
def _rows_above(units: tuple[int, ...], register: Register) -> Int32:
    """Return for each row the row of the unit above its own, -1 where the table has none, or more than one."""
    rows = {register.units[unit].code: row for row, unit in enumerate(units) if unit >= 0}
    parents = [register.units[unit].parent if unit >= 0 else None for unit in units]
    if rows.keys().isdisjoint(parents):
        return np.full(len(units), -1, np.int32)
    return np.array([rows.get(parent, -1) if parent else -1 for parent in parents], np.int32)


def _rows_below_the_highest(units: tuple[int, ...], register: Register, plan: Plan) -> Int32:
    """Return for each row the only row of a unit of the highest level, where nobody says who belongs to whom; -1 for that row."""
    known = [unit for unit in units if unit >= 0]
    highest = [row for row, unit in enumerate(units) if unit >= 0 and register.units[unit].level == plan.levels[0].id]
    is_told = any(register.units[unit].parent for unit in known) or len(highest) != 1
    return np.array([-1 if is_told or row in highest or unit < 0 else highest[0] for row, unit in enumerate(units)], np.int32)


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
