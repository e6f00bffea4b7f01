"""Which period is audited, and the figures that make it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from union_audit.audit import shares
from union_audit.audit.months import add_up, in_place_of, pieces
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import Bool, Facts, Places, State, Submissions
from union_audit.plan.model import Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster


def chosen_period(submissions: Submissions, asked: Period | None) -> Period | None:
    """Return the period asked for, else the latest; of several that end then, the one that most units submitted for."""
    if asked is not None:
        return asked
    dated = [
        (period.year, period.last, int(facts.submitted.sum()), period)
        for period, facts in submissions.by_period.items()
        if period is not None
    ]
    return max(dated)[-1] if dated else None


def roster_of(submissions: Submissions) -> Roster:
    """Return the roster that all figures share; one without units if there are no figures."""
    return next((facts.roster for facts in submissions.by_period.values()), Roster())


def facts_of(units: Units, submissions: Submissions, period: Period | None) -> tuple[Facts, list[Finding]]:
    """Return the figures of the period, all missing if nobody submitted any, and what does not agree with its months."""
    by_period = submissions.by_period
    whole = by_period.get(period) or _nothing(units)
    if period is None:
        return whole, []
    if period.months == 1:
        return _with_longer(units, whole, by_period, period), []
    parts = pieces(period, by_period)
    if by_period.keys().isdisjoint(parts):
        return whole, []
    taken = [_taken(units, submissions, part) for part in parts]
    disagreeing = [finding for _, findings in taken for finding in findings]
    added = add_up(units, parts, [facts for facts, _ in taken])
    if period not in by_period:
        return added, disagreeing
    reconciled, more = _reconciled(added, whole)
    return reconciled, disagreeing + more


def _taken(units: Units, submissions: Submissions, part: Period) -> tuple[Facts, list[Finding]]:
    """Return the figures of a piece of a longer period: a month's own only, a quarter's reconciled with its months."""
    if part.months == 1:
        return submissions.by_period.get(part) or _nothing(units), []
    return facts_of(units, submissions, part)


def _nothing(units: Units) -> Facts:
    shape = (len(units), len(units.plan.fields))
    nowhere = Places(np.full(shape, -1, np.int32), np.zeros(shape, np.int32), np.zeros(shape, np.int32))
    states = np.full(shape, State.MISSING, np.int8)
    return Facts(units.roster, units.plan.fields, np.zeros(shape, np.int64), states, np.zeros(len(units), np.bool_), (nowhere,), ())


def _with_longer(units: Units, facts: Facts, by_period: Mapping[Period | None, Facts], month: Period) -> Facts:
    """Take the quarter's (or year's) submission of the units that hand in one a quarter (or year), where it ends with the month."""
    calendar = {Submits.QUARTERLY: Period(month.year, month.last - 2, 3), Submits.YEARLY: Period(month.year, 1, 12)}
    for submits, longer in calendar.items():
        other = by_period.get(longer) if longer.last == month.last else None
        if other is not None:
            rows = (units.submits == list(Submits).index(submits)) & other.submitted & ~facts.submitted
            facts = in_place_of(facts, other, np.repeat(rows[:, None], len(facts.fields), axis=1))
    return facts


def _reconciled(added: Facts, whole: Facts) -> tuple[Facts, list[Finding]]:
    """Hold figures given for the whole period against what its months make: never added; where they differ, neither is used."""
    given, made = whole.known, added.known
    differing = given & made & (whole.values != added.values)
    facts = in_place_of(added, whole, (given & ~made) | (added.state == State.MISSING))
    facts.state[differing] = State.INCONSISTENT
    percentages, disagreeing = shares.reconciled(added, whole)
    findings = list(_disagreeing(added, whole, disagreeing))
    for unit, field in np.argwhere(differing):
        args: dict[str, object] = {"figure": int(whole.values[unit, field]), "sum": int(added.values[unit, field])}
        findings.append(Finding("UA304", args, whole.source_of(unit, field), added.roster.units[unit].code, field=added.fields[field].id))
    facts.values[differing] = 0
    return replace(facts, shares=percentages), findings


def _disagreeing(added: Facts, whole: Facts, differing: Bool) -> Iterator[Finding]:
    """Yield the percentages of a whole period that are not those of its last month."""
    ratios = whole.shares.ratios if whole.shares else ()
    for unit, place in np.argwhere(differing).tolist():
        given, made = (facts.share_evidence(unit, ratios[place]) for facts in (whole, added))
        if given and made:
            args: dict[str, object] = {"figure": given.text, "sum": made.text}
            yield Finding("UA304", args, given.source, added.roster.units[unit].code, field=given.field)
