"""Which figures that its units are asked for a file has no place for, or leaves blank where the plan takes a blank as zero."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose
from union_audit.intake.facts import Bool, State
from union_audit.intake.tables.headed import labels
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster

_ZERO = int(State.ZERO)  # compared as it is: of thousands of forms


def missing_fields(tables: Sequence[tuple[Placed, Whose]], plan: Plan, roster: Roster) -> list[Finding]:
    """Say, once a file, which fields none of its tables has; a field that no target asks of its units' levels is not missed."""
    there = {place for placed, _ in tables for place in placed.table.figures.fields}
    if len(there) == len(plan.fields):
        return []
    levels = {level for _, told in tables for level in _levels(told, roster)}
    asked = _asked(plan, levels)
    missing = [field.id for place, field in enumerate(plan.fields) if place not in there and field.id in asked]
    if not missing:
        return []
    first = tables[0][0]
    is_one_sheet = len({placed.sheet for placed, _ in tables}) == 1
    source = first.source() if is_one_sheet else Source(first.candidate.file)
    return [Finding("UA101", {"fields": labels(missing, plan), "count": len(missing)}, source)]


def taken_as_zero(placed: Placed, told: Whose, plan: Plan, roster: Roster) -> Iterator[Finding]:
    """Say, once a field, how many blanks were taken as zero, of units that some target asks for it."""
    zeros = placed.table.figures.state == _ZERO
    if not zeros.any():
        return
    for j in np.flatnonzero(zeros.any(axis=0)).tolist():
        field = plan.fields[placed.table.figures.fields[j]].id
        levels = {level for target in plan.targets if field in target.fields for level in target.levels}
        rows = np.flatnonzero(zeros[:, j] & _are_asked(told, levels, roster)).tolist()
        if rows:
            unit = roster.units[told.units[rows[0]]].code if len(rows) == 1 else None
            yield Finding("UA214", {"count": len(rows)}, placed.of_figure(rows[0], j), unit, field=field)


def _are_asked(told: Whose, levels: set[str], roster: Roster) -> Bool:
    """Return which units that are used are of one of the levels; one whose level is not known may be."""
    units, level = np.asarray(told.units), roster.columns.level
    if level is None:
        return np.asarray(units >= 0)
    is_asked = np.array([word is None or word in levels for word in level.words], np.bool_)
    return np.asarray((units >= 0) & is_asked[np.asarray(level.places)[units]])


def _levels(told: Whose, roster: Roster) -> Iterator[str | None]:
    """Yield the levels of the units that are used."""
    units, level = np.asarray(told.units), roster.columns.level
    used = units[units >= 0]
    if level is None or not len(used):
        return iter([None] * bool(len(used)))
    return map(level.words.__getitem__, np.flatnonzero(np.bincount(np.asarray(level.places)[used])).tolist())


def _asked(plan: Plan, levels: Iterable[str | None]) -> set[str]:
    """Return the fields of the targets for these levels; a level that is not known may be any."""
    known = set(levels)
    return {
        field
        for target in plan.targets
        if not known or None in known or known & set(target.levels)
        for part in target.parts
        for field in part.fields
    }
