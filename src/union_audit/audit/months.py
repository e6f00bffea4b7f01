"""Months (or quarters) that add up to a longer period, and figures of one period taken in place of another's."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

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
    states = [np.where(rows, part.state, State.MISSING) for rows, part in zip(needed, parts, strict=True)]
    state = _summed_state(states, np.sum(needed, axis=0))
    values = np.zeros(state.shape, np.int64)
    for each, part in zip(states, parts, strict=True):
        values += np.where(np.isin(each, _ADDED), part.values, 0)
    values[~np.isin(state, (State.FIGURE, State.INCOMPLETE))] = 0
    last = np.array([field.over_periods is OverPeriods.LAST for field in parts[-1].fields], np.bool_)
    state[:, last], values[:, last] = parts[-1].state[:, last], parts[-1].values[:, last]
    used = [rows & ~last for rows in needed[:-1]] + [needed[-1] | last]
    submitted = np.logical_or.reduce([part.submitted for part in parts])
    percentages = shares.over_months(parts, [rows[:, 0] for rows in needed])
    return replace(_layered(parts, used), values=values, state=state, submitted=submitted, shares=percentages)


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


def _summed_state(states: Sequence[Int8], needed: Int64) -> Int8:
    """Return the state of a sum: what makes one piece unusable makes the sum so."""
    known = np.sum([np.isin(each, KNOWN) for each in states], axis=0)
    some = {state: np.logical_or.reduce([each == state for each in states]) for state in State}
    whole = (known == needed) & (known > 0)
    conditions = {
        State.UNREADABLE: some[State.UNREADABLE],
        State.INCONSISTENT: some[State.INCONSISTENT],
        State.FIGURE: whole & some[State.FIGURE],
        State.ZERO: whole,
        State.INCOMPLETE: (known > 0) | some[State.INCOMPLETE],
        State.BLANK: some[State.BLANK],
    }
    return np.select(list(conditions.values()), list(conditions), State.MISSING).astype(np.int8)


def in_place_of(facts: Facts, other: Facts, cells: Bool) -> Facts:
    """Return `facts` with the figures of `other` at `cells` (units by fields)."""
    return replace(
        _layered([facts, other], [~cells, cells]),
        values=np.where(cells, other.values, facts.values),
        state=np.where(cells, other.state, facts.state),
        submitted=facts.submitted | (other.submitted & cells.any(axis=1)),
        shares=shares.in_place_of(facts, other, cells),
    )


def _layered(parts: Sequence[Facts], used: Sequence[Bool]) -> Facts:
    """Return the first of the parts with the places of all, each where it is used (units by fields)."""
    tables: tuple[tuple[str, str], ...] = ()
    texts: dict[tuple[int, int, int], str] = {}
    layers = []
    for facts, cells in zip(parts, used, strict=True):
        begin = len(tables)
        tables += facts.tables
        texts |= {(table + begin, row, column): text for (table, row, column), text in facts.texts.items()}
        is_none = cells & (facts.state != State.FIGURE)
        figures = np.where(is_none, -1, facts.values) if is_none.any() else facts.values
        for layer in facts.places:
            table = np.where(cells & (layer.table >= 0), layer.table + np.int32(begin), np.int32(-1))
            layers.append(Places(table, layer.row, layer.column, figures if layer.values is None else layer.values))
    return replace(parts[0], places=tuple(layers), tables=tables, texts=texts)
