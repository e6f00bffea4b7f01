"""A text table → rows of cells: which delimiter it uses, which rows are ragged, which quotation marks are stray."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import field
from itertools import chain, islice
from typing import TYPE_CHECKING

from union_audit.frozen import dataclass
from union_audit.sheets.encoding import is_doubtful
from union_audit.sheets.limits import COLUMNS, DISTINCT_TEXTS, LINE_CHARACTERS, LINES
from union_audit.sheets.model import Cell
from union_audit.sheets.refusal import too_large

if TYPE_CHECKING:
    from union_audit.sheets.by_column import ByColumn

DELIMITERS = "\t;|,"
"""In the order of choice where all fit the file equally well: the comma last, since it also stands in numbers."""

_SAMPLE_LINES = 200
_SAMPLE_CHARACTERS = 1 << 17
_SAMPLE_BYTES = 4 * (_SAMPLE_CHARACTERS + 1)
"""No fewer letters than the sample, and one."""
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n])"?\r?\n?', re.IGNORECASE)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_LONGEST_RECORD = 100  # lines
_STRAY_LIMIT = 20
_LARGE = 1 << 16
"""A text no longer is as quickly read row by row."""


@dataclass(slots=True)
class Table:
    """Rows as the file has them. `ragged`: (row, cells found); `stray`: rows with a quotation mark that encloses nothing."""

    rows: Sequence[Sequence[Cell]]
    delimiter: str
    width: int
    ragged: list[tuple[int, int]] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)


def read_table(text: str) -> Table:
    """Take the text apart. A first line "sep=;" sets the delimiter and is no row, as in a spreadsheet program."""
    text = text.rstrip("\r\n")
    before, delimiter, sample = _begin(text)
    text = text.removeprefix(before)
    rows = _by_column(text.encode(), delimiter) if len(text) >= _LARGE else None
    return _table(rows, delimiter) if rows else _by_row(text, delimiter, sample)


def read_as_it_stands(data: bytes) -> Table | None:
    """Take a large text apart that is UTF-8 beyond doubt, without decoding all of it; None for any other."""
    if len(data) < _LARGE:
        return None
    head = data[:_SAMPLE_BYTES].decode(errors="ignore")
    before, delimiter, _ = _begin(head if len(data) > _SAMPLE_BYTES else head.rstrip("\r\n"))
    try:
        rows = _by_column(data.removeprefix(before.encode()), delimiter)
        is_sure = rows is not None and not any(map(is_doubtful, rows.odd_texts()))
    except UnicodeDecodeError:
        return None
    return _table(rows, delimiter) if rows and is_sure else None


def _begin(text: str) -> tuple[str, str, list[str]]:
    """Return the line that says the delimiter, the delimiter, and the first of the other lines."""
    declared = _SEPARATOR_LINE.match(text)
    before = declared[0] if declared else ""
    sample = _sample(text[len(before) :])
    is_kept = declared is not None and any(declared[1] in line for line in sample)  # else the line says what the file does not do
    return before, declared[1] if declared and is_kept else choose_delimiter(sample), sample


def _by_column(data: bytes, delimiter: str) -> "ByColumn | None":
    """Read a large table that keeps to the format at the speed of its bytes; None for any other."""
    if delimiter not in DELIMITERS:  # a file may declare any sign to be its own
        return None
    from union_audit.sheets.formal import read_formal  # noqa: PLC0415 (small tables need no arrays)

    return read_formal(data, delimiter)


def _table(rows: "ByColumn", delimiter: str) -> Table:
    first, last = (next(row for row in order if row not in rows.odd) for order in (range(len(rows)), range(len(rows) - 1, -1, -1)))
    width = len(rows.columns)
    return Table(rows, delimiter, width, list(_ragged(sorted(rows.odd.items()), width, first, last)))


def _by_row(text: str, delimiter: str, sample: list[str]) -> Table:
    texts = _Texts()
    formal, lines = _formal_rows(text, delimiter, texts)
    widths = Counter(len(row) for row in formal if any(row)) if formal is not None else _widths(sample, delimiter)
    table = Table(formal or [], delimiter, _usual(widths))
    if formal is None or lines > len(formal):
        table.rows = [list(map(texts.__getitem__, row)) for row in _Records(text, table).read()]
    widths_found = list(map(len, table.rows))
    if table.width > 1 and set(widths_found) != {table.width}:
        whole = [index for index, width in enumerate(widths_found) if width == table.width]
        table.ragged.extend(_ragged(enumerate(table.rows), table.width, *((whole[0], whole[-1]) if whole else (0, -1))))
    return table


class _Texts(dict[str, str | None]):
    """Each text of the cells once, as figures come again and again, and None for nothing; refuses (`Refused`) more than memory has."""

    def __missing__(self, cell: str) -> str | None:
        if len(self) >= DISTINCT_TEXTS:
            raise too_large("CSV", str(len(self) + 1), str(DISTINCT_TEXTS))
        self[cell] = kept = cell or None
        return kept


def _formal_rows(text: str, delimiter: str, texts: _Texts) -> tuple[list[list[str | None]] | None, int]:
    """Return the rows by the letter of the format, at full speed, and the number of lines; None where a line breaks it."""
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        return [list(map(texts.__getitem__, row)) for row in reader], reader.line_num
    except csv.Error:
        return None, reader.line_num


def choose_delimiter(sample: list[str]) -> str:
    """Return the delimiter under which most rows have the same number of cells, and the more cells the better."""
    return max(DELIMITERS, key=lambda delimiter: _score(sample, delimiter))


def _score(sample: list[str], delimiter: str) -> float:
    if not any(delimiter in line for line in sample):
        return 0.0
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
    rows = (_cells(line, delimiter) for line in sample)
    return Counter(len(row) for row in rows if any(row))


def _cells(line: str, delimiter: str) -> list[str]:
    """Take one line apart by itself: quotation marks that go in pairs enclose a cell, others are letters."""
    marks = line.count('"')
    if marks and marks % 2 == 0 and len(line) < csv.field_size_limit():
        return next(csv.reader([line], delimiter=delimiter))
    return line.rstrip("\r\n").split(delimiter)


def _usual(widths: Counter[int]) -> int:
    """Return the most frequent width of two and more, the larger one where two are equally frequent; else 1."""
    return max((width for width in widths if width > 1), key=lambda width: (widths[width], width), default=1)


def _sample(text: str) -> list[str]:
    """Return whole lines of the beginning, a bounded number of them."""
    lines = list(islice(io.StringIO(text[:_SAMPLE_CHARACTERS], newline=""), _SAMPLE_LINES))
    return lines[:-1] if len(lines) > 1 and len(lines) < _SAMPLE_LINES and len(text) > _SAMPLE_CHARACTERS else lines


class _Records:
    """The records of a text: lines joined where a quotation mark encloses a line break, but never by a stray one."""

    def __init__(self, text: str, table: Table) -> None:
        self._lines = _lines(text)
        self._table = table
        self._pending: list[str] = []
        self._number = 0

    def read(self) -> Iterator[list[str]]:
        while len(self._table.stray) < _STRAY_LIMIT:
            yield from self._until_stray()
            if not self._pending:
                return
            first, *others = self._pending
            self._pending.clear()
            self._lines = chain(others, self._lines)
            yield self._by_itself(first, is_stray='"' in first)
        for line in self._lines:  # the marks of this file enclose nothing: no line break is looked for in them any more
            yield self._by_itself(line, is_stray=line.count('"') % 2 == 1)

    def _until_stray(self) -> Iterator[list[str]]:
        """Yield records up to the first that a stray quotation mark began; its lines are then pending."""
        with suppress(csv.Error):
            for record in csv.reader(self._feed(), delimiter=self._table.delimiter, strict=True):
                if len(self._pending) > 1 and self._is_several(record):
                    return
                self._pending.clear()
                self._number += 1
                yield record

    def _feed(self) -> Iterator[str]:
        for line in self._lines:
            self._pending.append(line)
            yield line

    def _is_several(self, record: list[str]) -> bool:
        """Whether the lines of a record are records themselves: they are as wide as the table, which it is not, or too many."""
        width = self._table.width
        whole = len(record) != width and all(line.count(self._table.delimiter) + 1 == width for line in self._pending)
        return whole or len(self._pending) > _LONGEST_RECORD

    def _by_itself(self, line: str, *, is_stray: bool) -> list[str]:
        if is_stray:
            self._table.stray.append(self._number)
        self._number += 1
        return _cells(line, self._table.delimiter)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; the copy that `StringIO` makes is four bytes a letter, so only old files get one."""
    lines = io.StringIO(text, newline="") if _LONE_RETURN.search(text) else _split(text)
    for number, line in enumerate(lines):
        if len(line) > LINE_CHARACTERS or number >= LINES:
            raise too_large("CSV", f"{number} × {len(line)}", f"{LINES} × {LINE_CHARACTERS}")
        if len(line) > COLUMNS and (columns := max(map(line.count, DELIMITERS))) >= COLUMNS:
            raise too_large("CSV", str(columns + 1), str(COLUMNS))
        yield line


def _split(text: str) -> Iterator[str]:
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _ragged(rows: Iterable[tuple[int, Sequence[Cell]]], width: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the rows that have more cells than the table, or fewer within it. Titles, section labels and notes are none.

    `first`, `last`: the rows between which the table is.
    """
    for index, row in rows:
        if len(row) != width and (len(row) > width or first < index < last):
            filled = len(row) - next((place for place, cell in enumerate(reversed(row)) if cell is not None), len(row))
            if filled > width or (filled > 1 and len(row) < width):
                yield index, len(row)
