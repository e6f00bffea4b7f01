"""A sheet of thousands of formulas: XlsxWriter's own, but that a cell is written in one piece, which takes a third of the time."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_column = lru_cache(xl_col_to_name)


class String(NamedTuple):
    """A text, by its number among those of the workbook. XlsxWriter tells these four by their names, and reads their fields."""

    string: int
    format: Format


class Number(NamedTuple):
    """A number."""

    number: float
    format: Format


class Formula(NamedTuple):
    """A formula, and what it gives."""

    formula: str
    format: Format
    value: str | float


class Blank(NamedTuple):
    """Nothing, but in a look."""

    format: Format


Cell: TypeAlias = String | Number | Formula | Blank


class LiveSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that is held in memory. Every cell comes out as XlsxWriter writes it, to the byte.

    Its formulas need nothing put before their functions: XlsxWriter looks through each for forty that are newer than ours.
    """

    def keep(self, row: int, cells: Iterable[Cell]) -> None:
        """Keep all cells of a row."""
        self.table[row] = kept = dict(enumerate(cells))
        self._check_dimensions(row, 0)
        self._check_dimensions(row, len(kept) - 1)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 (as XlsxWriter calls it)
        """Return the formula as the file has it."""
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Take the place of XlsxWriter's innermost step; cells that were not kept by rows are left to that."""
        kind = type(cell)
        begin = f'<c r="{_column(col)}{row + 1}" s="{cell.format._get_xf_index()}"' if kind in _OURS else ""  # noqa: SLF001 (as XlsxWriter finds it)
        if kind is String:
            self.fh.write(f'{begin} t="s"><v>{cell.string}</v></c>')
        elif kind is Number:
            self.fh.write(f"{begin}><v>{cell.number:.16G}</v></c>")
        elif kind is Blank:
            self.fh.write(f"{begin}/>")
        elif kind is Formula:
            value = cell.value
            if isinstance(value, str) and value:
                begin, value = f'{begin} t="str"', _escaped(value)
            self.fh.write(f"{begin}><f>{_escaped(cell.formula)}</f><v>{value}</v></c>")
        else:
            super()._write_cell(row, col, cell)


_OURS = frozenset({String, Number, Formula, Blank})


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
