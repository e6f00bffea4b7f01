"""What became of the gaps since the period that is compared with."""

from collections.abc import Mapping, Sequence

import numpy as np

from union_audit.audit.gaps import Gaps
from union_audit.audit.result import Audit, Change, Status
from union_audit.intake.facts import Bool, Int8
from union_audit.plan.period import Period
from union_audit.reports.rows import Changes, Movement
from union_audit.reports.words import Words
from union_audit.words import N_

MOVED = {
    Movement.NEW: N_("New gaps: {shown} of {total}"),
    Movement.CLOSED: N_("Gaps closed: {shown} of {total}"),
    Movement.LASTING: N_("Lasting gaps: {shown} of {total}"),
    Movement.UNKNOWN: N_("Without figures then or now: {shown} of {total}"),
}
"""What a list of gaps that moved so is headed with."""

_NO_GAP = (Status.MET, Status.NOT_APPLICABLE, Status.TRACKED)


def moved(audit: Audit, change: Change) -> dict[Movement, Bool]:
    """Return where gaps of the units shown are new, closed or lasting: bool, shape (columns, units); each gap is in one of them."""
    now = np.array([column.measure.status for column in audit.columns], np.int8).reshape(change.status.shape)
    return {movement: where & audit.shown for movement, where in movements(change.status, now).items()}


def movements(then: Int8, now: Int8) -> dict[Movement, Bool]:
    """Return where gaps are new, closed or lasting, of the statuses of two periods: bool, in the shape of these."""
    was, is_ = then == Status.GAP, now == Status.GAP
    new, closed, lasting = is_ & _fine(then), was & _fine(now), is_ & was
    unknown = (was | is_) & ~(new | closed | lasting)
    return {Movement.NEW: new, Movement.CLOSED: closed, Movement.LASTING: lasting, Movement.UNKNOWN: unknown}


def _fine(status: Int8) -> Bool:
    return np.asarray(np.logical_or.reduce([status == each for each in _NO_GAP]), np.bool_)


def changes(label: str, where: Mapping[Movement, Bool], words: Words) -> Changes:
    """Say how many gaps moved how since the period of that label."""
    since = _earlier(label, words)
    counts = {movement: int(np.count_nonzero(each)) for movement, each in where.items()}
    sentence = words.language(
        "Since {period}: gaps closed: {closed}, new: {new}, lasting: {lasting}, without figures then or now: {unknown}.",
        period=since,
        **{movement.value: count for movement, count in counts.items()},
    )
    return Changes(since, sentence, counts)


def places(where: Bool, gaps: Gaps, top: int | None) -> Sequence[tuple[int, int, int]]:
    """Return unit, column and rank of each, at most so many: the ranked gaps, and then what has none (0); ties in the roster's order."""
    ranked = sorted(gaps.down_to(top, where[gaps.column, gaps.unit]).rows(), key=lambda row: (row[2], row[:2]))[:top]
    left = None if top is None else top - len(ranked)
    if left == 0:
        return ranked
    others = where.copy()
    others[gaps.column, gaps.unit] = False
    return [*ranked, *((unit, column, 0) for unit, column in np.argwhere(others.T)[:left].tolist())]


def _earlier(label: str, words: Words) -> str:
    """Return the period in words; a result from elsewhere may have none."""
    try:
        return words.period(Period.parse(label))
    except ValueError:
        return words.language("an earlier result")
