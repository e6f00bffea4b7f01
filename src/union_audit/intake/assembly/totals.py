"""Totals that a table declares are held against the sum of what they total."""

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Places
from union_audit.intake.facts import Bool, State
from union_audit.intake.tables.table import Table, Total
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster

_ERRORS = ("UA203", "UA204")
"""A formula without a result, and one with an error: what a sum of such cells is too."""


def reconcile(placed: Placed, units: Places, roster: Roster, plan: Plan) -> Iterator[Finding]:
    """Yield the totals of a table that no sum of its units agrees with, and those that are no figures.

    A column with an unreadable figure is not judged, and an error in its total is that figure's. Of two readings of one the sum decides.
    """
    table = placed.table
    if not table.totals:
        return
    sums = _Sums(table, _tops(units, roster))
    for total in table.totals:
        for j, declared in enumerate(total.figures):
            possible = sums.of(total.place, j, declared) if declared is not None else ()
            if possible and declared not in possible:
                args: dict[str, object] = {"text": total.text, "declared": declared, "sum": possible[0]}
                field = plan.fields[table.figures.fields[j]].id
                yield Finding("UA121", args, placed.source(*total.cells[j]), field=field)
        for j, reading in total.unread.items():
            if not sums.explain(total, j):
                field = plan.fields[table.figures.fields[j]].id
                yield Finding("UA222", {"text": reading.text, "name": total.text}, placed.source(*total.cells[j]), field=field)


class _Sums:
    """The sums of a table's figures, added up once: what lies between two totals is the difference of two of them.

    No count is above `MAX_COUNT` (10**12), and no sheet has so many rows that their sum were above 2**63.
    """

    def __init__(self, table: Table, tops: Bool) -> None:
        figures, places = table.figures, np.array(table.named.place)
        order = np.argsort(places, kind="stable")
        self._places = places[order].tolist()
        self._end = self._places[-1] + 1 if self._places else 1
        self._up_to = np.zeros((len(order) + 1, len(figures.fields)), np.int64)
        np.cumsum(figures.values[order], axis=0, out=self._up_to[1:])
        self._tops = figures.values[tops].sum(axis=0)
        self._totals = sorted(total.place for total in table.totals)
        self._declared = [sum(filter(None, column)) for column in zip(*(total.figures for total in table.totals), strict=True)]
        self._is_sure: Bool = np.all(figures.state <= State.FIGURE, axis=0)

    def explain(self, total: Total, j: int) -> bool:
        """Whether the figures that a total adds up say why it is no figure, or which of two readings it has."""
        reading = total.unread[j]
        if reading.code in _ERRORS and not self._is_sure[j]:
            return True
        return reading.is_open and any(read in self.of(total.place, j, read) for read in (reading.value, reading.high))

    def of(self, place: int, j: int, declared: int) -> tuple[int, ...]:
        """Return what a total may total: all units, those above all others, those up to the total before or after it, all other totals.

        Nothing where a figure of the column is not sure.
        """
        if not self._is_sure[j]:
            return ()
        at = bisect_left(self._totals, place)
        before = self._totals[at - 1] if at else -1
        after = self._totals[at + 1] if at + 1 < len(self._totals) else self._end
        here = bisect_left(self._places, place)
        start, end = bisect_left(self._places, before), max(bisect_left(self._places, after), here)
        first, middle, last = (int(self._up_to[edge, j]) for edge in (start, here, end))
        return int(self._up_to[-1, j]), int(self._tops[j]), middle - first, last - middle, self._declared[j] - declared


def _tops(units: Places, roster: Roster) -> Bool:
    """Return which rows' units have no unit above them in the same table, whose figures would contain theirs."""
    own, above = np.asarray(units), np.asarray(roster.above)
    here = np.zeros(len(above) + 1, np.bool_)  # the last is that of no unit
    here[own[own >= 0]] = True
    return np.asarray((own < 0) | ~here[above[own]])
