"""What calls the library itself, in the environment that is measured: `python library.py audit|record PLAN ROSTER ...`.

A figure stands as if it had been read from a cell of one sheet; arrays of figures have the shape (units, fields).
"""

import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from union_audit.audit import Scope, audit
from union_audit.history import Edition, History
from union_audit.intake.facts import Facts, Int64, Places, State, Submissions
from union_audit.plan import load_plan
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.roster_file import load_roster

FIRST_YEAR = 2022
MADE_AT = datetime(2025, 7, 5, tzinfo=UTC)


def audit_figures(plan: Plan, roster: Roster, figures: Path) -> None:
    """Audit one month's array, and print the processor seconds of the audit alone, with all of its gaps in order."""
    submissions = Submissions({Period(2025, 6, 1): _facts(plan, roster, np.load(figures))}, (), ())
    began = time.process_time()
    done = audit(plan, submissions, Scope(as_of=date(2025, 7, 5)))
    sys.stderr.write(f"{len(done.gaps.ranked.rank)} gaps\n")
    sys.stdout.write(f"{time.process_time() - began}\n")


def record(plan: Plan, roster: Roster, figures: Path, path: Path) -> None:
    """Audit and record every month of a folder of arrays, from January 2022, as the monthly run does."""
    with History(path, to_write=True) as history:
        for month, file in enumerate(sorted(figures.glob("*.npy"))):
            period = Period(FIRST_YEAR + month // 12, month % 12 + 1, 1)
            end = plan.calendar.end(period)
            submissions = Submissions({period: _facts(plan, roster, np.load(file))}, (), ())
            done = audit(plan, submissions, Scope(as_of=end, expect="all"))
            history.record(Edition(period, 1, "0" * 64, MADE_AT, end, "0", f"editions/{period.label}.1"), done)


def _facts(plan: Plan, roster: Roster, figures: Int64) -> Facts:
    """Return the figures as the facts of the last units of the roster."""
    shape, first = (len(roster.units), len(plan.fields)), len(roster.units) - len(figures)
    values = np.zeros(shape, np.int64, order="F")
    values[first:] = figures
    submitted = np.arange(len(roster.units)) >= first
    rows = np.where(submitted, np.arange(len(submitted)), -1).astype(np.int32).reshape(-1, 1)
    places = Places(np.minimum(rows, 0), rows, np.arange(shape[1], dtype=np.int32).reshape(1, -1))
    state = np.full(shape, State.MISSING, np.int8, order="F")
    state[first:] = State.FIGURE
    return Facts(roster, plan.fields, values, state, submitted, (places,), (("nation.csv", ""),))


def main(what: str, plan_file: str, roster_file: str, *paths: str) -> None:
    """Load the plan and the roster, and do what is asked."""
    plan = load_plan(Path(plan_file))
    roster = load_roster(Path(roster_file), plan)
    if what == "audit":
        audit_figures(plan, roster, *map(Path, paths))
    else:
        record(plan, roster, *map(Path, paths))


if __name__ == "__main__":
    main(*sys.argv[1:])
