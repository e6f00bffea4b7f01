"""Which period is audited, and how months make a longer one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Rows, facts, field, plan, roster, submissions, target, told, unit
from union_audit.audit import Scope, audit
from union_audit.audit.months import add_up
from union_audit.audit.result import Audit
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import Facts, Places, State
from union_audit.plan.model import OverPeriods, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

PLAN = plan(
    target("held", "> 60%", ("online", "meetings")),
    target("machines", ">= 100%", ("safe", "networked")),
    fields=[field(name, over=OverPeriods.SUM) for name in ("online", "meetings")],
)
WHO = roster("U")
MONTH = {"online": 7, "meetings": 10, "safe": 9, "networked": 9}
Q2, H1 = Period.parse("2025-Q2"), Period.parse("2025-H1")


def of(by_label: Mapping[str, Rows], who: Roster = WHO) -> dict[Period | None, Facts]:
    return {
        Period.parse(label) if label else None: facts(PLAN, who, rows, file=f"{label or 'plain'}.xlsx") for label, rows in by_label.items()
    }


def quarter(by_label: Mapping[str, Rows], who: Roster = WHO, asked: Period | None = Q2, **scope: Any) -> Audit:
    return audit(PLAN, submissions(of(by_label, who)), Scope(date(2025, 7, 1), asked, **scope))


def besides(done: Audit) -> list[Finding]:
    """Return the findings but the one that a month is a copy of that before it, as most of these are."""
    return [finding for finding in done.findings if finding.code != "UA307"]


def test_months_add_up_each_field_by_its_own_rule() -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-05": {"U": {**MONTH, "online": 1, "safe": 1}}, "2025-06": {"U": {**MONTH, "safe": 8}}})
    held, machines = (told(column.measure, goal=column.goal) for column in done.columns)
    assert (held["status"], held["numerator"], held["denominator"], held["to_go_new"]) == ("gap", 15, 30, 8)
    assert (machines["numerator"], machines["denominator"]) == (8, 9)


def test_a_missing_month_makes_a_sum_incomplete_and_shows_the_rest() -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-06": {"U": MONTH}})
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "incomplete_period", "numerator": 14, "denominator": 20}
    assert told(done.columns[1].measure)["status"] == "met"
    assert [(finding.code, finding.unit, finding.args) for finding in done.findings if finding.code == "UA406"] == [
        ("UA406", "U", {"months": ("2025-05",)})
    ]


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ({**MONTH, "online": None}, "incomplete_period"),
        ({**MONTH, "online": State.UNREADABLE}, "unreadable"),
        ({**MONTH, "online": State.INCONSISTENT}, "inconsistent"),
    ],
)
def test_one_bad_month_makes_the_sum_bad(second: dict[str, Any], reason: str) -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-05": {"U": second}, "2025-06": {"U": MONTH}})
    assert told(done.columns[0].measure)["reason"] == reason


def test_a_contradiction_is_a_stronger_reason_than_a_missing_month() -> None:
    bad: dict[str, Rows] = {
        "2025-04": {"U": {**MONTH, "online": State.INCONSISTENT}},
        "2025-05": {"U": MONTH},
        "2025-06": {"U": {**MONTH, "meetings": None}},
    }
    assert told(quarter(bad).columns[0].measure)["reason"] == "inconsistent"


def test_months_that_are_all_blank_or_all_zero() -> None:
    def all_(figure: Any) -> dict[str, Any]:
        done = quarter({f"2025-0{month}": {"U": {**MONTH, "online": figure}} for month in (4, 5, 6)})
        return told(done.columns[0].measure)

    assert all_(None) == {"status": "no_data", "reason": "blank"}
    assert all_(State.MISSING) == {"status": "no_data", "reason": "not_submitted"}
    assert (all_(State.ZERO)["numerator"], all_(State.ZERO)["status"]) == (0, "gap")


def test_the_last_month_alone_says_what_stands_at_the_end() -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-05": {"U": MONTH}})
    assert told(done.columns[1].measure) == {"status": "no_data", "reason": "not_submitted"}


def test_every_month_shows_its_cell() -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-05": {"U": {**MONTH, "online": 3}}, "2025-06": {"U": MONTH}})
    assert [(cell.source.file, cell.source.cell, cell.text) for cell in done.facts.evidence(0, 0)] == [
        ("2025-04.xlsx", "C2", "7"),
        ("2025-05.xlsx", "C2", "3"),
        ("2025-06.xlsx", "C2", "7"),
    ]
    assert [cell.source.file for cell in done.facts.evidence(0, 2)] == ["2025-06.xlsx"]


def test_a_unit_needs_only_the_months_in_which_it_existed() -> None:
    who = roster(unit("U", valid_from=date(2025, 5, 10)))
    done = quarter({"2025-05": {"U": MONTH}, "2025-06": {"U": MONTH}}, who)
    assert told(done.columns[0].measure)["numerator"] == 14
    assert not [finding for finding in done.findings if finding.code == "UA406"]


def test_a_quarterly_unit_hands_in_one_submission_for_its_quarter() -> None:
    who = roster(unit("U", submits=Submits.QUARTERLY))
    assert told(quarter({"2025-06": {"U": MONTH}}, who).columns[0].measure)["status"] == "met"
    assert told(quarter({"2025-05": {"U": MONTH}, "2025-06": {"U": MONTH}}, who).columns[0].measure)["reason"] == "incomplete_period"
    assert told(quarter({"2025-03": {"U": MONTH}, "2025-06": {"U": MONTH}}, who, H1).columns[0].measure)["numerator"] == 14


@pytest.mark.parametrize(("submits", "given"), [(Submits.QUARTERLY, "2025-Q4"), (Submits.YEARLY, "2025")])
def test_the_month_in_which_it_is_due_takes_the_longer_submission(submits: Submits, given: str) -> None:
    who = roster(unit("U", submits=submits), "V")
    december = Period(2025, 12, 1)
    done = quarter({given: {"U": MONTH, "V": MONTH}, "2025-12": {}}, who, december, expect="all")
    assert [told(done.columns[0].measure, row)["status"] for row in range(2)] == ["met", "no_data"]
    assert [cell.source.file for cell in done.facts.evidence(0, 0)] == [f"{given}.xlsx"]
    november = quarter({given: {"U": MONTH}, "2025-11": {}}, who, Period(2025, 11, 1), expect="all")
    assert november.judged.tolist() == [False, True]


def test_a_quarterly_units_own_submission_of_the_month_comes_first() -> None:
    who = roster(unit("U", submits=Submits.QUARTERLY))
    done = quarter({"2025-Q2": {"U": {**MONTH, "online": 1}}, "2025-06": {"U": MONTH}}, who, Period(2025, 6, 1))
    assert told(done.columns[0].measure)["numerator"] == 7


def test_a_figure_for_the_whole_period_is_never_added_to_its_months() -> None:
    months = {f"2025-0{month}": {"U": MONTH} for month in (4, 5, 6)}
    agreeing = {**MONTH, "online": 21, "meetings": 30}
    done = quarter({**months, "2025-Q2": {"U": agreeing}})
    assert (told(done.columns[0].measure)["numerator"], besides(done)) == (21, [])
    assert {cell.source.file for cell in done.facts.evidence(0, 0)} == {"2025-04.xlsx", "2025-05.xlsx", "2025-06.xlsx"}


def test_a_figure_for_the_whole_period_that_differs_from_its_months_is_not_used_nor_are_they() -> None:
    months = {f"2025-0{month}": {"U": MONTH} for month in (4, 5, 6)}
    done = quarter({**months, "2025-Q2": {"U": {**MONTH, "online": 20, "meetings": 30}}})
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "inconsistent"}
    (finding,) = besides(done)
    assert (finding.code, finding.unit, finding.field, finding.args) == ("UA304", "U", "online", {"figure": 20, "sum": 21})
    assert finding.source is not None
    assert (finding.source.file, finding.source.cell) == ("2025-Q2.xlsx", "C2")


def test_a_figure_for_the_whole_period_stands_in_for_missing_months() -> None:
    done = quarter({"2025-04": {"U": MONTH}, "2025-Q2": {"U": {**MONTH, "online": 20, "meetings": 30}}})
    assert told(done.columns[0].measure)["numerator"] == 20
    assert [cell.source.file for cell in done.facts.evidence(0, 0)] == ["2025-Q2.xlsx"]
    assert [finding.code for finding in besides(done)] == []


def test_quarters_add_up_to_a_longer_period_beside_months() -> None:
    """A sector union hands in one submission a quarter, a district one a month; the half-year holds both."""
    who = roster(unit("S", submits=Submits.QUARTERLY), "D")
    months = {f"2025-0{month}": {"D": MONTH} for month in range(1, 7)}
    done = quarter({**months, "2025-Q1": {"S": {**MONTH, "online": 5}}, "2025-Q2": {"S": MONTH}}, who, H1, expect="all")
    held, machines = (column.measure for column in done.columns)
    assert [(told(held, row)["numerator"], told(held, row)["denominator"]) for row in (0, 1)] == [(12, 20), (42, 60)]
    assert told(machines)["numerator"] == 9
    assert (done.reported.tolist(), besides(done)) == ([True, True], [])
    assert [cell.source.file for cell in done.facts.evidence(0, 0)] == ["2025-Q1.xlsx", "2025-Q2.xlsx"]


def test_a_quarter_and_the_months_of_the_next_add_up() -> None:
    given = {"2025-Q1": {"U": MONTH}, "2025-04": {"U": MONTH}, "2025-05": {"U": MONTH}, "2025-06": {"U": MONTH}}
    assert told(quarter(given, asked=H1).columns[0].measure)["numerator"] == 28
    del given["2025-05"]
    done = quarter(given, asked=H1)
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "incomplete_period", "numerator": 21, "denominator": 30}
    assert [(finding.code, finding.args) for finding in besides(done)] == [("UA406", {"months": ("2025-05",)})]


def test_a_quarter_that_differs_from_its_months_is_not_used_in_the_half_year_either() -> None:
    months = {f"2025-0{month}": {"U": MONTH} for month in range(1, 7)}
    done = quarter({**months, "2025-Q1": {"U": {**MONTH, "online": 20, "meetings": 30}}}, asked=H1)
    assert told(done.columns[0].measure) == {"status": "no_data", "reason": "inconsistent"}
    assert [(finding.code, finding.args) for finding in besides(done)] == [("UA304", {"figure": 20, "sum": 21})]


def test_a_month_missing_from_a_quarter_is_missing_from_the_half_year() -> None:
    who = roster("U", "V")
    both = {"U": MONTH, "V": MONTH}
    given = {"2025-01": both, "2025-03": both, "2025-Q1": {"V": {**MONTH, "online": 21, "meetings": 30}}, "2025-Q2": both}
    done = quarter(given, who, H1)
    held = done.columns[0].measure
    assert told(held, 0) == {"status": "no_data", "reason": "incomplete_period", "numerator": 21, "denominator": 30}
    assert told(held, 1)["numerator"] == 28
    assert [(finding.code, finding.unit, finding.args) for finding in besides(done)] == [("UA406", "U", {"months": ("2025-02",)})]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(9, 20)), min_size=12, max_size=12),
    st.sets(st.sampled_from(["2025-Q1", "2025-Q2", "2025-Q3", "2025-H1"])),
    st.sampled_from(["2025", "2025-9M", "2025-H1"]),
)
def test_a_longer_period_is_the_same_in_whatever_pieces_it_came(held: list[tuple[int, int]], given_whole: set[str], asked: str) -> None:
    def summed(period: Period) -> dict[str, int]:
        online, meetings = (sum(held[month.first - 1][place] for month in period.split()) for place in (0, 1))
        return {**MONTH, "online": online, "meetings": meetings}

    whole = [Period.parse(label) for label in given_whole]
    months = [month for month in Period.parse("2025").split() if not any(each.covers(month) for each in whole)]
    done = quarter({each.label: {"U": summed(each)} for each in (*whole, *months)}, asked=Period.parse(asked))
    expected = summed(Period.parse(asked))
    measure = told(done.columns[0].measure)
    assert (measure["numerator"], measure["denominator"]) == (expected["online"], expected["meetings"])
    assert [finding for finding in done.findings if finding.code in ("UA304", "UA406")] == []


def test_months_are_not_asked_of_a_unit_that_is_not_audited() -> None:
    who = roster(unit("U", valid_to=date(2025, 5, 31)))
    done = quarter({"2025-05": {"U": MONTH}}, who)
    assert [finding.code for finding in besides(done)] == ["UA407"]


def test_a_longer_period_alone() -> None:
    done = quarter({"2025-Q2": {"U": MONTH}})
    assert (done.period, told(done.columns[0].measure)["status"]) == (Q2, "met")


def test_the_latest_period_is_audited_and_the_others_are_named() -> None:
    done = quarter({"2025-05": {"U": MONTH}, "2025-06": {"U": MONTH}, "2025-Q1": {"U": MONTH}}, asked=None)
    assert done.period == Period(2025, 6, 1)
    named = [(each.code, each.args) for each in done.findings if each.code.startswith("UA4")]
    assert named == [("UA405", {"period": "2025-06", "others": ("2025-Q1", "2025-05")})]


def test_of_periods_that_end_together_the_one_that_most_units_submitted_for() -> None:
    two = roster("U", "V")
    assert quarter({"2025-06": {"U": MONTH}, "2025-Q2": {"U": MONTH, "V": MONTH}}, two, None).period == Q2
    assert quarter({"2025-06": {"U": MONTH, "V": MONTH}, "2025-Q2": {"U": MONTH}}, two, None).period == Period(2025, 6, 1)


def test_figures_without_a_period_are_never_taken_for_those_of_another() -> None:
    done = quarter({"": {"U": MONTH}, "2025-06": {"U": {}}}, asked=None)
    assert told(done.columns[0].measure)["reason"] == "not_submitted"
    assert [finding.code for finding in besides(done)] == ["UA409"]


def test_no_period_at_all() -> None:
    done = quarter({"": {"U": MONTH}}, asked=None)
    assert (done.period, told(done.columns[0].measure)["status"]) == (None, "met")
    assert [(finding.code, finding.args) for finding in besides(done)] == [("UA404", {"day": date(2025, 7, 1)})]


def test_a_period_that_nobody_submitted_for() -> None:
    done = quarter({"2025-05": {"U": MONTH}}, asked=Period(2025, 8, 1), expect="all")
    assert (done.judged.tolist(), done.reported.tolist()) == ([True], [False])
    other = ("UA410", {"period": "2025-08", "others": ("2025-05",)})
    assert [(finding.code, finding.args) for finding in besides(done)] == [other, ("UA401", {})]
    assert quarter({"2025-05": {"U": MONTH}}, asked=Period(2025, 8, 1)).judged.tolist() == [False]


def test_nothing_was_taken_in() -> None:
    done = audit(PLAN, submissions({}), Scope(date(2025, 7, 1)))
    assert (done.judged.tolist(), done.rollup.unit.tolist(), done.gaps.ranked.rank.tolist()) == ([], [-1], [])


def test_months_may_come_with_layers_of_their_own() -> None:
    """A figure added up once keeps its cells when it stands in for another's."""
    by_period = of({"2025-04": {"U": MONTH}, "2025-Q2": {"U": MONTH}})
    layer = by_period[Q2].places[0]
    fives = np.full(layer.row.shape, 5), np.full(layer.row.shape, State.FIGURE, np.int8)
    layers = (layer, Places(layer.table, layer.row, layer.column, *fives))
    by_period[Q2] = replace(by_period[Q2], places=layers)
    done = audit(PLAN, submissions(by_period), Scope(date(2025, 7, 1), Q2))
    assert [cell.text for cell in done.facts.evidence(0, 0)] == ["7", "5"]


_STATES = st.sampled_from(State)


def _added(figures: list[tuple[State, int]]) -> tuple[State, int]:
    """Add up one figure's pieces, by the words of the documentation."""
    states = [state for state, _ in figures]
    for bad in (State.UNREADABLE, State.INCONSISTENT):
        if bad in states:
            return bad, 0
    known = [state for state in states if state in (State.FIGURE, State.ZERO)]
    if known and len(known) == len(states):
        return (State.FIGURE if State.FIGURE in known else State.ZERO), sum(value for _, value in figures)
    if known or State.INCOMPLETE in states:
        return State.INCOMPLETE, sum(value for _, value in figures)
    return (State.BLANK if State.BLANK in states else State.MISSING), 0


@given(st.lists(st.lists(st.tuples(_STATES, st.integers(1, 9)), min_size=6, max_size=6), min_size=2, max_size=4))
def test_sums_of_all_units_at_once_are_those_of_each_by_itself(pieces: list[list[tuple[State, int]]]) -> None:
    who = roster(*(unit(f"U{number}") for number in range(3)))
    two = plan(
        target("held", "> 60%", ("online", "meetings")), fields=[field(name, over=OverPeriods.SUM) for name in ("online", "meetings")]
    )
    given_ = []
    for piece in pieces:
        state = np.array([state for state, _ in piece], np.int8).reshape(3, 2)
        has_value = np.isin(state, (State.FIGURE, State.INCOMPLETE))
        values = np.where(has_value, np.array([value for _, value in piece]).reshape(3, 2), 0)
        given_.append(replace(facts(two, who, {}), values=values, state=state, submitted=np.ones(3, np.bool_)))
    months = [Period(2025, number, 1) for number in range(1, len(pieces) + 1)]
    added = add_up(Units(two, who, date(2025, 12, 31)), months, given_)
    cells = [[(State(int(each.state[place])), int(each.values[place])) for each in given_] for place in np.ndindex(3, 2)]
    assert [(State(int(added.state[place])), int(added.values[place])) for place in np.ndindex(3, 2)] == list(map(_added, cells))
