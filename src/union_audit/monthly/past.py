"""What the history says of each target in the periods before, for the small drawings of a report."""

from union_audit.history import History
from union_audit.plan.period import Period

PERIODS = 11
"""With the one that is reported a year of months."""

Past = dict[str, tuple[tuple[Period, float | None], ...]]


def past_of(history: History, period: Period) -> Past:
    """Return the value of each target over all units, by its id: of the newest edition of each period as long, the earliest first."""
    editions = [edition for each, edition in history.newest().items() if each < period and each.months == period.months][-PERIODS:]
    totals = {edition.period: history.totals(edition) for edition in editions}
    targets = dict.fromkeys(target for told in totals.values() for target in told)
    return {target: tuple((each, told[target].value if target in told else None) for each, told in totals.items()) for target in targets}
