"""Writes a history of national months with the library itself, as the monthly run records them.

A program of its own, since it runs in the environment that is measured: `python history.py NATION MONTHS HISTORY`,
the folder with the nation's plan and roster, a folder of the months' figures as arrays, and the file to write.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from union_audit.audit import Scope, audit
from union_audit.history import Edition, History
from union_audit.intake.facts import Facts, Places, State, Submissions
from union_audit.plan import load_plan
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.roster_file import load_roster

FIRST = 2022
MADE_AT = datetime(2025, 7, 5, tzinfo=UTC)


def facts(plan: Plan, roster: Roster, figures: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Facts:
    """Return the figures as if read from one sheet; the units of the table are the last of the roster."""
    shape, first = (len(roster.units), len(plan.fields)), len(roster.units) - len(figures)
    values = np.zeros(shape, np.int64)
    values[first:] = figures
    is_known = np.arange(len(roster.units)) >= first
    known = np.broadcast_to(is_known[:, np.newaxis], shape)
    rows, columns = np.indices(shape, np.int32)
    places = Places(np.where(known, 0, -1).astype(np.int32), rows, columns)
    state = np.where(known, State.FIGURE, State.MISSING).astype(np.int8)
    return Facts(roster, plan.fields, values, state, is_known, (places,), (("nation.csv", ""),))


def main(nation: Path, months: Path, path: Path) -> None:
    """Audit and record every month."""
    plan = load_plan(nation / "targets.yaml")
    roster = load_roster(nation / "units.csv", plan)
    with History(path, to_write=True) as history:
        for month, figures in enumerate(sorted(months.glob("*.npy"))):
            period = Period(FIRST + month // 12, month % 12 + 1, 1)
            end = plan.calendar.end(period)
            submissions = Submissions({period: facts(plan, roster, np.load(figures))}, (), ())
            done = audit(plan, submissions, Scope(as_of=end, expect="all"))
            history.record(Edition(period, 1, "0" * 64, MADE_AT, end, "0", f"editions/{period.label}.1"), done)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
