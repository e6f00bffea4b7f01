"""Which rows may hold what is looked for: told from each distinct text once, before any row is gone through cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np

from union_audit.intake.figures.cells import tidy
from union_audit.sheets.by_column import ByColumn, Column, Numbers, Texts
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.model import Cell

_REMEMBERED = 1 << 16
_LONG = 1 << 14
"""In a longer column it is worth finding out which texts are alike."""


class _Likely(dict[Cell, bool]):
    """Whether each cell may be what is looked for, found out once; digits alone never are."""

    def __init__(self, may_be: Callable[[str], bool]) -> None:
        super().__init__()
        self._may_be = may_be

    def __missing__(self, cell: Cell) -> bool:
        is_it = isinstance(cell, str) and not cell.isdigit() and self._may_be(tidy(cell))
        if len(self) < _REMEMBERED:
            self[cell] = is_it
        return is_it

    def among(self, cells: Iterable[Cell]) -> list[int]:
        """Return the places of those that may."""
        return [place for place, is_it in enumerate(map(self.__getitem__, cells)) if is_it]


def likely_rows(rows: Sequence[Sequence[Cell]], may_be: Callable[[str], bool], first: int = 0) -> list[int]:
    """Return the rows, from one on, in which some text may be what is looked for.

    `may_be` is asked with tidy texts, and of digits alone never.
    """
    likely = _Likely(may_be)
    if not isinstance(rows, ByColumn):
        return [place for place, row in enumerate(islice(rows, first, None), first) if any(map(likely.__getitem__, row))]
    odd = [row for row, cells in rows.odd.items() if any(map(likely.__getitem__, cells))]
    found = {*odd, *(row for column in rows.columns for row in _in_column(column, likely, first))}
    return sorted(row for row in found if row >= first)


def _in_column(column: Column, likely: _Likely, first: int) -> Iterable[int]:
    if isinstance(column, Numbers):
        return [row for row, cell in column.others.items() if likely[cell]]
    cells = column.texts[first:] if isinstance(column, Texts) else column[first:]
    if not isinstance(cells, JoinedTexts):
        places = likely.among(cells)
    elif len(cells) < _LONG:
        places = likely.among(cells.together.split("\n"))
    else:
        words, which = cells.coded
        places = np.flatnonzero(np.array([likely[word] for word in words], np.bool_)[which]).tolist()
    return (first + place for place in places)
