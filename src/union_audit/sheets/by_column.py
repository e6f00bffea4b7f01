"""The rows of a large table kept by columns: numbers in arrays, so that millions of cells need no object each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from union_audit.folding import are_tidy
from union_audit.frozen import dataclass
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.model import Cell

Rows: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Numbers(Sequence[Cell]):
    """A column of numbers, and what else stands there.

    `numbers` float64, shape (rows,): NaN where there is none. `others`: the cells that are no plain numbers, by row. `is_text`: the
    numbers stand there as digits, in a file that has nothing but text.
    """

    numbers: NDArray[np.float64]
    others: Mapping[int, Cell] = field(default_factory=dict)
    is_text: bool = False

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.numbers)

    @overload
    def __getitem__(self, row: int) -> Cell: ...
    @overload
    def __getitem__(self, row: slice) -> list[Cell]: ...
    def __getitem__(self, row: int | slice) -> Cell | list[Cell]:
        """Return a cell."""
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(len(self)))]
        number = float(self.numbers[row])
        if number != number:  # noqa: PLR0124 (not a number is the only one that differs from itself)
            return self.others.get(row + len(self) if row < 0 else row)
        return str(int(number)) if self.is_text else number

    def __iter__(self) -> Iterator[Cell]:
        """Go through the cells."""
        for row, number in enumerate(self.numbers.tolist()):
            if number != number:  # noqa: PLR0124
                yield self.others.get(row)
            else:
                yield str(int(number)) if self.is_text else number

    def take(self, rows: Rows) -> "Numbers":
        """Return some of the rows, in their order."""
        if run := _run(rows):
            others = {row - run.start: cell for row, cell in self.others.items() if run.start <= row < run.stop}
            return Numbers(self.numbers[run], others, self.is_text)
        places = np.flatnonzero(np.isin(rows, np.fromiter(self.others, np.intp, len(self.others)))) if self.others else rows[:0]
        others = {place: self.others[row] for place, row in zip(places.tolist(), rows[places].tolist(), strict=True)}
        return Numbers(self.numbers[rows], others, self.is_text)

    @property
    def kinds(self) -> frozenset[type]:
        """The types of the cells."""
        known = len(self) - int(np.count_nonzero(np.isnan(self.numbers)))
        kinds = {str if self.is_text else float} if known else set()
        blank = {type(None)} if known + len(self.others) < len(self) else set()
        return frozenset(kinds | blank | set(map(type, self.others.values())))

    def odd_places(self, good: NDArray[np.bool_]) -> list[int]:
        """Return the rows of cells that are neither blank nor good."""
        return sorted({*np.flatnonzero(~good & ~np.isnan(self.numbers)).tolist(), *self.others})


class Texts(Sequence[Cell]):
    """A column of texts, "" where it is blank."""

    def __init__(self, texts: list[str] | JoinedTexts) -> None:
        """Hold the texts."""
        self.texts = texts

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.texts)

    @overload
    def __getitem__(self, row: int) -> Cell: ...
    @overload
    def __getitem__(self, row: slice) -> "Texts": ...
    def __getitem__(self, row: int | slice) -> "Cell | Texts":
        """Return a cell, None where it is blank, or a part of the column."""
        return Texts(self.texts[row]) if isinstance(row, slice) else self.texts[row] or None

    def __iter__(self) -> Iterator[Cell]:
        """Go through the cells."""
        return (text or None for text in self.texts)

    @property
    def are_tidy(self) -> bool:
        """Whether all texts are composed, have single spaces and bare edges, and no more letters than a name."""
        return self.texts.whole.is_tidy if isinstance(self.texts, JoinedTexts) else are_tidy(self.texts)

    def odd_text(self) -> str:
        """Return all texts, one below the other; nothing where they are known to hold only plain letters."""
        if isinstance(self.texts, JoinedTexts):
            return "" if self.texts.is_plain else self.texts.together
        return "\n".join(self.texts)


def _run(rows: Rows) -> slice | None:
    """Return the slice of rows that follow each other; None where they do not."""
    first = int(rows[0]) if len(rows) else 0
    return slice(first, first + len(rows)) if np.array_equal(rows, np.arange(first, first + len(rows))) else None


Column: TypeAlias = Numbers | Texts | list[Cell]


class ByColumn(Sequence[Sequence[Cell]]):
    """The rows of a table. Most are as wide as it is; `odd`: those that are not, by their index."""

    def __init__(self, columns: Sequence[Column], count: int, odd: Mapping[int, list[Cell]]) -> None:
        """Hold the columns, each with a cell for every row; those of rows that are not as wide stand in them as far as they go."""
        self.columns = tuple(columns)
        self.odd = odd
        self._count = count
        self._last: tuple[int, list[Cell]] = (-1, [])

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._count

    @overload
    def __getitem__(self, row: int) -> list[Cell]: ...
    @overload
    def __getitem__(self, row: slice) -> list[list[Cell]]: ...
    def __getitem__(self, row: int | slice) -> list[Cell] | list[list[Cell]]:
        """Return a row; the one that was asked for last is kept, since most look at several of its cells."""
        if isinstance(row, slice):
            return [self[each] for each in range(*row.indices(self._count))]
        if not -self._count <= row < self._count:
            raise IndexError(row)
        row %= self._count
        if self._last[0] != row:
            self._last = (row, self.odd[row] if row in self.odd else [column[row] for column in self.columns])
        return self._last[1]

    def __iter__(self) -> Iterator[list[Cell]]:
        """Go through the rows."""
        return map(self.__getitem__, range(self._count))

    def column(self, place: int, rows: Rows) -> Sequence[Cell]:
        """Return some rows of a column, blank where the table has none."""
        if place >= len(self.columns):
            return [self[row][place] if place < len(self[row]) else None for row in rows.tolist()]
        column = self.columns[place]
        if isinstance(column, Numbers):
            return column.take(rows)
        if run := _run(rows):
            return column[run] if len(rows) < self._count else column
        return [column[row] for row in rows.tolist()]

    def odd_texts(self) -> Iterator[str]:
        """Yield everything that stands there and may hold more than digits and plain letters, many texts at once."""
        loose = [cell for cells in self.odd.values() for cell in cells if isinstance(cell, str)]
        for column in self.columns:
            if isinstance(column, Texts):
                yield column.odd_text()
            else:
                cells = column.others.values() if isinstance(column, Numbers) else column
                loose += [cell for cell in cells if isinstance(cell, str)]
        yield "\n".join(loose)

    def width(self, first: int, last: int) -> int:
        """Return the length of the longest of some rows."""
        widths = [len(cells) for row, cells in self.odd.items() if first <= row <= last]
        return max([*widths, len(self.columns) if len(widths) <= min(last, self._count - 1) - first else 0])

    def filled_beyond(self, first: int, width: int) -> list[int]:
        """Return the rows from one on that may have something at or beyond a column."""
        return sorted({row for row in self._beyond(width) if row >= first})

    def _beyond(self, width: int) -> Iterable[int]:
        yield from self.odd
        for column in self.columns[width:]:
            if isinstance(column, Numbers):
                yield from np.flatnonzero(~np.isnan(column.numbers)).tolist()
                yield from column.others
            else:
                yield from (row for row, cell in enumerate(column) if cell)

    @cached_property
    def widest(self) -> int:
        """The length of the longest row."""
        return self.width(0, self._count - 1)
