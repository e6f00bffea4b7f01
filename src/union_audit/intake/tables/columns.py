"""The columns of figures beside labels: which are units', which is a form's only one, and what the others hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.periods.texts import in_title, is_period
from union_audit.intake.tables.figure_like import is_figure_like
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.labels import Labels
from union_audit.intake.tables.spoken import is_of, told_above
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.totals import is_comparison, is_total
from union_audit.intake.vocabulary.values import is_other_value, is_value

_HEADING_ROWS = 4
"""The headings over the columns of figures are at most so many rows above the first label."""
_ROLES = ("code", "name", "level", "parent")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns to the right of the labels. `rows`: of their headings; `headings`: what stands over each.

    `filled`: those that something stands in. `roles`: "code", "name", "level", "parent" → the row that says so of each column.
    `holds`: where each unit has several columns, what each of them says that it holds ("Kế hoạch", "Thực hiện", or a month each);
    `headings` are then the units, and `values` the columns that hold the table's figures by that.
    """

    rows: tuple[int, ...]
    headings: Mapping[int, str]
    filled: tuple[int, ...]
    roles: Mapping[str, int]
    holds: Mapping[int, str] = field(default_factory=dict)
    values: frozenset[int] = frozenset()

    @property
    def row(self) -> int:
        """The row of the headings, -1 for none."""
        return self.rows[0] if self.rows else -1

    def filled_beside(self, units: Sequence[int]) -> list[int]:
        """Return the columns that something stands in and that are no unit's."""
        others = set(self.filled).difference(units)
        return [place for place in self.filled if place in others]

    def text(self, grid: Grid, role: str, place: int) -> str:
        """Return what the row of a role says of a column; "" where no row says it."""
        row = self.roles.get(role, -1)
        if row < 0:
            return ""
        return _across(grid, row, place, self.headings) if self.holds else grid.shown(row, place)


def columns_beside(grid: Grid, labels: Labels, floor: int, knows: Knowledge) -> Columns:
    """Return the columns beside some labels; `floor`: the row after the table above."""
    first = labels.top
    width = grid.width(floor, labels.end)
    right = list_beside(grid, labels, width)
    places = range(labels.column + 1, right)
    above = [row for row in range(max(floor, first - _HEADING_ROWS), first) if not grid.is_numbering(row, list(places))]
    row = next((row for row in reversed(above) if any(_heading(grid, row, place, labels) for place in places)), -1)
    headings = {place: text for place in places if row >= 0 and (text := _heading(grid, row, place, labels))}
    filled = tuple(place for place in places if any(grid.shown(row, place) for row in labels.rows))
    if not filled and (left := _to_the_left(grid, labels, floor)):
        return left
    roles = _roles(grid, labels, range(floor, first), places)
    rows = (row,) if row >= 0 else ()
    if row > floor and (found := _in_two_rows(grid, row, headings, roles, knows)):
        units, holds = found
        return Columns((row - 1, row), units, filled, roles, holds, _of_table(grid, row - 1, holds, knows))
    return Columns(rows, headings, filled, roles)


def _heading(grid: Grid, row: int, place: int, labels: Labels) -> str:
    """Return what stands over a column; a section that is merged over labels and figures is no heading of these."""
    top, left = grid.merge_top(row, place)
    return grid.shown(top, left) if left > labels.column else ""


def _to_the_left(grid: Grid, labels: Labels, floor: int) -> Columns | None:
    """Return the only column of figures before the labels, if a heading right above it says that it is that: it could hold codes."""
    row = labels.top - 1
    places = range(labels.columns[0]) if row >= floor else ()
    headings = {place: text for place in places if is_value(text := grid.text(*grid.merge_top(row, place)))}
    return Columns((row,), headings, tuple(headings), {}) if len(headings) == 1 else None


def list_beside(grid: Grid, labels: Labels, width: int) -> int:
    """Return the first column to the right of some labels that is a second list, of several fields; `width` for none."""
    return _list_in(grid, labels, range(labels.column + 1, width), width)  # no further than the first: thousands may stand side by side


def list_before(grid: Grid, labels: Labels) -> int:
    """Return the last column to the left of some labels that is a list of several fields too; -1 for none."""
    return _list_in(grid, labels, range(labels.columns[0] - 1, -1, -1), -1)


def _list_in(grid: Grid, labels: Labels, places: range, otherwise: int) -> int:
    """Return the first of some columns that is a list of labels beside others.

    One label again and again makes no list; nor do headings of a table below, under figures of this list.
    """
    rows = {row: grid.hits(row) for row in labels.span}
    for place in places:
        own = [row for row, hits in rows.items() if place in hits]
        is_several = len({rows[row][place].fields for row in own}) > 1
        if is_several and not any(is_figure_like(grid.cell(row, place)) for row in rows if row < own[0]):
            return place
    return otherwise


def _roles(grid: Grid, labels: Labels, rows: range, places: range) -> dict[str, int]:
    roles: dict[str, int] = {}
    for row in rows:
        role = next((match.role for column in labels.columns if (match := grid.headings.match(grid.text(row, column))).role in _ROLES), "")
        if role and any(grid.shown(row, place) for place in places):
            roles.setdefault(role, row)
    return roles


def _in_two_rows(
    grid: Grid, row: int, lower: Mapping[int, str], roles: Mapping[str, int], knows: Knowledge
) -> tuple[dict[int, str], dict[int, str]] | None:
    """Return the unit of each column and what the column holds, where one of two rows of headings says the one and the other the other."""
    upper = {place: text for place in lower if (text := _across(grid, row - 1, place, lower))}
    for units, holds in ((upper, lower), (lower, upper)):
        says_what = all(map(_says_what, holds.values())) and any(map(is_value, holds.values()))
        says_what = says_what or (len(set(holds.values())) > 1 and all(map(is_period, holds.values())))
        is_several = len(set(units.values())) > 1  # one unit's columns are a form's
        if says_what and is_several and (roles or any(is_unit(text, knows) for text in units.values())):
            return {place: units[place] for place in sorted({*units} & {*holds})}, dict(holds)
    return None


def _of_table(grid: Grid, row: int, holds: Mapping[int, str], knows: Knowledge) -> frozenset[int]:
    """Return the columns that hold the figures, by what they say; of one a month those of the table's, all where nothing tells it."""
    if not all(map(is_period, holds.values())):
        return frozenset(place for place, text in holds.items() if is_value(text))
    period = told_above(grid, row, knows.asked)
    return frozenset(place for place, text in holds.items() if period is None or is_of(in_title(text), period))


def _across(grid: Grid, row: int, place: int, places: Mapping[int, str]) -> str:
    """Return what stands over a column, where one text is for several beside each other: by its merge, or the last to the left."""
    if text := grid.shown(*grid.merge_top(row, place)):
        return text
    left = next((column for column in range(place - 1, min(places, default=place) - 1, -1) if grid.shown(*grid.merge_top(row, column))), -1)
    return grid.shown(row, left) if left >= 0 and grid.merge_top(row, left + 1) == (row, left + 1) else ""


def _says_what(text: str) -> bool:
    return is_value(text) or is_other_value(text) or is_cumulative(text)


def is_unit(text: str, knows: Knowledge) -> bool:
    """Whether a heading names a unit."""
    if knows.register is not None:
        return knows.register.tell(text, "").unit >= 0 or knows.register.name(text).unit >= 0
    return knows.levels.by_name(text) is not None


def unit_columns(grid: Grid, columns: Columns, knows: Knowledge) -> list[int]:
    """Return the columns that are units': those named by a row of codes or names, or whose headings are units. None: a form."""
    if columns.holds:
        return _of_units(columns)
    naming = [row for role, row in columns.roles.items() if role in ("code", "name")]
    places = sorted({*columns.filled, *columns.headings})
    named = [place for place in places if any(grid.shown(row, place) for row in naming)]
    if len(named) < 2 and not any(is_unit(columns.headings.get(place, ""), knows) for place in places):  # noqa: PLR2004 (one unit is a form)
        return []
    if len(named) < 2:  # noqa: PLR2004
        named = [place for place in places if columns.headings.get(place)]
    texts = {place: columns.headings.get(place, "") for place in named}
    no_unit = (is_total, is_other_value, is_comparison)
    return [place for place in named if not any(is_so(texts[place]) for is_so in no_unit)]


def _of_units(columns: Columns) -> list[int]:
    """Return of each unit's columns the one that says that it holds the figures, if only one does."""
    return sorted(places[0] for text, places in _values(columns).items() if len(places) == 1 and not is_total(text))


def _values(columns: Columns) -> dict[str, list[int]]:
    """Return each unit's columns that say that they hold the figures."""
    values: dict[str, list[int]] = defaultdict(list)
    for place, unit in columns.headings.items():
        if place in columns.values:
            values[unit].append(place)
    return values


def unsure_columns(columns: Columns) -> list[Finding]:
    """Say of which units several columns may hold the figures, or none."""
    findings = []
    by_unit, first_of = _values(columns), dict[str, int]()
    for place, unit in columns.headings.items() if columns.holds else ():
        first_of.setdefault(unit, place)
    for text, place in first_of.items():
        values = by_unit.get(text, [])
        texts = tuple(f"{text} › {columns.holds[each]}" for each in values)
        first = values[0] if values else place
        if len(values) != 1:
            code, args = ("UA107", {"headings": texts, "count": len(values)}) if values else ("UA108", {})
            findings.append(Finding(code, args, Source("", "", columns.row, first)))
    return findings


def total_columns(columns: Columns) -> list[int]:
    """Return the columns of totals; of several under one heading that of the figures."""
    totals = [place for place, text in columns.headings.items() if is_total(text)]
    return [place for place in totals if not columns.holds or place in columns.values]
