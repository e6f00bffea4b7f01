"""Finds the tables of a sheet, from the top down, by their headings."""

from dataclasses import replace

from union_audit.findings import Finding, Source
from union_audit.intake.cells import written
from union_audit.intake.down import read_down
from union_audit.intake.grid import Grid, is_figure_like
from union_audit.intake.header import read_header
from union_audit.intake.headings import Match
from union_audit.intake.labels import count_fields
from union_audit.intake.lines import is_left_blank, unit_lines
from union_audit.intake.table import Knowledge, Named, Table
from union_audit.intake.wide import read_wide
from union_audit.sheets.model import Sheet

_LONGEST_FIGURE = 20
"""A heading may have a digit in it, but is longer than any figure."""


def find_tables(sheet: Sheet, knows: Knowledge) -> list[Table]:
    """Return the sheet's tables; each is complete but for its period and its units' places in the roster."""
    grid = Grid(sheet, knows.headings)
    tables: list[Table] = []
    floor = row = 0
    while row < len(grid.rows):
        hits = grid.hits(row)
        found, end = _read_at(grid, row, hits, floor, knows) if hits or grid.names_units(row) else ([], row + 1)
        tables += [_with_surroundings(grid, table, floor, row) for table in found]
        row = max(end, row + 1)
        floor = row if found else floor
    return tables


def _read_at(grid: Grid, row: int, hits: dict[int, Match], floor: int, knows: Knowledge) -> tuple[list[Table], int]:
    """Read the table, or the tables side by side, whose first headings stand in a row."""
    labels = (column for column in hits if not _has_figure_below(grid, row, column))
    down = {column: count for column in labels if (count := count_fields(grid, row, column))}
    header = read_header(grid, row, floor)
    across = len(set(header.fields.values()))
    most = max(down.values(), default=0)
    if most > across or (most and most == across and all(_has_figure_beside(grid, row, column) for column in hits)):
        read = [read_down(grid, row, column, floor, knows) for column in hits if down.get(column) == most or down.get(column, 0) > 1]
        return [table for table, _ in read if table is not None], max(end for _, end in read)
    if across > 1 or (across == 1 and (header.role("code") or header.role("name"))):
        table, end = read_wide(grid, header, knows)
        return ([table] if table else []), end
    return [], row + 1


def _has_figure_beside(grid: Grid, row: int, column: int) -> bool:
    """Whether the first thing to the right of a label is a figure, or a unit of measure and then one; not another heading."""
    beside = [cell for place in range(column + 1, len(grid.rows[row])) if (cell := grid.cell(row, place)) not in (None, "")]
    return any(is_figure_like(cell) and len(written(cell)) <= _LONGEST_FIGURE for cell in beside[:2])


def _has_figure_below(grid: Grid, row: int, column: int) -> bool:
    """Whether the first thing under a heading is a figure: then it heads a column, and labels no row."""
    below = next((text for under in range(row + 1, len(grid.rows)) if (text := grid.shown(under, column))), "")
    return is_figure_like(below) and not any(map(str.isalpha, below))


def _with_surroundings(grid: Grid, table: Table, floor: int, row: int) -> Table:
    """Add what the lines above the table say: titles, and of a table of one unit its code, name and level."""
    first = min((*table.header_rows, row))
    titles: tuple[str, ...] = tuple(text for above in range(floor, first) for text in grid.texts(above).values())
    scaled = [text for text in titles if grid.headings.is_scaled(text)]
    findings = (*table.findings, *(Finding("UA125", {"text": text}, Source("")) for text in scaled[:1]))
    named, is_blank = table.named, False
    if table.is_one_unit and named.place:
        said = unit_lines(grid, floor, row, table.header_rows)
        named = Named([said.get("code", "")], [said.get("name", "")], [said.get("level", "")], [said.get("parent", "")], named.place)
        is_blank = is_left_blank(grid, floor, row)
    titles = (*titles, *table.titles)
    return replace(table, titles=titles, named=named, findings=findings, is_usable=not scaled, is_unit_blank=is_blank)
