"""Who submitted when, and who was late by the plan's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from union_audit.audit.coverage import LISTED
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import Input
from union_audit.plan.period import Period


def submitted_on(inputs: Sequence[Input], period: Period | None) -> dict[str, date]:
    """Return the day of each unit's first submission for the period, by its code: what is corrected later was in time all the same."""
    first: dict[str, date] = {}
    for table in (table for each in inputs for table in each.tables if table.period == period and table.submitted_on):
        for code in table.units:
            first[code] = min(first.get(code, date.max), table.submitted_on or date.max)
    return first


def late(units: Units, days: Mapping[str, date], period: Period | None) -> Iterator[Finding]:
    """Name the units whose submission came after the day that it was due."""
    due = units.plan.calendar.due(period) if period else None
    if due is None:
        return
    found = [unit.code for unit in units.roster.units if days.get(unit.code, date.min) > due]
    for code in found[:LISTED]:
        yield Finding("UA412", {"day": days[code], "due": due}, unit=code)
    if len(found) > LISTED:
        yield Finding("UA402", {"code": "UA412", "count": len(found), "of": len(units), "named": LISTED})
