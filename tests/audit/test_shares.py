"""Percentages without counts: judged on their own, in no sum, and never in place of a figure that is there and not sure."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Given, Percentages, Rows, audited, facts, field, plan, roster, submissions, target, told, unit
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.intake.facts import WHOLE, Facts, State
from union_audit.plan.model import Covers, OverPeriods, Plan, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

SHARE = plan(target("t", "> 60%", ("n", "d")))
ALL = plan(target("t", ">= 100%", ("n", "d", "secret")))
LATE = plan(target("t", "<= 5%", ("n", "d")))
TRACKED = plan(target("t", "tracked", ("n", "d")))
WHO = roster(unit("P", "province"), unit("A", parent="P"), unit("B", parent="P"))
PERCENT = WHOLE // 100


def judged(plan_: Plan, percentage: str | State, **figures: Given) -> dict[str, Any]:
    return told(audited(plan_, roster("U"), {"U": figures}, shares={"U": {"n": percentage}}).columns[0].measure)


@pytest.mark.parametrize(
    ("plan_", "percentage", "expected"),
    [
        (SHARE, "61", ("met", 61, 1, 1)),
        (SHARE, "60", ("gap", 60, 60 * PERCENT, 60 * PERCENT + 1)),
        (SHARE, "30", ("gap", 30, 30 * PERCENT, 60 * PERCENT + 1)),
        (SHARE, "0", ("gap", 0, 0, 1)),
        (ALL, "100", ("met", 100, 1, 1)),
        (ALL, "85", ("gap", 85, 17, 20)),
        (ALL, "99.99", ("gap", Fraction(9999, 100), 9999, 10000)),
        (LATE, "5", ("met", 5, 1, 1)),
        (LATE, "8", ("gap", 8, 5, 8)),
        (TRACKED, "8", ("tracked", 8, None, None)),
    ],
)
def test_a_percentage_alone_is_held_against_the_goal(plan_: Plan, percentage: str, expected: tuple[Any, ...]) -> None:
    status, share, *attainment = expected
    counts = {name: count for name, count in zip(("attained", "attainable"), attainment, strict=True) if count is not None}
    assert judged(plan_, percentage) == {"status": status, "share": share * PERCENT, **counts}


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"n": None},
        {"d": None},
        {"n": None, "d": None},
        {"n": None, "d": 9},
        {"n": 5},
        {"n": State.MISSING, "d": 9},
        {"n": 5, "d": None},
    ],
)
def test_it_stands_for_a_count_that_nobody_gave(figures: dict[str, Given]) -> None:
    assert judged(SHARE, "61", **figures) == {"status": "met", "share": 61 * PERCENT, "attained": 1, "attainable": 1}


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ({"n": State.UNREADABLE}, "unreadable"),
        ({"n": None, "d": State.UNREADABLE}, "unreadable"),
        ({"n": State.INCONSISTENT, "d": None}, "inconsistent"),
        ({"n": 10, "d": 9}, "inconsistent"),
        ({"n": None, "d": 0}, "blank"),
    ],
)
def test_it_stands_for_no_figure_that_is_not_sure_and_of_nothing_there_is_no_share(figures: dict[str, Given], reason: str) -> None:
    assert judged(SHARE, "61", **figures) == {"status": "no_data", "reason": reason}


def test_counts_go_before_it() -> None:
    assert judged(SHARE, "61", n=1, d=10)["numerator"] == 1
    assert "share" not in judged(SHARE, "61", n=1, d=10)


def test_counts_of_which_an_exclusion_is_missing_are_no_percentage() -> None:
    assert judged(ALL, "100", n=9, d=10, secret=None) == {"status": "no_data", "reason": "blank"}
    assert judged(ALL, "100", n=None, d=10, secret=State.ZERO)["status"] == "met"


@pytest.mark.parametrize(("state", "reason"), [(State.UNREADABLE, "unreadable"), (State.INCONSISTENT, "inconsistent")])
def test_a_percentage_that_is_not_sure(state: State, reason: str) -> None:
    assert judged(SHARE, state, n=None) == {"status": "no_data", "reason": reason}


def test_a_target_for_other_levels_has_none() -> None:
    narrow = plan(target("t", "> 60%", ("n", "d"), levels=["province"]))
    assert judged(narrow, "50") == {"status": "not_applicable", "reason": "level"}


def test_a_unit_that_submitted_nothing_has_none() -> None:
    done = audited(SHARE, roster("U", "V"), {"V": {}}, shares={"U": {"n": "61"}}, expect="all")
    assert [told(done.columns[0].measure, row).get("reason") for row in (0, 1)] == ["not_submitted", "not_submitted"]


def everything(given_: Rows, shares: Percentages, plan_: Plan = SHARE) -> tuple[dict[str, Any], tuple[int, ...]]:
    done = audited(plan_, WHO, given_, shares=shares, expect="all")
    counts = (done.rollup.expected, done.rollup.reported, done.rollup.by_share, done.rollup.met, done.rollup.gap, done.rollup.no_data)
    return told(done.rollup.columns[0].measure, -1), tuple(int(each[0, -1]) for each in counts)


def test_no_sum_holds_it_and_the_coverage_says_so() -> None:
    counted, by_share = {"P": {"n": 9, "d": 10}, "A": {"n": 8, "d": 10}}, {"B": {"n": "100"}}
    assert everything({**counted, "B": {}}, by_share) == (
        {"status": "no_data", "reason": "partial", "numerator": 17, "denominator": 20, "required": 13},
        (3, 2, 1, 3, 0, 0),
    )
    assert everything({"P": {"n": 1, "d": 10}, "A": {"n": 1, "d": 10}, "B": {}}, by_share)[0]["status"] == "gap"
    assert everything({**counted, "B": {"n": 7, "d": 10}}, by_share)[0]["status"] == "met"


def test_where_there_are_only_percentages_there_is_no_sum() -> None:
    assert everything({"P": {}, "A": {}, "B": {}}, {code: {"n": "100"} for code in ("P", "A", "B")}) == (
        {"status": "no_data", "reason": "partial"},
        (3, 0, 3, 3, 0, 0),
    )


def test_an_area_of_which_only_a_percentage_is_known_is_counted_from_below() -> None:
    area = plan(target("t", "> 60%", ("n", "d")), fields=[field(name, covers=Covers.AREA) for name in ("n", "d")])
    measure, _ = everything({"P": {}, "A": {"n": 8, "d": 10}, "B": {"n": 7, "d": 10}}, {"P": {"n": "75"}}, area)
    assert (measure["numerator"], measure["denominator"]) == (15, 20)


def test_the_part_with_the_lowest_attainment_decides() -> None:
    both = plan(target("t", ">= 100%", ("n", "d"), ("m", "d")))
    done = audited(both, roster("U"), {"U": {"m": 9, "d": 10}}, shares={"U": {"n": "85"}})
    assert told(done.columns[0].measure)["share"] == 85 * PERCENT
    assert done.scores.score.tolist() == [0.85]
    assert (int(done.rollup.reported[0, -1]), int(done.rollup.by_share[0, -1])) == (0, 1)


def test_gaps_are_ranked_by_what_is_attained() -> None:
    done = audited(ALL, WHO, {"P": {}, "A": {"n": 90, "d": 100, "secret": 0}, "B": {}}, shares={"P": {"n": "95"}, "B": {"n": "89.9"}})
    assert done.gaps.ranked.unit.tolist() == [2, 1, 0]


def test_it_is_said_once_a_target() -> None:
    done = audited(ALL, WHO, {"P": {}, "A": {}, "B": {}}, shares={"A": {"n": "100"}, "B": {"n": "89"}})
    (finding,) = [each for each in done.findings if each.code == "UA411"]
    assert (finding.target, finding.args["count"], finding.unit) == ("t", 2, None)
    assert finding.source is not None
    assert finding.source.cell == "F3"


def test_the_value_and_the_cell_to_show() -> None:
    done = audited(SHARE, roster("U", "V"), {"U": {}, "V": {"n": 1, "d": 4}}, shares={"U": {"n": "58.5"}})
    assert done.columns[0].measure.value.tolist() == [0.585, 0.25]
    ratio = SHARE.targets[0].parts[0]
    cell, nothing = (done.facts.share_evidence(row, ratio) for row in (0, 1))
    assert cell is not None
    assert (cell.field, cell.source.cell, cell.text, nothing) == ("n", "E2", "58.5%", None)


@given(st.fractions(0, 1, max_denominator=10_000), st.sampled_from(["> 60%", ">= 62.5%", "<= 5%", "< 33.3%"]))
def test_a_percentage_is_judged_as_its_counts_would_be(share: Fraction, goal: str) -> None:
    made = plan(target("t", goal, ("n", "d")))
    written = f"{round(share * 10**6)}e-4"
    counts = judged(made, "0", n=round(share * 10**6), d=10**6)
    percentage = judged(made, written)
    assert percentage["status"] == counts["status"]
    assert percentage["attained"] / percentage["attainable"] == pytest.approx(counts["attained"] / counts["attainable"], abs=1e-5)


SUM, LAST = ([field(name, over=over) for name in ("n", "d")] for over in (OverPeriods.SUM, OverPeriods.LAST))
QUARTER = Period.parse("2025-Q2")


def over(fields: list[Any], by_label: Mapping[str, tuple[Rows, Percentages]], who: Roster | None = None) -> Audit:
    made, whose = plan(target("t", "> 60%", ("n", "d")), fields=fields), who or roster("U")
    held: dict[Period | None, Facts] = {
        Period.parse(label): facts(made, whose, given_, shares=shares, file=f"{label}.xlsx") for label, (given_, shares) in by_label.items()
    }
    return audit(made, submissions(held), Scope(date(2025, 7, 1), QUARTER))


ONLY: tuple[Rows, Percentages] = ({"U": {"n": None, "d": None}}, {"U": {"n": "61"}})
OTHER: tuple[Rows, Percentages] = ({"U": {"n": None, "d": None}}, {"U": {"n": "50"}})


def test_of_several_months_what_stands_at_the_end_counts() -> None:
    done = over(LAST, {"2025-04": OTHER, "2025-05": OTHER, "2025-06": ONLY})
    assert told(done.columns[0].measure)["share"] == 61 * PERCENT
    cell = done.facts.share_evidence(0, done.plan.targets[0].parts[0])
    assert cell is not None
    assert cell.source.file == "2025-06.xlsx"
    assert told(over(LAST, {"2025-05": ONLY, "2025-06": ({"U": {"n": 1, "d": 2}}, {})}).columns[0].measure)["numerator"] == 1


@pytest.mark.parametrize("months", [("2025-04", "2025-05", "2025-06"), ("2025-05",)])
def test_percentages_of_months_do_not_add_up(months: tuple[str, ...]) -> None:
    done = over(SUM, dict.fromkeys(months, ONLY))
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "incomplete_period"}


def test_one_of_the_whole_period_stands() -> None:
    assert told(over(SUM, {"2025-Q2": ONLY}).columns[0].measure)["status"] == "met"
    assert told(over(SUM, {"2025-06": OTHER, "2025-Q2": ONLY}).columns[0].measure)["share"] == 61 * PERCENT
    seldom = roster(unit("U", submits=Submits.QUARTERLY))
    assert told(over(SUM, {"2025-06": ONLY}, seldom).columns[0].measure)["status"] == "met"


def test_one_of_the_whole_period_that_is_not_that_of_its_last_month() -> None:
    done = over(LAST, {"2025-06": OTHER, "2025-Q2": ONLY})
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "inconsistent"}
    (finding,) = [each for each in done.findings if each.code == "UA304"]
    assert (finding.args, finding.unit) == ({"figure": "61%", "sum": "50%"}, "U")
    assert told(over(LAST, {"2025-06": ONLY, "2025-Q2": ONLY}).columns[0].measure)["status"] == "met"
