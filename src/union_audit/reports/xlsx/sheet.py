"""A table on a sheet: a frozen heading, filters, widths, and what a printer needs."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.language import Language
from union_audit.reports.xlsx.cells import Paper, Value, clean

Row = TypeVar("Row")

ROWS = 1_048_000
"""Rows that a sheet may have below its heading; Excel's own limit is 1,048,576 in all."""

_NAME_LETTERS = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_A4 = 9
_FOOTER_LETTERS = 120

LINE = 15.5
"""The height of a line, in points."""

_MOST_LINES = 12
_FILTER = 3
"""Letters of a heading that its filter's button covers, and that bold ones need more."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its width in letters, what it holds of a row, whether a bar from 0% to 100% stands behind it.

    `on_paper` is false for what is wide and only looked up on the screen; such columns stand last.
    """

    heading: str
    width: float
    cell: Callable[[Row], Value]
    bar: bool = False
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A sheet's table, all of it in the report's language. `note` says, in the summary, what the rows are."""

    name: str
    note: str
    columns: tuple[Column[Row], ...]
    rows: Iterable[Row]


def add_sheet(paper: Paper, name: str, footer: str) -> Worksheet:
    """Add an empty sheet that prints on A4 across, as wide as the page, with its name and page numbers below."""
    sheet = paper.workbook.add_worksheet(_NOT_IN_NAMES.sub(" ", name)[:_NAME_LETTERS])
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&8 {clean(footer)[:_FOOTER_LETTERS].replace('&', '&&')}&C&8&A&R&8&P / &N")
    sheet.hide_gridlines(2)
    return sheet


def fill(sheet: Worksheet, paper: Paper, table: Table[Any], language: Language) -> int:
    """Write the table and return how many rows it got; where there are more than a sheet holds, its last row says so."""
    widths = [column.width for column in table.columns]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    write_heading(sheet, paper, 0, [column.heading for column in table.columns], widths)
    written = 0
    for row in table.rows:
        if written == ROWS:
            told = language("Only the first {count} rows are shown: a sheet holds no more. The csv report has all.", count=ROWS)
            sheet.write_string(written + 1, 0, told)
            break
        written += 1
        write_row(sheet, paper, written, [column.cell(row) for column in table.columns], widths)
    sheet.print_area(0, 0, written, sum(column.on_paper for column in table.columns) - 1)
    sheet.autofilter(0, 0, written, len(table.columns) - 1)
    for place, column in enumerate(table.columns):
        if column.bar and written:
            add_bar(sheet, 1, written, place)
    return written


def write_row(sheet: Worksheet, paper: Paper, row: int, values: Sequence[Value], widths: Sequence[float]) -> None:
    """Write a row as high as its longest text needs: not every program finds that out when it opens the file."""
    sheet.set_row(row, _height(values, widths))
    for place, value in enumerate(values):
        paper.write(sheet, row, place, value)


def write_heading(sheet: Worksheet, paper: Paper, row: int, headings: Sequence[str], widths: Sequence[float]) -> None:
    """Write a row of headings."""
    sheet.set_row(row, _height(headings, [width - _FILTER for width in widths]))
    for place, heading in enumerate(headings):
        sheet.write_string(row, place, heading, paper.heading)


@lru_cache(maxsize=1 << 14)
def lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of that many letters."""
    return sum(1 + int(len(line) // width) for line in text.split("\n"))


def _height(values: Sequence[Value], widths: Sequence[float]) -> float:
    tallest = max((lines(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str)), default=1)
    return LINE * min(tallest, _MOST_LINES)


def add_bar(sheet: Worksheet, first: int, last: int, column: int) -> None:
    """Put bars from 0% to 100% behind the figures of some rows."""
    scale = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    sheet.conditional_format(first, column, last, column, {"type": "data_bar", "bar_color": "#BBD3EE", **scale})
