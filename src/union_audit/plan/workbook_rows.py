"""The first visible sheet of a workbook → rows of text, as a CSV would have them."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from union_audit.findings import CODES
from union_audit.plan.problems import Problems
from union_audit.sheets import Refused, read_book
from union_audit.sheets.model import Cell, CellError
from union_audit.words import N_


def rows(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first visible sheet with their lines; ConfigurationError if the file is no workbook that can be read."""
    try:
        sheets = [sheet for sheet in read_book(path).sheets if not sheet.hidden]
    except Refused as refused:
        code = CODES[refused.finding.code]
        problems.refuse(code.message, 0, 0, code.action, **refused.finding.args)
    for line, row in enumerate(sheets[0].rows if sheets else (), start=1):
        yield line, [_written(cell, line, column, problems) for column, cell in enumerate(row, start=1)]


def _written(cell: Cell, line: int, column: int, problems: Problems) -> str:
    """Return a cell as a person would have typed it: a workbook's 1.0 is "1", its midnight is a day."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, CellError):
        problems.add(N_("The cell holds {error} and no value."), line, column, error=cell.text)
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
