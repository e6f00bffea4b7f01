"""Roll-up: sums over sums, each figure counted once, with its coverage."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Given, Rows, audited, field, plan, roster, target, told, unit
from union_audit.audit.result import Audit
from union_audit.plan.model import Covers, Submits

AREA = [field(name, covers=Covers.AREA) for name in ("informed", "members")]
PLAN = plan(
    target("own", "> 60%", ("n", "d")),
    target("area", ">= 100%", ("informed", "members"), levels=["district", "grassroots"]),
    target("yes", "yes", ("y",), levels=["district"]),
    target("count", ">= 2", ("k",), levels=["district"]),
    target("tracked", "tracked", ("t", "d"), levels=["district"]),
    fields=AREA,
)
WHO = roster(
    unit("P", "province"),
    unit("A", parent="P"),
    unit("B", parent="P"),
    unit("A1", "grassroots", "A"),
    unit("A2", "grassroots", "A"),
    unit("B1", "grassroots", "B"),
)


def summed(done: Audit, target_: str, top: str | None = None) -> dict[str, Any]:
    """Return the rolled-up figures of a target, for a branch or for everything."""
    place = [column.target.id for column in done.columns].index(target_)
    unit_ = -1 if top is None else done.facts.roster.index[top]
    row = done.rollup.unit.tolist().index(unit_)
    coverage = (int(done.rollup.reported[place, row]), int(done.rollup.expected[place, row]))
    return {**told(done.rollup.columns[place].measure, row), "coverage": coverage}


def everything(given_: Rows, **scope: Any) -> Audit:
    return audited(PLAN, WHO, given_, **{"expect": "all", **scope})


def test_the_branches_are_the_units_with_others_below_and_everything() -> None:
    assert everything({}).rollup.unit.tolist() == [0, 1, 2, -1]


def test_own_figures_add_up_over_all_units_never_as_a_mean_of_percentages() -> None:
    done = everything({"P": {"n": 1, "d": 1}, "A": {"n": 10, "d": 99}, "B": {"n": 1, "d": 1}})
    counts = {"numerator": 12, "denominator": 101, "required": 61, "to_go": 49, "attained": 12, "attainable": 61}
    assert summed(done, "own") == {"status": "gap", **counts, "coverage": (3, 3)}
    assert summed(done, "own", "B")["status"] == "met"


def test_a_value_below_the_goal_is_a_gap_even_with_units_missing() -> None:
    assert summed(everything({"A": {"n": 1, "d": 10}}), "own")["status"] == "gap"


def test_a_value_at_the_goal_with_units_missing_is_not_sure() -> None:
    told_ = summed(everything({"A": {"n": 9, "d": 10}}), "own")
    assert told_ == {"status": "no_data", "reason": "partial", "numerator": 9, "denominator": 10, "required": 7, "coverage": (1, 3)}


def test_nobody_reported() -> None:
    assert summed(everything({}), "own") == {"status": "no_data", "reason": "partial", "coverage": (0, 3)}
    assert summed(everything({}), "yes") == {"status": "no_data", "reason": "partial", "coverage": (0, 2)}


def test_a_branch_without_units_of_the_target() -> None:
    made = plan(target("t", ">= 100%", ("n", "d"), levels=["province"]))
    done = audited(made, WHO, {"A": {"n": 1, "d": 1}, "P": {"n": 1, "d": 1}}, expect="all")
    assert summed(done, "t", "A") == {"status": "not_applicable", "reason": "level", "coverage": (0, 0)}
    assert summed(done, "t")["status"] == "met"


def test_only_complete_parts_are_added() -> None:
    done = everything({"P": {"n": 9, "d": 10}, "A": {"n": None, "d": 1000}, "B": {"n": 30, "d": 20}})
    assert summed(done, "own") == {
        "status": "no_data",
        "reason": "partial",
        "numerator": 9,
        "denominator": 10,
        "required": 7,
        "coverage": (1, 3),
    }


def test_nothing_to_count_anywhere() -> None:
    zeros = {"n": 0, "d": 0}
    assert summed(everything({"P": zeros, "A": zeros, "B": zeros}), "own")["reason"] == "zero_denominator"
    assert summed(everything({"P": zeros}), "own")["reason"] == "partial"


def test_down_each_branch_the_first_figure_of_an_area_counts() -> None:
    below = {"informed": 1, "members": 5}
    done = everything({"A": {"informed": 30, "members": 40}, "A1": below, "A2": below, "B1": below})
    assert summed(done, "area")["denominator"] == 45
    assert summed(done, "area", "A")["denominator"] == 40
    assert summed(done, "area", "B")["denominator"] == 5
    assert summed(done, "area")["coverage"] == (1, 2)


def test_an_unreadable_area_is_made_of_what_stands_below() -> None:
    below = {"informed": 5, "members": 5}
    done = everything({"A": {"informed": 30, "members": None}, "B": {"informed": 9, "members": 9}, "A1": below, "A2": below})
    assert (summed(done, "area")["denominator"], summed(done, "area")["reason"]) == (19, "partial")


def test_the_figure_of_a_level_that_the_target_is_not_for_is_not_the_area() -> None:
    done = everything({"P": {"informed": 0, "members": 1000}, "A": {"informed": 9, "members": 9}, "B": {"informed": 1, "members": 1}})
    assert (summed(done, "area")["status"], summed(done, "area")["denominator"]) == ("met", 10)


def test_the_roster_may_say_what_a_units_figures_cover() -> None:
    who = roster(
        unit("P", "province"),
        unit("A", parent="P", covers=Covers.OWN),
        unit("A1", "grassroots", "A"),
        unit("B", parent="P", covers=Covers.AREA),
        unit("B1", "grassroots", "B"),
    )
    ten = {"informed": 10, "members": 10, "n": 10, "d": 10}
    done = audited(PLAN, who, dict.fromkeys(("A", "A1", "B", "B1"), ten))
    assert (summed(done, "area")["denominator"], summed(done, "own")["denominator"]) == (30, 30)


def test_yes_is_asked_of_every_unit_that_had_to_report() -> None:
    told_ = summed(everything({"A": {"y": True}}), "yes")
    assert (told_["status"], told_["numerator"], told_["denominator"], told_["to_go"]) == ("gap", 1, 2, 1)
    assert summed(everything({"A": {"y": True}, "B": {"y": True}}), "yes")["status"] == "met"


def test_a_count_is_required_of_every_unit_that_had_to_report() -> None:
    told_ = summed(everything({"A": {"k": 3}, "B": {"k": 0}}), "count")
    assert (told_["status"], told_["numerator"], told_["required"], told_["to_go"]) == ("gap", 3, 4, 1)
    assert summed(everything({"A": {"k": 4}}), "count")["reason"] == "partial"


def test_tracked_with_units_missing() -> None:
    assert summed(everything({"A": {"t": 1, "d": 2}, "B": {"t": 1, "d": 2}}), "tracked")["status"] == "tracked"
    told_ = summed(everything({"A": {"t": 1, "d": 2}}), "tracked")
    assert told_ == {"status": "no_data", "reason": "partial", "numerator": 1, "denominator": 2, "coverage": (1, 2)}


def test_coverage_counts_who_had_to_report() -> None:
    row = {"n": 9, "d": 10}
    assert summed(everything({"A": row, "A1": row}), "own")["coverage"] == (1, 3)
    assert summed(everything({"A": row, "A1": row}, expect="found"), "own")["coverage"] == (2, 2)


@pytest.mark.parametrize(("month", "expected"), [(5, 1), (6, 2), (12, 3)])
def test_units_are_due_by_their_calendar(month: int, expected: int) -> None:
    from union_audit.plan.period import Period  # noqa: PLC0415

    who = roster(unit("M"), unit("Q", submits=Submits.QUARTERLY), unit("Y", submits=Submits.YEARLY), unit("N", submits=Submits.NEVER))
    done = audited(PLAN, who, {}, period=Period(2025, month, 1), expect="all")
    assert int(done.expected.sum()) == expected


def test_how_many_of_the_units_that_had_to_report_meet_a_target() -> None:
    done = everything({"P": {"n": 9, "d": 9}, "A": {"n": 1, "d": 9}, "A1": {"n": 9, "d": 9}})
    rolled = done.rollup
    last = [int(each[0, -1]) for each in (rolled.expected, rolled.reported, rolled.met, rolled.gap, rolled.no_data)]
    assert last == [3, 2, 1, 1, 1]


def test_the_score_of_the_whole_is_that_of_its_sums() -> None:
    made = plan(target("a", ">= 100%", ("n", "d")), target("b", ">= 100%", ("m", "d")))
    done = audited(made, WHO, {"A": {"n": 1, "d": 4, "m": 4}, "B": {"n": 2, "d": 2, "m": 2}})
    assert done.rollup.scores.score[-1] == pytest.approx((3 / 6 + 1) / 2)


def test_a_closed_unit_is_in_no_sum() -> None:
    who = roster(unit("P", "province"), unit("A", parent="P", valid_to=date(2025, 5, 31)))
    done = audited(PLAN, who, {"P": {"n": 1, "d": 1}, "A": {"n": 0, "d": 100}})
    assert (summed(done, "own")["denominator"], summed(done, "own")["coverage"]) == (1, (1, 1))


def test_sums_larger_than_int64_are_exact() -> None:
    most = 10**12
    codes = [f"U{place}" for place in range(40)]
    made = plan(target("t", "> 99.9999%", ("n", "d")))
    done = audited(made, roster(*codes), {code: {"n": most - 10**6, "d": most} for code in codes})
    told_ = summed(done, "t")
    assert (told_["numerator"], told_["required"], told_["to_go"]) == (40 * (most - 10**6), 40 * most - 40 * 10**6 + 1, 1)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(-1, 6), st.integers(0, 10**12), st.integers(0, 10**12), st.booleans()), min_size=1, max_size=7))
def test_a_roll_up_is_the_sum_of_its_parts(rows: list[tuple[int, int, int, bool]]) -> None:
    """A random tree; its own figures add up to what each branch and everything shows."""
    parents = [min(parent, place - 1) for place, (parent, *_) in enumerate(rows)]
    who = roster(*(unit(f"U{place}", parent=None if parent < 0 else f"U{parent}") for place, parent in enumerate(parents)))
    figures: dict[str, dict[str, Given]] = {
        f"U{place}": {"n": min(n, d), "d": d if known else None} for place, (_, n, d, known) in enumerate(rows)
    }
    done = audited(PLAN, who, figures)

    def within(place: int, top: int) -> bool:
        return top < 0 or place == top or (parents[place] >= 0 and within(parents[place], top))

    measure = done.rollup.columns[0].measure
    for row, top in enumerate(done.rollup.unit):
        added = [(min(n, d), d) for place, (_, n, d, known) in enumerate(rows) if known and within(place, int(top))]
        expected = (sum(n for n, _ in added), sum(d for _, d in added)) if added else (-1, -1)
        assert (int(measure.numerator[row]), int(measure.denominator[row])) == expected
