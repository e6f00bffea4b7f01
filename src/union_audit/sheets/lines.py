"""Some whole lines of a text table, as bytes, and where their cells are."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets import limits
from union_audit.sheets.by_column import Numbers
from union_audit.sheets.digits import PAD, SHORT, Ends, Words
from union_audit.sheets.joined import cut
from union_audit.sheets.model import Cell

_QUOTE, _LINE_FEED, _RETURN = b'"\n\r'


class Lines:
    """Lines that are of the format. `widths`: how many cells each has; `lengths`: how many bytes."""

    def __init__(self, data: bytes, words: Words, ends: Ends, last: NDArray[np.intp]) -> None:
        """Hold the lines; `ends`: where each cell ends; `last`: of each line the number of its last cell."""
        self._data, self._words, self._ends, self._last = data, words, ends, last
        self.is_quoted = b'"' in data
        self.widths = np.diff(last, prepend=-1)
        self.lengths = np.diff(ends[last], prepend=len(PAD) - 1)

    def row(self, row: int) -> list[Cell]:
        """Return the cells of a line; one with nothing in it has none."""
        last = int(self._last[row])
        first = last - int(self.widths[row]) + 1
        edges = [int(self._ends[first - 1]) if first else len(PAD) - 1, *self._ends[first : last + 1].tolist()]
        found = [self._data[start + 1 : end].decode() for start, end in pairwise(edges)]
        found[-1] = found[-1].removesuffix("\r")
        return [] if found == [""] else [(cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell) or None for cell in found]

    def columns(self, width: int) -> list[Numbers | bytes]:
        """Return the columns of the lines that have so many cells: numbers, or where most are none, texts with a line feed after each."""
        starts, ends = self._cells(width)
        is_short = ((ends - starts).max(axis=1, initial=0) <= SHORT).tolist()
        columns: list[Numbers | bytes] = []
        for _, run in groupby(range(width), is_short.__getitem__):  # columns beside each other, as they lie
            first = len(columns)
            some = slice(first, first + sum(1 for _ in run))
            columns += self._run(starts[some], ends[some])
        return columns

    def _run(self, starts: Ends, ends: Ends) -> Iterator[Numbers | bytes]:
        """Yield some columns, shape (columns, lines)."""
        numbers, is_number = self._words.digits(starts, ends)
        rest = ~is_number & (ends > starts)
        are_texts = 2 * rest.sum(axis=1) > starts.shape[1]
        for place, is_text in enumerate(are_texts.tolist()):
            if is_text:
                yield cut(self._words.bytes, starts[place], ends[place])
            else:
                yield Numbers(numbers[place], self._others(starts[place], ends[place], rest[place]), is_text=True)

    def texts(self, width: int) -> list[bytes]:
        """Return the columns of the lines that have so many cells, whatever they hold, as texts with a line feed after each."""
        return list(map(partial(cut, self._words.bytes), *self._cells(width)))

    def _cells(self, width: int) -> tuple[Ends, Ends]:
        """Return where the cells of lines that have so many start and end within their quotation marks, shape (width, lines)."""
        is_so = self.widths == width
        last = self._last[is_so]
        ends = self._ends.reshape(-1, width).T.copy() if is_so.all() else self._ends[last + np.arange(1 - width, 1)[:, None]]
        starts = np.empty_like(ends)
        starts[1:] = ends[:-1] + 1
        starts[0] = np.where(last >= width, self._ends[last - width] + 1, len(PAD))
        ends[-1] -= self._words.bytes[ends[-1] - 1] == _RETURN
        if self.is_quoted:
            are_quoted = (ends - starts > 1) & (self._words.bytes[starts] == _QUOTE)
            starts, ends = starts + are_quoted, ends - are_quoted
        return starts, ends

    def _others(self, starts: Ends, ends: Ends, rest: NDArray[np.bool_]) -> dict[int, Cell]:
        return {row: self._data[starts[row] : ends[row]].decode().replace('""', '"') for row in np.flatnonzero(rest).tolist()}


def taken_apart(lines: bytes, delimiter: str) -> Lines | None:
    """Take lines apart; None where they are to be looked at row by row.

    That is, where a quotation mark does not enclose a cell or encloses a line break, where lines end in more than one way, or are too long.
    """
    data = b"".join((PAD, lines, PAD))
    words = Words(data)
    at_ends = words.bytes == ord(delimiter)
    is_line_end = words.bytes == _LINE_FEED
    at_ends |= is_line_end
    line_ends = np.flatnonzero(is_line_end)
    if np.count_nonzero(words.bytes == _RETURN) != np.count_nonzero(words.bytes[line_ends - 1] == _RETURN):
        return None
    ends = np.flatnonzero(at_ends) if b'"' not in lines else _outside_marks(words.bytes, at_ends)
    if ends is None or int(np.diff(line_ends, prepend=len(PAD) - 1).max()) > limits.COLUMNS:  # a longer line may have too many cells
        return None
    width, rest = divmod(len(ends), len(line_ends))
    last = np.arange(width - 1, len(ends), width)
    if rest or not np.array_equal(ends[last], line_ends):
        last = np.searchsorted(ends, line_ends)
    return Lines(data, words, ends, last)


def _outside_marks(data: NDArray[np.uint8], at_ends: NDArray[np.bool_]) -> Ends | None:
    """Return the ends of cells, which are not within quotation marks; None where those are not of the format."""
    marks = np.flatnonzero(data == _QUOTE)
    opening, closing = marks[::2], marks[1::2]
    if len(opening) != len(closing):
        return None
    is_doubled = np.zeros(len(opening), np.bool_)
    is_doubled[1:] = opening[1:] == closing[:-1] + 1
    follows = at_ends[opening - 1] | (opening == len(PAD)) | is_doubled
    after = closing + 1
    is_followed = at_ends[after] | (data[after] == _QUOTE) | ((data[after] == _RETURN) & (data[after + 1] == _LINE_FEED))
    ends: Ends = np.flatnonzero(at_ends)
    is_within = np.searchsorted(marks, ends) % 2 == 1
    is_formal = follows.all() and is_followed.all() and not (data[ends[is_within]] == _LINE_FEED).any()
    return ends[~is_within] if is_formal else None
