"""Tables whose fields stand below each other: forms (one unit, one column of figures) and transposed tables (a column a unit)."""

from collections.abc import Sequence
from dataclasses import dataclass

from union_audit.findings import Finding, Source, address
from union_audit.folding import fold
from union_audit.intake import vocabulary
from union_audit.intake.facts import Layout, LeftOut, State
from union_audit.intake.figures.cells import written
from union_audit.intake.figures.columns import read_column
from union_audit.intake.tables import headed, shares
from union_audit.intake.tables.figures import Line, read_figures
from union_audit.intake.tables.grid import Grid, is_figure_like
from union_audit.intake.tables.labels import Labels, read_labels
from union_audit.intake.tables.rows import RowKind
from union_audit.intake.tables.table import Knowledge, Named, Table, Total
from union_audit.plan.model import Field
from union_audit.words import N_

_HEADING_ROWS = 4
"""The headings over the columns of figures are at most so many rows above the first label."""

_MEASURE_WORDS = 3
"""A unit of measure is no longer; a note is."""

NO_UNIT = N_("not a unit's column")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns to the right of the labels that something stands in, and what stands over them. `row`: of the headings, -1 for none."""

    row: int
    headings: dict[int, str]
    filled: tuple[int, ...]
    roles: dict[str, int]  # "code", "name", "level", "parent" → the row that says so of each column


def read_down(grid: Grid, row: int, column: int, floor: int, knows: Knowledge) -> tuple[Table | None, int]:
    """Read the table whose first label stands at an address; `floor`: the row after the table above. Return it and the row after it."""
    labels = read_labels(grid, row, column, floor)
    columns = _columns(grid, labels, floor)
    lines = headed.usable(labels.headed, knows.headings)
    spilled = [each for each in lines if columns.row >= 0 and grid.spills(each.row, columns.row, max(columns.headings, default=0) + 1)]
    units = _unit_columns(grid, columns, knows)
    findings = list(headed.findings(labels.headed, knows.headings, knows.plan))
    findings += [Finding("UA131", {"count": len(spilled)}, spilled[0].source)] if spilled else []
    layout = Layout.TRANSPOSED if units else Layout.FORM
    if not units:
        units, finding = _value_column(grid, labels, columns)
        findings += [*([finding] if finding else []), *_unused_columns(columns, units)]
    cumulated = _cumulated(lines, columns, units, knows)
    findings += headed.unknown(cumulated)
    measured = [each for each in lines if _measure(grid, each, columns, units, knows)]
    findings += [
        Finding("UA125", {"text": _measure(grid, each, columns, units, knows)}, each.source, field=each.match.field) for each in measured
    ]
    lines = [each for each in lines if each not in (*spilled, *cumulated, *measured)]
    if not lines:
        return None, labels.end
    totals = [place for place in columns.headings if layout is Layout.TRANSPOSED and vocabulary.is_total(columns.headings[place])]
    read = read_figures([_line(grid, each, units, knows) for each in lines], units, knows.plan, is_across=True)
    percentages = shares.of_lines(labels.headed, units, read.figures, knows, is_across=True) if units else []
    percentages += shares.of_form(lines, columns.headings, read.figures, knows) if layout is Layout.FORM and units else []
    findings += shares.check(percentages, read.figures, grid, knows.plan)
    kept = [knows.plan.fields[place] for place in read.figures.fields]
    rows = read.figures.row[0].tolist()
    table = Table(
        layout=layout,
        header_rows=(columns.row,) if columns.row >= 0 else (),
        headings=headed.shown(labels.headed),
        left_out=(*labels.left_out, *_left_out(columns, units, totals, layout)),
        named=_named(grid, columns, units, layout, knows),
        figures=read.figures,
        issues=read.issues,
        totals=tuple(_total(grid, columns.headings[place], place, rows, kept) for place in totals),
        findings=(*findings, *read.findings),
        titles=tuple(columns.headings.get(place, "") for place in units if layout is Layout.FORM),
        is_one_unit=layout is Layout.FORM,
    )
    return table, labels.end


def _measure(grid: Grid, each: headed.Headed, columns: Columns, units: Sequence[int], knows: Knowledge) -> str:
    """Return the unit of measure beside a label, where it is not ones ("nghìn người", "%"), else ""."""
    beside = (grid.text(each.row, place) for place in columns.filled if place not in units)
    return next((text for text in beside if text.strip("() ") == "%" or (_is_short(text) and knows.headings.is_scaled(f"({text})"))), "")


def _is_short(text: str) -> bool:
    return bool(text) and text.count(" ") < _MEASURE_WORDS


def _cumulated(lines: Sequence[headed.Headed], columns: Columns, units: Sequence[int], knows: Knowledge) -> list[headed.Headed]:
    """Return the fields that are asked for the month alone, where a column says that it is counted since January."""
    is_cumulative = any(vocabulary.is_cumulative(columns.headings.get(place, "")) for place in units)
    return [each for each in lines if is_cumulative and knows.headings.is_summed(each.match)]


def _columns(grid: Grid, labels: Labels, floor: int) -> Columns:
    first = labels.rows[0]
    width = grid.width(floor, labels.end)
    right = next((place for place in range(labels.column + 1, width) if _is_label_column(grid, labels, place)), width)
    places = range(labels.column + 1, right)
    roles: dict[str, int] = {}
    for row in range(floor, first):
        role = grid.headings.match(grid.text(row, labels.column)).role
        if role in ("code", "name", "level", "parent") and any(grid.shown(row, place) for place in places):
            roles.setdefault(role, row)
    above = [row for row in range(max(floor, first - _HEADING_ROWS), first) if not grid.is_numbering(row, list(places))]
    row = next((row for row in reversed(above) if any(grid.shown(*grid.merge_top(row, place)) for place in places)), -1)
    headings = {place: text for place in places if row >= 0 and (text := grid.shown(*grid.merge_top(row, place)))}
    filled = tuple(place for place in places if any(grid.shown(row, place) for row in labels.rows))
    return Columns(row, headings, filled, roles)


def _is_label_column(grid: Grid, labels: Labels, place: int) -> bool:
    """Whether a column holds labels of fields itself: a second list beside the first."""
    return sum(grid.headings.match(grid.text(row, place)).role == "field" for row in labels.rows) > 1


def _unit_columns(grid: Grid, columns: Columns, knows: Knowledge) -> list[int]:
    """Return the columns that are units': those named by a row of codes or names, or whose headings are units. None: a form."""
    naming = [row for role, row in columns.roles.items() if role in ("code", "name")]
    places = sorted({*columns.filled, *columns.headings})
    named = [place for place in places if any(grid.shown(row, place) for row in naming)]
    if len(named) < 2 and not any(_is_unit(columns.headings.get(place, ""), knows) for place in places):  # noqa: PLR2004 (one unit is a form)
        return []
    if len(named) < 2:  # noqa: PLR2004
        named = [place for place in places if columns.headings.get(place)]
    texts = {place: columns.headings.get(place, "") for place in named}
    return [place for place in named if not vocabulary.is_total(texts[place]) and not vocabulary.is_other_value(texts[place])]


def _is_unit(text: str, knows: Knowledge) -> bool:
    if knows.register is not None:
        return knows.register.tell(text, "").unit >= 0 or knows.register.name(text).unit >= 0
    return knows.levels.by_name(text) is not None


def _value_column(grid: Grid, labels: Labels, columns: Columns) -> tuple[list[int], Finding | None]:
    """Return the column of a form's figures: the one that says so, else the only one with figures; otherwise none, and why."""
    declared = [place for place, text in columns.headings.items() if vocabulary.is_value(text)]
    plain = [
        place
        for place in columns.filled
        if not vocabulary.is_other_value(columns.headings.get(place, "")) and any(_is_value(grid, row, place) for row in labels.rows)
    ]
    choices = declared or plain
    if len(choices) == 1:
        return choices, None
    source = Source("", "", columns.row if columns.row >= 0 else labels.first, choices[0] if choices else labels.column)
    if not choices:
        return [], Finding("UA108", {}, source)
    texts = tuple(columns.headings.get(place) or address(labels.first, place) for place in choices)
    return [], Finding("UA107", {"headings": texts, "count": len(choices)}, source)


def _unused_columns(columns: Columns, units: Sequence[int]) -> list[Finding]:
    """Say which columns of a form are not its figures."""
    others = [place for place, text in columns.headings.items() if place not in units and fold(text) not in vocabulary.BESIDE]
    texts = tuple(columns.headings[place] for place in others)
    return [Finding("UA102", {"headings": texts, "count": len(others)}, Source("", "", columns.row, others[0]))] if others else []


def _is_value(grid: Grid, row: int, place: int) -> bool:
    """Whether a cell may be a figure, a yes or a no, rather than a unit of measure."""
    cell = grid.cell(row, place)
    return is_figure_like(cell) or vocabulary.is_answer(written(cell))


def _line(grid: Grid, each: headed.Headed, units: Sequence[int], knows: Knowledge) -> Line:
    field = knows.plan.field(each.match.field or "")
    percent = frozenset(place for place, unit in enumerate(units) if (each.row, unit) in grid.sheet.percent)
    return Line(field, each.text, each.row, [grid.cell(each.row, unit) for unit in units], percent)


def _named(grid: Grid, columns: Columns, units: Sequence[int], layout: Layout, knows: Knowledge) -> Named:
    def texts(role: str) -> list[str]:
        row = columns.roles.get(role, -1)
        return [grid.shown(row, place) if row >= 0 and layout is Layout.TRANSPOSED else "" for place in units]

    codes, names = texts("code"), texts("name")
    if layout is Layout.TRANSPOSED and "name" not in columns.roles and "code" not in columns.roles:
        headings = [columns.headings.get(place, "") for place in units]
        is_code = [knows.register is not None and knows.register.tell(text, "").unit >= 0 for text in headings]
        codes = [text if coded else "" for text, coded in zip(headings, is_code, strict=True)]
        names = ["" if coded else text for text, coded in zip(headings, is_code, strict=True)]
    line = columns.roles.get("name", columns.roles.get("code", columns.row))
    return Named(codes, names, texts("level"), texts("parent"), units, line)


def _left_out(columns: Columns, units: Sequence[int], totals: Sequence[int], layout: Layout) -> list[LeftOut]:
    if layout is Layout.FORM:
        return []
    others = [place for place in sorted({*columns.filled, *columns.headings}) if place not in units]
    return [LeftOut(place, RowKind.TOTAL.value if place in totals else NO_UNIT, columns.headings.get(place, "")) for place in others]


def _total(grid: Grid, text: str, place: int, rows: Sequence[int], fields: Sequence[Field]) -> Total:
    figures = []
    for row, field in zip(rows, fields, strict=True):
        read = read_column([grid.cell(row, place)], field)
        figures.append(int(read.values[0]) if read.state[0] == State.FIGURE else None)
    return Total(text, place, tuple(figures))
