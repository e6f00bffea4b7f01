"""Blank cells beyond the headings of a text table: separators that a program writes for many rows, or one in a number or a name."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile

from union_audit.sheets.model import Cell

_BLOCK = 16
"""Excel gives so many rows the same number of separators, as many as the longest of them needs."""
_SAMPLE = 1_000
"""So many rows tell how long those of a table are."""


def lengths(rows: Sequence[Sequence[Cell]], headings: int) -> Counter[int]:
    """Return how many of the rows under some headings have each number of cells, down to the first blank row."""
    return Counter(len(cells) for cells in takewhile(any, islice(rows, headings + 1, headings + 1 + _SAMPLE)))


def is_usual(rows: Sequence[Sequence[Cell]], row: int, table: Counter[int]) -> bool:
    """Whether a row has as many cells as most rows of its table, or as all in its block; one alone tells nothing."""
    length = len(rows[row])
    if table[length] > 1 and 2 * table[length] > table.total():
        return True
    first = row - row % _BLOCK
    block = [len(cells) for cells in rows[first : first + _BLOCK] if any(cells)]
    return len(block) > 1 and set(block) == {length}
