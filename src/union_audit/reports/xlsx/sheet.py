"""A table on a sheet: a frozen heading, filters, widths, and what a printer needs."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its width in letters, what it holds of a row, and whether a bar from 0% to 100% stands behind it."""

    heading: str
    width: float
    cell: Callable[[Row], Value]
    bar: bool = False


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
    sheet.set_footer(f"&L&8{clean(footer)[:_FOOTER_LETTERS].replace('&', '&&')}&C&8&A&R&8&P / &N")
    sheet.hide_gridlines(2)
    return sheet


def fill(sheet: Worksheet, paper: Paper, table: Table[Any], language: Language) -> int:
    """Write the table and return how many rows it got; where there are more than a sheet holds, its last row says so."""
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    write_heading(sheet, paper, 0, [column.heading for column in table.columns])
    written = 0
    for row in table.rows:
        if written == ROWS:
            told = language("Only the first {count} rows are shown: a sheet holds no more. The csv report has all.", count=ROWS)
            sheet.write_string(written + 1, 0, told)
            break
        written += 1
        for place, column in enumerate(table.columns):
            paper.write(sheet, written, place, column.cell(row))
    sheet.autofilter(0, 0, written, len(table.columns) - 1)
    for place, column in enumerate(table.columns):
        if column.bar and written:
            add_bar(sheet, 1, written, place)
    return written


def write_heading(sheet: Worksheet, paper: Paper, row: int, headings: Iterable[str]) -> None:
    """Write a row of headings."""
    for place, heading in enumerate(headings):
        sheet.write_string(row, place, heading, paper.heading)


def add_bar(sheet: Worksheet, first: int, last: int, column: int) -> None:
    """Put bars from 0% to 100% behind the figures of some rows."""
    scale = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
    sheet.conditional_format(first, column, last, column, {"type": "data_bar", "bar_solid": True, "bar_color": "#BBD3EE", **scale})
