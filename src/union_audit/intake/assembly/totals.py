"""Totals that a table declares are held against the sum of what they total."""

from collections.abc import Iterable, Sequence

import numpy as np

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.facts import Int64, Layout, State
from union_audit.intake.tables.table import Total
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster


def reconcile(placed: Placed, units: Sequence[int], roster: Roster, plan: Plan) -> Iterable[Finding]:
    """Yield the totals of a table that no sum of its units agrees with; a column with an unreadable figure is not judged."""
    table, figures = placed.table, placed.table.figures
    if not table.totals:
        return
    groups = _groups(table.totals, np.array(table.named.place), _tops(units, roster))
    for total in table.totals:
        for j, declared in enumerate(total.figures):
            values, state = figures.values[:, j], figures.state[:, j]
            if declared is None or not (state <= State.FIGURE).all():
                continue
            sums = [int(sum(values[group].tolist())) for group in groups[total.place]]
            others = sum(other.figures[j] or 0 for other in table.totals if other is not total)
            if declared not in (*sums, others):
                source = placed.source(*_cell(placed, total, j))
                args: dict[str, object] = {"text": total.text, "declared": declared, "sum": sums[0]}
                yield Finding("UA121", args, source, field=plan.fields[figures.fields[j]].id)


def _groups(totals: Sequence[Total], places: Int64, tops: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> dict[int, list[Int64]]:
    """Return for each total what it may total: all units, those above all others, those up to the total before or after it."""
    at = sorted(total.place for total in totals)
    found = {}
    for place in at:
        before = max((other for other in at if other < place), default=-1)
        after = min((other for other in at if other > place), default=int(places.max(initial=0)) + 1)
        groups = (places >= 0, tops, (places > before) & (places < place), (places > place) & (places < after))
        found[place] = [np.flatnonzero(group) for group in groups]
    return found


def _tops(units: Sequence[int], roster: Roster) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which rows' units have no unit above them in the same table, whose figures would contain theirs."""
    here = {roster.units[unit].code for unit in units if unit >= 0}
    return np.array([unit < 0 or roster.units[unit].parent not in here for unit in units], np.bool_)


def _cell(placed: Placed, total: Total, j: int) -> tuple[int, int]:
    figures = placed.table.figures
    if placed.table.layout is Layout.WIDE:
        return total.place, int(figures.column[0, j])
    return int(figures.row[0, j]), total.place
