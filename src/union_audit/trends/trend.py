"""A trend as a value: what was said of each target, period by period, and what became of its gaps."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

import numpy as np

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.history import Edition
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.model import Plan, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Unit
from union_audit.reports.rows import Movement, Some


@dataclass(frozen=True, slots=True)
class Moves:
    """What became of the gaps of a target from the period before to this: `gaps` there are now, `moved` how many of which kind.

    `moved` is None in the first period of the history.
    """

    gaps: int
    moved: Mapping[Movement, int] | None


@dataclass(frozen=True, slots=True)
class Point:
    """One target in one period: over all units, or at one. `status` is None where nothing was said; figures None where there are none.

    `value`: a share from 0 to 1, a count, 1 or 0 for yes and no. `expected`, `reported`: numbers of units, None at one unit, as `moves` is.
    """

    period: Period
    status: Status | None = None
    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    expected: int | None = None
    reported: int | None = None
    moves: Moves | None = None


class Outlook(StrEnum):
    """What the pace comes to: the goal is reached, will be in time, later, or not at this pace; nobody knows; there is no goal."""

    REACHED = "reached"
    IN_TIME = "in_time"
    LATE = "late"
    NEVER = "never"
    UNKNOWN = "unknown"
    NO_GOAL = "no_goal"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a target moves: `change` a period on average, over that many periods; None: fewer than three have figures.

    `by`: the period in which the goal is reached at that pace.
    """

    outlook: Outlook
    change: Fraction | None = None
    periods: int = 0
    by: Period | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One target over time, a point a period. `target` is None where the plan of today does not have it."""

    id: str
    target: Target | None
    points: tuple[Point, ...]
    pace: Pace


@dataclass(frozen=True, slots=True)
class UnitLines:
    """One unit at each target over time; `merged_into` carries on its history, of `merged` it carries on theirs."""

    unit: Unit
    lines: tuple[Line, ...]
    merged_into: Unit | None
    merged: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A gap of the newest period that an earlier one had: open since, and for how many months."""

    unit: Unit
    target: str
    since: Period
    months: int
    waived: bool


@dataclass(frozen=True)
class OpenGaps:
    """The gaps that last, the longest first. `unit`, `target`, `since` are indexes among the tuples, int64 of shape (gaps,)."""

    units: Sequence[Unit]
    targets: tuple[str, ...]
    periods: tuple[Period, ...]
    unit: Int64
    target: Int64
    since: Int64
    waived: Bool

    def first(self, top: int | None = None) -> Some[OpenGap]:
        """Return the first of them: those open since the earliest period, in the roster's and then the plan's order."""
        order = np.lexsort((self.target, self.unit, self.since))[:top]
        return Some(tuple(self._gap(int(place)) for place in order), len(self.unit))

    def _gap(self, place: int) -> OpenGap:
        since = self.periods[self.since[place]]
        unit, target = self.units[self.unit[place]], self.targets[self.target[place]]
        return OpenGap(unit, target, since, months_between(since, self.periods[-1]), bool(self.waived[place]))


@dataclass(frozen=True, slots=True)
class Trend:
    """`editions`: the newest of each period, the earliest first, and the `scores` of all units together, None where there was none.

    `lines`: the targets over all units; none where `units` were asked for.
    """

    plan: Plan
    editions: tuple[Edition, ...]
    scores: tuple[float | None, ...]
    lines: tuple[Line, ...]
    units: tuple[UnitLines, ...]
    open: OpenGaps


def months_between(first: Period, last: Period) -> int:
    """Return how many months there are from the beginning of one period to the end of another."""
    return (last.year - first.year) * 12 + last.last - first.first + 1
