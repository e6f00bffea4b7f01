"""The pace: the mean change a period over the last periods with figures, and whether that is enough."""

from datetime import date
from fractions import Fraction

import pytest

from builders import plan, target
from ledger import months
from union_audit.audit.result import Status
from union_audit.plan.calendar import Calendar
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.period import Period
from union_audit.trends.figures import figure
from union_audit.trends.pace import pace
from union_audit.trends.trend import Outlook, Pace, Point

DEADLINE = date(2025, 12, 31)
SHARE, COUNT, YES = ("n", "d"), ("c",), ("y",)


def paced(goal: str, *values: int | None, deadline: date | None = DEADLINE, **more: int | None) -> Pace:
    """Return the pace of percentages, or of counts (for a goal of counts), a month each from January 2025."""
    is_share = "%" in goal or goal == "tracked"
    asked = target("a", goal, SHARE if is_share else YES if goal == "yes" else COUNT)
    of = plan(asked)
    points = []
    for period, value in zip(months(len(values)), values, strict=True):
        if value is None:
            points.append(Point(period, Status.NO_DATA, expected=4, reported=0))
            continue
        base = None if not is_share and goal != "yes" else 100 if is_share else more.get("expected", 4)
        units = {"expected": 4, "reported": 4, **more}
        points.append(Point(period, Status.GAP, value, base, value / (base or 1), **units))  # type: ignore[arg-type]
    return pace([(point, figure(point, asked, of)) for point in points], parse_goal(goal), deadline, Calendar())


def month(number: int, year: int = 2025) -> Period:
    return Period(year, number, 1)


def test_no_forecast_from_fewer_than_three_periods() -> None:
    assert paced(">= 60%", 10, 20) == Pace(Outlook.UNKNOWN, None, 2)
    assert paced(">= 60%", 10, None, None, 20).outlook is Outlook.UNKNOWN
    assert paced(">= 60%", None).outlook is Outlook.UNKNOWN


def test_the_mean_change_leads_to_the_goal_in_time_or_too_late() -> None:
    assert paced(">= 60%", 10, 20, 30) == Pace(Outlook.IN_TIME, Fraction(1, 10), 3, month(6))
    assert paced(">= 60%", 10, 11, 14) == Pace(Outlook.LATE, Fraction(2, 100), 3, month(2, 2027))


@pytest.mark.parametrize(("goal", "by"), [(">= 60%", 6), ("> 60%", 7), ("> 59%", 6)])
def test_what_has_to_be_more_than_the_goal_takes_one_period_more_where_it_only_reaches_it(goal: str, by: int) -> None:
    assert paced(goal, 10, 20, 30).by == month(by)


def test_an_upper_bound_is_reached_from_above() -> None:
    assert paced("<= 5%", 30, 25, 20) == Pace(Outlook.IN_TIME, Fraction(-1, 20), 3, month(6))
    assert paced("< 5%", 30, 25, 20).by == month(7)
    assert paced("<= 5%", 20, 25, 30).outlook is Outlook.NEVER
    assert paced("<= 5%", 6, 5, 4).outlook is Outlook.REACHED


def test_who_stands_still_or_goes_back_never_arrives() -> None:
    assert paced(">= 60%", 30, 30, 30).outlook is Outlook.NEVER
    assert paced(">= 60%", 30, 20, 10).outlook is Outlook.NEVER


def test_what_is_reached_is_reached_whatever_the_pace() -> None:
    assert paced(">= 60%", 60).outlook is Outlook.REACHED
    assert paced(">= 60%", 80, 70, 60) == Pace(Outlook.REACHED, Fraction(-1, 10), 3)
    assert paced("> 60%", 80, 70, 60).outlook is Outlook.NEVER


def test_no_more_than_six_periods_are_looked_back_on() -> None:
    assert paced(">= 90%", 80, 10, 20, 30, 40, 50, 60) == Pace(Outlook.IN_TIME, Fraction(1, 10), 6, month(10))


def test_a_period_without_figures_is_a_period_all_the_same() -> None:
    assert paced(">= 60%", 10, None, 20, 30) == Pace(Outlook.IN_TIME, Fraction(20, 300), 3, month(9))


def test_what_should_have_been_reached_while_there_were_no_figures_is_not_known() -> None:
    assert paced(">= 60%", 30, 40, 50, None).outlook is Outlook.UNKNOWN


def test_a_count_is_asked_of_every_unit_and_compared_only_where_all_reported() -> None:
    assert paced(">= 3", 6, 8, 10) == Pace(Outlook.IN_TIME, Fraction(2), 3, month(4))
    assert paced(">= 3", 6, 8, 10, reported=3).outlook is Outlook.UNKNOWN
    assert paced(">= 3", 1, 2, 2, expected=None, reported=None) == Pace(Outlook.IN_TIME, Fraction(1, 2), 3, month(5))


def test_a_yes_of_every_unit_is_the_goal() -> None:
    assert paced("yes", 1, 2, 3).by == month(4)
    assert paced("yes", 4, 4, 4).outlook is Outlook.REACHED


def test_a_target_that_is_only_tracked_has_no_forecast() -> None:
    assert paced("tracked", 10, 20, 30) == Pace(Outlook.NO_GOAL)


def test_without_a_deadline_it_is_in_time() -> None:
    assert paced(">= 60%", 10, 11, 12, deadline=None).outlook is Outlook.IN_TIME


def test_what_would_take_longer_than_anybody_plans_is_never() -> None:
    assert paced(">= 1000000", 1, 2, 3, deadline=None) == Pace(Outlook.NEVER, Fraction(1), 3)
