"""Months (or quarters) that add up to a longer period, and figures of one period taken in place of another's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

import numpy as np

from union_audit.audit import shares
from union_audit.audit.units import Units
from union_audit.intake.facts import KNOWN, Bool, Facts, Int8, Int64, Places, State
from union_audit.plan.model import OverPeriods, Submits
from union_audit.plan.period import Period

_ADDED = (*KNOWN, State.INCOMPLETE)
"""The states whose value is part of a longer sum."""


def pieces(period: Period, held: Iterable[Period | None]) -> tuple[Period, ...]:
    """Split a period into the longest ones inside it that figures were given for, and single months between them."""
    inside = [each for each in held if each is not None and period.covers(each) and each != period]
    found: list[Period] = []
    while not found or found[-1].last < period.last:
        first = found[-1].last + 1 if found else period.first
        found.append(max((each for each in inside if each.first == first), default=Period(period.year, first, 1)))
    return tuple(found)


def add_up(units: Units, pieces: Sequence[Period], parts: Sequence[Facts]) -> Facts:
    """Add up the `Facts` of each piece of a longer period, in order: each field by its `sum` or `last`.

    A sum of which a piece is missing is `INCOMPLETE`, and its value what the others make.
    """
    needed = [rows[:, None] for rows in needed_pieces(units, pieces, [part.submitted for part in parts])]
    last = np.array([[field.over_periods is OverPeriods.LAST for field in parts[-1].fields]], np.bool_)
    values, state = _summed(parts, needed)
    np.copyto(values, parts[-1].values, where=last)
    np.copyto(state, parts[-1].state, where=last)
    layers = [(part, (rows, ~last)) for part, rows in zip(parts[:-1], needed[:-1], strict=True)]
    submitted = np.logical_or.reduce([part.submitted for part in parts])
    percentages = shares.over_months(parts, [rows[:, 0] for rows in needed])
    layered = _layered([*layers, (parts[-1], (needed[-1] | last,))])
    return replace(layered, values=values, state=state, submitted=submitted, shares=percentages)


def needed_pieces(units: Units, pieces: Sequence[Period], submitted: Sequence[Bool]) -> list[Bool]:
    """Return, for each piece of a period, the units whose sums need it, given who submitted in it.

    Those are the pieces in which a unit existed. A quarterly or yearly unit's one submission stands for all of its months,
    unless the unit handed in others too.
    """
    seldom = np.isin(units.submits, [place for place, each in enumerate(Submits) if each in (Submits.QUARTERLY, Submits.YEARLY)])
    asked = [units.asked(piece) for piece in pieces]
    more_often = np.logical_or.reduce([there & ~each for there, each in zip(submitted, asked, strict=True)])
    standing = seldom & ~more_often
    return [units.existing_on(units.plan.calendar.end(piece)) & (each | ~standing) for piece, each in zip(pieces, asked, strict=True)]


def _summed(parts: Sequence[Facts], needed: Sequence[Bool]) -> tuple[Int64, Int8]:
    """Return the sums of the pieces, each of the units that need it (shape (units, 1)), and their states.

    What is no figure has the value 0 in its piece, so that it adds nothing; which states a sum has in its pieces, a bit each, and
    whether it has a figure in all of them say what it is.
    """
    values: Int64 = np.zeros_like(parts[0].values)
    found, known = (np.zeros_like(parts[0].state, np.uint8) for _ in range(2))
    for part, rows in zip(parts, needed, strict=True):
        is_all = bool(rows.all())  # the usual case, and the quickest
        values += part.values if is_all else part.values * rows
        bits = np.uint8(1) << part.state.view(np.uint8)
        bits = bits if is_all else bits * rows
        found |= bits
        known += (bits & _KNOWN_BITS) != 0
    found &= ~np.uint8(1 << State.MISSING)
    found |= (known == np.sum(needed, axis=0, dtype=np.uint8)) & (known > 0)
    state = _STATES.take(found.T).T  # field by field, as they lie
    np.copyto(values, 0, where=(state != State.FIGURE.value) & (state != State.INCOMPLETE.value))
    return values, state


def _summed_state(found: int) -> State:
    """Return the state of a sum: what makes one piece unusable makes the sum so. The lowest bit, no state's: every piece is known."""
    is_whole, some = bool(found & 1), {state for state in State if state and found & 1 << state}
    conditions = {
        State.UNREADABLE: State.UNREADABLE in some,
        State.INCONSISTENT: State.INCONSISTENT in some,
        State.FIGURE: is_whole and State.FIGURE in some,
        State.ZERO: is_whole,
        State.INCOMPLETE: not some.isdisjoint(_ADDED),
        State.BLANK: State.BLANK in some,
    }
    return next((state for state, holds in conditions.items() if holds), State.MISSING)


_KNOWN_BITS = np.uint8(sum(1 << state for state in KNOWN))
_STATES = np.array([_summed_state(found) for found in range(1 << len(State))], np.int8)


def in_place_of(facts: Facts, other: Facts, cells: Bool) -> Facts:
    """Return `facts` with the figures of `other` at `cells` (units by fields)."""
    return replace(
        _layered([(facts, (~cells,)), (other, (cells,))]),
        values=np.where(cells, other.values, facts.values),
        state=np.where(cells, other.state, facts.state),
        submitted=facts.submitted | (other.submitted & cells.any(axis=1)),
        shares=shares.in_place_of(facts, other, cells),
    )


def _layered(parts: Sequence[tuple[Facts, Sequence[Bool]]]) -> Facts:
    """Return the first of the parts with the places of all, each where it is used: in all of its cells (see `Places.only`)."""
    tables: tuple[tuple[str, str], ...] = ()
    texts: dict[tuple[int, int, int], str] = {}
    layers = []
    for facts, used in parts:
        begin = len(tables)
        tables += facts.tables
        texts |= {(table + begin, row, column): text for (table, row, column), text in facts.texts.items()}
        for layer in facts.places:
            table = np.where(layer.table >= 0, layer.table + np.int32(begin), np.int32(-1)) if begin else layer.table
            values, state = facts.said(layer)
            places = Places(table, layer.row, layer.column, values, state)
            layers.append(reduce(Places.only, used, places))
    return replace(parts[0][0], places=tuple(layers), tables=tables, texts=texts)
