"""An excerpt of the tables that a unit's figures stand in: its own rows, with their headings, at their own addresses."""

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING, cast

from union_audit.frozen import dataclass
from union_audit.intake.facts import Evidence, Layout, TableRead
from union_audit.reports.feedback.comments import Marks, mark, saved
from union_audit.visible import visible

if TYPE_CHECKING:
    from openpyxl.cell import Cell as AnyCell
    from openpyxl.worksheet.worksheet import Worksheet

_DIGITS = 15
"""A number of more digits would not be the same in a cell."""
_LONGEST = 32_000
_WIDTH, _NAME_WIDTH = 16, 40
"""Columns, in letters."""
_LINE, _LINES = 15, 10
"""The height of a line, and the most that a heading gets."""
_LINE_COLOR = "B8C0C9"
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
            of_field = (each for each in table.headings if each.field == figure.field)
            text = next((each.text for each in of_field if each.index == index or table.layout is Layout.LONG), None)
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


def write_excerpt(parts: Iterable[Part]) -> bytes:
    """Return the workbook.

    openpyxl writes it, since XlsxWriter goes through every row above the unit's own: in a nation's table that is quadratic.
    """
    from openpyxl import Workbook  # noqa: PLC0415 (needed here only)

    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for part in parts:
        sheet = book.create_sheet(_sheet_name(part.name, taken))
        _write(part, sheet)
        mark(sheet, part.marks)
        _lay_out(part, sheet)
    return saved(book)


def _write(part: Part, sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    line = Side("thin", _LINE_COLOR)
    box, bold, wrapped = Border(line, line, line, line), Font("Calibri", 11, bold=True), Alignment(vertical="top", wrap_text=True)
    for (row, column), text in (part.headings | part.cells).items():
        cell = cast("AnyCell", sheet.cell(row + 1, column + 1))
        cell.border = box
        if (row, column) not in part.cells:
            cell.font, cell.alignment = bold, wrapped
        _fill(cell, text)


def _fill(cell: "AnyCell", text: str) -> None:
    """Write a plain count as a number, and whatever else stood there as the text that it was, never as a formula."""
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and (text == "0" or not text.startswith("0")):
        cell.value = int(text)
    elif text:
        cell.value = visible(text)[:_LONGEST]
        cell.data_type = "s"


def _lay_out(part: Part, sheet: "Worksheet") -> None:
    """Make room for the texts, keep the headings in sight, and print on sheets that lie."""
    from openpyxl.utils import get_column_letter as letter  # noqa: PLC0415

    for column in range(max((column for _, column in (*part.headings, *part.cells)), default=0) + 1):
        sheet.column_dimensions[letter(column + 1)].width = _NAME_WIDTH if column in part.names else _WIDTH
    for row in {row for row, _ in part.headings}:
        texts = {column: text for (at, column), text in part.headings.items() if at == row}
        widest = max(len(text) / (_NAME_WIDTH if column in part.names else _WIDTH) for column, text in texts.items())
        sheet.row_dimensions[row + 1].height = _LINE * min(int(widest * 1.2) + 1, _LINES)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    if part.names:
        sheet.print_title_cols = ":".join([letter(min(part.names) + 1)] * 2)
    if 0 < part.below <= _IN_SIGHT:
        sheet.freeze_panes = f"A{part.below + 1}"
    view = sheet.sheet_view.pane or sheet.sheet_view
    view.topLeftCell = f"A{max(part.below, min((row for row, _ in part.cells), default=0)) + 1}" if part.below else None


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel allows and no sheet has yet."""
    plain = visible(name).translate(_FORBIDDEN).strip("' ")[:_NAME].strip("' ") or "1"
    found, number = plain, 1
    while found.casefold() in (*taken, "history"):
        number += 1
        found = f"{plain[: _NAME - len(str(number)) - 1]} {number}"
    taken.add(found.casefold())
    return found
