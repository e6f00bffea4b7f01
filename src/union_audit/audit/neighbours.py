"""Which figures are held against which earlier ones: those of a period, and of each month in it, against those right before."""

from collections.abc import Iterator, Sequence

from union_audit.audit.earlier import Before
from union_audit.audit.periods import facts_of
from union_audit.audit.units import Units
from union_audit.frozen import dataclass
from union_audit.intake.facts import Facts, Submissions
from union_audit.plan.period import Period

PERIODS_BEFORE = 3
"""With so many periods before it a figure is compared: a quarter's is found again in the month that ended it."""

_SHORTER = (6, 3, 1)
"""The months of the periods that a longer one may be made of."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a period, and those of the periods right before it that are known, the latest first: at least one."""

    period: Period
    facts: Facts
    before: tuple[Before, ...]


def needed_before(period: Period) -> tuple[Period, ...]:
    """Return the earlier periods that figures of this one, or of a month or quarter in it, are held against."""
    lengths = [period.months, *(months for months in _SHORTER if months < period.months)]
    return tuple(each for months in lengths for each in _preceding(Period(period.year, period.first, months)))


def compared(units: Units, facts: Facts, period: Period | None, submissions: Submissions, recorded: Sequence[Before]) -> Iterator[Compared]:
    """Yield what is to be compared. `facts`: those that are audited; `recorded`: what the history knows of the periods before.

    A longer period that its months make is compared month by month: a sum stands in no cell, and what is wrong in it
    stands in a month. What was given for it, or for a quarter in it, as a whole is compared with the periods as long before that.
    """
    if period is None:
        return
    known = {each.period: each for each in recorded}
    within = {each: given for each, given in submissions.by_period.items() if each and period.covers(each)}
    for each, now in sorted((within if period.months > 1 else {period: facts}).items()):
        before = (known.get(earlier) or _submitted(units, submissions, earlier) for earlier in _preceding(each))
        held = tuple(earlier for earlier in before if earlier)
        if held:
            yield Compared(each, now, held)


def _preceding(period: Period) -> tuple[Period, ...]:
    found = [period]
    while len(found) <= PERIODS_BEFORE:
        found.append(found[-1].preceding)
    return tuple(found[1:])


def _submitted(units: Units, submissions: Submissions, period: Period) -> Before | None:
    """Return what the submissions themselves say of an earlier period, or of its months; None where they say nothing of it."""
    held = [each for each in submissions.by_period if each]
    if any(period.covers(each) or (each.covers(period) and each.last == period.last) for each in held):
        return Before(period, facts_of(units, submissions, period)[0])
    return None
