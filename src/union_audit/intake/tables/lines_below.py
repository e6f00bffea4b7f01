"""Sheets whose forms are signed below: there the line of the unit stands under each form, and not above it."""

from collections.abc import Sequence
from dataclasses import replace

from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.lines import unit_lines
from union_audit.intake.tables.table import Named, Table


def with_lines_below(grid: Grid, tables: Sequence[Table]) -> list[Table]:
    """Let the line below each form say whose it is, where none stands above the first and one stands below the last.

    A line between two forms is else the lower one's. Where only some of the forms have one below, none is told: it could be either's.
    """
    forms = [each for each in tables if each.is_one_unit and each.named.place and each.headings]
    if not forms or forms[0].is_unit_blank or _is_named(forms[0].named):
        return list(tables)
    ends = [max(each.index for each in form.headings) + 1 for form in forms]
    starts = [min((*form.header_rows, *(each.index for each in form.headings))) for form in forms[1:]]
    said = [unit_lines(grid, end, start, ()) for end, start in zip(ends, (*starts, len(grid.rows)), strict=True)]
    if not said[-1]:
        return list(tables)
    told = {id(form): replace(form, named=form.named.told(each if all(said) else {})) for form, each in zip(forms, said, strict=True)}
    return [told.get(id(each), each) for each in tables]


def _is_named(named: Named) -> bool:
    return any((*named.codes, *named.names))
