"""Percentages of one period that are taken for another's. They cannot be added up: only one that stands alone says anything."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from union_audit.intake.facts import Bool, Facts, Int32, Places, Shares, State
from union_audit.plan.model import OverPeriods


def over_months(parts: Sequence[Facts], needed: Sequence[Bool]) -> Shares | None:
    """Return those of a longer period. `needed` (units): whose sums need each piece of it.

    A ratio of what stands at the end has that of the last piece. One of what happened has its only piece's, if it has only one;
    otherwise it is `INCOMPLETE`.
    """
    given = next((part.shares for part in parts if part.shares), None)
    if given is None:
        return None
    over = {field.id: field.over_periods for field in parts[0].fields}
    last = np.array([all(over[field] is OverPeriods.LAST for field in ratio.fields) for ratio in given.ratios], np.bool_)
    alone = (np.sum(needed, axis=0) == 1)[:, None]
    used = [rows[:, None] & alone & ~last for rows in needed]
    shares = _layered(parts, [*used[:-1], used[-1] | last])
    if shares:
        said = np.logical_or.reduce([part.shares.state != State.MISSING for part in parts if part.shares])
        shares.state[said & ~alone & ~last] = State.INCOMPLETE
    return shares


def in_place_of(facts: Facts, other: Facts, cells: Bool) -> Shares | None:
    """Return the percentages of `facts`, and those of `other` where all figures of their ratio are its (`cells`: units by fields)."""
    ratios = next((part.shares.ratios for part in (facts, other) if part.shares), ())
    places = {field.id: place for place, field in enumerate(facts.fields)}
    rows = [cells[:, [places[field] for field in ratio.fields]].all(axis=1) for ratio in ratios]
    others = np.stack(rows, axis=1) if rows else np.zeros((len(facts.submitted), 0), np.bool_)
    return _layered([facts, other], [~others, others])


def reconciled(added: Facts, whole: Facts) -> tuple[Shares | None, Bool]:
    """Hold percentages of a whole period against those of its last month. Return those left, and where they differ (units by ratios)."""
    if added.shares is None or whole.shares is None:
        every = np.array(True)  # noqa: FBT003 (of an array)
        return _layered([added, whole], [every, every]), np.zeros((len(added.submitted), 0), np.bool_)
    made, given = (each.state == State.FIGURE for each in (added.shares, whole.shares))
    left = _layered([added, whole], [made | ~given, given & ~made])
    differing = made & given & (added.shares.values != whole.shares.values)
    if left:
        left.state[differing] = State.INCONSISTENT
    return left, differing


def _layered(parts: Sequence[Facts], used: Sequence[Bool]) -> Shares | None:
    """Return the percentages of several, each where it is used (units by ratios). Their tables are counted on, part after part."""
    result: Shares | None = None
    begin = 0
    for facts, rows in zip(parts, used, strict=True):
        if facts.shares:
            result = _put(result or _nothing(facts.shares), facts.shares, rows & (facts.shares.state != State.MISSING), begin)
        begin += len(facts.tables)
    return result


def _nothing(like: Shares) -> Shares:
    nowhere = Places(np.full_like(like.places.table, -1), np.zeros_like(like.places.row), np.zeros_like(like.places.column))
    return Shares(like.ratios, np.zeros_like(like.values), np.full_like(like.state, State.MISSING), nowhere)


def _put(under: Shares, over: Shares, rows: Bool, begin: int) -> Shares:
    """Return `under` with `over` at some rows, whose tables are counted from `begin`."""

    def either(one: Int32, other: Int32) -> Int32:
        return np.where(rows, one, other)

    places = Places(
        either(over.places.table + np.int32(begin), under.places.table),
        either(over.places.row, under.places.row),
        either(over.places.column, under.places.column),
    )
    return replace(under, values=np.where(rows, over.values, under.values), state=np.where(rows, over.state, under.state), places=places)
