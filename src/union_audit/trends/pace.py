"""Whether a target reaches its goal in time, by a plain rule: as it moved on average over the last periods, it moves on."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from union_audit.frozen import dataclass
from union_audit.plan.calendar import Calendar
from union_audit.plan.goal import Comparison, CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import Kind
from union_audit.plan.period import NINE_MONTHS, Period
from union_audit.reports.figures import Figure
from union_audit.trends.trend import Outlook, Pace, Point

MOST = 6
"""Periods with figures that are looked back on."""

FEWEST = 3
"""With figures of fewer periods there is no forecast."""

_FURTHEST = 600
"""Periods that are looked ahead."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a value has to reach, or to stay under; `is_beyond`: the bound itself is not enough."""

    bound: Fraction
    is_upper: bool
    is_beyond: bool

    def distance(self, value: Fraction) -> Fraction:
        """Return how far the value is from the bound; below zero where it is past it."""
        return value - self.bound if self.is_upper else self.bound - value

    def is_met(self, value: Fraction) -> bool:
        """Whether the value meets the goal."""
        distance = self.distance(value)
        return distance < 0 or (distance == 0 and not self.is_beyond)


def pace(points: Sequence[tuple[Point, Figure | None]], goal: Goal, deadline: date | None, calendar: Calendar) -> Pace:
    """Return the pace of a target, and what it comes to for its final goal."""
    if isinstance(goal, Tracked):
        return Pace(Outlook.NO_GOAL)
    known = [(point, shown) for point, shown in points if shown is not None and _is_whole(point, shown)][-MOST:]
    values = [(point.period, shown.value) for point, shown in known if shown.value is not None]
    if not values:
        return Pace(Outlook.UNKNOWN)
    bound, (last, value) = _bound(goal, known[-1][0]), values[-1]
    change = _change(values) if len(values) >= FEWEST and not known[-1][1].is_yes_no else None
    if bound.is_met(value):
        return Pace(Outlook.REACHED, change, len(values))
    if change is None:
        return Pace(Outlook.UNKNOWN, None, len(values))
    by = _reached(bound, value, change, last)
    return Pace(_outlook(by, points[-1][0].period, deadline, calendar), change, len(values), by)


def _is_whole(point: Point, shown: Figure) -> bool:
    """Whether a value can be held against others: a share can; a count, or the number of those that said yes, of all units only."""
    if shown.value is None:
        return False
    counts = isinstance(shown.goal, CountGoal) or shown.field.kind is Kind.YES_NO
    return not counts or point.expected == point.reported


def _bound(goal: RatioGoal | CountGoal | YesGoal, point: Point) -> _Bound:
    if isinstance(goal, RatioGoal):
        return _Bound(goal.threshold, goal.is_upper, goal.comparison in (Comparison.MORE, Comparison.LESS))
    units = 1 if point.expected is None else point.expected
    return _Bound(Fraction(1 if isinstance(goal, YesGoal) else goal.required(units)), goal.is_upper, is_beyond=False)


def _change(values: Sequence[tuple[Period, Fraction]]) -> Fraction:
    """Return the mean change a period; one without figures between them is a period too."""
    (first, start), (last, end) = values[0], values[-1]
    stride = 12 if first.months == NINE_MONTHS else first.months
    return (end - start) / (((last.year - first.year) * 12 + last.first - first.first) // stride)


def _reached(bound: _Bound, value: Fraction, change: Fraction, last: Period) -> Period | None:
    """Return the period in which the goal is reached, None for never, or not in any time that matters."""
    nearer = -change if bound.is_upper else change
    if nearer <= 0:
        return None
    steps = bound.distance(value) // nearer
    steps += steps * nearer < bound.distance(value) or bound.is_beyond
    if steps > _FURTHEST:
        return None
    for _ in range(steps):
        last = last.following
    return last


def _outlook(by: Period | None, newest: Period, deadline: date | None, calendar: Calendar) -> Outlook:
    if by is None:
        return Outlook.NEVER
    if by <= newest:  # of which there are no figures that would say so
        return Outlook.UNKNOWN
    return Outlook.IN_TIME if deadline is None or calendar.end(by) <= deadline else Outlook.LATE
