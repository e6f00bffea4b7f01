"""Who is missing from the audit, and what it could not be judged on."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from union_audit.audit.months import needed_pieces, pieces
from union_audit.audit.rollup import Assessed
from union_audit.audit.scope import Scope
from union_audit.audit.units import Units
from union_audit.findings import LISTED, Finding
from union_audit.intake.facts import Bool, Facts, Submissions
from union_audit.plan.model import Target
from union_audit.plan.period import Period


def missing(units: Units, facts: Facts, expected: Bool) -> Iterator[Finding]:
    """Name the units that had to submit and did not; without a roster, say that nobody knows."""
    if facts.roster.path is None:
        yield Finding("UA403")
    yield from listed(units, "UA401", expected & ~facts.submitted, int(expected.sum()))


def outside(units: Units, facts: Facts, targets: Sequence[Target]) -> Iterator[Finding]:
    """Name the units that did not exist at the end of the period, and those whose level nobody knows."""
    day: dict[str, object] = {"day": units.end}
    yield from listed(units, "UA407", facts.submitted & ~units.existing, int(facts.submitted.sum()), lambda _: day)
    unknown = int((facts.submitted & (units.level < 0)).sum())
    not_judged = tuple(target.label for target in targets if not units.for_all_levels(target))
    if unknown and not_judged:
        yield Finding("UA408", {"count": unknown, "targets": not_judged})


def by_percentage(targets: Sequence[Assessed], facts: Facts, judged: Bool) -> Iterator[Finding]:
    """Say, once a target, how many units gave only a percentage for it: no sum holds them."""
    for target in targets:
        for ratio, part in zip(target.column.target.parts, target.figures, strict=True):
            rows = np.flatnonzero(judged & part.by_share).tolist()
            cell = facts.share_evidence(rows[0], ratio) if rows else None
            if cell:
                unit = facts.roster.units[rows[0]].code if len(rows) == 1 else None
                yield Finding("UA411", {"count": len(rows)}, cell.source, unit, target.column.target.id, ratio.numerator)


def periods(submissions: Submissions, scope: Scope, period: Period | None, facts: Facts) -> Iterator[Finding]:
    """Say which period was audited, where the inputs hold several, others or none; `facts`: its figures."""
    if period is None:
        if submissions.by_period:
            yield Finding("UA404", {"day": scope.as_of})
        return
    if None in submissions.by_period:
        yield Finding("UA409", {"period": period.label})
    others = sorted(other for other in submissions.by_period if other is not None and not period.covers(other))
    if others and (scope.period is None or not facts.submitted.any()):
        code = "UA405" if scope.period is None else "UA410"
        yield Finding(code, {"period": period.label, "others": tuple(other.label for other in others)})


def missing_months(units: Units, submissions: Submissions, period: Period | None) -> Iterator[Finding]:
    """Name what is missing from a longer period, unit by unit, where some of its months or quarters were submitted."""
    by_period = submissions.by_period
    parts = pieces(period, by_period) if period and period.months > 1 else ()
    if period is None or by_period.keys().isdisjoint(parts):
        return
    submitted = [_submitted(units, submissions, part) for part in parts]
    some = np.logical_or.reduce(submitted) & ~_submitted_whole(units, submissions, period) & units.existing
    lacking = [some & needed & ~there for needed, there in zip(needed_pieces(units, parts, submitted), submitted, strict=True)]

    def months(unit: int) -> dict[str, object]:
        return {"months": tuple(part.label for part, rows in zip(parts, lacking, strict=True) if rows[unit])}

    yield from listed(units, "UA406", np.logical_or.reduce(lacking), int(some.sum()), months)
    for part in parts:
        yield from missing_months(units, submissions, part)


def _submitted(units: Units, submissions: Submissions, period: Period) -> Bool:
    """Return who submitted for a period, or for any part of it."""
    there = [facts.submitted for each, facts in submissions.by_period.items() if each is not None and period.covers(each)]
    return np.asarray(np.any([_submitted_whole(units, submissions, period), *there], axis=0))


def _submitted_whole(units: Units, submissions: Submissions, period: Period) -> Bool:
    whole = submissions.by_period.get(period)
    return np.zeros(len(units), np.bool_) if whole is None else whole.submitted


def listed(units: Units, code: str, rows: Bool, of: int, args: Callable[[int], dict[str, object]] = lambda _: {}) -> Iterator[Finding]:
    """Yield a finding for each of the rows, up to `LISTED`, and one that gives their number if there are more."""
    places = np.flatnonzero(rows)
    for unit in places[:LISTED]:
        yield Finding(code, args(int(unit)), unit=units.roster.units[unit].code)
    yield from beyond_listed(code, len(places), of)


def beyond_listed(code: str, count: int, of: int) -> Iterator[Finding]:
    """Yield the finding that gives the number of findings of a code, if there are more than are listed."""
    if count > LISTED:
        yield Finding("UA402", {"code": code, "count": count, "of": of, "named": LISTED})
