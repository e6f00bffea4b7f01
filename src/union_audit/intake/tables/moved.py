"""Rows of a text table whose cells a separator moved: one within a number or a name, or one that is missing."""

from collections import Counter
from collections.abc import Mapping

from union_audit.folding import fold
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.trailing import is_usual, lengths
from union_audit.intake.tables.work import Work
from union_audit.intake.vocabulary.answers import is_yes_no
from union_audit.intake.vocabulary.values import REMARK
from union_audit.patterns import pattern
from union_audit.sheets.by_column import ByColumn
from union_audit.sheets.model import Sheet

_THOUSAND = pattern(r"\d{3}(?:[.,]\d+)?")
_LOOKS = 16
"""What it costs to compare the length of a row with those around it."""


class Moved:
    """A sheet, and how long the rows of its tables are."""

    def __init__(self, sheet: Sheet, work: Work) -> None:
        """Know no row yet."""
        self._sheet, self._rows, self._work = sheet, sheet.rows, work
        self._lengths: dict[int, Counter[int]] = {}

    def spilling(self, rows: range, headings: int, headed: int) -> set[int]:
        """Return those of some rows of a text table that go on beyond its headings, as `spills` says of each."""
        if not self._sheet.is_text:
            return set()
        self._work.spend(len(rows))
        filled = self._rows.filled_beyond(rows.start, headed) if isinstance(self._rows, ByColumn) else rows
        return {row for row in filled if row in rows and self.spills(row, headings, headed)}

    def shorter(self, rows: range, headings: int) -> list[int]:
        """Return those of some rows of a text table that have fewer cells than its headings."""
        if not self._sheet.is_text:
            return []
        self._work.spend(len(rows))
        is_rare = isinstance(self._rows, ByColumn) and len(self._rows.columns) >= len(self._rows[headings])
        odd = sorted(self._rows.odd) if isinstance(self._rows, ByColumn) and is_rare else rows
        return [row for row in odd if row in rows and len(self._rows[row]) < len(self._rows[headings])]

    def headed(self, headings: Mapping[int, str]) -> int:
        """Return how many columns there are up to the last that has a heading (by column); of words of one's own it has none.

        Where cells are parted by commas, a figure in such a column is the rest of another one.
        """
        columns = (column for column, text in headings.items() if not self._sheet.is_by_comma or fold(text) not in REMARK)
        return max(columns, default=-1) + 1

    def spills(self, row: int, headings: int, headed: int) -> bool:
        """Whether a row of a text table goes on beyond its headings: a separator in a number or a name moved its cells.

        `headings`: the row of them; `headed`: how many columns there are up to the last that has one.
        """
        if not self._sheet.is_text:
            return False
        cells, width = self._rows[row], len(self._rows[headings])
        if len(cells) > width and (any(cells[width:]) or self._is_too_long(row, headings)):
            return True
        is_moved = _is_answer if self._sheet.is_by_comma else _is_rest
        return headed < width and any(isinstance(cell, str) and is_moved(cell.strip()) for cell in cells[headed:width])

    def _is_too_long(self, row: int, headings: int) -> bool:
        """Whether a row has more cells than its headings, nothing in those, and other rows do not explain it."""
        if not self._sheet.is_by_comma:
            return False
        if headings not in self._lengths:
            self._lengths[headings] = lengths(self._rows, headings)
            self._work.spend(self._lengths[headings].total())
        self._work.spend(_LOOKS)
        return not is_usual(self._rows, row, self._lengths[headings])


def _is_rest(text: str) -> bool:
    """Whether a text may be what a comma within a number leaves for the next cell."""
    return _THOUSAND.fullmatch(text) is not None


def _is_answer(text: str) -> bool:
    """Whether a text may be a figure, or a yes or a no."""
    return is_bare_figure(text) or is_yes_no(text)
