"""The cells of a long table, column by column: a row of a large sheet costs as much as all of its cells."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.down import is_scale
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.long_columns import LongColumns
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.measures import is_ditto
from union_audit.sheets.model import Cell

_HEADS = ("code", "name", "ordinal")


class LongCells:
    """The columns that are read."""

    def __init__(self, grid: Grid, columns: LongColumns) -> None:
        """Take each column once."""
        self._grid, self._columns = grid, columns
        used = {*columns.keys, *columns.kinds, *columns.again, columns.label, columns.value, columns.since} - {-1}
        rows = np.arange(len(grid.rows))
        grid.work.spend(len(rows) * len(used))
        self._down = {column: list(grid.down(column, rows)) for column in used}

    def cell(self, row: int, column: int) -> Cell:
        """Return what stands in a cell."""
        return self._down[column][row]

    def shown(self, row: int, column: int) -> str:
        """Return what stands in a cell as a person sees it."""
        return written(self._down[column][row])

    def text(self, row: int, column: int) -> str:
        """Return the text in a cell, "" where there is none."""
        cell = self._down[column][row]
        return tidy(cell) if isinstance(cell, str) else ""

    def begin_another(self, row: int) -> bool:
        """Whether a row has the heading of a column of units, and is not the table's own once more."""
        columns = (*self._columns.keys, self._columns.label)
        is_headed = any(self._grid.headings.match(text).role in _HEADS for column in columns if (text := self.text(row, column)))
        return is_headed and not self.are_headings(row) and not is_bare_figure(self.cell(row, self._columns.value))

    def are_headings(self, row: int) -> bool:
        """Whether the headings stand there once more."""
        headings = self._columns.headings
        return all(self.text(row, column) == headings[column] for column in (self._columns.label, self._columns.value))

    def named(self, rows: range) -> list[Sequence[Cell]]:
        """Return the cells of each row that say of whom and of when it is; a unit may be written once over all of its rows."""
        down = [self._filled(rows, column, place) for place, column in enumerate(self._columns.keys)]
        return list(zip(*down, strict=True))

    def _filled(self, rows: range, column: int, place: int) -> list[Cell]:
        top = self._grid.merge_top
        cells = [self.cell(*of) if (of := top(row, column))[1] == column else self._grid.cell(*of) for row in rows]
        shown = list(map(written, cells))
        labelled = [self.cell(row, self._columns.label) not in {None, ""} for row in rows]
        texts = [text for text, is_labelled in zip(shown, labelled, strict=True) if is_labelled]
        if all(texts) or any(one and one == other for one, other in pairwise(texts)):
            return cells  # each row says it, and one that does not is nobody's
        above: Cell = None
        for at, row in enumerate(rows):
            begins = shown[at] or not labelled[at] or any(self.shown(row, left) for left in self._columns.keys[:place])
            above = cells[at] if begins else above
            cells[at] = above
        return cells

    def measures(self, rows: range, knows: Knowledge) -> dict[int, str]:
        """Return by row the unit of measure that is not ones ("nghìn người", "%"); "nt" is that above it."""
        found: dict[int, str] = {}
        for column in self._columns.measures:
            above = ""
            for row in rows:
                text = self._grid.text(*self._grid.merge_top(row, column))
                above = above if is_ditto(text) else text
                found |= {row: above} if above and is_scale(above, knows) else {}
        return found
