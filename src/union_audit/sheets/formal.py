"""A large text table that keeps to the letter of the format → its rows by columns, without an object for each cell."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets import limits
from union_audit.sheets.by_column import ByColumn, Column, Numbers, Texts
from union_audit.sheets.digits import Ends, Words
from union_audit.sheets.model import Cell

_PAD = b"\0" * 8
_MOST_ODD = 1_000
"""Rows of another width than the table's."""
_QUOTE, _LINE_FEED, _RETURN = b'"\n\r'


class _Cells(NamedTuple):
    """Where cells and lines end. `ends`: of each cell; `last`: the index in it of the last cell of each line."""

    ends: Ends
    last: NDArray[np.intp]


def read_formal(text: str, delimiter: str) -> ByColumn | None:
    """Return the rows of a text; None where it must be looked at row by row.

    That is, where a quotation mark does not enclose a cell or encloses a line break, where lines end in more than one way or are too
    long, and where many have another width than the others.
    """
    reader = _taken_apart(text, delimiter)
    if reader is None:
        return None
    widths, width = reader.widths, reader.width
    is_odd = widths != width
    odd_rows = np.flatnonzero(is_odd)
    blank = width * len('"",' if reader.is_quoted else ",") + len("\r")
    filled = int((reader.lengths[~is_odd] > blank).sum())
    if width < 2 or len(odd_rows) > min(_MOST_ODD, filled // 2):  # noqa: PLR2004 (one column is no table)
        return None
    odd = {int(row): reader.row(int(row)) for row in odd_rows}
    regular = np.flatnonzero(~is_odd)
    columns = [reader.column(place, regular) for place in range(width)]
    if odd:
        columns = [_with_odd(column, place, regular, len(widths), odd) for place, column in enumerate(columns)]
    return ByColumn(columns, len(widths), odd)


def read_texts(text: str, delimiter: str) -> list[list[str]] | None:
    """Return the columns of a text, "" where a cell is blank; None where `read_formal` would, and where rows have different widths."""
    reader = _taken_apart(text, delimiter)
    if reader is None or (reader.widths != reader.width).any():
        return None
    rows = np.arange(len(reader.widths))
    return [reader.texts(place, rows).texts for place in range(reader.width)]


def _taken_apart(text: str, delimiter: str) -> "_Reader | None":
    """Tell where the cells of a text are; None where it must be looked at row by row."""
    data = b"".join((_PAD, text.encode(), b"\n"))
    if data.count(b"\r") != data.count(b"\r\n"):
        return None
    words = Words(data)
    is_quoted = '"' in text
    cells = _cells(words.bytes, delimiter, is_quoted=is_quoted)
    if cells is None:
        return None
    lengths = np.diff(cells.ends[cells.last], prepend=len(_PAD) - 1)
    if int(lengths.max()) > limits.COLUMNS:  # in bytes: a longer line may have too many cells, or too long ones
        return None
    return _Reader(data, words, cells, lengths, is_quoted=is_quoted)


def _cells(data: NDArray[np.uint8], delimiter: str, *, is_quoted: bool) -> _Cells | None:
    """Return where cells end, None where the quotation marks are not those of the format."""
    at_ends = (data == ord(delimiter)) | (data == _LINE_FEED)
    ends = np.flatnonzero(at_ends)
    if is_quoted:
        marks = np.flatnonzero(data == _QUOTE)
        opening, closing = marks[::2], marks[1::2]
        if len(opening) != len(closing):
            return None
        is_doubled = np.zeros(len(opening), np.bool_)
        is_doubled[1:] = opening[1:] == closing[:-1] + 1
        follows = at_ends[opening - 1] | (opening == len(_PAD)) | is_doubled
        after = closing + 1
        is_followed = (
            at_ends[after]
            | (data[after] == _QUOTE)
            | ((data[after] == _RETURN) & (data[np.minimum(after + 1, len(data) - 1)] == _LINE_FEED))
        )
        if not (follows.all() and is_followed.all()):
            return None
        is_within = np.searchsorted(marks, ends) % 2 == 1
        if (data[ends[is_within]] == _LINE_FEED).any():
            return None
        ends = ends[~is_within]
    return _Cells(ends, np.flatnonzero(data[ends] == _LINE_FEED))


class _Reader:
    """Reads cells of the bytes. `widths`: how many cells each line has; `width`: most of them; `lengths`: its bytes."""

    def __init__(self, data: bytes, words: Words, cells: _Cells, lengths: Ends, *, is_quoted: bool) -> None:
        self._data, self._words, self._cells = data, words, cells
        self.lengths, self.is_quoted = lengths, is_quoted
        self.widths = np.diff(cells.last, prepend=-1)
        self.width = int(np.bincount(self.widths).argmax())
        self._starts = np.concatenate(([len(_PAD)], cells.ends[:-1] + 1))

    def row(self, row: int) -> list[Cell]:
        """Return the cells of one row; a line with nothing in it has none."""
        last = int(self._cells.last[row])
        cells = slice(last - int(self.widths[row]) + 1, last + 1)
        starts, ends = self._starts[cells].tolist(), self._cells.ends[cells].tolist()
        found: list[Cell] = [self._text(start, end) for start, end in zip(starts, ends, strict=True)]
        is_empty = found == [None] and b'"' not in self._data[starts[0] : ends[0]]
        return [] if is_empty else found

    def column(self, place: int, rows: NDArray[np.intp]) -> Column:
        """Return a column of rows that have the usual width: of numbers, if most of its cells are digits, or of texts."""
        starts, ends = self._at(place, rows)
        inner, outer = self._within(starts, ends)
        read = self._words.digits(inner, outer)
        rest = np.flatnonzero(~read.is_number & (outer > inner))
        if 2 * len(rest) > len(starts):
            return self._texts(inner, outer)
        others = {row: self._text(int(starts[row]), int(ends[row])) for row in rest.tolist()}
        return Numbers(read.values, others, is_text=True)

    def texts(self, place: int, rows: NDArray[np.intp]) -> Texts:
        """Return a column as texts, whatever they are."""
        return self._texts(*self._within(*self._at(place, rows)))

    def _at(self, place: int, rows: NDArray[np.intp]) -> tuple[Ends, Ends]:
        """Return where the cells of a column start and end."""
        at = self._cells.last[rows] - (self.width - 1 - place)
        starts, ends = self._starts[at], self._cells.ends[at]
        return starts, ends - (self._words.bytes[ends - 1] == _RETURN) if place == self.width - 1 else ends

    def _within(self, starts: Ends, ends: Ends) -> tuple[Ends, Ends]:
        """Return where what stands in cells, within their quotation marks, starts and ends."""
        if not self.is_quoted:
            return starts, ends
        quoted = (ends - starts > 1) & (self._words.bytes[starts] == _QUOTE)
        return starts + quoted, ends - quoted

    def _texts(self, starts: Ends, ends: Ends) -> Texts:
        """Return a column of texts, taken out of the bytes together."""
        lengths = (ends - starts + 1).astype(np.int32)  # a file of two gigabytes is not read
        begins = np.cumsum(lengths, dtype=np.int32) - lengths
        found = self._words.bytes[np.arange(int(lengths.sum()), dtype=np.int32) + np.repeat(starts.astype(np.int32) - begins, lengths)]
        found[begins + lengths - 1] = _LINE_FEED
        return _apart(found[:-1].tobytes())

    def _text(self, start: int, end: int) -> str | None:
        cell = self._data[start:end].decode()
        if cell[-1:] == "\r":
            cell = cell[:-1]
        if cell[:1] == '"':
            cell = cell[1:-1].replace('""', '"')
        return cell or None


@lru_cache(maxsize=4)
def _apart(together: bytes) -> Texts:
    """Return texts of which one stands below the other; the months of a year have the same codes and names."""
    return Texts(together.decode().replace('""', '"').split("\n"))


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
