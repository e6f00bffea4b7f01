"""Columns with figures in a table's rows and no heading: they are said, so that none is lost unnoticed."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from union_audit.findings import Finding, Source, address
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid


def unheaded(grid: Grid, rows: Sequence[int], columns: Iterable[int], first_figures: int = 0) -> list[Finding]:
    """Say which of the columns, none of which has a heading, have figures in the rows; running numbers before the first need none."""
    first = {column: next((row for row in rows if is_bare_figure(grid.cell(row, column))), -1) for column in columns}
    found = [column for column, row in first.items() if row >= 0 and not (column < first_figures and _are_running(grid, rows, column))]
    if not found:
        return []
    letters = tuple(address(0, column).rstrip("1") for column in found)
    return [Finding("UA133", {"columns": letters, "count": len(found)}, Source("", "", first[found[0]], found[0]))]


def _are_running(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether a column has numbers that rise by one; they may begin anew in each section."""
    texts = [text for row in rows if (text := grid.shown(row, column).strip(" ."))]
    if not all(text.isascii() and text.isdigit() for text in texts):
        return False
    numbers = list(map(int, texts))
    return numbers[0] == 1 and all(after in (1, before + 1) for before, after in pairwise(numbers))
