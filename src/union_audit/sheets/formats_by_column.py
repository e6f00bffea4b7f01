"""How the numbers of a large sheet are shown, kept by columns as its cells are: in two bytes a cell, not in hundreds for its address."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets.number_format import NumberFormat


class FormatsByColumn(Mapping[tuple[int, int], NumberFormat]):
    """The formats by row and column, of those cells whose number is not shown simply by its digits."""

    def __init__(self, formats: Sequence[NumberFormat], columns: Sequence[NDArray[np.uint16]]) -> None:
        """Hold the formats, and of each column's cells the number of their format, from 1; 0 for none."""
        self._formats, self._columns = formats, columns

    def __getitem__(self, at: tuple[int, int]) -> NumberFormat:
        """Return how the number at an address is shown. KeyError: simply by its digits."""
        shown: NumberFormat | None = self.get(at)
        if shown is None:
            raise KeyError(at)
        return shown

    def get(self, at: tuple[int, int], default: Any = None) -> Any:
        """Return how the number at an address is shown, without the exception that would cost more than the look."""
        row, column = at
        cells = self._columns[column] if 0 <= column < len(self._columns) else ()
        number = cells[row] if 0 <= row < len(cells) else 0
        return self._formats[number - 1] if number else default

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Go through the addresses, row by row."""
        return ((row, column) for row, column in np.argwhere(np.array(self._columns).T).tolist())

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(int(np.count_nonzero(cells)) for cells in self._columns)


def by_column(formats: Mapping[tuple[int, int], NumberFormat]) -> FormatsByColumn:
    """Keep formats by columns. Their cells are few enough to be kept, and so is their grid."""
    different = list({id(shown): shown for shown in formats.values()}.values())
    numbers = {id(shown): number for number, shown in enumerate(different, 1)}
    rows, columns = np.array(list(formats)).T
    shown = np.zeros((int(columns.max()) + 1, int(rows.max()) + 1), np.uint16)
    shown[columns, rows] = [numbers[id(each)] for each in formats.values()]
    return FormatsByColumn(different, list(shown))
