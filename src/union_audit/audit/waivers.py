"""Waivers: which gaps they cover, and which of them need somebody's attention."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from union_audit.audit.result import Column
from union_audit.findings import Finding
from union_audit.intake.facts import Bool
from union_audit.plan.model import Target
from union_audit.plan.roster import Roster
from union_audit.plan.waivers import Waiver

SOON = 60
"""A waiver that ends within so many days of the audit's date is said to end soon."""


def waived(waivers: Sequence[Waiver], target: Target, roster: Roster, end: date) -> Bool:
    """Return the units of which a waiver covers the target in a period that ends on that day."""
    covered = np.zeros(len(roster.units), np.bool_)
    for waiver in waivers:
        if waiver.target == target.id and waiver.unit in roster.index and waiver.covers(end):
            covered[roster.index[waiver.unit]] = True
    return covered


def attention(waivers: Sequence[Waiver], columns: Sequence[Column], roster: Roster, end: date, as_of: date) -> Iterator[Finding]:
    """Name the waivers of audited targets that have ended, end soon, or cover no gap."""
    by_target = {column.target.id: column for column in columns}
    for waiver in waivers:
        column = by_target.get(waiver.target)
        if column is None:
            continue
        args: dict[str, object] = {"number": waiver.number, "day": waiver.last_day}
        place = roster.index.get(waiver.unit)
        if not waiver.covers(end):
            yield Finding("UA501", args, unit=waiver.unit, target=waiver.target)
        elif place is None or not column.waived[place]:
            yield Finding("UA502", {"number": waiver.number}, unit=waiver.unit, target=waiver.target)
        elif 0 <= (days := (waiver.last_day - as_of).days) <= SOON:
            yield Finding("UA503", {**args, "days": days}, unit=waiver.unit, target=waiver.target)
