"""Figures of a unit that several tables give: which of them is surely the later."""

from dataclasses import field

import numpy as np
from numpy.typing import NDArray

from union_audit.frozen import dataclass
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.versions import Version, compare
from union_audit.intake.facts import Bool, Int32

_MOST = 50
"""Versions of a figure of which none is surely the last; after so many nothing that comes is held against all of them."""


@dataclass
class Rivals:
    """The tables of a period, and in which versions each figure was given that nothing puts in order."""

    _tables: list[Placed] = field(default_factory=list)
    _versions: dict[int, Version] = field(default_factory=dict)
    _sets: list[frozenset[Version]] = field(default_factory=lambda: [frozenset()])
    _disputed: Int32 | None = None  # units by fields: which of `_sets` a figure was given in, 0 for one version

    def add(self, placed: Placed) -> None:
        """Add the next table."""
        self._tables.append(placed.without_figures())

    def version(self, table: int) -> Version:
        """Return the version of a table; of most it is never asked."""
        if table not in self._versions:
            self._versions[table] = self._tables[table].version()
        return self._versions[table]

    def order(self, table: int, other: int) -> int:
        """Return 1 where a table is surely later than another, -1 where that one is, 0 where nothing says so."""
        return compare(self.version(table), self.version(other))

    def is_after(self, table: int, others: Int32) -> Bool:
        """Return of which of the other tables this one is surely a later version."""
        earlier = [other for other in np.unique(others).tolist() if other >= 0 and self.order(table, other) > 0]
        return np.isin(others, earlier)

    def settle(self, table: int, units: Int32, fields: NDArray[np.intp], tables: Int32, clash: Bool) -> tuple[Bool, Bool]:
        """Return which figures that differ are surely of a later version than those taken so far, and which of an earlier one.

        `tables` (all units by all fields): where those stand; `clash` (`units` by `fields`): which differ. Of many versions that nothing
        puts in order, none is looked for any more.
        """
        wins, loses = np.zeros_like(clash), np.zeros_like(clash)
        if self._disputed is None:
            self._disputed = np.zeros_like(tables)
        at, j = np.nonzero(clash)
        cells = units[at], fields[j]
        given = np.where(self._disputed[cells] > 0, self._disputed[cells], -1 - tables[cells])  # in which versions, or in which table
        for each in np.unique(given).tolist():
            here = given == each
            rivals = self._sets[each] if each > 0 else frozenset({self.version(-1 - each)})
            orders = {compare(self.version(table), other) for other in rivals} if len(rivals) < _MOST else set()
            wins[at[here], j[here]], loses[at[here], j[here]] = orders == {1}, -1 in orders
            if orders and -1 not in orders:
                left = frozenset() if orders == {1} else rivals | {self.version(table)}
                self._disputed[cells[0][here], cells[1][here]] = self._place_of(left)
        return wins, loses

    def _place_of(self, versions: frozenset[Version]) -> int:
        if versions not in self._sets:
            self._sets.append(versions)
        return self._sets.index(versions)
