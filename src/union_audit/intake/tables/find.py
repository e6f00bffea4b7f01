"""Finds the tables of a sheet, from the top down, by their headings."""

from collections.abc import Sequence
from dataclasses import replace

from union_audit.findings import Finding, Source
from union_audit.intake.facts import Layout
from union_audit.intake.figures.cells import written
from union_audit.intake.periods.texts import in_title
from union_audit.intake.tables.beside import label_starts, split, unit_starts
from union_audit.intake.tables.columns import list_before, list_beside
from union_audit.intake.tables.down import read_down
from union_audit.intake.tables.figure_like import is_figure_like
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import read_header
from union_audit.intake.tables.headings import Match
from union_audit.intake.tables.labels import Labels, next_likely, read_labels, with_others
from union_audit.intake.tables.lines import is_left_blank, unit_lines
from union_audit.intake.tables.lines_below import with_lines_below
from union_audit.intake.tables.long_header import LongHeader, long_header
from union_audit.intake.tables.one_cell import put_back, taken_apart
from union_audit.intake.tables.repeated import told_as_repeated
from union_audit.intake.tables.shares import share_labels, with_shares
from union_audit.intake.tables.since import without_months
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.tables.unread import with_unread
from union_audit.intake.tables.wide import read_wide
from union_audit.intake.tables.work import Work
from union_audit.intake.vocabulary.measures import is_percent_line
from union_audit.intake.vocabulary.notes import is_signature, is_signed_on
from union_audit.intake.vocabulary.plans import is_plan_title
from union_audit.sheets.model import Sheet

_LONGEST_FIGURE = 20
"""A heading may have a digit in it, but is longer than any figure."""


def find_tables(sheet: Sheet, knows: Knowledge, work: Work | None = None) -> list[Table]:
    """Return the sheet's tables; each is complete but for its period and its units' places in the roster.

    `work`: what is left to the sheet's file; one that needs more is refused (`Refused`).
    """
    knows.headings.forget()
    grid = Grid(sheet, knows.headings, work or Work([sheet]))
    return _tables(grid, knows) or _in_lines(grid, knows) or _of_percentages(grid, knows)


def _tables(grid: Grid, knows: Knowledge) -> list[Table]:
    tables = with_lines_below(grid, _with_earlier_lines(with_unread(grid, _find(grid, 0, len(grid.rows), knows))))
    tables = list(map(told_as_repeated, tables))
    return [_with_signatures(grid, tables[0])] if len(tables) == 1 else tables


def _with_signatures(grid: Grid, table: Table) -> Table:
    """Let the only form of a sheet say who signed it, and the day above that with its titles; a wide table tells of those rows itself."""
    if table.layout in (Layout.WIDE, Layout.LONG) or not table.headings:
        return table
    below = range(max(each.index for each in table.headings) + 1, len(grid.rows))
    lines = [(row, column, text) for row in below for column, text in grid.texts(row).items()]
    signed = tuple(f"{text} {grid.text(row + 1, column)}".strip() for row, column, text in lines if is_signature(text))
    return replace(table, titles=(*table.titles, *(text for _, _, text in lines if is_signed_on(text))), signatures=signed)


def _in_lines(grid: Grid, knows: Knowledge) -> list[Table]:
    """Return the tables of a sheet that has a label and its figure in one cell, in each of its lines."""
    apart = taken_apart(grid)
    return [put_back(each, apart[1]) for each in _tables(Grid(apart[0], knows.headings, grid.work), knows)] if apart else []


def _of_percentages(grid: Grid, knows: Knowledge) -> list[Table]:
    """Return the form of a sheet whose labels all ask for percentages."""
    labels = share_labels(grid, knows)
    table = read_down(grid, labels, 0, knows)[0] if labels else None
    return with_unread(grid, [(grid, _with_surroundings(grid, grid, table, range(labels.first), knows))]) if labels and table else []


def _with_earlier_lines(tables: list[Table]) -> list[Table]:
    """Let a table that says no period be of the one said above it, and a form that goes on with other figures be the same unit's."""
    result: list[Table] = []
    dated: tuple[str, ...] = ()
    for each in tables:
        own = tuple(text for text in each.titles if in_title(text))
        table = each if own else replace(each, titles=(*each.titles, *dated))
        dated = own or dated
        before = result[-1] if result else table
        is_other = bool({*table.figures.fields} & {*before.figures.fields}) and not any(map(is_plan_title, before.titles))
        is_more = table.is_one_unit and before.is_one_unit and before.named.place and not is_other
        if is_more and not any((*table.named.codes, *table.named.names, table.is_unit_blank)) and table.named.place:
            table = replace(table, named=replace(before.named, place=table.named.place, line=table.named.line))
        result.append(table)
    return result


def _find(grid: Grid, first: int, stop: int, knows: Knowledge) -> list[tuple[Grid, Table]]:
    """Return the tables that begin from one row up to another, each with its part of the sheet."""
    tables: list[tuple[Grid, Table]] = []
    floor = row = first
    while row < stop:
        hits = grid.hits(row) or with_others(grid, row)
        found = _read_at(grid, row, hits, floor, knows) if hits or grid.names_units(row) else []
        end = max((end for _, _, end in found), default=row + 1)
        for part, table, part_end in found:
            tables += [(part, _with_surroundings(grid, part, table, range(floor, row), knows))] if table else []
            tables += _find(part, part_end, end, knows)
        end = max(end, row + 1)
        floor = end if any(table for _, table, _ in found) else floor
        row = next_likely(grid, end)
    return tables


def _read_at(grid: Grid, row: int, hits: dict[int, Match], floor: int, knows: Knowledge) -> list[tuple[Grid, Table | None, int]]:
    """Read the table, or the tables side by side, whose first headings stand in a row; each with its part of the sheet and its end."""
    if (long_head := long_header(grid, row)) and (long := _read_long(grid, long_head, knows)):
        return [long]
    labels = {column: read_labels(grid, row, column, floor) for column in hits if not _has_figure_below(grid, row, column)}
    down = {column: count for column, each in labels.items() if (count := each.count)}
    header = read_header(grid, row, floor)
    across = len({match.fields for match in header.matches.values() if match.role == "field"})
    most = max(down.values(), default=0)
    if most > across or (most and most == across and all(_has_figure_beside(grid, row, column) for column in hits)):
        chosen = {labels[column].columns: labels[column] for column in hits if down.get(column) == most or down.get(column, 0) > 1}
        lists = _with_lower(grid, list(chosen.values()), floor)
        parts = split(grid, label_starts(grid, [each.columns[0] for each in lists], floor, row))
        beside = zip(parts, lists, strict=True)
        own = [each if part is grid else read_labels(part, each.first, each.headed[0].column, floor) for part, each in beside]
        return [(part, *read_down(part, each, floor, knows)) for part, each in zip(parts, own, strict=True)]
    header = with_shares(header, knows)
    across += len(header.shares)
    if across > 1 or (across == 1 and (header.role("code") or header.role("name"))):
        parts = split(grid, unit_starts(grid, header))
        headers = [header if part is grid else with_shares(read_header(part, row, floor), knows) for part in parts]
        return [(part, *read_wide(part, each, knows)) for part, each in zip(parts, headers, strict=True)]
    return []


def _read_long(grid: Grid, header: LongHeader, knows: Knowledge) -> tuple[Grid, Table, int] | None:
    """Read the long table under a row that may head one, None where it is none."""
    from union_audit.intake.tables.long import read_long  # noqa: PLC0415 (few files have one, and it takes five modules)

    return read_long(grid, header, knows)


def _with_lower(grid: Grid, lists: Sequence[Labels], floor: int) -> list[Labels]:
    """Add to lists of labels, from the left, those before, between and after them whose first label of a field stands lower."""
    result = [lists[0]]
    while (column := list_before(grid, result[0])) >= 0:
        result.insert(0, _read_beside(grid, result[0], column, floor))
    starts = [each.columns[0] for each in lists[1:]]
    for labels, stop in zip(lists, [*starts, None], strict=True):
        end = grid.width(floor, labels.end) if stop is None else stop
        result += [labels] if labels is not lists[0] else []
        while (column := list_beside(grid, result[-1], end)) < end:
            result.append(_read_beside(grid, result[-1], column, floor))
    return [each for each in result if each.count]


def _read_beside(grid: Grid, labels: Labels, column: int, floor: int) -> Labels:
    """Read the list in a column beside some labels, from its first label of a field."""
    return read_labels(grid, next(row for row in labels.span if column in grid.hits(row)), column, floor)


def _has_figure_beside(grid: Grid, row: int, column: int) -> bool:
    """Whether the first thing to the right of a label is a figure, or a unit of measure and then one; not another heading."""
    beside = [cell for place in range(column + 1, len(grid.rows[row])) if (cell := grid.cell(row, place)) not in (None, "")]
    return any(is_figure_like(cell) and len(written(cell)) <= _LONGEST_FIGURE for cell in beside[:2])


def _has_figure_below(grid: Grid, row: int, column: int) -> bool:
    """Whether the first thing under a heading is a figure: then it heads a column, and labels no row."""
    below = grid.below(row, column)
    return is_figure_like(below) and not any(map(str.isalpha, below))


def _with_surroundings(grid: Grid, part: Grid, table: Table, above_it: range, knows: Knowledge) -> Table:
    """Add what the lines above the table say: titles, and of a table of one unit its code, name and level.

    `part`: the part of the sheet that it shares with no table beside it; what it does not say there is said for all of them.
    """
    floor, row = above_it.start, above_it.stop
    first = min((*table.header_rows, row))
    above = [text for line in range(floor, first) for text in grid.texts(line).values()]
    own = [text for line in range(floor, first) for text in part.texts(line).values()] if part is not grid else above
    parts = [each for line in range(floor, first) for each in part.lines(line)]
    titles = (*own, *parts, *(text for text in above if text not in own and in_title(text)), *table.titles)
    is_counted = bool(table.figures.fields)
    scaled = [text for text in above if grid.headings.is_scaled(text) or (is_counted and is_percent_line(text))]
    findings = (*table.findings, *(Finding("UA125", {"text": text}, Source("")) for text in scaled[:1]))
    named, is_blank = table.named, False
    if table.is_one_unit and named.place:
        to_the_left = grid if part is grid else grid.part(0, part.width(0, len(part.rows)))
        own_lines = unit_lines(part, floor, row, table.header_rows)
        said = own_lines or (unit_lines(to_the_left, floor, row, table.header_rows) if to_the_left is not part else {})
        named = named.told(said)
        titles = (*titles, *said.get("name", [])[1:])  # another name is held against the first, as the letterhead is
        is_blank = "name" not in own_lines and is_left_blank(part, floor, row)
    table = without_months(replace(table, findings=findings), above, knows)
    return replace(table, titles=titles, named=named, is_usable=table.is_usable and not scaled, is_unit_blank=is_blank)
