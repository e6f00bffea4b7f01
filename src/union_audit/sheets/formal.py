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
    data = b"".join((_PAD, text.encode(), b"\n"))
    if data.count(b"\r") != data.count(b"\r\n"):
        return None
    words = Words(data)
    is_quoted = '"' in text
    cells = _cells(words.bytes, delimiter, is_quoted=is_quoted)
    if cells is None:
        return None
    widths = np.diff(cells.last, prepend=-1)
    lengths = np.diff(cells.ends[cells.last], prepend=len(_PAD) - 1)
    if int(lengths.max()) > limits.COLUMNS:  # in bytes: a longer line may have too many cells, or too long ones
        return None
    width = int(np.bincount(widths).argmax())
    is_odd = widths != width
    odd_rows = np.flatnonzero(is_odd)
    blank = width * len('"",' if is_quoted else ",") + len("\r")
    filled = int((lengths[~is_odd] > blank).sum())
    if width < 2 or len(odd_rows) > min(_MOST_ODD, filled // 2):  # noqa: PLR2004 (one column is no table)
        return None
    starts = np.concatenate(([len(_PAD)], cells.ends[:-1] + 1))
    reader = _Reader(data, words, is_quoted=is_quoted)
    odd = {int(row): reader.row(starts, cells, int(row), int(widths[row])) for row in odd_rows}
    regular = np.flatnonzero(~is_odd)
    first = cells.last[regular] - (width - 1)
    columns = [reader.column(starts[first + place], cells.ends[first + place], place == width - 1) for place in range(width)]
    if odd:
        columns = [_with_odd(column, place, regular, len(widths), odd) for place, column in enumerate(columns)]
    return ByColumn(columns, len(widths), odd)


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
    """Reads cells of the bytes."""

    def __init__(self, data: bytes, words: Words, *, is_quoted: bool) -> None:
        self._data, self._words, self._is_quoted = data, words, is_quoted

    def row(self, starts: Ends, cells: _Cells, row: int, width: int) -> list[Cell]:
        """Return the cells of one row; a line with nothing in it has none."""
        last = int(cells.last[row])
        ends = cells.ends[last - width + 1 : last + 1].tolist()
        found: list[Cell] = [self._text(start, end) for start, end in zip(starts[last - width + 1 : last + 1].tolist(), ends, strict=True)]
        is_empty = found == [None] and b'"' not in self._data[int(starts[last]) : ends[0]]
        return [] if is_empty else found

    def column(self, starts: Ends, ends: Ends, is_last: bool) -> Column:  # noqa: FBT001 (its only caller is above)
        """Return a column: of numbers, if most of its cells are digits, or of texts."""
        data = self._words.bytes
        if is_last:
            ends = ends - (data[ends - 1] == _RETURN)
        inner, outer = starts, ends
        if self._is_quoted:
            quoted = (ends - starts > 1) & (data[starts] == _QUOTE)
            inner, outer = starts + quoted, ends - quoted
        read = self._words.digits(inner, outer)
        rest = np.flatnonzero(~read.is_number & (outer > inner))
        if 2 * len(rest) > len(starts):
            return self._texts(inner, outer)
        others = {row: self._text(int(starts[row]), int(ends[row])) for row in rest.tolist()}
        return Numbers(read.values, others, is_text=True)

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
