"""A sheet of thousands of formulas: XlsxWriter's own, but that rows are kept as they are written, which takes a third of the time."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, TypeAlias

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Cell: TypeAlias = tuple[Format, str]
"""How a cell looks, and what its element says after that."""

BLANK, _TEXT = "/>", ' t="str"'


@cache
def _columns(count: int) -> list[str]:
    return [xl_col_to_name(column) for column in range(count)]


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

    def keep(self, row: int, cells: Iterable[Cell]) -> None:
        """Keep all cells of a row, from its first column on, in the place of its first; where it ends stands nothing more."""
        kept = tuple(cells)
        last = len(kept) - 1
        self.table[row] = {last: (), 0: kept}
        self._check_dimensions(row, 0)
        self._check_dimensions(row, last)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 (as XlsxWriter calls it)
        """Return the formula as the file has it."""
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Take the place of XlsxWriter's innermost step; cells that were not kept with their row are left to that."""
        if type(cell) is not tuple:
            super()._write_cell(row, col, cell)
            return
        below, places = row + 1, zip(_columns(len(cell)), cell, strict=True)
        self.fh.write("".join([f'<c r="{column}{below}" s="{look._get_xf_index()}"{says}' for column, (look, says) in places]))  # noqa: SLF001 (as XlsxWriter finds it)


@lru_cache(maxsize=1 << 14)  # the formulas of a target are the same in the row of every unit
def _escaped(written: str) -> str:
    return written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
