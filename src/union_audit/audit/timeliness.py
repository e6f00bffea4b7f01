"""Who submitted when, and who was late by the plan's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from union_audit.audit.coverage import listed
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import Bool, Input
from union_audit.plan.period import Period


def submitted_on(inputs: Sequence[Input], period: Period | None) -> dict[str, date]:
    """Return the day of each unit's first submission for the period, by its code: what is corrected later was in time all the same."""
    first: dict[str, date] = {}
    for table in (table for each in inputs for table in each.tables if table.period == period and table.submitted_on):
        for code in table.units:
            first[code] = min(first.get(code, date.max), table.submitted_on or date.max)
    return first


def late(units: Units, days: Mapping[str, date], period: Period | None) -> Bool:
    """Return whose submission came after the day that it was due: bool, shape (units,)."""
    due = units.plan.calendar.due(period)
    if due is None or not days:
        return np.zeros(len(units), np.bool_)
    return np.array([days.get(code, due) > due for code in units.roster.columns.code], np.bool_)


def lateness(units: Units, rows: Bool, days: Mapping[str, date], period: Period | None) -> Iterator[Finding]:
    """Name the units that were late."""
    due = units.plan.calendar.due(period)
    yield from listed(units, "UA412", rows, len(units), lambda unit: {"day": days[units.roster.units[unit].code], "due": due})
