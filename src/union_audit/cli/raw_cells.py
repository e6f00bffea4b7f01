"""The raw cells of one file as JSON, nothing interpreted."""

import math
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from union_audit.sheets import Book, Cell, CellError

JsonCell: TypeAlias = bool | int | float | str | None


def cells_of(book: Book) -> dict[str, list[list[JsonCell]]]:
    """Return the rows of each sheet by its name; a name that is there twice gets a number."""
    sheets: dict[str, list[list[JsonCell]]] = {}
    for sheet in book.sheets:
        name, number = sheet.name, 2
        while name in sheets:
            name, number = f"{sheet.name} ({number})", number + 1
        sheets[name] = [[_json(cell) for cell in row] for row in sheet.rows]
    return sheets


def _json(cell: Cell) -> JsonCell:
    """Return null, a number, true/false or text; dates in ISO's form, errors as Excel writes them ("#REF!")."""
    match cell:
        case CellError(text=text):
            return text
        case datetime() | date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case float() if not math.isfinite(cell):
            return str(cell)
        case _:
            return cell
