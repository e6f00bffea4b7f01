"""Which period is audited, and the figures that make it."""

from collections.abc import Mapping

import numpy as np

from union_audit.audit.months import add_up, in_place_of
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import KNOWN, Facts, Places, State, Submissions
from union_audit.plan.model import Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster


def chosen_period(submissions: Submissions, asked: Period | None) -> Period | None:
    """Return the period asked for, else the latest; of several that end then, the one that most units submitted for."""
    if asked is not None:
        return asked
    dated = [(period.end, int(facts.submitted.sum()), period) for period, facts in submissions.by_period.items() if period is not None]
    return max(dated)[2] if dated else None


def roster_of(submissions: Submissions) -> Roster:
    """Return the roster that all figures share; one without units if there are no figures."""
    return next((facts.roster for facts in submissions.by_period.values()), Roster(()))


def facts_of(units: Units, submissions: Submissions, period: Period | None) -> tuple[Facts, list[Finding]]:
    """Return the figures of the period, all missing if nobody submitted any, and what does not agree with its months."""
    by_period = submissions.by_period
    nothing = _nothing(units)
    if period is None:
        return by_period.get(period, nothing), []
    whole = by_period.get(period, nothing)
    if period.months == 1:
        return _with_longer(units, whole, by_period, period), []
    months = [month for month in period.split() if month in by_period]
    if not months:
        return whole, []
    added = add_up(units, period, [by_period.get(month, nothing) for month in period.split()])
    return _reconciled(added, whole) if period in by_period else (added, [])


def _nothing(units: Units) -> Facts:
    shape = (len(units), len(units.plan.fields))
    nowhere = Places(np.full(shape, -1, np.int32), np.zeros(shape, np.int32), np.zeros(shape, np.int32))
    states = np.full(shape, State.MISSING, np.int8)
    return Facts(units.roster, units.plan.fields, np.zeros(shape, np.int64), states, np.zeros(len(units), np.bool_), (nowhere,), ())


def _with_longer(units: Units, facts: Facts, by_period: Mapping[Period | None, Facts], month: Period) -> Facts:
    """Take the quarter's (or year's) submission of the units that hand in one a quarter (or year), where it ends with the month."""
    calendar = {Submits.QUARTERLY: Period(month.year, month.last - 2, 3), Submits.YEARLY: Period(month.year, 1, 12)}
    for submits, longer in calendar.items():
        other = by_period.get(longer) if longer.end == month.end else None
        if other is not None:
            rows = (units.submits == list(Submits).index(submits)) & other.submitted & ~facts.submitted
            facts = in_place_of(facts, other, np.repeat(rows[:, None], len(facts.fields), axis=1))
    return facts


def _reconciled(added: Facts, whole: Facts) -> tuple[Facts, list[Finding]]:
    """Hold figures given for the whole period against what its months make: never added; where they differ, neither is used."""
    given, made = np.isin(whole.state, KNOWN), np.isin(added.state, KNOWN)
    differing = given & made & (whole.values != added.values)
    facts = in_place_of(added, whole, (given & ~made) | (added.state == State.MISSING))
    facts.state[differing] = State.INCONSISTENT
    findings = []
    for unit, field in np.argwhere(differing):
        cells = whole.evidence(unit, field)
        args: dict[str, object] = {"figure": int(whole.values[unit, field]), "sum": int(added.values[unit, field])}
        source = cells[0].source if cells else None
        findings.append(Finding("UA304", args, source, added.roster.units[unit].code, field=added.fields[field].id))
    facts.values[differing] = 0
    return facts, findings
