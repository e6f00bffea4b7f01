"""CSV in UTF-8, or the first sheet of a workbook → a Table whose columns are known by their headings."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from union_audit.folding import fold, nfc
from union_audit.patterns import pattern
from union_audit.plan.problems import Problems, decode, read_bytes
from union_audit.plan.table import Table
from union_audit.words import N_

if TYPE_CHECKING:
    from union_audit.sheets.joined import JoinedTexts

Headings: TypeAlias = Mapping[str, Sequence[str]]
"""The other ways to write each column's heading, by the column's own name."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DELIMITERS = ",;\t"
_LINE = pattern(r"[^\r\n]*")
_LARGE = 1 << 20
"""A text no longer is as quickly read row by row."""
_HEAD = 1 << 16
"""A first line is no longer, or it is none."""


def read_table(path: Path, headings: Headings, required: Sequence[str]) -> Table:
    """Read a table; ConfigurationError if the file is none, or its headings are not these."""
    problems = Problems(path)
    content = read_bytes(path, problems)
    if content.startswith(_WORKBOOKS):
        return _by_row(_workbook(path, problems), headings, required, problems, content)
    columns = _by_column(content, headings)
    if columns is None:
        text = nfc(decode(content, problems))
        return _by_row(_delimited(text, _delimiter(text, headings), problems), headings, required, problems, content)
    places = _columns(1, [cells[0] for cells in columns], headings, required, problems)
    cells = {column: columns[at - 1][1:] for column, at in places.items()}
    return Table(problems, content, range(2, len(columns[0]) + 1), cells, places)


def _by_row(
    records: Iterable[tuple[int, Sequence[str]]], headings: Headings, required: Sequence[str], problems: Problems, content: bytes
) -> Table:
    """Return the table of some rows, each with its line."""
    filled = [(line, row) for line, row in records if (row and row[0].strip()) or _is_filled(row)]
    if not filled:
        problems.refuse(N_("The file is empty."))
    (line, heading), body = filled[0], filled[1:]
    columns = _columns(line, heading, headings, required, problems)
    _check_width(body, len(heading), problems)
    cells = {column: [row[at - 1] if at <= len(row) else "" for _, row in body] for column, at in columns.items()}
    return Table(problems, content, [line for line, _ in body], cells, columns)


def _by_column(content: bytes, headings: Headings) -> "list[JoinedTexts] | None":
    """Return the columns of a large table of composed text whose rows are all of one width, none of them blank; None for any other."""
    if len(content) < _LARGE or b"\n" not in content[:_HEAD]:
        return None
    from union_audit.sheets.formal import read_texts  # noqa: PLC0415 (small lists need no arrays)

    content = content.removeprefix(BOM_UTF8)
    try:
        columns = read_texts(content, _delimiter(content[:_HEAD].decode("utf-8", "ignore"), headings)) or []
        is_composed = all(cells.is_composed for cells in columns)
    except UnicodeDecodeError:
        return None
    is_filled = columns and (columns[0].is_tidy or all(map(str.strip, columns[0]))) and not columns[0].is_any_blank
    return columns if is_composed and is_filled else None


def _is_filled(row: Sequence[str]) -> bool:
    return any(row) and any(map(str.strip, row))


def _workbook(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    from union_audit.plan.workbook_rows import rows  # noqa: PLC0415 (a list in CSV needs no reader of workbooks)

    yield from rows(path, problems)


def _delimited(text: str, delimiter: str, problems: Problems) -> Iterable[tuple[int, list[str]]]:
    """Return the rows with their lines."""
    reader = _reader(text, delimiter)
    try:
        rows = list(reader)
    except csv.Error:
        rows = []
    return enumerate(rows, 1) if rows and reader.line_num == len(rows) else _line_by_line(text, delimiter, problems)


def _line_by_line(text: str, delimiter: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yield rows some of which take several lines, or the last of which cannot be read."""
    reader = _reader(text, delimiter)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        hint = N_("Look for a quotation mark that is not closed.")
        problems.refuse(N_("The line cannot be divided into cells: {reason}."), line, 0, hint, reason=str(error))


def _reader(text: str, delimiter: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str, headings: Headings) -> str:
    """Return the sign that divides the first line into the most known headings."""
    first = next(_LINE.finditer(text.lstrip()))[0].replace('"', "")
    known = _names(headings)
    return max(_DELIMITERS, key=lambda sign: sum(fold(cell) in known for cell in first.split(sign)))


def _names(headings: Headings) -> dict[str, str]:
    return {fold(written): column for column, others in headings.items() for written in (column, *others)}


def _columns(line: int, row: Sequence[str], headings: Headings, required: Sequence[str], problems: Problems) -> dict[str, int]:
    known = _names(headings)
    columns: dict[str, int] = {}
    for at, cell in enumerate(row, start=1):
        text = " ".join(cell.split())
        column = known.get(fold(text))
        if column is None and text:
            problems.add_unknown(N_("There is no column “{word}” in such a list."), line, at, text, list(headings))
        elif column in columns:
            problems.add(N_("The column “{heading}” stands twice."), line, at, heading=column)
        elif column is not None:
            columns[column] = at
    for column in required:
        if column not in columns:
            problems.add(N_("The column “{heading}” is missing."), line, heading=column)
    problems.raise_if_any()
    return columns


def _check_width(body: Iterable[tuple[int, Sequence[str]]], width: int, problems: Problems) -> None:
    hint = N_("A text that holds the dividing sign stands in quotation marks.")
    for line, row in body:
        if len(row) > width and _is_filled(row[width:]):
            problems.add(N_("The line has more cells than the heading."), line, width + 1, hint)
