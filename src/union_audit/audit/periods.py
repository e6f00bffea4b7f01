"""Which period is audited, and how its months add up."""

from collections.abc import Mapping

import numpy as np

from union_audit.intake.facts import Facts, Places, State, Submissions
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster


def chosen_period(submissions: Submissions, asked: Period | None) -> Period | None:
    """Return the period asked for, else the latest; of several that end then the one that most units submitted for."""
    if asked is not None:
        return asked
    dated = [(period.end, int(facts.submitted.sum()), period) for period, facts in submissions.by_period.items() if period is not None]
    return max(dated)[2] if dated else None


def facts_of(plan: Plan, submissions: Submissions, period: Period | None) -> Facts:
    """Return the figures of the period; of one that nobody submitted for, figures that are all missing."""
    by_period = submissions.by_period
    if period in by_period:
        return by_period[period]
    return _nothing(plan, by_period)


def _nothing(plan: Plan, by_period: Mapping[Period | None, Facts]) -> Facts:
    roster = next((facts.roster for facts in by_period.values()), Roster(()))
    shape = (len(roster.units), len(plan.fields))
    nowhere = Places(np.full(shape, -1, np.int32), np.zeros(shape, np.int32), np.zeros(shape, np.int32))
    states = np.full(shape, State.MISSING, np.int8)
    return Facts(roster, plan.fields, np.zeros(shape, np.int64), states, np.zeros(shape[0], np.bool_), (nowhere,), ())
