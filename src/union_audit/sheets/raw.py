"""The raw cells of a book as plain values, for `inspect --cells -f json`."""

import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from union_audit.findings import Finding, Source
from union_audit.sheets.model import Book, Cell, CellError, Sheet

_MOST = 20
Plain = bool | int | float | str | None


def cells_as_json(book: Book) -> dict[str, list[list[Plain]]]:
    """Return the rows of each sheet by its name; a second sheet of one name is "name (2)".

    Dates are ISO, a duration is its seconds, an error or a formula without a result is its text.
    """
    sheets: dict[str, list[list[Plain]]] = {}
    for sheet in book.sheets:
        sheets[_free_name(sheet.name, sheets)] = [[_plain(cell) for cell in row] for row in sheet.rows]
    return sheets


def without_value(book: Book) -> list[Finding]:
    """Return the first formulas of each sheet that the file has no result of: what is printed for them is not what the cell shows."""
    return [finding for sheet in book.sheets for finding in islice(_formulas(sheet), _MOST)]


def _formulas(sheet: Sheet) -> Iterator[Finding]:
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, CellError) and cell.text.startswith("="):
                yield Finding("UA203", {"text": cell.text}, Source("", sheet.name, row, column))


def _free_name(name: str, taken: dict[str, list[list[Plain]]]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _plain(cell: Cell) -> Plain:
    if isinstance(cell, CellError):
        return cell.text
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return cell.total_seconds()
    return str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell
