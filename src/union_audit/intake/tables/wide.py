"""Tables with a row a unit and a column a field."""

from collections.abc import Sequence

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.folding import fold
from union_audit.frozen import replace
from union_audit.intake.facts import Layout, LeftOut
from union_audit.intake.figures.cells import all_written
from union_audit.intake.tables import headed, shares
from union_audit.intake.tables.figures import Line, read_figures
from union_audit.intake.tables.grid import Grid, Places
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.headings import Match
from union_audit.intake.tables.merged import without_merged
from union_audit.intake.tables.naming import Naming, find_naming
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.row_periods import rows_of_others, said_by_rows
from union_audit.intake.tables.rows import Rows
from union_audit.intake.tables.share_given import held_against
from union_audit.intake.tables.spoken import of_own_period, told_above
from union_audit.intake.tables.table import NOBODY, Knowledge, Named, Table, Total, no_figures
from union_audit.intake.tables.ticks import at_ticks, pairs_under, ticked
from union_audit.intake.tables.totals import read_total
from union_audit.intake.tables.unheaded import unheaded
from union_audit.intake.vocabulary.headings import SENT
from union_audit.intake.vocabulary.parts import rows_of_parts
from union_audit.intake.vocabulary.values import BESIDE
from union_audit.plan.model import Field
from union_audit.sheets.model import Cell


def read_wide(grid: Grid, header: Header, knows: Knowledge) -> tuple[Table | None, int]:
    """Read the wide table under a header; return it (None: it is none) and the row after it."""
    pairs = pairs_under(header, knows.headings)
    beside = {pair.no for pair in pairs.values()}
    all_headed = [_headed(header, column) for column in header.matches if column not in beside]
    usable, unsure = of_own_period(all_headed, grid, header, knows.asked)
    lines = headed.usable(usable, knows.headings)
    if not lines and not header.shares:
        return _without_figures(header, usable, unsure, knows), header.last + 1
    naming = find_naming(grid, header, knows)
    rows = Rows(grid, header, naming, knows)
    rows.tell_apart()
    of_rows = rows_of_others(
        said_by_rows(grid, header, rows.units, _sections(rows)), rows.units, told_above(grid, header.first, knows.asked)
    )
    rows.leave_out(of_rows.others)
    about_parts = _without_parts(rows)
    is_one_unit = not naming.is_any
    units = rows.of_one_unit(of_rows.others) if is_one_unit else rows.units
    percentages = shares.of_lines(usable, units, knows, told_above(grid, header.first, knows.asked), is_across=False)
    usable = shares.marked(usable, percentages)
    findings = [*headed.findings(usable, knows.headings, knows.plan), *unsure, *of_rows.findings, *about_parts, *_unused(rows, units)]
    bare = sorted(set(range(grid.width(header.last + 1, rows.end - 1))) - {*header.parts})
    findings += unheaded(grid, rows.units, bare, min(header.figures))
    nobodys = [LeftOut(unit, RowKind.NAMELESS.value, rows.kinds.label(unit)) for unit in (() if units else rows.units)]
    places = np.array(units, np.intp)
    cells, at = ticked(grid, [_line(grid, each, places, knows) for each in lines], pairs, units)
    read = read_figures(cells, places, knows.plan, is_across=False)
    read = without_merged(replace(read, figures=at_ticks(read.figures, at)), grid)
    given, about = held_against(percentages, read.figures, grid, knows.plan)
    findings += about
    named_at = np.array([rows.named_at.get(unit, unit) for unit in units], np.intp) if rows.named_at else places
    codes, names, levels, parents = (_texts(grid, column, named_at) for column in (naming.code, naming.name, naming.level, naming.parent))
    kept = [knows.plan.fields[place] for place in read.figures.fields]
    columns = read.figures.column[0].tolist()
    table = Table(
        layout=Layout.WIDE,
        header_rows=tuple(range(header.first, header.last + 1)),
        headings=headed.shown(_with_naming(usable, naming)),
        left_out=(*rows.left_out, *nobodys),
        named=Named(codes, names, levels, parents, units, naming.name if naming.name >= 0 else naming.code),
        figures=read.figures,
        issues=read.issues,
        totals=tuple(_total(grid, row, columns, kept) for row in rows.totals),
        given=tuple(given),
        findings=(*findings, *read.findings),
        titles=(*of_rows.titles, *dict.fromkeys(part for each in lines for part in header.parts[each.place])),
        sent=_sent(grid, header, places),
        is_one_unit=is_one_unit,
    )
    return table, rows.end


def _sent(grid: Grid, header: Header, units: Places) -> Sequence[Cell]:
    """Return when the rows of units were sent, where one column says it."""
    columns = [column for column, parts in header.parts.items() if fold(parts[-1]) in SENT]
    return list(grid.down(columns[0], units)) if len(columns) == 1 else ()


def _without_figures(header: Header, usable: Sequence[headed.Headed], unsure: Sequence[Finding], knows: Knowledge) -> Table | None:
    """Return a table none of whose headings can be used, with what is wrong with them; None where none means a field at all."""
    if not unsure and not any(each.match.role == "field" for each in usable):
        return None
    rows = tuple(range(header.first, header.last + 1))
    findings = (*headed.findings(usable, knows.headings, knows.plan), *unsure)
    return Table(Layout.WIDE, rows, headed.shown(usable), (), NOBODY, no_figures(), findings=findings)


def _headed(header: Header, column: int) -> headed.Headed:
    return headed.Headed(column, header.text(column), header.matches[column], header.last, column)


def _with_naming(all_headed: Sequence[headed.Headed], naming: Naming) -> list[headed.Headed]:
    """Show the column that names the units as such, also where only its cells told it."""
    return [
        headed.Headed(each.place, each.text, Match("name", how="none"), each.row, each.column)
        if each.place == naming.name and each.match.role != "name"
        else each
        for each in all_headed
    ]


def _line(grid: Grid, each: headed.Headed, units: Places, knows: Knowledge) -> Line:
    field = knows.headings.field(each.match.field or "")
    formats = grid.sheet.formats
    shown = {place: look for place, unit in enumerate(units.tolist()) if (look := formats.get((unit, each.place)))} if formats else {}
    return Line(field, each.text, each.place, grid.down(each.place, units), shown)


def _texts(grid: Grid, column: int, rows: Places) -> Sequence[str]:
    return all_written(grid.down(column, rows)) if column >= 0 else [""] * len(rows)


def _unused(rows: Rows, used: Sequence[int]) -> list[Finding]:
    """Say which rows of figures are not used, since no unit is sure or their cells are not."""
    places = rows.nameless if used else rows.units or rows.nameless
    column = min(rows.header.figures)
    return [
        Finding(code, {"count": len(found)}, Source("", "", found[0], column))
        for code, found in (("UA122", places), ("UA131", rows.spilled))
        if found
    ] + [_about(code, found, rows) for code, found in (("UA135", rows.doubtful), ("UA144", rows.split)) if found]


def _sections(rows: Rows) -> list[tuple[int, str]]:
    """Return the rows that head those below: without figures also "Trong đó: nữ" and "Chỉ tiêu giao" do."""
    others = (RowKind.PART.value, RowKind.ASIDE.value)
    return [
        (each.index, each.text)
        for each in rows.left_out
        if each.reason == RowKind.SECTION.value
        or (each.reason in others and fold(each.text) not in BESIDE and not rows.grid.has_figures(each.index, rows.header.figures))
    ]


def _without_parts(rows: Rows) -> list[Finding]:
    """Leave out the rows in sections that hold a part of what the headings ask for; say so where their units have no others."""
    parts = rows_of_parts(rows.units, _sections(rows))
    rows.leave_out(parts, RowKind.PART)
    whole = {rows.kinds.label(row) for row in rows.units} if parts else set[str]()
    alone = [row for row in parts if rows.kinds.label(row) not in whole]
    return [Finding("UA147", {"text": parts[alone[0]]}, Source("", "", alone[0], min(rows.header.figures)))] if alone else []


def _about(code: str, places: Sequence[int], rows: Rows) -> Finding:
    names = tuple(rows.kinds.label(row) for row in places)
    return Finding(code, {"count": len(names), "names": names}, Source("", "", places[0], rows.naming.name))


def _total(grid: Grid, row: int, columns: Sequence[int], fields: Sequence[Field]) -> Total:
    """Return what a row of totals says."""
    return read_total(grid, next(iter(grid.texts(row).values()), ""), row, [(row, column) for column in columns], fields)
