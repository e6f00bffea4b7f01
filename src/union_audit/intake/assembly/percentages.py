"""Percentages without counts, table after table → one `Shares` a period. One that stands twice counts once, as figures do."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import TypeAlias

import numpy as np

from union_audit.frozen import dataclass
from union_audit.intake.facts import Int64, Places, Shares, State
from union_audit.intake.tables.table import Given
from union_audit.plan.model import Ratio

Cell: TypeAlias = tuple[int, int, int]
"""A table's number, a row and a column."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A percentage that another table gives otherwise: its row among the table's units, and both cells."""

    row: int
    here: Cell
    there: Cell


@dataclass
class Percentages:
    """The percentages of `units` units while tables are added to them; arrays units by `ratios`."""

    units: int
    ratios: tuple[Ratio, ...]
    _disputed: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin with none."""
        shape = (self.units, len(self.ratios))
        self._values = np.zeros(shape, np.int64)
        self._state = np.full(shape, State.MISSING, np.int8)
        self._cells = np.full((*shape, 3), -1, np.int32)

    def add(self, given: Given, table: int, units: Sequence[int], version: Callable[[int], int]) -> list[Clash]:
        """Add those of a table's units (roster indexes, -1: not used); return what differs and is in no surely later version.

        `version`: 1 where this table is surely later than another, -1 where that one is.
        """
        place, of = self.ratios.index(given.ratio), np.asarray(units)
        clashes = []
        rows = np.flatnonzero((given.state != State.MISSING) & (of >= 0))
        for row in self._after_first(rows, place, given, table, of).tolist():
            at = units[row], place
            if at in self._disputed:
                continue
            here, there = (table, *given.cells[row]), self._cell(at)
            order = self._order(at, int(given.state[row]), int(given.values[row]), version)
            if order > 0:
                self._values[at], self._state[at], self._cells[at] = given.values[row], given.state[row], here
            elif order == 0:
                self._disputed.add(at)
                self._values[at], self._state[at] = 0, State.UNREADABLE
                clashes.append(Clash(row, here, there))
        return clashes

    def _after_first(self, rows: Int64, place: int, given: Given, table: int, units: Int64) -> Int64:
        """Add those of units of which nothing is known yet, all at once; return the rows that are left, each to be looked at."""
        is_first = np.zeros(len(rows), np.bool_)
        is_first[np.unique(units[rows], return_index=True)[1]] = True
        is_new = is_first & (self._state[units[rows], place] == State.MISSING)
        new = rows[is_new]
        self._values[units[new], place], self._state[units[new], place] = given.values[new], given.state[new]
        cells = np.array([given.cells[row] for row in new.tolist()], np.int32).reshape(-1, 2)
        self._cells[units[new], place] = np.insert(cells, 0, table, axis=1)
        left: Int64 = rows[~is_new]
        return left

    def _order(self, at: tuple[int, int], state: int, value: int, version: Callable[[int], int]) -> int:
        """Return 1 where a percentage is to be taken, -1 where the one that is there stays, 0 where nothing tells which of the two."""
        if self._state[at] != State.FIGURE:
            return 1
        if state != State.FIGURE or value == self._values[at]:
            return -1
        return version(self._cell(at)[0])

    def _cell(self, at: tuple[int, int]) -> Cell:
        table, row, column = self._cells[at].tolist()
        return table, row, column

    def of_unit(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return which units gave any: bool, shape (units,)."""
        return np.asarray((self._state != State.MISSING).any(axis=1))

    def shares(self) -> Shares:
        """Return what was added."""
        table, row, column = (np.ascontiguousarray(self._cells[..., each]) for each in range(3))
        return Shares(self.ratios, self._values, self._state, Places(table, row, column))
