"""The lines of cells of a table's fields → its figures, and what is wrong with them."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import State
from union_audit.intake.figures.columns import Column, read_column
from union_audit.intake.figures.grouping import decide
from union_audit.intake.figures.styles import styles_of
from union_audit.intake.tables.table import Figures, Issue, no_figures
from union_audit.plan.model import Field, Plan
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import NumberFormat

TOGETHER = {"UA213", "UA215", "UA219", "UA223"}
"""Codes of which one finding a field says how many cells there are."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one field down (or across) the units. `place`: its column (or row); `formats`: how numbers are shown, by position."""

    field: Field
    heading: str
    place: int
    cells: Sequence[Cell]
    formats: Mapping[int, NumberFormat] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """The figures, what is wrong with single ones, and what is wrong with whole lines."""

    figures: Figures
    issues: tuple[Issue, ...]
    findings: tuple[Finding, ...]


def read_figures(lines: Sequence[Line], units: Sequence[int] | NDArray[np.intp], plan: Plan, *, is_across: bool) -> Read:
    """Read a table's lines. `units`: the place of each unit; `is_across`: units stand side by side, fields below each other."""
    if not lines:
        return Read(no_figures(len(units)), (), ())
    read = [(line, read_column(line.cells, line.field, line.formats)) for line in lines]
    kept, findings = _without_twins(read, is_across=is_across)
    columns = [column for _, column in kept]
    fields = [line.field for line, _ in kept]
    decided = decide(columns, fields, plan)
    whys = {place: each.why for place, each in decided.items()}
    values, state = np.array([column.values for column in columns]).T, np.array([column.state for column in columns]).T
    _put_zeros(state, fields)
    issues = _issues(columns, fields, whys)
    order = {field.id: place for place, field in enumerate(plan.fields)}
    down = np.asarray(units, np.int32).reshape(-1, 1)
    across = np.array([line.place for line, _ in kept], np.int32).reshape(1, -1)
    row, column = (across, down) if is_across else (down, across)
    styles = tuple(styles_of(each.kinds, each.odd.values(), is_any_plain=each.is_any_plain) for each in columns)
    figures = Figures(tuple(order[field.id] for field in fields), values, state, row, column, _texts(columns), styles)
    return Read(figures, tuple(issues), tuple(findings))


def _texts(columns: Sequence[Column]) -> dict[tuple[int, int], str]:
    return {
        (unit, j): reading.text
        for j, column in enumerate(columns)
        for unit, reading in column.odd.items()
        if reading.text and (reading.state is not State.FIGURE or reading.text != str(reading.value))
    }


def _issues(columns: Sequence[Column], fields: Sequence[Field], whys: dict[tuple[int, int], str]) -> list[Issue]:
    issues = []
    for j, column in enumerate(columns):
        units: dict[str, list[int]] = defaultdict(list)
        for unit in sorted(column.odd):
            units[column.odd[unit].code].append(unit)
        units.pop("", None)
        if fields[j].blank_is_zero:
            units.pop("UA223", None)  # that says the same
        for code, places in units.items():
            args = [column.odd[unit].args for unit in (places[:1] if code in TOGETHER else places)]
            if code in TOGETHER:
                why = {"evidence": whys[places[0], j]} if code == "UA215" else {}
                args = [{**args[0], **why, "count": len(places)}]
            issues.append(Issue(j, code, places[: len(args)], args))
    return issues


def _put_zeros(state: np.ndarray[tuple[int, int], np.dtype[np.int8]], fields: Sequence[Field]) -> None:
    """Make zeros of the blanks that the plan says are zero, except of a unit that wrote nothing at all; `state` is changed."""
    blank = [(j, state[:, j] == State.BLANK) for j, each in enumerate(fields) if each.blank_is_zero]
    wrote = (state != State.BLANK).any(axis=1) if any(rows.any() for _, rows in blank) else np.zeros(len(state), np.bool_)
    for j, rows in blank:
        state[rows & wrote, j] = State.ZERO


def _without_twins(read: list[tuple[Line, Column]], *, is_across: bool) -> tuple[list[tuple[Line, Column]], list[Finding]]:
    """Keep one line a field: of several, the only one with figures, or the first if all say the same, else none's figures."""
    by_field: dict[str, list[tuple[Line, Column]]] = defaultdict(list)
    for line, column in read:
        by_field[line.field.id].append((line, column))
    kept, findings = [], []
    for twins in by_field.values():
        if len(twins) == 1:
            kept += twins
            continue
        written = [each for each in twins if (each[1].state != State.BLANK).any()] or twins[:1]
        line, column = written[0]
        if len(written) > 1:
            is_same = all(_same(column, other) for _, other in written[1:])
            findings.append(_twins_finding([each for each, _ in written], is_across=is_across, is_same=is_same))
            column = column if is_same else _unused(column)
        kept.append((line, column))
    return kept, findings


def _same(one: Column, other: Column) -> bool:
    return bool((one.state == other.state).all() and (one.values == other.values).all())


def _unused(column: Column) -> Column:
    return Column(np.zeros_like(column.values), np.full_like(column.state, State.UNREADABLE), {})


def _twins_finding(lines: Sequence[Line], *, is_across: bool, is_same: bool) -> Finding:
    first = lines[0].place
    source = Source("", "", first, -1) if is_across else Source("", "", -1, first)
    args: dict[str, object] = {"headings": tuple(line.heading for line in lines), "count": len(lines)}
    return Finding("UA105" if is_same else "UA104", args, source, field=lines[0].field.id)
