"""Which figures of the plan a file has no place for, of those that its units are asked for."""

from collections.abc import Iterable, Sequence

from union_audit.findings import Finding, Source
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose
from union_audit.intake.tables.headed import labels
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster


def missing_fields(tables: Sequence[tuple[Placed, Whose]], plan: Plan, roster: Roster) -> list[Finding]:
    """Say, once a file, which fields none of its tables has; a field that no target asks of its units' levels is not missed."""
    there = {place for placed, _ in tables for place in placed.table.figures.fields}
    levels = {roster.units[unit].level for _, told in tables for unit in told.units if unit >= 0}
    asked = _asked(plan, levels)
    missing = [field.id for place, field in enumerate(plan.fields) if place not in there and field.id in asked]
    if not missing:
        return []
    first = tables[0][0]
    is_one_sheet = len({placed.sheet for placed, _ in tables}) == 1
    source = first.source() if is_one_sheet else Source(first.candidate.file)
    return [Finding("UA101", {"fields": labels(missing, plan), "count": len(missing)}, source)]


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
