"""A sheet as its tables are looked for: texts, figures and headings at an address."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, product
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.figure_like import is_figure_like
from union_audit.intake.tables.headings import Headings, Match
from union_audit.intake.tables.likely import likely_rows
from union_audit.intake.tables.moved import Moved
from union_audit.intake.tables.row_words import RowWords, row_words
from union_audit.intake.tables.work import Work
from union_audit.intake.vocabulary.notes import is_note
from union_audit.patterns import pattern
from union_audit.sheets.by_column import ByColumn
from union_audit.sheets.model import Cell, Sheet

Places: TypeAlias = NDArray[np.intp]
"""Rows, or columns, of a sheet."""

_NUMBERED = pattern(r"\(?\d{1,2}\)?(?: ?[=(].*)?|\(?[A-Za-z]\)?")
_NEAR_ROWS = 100
"""Misspelt headings are looked for this far down; further down a table's first headings must be right."""
_NEAR_COLUMNS = 400
"""So they must in a row of more cells."""
_MOST_LINES = 10
_FIRST_LOOK = 16
"""So many rows below a heading are looked at first, then twice as many."""
_KEPT_ROWS = 2_000
"""What the texts of so many rows say is kept, then it is begun anew: a nation's rows are looked at once or never."""


class Grid:
    """A sheet and the plan's headings."""

    def __init__(self, sheet: Sheet, headings: Headings, work: Work, *, is_part: bool = False) -> None:
        """Hold the sheet, or some columns of it; its merged cells by address are worked out once."""
        self.is_part = is_part
        self.work = work
        self.sheet = sheet
        self.moved = Moved(sheet, work)
        self.rows = sheet.rows
        self.headings = headings
        self._height = len(sheet.rows)
        self._row_words: dict[int, RowWords] = {}
        self._reach: dict[int, int] = {}
        self._below: dict[int, tuple[int, int]] = {}
        self._lowest: dict[int, list[tuple[str, int]]] = {}
        self._numbered: dict[int, bool] = {}
        self._named: tuple[int, list[int]] = (self._height, [])  # those from a row on that may have headings
        self._merged: dict[tuple[int, int], tuple[int, int]] = {}
        left_over = _MOST_MERGED
        for top, left, bottom, right in sheet.merged:
            size = (bottom - top + 1) * (right - left + 1)
            left_over -= size if size <= _LARGEST_MERGE else 0
            if size <= _LARGEST_MERGE and left_over >= 0:
                self._merged.update(dict.fromkeys(product(range(top, bottom + 1), range(left, right + 1)), (top, left)))

    def part(self, first: int, end: int) -> "Grid":
        """Return the sheet with only the columns from `first` up to `end`, at their addresses."""
        self.work.spend(len(self.rows))
        rows = [[*([None] * first), *row[first:end]] for row in self.rows]
        return Grid(replace(self.sheet, rows=rows), self.headings, self.work, is_part=True)

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at an address, None outside the sheet."""
        self.work.left -= 1
        if self.work.left < 0:
            self.work.stop()
        if not 0 <= row < self._height:
            return None
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return the text at an address, "" where there is none (a number is no text)."""
        words = self._row_words.get(row)
        if words:
            self.work.left -= 1
            return words.texts.get(column, "") if self.work.left >= 0 else self.work.stop()
        cell = self.cell(row, column)
        return tidy(cell) if isinstance(cell, str) else ""

    def shown(self, row: int, column: int) -> str:
        """Return what stands at an address, a number too."""
        cell = self.cell(row, column)
        return "" if cell is None else written(cell)

    def reach(self, row: int) -> int:
        """Return the last column of a row that something stands in, -1 for none."""
        found = self._reach.get(row)
        if found is None:
            self.work.spend(len(self.rows[row]))
            cells = self.rows[row]
            found = next((column for column in range(len(cells) - 1, -1, -1) if cells[column] is not None and written(cells[column])), -1)
            self._reach[row] = found
        return found

    def merge_top(self, row: int, column: int) -> tuple[int, int]:
        """Return the address whose text a cell shows: the first of its merged cells, or its own."""
        return self._merged.get((row, column), (row, column))

    def width(self, first: int, last: int) -> int:
        """Return the length of the longest of some rows."""
        if isinstance(self.rows, ByColumn):
            return self.rows.width(first, last)
        return max((len(self.rows[row]) for row in range(first, min(last + 1, len(self.rows)))), default=0)

    def down(self, column: int, rows: Places) -> Sequence[Cell]:
        """Return some rows of a column; a row that ends before it is blank there."""
        if isinstance(self.rows, ByColumn):
            return self.rows.column(column, rows)
        cells = [self.rows[row] for row in rows.tolist()]
        try:
            return list(map(itemgetter(column), cells))
        except IndexError:
            return [row[column] if column < len(row) else None for row in cells]

    def below(self, row: int, column: int) -> str:
        """Return the first thing that stands under a cell, "" for nothing."""
        first, last = self._below.get(column, (0, 0))
        if not first <= row < last:
            last = row + 1 if self.shown(row + 1, column) else self._first_filled(row + 2, column)
            self._below[column] = row, last
        return self.shown(last, column)

    def _first_filled(self, row: int, column: int) -> int:
        """Return the first row from one on in which something stands in a column, looked for in blocks; the end where nothing does."""
        size = _FIRST_LOOK
        while row < self._height:
            rows = np.arange(row, min(row + size, self._height))
            self.work.spend(len(rows))
            found = next((at for at, cell in enumerate(self.down(column, rows)) if cell is not None and written(cell)), -1)
            if found >= 0:
                return row + found
            row, size = row + size, 2 * size
        return self._height

    def texts_below(self, row: int, column: int, most: int) -> list[str]:
        """Return the distinct texts of a column below a row; no more than one beyond `most` of them."""
        found = self._lowest.get(column)
        if found is None:
            self.work.spend(len(self.rows))
            cells = self.down(column, np.arange(len(self.rows)))
            lowest = {text: at for at, cell in enumerate(cells) if isinstance(cell, str) and (text := tidy(cell))}
            found = self._lowest[column] = sorted(lowest.items(), key=itemgetter(1), reverse=True)
        return [text for text, at in found[: most + 1] if at > row]

    def is_numbered(self, column: int) -> bool:
        """Whether some cell of a column is a number."""
        if column not in self._numbered:
            cells = (self.cell(row, column) for row in range(len(self.rows)))
            self._numbered[column] = any(
                isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip(" .").isdigit()) for cell in cells
            )
        return self._numbered[column]

    def hits(self, row: int) -> dict[int, Match]:
        """Return the cells of a row that are headings of the plan's fields, by column."""
        return self._words(row).hits

    def names_units(self, row: int) -> bool:
        """Whether a row has the heading of a column of units, and others: where each field's is in two rows, no cell alone is one."""
        return self._words(row).names_units

    def next_named(self, row: int) -> int:
        """Return the first row from one on in which a text may be a heading, a misspelt one apart; the end where none is."""
        first, named = self._named
        if row < first:
            self.work.spend(self._height)
            self._named = row, (named := likely_rows(self.rows, self.headings.may_be, row))
        place = bisect_left(named, row)
        return named[place] if place < len(named) else self._height

    def says(self, row: int, what: Callable[[str], bool]) -> bool:
        """Whether a text of a row is one of a kind, such as a note."""
        return self._words(row).says(what)

    def texts(self, row: int) -> dict[int, str]:
        """Return the texts of a row, by column."""
        return self._words(row).texts

    def lines(self, row: int) -> list[str]:
        """Return the lines of those texts of a row that have several: a letterhead's two offices may stand in one cell."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        several = (cell.strip().splitlines() for cell in cells if isinstance(cell, str) and "\n" in cell.strip())
        return [text for lines in several for line in lines[:_MOST_LINES] if (text := tidy(line))]

    def _words(self, row: int) -> RowWords:
        self.work.left -= 1
        if self.work.left < 0:
            self.work.stop()
        found = self._row_words.get(row)
        if found is None:
            cells = self.rows[row] if 0 <= row < len(self.rows) else ()
            words = tuple([tidy(cell) if isinstance(cell, str) else None for cell in cells])
            found = row_words(words, self.headings, near=row < _NEAR_ROWS and len(words) <= _NEAR_COLUMNS)
            if len(self._row_words) >= _KEPT_ROWS:
                self._row_words.clear()
            self._row_words[row] = found
        return found

    def is_number(self, row: int, column: int) -> bool:
        """Whether a number stands at an address, or in a text table digits alone."""
        cell = self.cell(row, column)
        return isinstance(cell, int | float) or (self.sheet.is_text and isinstance(cell, str) and cell.isdigit())

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in a row."""
        return not any(written(cell) for cell in self.rows[row])

    def has_figures(self, row: int, columns: Sequence[int]) -> bool:
        """Whether a figure, well or badly written, stands in one of the columns; a place and date is none."""
        return any(is_figure_like(self.cell(row, column)) and not is_note(self.text(row, column)) for column in columns)

    def is_numbering(self, row: int, columns: Sequence[int]) -> bool:
        """Whether a row only numbers its columns: "A B 1 2 3=4+5", rising from left to right."""
        shown = [text for column in range(len(self.rows[row])) if (text := self.shown(row, column))]
        if len(shown) < _LEAST_NUMBERED or not all(_NUMBERED.fullmatch(text) for text in shown):
            return False
        numbers = [int(found[0]) for text in shown if (found := re.search(r"\d+", text))]
        steps = {after - before for before, after in pairwise(numbers)}
        is_rising = steps == {1} or (numbers[:1] == [1] and min(steps, default=0) > 0)  # some columns bear no number
        return len(numbers) > 1 and is_rising and any(self.shown(row, column) for column in columns)


_LEAST_NUMBERED = 3
_LARGEST_MERGE = 10_000
"""A larger merged area is a page's background, not a heading."""
_MOST_MERGED = 1_000_000
"""So many cells may be merged, all areas together."""
