"""The assessments of an audit as columns, some units at a time: what reports with a row an assessment are written from."""

from collections.abc import Iterator

import numpy as np

from union_audit.audit.result import NONE, Column
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int64
from union_audit.reports.columns import Columns, columns_of
from union_audit.reports.view import View

UNITS = 1024
"""So many units at a time: a nation's figures are never all in memory as texts."""


@dataclass(frozen=True, slots=True)
class AtTarget:
    """Some units at one target, `place` its index: arrays of shape (units,), `rank` `NONE` where there is none.

    `parts`: the figures of each ratio, none where the target has one only.
    """

    units: Int64
    place: int
    column: Column
    figures: Columns
    parts: tuple[Columns, ...]
    waived: Bool
    rank: Int64


def blocks(view: View) -> Iterator[tuple[Int64, list[AtTarget]]]:
    """Yield the units shown, in the roster's order: the indexes of some, and these at each target, in the plan's order.

    Who waits for the report is told of each.
    """
    for start in range(0, len(view.units), UNITS):
        view.options.told(start, len(view.units))
        units = view.units[start : start + UNITS]
        yield units, [_at(view, place, column, units) for place, column in enumerate(view.audit.columns)]


def _at(view: View, place: int, column: Column, units: Int64) -> AtTarget:
    plan, rank = view.audit.plan, view.gap_ranks[place, units]
    parts = tuple(columns_of(plan, column, units, part) for part in range(len(column.parts))) if len(column.parts) > 1 else ()
    return AtTarget(units, place, column, columns_of(plan, column, units), parts, column.waived[units], np.where(rank > 0, rank, NONE))
