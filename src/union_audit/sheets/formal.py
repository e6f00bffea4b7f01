"""A large text table that keeps to the letter of the format → its rows by columns, without an object for each cell."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets.by_column import ByColumn, Column, Numbers, Texts
from union_audit.sheets.digits import LONG
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.limits import COLUMNS
from union_audit.sheets.lines import Lines, taken_apart
from union_audit.sheets.model import Cell

_BLOCK = 1 << 19
"""So many bytes are taken apart at once: what is in between stays in the processor's own memory."""
_LEAST_LINES = 256
"""No fewer lines than these, however long: a column has a cost in each block."""
_FEW_BYTES = 16 << 20
_MOST_ODD = 1_000
"""Rows of another width than the table's."""


def read_formal(data: bytes, delimiter: str) -> ByColumn | None:
    """Return the rows of a text in UTF-8; None where it must be looked at row by row.

    That is, where `taken_apart` says so of some lines, and where many have another width than the others. Raises UnicodeDecodeError
    for what is not UTF-8.
    """
    table = _read(data, delimiter)
    if table is None or table.width < 2 or len(table.odd) > min(_MOST_ODD, table.filled // 2):  # noqa: PLR2004 (one column is no table)
        return None
    columns = [table.column(place) for place in range(table.width)]
    if table.odd:
        regular = np.array([row for row in range(table.count) if row not in table.odd], np.intp)
        columns = [_with_odd(column, place, regular, table.count, table.odd) for place, column in enumerate(columns)]
    return ByColumn(columns, table.count, table.odd)


def read_texts(data: bytes, delimiter: str) -> list[JoinedTexts] | None:
    """Return the columns of a text, whatever stands in them; None where `read_formal` would, and where rows have different widths."""
    pieces: list[list[bytes]] = []
    for block in _blocks(data):
        lines = taken_apart(block, delimiter)
        width = len(pieces[0]) if pieces else int(lines.widths[0]) if lines else 0
        if lines is None or (lines.widths != width).any():
            return None
        pieces.append(lines.texts(width))
    return [_apart(b"".join(column)) for column in zip(*pieces, strict=True)]


def _read(data: bytes, delimiter: str) -> "_Table | None":
    table = None
    for block in _blocks(data):
        lines = taken_apart(block, delimiter)
        if lines is None or (table is None and _is_wide(lines, data)):
            return None
        table = table or _table(int(np.bincount(lines.widths).argmax()), data)
        table.add(lines)
        if len(table.odd) > _MOST_ODD:
            return None
    return table


def _is_wide(lines: Lines, data: bytes) -> bool:
    """Whether a table has more columns than lines, so that nothing is gained by columns, and not too many cells to be an object each."""
    return len(data) <= _FEW_BYTES and int(lines.widths.max()) > data.count(b"\n")


def _table(width: int, data: bytes) -> "_Table":
    """Return a table with room for the lines, and for no more of that width than there are bytes for: the end of each cell takes one."""
    return _Table(width, min(data.count(b"\n"), len(data) // width) + 1)


def _blocks(data: bytes) -> Iterator[bytes]:
    """Yield the lines of a text, many at once, but for blank ones at its end; the last may have no line feed."""
    size = max(_BLOCK, _LEAST_LINES * min(data.find(b"\n") + 1, COLUMNS))
    start, stop = 0, len(data)
    while stop and data[stop - 1] in b"\r\n":
        stop -= 1
    while start < stop:
        end = stop if stop - start <= size else data.rfind(b"\n", start, start + size) + 1
        end = end or data.find(b"\n", start, stop) + 1 or stop
        yield data[start:end] + (b"" if data[end - 1] == ord("\n") else b"\n")
        start = end


class _Table:
    """What was read of a table so far. `width`: that of most of its first lines; `filled`: lines of that width with something in them."""

    def __init__(self, width: int, most: int) -> None:
        """Make room for so many lines at most."""
        self.width, self.count, self.filled = width, 0, 0
        self.odd: dict[int, list[Cell]] = {}
        self._numbers = np.empty((width, most))
        self._firsts = [0]  # of each block, of the lines of that width
        self._others: list[list[Mapping[int, Cell] | bytes]] = [[] for _ in range(width)]

    def add(self, lines: Lines) -> None:
        """Read more lines."""
        is_odd = lines.widths != self.width
        for row in np.flatnonzero(is_odd).tolist():
            self.odd[self.count + row] = lines.row(row)
            if len(self.odd) > _MOST_ODD:
                return
        blank = self.width * len('"",' if lines.is_quoted else ",") + len("\r")
        self.filled += int((lines.lengths[~is_odd] > blank).sum())
        self.count += len(is_odd)
        for place, piece in enumerate(lines.columns(self.width)):
            self._others[place].append(self._put(place, self._firsts[-1], piece) if isinstance(piece, Numbers) else piece)
        self._firsts.append(self.count - len(self.odd))

    def _put(self, place: int, first: int, numbers: Numbers) -> Mapping[int, Cell]:
        """Put the numbers of a column from a line on where they belong, and return what else stands there."""
        self._numbers[place, first : first + len(numbers)] = numbers.numbers
        return numbers.others

    def column(self, place: int) -> Column:
        """Return a column: of texts, if they are most of its cells."""
        pieces = self._others[place]
        if all(isinstance(each, bytes) for each in pieces):
            return Texts(_kept(b"".join(each for each in pieces if isinstance(each, bytes))))
        others = {
            first + row: cell
            for first, each in zip(self._firsts, pieces, strict=False)
            for row, cell in (self._put(place, first, _as_numbers(each)) if isinstance(each, bytes) else each).items()
        }
        numbers = Numbers(self._numbers[place, : self._firsts[-1]], others, is_text=True)
        return numbers if 2 * len(others) <= len(numbers) else Texts([str(cell or "") for cell in numbers])


@lru_cache(maxsize=4)
def _kept(together: bytes) -> JoinedTexts:
    """Keep texts once: the months of a year have the same codes and names."""
    return _apart(together)


def _apart(together: bytes) -> JoinedTexts:
    """Return texts that each have a line feed after them, quotation marks in them doubled."""
    return JoinedTexts.of(together.replace(b'""', b'"') if b'"' in together else together)


def _in_lines(together: bytes) -> list[str]:
    return together.decode().replace('""', '"').split("\n")[:-1]


def _as_numbers(together: bytes) -> Numbers:
    """Return texts as a part of a column of numbers."""
    texts = _in_lines(together)
    numbers = [float(text) if _is_number(text) else math.nan for text in texts]
    return Numbers(np.array(numbers), {row: text for row, text in enumerate(texts) if text and not _is_number(text)}, is_text=True)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONG and (text[0] != "0" or len(text) == 1)


def _with_odd(column: Column, place: int, regular: NDArray[np.intp], count: int, odd: Mapping[int, list[Cell]]) -> Column:
    """Return a column with the cells of the rows that have another width, as far as those reach."""
    others = {row: cells[place] for row, cells in odd.items() if place < len(cells) and cells[place] is not None}
    if isinstance(column, Numbers):
        numbers = np.full(count, np.nan)
        numbers[regular] = column.numbers
        rows = regular.tolist()
        return Numbers(numbers, {**{rows[at]: cell for at, cell in column.others.items()}, **others}, is_text=True)
    cells: list[Cell] = [None] * count
    for row, cell in zip(regular.tolist(), column, strict=True):
        cells[row] = cell
    for row, cell in others.items():
        cells[row] = cell
    return cells
