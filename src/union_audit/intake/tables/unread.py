"""Rows with figures in a table's columns that the table says nothing of: they are said, so that none is lost unnoticed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from union_audit.findings import Finding, Source
from union_audit.intake.facts import Layout, LeftOut
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.table import Table
from union_audit.intake.vocabulary.notes import is_note

_OF_ROWS = (Layout.WIDE, Layout.LONG)


def with_unread(sheet: Grid, found: Sequence[tuple[Grid, Table]]) -> list[Table]:
    """Return the tables of a sheet, each found in its part of it, with what is wrong or left out around them."""
    told: dict[Grid, set[int]] = defaultdict(set)
    for grid, table in found:
        told[grid].update(_rows_told(table))
    untold = sorted({*range(len(sheet.rows))} - told[sheet]) if found else ()
    left = [row for row in untold if any(map(is_bare_figure, sheet.rows[row]))]
    told[sheet] = set().union(*told.values())
    return [_with_unread(grid, table, _others(grid, table, left, told[grid])) for grid, table in found]


def _others(grid: Grid, table: Table, left: Sequence[int], told: AbstractSet[int]) -> list[int]:
    """Return the rows with figures in a table's columns, from its first row down, that no table in its part of the sheet tells of.

    `left`: the rows with figures anywhere that no table over the whole width tells of; `told`: those that are told in this part.
    """
    below = left[bisect_left(left, _first(table)) :]
    columns = sorted({*table.figures.column.ravel().tolist()}) if below else []
    return [row for row in below if row not in told and any(is_bare_figure(grid.cell(row, column)) for column in columns)]


def _with_unread(grid: Grid, table: Table, others: Sequence[int]) -> Table:
    note = _first_note(grid, table) if others else 0
    notes = [row for row in others if row >= note and table.layout is not Layout.TRANSPOSED]
    rows = [row for row in others if row not in notes]
    findings = [*table.findings, *_about_rows(table, rows)]
    left_out = [*table.left_out, *(LeftOut(row, RowKind.NOTE.value, next(iter(grid.texts(row).values()), "")) for row in notes)]
    return replace(table, left_out=tuple(left_out), findings=tuple(findings))


def _first(table: Table) -> int:
    """Return the first row under the headings, or that of the first label."""
    labels = () if table.layout in _OF_ROWS else tuple(each.index for each in table.headings)
    return min(labels, default=max(table.header_rows, default=-1) + 1)


def _rows_told(table: Table) -> set[int]:
    """Return the rows that a table says what they are."""
    left_out = () if table.layout is Layout.TRANSPOSED else table.left_out
    own = table.named.place if table.layout in _OF_ROWS else (each.index for each in table.headings)
    return {*table.header_rows, *own, *(each.index for each in left_out)}


def _first_note(grid: Grid, table: Table) -> int:
    """Return the first row of the notes below a table."""
    below = range(max(_rows_told(table), default=-1) + 1, len(grid.rows))
    return next((row for row in below if grid.says(row, is_note)), len(grid.rows))


def _about_rows(table: Table, rows: Sequence[int]) -> Iterator[Finding]:
    if rows:
        yield Finding("UA134", {"count": len(rows)}, Source("", "", rows[0], int(table.figures.column.min())))
