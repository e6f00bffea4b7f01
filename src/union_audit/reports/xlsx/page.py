"""A sheet that is written from above to below like a page: lines of text across all columns, sections, tables among them."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.reports.xlsx.cells import Paper, Value, clean
from union_audit.reports.xlsx.rows import Column, height, write_heading, write_row

_FONT = 11


class Page:
    """Where writing has come to."""

    def __init__(self, paper: Paper, sheet: Worksheet, widths: Sequence[float]) -> None:
        """Set the columns, which are `widths` letters wide."""
        self.paper, self.sheet, self.widths, self.row = paper, sheet, widths, 0
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.widths) - 1

    def line(self, text: str, **properties: Any) -> None:
        """Write a text across all columns in a row as high as it needs; nothing where there is none."""
        if text:
            self.beside(text, 0, self.last, **properties)
            self.row += 1

    def beside(self, text: str, first: int, last: int, **properties: Any) -> None:
        """Write a text across some columns, and stay in its row."""
        size = properties.get("font_size", _FONT)
        self.sheet.set_row(self.row, height(text, sum(self.widths[first : last + 1]) * _FONT / size) * size / _FONT + 1)
        look = self.paper.look(text_wrap=True, **properties)
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", look)
        self.sheet.write_string(self.row, first, clean(text), look)

    def section(self, title: str) -> None:
        """Begin a section."""
        self.row += 1
        self.line(title, bold=True, font_size=13, font_color=self.paper.accent, bottom=2, bottom_color=self.paper.accent)

    def heading(self, headings: Sequence[str]) -> None:
        """Write the headings of a table."""
        columns = [Column(heading, width) for heading, width in zip(headings, self.widths, strict=True)]
        write_heading(self.sheet, self.paper, self.row, columns, filtered=False)
        self.row += 1

    def cells(self, values: Sequence[Value]) -> None:
        """Write a row of a table."""
        write_row(self.sheet, self.paper, self.row, values, [Column("", width) for width in self.widths])
        self.row += 1
