"""Every unit that there was or is on one axis, and who carries on whose history at the end of a period."""

from collections.abc import Sequence

import numpy as np

from union_audit.audit.compare import worst
from union_audit.audit.result import NONE
from union_audit.audit.units import Units
from union_audit.history import Edition, History
from union_audit.intake.facts import Int8, Int64
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit


class Lineage:
    """The units of the roster of today, and after them those that only earlier editions had.

    A unit that today's roster does not have is as the latest edition had it, so no circle of mergers can come of several rosters.
    """

    def __init__(self, plan: Plan, history: History, editions: Sequence[Edition], today: Roster | None) -> None:
        """Gather the units; without a roster of today it is that of the newest edition."""
        rosters = {edition.period: history.roster(edition) for edition in editions}
        different = {id(roster): roster for roster in reversed(rosters.values())}  # most editions share one
        known: dict[str, Unit] = {}
        for roster in (*([today] if today else []), *different.values()):
            if not known.keys() >= roster.index.keys():
                known |= {unit.code: unit for unit in roster.units if unit.code not in known}
        self.roster = Roster.of(known.values())
        index = self.roster.index
        places = {key: np.array([index[code] for code in roster.columns.code], np.int64) for key, roster in different.items()}
        self._places = {period: places[id(roster)] for period, roster in rosters.items()}
        self._plan = plan
        self._successors: dict[Period, Int64] = {}

    def on_axis(self, status: Int8 | None, edition: Edition) -> Int8:
        """Return the statuses of an edition's own units on this axis, `NONE` for units that it did not have: int8, shape (units,)."""
        result = np.full(len(self.roster.units), NONE, np.int8)
        if status is not None:
            result[self._places[edition.period]] = status
        return result

    def place(self, unit: int, edition: Edition) -> int | None:
        """Return which of an edition's own units a unit is, None if it had it not."""
        found = np.flatnonzero(self._places[edition.period] == unit)
        return int(found[0]) if len(found) else None

    def successor(self, period: Period) -> Int64:
        """Return, for each unit, who carries on its history at the end of a period: itself, or what it was merged into."""
        if period not in self._successors:
            self._successors[period] = Units(self._plan, self.roster, self._plan.calendar.end(period)).successor
        return self._successors[period]

    def carried(self, status: Int8, period: Period) -> Int8:
        """Return earlier statuses as those of the units at the end of a period: of several that are one then, the worst."""
        successor = self.successor(period)
        gone = np.flatnonzero(successor != np.arange(len(successor)))
        if not len(gone):
            return status
        heirs = np.unique(successor[gone])
        rows = np.concatenate([gone, heirs])
        result = status.copy()
        result[heirs] = worst(status[rows], successor[rows], len(status))[heirs]
        result[gone] = NONE
        return result
