"""Forms whose label and figure stand in one cell ("1. Tổng số máy tính: 120"): each line taken apart, where that is certain."""

from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.figures.cells import filled_in, is_nothing, tidy
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.likely import likely_rows
from union_audit.intake.tables.table import Figures, Table
from union_audit.intake.vocabulary.answers import is_answer
from union_audit.patterns import pattern
from union_audit.sheets.model import Cell, Sheet

_END = pattern(r"[ ;,]+$|(?<=[^\W\d])\.$")
"""What ends a line of a list, and is no part of its figure."""
_LEAST = 2
"""One line may be a remark; several are a form."""


def taken_apart(grid: Grid) -> tuple[Sheet, int] | None:
    """Return the sheet with the figures of such lines in cells of their own, and the column of these; None if the lines are not in one."""
    rows_of_lines = likely_rows(grid.rows, lambda text: ":" in text)
    lines = [(row, column, *parts) for row in rows_of_lines for column, text in grid.texts(row).items() if (parts := _parts(grid, text))]
    columns = {column for _, column, *_ in lines}
    if (
        len(lines) < _LEAST
        or len(columns) > 1
        or any(grid.shown(row, right) for row, *_ in lines for right in _right(grid, row, min(columns)))
    ):
        return None
    (column,) = columns
    rows: list[list[Cell]] = [list(row) for row in grid.rows]
    for row, _, label, figure in lines:
        rows[row] = [*rows[row][:column], label, figure]
    return replace(grid.sheet, rows=rows, merged=()), column + 1


def put_back(table: Table, column: int) -> Table:
    """Return the table with its figures at the cells that they were taken out of."""
    figures: Figures = replace(table.figures, column=table.figures.column - (table.figures.column == column))
    findings = tuple(_put_back(each, column) for each in table.findings)
    return replace(table, figures=figures, findings=findings)


def _put_back(finding: Finding, column: int) -> Finding:
    source = finding.source
    return replace(finding, source=replace(source, column=column - 1)) if source and source.column == column else finding


def _right(grid: Grid, row: int, column: int) -> range:
    return range(column + 1, len(grid.rows[row]))


def _parts(grid: Grid, text: str) -> tuple[str, str] | None:
    """Return the label and the figure, "" for none, of a line whose label is a field's to the letter."""
    if ":" not in text:
        return None
    label, _, figure = map(tidy, _END.sub("", text).rpartition(":"))
    if grid.headings.match(label, near=False).field is None:
        return None
    written = filled_in(figure)
    return (label, figure) if not written or written[0].isdigit() or is_answer(written) or is_nothing(figure) else None
