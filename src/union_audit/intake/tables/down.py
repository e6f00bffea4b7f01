"""Tables whose fields stand below each other: forms (one unit, one column of figures) and transposed tables (a column a unit)."""

from collections.abc import Sequence
from dataclasses import replace

from union_audit.findings import Finding, Source
from union_audit.intake.facts import Layout, LeftOut
from union_audit.intake.periods.texts import in_heading
from union_audit.intake.tables import headed, shares
from union_audit.intake.tables.columns import Columns, columns_beside, is_unit, total_columns, unit_columns, unsure_columns
from union_audit.intake.tables.figures import Line, read_figures
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headings import SEPARATOR
from union_audit.intake.tables.labels import Labels
from union_audit.intake.tables.merged import without_merged
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.row_periods import rows_of_others, said_by_sections
from union_audit.intake.tables.share_given import held_against
from union_audit.intake.tables.shares import is_share
from union_audit.intake.tables.since import at_columns, columns_of, cumulative, since_columns
from union_audit.intake.tables.spoken import told_above
from union_audit.intake.tables.table import NOBODY, Figures, Knowledge, Named, Table, Total, no_figures
from union_audit.intake.tables.ticks import Pair, pair_beside, with_ticks
from union_audit.intake.tables.totals import read_total
from union_audit.intake.tables.unheaded import unheaded
from union_audit.intake.tables.value_column import value_column
from union_audit.intake.vocabulary.measures import is_ditto
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.totals import is_total
from union_audit.intake.vocabulary.values import is_value
from union_audit.words import N_

_MEASURE_WORDS = 3
"""A unit of measure is no longer; a note is."""

NO_UNIT = N_("not a unit's column")


def read_down(grid: Grid, labels: Labels, floor: int, knows: Knowledge) -> tuple[Table | None, int]:
    """Read the table beside some labels; `floor`: the row after the table above. Return it (None: it is none) and the row after it."""
    columns = columns_beside(grid, labels, floor, knows)
    units = unit_columns(grid, columns, knows)
    layout = Layout.TRANSPOSED if units or columns.holds else Layout.FORM
    about = unsure_columns(columns)
    countable = headed.usable(labels.headed, knows.headings)
    period = told_above(grid, min((*columns.rows, labels.first)), knows.asked)
    beside = shares.of_form(countable, columns.headings, knows, period) if layout is Layout.FORM else []
    pair = pair_beside(labels.headed, columns.headings, knows.headings) if layout is Layout.FORM else None
    if layout is Layout.FORM:
        used = {share.line.place for share in beside} | cumulative(columns, labels)
        units, about = value_column(grid, labels, columns, used, knows.asked)
        about += _unheard(columns, units, pair, knows)
        if units and knows.headings.is_scaled(heading := columns.headings.get(units[0], "")):
            units, about = [], [Finding("UA125", {"text": heading}, Source("", "", columns.row, units[0]))]
    measures = _measures(grid, countable, columns.filled_beside(units), knows)
    said = said_by_sections(labels.rows, [(each.index, each.text) for each in labels.left_out])
    of_rows = rows_of_others(said, labels.rows, period)
    labels.leave_out(of_rows.others)
    about += of_rows.findings
    lines, refused = _usable(grid, labels, columns, units, knows)
    refused += [
        Finding("UA125", {"text": measures[each.row]}, each.source, field=each.match.field) for each in countable if each.row in measures
    ]
    lines = [each for each in lines if each.row not in measures]
    about += _unheaded(grid, labels, columns, units, layout)
    measured = [each for each in countable if measures.get(each.row, "").strip("() ") == "%"]
    rows = (
        [*shares.of_lines(labels.headed, units, knows, period, is_across=True), *shares.of_measured(measured, units, knows)]
        if units
        else []
    )
    if not lines and not rows:
        findings = (*headed.findings(labels.headed, knows.headings, knows.plan), *about, *refused)
        return Table(layout, columns.rows, headed.shown(labels.headed), (), NOBODY, no_figures(), findings=findings), labels.end
    at, doubtful = columns_of(grid, lines, units, since_columns(columns, units), columns)
    cells = [_line(grid, each, at[each.row], knows) for each in lines if each.row in at]
    if pair and units:
        cells, at = with_ticks(grid, cells, pair, at)
    read = read_figures(cells, units, knows.plan, is_across=True)
    read = without_merged(replace(read, figures=at_columns(read.figures, at, units)), grid)
    given, unsure = held_against([*rows, *(beside if units else ())], read.figures, grid, knows.plan)
    all_headed = shares.marked(labels.headed, rows)
    refused = [each for each in refused if not each.source or each.source.row not in {share.line.place for share in rows}]
    totals = total_columns(columns) if layout is Layout.TRANSPOSED else []
    table = Table(
        layout=layout,
        header_rows=columns.rows,
        headings=headed.shown(all_headed),
        left_out=tuple(_left_out(columns, units, totals) if layout is Layout.TRANSPOSED else labels.left_out),
        named=_named(grid, columns, units, layout, knows),
        figures=read.figures,
        issues=read.issues,
        totals=tuple(_total(grid, columns.headings[place], place, read.figures, knows) for place in totals),
        given=tuple(given),
        findings=(
            *headed.findings(all_headed, knows.headings, knows.plan),
            *about,
            *refused,
            *doubtful,
            *unsure,
            *read.findings,
        ),
        titles=(*of_rows.titles, *(columns.headings.get(place, "") for place in units if layout is Layout.FORM)),
        is_one_unit=layout is Layout.FORM,
    )
    return table, labels.end


def _unheard(columns: Columns, units: Sequence[int], pair: Pair | None, knows: Knowledge) -> list[Finding]:
    """Say that a form's only column was taken for its figures, where nobody knows the words over it."""
    heading = columns.headings.get(units[0], "") if len(units) == 1 and columns.rows else ""
    is_known = is_value(heading) or is_total(heading) or bool(in_heading(heading)) or is_share(heading)
    if not heading or is_known or is_cumulative(heading) or (pair and units[0] in pair.columns) or is_unit(heading, knows):
        return []
    return [Finding("UA146", {"heading": heading}, Source("", "", columns.row, units[0]))]


def _unheaded(grid: Grid, labels: Labels, columns: Columns, units: Sequence[int], layout: Layout) -> list[Finding]:
    """Say which columns of figures have no heading and are nobody's; of a form with several that may be its figures all are said."""
    if layout is Layout.FORM and not units:
        return []
    return unheaded(grid, labels.rows, [place for place in columns.filled_beside(units) if place not in columns.headings])


def _usable(
    grid: Grid, labels: Labels, columns: Columns, units: Sequence[int], knows: Knowledge
) -> tuple[list[headed.Headed], list[Finding]]:
    """Return the labels whose figures are sure and counted in ones, and why others are not used."""
    lines = headed.usable(labels.headed, knows.headings)
    width = max(grid.moved.headed(columns.headings), 1)
    spilled = [each for each in lines if columns.row >= 0 and grid.moved.spills(each.row, columns.row, width)]
    cumulated = [*_cumulated(lines, columns, units, knows), *(each for each in lines if _is_part(grid, each, labels, columns, units))]
    findings = [Finding("UA131", {"count": len(spilled)}, spilled[0].source)] if spilled else []
    findings += headed.unknown(cumulated)
    left_out = {each.row for each in (*spilled, *cumulated)}
    return [each for each in lines if each.row not in left_out], findings


def _measures(grid: Grid, lines: Sequence[headed.Headed], beside: Sequence[int], knows: Knowledge) -> dict[int, str]:
    """Return by row the unit of measure that stands beside a label, where it is not ones ("nghìn người", "%"); "nt" is that above it."""
    found: dict[int, str] = {}
    for place in reversed(beside):  # the first stays
        above = ""
        for each in lines:
            text = grid.text(*grid.merge_top(each.row, place))
            above = above if is_ditto(text) else text
            found |= {each.row: above} if above and is_scale(above, knows) else {}
    return found


def is_scale(text: str, knows: Knowledge) -> bool:
    """Whether a unit of measure says that figures are not counted in ones."""
    return text.strip("() ") == "%" or (_is_short(text) and knows.headings.is_scaled(f"({text})"))


def _is_part(grid: Grid, each: headed.Headed, labels: Labels, columns: Columns, units: Sequence[int]) -> bool:
    """Whether a text between a label and its figure, under no heading of its own, says that it is a part of that ("Nam")."""
    between = range(labels.column + 1, min(units, default=0))
    texts = (
        grid.text(each.row, place)
        for place in between
        if not grid.text(columns.row, place) and place not in columns.holds and grid.merge_top(each.row, place)[1] > labels.column
    )
    return any(any(map(str.isalpha, text)) and not _is_whole(grid, text) for text in texts)


def _is_whole(grid: Grid, text: str) -> bool:
    return grid.headings.is_measure(text) or is_value(text) or is_total(text)


def _is_short(text: str) -> bool:
    return bool(text) and text.count(" ") < _MEASURE_WORDS


def _cumulated(lines: Sequence[headed.Headed], columns: Columns, units: Sequence[int], knows: Knowledge) -> list[headed.Headed]:
    """Return the fields that are asked for the month alone, where a column says that it is counted since January."""
    are_since = any(is_cumulative(columns.headings.get(place, "")) for place in units)
    return [each for each in lines if are_since and knows.headings.is_summed(each.match)]


def _line(grid: Grid, each: headed.Headed, units: Sequence[int], knows: Knowledge) -> Line:
    field = knows.headings.field(each.match.field or "")
    shown = {place: look for place, unit in enumerate(units) if (look := grid.sheet.formats.get((each.row, unit)))}
    return Line(field, each.text, each.row, [grid.cell(each.row, unit) for unit in units], shown)


def _named(grid: Grid, columns: Columns, units: Sequence[int], layout: Layout, knows: Knowledge) -> Named:
    def texts(role: str) -> list[str]:
        return [columns.text(grid, role, place) if layout is Layout.TRANSPOSED else "" for place in units]

    codes, names = texts("code"), texts("name")
    if layout is Layout.TRANSPOSED and "name" not in columns.roles and "code" not in columns.roles:
        headings = [columns.headings.get(place, "") for place in units]
        is_code = [knows.register is not None and knows.register.tell(text, "").unit >= 0 for text in headings]
        codes = [text if coded else "" for text, coded in zip(headings, is_code, strict=True)]
        names = ["" if coded else text for text, coded in zip(headings, is_code, strict=True)]
    line = columns.roles.get("name", columns.roles.get("code", columns.row))
    return Named(codes, names, texts("level"), texts("parent"), units, line)


def _left_out(columns: Columns, units: Sequence[int], totals: Sequence[int]) -> list[LeftOut]:
    others = sorted({*columns.filled, *columns.headings}.difference(units))
    of_totals = set(totals)
    return [
        LeftOut(place, RowKind.TOTAL.value if place in of_totals else _reason(columns, place), _heading(columns, place)) for place in others
    ]


def _reason(columns: Columns, place: int) -> str:
    return RowKind.ASIDE.value if columns.holds.get(place) else NO_UNIT


def _heading(columns: Columns, place: int) -> str:
    return SEPARATOR.join(filter(None, (columns.headings.get(place, ""), columns.holds.get(place, ""))))


def _total(grid: Grid, text: str, column: int, figures: Figures, knows: Knowledge) -> Total:
    """Return what a column of totals says."""
    fields = [knows.plan.fields[place] for place in figures.fields]
    return read_total(grid, text, column, [(int(row), column) for row in figures.row[0]], fields)
