"""What the workbook computes with: a line for each figure and its cell, and a line for each ratio of each unit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

import numpy as np

from union_audit.audit.result import NONE, Audit, Reason
from union_audit.frozen import dataclass
from union_audit.intake.facts import Evidence, Facts, Places, State
from union_audit.plan.model import Covers, Field, Kind
from union_audit.reports.figures import Figure
from union_audit.reports.view import View
from union_audit.reports.vocabulary import NOT_IN_SUBMISSION, TAKEN_AS
from union_audit.reports.xlsx.headings import PERCENTAGE_ONLY


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of one unit from one cell; `number` is the same for cells that are added up. `evidence` is None where no cell has it."""

    number: int
    unit: int
    field: Field
    figure: int | None
    taken_as: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Input:
    """The lines of one figure together: their `number`, how many they are, how many of them are known, and the sum of these."""

    number: int
    field: Field
    lines: int
    known: int
    total: int


@dataclass(frozen=True, slots=True)
class RatioLine:
    """One ratio of a target for one unit (its index), as the audit found it, and from which lines it is computed.

    `inputs`: the figures of numerator, denominator and what is taken off it; `numerator`, `denominator`: what they come to; `sure`: they
    are complete and do not contradict each other. `is_live`: this is what the audit found too; there are formulas only then, so that
    none says another thing than the audit. `above`: lines of the units above whose figures contain this one's, so that a total does
    not count them twice.
    """

    line: int
    unit: int
    column: int
    part: int
    figure: Figure
    decides: bool
    inputs: tuple[Input, ...]
    numerator: int | None
    denominator: int | None
    sure: bool
    is_live: bool
    above: tuple[int, ...] = ()


_OF_A_CELL, _OF_A_FIGURE = {State.FIGURE.value}, {State.FIGURE.value, State.ZERO.value, State.INCOMPLETE.value}
"""The states in which something is known, of one cell and of all that are added up."""


def figure_lines(view: View, places: Iterable[tuple[int, int]]) -> Iterator[FigureLine]:
    """Yield the figures of those (unit, column), each once, with the cells that they came from; one that no cell has gets a line too."""
    facts = view.audit.facts
    index = {field.id: place for place, field in enumerate(facts.fields)}
    needs = [[index[id_] for id_ in column.target.fields] for column in view.audit.columns]
    layers = [(replace(facts, places=(layer,)), layer) for layer in facts.places]
    wanted = dict.fromkeys((unit, field) for unit, column in places for field in needs[column])
    for number, (unit, field) in enumerate(wanted, 1):
        state = State(facts.state.item(unit, field))
        taken_as = NOT_IN_SUBMISSION if state is State.MISSING and facts.submitted[unit] else TAKEN_AS[state]
        cells: list[tuple[int | None, Evidence | None]] = [
            (_sure(facts, unit, field, layer), evidence) for of_layer, layer in layers for evidence in of_layer.evidence(unit, field)
        ]
        if not cells:
            cells = [(_sure(facts, unit, field), None)]
        elif state is State.INCOMPLETE and all(figure is not None for figure, _ in cells):
            cells.append((None, None))  # the month that is missing
        for figure, evidence in cells:
            yield FigureLine(number, unit, facts.fields[field], figure, taken_as, evidence)


def share_lines(view: View, places: Iterable[tuple[int, int]], after: int) -> Iterator[FigureLine]:
    """Yield the percentages that were given at those (unit, column) in the place of counts, by the field of the numerator.

    Nothing is computed from them, so they hold no figure; they are numbered from `after` on.
    """
    facts, columns = view.audit.facts, view.audit.columns
    wanted = dict.fromkeys(
        (unit, ratio)
        for unit, column in places
        for ratio, part in zip(columns[column].target.parts, columns[column].parts, strict=True)
        if part.share[unit] != NONE
    )
    for number, (unit, ratio) in enumerate(wanted, after + 1):
        field = view.audit.plan.field(ratio.numerator)
        yield FigureLine(number, unit, field, None, PERCENTAGE_ONLY, facts.share_evidence(unit, ratio))


def _sure(facts: Facts, unit: int, field: int, layer: Places | None = None) -> int | None:
    """Return a figure, or what one of its cells adds to it; None where that is not known."""
    values, states = facts.said(layer) if layer else (facts.values, facts.state)
    known = _OF_A_CELL if states is not facts.state else _OF_A_FIGURE
    return values.item(unit, field) if states.item(unit, field) in known else None


def asked_for(view: View) -> Iterator[tuple[int, int]]:
    """Yield the (unit, column) of the units shown and the targets that are for them, in the roster's and then the plan's order."""
    units, columns = view.units, view.audit.columns
    asked = np.stack([~np.isin(column.measure.reason[units], (Reason.LEVEL, Reason.CLOSED)) for column in columns], axis=1)
    for place, column in np.argwhere(asked).tolist():
        yield int(units[place]), column


def ratio_lines(view: View, figures: Iterable[FigureLine]) -> list[RatioLine]:
    """Return every ratio of the units shown, in the roster's and then the plan's order."""
    audit, inputs, asked = view.audit, _inputs(figures), set(asked_for(view))
    found: list[RatioLine] = []
    for each in view.assessments():
        if (each.unit, each.column) in asked:
            about = audit.columns[each.column]
            for part, figure in enumerate(each.parts or (each.figure,)):
                given = tuple(inputs[each.unit, id_] for id_ in about.target.parts[part].fields)
                decides = int(about.part[each.unit]) == part
                found.append(RatioLine(len(found) + 1, each.unit, each.column, part, figure, decides, given, *_computed(figure, given)))
    return _contained(audit, found)


def _inputs(figures: Iterable[FigureLine]) -> dict[tuple[int, str], Input]:
    found = {}
    for number, group in groupby(figures, key=attrgetter("number")):
        lines = list(group)
        known = [line.figure for line in lines if line.figure is not None]
        found[lines[0].unit, lines[0].field.id] = Input(number, lines[0].field, len(lines), len(known), sum(known))
    return found


def _computed(figure: Figure, given: tuple[Input, ...]) -> tuple[int | None, int | None, bool, bool]:
    """Return what the figures come to, whether that is sure, and whether the audit has found the same."""
    top, *whole = given
    numerator = top.total if top.known else None
    denominator = whole[0].total - sum(each.total for each in whole[1:]) if whole and all(each.known for each in whole) else None
    sure = all(each.known == each.lines for each in given) and (denominator is None or (numerator or 0) <= denominator)
    if figure.share is not None:
        return numerator, denominator, sure, not sure
    same = not sure or (numerator, denominator) == (figure.numerator, figure.denominator)
    return numerator, denominator, sure, same and sure == (figure.reason in (Reason.NONE, Reason.ZERO_DENOMINATOR))


def _contained(audit: Audit, lines: list[RatioLine]) -> list[RatioLine]:
    """Return the lines, each with those that contain it."""
    units, above = audit.facts.roster.units, _above(audit)
    at = {(line.unit, line.column, line.part): line for line in lines}

    def containing(line: RatioLine) -> Iterator[int]:
        field = line.inputs[0].field
        for unit in above[line.unit]:
            holder = at.get((unit, line.column, line.part))
            if holder and field.kind is Kind.COUNT and (units[unit].covers or field.covers) is Covers.AREA:
                yield holder.line

    return [replace(line, above=holders) if (holders := tuple(containing(line))) else line for line in lines]


def _above(audit: Audit) -> Mapping[int, tuple[int, ...]]:
    """Return the units above each unit, the nearest first; none where submissions have put them in a circle."""
    roster = audit.facts.roster
    parent = [roster.index.get(unit.parent or "") for unit in roster.units]
    found = {}
    for unit, nearest in enumerate(parent):
        path: list[int] = []
        above = nearest
        while above is not None and above != unit and above not in path:
            path.append(above)
            above = parent[above]
        found[unit] = tuple(path) if above is None else ()
    return found
