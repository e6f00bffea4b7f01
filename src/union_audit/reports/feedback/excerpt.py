"""An excerpt of the tables that a unit's figures stand in: its own rows, with their headings, at their own addresses."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from union_audit.intake.facts import Evidence, Layout, TableRead
from union_audit.reports.feedback.comments import AUTHOR, FILL, SIZE, Marks
from union_audit.visible import visible

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_DIGITS = 15
"""A number of more digits would not be the same in a cell."""
_LONGEST = 32_000
_WIDTH, _NAME_WIDTH = 16, 40
"""Columns, in letters."""
_LINE, _LINES = 15, 10
"""The height of a line, and the most that a heading gets."""
_A4 = 9
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))
_NAME = 31
_IN_SIGHT = 12
"""Headings that end further down would leave no room for anything under them."""


@dataclass(slots=True)
class Part:
    """What is shown of one sheet. `name`: of the sheet in the excerpt; `cells`, `headings`, `marks`: texts by row and column from 0.

    `names`: the columns of names and labels. `below`: the row after the headings of a table of units, 0 where there is none.
    """

    name: str
    marks: Marks
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    headings: dict[tuple[int, int], str] = field(default_factory=dict)
    names: set[int] = field(default_factory=set)
    below: int = 0

    def take(self, figure: Evidence, tables: Iterable[TableRead], unit: str) -> None:
        """Take one of the unit's figures in this sheet, its heading, and the unit's name."""
        row, column = figure.source.row, figure.source.column
        self.cells[row, column] = figure.text
        above = [table for table in tables if table.sheet == figure.source.sheet and max(table.header_rows, default=-1) < row]
        for table in sorted(above, key=lambda each: max(each.header_rows, default=-1), reverse=True):
            index = column if table.layout is Layout.WIDE else row
            text = next((each.text for each in table.headings if each.field == figure.field and each.index == index), None)
            if text is not None:
                self._head(table, (row, column), text, unit)
                return

    def _head(self, table: TableRead, cell: tuple[int, int], text: str, unit: str) -> None:
        """Put a heading over its figure, and the unit's name into its row; or the other way round, where fields stand below each other."""
        (row, column), top = cell, max(table.header_rows, default=-1)
        if table.layout is not Layout.WIDE:
            self.names.add(0 if column else 1)
            self.headings[row, 0 if column else 1] = text
            self.headings.update({(top, column): unit} if top >= 0 else {})
            return
        self.below = top + 1
        self.headings[top, column] = text
        for each in table.headings:
            if each.role == "name":
                self.names.add(each.index)
                self.headings |= {(top, each.index): each.text, (row, each.index): unit}


def write_excerpt(parts: Sequence[Part]) -> bytes:
    """Return the workbook."""
    import xlsxwriter  # noqa: PLC0415 (needed here only)

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"author": AUTHOR})
        taken: set[str] = set()
        for part in parts:
            _write(part, book, book.add_worksheet(_sheet_name(part.name, taken)))
    return stream.getvalue()


def _write(part: Part, book: "Workbook", sheet: "Worksheet") -> None:
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    plain, faulty = book.add_format({"border": 1}), book.add_format({"border": 1, "bg_color": f"#{FILL}"})
    for (row, column), text in part.headings.items():
        sheet.write_string(row, column, _cut(text), heading)
    for place, text in part.cells.items():
        _write_cell(sheet, place, text, faulty if place in part.marks else plain)
    for (row, column), text in part.marks.items():
        sheet.write_comment(row, column, text, {"author": AUTHOR, "width": SIZE[0], "height": SIZE[1]})
    _lay_out(part, sheet)


def _lay_out(part: Part, sheet: "Worksheet") -> None:
    """Make room for the texts, keep the headings in sight, and print on sheets that lie."""
    for row in {row for row, _ in part.headings}:
        widest = max(
            len(text) / (_NAME_WIDTH if column in part.names else _WIDTH) for (at, column), text in part.headings.items() if at == row
        )
        sheet.set_row(row, _LINE * min(int(widest * 1.2) + 1, _LINES))
    sheet.set_column(0, max((column for _, column in (*part.headings, *part.cells)), default=0), _WIDTH)
    for column in part.names:
        sheet.set_column(column, column, _NAME_WIDTH)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    if part.names:
        sheet.repeat_columns(min(part.names), min(part.names))
    if 0 < part.below <= _IN_SIGHT:
        sheet.freeze_panes(part.below, 0, max(part.below, min((row for row, _ in part.cells), default=0)), 0)
    elif part.below:
        sheet.set_top_left_cell(part.below - 1, 0)


def _write_cell(sheet: "Worksheet", place: tuple[int, int], text: str, style: "Format") -> None:
    """Write a plain count as a number, and whatever else stood there as the text that it was."""
    is_count = text.isascii() and text.isdigit() and len(text) <= _DIGITS and (text == "0" or not text.startswith("0"))
    if is_count:
        sheet.write_number(*place, int(text), style)
    elif text:
        sheet.write_string(*place, _cut(text), style)
    else:
        sheet.write_blank(*place, None, style)


def _cut(text: str) -> str:
    return visible(text)[:_LONGEST]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel allows and no sheet has yet."""
    plain = visible(name).translate(_FORBIDDEN).strip("' ")[:_NAME].strip("' ") or "1"
    found, number = plain, 1
    while found.casefold() in taken or found.casefold() == "history":
        number += 1
        found = f"{plain[: _NAME - len(str(number)) - 1]} {number}"
    taken.add(found.casefold())
    return found
