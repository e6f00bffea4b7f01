"""A history written month by month, for the tests of trends: "g" is a gap, "m" met, "n" no figures, "." nobody asked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from builders import facts, plan, submissions, target
from union_audit.audit import Scope, audit
from union_audit.history import Edition, History
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.trends.lineage import Lineage
from union_audit.trends.reading import Reader, editions_of, targets_of
from union_audit.trends.trend import Trend

JANUARY = Period(2025, 1, 1)
SHARE = plan(target("a", ">= 60%", ("n", "d")))
_GIVEN: dict[str, dict[str, Any] | None] = {"g": {"n": 1, "d": 2}, "m": {"n": 2, "d": 2}, "n": {"n": None, "d": None}, ".": None}


def months(count: int, first: Period = JANUARY) -> list[Period]:
    periods = [first]
    while len(periods) < count:
        periods.append(periods[-1].following)
    return periods


def edition(period: Period, number: int = 1) -> Edition:
    return Edition(period, number, "0" * 64, datetime(2026, 1, 5, 8, 0, tzinfo=UTC), date(2026, 1, 5), "1.0", f"{period.label}.{number}")


def record(path: Path, period: Period, who: Roster, given: Mapping[str, Mapping[str, Any]], *, of: Plan = SHARE, number: int = 1) -> None:
    """Audit one period and add it to the history."""
    done = audit(of, submissions(facts(of, who, given), period), Scope(as_of=date(2026, 1, 5), expect="all"))
    with History(path, to_write=True) as history:
        history.record(edition(period, number), done)


def record_signs(path: Path, who: Roster, signs: Mapping[str, str], first: Period = JANUARY) -> None:
    """Add a month for each sign of the units' lines."""
    for place, period in enumerate(months(len(next(iter(signs.values()))), first)):
        said = {code: _GIVEN[line[place]] for code, line in signs.items()}
        record(path, period, who, {code: figures for code, figures in said.items() if figures is not None})


@contextmanager
def reader(path: Path, of: Plan = SHARE, today: Roster | None = None, last: Period | None = None) -> Iterator[Reader]:
    with History(path) as history:
        editions = editions_of(history, None, last)
        yield Reader(of, history, editions, Lineage(of, history, editions, today))


def trend(
    path: Path,
    of: Plan = SHARE,
    *,
    today: Roster | None = None,
    units: Sequence[str] = (),
    first: Period | None = None,
    last: Period | None = None,
) -> Trend:
    """Return the trend of all targets."""
    with reader(path, of, today, last) as each:
        return each.trend(targets_of(each.history, each.editions, of), units, first)
