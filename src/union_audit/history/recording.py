"""An audit → the rows of the history's tables, each without the edition that it is of."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from union_audit.audit.result import NONE, Audit, Measure, quotient
from union_audit.history.packing import pack
from union_audit.plan.roster import Roster

Row = tuple[Any, ...]

EVERYTHING = ""
"""Stands for the code of a unit where a figure is that of all of them."""


def roster_rows(roster: Roster) -> list[list[str | None]]:
    """Return code, name, level, parent, successor, first and last day of each unit."""
    return [
        [unit.code, unit.name, unit.level, unit.parent, unit.merged_into, _day(unit.valid_from), _day(unit.valid_to)]
        for unit in roster.units
    ]


def totals(audit: Audit) -> Iterator[Row]:
    """Yield each target over each branch of the roster, and over everything."""
    rollup, units = audit.rollup, audit.facts.roster.units
    codes = [*(units[unit].code for unit in rollup.unit[:-1]), EVERYTHING]
    for place, column in enumerate(rollup.columns):
        measure, value = column.measure, column.measure.value
        counts = (rollup.expected[place], rollup.reported[place], rollup.met[place], rollup.gap[place])
        for row, code in enumerate(codes):
            figures = (int(measure.status[row]), int(measure.numerator[row]), int(measure.denominator[row]), _real(value[row]))
            yield code, column.target.id, *figures, *(int(count[row]) for count in counts)


def scores(audit: Audit) -> Iterator[Row]:
    """Yield score and coverage of each branch, and of everything."""
    rollup, units = audit.rollup, audit.facts.roster.units
    codes = [*(units[unit].code for unit in rollup.unit[:-1]), EVERYTHING]
    for row, code in enumerate(codes):
        yield code, _real(rollup.scores.score[row]), _real(rollup.scores.coverage[row])


def figures(audit: Audit) -> Iterator[Row]:
    """Yield the figures of every unit, an array a row: what was assessed of each target, what was submitted of each field, the score."""
    for column in audit.columns:
        for part, array in _assessed(column.measure, audit):
            yield "target", column.target.id, part, pack(part, array)
        yield "target", column.target.id, "waived", pack("waived", column.waived)
    facts = audit.facts
    layer = facts.places[0] if len(facts.places) == 1 else None  # of several months added up no single cell is the figure's
    for place, field in enumerate(facts.fields):
        yield "field", field.id, "figure", pack("figure", facts.values[:, place])
        yield "field", field.id, "state", pack("state", facts.state[:, place])
        if layer:
            for part, array in zip(("table", "row", "column"), layer.of_field(place), strict=True):
                yield "field", field.id, part, pack(part, array)
    yield "unit", "", "judged", pack("judged", audit.judged)
    yield "unit", "", "submitted", pack("submitted", facts.submitted)
    yield "unit", "", "score", pack("score", audit.scores.score)


def sheets(audit: Audit) -> Iterator[Row]:
    """Yield the file and sheet of each table."""
    return ((number, file, sheet) for number, (file, sheet) in enumerate(audit.facts.tables))


def _assessed(measure: Measure, audit: Audit) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield what was said of the units that were judged; values only where percentages without counts are among them."""
    numerator, denominator = (np.where(audit.judged, counts, NONE) for counts in (measure.numerator, measure.denominator))
    yield "status", np.where(audit.judged, measure.status, NONE)
    yield "numerator", numerator
    yield "denominator", denominator
    value = np.where(audit.judged, measure.value, np.nan)
    if not np.array_equal(value, quotient(numerator, denominator), equal_nan=True):
        yield "value", value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _real(figure: float) -> float | None:
    return None if np.isnan(figure) else float(figure)
