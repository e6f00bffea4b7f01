"""A sheet of thousands of formulas: XlsxWriter's own, but that rows are kept as they are written, which takes a third of the time."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Cell: TypeAlias = tuple[Format, str]
"""How a cell looks, and what its element says after that."""

Row: TypeAlias = tuple[float, tuple[Cell, ...]]
"""How high a row is, in points, and its cells from the first column on."""

BLANK, _TEXT = "/>", ' t="str"'

_WITH_BARS = 2010
"""The Excel that a sheet is for whose cells have bars; its rows say a little more."""


def text(number: int) -> str:
    """Return what the element of a text says, by its number among those of the workbook."""
    return f' t="s"><v>{number}</v></c>'


def number(value: float) -> str:
    """Return what the element of a number says."""
    return f"><v>{value:.16G}</v></c>"


def formula(written: str, value: str | float) -> str:
    """Return what the element of a formula says; `value`: what it gives."""
    if isinstance(value, str):
        return f"{_TEXT if value else ''}><f>{_escaped(written)}</f><v>{_escaped(value)}</v></c>"
    return f"><f>{_escaped(written)}</f><v>{value}</v></c>"


class LiveSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that is held in memory. Every cell comes out as XlsxWriter writes it, to the byte.

    Its formulas need nothing put before their functions: XlsxWriter looks through each for forty that are newer than ours.
    """

    def keep(self, first: int, rows: Sequence[Row]) -> None:
        """Keep rows of one width, one below the other from the first on; beside them stands nothing more.

        They are kept in the place of the first cell, so that XlsxWriter writes their beginning and end, and goes through none of them.
        """
        height, cells = rows[0]
        last = len(cells) - 1
        self.set_row(first, height)
        self.table[first] = {last: (), 0: list(rows)}
        self._check_dimensions(first, 0)
        self._check_dimensions(first + len(rows) - 1, last)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 (as XlsxWriter calls it)
        """Return the formula as the file has it."""
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Take the place of XlsxWriter's innermost step; cells that were not kept are left to that."""
        if type(cell) is list:
            self.fh.writelines(self._rows(row + 1, cell))
        elif cell:
            super()._write_cell(row, col, cell)

    def _rows(self, first: int, rows: Iterable[Row]) -> Iterator[str]:
        """Yield the cells of a row whose element XlsxWriter has opened, and the rows below it, up to the last one's end."""
        indices, columns = _Indices(), list[str]()
        newer = ' x14ac:dyDescent="0.25"' if self.excel_version == _WITH_BARS else ""
        for below, (height, cells) in enumerate(rows, first):
            if below == first:
                columns = [f'<c r="{xl_col_to_name(column)}' for column in range(len(cells))]
            else:
                shown = f"{int(height * 4 / 3 + 0.5) * 0.75:.16g}"
                yield f'</row><row r="{below}" spans="1:{len(cells)}" ht="{shown}" customHeight="1"{newer}>'
            number = f'{below}" s="'
            yield "".join([f"{column}{number}{indices[look]}{says}" for column, (look, says) in zip(columns, cells, strict=True)])


class _Indices(dict[Format, str]):
    """The number of each look in the workbook, as it ends the mark of it."""

    def __missing__(self, look: Format) -> str:
        self[look] = index = f'{look._get_xf_index()}"'  # noqa: SLF001 (as XlsxWriter finds it)
        return index


@lru_cache(maxsize=1 << 14)  # the formulas of a target are the same in the row of every unit
def _escaped(written: str) -> str:
    return written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
