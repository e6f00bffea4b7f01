"""A table on a sheet: structured up to a size, with a frozen heading, filters, widths, and what a printer needs."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.reports.xlsx.cells import Paper, Value, clean
from union_audit.reports.xlsx.formulas import Named
from union_audit.reports.xlsx.large_sheet import LargeSheet
from union_audit.reports.xlsx.live_sheet import LiveSheet
from union_audit.reports.xlsx.rows import Column, add_bar, add_signs, write_heading, write_many, write_row, write_rows

ROWS = 1_048_000
"""Rows that a sheet may have below its heading; Excel's own limit is 1,048,576 in all."""

STRUCTURED = 20_000
"""Rows up to which a table is a structured one, with formulas; above, it has plain filters and is written row by row."""

_BOLD = {"middle": "bold middle"}
"""The styles of totals, by those of the rows above them."""

_NAME_LETTERS = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_A4 = 9
_FOOTER_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's table, all of it in the report's language.

    `note` says what the `rows` are, `more` that there are more than these, `is_cut` that it is part of what is too long.
    `last`: a row of totals below them; `rules`: what else the sheet gets.
    """

    name: str
    note: str
    columns: tuple[Column, ...]
    rows: int
    more: str = ""
    last: Sequence[Value] = ()
    is_cut: bool = False
    rules: Callable[[Worksheet, Paper], None] | None = None

    @property
    def is_large(self) -> bool:
        """Whether it is too long for a structured table, and for being held in memory, or part of what is."""
        return self.is_cut or self.rows > STRUCTURED


def add_sheet(paper: Paper, name: str, footer: str, *, row_by_row: bool = False) -> Worksheet:
    """Add an empty sheet that prints on A4 across, as wide as the page, with page numbers below."""
    paper.workbook.constant_memory = row_by_row
    sheet = paper.workbook.add_worksheet(sheet_name(name), LargeSheet if row_by_row else LiveSheet)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
    sheet.set_footer(f"&L&8 {clean(footer)[:_FOOTER_LETTERS].replace('&', '&&')}&R&8&P / &N")
    sheet.hide_gridlines(2)
    return sheet


def sheet_name(name: str) -> str:
    """Return the name as Excel takes it for a sheet."""
    return _NOT_IN_NAMES.sub(" ", name)[:_NAME_LETTERS]


def fill(paper: Paper, table: Table, footer: str, language: Language) -> Worksheet:
    """Write the table on a sheet of its own; where there are more rows than a sheet holds, its last row says so."""
    sheet = add_sheet(paper, table.name, footer, row_by_row=table.is_large)
    sheet.set_header(f'&L&"-,Bold"&12{sheet_name(table.name).replace("&", "&&")}')
    rows, last = min(table.rows, ROWS), bool(table.last)
    _lay_out(sheet, table, rows + last)
    write_heading(sheet, paper, 0, table.columns)
    values = zip(*(column.values for column in table.columns), strict=True)
    if table.is_large:
        write_many(sheet, paper, table.columns, paper.counted.rows(islice(values, rows)))
    else:
        write_rows(sheet, paper, table.columns, values)
    if last:
        write_row(sheet, paper, rows + 1, table.last, [replace(column, style=_BOLD.get(column.style, "bold")) for column in table.columns])
    more = table.more
    if rows < table.rows:
        more = language("Only the first {count} rows are shown: a sheet holds no more. The csv report has all.", count=rows)
    if more:
        sheet.write_string(rows + last + 2, 0, more)
    _filter(sheet, paper, table, Named(table.name, language), rows)
    _add_rules(sheet, paper, table, rows)
    return sheet


def _lay_out(sheet: Worksheet, table: Table, rows: int) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width, None, {"level": 1, "hidden": True} if column.aside else {})
    if table.columns[-1].aside:
        sheet.set_column(len(table.columns), len(table.columns), None, None, {"collapsed": True})
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, rows, sum(column.is_printed for column in table.columns) - 1)


def _filter(sheet: Worksheet, paper: Paper, table: Table, named: Named, rows: int) -> None:
    """Give the columns filters: as a structured table, or plain ones where it is too long for that, or empty."""
    last = len(table.columns) - 1
    if table.is_large or not rows:
        sheet.autofilter(0, 0, rows, last)
        return
    columns = [{"header": column.heading, "header_format": paper.heading(aside=column.aside)} for column in table.columns]
    sheet.add_table(0, 0, rows, last, {"name": named.name, "style": None, "columns": columns})


def _add_rules(sheet: Worksheet, paper: Paper, table: Table, rows: int) -> None:
    if not rows:
        return
    for place, column in enumerate(table.columns):
        if column.bar:
            add_bar(sheet, 1, rows, place)
        if column.signs:
            add_signs(sheet, paper, 1, rows, place)
    if table.rules:
        table.rules(sheet, paper)
    sheet.ignore_errors(dict.fromkeys(("number_stored_as_text", "formula_differs", "calculated_column"), f"A1:XFD{rows + 2}"))
