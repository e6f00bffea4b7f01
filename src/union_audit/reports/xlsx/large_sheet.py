"""A sheet of millions of cells: XlsxWriter's own, but that those of a row are written in one piece, which takes a fifth of the time."""

import os
from functools import lru_cache
from html import escape
from shutil import copyfileobj
from typing import Any, NamedTuple

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_column = lru_cache(xl_col_to_name)


class _Cells(NamedTuple):
    """Cells beside each other, as they are written."""

    xml: str


class LargeSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that is written row by row. Every cell comes out as XlsxWriter writes it, to the byte; a text is never rich text."""

    def begin(self, row: int) -> None:
        """Write the row that was put before."""
        if row > self.previous_row:
            self._write_single_row(row)

    def put(self, row: int, first: int, cells: list[str]) -> None:
        """Put cells into the row that was begun, each as `number` or `text` makes it, from a column on."""
        if cells:
            self._check_dimensions(row, first)
            self._check_dimensions(row, first + len(cells) - 1)
            self.table[row][first] = _Cells("".join(cells))

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Take the place of XlsxWriter's innermost step."""
        if type(cell) is _Cells:
            self.fh.write(cell.xml)
        else:
            super()._write_cell(row, col, cell)

    def _write_optimized_sheet_data(self) -> None:
        """Copy the rows as bytes: XlsxWriter turns them into letters and back."""
        if self.dim_rowmin is None:
            super()._write_optimized_sheet_data()
            return
        self._xml_start_tag("sheetData")
        self.fh.flush()
        self.row_data_fh.close()
        with open(self.row_data_filename, "rb") as rows:  # noqa: PTH123 (XlsxWriter's own file)
            copyfileobj(rows, self.fh.buffer)
        os.unlink(self.row_data_filename)  # noqa: PTH108
        self._xml_end_tag("sheetData")


def number(row: int, column: int, value: float, look: Format) -> str:
    """Return the cell of a number."""
    return f'<c r="{_column(column)}{row + 1}" s="{look._get_xf_index()}"><v>{value:.16G}</v></c>'  # noqa: SLF001 (as XlsxWriter finds it)


def text(row: int, column: int, value: str, look: Format) -> str:
    """Return the cell of a text."""
    return f'<c r="{_column(column)}{row + 1}" s="{look._get_xf_index()}" t="inlineStr"><is>{_written(value)}</is></c>'  # noqa: SLF001


@lru_cache(maxsize=1 << 14)
def _written(plain: str) -> str:
    safe = Worksheet._escape_control_characters(plain)  # noqa: SLF001 (as XlsxWriter writes them)
    kept = "" if safe == safe.strip() else ' xml:space="preserve"'
    return f"<t{kept}>{escape(safe, quote=False)}</t>"
