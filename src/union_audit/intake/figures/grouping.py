"""Decides cells such as "12.000", which may be 12 or 12000, on what stands around them; undecided, they stay findings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from union_audit.frozen import dataclass
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import Reading
from union_audit.intake.figures.columns import Column
from union_audit.plan.model import Field, Plan, Ratio
from union_audit.words import N_

IN_COLUMN = N_("the other figures of the column are written so")
IN_ROW = N_("the other figures of the unit are written so")
IN_RATIO = N_("a part cannot be larger than its whole")


@dataclass(frozen=True, slots=True)
class Decided:
    """A cell that had two readings, and why one of them is left."""

    reading: Reading
    why: str


def decide(columns: Sequence[Column], fields: Sequence[Field], plan: Plan) -> dict[tuple[int, int], Decided]:
    """Fill the open cells of a table's columns that can be decided; return those, by (unit, column). `columns` is changed."""
    open_cells = [(unit, j, reading) for j, column in enumerate(columns) for unit, reading in column.odd.items() if reading.is_open]
    if not open_cells:
        return {}
    by_column = [_votes(column.odd.values()) for column in columns]
    by_row = {unit: _votes(column.odd[unit] for column in columns if unit in column.odd) for unit in {unit for unit, _, _ in open_cells}}
    bounds = _Bounds(columns, fields, plan)
    decided = {}
    for unit, j, reading in open_cells:
        votes = (
            (_by_style(reading, by_column[j]), IN_COLUMN),
            (_by_style(reading, by_row[unit]), IN_ROW),
            (bounds.possible(unit, j, reading), IN_RATIO),
        )
        answer = _answer(reading, votes)
        if answer is not None:
            decided[unit, j] = answer
    for (unit, j), each in decided.items():
        columns[j].odd[unit] = each.reading
        columns[j].values[unit], columns[j].state[unit] = each.reading.value, State.FIGURE
    return decided


def _votes(readings: Iterable[Reading]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the separators seen to mark thousands, and those seen to mark decimals."""
    readings = list(readings)
    return (
        frozenset(reading.thousands for reading in readings if reading.thousands),
        frozenset(reading.decimal for reading in readings if reading.decimal),
    )


def _by_style(reading: Reading, votes: tuple[frozenset[str], frozenset[str]]) -> set[int]:
    """Return the readings that the style leaves; both separators in one role at once leave none to trust.

    That others mark decimals so makes no 12 of "12.000": a count with three of them is nobody's, and a thousandfold error is.
    """
    thousands, decimal = votes
    other = "," if reading.separator == "." else "."
    is_thousands = reading.separator in thousands or other in decimal
    is_decimal = reading.separator in decimal or other in thousands
    if not is_thousands:
        return {reading.value, reading.high}
    return set() if is_decimal else {reading.high}


def _answer(reading: Reading, votes: Sequence[tuple[set[int], str]]) -> Decided | None:
    """Return the one reading that all the evidence leaves; None where it leaves both, or contradicts itself."""
    left = {reading.value, reading.high}
    for possible, _ in votes:
        left &= possible
    if len(left) != 1:
        return None
    (value,) = left
    why = next(why for possible, why in votes if possible == left)
    return Decided(replace(reading, state=State.FIGURE, value=value, code="UA215", args={"text": reading.text, "value": value}), why)


class _Bounds:
    """What a unit's sure figures allow: a numerator is no larger than its denominator, an exclusion no larger than its base."""

    def __init__(self, columns: Sequence[Column], fields: Sequence[Field], plan: Plan) -> None:
        self._columns = columns
        self._place = {field.id: j for j, field in enumerate(fields)}
        parts = {part for target in plan.targets for part in target.parts if part.denominator}
        self._pairs = {(small, part.denominator) for part in parts for small in _smaller(part)}
        self._names = [field.id for field in fields]

    def possible(self, unit: int, j: int, reading: Reading) -> set[int]:
        """Return the readings of the cell that fit the unit's sure figures."""
        name = self._names[j]
        above = [self._sure(unit, base) for small, base in self._pairs if small == name]
        below = [self._sure(unit, small) for small, base in self._pairs if base == name]
        return {
            value
            for value in (reading.value, reading.high)
            if all(value <= base for base in above if base is not None) and all(value >= small for small in below if small is not None)
        }

    def _sure(self, unit: int, name: str | None) -> int | None:
        j = self._place.get(name or "", -1)
        if j < 0 or self._columns[j].state[unit] != State.FIGURE:
            return None
        return int(np.int64(self._columns[j].values[unit]))


def _smaller(part: Ratio) -> tuple[str, ...]:
    return (part.numerator, *part.less)
