"""A second opinion on what stands in a file's cells: other libraries than the program's own."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import xlrd  # type: ignore[import-untyped]
from odf.opendocument import load  # type: ignore[import-untyped]
from odf.table import Table, TableCell, TableRow  # type: ignore[import-untyped]
from odf.teletype import extractText  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter

Cells: TypeAlias = dict[str, dict[str, str]]
"""The text of each cell that is not blank: sheet name → address → text. A whole number is its digits."""


def cells(path: Path) -> Cells:
    """Read a file with openpyxl, xlrd, odfpy, or as semicolon text."""
    readers = {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods, ".csv": _csv}
    return {sheet: _by_address(rows) for sheet, rows in readers[path.suffix](path).items()}


def _xlsx(path: Path) -> dict[str, Iterable[Sequence[object]]]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def _xls(path: Path) -> dict[str, Iterable[Sequence[object]]]:
    return {sheet.name: [sheet.row_values(row) for row in range(sheet.nrows)] for sheet in xlrd.open_workbook(path).sheets()}


def _ods(path: Path) -> dict[str, Iterable[Sequence[object]]]:
    document: Any = load(path)
    return {
        table.getAttribute("name"): [
            [
                float(cell.getAttribute("value")) if cell.getAttribute("valuetype") == "float" else extractText(cell)
                for cell in row.getElementsByType(TableCell)
            ]
            for row in table.getElementsByType(TableRow)
        ]
        for table in document.spreadsheet.getElementsByType(Table)
    }


def _csv(path: Path) -> dict[str, Iterable[Sequence[object]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {"": list(csv.reader(file, delimiter=";"))}


def _by_address(rows: Iterable[Sequence[object]]) -> dict[str, str]:
    return {
        f"{get_column_letter(column)}{row}": _text(value)
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value not in (None, "")
    }


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
