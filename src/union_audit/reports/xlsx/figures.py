"""Every figure that the audit used, a row each, with the cell that it came from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from union_audit.audit.result import Audit, Status
from union_audit.intake.facts import Evidence, Facts, State
from union_audit.plan.model import Field, Kind, Target
from union_audit.plan.roster import Unit
from union_audit.reports.view import View
from union_audit.reports.vocabulary import NOT_IN_SUBMISSION, TAKEN_AS
from union_audit.reports.words import SYMBOL, Words
from union_audit.reports.xlsx.cells import Said, Value
from union_audit.reports.xlsx.sheet import ROWS, Column, Table


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one unit, as one target uses it. `evidence` is None where no cell has it."""

    unit: int
    target: Target
    status: Status
    field: Field
    taken_as: str
    figure: int | None
    evidence: Evidence | None


def figures(view: View) -> Table[FigureRow]:
    """Return every figure of the units shown; where a sheet cannot hold them, those of the gaps, worst first."""
    language, units = view.options.language, view.audit.facts.roster.units
    say = cache(language.__call__)  # the same few words stand in a million rows
    targets = {target.id: view.say(target.label) for target in view.audit.plan.targets}
    fields = {field.id: view.say(field.label) for field in view.audit.plan.fields}
    statuses = {status: Said(f"{SYMBOL[status]} {view.words.status(status)}", status) for status in Status}
    columns: tuple[Column[FigureRow], ...] = (
        Column(language("Code"), 10, lambda row: code(units[row.unit])),
        Column(language("Unit"), 28, lambda row: view.names[units[row.unit].code]),
        Column(language("No."), 5, lambda row: row.target.number),
        Column(language("Target"), 26, lambda row: targets[row.target.id]),
        Column(language("Status"), 15, lambda row: statuses[row.status]),
        Column(language("Field"), 34, lambda row: fields[row.field.id]),
        Column(language("Figure"), 11, lambda row: _figure(row, view.words)),
        Column(language("Taken as"), 14, lambda row: say(row.taken_as)),
        Column(language("File"), 22, lambda row: row.evidence.source.file if row.evidence else None),
        Column(language("Sheet"), 14, lambda row: row.evidence.source.sheet if row.evidence else None),
        Column(language("Cell"), 8, lambda row: row.evidence.source.cell if row.evidence else None),
        Column(language("Text in the cell"), 18, lambda row: row.evidence.text if row.evidence else None),
    )
    if _most(view) <= ROWS:
        note = language("Every figure, with the file, the sheet and the cell that it came from.")
        places = ((unit, column) for unit in view.units.tolist() for column in range(len(view.audit.columns)))
    else:
        note = language("The figures of the gaps, worst first: a sheet cannot hold all figures. The csv report has all.")
        places = ((int(unit), int(column)) for unit, column in view.gap_places)
    return Table(language("All figures"), note, columns, _rows(view.audit, places))


def code(unit: Unit) -> str | None:
    """Return a unit's code; None where its name is all that is known of it, and stands beside."""
    return unit.code if unit.code != unit.name else None


def _most(view: View) -> int:
    """Return how many figures there can be."""
    fields = sum(len(column.target.fields) for column in view.audit.columns)
    return len(view.units) * fields * len(view.audit.facts.places)


def _rows(audit: Audit, places: Iterable[tuple[int, int]]) -> Iterator[FigureRow]:
    """Yield the figures of those (unit, column), a row for each cell, and one for a figure that has none."""
    facts = audit.facts
    layers = [(replace(facts, places=(layer,)), layer.values) for layer in facts.places]
    fields = {field.id: place for place, field in enumerate(facts.fields)}
    needs = [[fields[id_] for id_ in column.target.fields] for column in audit.columns]
    for unit, column in places:
        status = Status(int(audit.columns[column].measure.status[unit]))
        if status is Status.NOT_APPLICABLE:
            continue
        for field in needs[column]:
            state = State(int(facts.state[unit, field]))
            taken_as = NOT_IN_SUBMISSION if state is State.MISSING and facts.submitted[unit] else TAKEN_AS[state]
            common = (unit, audit.columns[column].target, status, facts.fields[field], taken_as)
            cells: list[tuple[int | None, Evidence | None]] = [
                (_known(values[unit, field]) if values is not None else _sure(facts, unit, field), evidence)
                for layer, values in layers
                for evidence in layer.evidence(unit, field)
            ]
            for figure, cell in cells or [(None, None)]:
                yield FigureRow(*common, figure, cell)


def _sure(facts: Facts, unit: int, field: int) -> int | None:
    state = facts.state[unit, field]
    return int(facts.values[unit, field]) if state in (State.FIGURE, State.ZERO, State.INCOMPLETE) else None


def _known(value: np.int64) -> int | None:
    return int(value) if value >= 0 else None


def _figure(row: FigureRow, words: Words) -> Value:
    if row.figure is None or row.field.kind is not Kind.YES_NO:
        return row.figure
    return words.yes_no(bool(row.figure))
