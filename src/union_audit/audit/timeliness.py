"""Who submitted when, and who was late by the plan's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from union_audit.audit.coverage import listed
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
    came = [days.get(unit.code, date.min) for unit in units.roster.units]
    rows = np.array([day > due for day in came], np.bool_)
    yield from listed(units, "UA412", rows, len(units), lambda unit: {"day": came[unit], "due": due})
