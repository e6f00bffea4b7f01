"""Figures that contradict, or hardly follow, those of the months before. They are named with both cells, and never changed."""

from collections.abc import Iterator, Sequence

import numpy as np

from union_audit.audit.consistency import seen_from, source_of
from union_audit.audit.coverage import LISTED, beyond_listed
from union_audit.audit.earlier import Before
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import KNOWN, Bool, Facts, Int64
from union_audit.plan.model import Cumulative, Kind, OverPeriods, Plan
from union_audit.plan.period import Period

TIMES = 10
"""A figure so many times its neighbours in time, or the so manieth part of them, is likely one with a digit too many or too few."""

FROM = 20
"""Smaller figures than that may well be ten times those of another month."""

COPIED = 3
"""Figures fewer than that are alike by chance."""


def over_time(units: Units, facts: Facts, period: Period | None, before: Sequence[Before]) -> Iterator[Finding]:
    """Hold the figures of a period against those of the ones before it, of the same length, the latest first."""
    if period is None or not before or before[0].period != period.preceding:
        return
    last, plan = before[0], units.plan
    both = _known(facts) & _known(last.facts)
    odd = _out_of_line(facts, [each.facts for each in before], plan) & both
    fell = both & (facts.values < last.facts.values) & _never_falls(plan, period, last.period)
    jumped = both & ~odd & ~fell & _jumps(facts.values, last.facts.values, plan)
    for code, where in (("UA305", fell), ("UA306", jumped), ("UA308", odd)):
        yield from _each(units, code, where, facts, last)
    yield from _copied(units, facts, last, both)


def _known(facts: Facts) -> Bool:
    return np.isin(facts.state, KNOWN)


def _never_falls(plan: Plan, period: Period, before: Period) -> Bool:
    """Return the fields whose figures only grow from that period to this: bool, shape (fields,)."""
    grows = {Cumulative.ALWAYS: True, Cumulative.YEAR: period.year == before.year}
    return np.array([grows.get(field.cumulative, False) if field.cumulative else False for field in plan.fields], np.bool_)


def _jumps(now: Int64, then: Int64, plan: Plan) -> Bool:
    """Return where a denominator that stands from month to month moved by more than the plan allows: bool, shape (units, fields)."""
    if plan.denominator_jump is None:
        return np.zeros(now.shape, np.bool_)
    bases = {part.denominator for target in plan.targets for part in target.parts}
    standing = np.array([field.id in bases and field.over_periods is OverPeriods.LAST for field in plan.fields], np.bool_)
    return np.asarray(standing & (then > 0) & (np.abs(now - then) * 100 > plan.denominator_jump * then))


def _out_of_line(facts: Facts, before: Sequence[Facts], plan: Plan) -> Bool:
    """Return where a count is ten times all of its neighbours in time, or a tenth of them: bool, shape (units, fields)."""
    now = facts.values
    largest = np.max([np.where(_known(each), each.values, -1) for each in before], axis=0)
    smallest = np.min([np.where(_known(each), each.values, np.iinfo(np.int64).max // TIMES) for each in before], axis=0)
    counts = np.array([field.kind is Kind.COUNT for field in plan.fields], np.bool_)
    stands = np.array([field.over_periods is OverPeriods.LAST for field in plan.fields], np.bool_)  # of what happens, none may well happen
    above = (largest > 0) & (now >= TIMES * largest) & (now >= FROM)
    below = (smallest >= FROM) & (now * TIMES <= smallest) & (stands | (now > 0))
    return np.asarray(counts & (above | below))


def _copied(units: Units, facts: Facts, last: Before, both: Bool) -> Iterator[Finding]:
    """Name the units whose figures are those of the month before, every one of them."""
    known, same = _known(facts), (facts.state == last.facts.state) & (facts.values == last.facts.values)
    whole = same.all(axis=1) & (both.sum(axis=1) >= COPIED) & (np.where(known, facts.values, 0) > 0).any(axis=1)
    for unit in np.flatnonzero(whole)[:LISTED].tolist():
        place = int(np.flatnonzero(both[unit])[0])
        here, there = source_of(facts, unit, place), source_of(last.facts, unit, place)
        args: dict[str, object] = {"count": int(both[unit].sum()), "period": last.period.label, "cell": seen_from(here, there)}
        yield Finding("UA307", args, here, facts.roster.units[unit].code)
    yield from beyond_listed("UA307", int(whole.sum()), len(units))


def _each(units: Units, code: str, where: Bool, facts: Facts, last: Before) -> Iterator[Finding]:
    places = np.argwhere(where)
    for unit, place in places[:LISTED].tolist():
        here, there = source_of(facts, unit, place), source_of(last.facts, unit, place)
        args: dict[str, object] = {
            "figure": int(facts.values[unit, place]),
            "before": int(last.facts.values[unit, place]),
            "period": last.period.label,
            "cell": seen_from(here, there),
        }
        yield Finding(code, args, here, facts.roster.units[unit].code, field=facts.fields[place].id)
    yield from beyond_listed(code, len(places), len(units))
