"""A text table → rows of cells: which delimiter it uses, which rows are ragged, which quotation marks are stray."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from union_audit.sheets.limits import LINE_CHARACTERS
from union_audit.sheets.refusal import too_large

DELIMITERS = "\t;|,"
"""In the order of choice where all fit the file equally well: the comma last, since it also stands in numbers."""

_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 1 << 17
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_LONGEST_RECORD = 100
_STRAY_LIMIT = 20
_WIDEST = 20_000


@dataclass(slots=True)
class Table:
    """Rows as the file has them. `ragged`: (row, cells found); `stray`: rows with a quotation mark that encloses nothing."""

    rows: list[list[str | None]]
    delimiter: str
    width: int
    ragged: list[tuple[int, int]] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)


def read_table(text: str) -> Table:
    """Take the text apart. A first line "sep=;" sets the delimiter and is no row, as in a spreadsheet program."""
    declared = _SEPARATOR_LINE.match(text)
    if declared:
        text = text[declared.end() :]
    sample = _sample(text)
    delimiter = declared[1] if declared else choose_delimiter(sample)
    table = Table([], delimiter, _width(sample, delimiter))
    table.rows = _line_by_line(text, delimiter) or [_blanks_as_none(row) for row in _Records(text, table).read()]
    table.ragged.extend(_ragged(table.rows, table.width))
    return table


def _line_by_line(text: str, delimiter: str) -> list[list[str | None]] | None:
    """Return the rows of a text in which each line is one: the common case, at full speed. None where a line is not."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [_blanks_as_none(row) for row in reader]
    except csv.Error:
        return None
    widest = max(map(len, rows), default=0)
    return rows if reader.line_num == len(rows) and widest < _WIDEST else None


def _blanks_as_none(row: list[str]) -> list[str | None]:
    return [cell or None for cell in row]


def choose_delimiter(sample: list[str]) -> str:
    """Return the delimiter under which most rows have the same number of cells, and the more cells the better."""
    return max(DELIMITERS, key=lambda delimiter: _score(sample, delimiter))


def _score(sample: list[str], delimiter: str) -> float:
    widths = _widths(sample, delimiter)
    width = _usual(widths)
    if width < 2:  # noqa: PLR2004 (one column is no table)
        return 0.0
    share = widths[width] / widths.total()
    score = share * share * math.log2(width + 1)
    if delimiter == ",":  # a comma that stands beside other delimiters is more likely a decimal comma
        score *= 1 - 0.25 * sum(1 for line in sample if any(other in line for other in DELIMITERS[:-1])) / len(sample)
    return score


def _widths(sample: list[str], delimiter: str) -> Counter[int]:
    try:
        return Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if any(row))
    except csv.Error:
        return Counter(line.count(delimiter) + 1 for line in sample if line.strip())


def _usual(widths: Counter[int]) -> int:
    """Return the most frequent width of two and more, the larger one where two are equally frequent; else 1."""
    return max((width for width in widths if width > 1), key=lambda width: (widths[width], width), default=1)


def _width(sample: list[str], delimiter: str) -> int:
    return _usual(_widths(sample, delimiter))


def _sample(text: str) -> list[str]:
    """Return whole lines of the beginning, a bounded number of them."""
    lines = list(islice(io.StringIO(text[:_SAMPLE_CHARACTERS], newline=""), _SAMPLE_LINES))
    return lines[:-1] if len(lines) > 1 and len(lines) < _SAMPLE_LINES and len(text) > _SAMPLE_CHARACTERS else lines


class _Records:
    """The records of a text: lines joined where a quotation mark encloses a line break, but never by a stray one."""

    def __init__(self, text: str, table: Table) -> None:
        self._lines: Iterator[str] = io.StringIO(text, newline="")
        self._table = table
        self._pending: list[str] = []
        self._quoting: int = csv.QUOTE_MINIMAL
        self._number = 0

    def read(self) -> Iterator[list[str]]:
        more = True
        while more:
            more = False
            for record in self._until_stray():
                if record is None:
                    yield self._literally()
                    more = True
                    break
                self._pending.clear()
                self._number += 1
                yield record

    def _until_stray(self) -> Iterator[list[str] | None]:
        """Yield records, and None as soon as one was begun by a stray quotation mark; its lines are then pending."""
        reader = csv.reader(self._feed(), delimiter=self._table.delimiter, quoting=self._quoting, strict=True)  # type: ignore[arg-type]
        try:
            for record in reader:
                yield None if len(self._pending) > 1 and self._is_stray(record) else record
        except csv.Error:
            yield None

    def _feed(self) -> Iterator[str]:
        for line in self._lines:
            if len(line) > LINE_CHARACTERS:
                raise too_large("CSV", f"{len(line)}", f"{LINE_CHARACTERS}")
            self._pending.append(line)
            yield line

    def _is_stray(self, record: list[str]) -> bool:
        """Whether a record of several lines is really several records: it is not as wide as the others, but its lines are."""
        width = self._table.width
        return len(self._pending) > _LONGEST_RECORD or (
            len(record) != width and all(line.count(self._table.delimiter) + 1 == width for line in self._pending)
        )

    def _literally(self) -> list[str]:
        """Take the first pending line by itself, an open quotation mark in it as a letter; put the other lines back."""
        first, *others = self._pending
        self._lines = chain(others, self._lines)
        self._pending.clear()
        marks = first.count('"')
        if marks:
            self._table.stray.append(self._number)
        self._number += 1
        if len(self._table.stray) >= _STRAY_LIMIT:
            self._quoting = csv.QUOTE_NONE
        if marks % 2 == 0 and len(first) < csv.field_size_limit():
            return next(csv.reader([first], delimiter=self._table.delimiter))
        return first.rstrip("\r\n").split(self._table.delimiter)


def _ragged(rows: list[list[str | None]], width: int) -> Iterator[tuple[int, int]]:
    """Yield the rows that have more cells than the table, or fewer within it. Titles, section labels and notes are none."""
    if width < 2 or set(map(len, rows)) == {width}:  # noqa: PLR2004 (one column is no table)
        return
    whole = [index for index, row in enumerate(rows) if len(row) == width]
    first, last = (whole[0], whole[-1]) if whole else (0, -1)
    for index, row in enumerate(rows):
        if len(row) != width and (len(row) > width or first < index < last):
            filled = len(row) - next((place for place, cell in enumerate(reversed(row)) if cell is not None), len(row))
            if filled > width or (filled > 1 and len(row) < width):
                yield index, len(row)
