"""One ratio, unit by unit: every status and reason."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from builders import Given, audited, facts, field, plan, roster, submissions, target, told, unit
from union_audit.audit import Scope, audit
from union_audit.intake.facts import State
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.model import Milestone, OnZero, OverPeriods, Plan

SHARE = plan(target("t", "> 60%", ("n", "d")))
ALL = plan(target("t", ">= 100%", ("n", "d", "secret")))
LATE = plan(target("t", "<= 5%", ("n", "d")))
COUNT = plan(target("t", ">= 2", ("n",)))
AT_MOST = plan(target("t", "<= 2", ("n",)))
YES = plan(target("t", "yes", ("n",)))
TRACKED = plan(target("t", "tracked", ("n", "d")))
NO_DATA = {"status": "no_data"}


def judged(plan_: Plan, **figures: Given) -> dict[str, Any]:
    column = audited(plan_, roster("U"), {"U": figures}).columns[0]
    return told(column.measure, goal=column.goal)


@pytest.mark.parametrize(
    ("plan_", "figures", "expected"),
    [
        (SHARE, {"n": 61, "d": 100}, ("met", 61, 100, 61, 0, 1, 1)),
        (SHARE, {"n": 60, "d": 100}, ("gap", 60, 100, 61, 1, 60, 61)),
        (SHARE, {"n": 0, "d": 1}, ("gap", 0, 1, 1, 1, 0, 1)),
        (ALL, {"n": 90, "d": 100, "secret": 10}, ("met", 90, 90, 90, 0, 1, 1)),
        (ALL, {"n": 78, "d": 100, "secret": 10}, ("gap", 78, 90, 90, 12, 78, 90)),
        (LATE, {"n": 5, "d": 100}, ("met", 5, 100, 5, 0, 1, 1)),
        (LATE, {"n": 8, "d": 100}, ("gap", 8, 100, 5, 3, 5, 8)),
        (LATE, {"n": 1, "d": 10}, ("gap", 1, 10, 0, 1, 0, 1)),
        (COUNT, {"n": 2}, ("met", 2, None, 2, 0, 1, 1)),
        (COUNT, {"n": 1}, ("gap", 1, None, 2, 1, 1, 2)),
        (AT_MOST, {"n": 5}, ("gap", 5, None, 2, 3, 2, 5)),
        (YES, {"n": True}, ("met", 1, None, 1, 0, 1, 1)),
        (YES, {"n": False}, ("gap", 0, None, 1, 1, 0, 1)),
        (SHARE, {"n": 6 * 10**11, "d": 10**12}, ("gap", 6 * 10**11, 10**12, 6 * 10**11 + 1, 1, 6 * 10**11, 6 * 10**11 + 1)),
    ],
)
def test_figures(plan_: Plan, figures: dict[str, Given], expected: tuple[Any, ...]) -> None:
    names = ("status", "numerator", "denominator", "required", "to_go", "attained", "attainable")
    assert judged(plan_, **figures) == {name: value for name, value in zip(names, expected, strict=True) if value is not None}


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({"n": 1}, "not_submitted"),
        ({"n": 1, "d": None}, "blank"),
        ({"n": State.UNREADABLE, "d": 9}, "unreadable"),
        ({"n": State.INCONSISTENT, "d": 9}, "inconsistent"),
        ({"n": 10, "d": 9}, "inconsistent"),
        ({"n": None, "d": State.INCONSISTENT}, "inconsistent"),
        ({"n": State.UNREADABLE, "d": State.INCONSISTENT}, "unreadable"),
        ({"n": State.UNREADABLE}, "unreadable"),
        ({"n": None}, "blank"),
        ({}, "not_submitted"),
    ],
)
def test_no_data_gives_the_reason_that_most_needs_a_hand(figures: dict[str, Given], reason: str) -> None:
    for plan_ in (SHARE, TRACKED):
        assert judged(plan_, **figures) == {**NO_DATA, "reason": reason}


def test_exclusions_above_their_base_are_inconsistent() -> None:
    assert judged(ALL, n=0, d=5, secret=6) == {**NO_DATA, "reason": "inconsistent"}
    assert judged(ALL, n=3, d=5, secret=3) == {**NO_DATA, "reason": "inconsistent"}
    assert judged(ALL, n=2, d=5, secret=3)["status"] == "met"


def test_a_blank_that_the_plan_takes_as_zero_is_zero() -> None:
    assert judged(ALL, n=10, d=10, secret=State.ZERO)["status"] == "met"


def test_a_unit_that_did_not_submit() -> None:
    done = audited(SHARE, roster("U", "V"), {"V": {"n": 1, "d": 1}}, expect="all")
    assert told(done.columns[0].measure) == {**NO_DATA, "reason": "not_submitted"}
    assert (done.judged.tolist(), done.expected.tolist(), done.reported.tolist()) == ([True, True], [True, True], [False, True])


def test_only_the_units_found_are_judged() -> None:
    done = audited(SHARE, roster("U", "V"), {"V": {"n": 1, "d": 1}})
    assert (done.judged.tolist(), done.expected.tolist()) == ([False, True], [False, True])
    assert done.scores.counts.tolist() == [[0, 0, 0, 0, 0], [1, 0, 0, 0, 0]]


def test_nothing_to_count() -> None:
    assert judged(SHARE, n=0, d=0) == {"status": "not_applicable", "reason": "zero_denominator", "numerator": 0, "denominator": 0}
    assert judged(ALL, n=0, d=4, secret=4)["status"] == "not_applicable"
    assert judged(SHARE, n=1, d=0) == {**NO_DATA, "reason": "inconsistent"}
    assert judged(TRACKED, n=0, d=0)["reason"] == "zero_denominator"


def test_nothing_to_count_may_be_met() -> None:
    taken = plan(target("t", "> 60%", ("n", "d"), on_zero=OnZero.MET))
    zeros = {"numerator": 0, "denominator": 0, "required": 0, "to_go": 0, "attained": 1, "attainable": 1}
    assert judged(taken, n=0, d=0) == {"status": "met", "reason": "zero_denominator", **zeros}
    tracked = plan(target("t", "tracked", ("n", "d"), on_zero=OnZero.MET))
    assert judged(tracked, n=0, d=0)["status"] == "not_applicable"


def test_tracked_is_neither_met_nor_a_gap() -> None:
    assert judged(TRACKED, n=1, d=9) == {"status": "tracked", "numerator": 1, "denominator": 9}


def test_a_target_for_other_levels() -> None:
    narrow = plan(target("t", "> 60%", ("n", "d"), levels=["province"]))
    assert judged(narrow, n=1, d=9) == {"status": "not_applicable", "reason": "level"}


def test_a_unit_that_has_closed() -> None:
    closed = roster(unit("U", valid_to=date(2025, 6, 29)), unit("V", valid_from=date(2025, 7, 1)), unit("W", valid_to=date(2025, 6, 30)))
    done = audited(SHARE, closed, {code: {"n": 1, "d": 9} for code in "UVW"}, expect="all")
    assert [told(done.columns[0].measure, row)["status"] for row in range(3)] == ["not_applicable", "not_applicable", "gap"]
    assert told(done.columns[0].measure, 0)["reason"] == "closed"
    assert (done.judged.tolist(), done.expected.tolist()) == ([True, True, True], [False, False, True])


def test_only_figures_of_the_month_say_how_many_new_ones() -> None:
    of_the_month = [field(name, over=OverPeriods.SUM) for name in ("n", "d")]
    for goal_, new in (("> 60%", 6), (">= 100%", None), ("<= 5%", None)):
        assert judged(plan(target("t", goal_, ("n", "d")), fields=of_the_month), n=58, d=100).get("to_go_new") == new
    assert "to_go_new" not in judged(plan(target("t", "> 60%", ("n", "d")), fields=of_the_month), n=61, d=100)
    assert "to_go_new" not in judged(plan(target("t", ">= 2", ("n",)), fields=of_the_month), n=1)
    assert "to_go_new" not in judged(SHARE, n=58, d=100)


def test_the_last_milestone_reached_is_required() -> None:
    steps = tuple(Milestone(date(2025, month, 30), parse_goal(f">= {month}0%")) for month in (4, 6, 9))
    made = plan(target("t", ">= 100%", ("n", "d"), milestones=steps, deadline=date(2025, 12, 31)))
    column = audited(made, roster("U"), {"U": {"n": 6, "d": 10}}).columns[0]
    assert (str(column.goal), column.due, told(column.measure)["status"]) == (">= 60%", date(2025, 6, 30), "met")


def test_without_a_period_the_day_of_the_audit_decides() -> None:
    steps = (Milestone(date(2025, 4, 30), parse_goal(">= 40%")),)
    made = plan(target("t", ">= 100%", ("n", "d"), milestones=steps))
    given = submissions(facts(made, roster("U"), {"U": {"n": 4, "d": 10}}), None)
    results = [audit(made, given, Scope(day)) for day in (date(2025, 4, 29), date(2025, 4, 30))]
    assert [told(done.columns[0].measure)["status"] for done in results] == ["gap", "met"]
    assert results[0].period is None


def test_the_value_to_show() -> None:
    done = audited(SHARE, roster("U", "V", "W"), {"U": {"n": 1, "d": 4}, "V": {"n": 0, "d": 0}, "W": {"n": None, "d": 4}})
    np.testing.assert_array_equal(done.columns[0].measure.value, [0.25, np.nan, np.nan])
    np.testing.assert_array_equal(audited(COUNT, roster("U"), {"U": {"n": 7}}).columns[0].measure.value, [7.0])
