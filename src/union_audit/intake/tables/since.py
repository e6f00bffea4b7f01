"""Beside labels a column of the month and one since January ("Trong tháng", "Lũy kế"): which of the two each field is asked for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.intake.facts import State
from union_audit.intake.periods.since import is_since
from union_audit.intake.tables.columns import Columns
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.labels import Labels
from union_audit.intake.tables.table import Figures, Knowledge, Table
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.plan.model import OverPeriods


def since_columns(columns: Columns, units: Sequence[int]) -> dict[int, int]:
    """Return for the column of each unit's figures the one beside it that says that it counts since an earlier period's beginning."""
    says = columns.holds or columns.headings
    since: dict[str, list[int]] = defaultdict(list)
    for place, text in says.items():
        if is_cumulative(text):
            since[_unit(columns, place)].append(place)
    found = {}
    for unit in units if since else ():
        own = [place for place in since[_unit(columns, unit)] if place != unit]
        if len(own) == 1 and not is_cumulative(says.get(unit, "")):
            found[unit] = own[0]
    return found


def cumulative(columns: Columns, labels: Labels) -> set[int]:
    """Return the columns that count since January, where the labels ask for something that stands there."""
    is_asked = any(each.match.role == "field" for each in labels.headed)
    return {place for place, text in columns.headings.items() if is_asked and is_cumulative(text)}


def _unit(columns: Columns, place: int) -> str:
    """Return the unit that a column is of, where each has several; a form's are all of one."""
    return columns.headings.get(place, "") if columns.holds else ""


def without_months(table: Table, above: Sequence[str], knows: Knowledge) -> Table:
    """Return a table without the figures that are asked for the month alone, where a title says that all are counted since another."""
    text = next(filter(is_since, above), "") if not table.since else ""
    if not text:
        return table
    table = replace(table, since=text)
    figures = table.figures
    summed = [j for j, place in enumerate(figures.fields) if knows.plan.fields[place].over_periods is OverPeriods.SUM]
    if not (figures.state[:, summed] == State.FIGURE).any():
        return table
    state, texts = figures.state.copy(), dict(figures.texts)
    for unit, at in np.argwhere(state[:, summed] == State.FIGURE).tolist():
        texts.setdefault((unit, summed[at]), str(int(figures.values[unit, summed[at]])))
        state[unit, summed[at]] = State.UNREADABLE
    return replace(table, figures=replace(figures, state=state, texts=texts))


def columns_of(
    grid: Grid, lines: Sequence[Headed], units: Sequence[int], since: Mapping[int, int], columns: Columns
) -> tuple[dict[int, list[int]], list[Finding]]:
    """Return by row where each unit's figure stands, and what is said of the lines, left out there, of which it is not sure.

    A field that is asked for the month has it in the month's column, one that counts since January in the other. Of what stands at
    the period's end both may say it: where they differ, neither is taken.
    """
    found: dict[int, list[int]] = {}
    unsure: list[Headed] = []
    says = columns.holds or columns.headings
    for each in lines:
        pairs = [(unit, since.get(unit, unit)) for unit in units]
        if grid.headings.is_summed(each.match):
            found[each.row] = [unit for unit, _ in pairs]
        elif grid.headings.is_since(each.match):
            found[each.row] = [other for _, other in pairs]
        elif any(_differ(grid, each.row, *pair) for pair in pairs):
            unsure.append(each)
        else:
            found[each.row] = [unit if grid.shown(each.row, unit) else other for unit, other in pairs]
    return found, _findings(grid, unsure, since, says)


def _findings(grid: Grid, unsure: Sequence[Headed], since: Mapping[int, int], says: Mapping[int, str]) -> list[Finding]:
    if not unsure:
        return []
    unit, other = next(pair for pair in since.items() if _differ(grid, unsure[0].row, *pair))
    args: dict[str, object] = {"month": says.get(unit, ""), "since": says[other], "labels": tuple(each.text for each in unsure)}
    return [Finding("UA143", {**args, "count": len(unsure)}, Source("", "", unsure[0].row, unit))]


def _differ(grid: Grid, row: int, one: int, other: int) -> bool:
    texts = grid.shown(row, one), grid.shown(row, other)
    return all(texts) and texts[0] != texts[1]


def at_columns(figures: Figures, columns: Mapping[int, Sequence[int]], units: Sequence[int]) -> Figures:
    """Return the figures with the columns that they stand in, by row."""
    if not figures.fields or all(list(each) == list(units) for each in columns.values()):
        return figures
    return replace(figures, column=np.array([columns[row] for row in figures.row[0].tolist()], np.int32).T)
