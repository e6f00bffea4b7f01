"""Writes the rows of a table: as high as they need, or millions of them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.reports.words import SYMBOL
from union_audit.reports.xlsx import large_sheet
from union_audit.reports.xlsx.cells import COUNT, EXACT, PERCENT, TEXT, Paper, Value, clean
from union_audit.reports.xlsx.large_sheet import LargeSheet
from union_audit.reports.xlsx.live_sheet import LiveSheet

LINE = 15.5
"""The height of a line, in points."""

_MOST_LINES = 12
_FILTER = 3
"""Letters of a heading that its filter's button covers, and that bold ones need more."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in letters, what its rows hold.

    `bar`: a bar from 0% to 100% stands behind; `signs`: texts begin with the sign of a status, and get its colour. `on_paper` is false
    for what is wide and only looked up on the screen, `aside` true for what is only computed with; such columns stand last.
    """

    heading: str
    width: float
    values: Iterable[Value] = ()
    style: str = "plain"
    bar: bool = False
    signs: bool = False
    on_paper: bool = True
    aside: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether it stands on paper, where rows are as high as its texts need."""
        return self.on_paper and not self.aside


def write_heading(sheet: Worksheet, paper: Paper, row: int, columns: Sequence[Column], *, filtered: bool = True) -> None:
    """Write a row of headings, with room for the buttons of filters."""
    room = _FILTER if filtered else 1
    sheet.set_row(row, LINE * max(_lines(column.heading, max(column.width - room, 1)) for column in columns))
    for place, column in enumerate(columns):
        sheet.write_string(row, place, column.heading, paper.heading(aside=column.aside))


def write_row(sheet: Worksheet, paper: Paper, row: int, values: Sequence[Value], columns: Sequence[Column]) -> None:
    """Write a row as high as its longest text needs: not every program finds that out when it opens the file."""
    for place, (value, column) in enumerate(zip(values, columns, strict=True)):
        paper.write(sheet, row, place, value, column.style)
    sheet.set_row(row, _height(values, _printed(columns)))


def write_rows(sheet: LiveSheet, paper: Paper, columns: Sequence[Column], rows: Iterable[tuple[Value, ...]]) -> None:
    """Write rows below the heading as `write_row` does."""
    styles, printed = [column.style for column in columns], _printed(columns)
    kept = [(_height(values, printed), tuple(map(paper.cell, values, styles))) for values in rows]
    if kept:
        sheet.keep(1, kept)


def write_many(sheet: LargeSheet, paper: Paper, columns: Sequence[Column], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows of one height below the heading, and nothing where there is nothing. `rows`: of `Value`s.

    It does what `Paper.write` does, in a loop for the millions of cells of a nation.
    """
    styles = [column.style for column in columns]
    texts, shares, counts = ([paper.styled(written, style) for style in styles] for written in (TEXT, PERCENT, COUNT))
    for row, values in enumerate(rows, 1):
        sheet.begin(row)
        first, cells = 0, list[str]()
        for place, value in enumerate(values):
            kind = type(value)
            if kind is float:
                cells.append(large_sheet.number(row, place, value, shares[place]))
            elif kind is str:
                cells.append(large_sheet.text(row, place, clean(value), texts[place]))
            elif kind is int and value < EXACT:
                cells.append(large_sheet.number(row, place, value, counts[place]))
            else:
                sheet.put(row, first, cells)
                first, cells = place + 1, []
                if value is not None:
                    paper.write(sheet, row, place, value, styles[place])
        sheet.put(row, first, cells)


def _printed(columns: Sequence[Column]) -> list[tuple[int, float]]:
    """Return places and widths of the columns that stand on paper."""
    return [(place, column.width) for place, column in enumerate(columns) if column.is_printed]


def _height(values: Sequence[Value], printed: Sequence[tuple[int, float]]) -> float:
    lines = [_lines(text, width) for place, width in printed if isinstance(text := values[place], str)]
    return LINE * min(max(lines, default=1), _MOST_LINES)


def height(text: str, width: float) -> float:
    """Return how high a text stands in a column of that many letters, in points."""
    return LINE * _lines(text, width)


@lru_cache(maxsize=1 << 14)
def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) // width) for line in text.split("\n"))


def add_bar(sheet: Worksheet, first: int, last: int, column: int) -> None:
    """Put bars from 0% to 100% behind the figures of some rows."""
    scale = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    sheet.conditional_format(first, column, last, column, {"type": "data_bar", "bar_color": "#BBD3EE", "bar_solid": True, **scale})


def add_signs(sheet: Worksheet, paper: Paper, first: int, last: int, column: int) -> None:
    """Colour the statuses of some rows by the sign that they begin with, so that the colour follows a formula."""
    for status in Status:
        rule = {"type": "text", "criteria": "begins with", "value": SYMBOL[status], "format": paper.sign(status)}
        sheet.conditional_format(first, column, last, column, rule)
