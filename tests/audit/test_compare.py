"""An audit beside an earlier one."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from builders import facts, plan, roster, submissions, target, unit
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import Earlier, earlier_result
from union_audit.audit.result import Change
from union_audit.errors import UsageError
from union_audit.intake.facts import Facts
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit

PLAN = plan(target("a", "> 60%", ("n", "d")), target("b", "yes", ("y",)))
WHO = roster("U", "V")
MAY, JUNE = Period(2025, 5, 1), Period(2025, 6, 1)
GIVEN = submissions(
    {
        MAY: facts(PLAN, WHO, {"U": {"n": 1, "d": 4, "y": True}}),
        JUNE: facts(PLAN, WHO, {"U": {"n": 61, "d": 100, "y": False}, "V": {"n": 1, "d": 1, "y": True}}),
    }
)


def change(compare: Any, **scope: Any) -> Change:
    done = audit(PLAN, GIVEN, Scope(date(2025, 7, 1), JUNE, compare=compare, **scope)).change
    assert done is not None
    return done


def test_an_earlier_period_of_the_same_inputs() -> None:
    before = change(MAY)
    assert before.label == "2025-05"
    assert before.status.tolist() == [[1, -1], [0, -1]]
    np.testing.assert_array_equal(before.value, [[0.25, np.nan], [1, np.nan]])
    assert before.total_status.tolist() == [1, 0]
    assert before.total_value.tolist() == [0.25, 1]


def test_the_same_targets_are_compared() -> None:
    assert change(MAY, only=("b",)).status.tolist() == [[0, -1]]


def test_a_quarter_of_which_a_month_is_there() -> None:
    assert change(Period.parse("2025-Q2")).label == "2025-Q2"


def test_a_period_that_the_inputs_do_not_hold() -> None:
    with pytest.raises(UsageError, match="2025-03"):
        change(Period(2025, 3, 1))


GAP = {"status": "gap", "numerator": 1, "denominator": 2, "value": 0.5}


def result(period: dict[str, str] | None, targets: list[Any], assessments: list[Any]) -> Earlier:
    return earlier_result({"schema": "union-audit/result/1", "period": period, "targets": targets, "assessments": assessments})


def test_an_earlier_result() -> None:
    said = [
        {"unit": "U", "target": "a", **GAP},
        {"unit": "V", "target": "b", **GAP, "status": "no_data", "value": None},
        {"unit": "gone", "target": "a", **GAP},
        {"unit": "U", "target": "gone", **GAP},
    ]
    totals = [{"id": "b", **GAP, "value": 0.75}, {"id": "gone", **GAP}]
    before = change(result({"label": "2025-04"}, totals, said))
    assert (before.label, before.status.tolist()) == ("2025-04", [[1, -1], [-1, 2]])
    np.testing.assert_array_equal(before.value, [[0.5, np.nan], [np.nan, np.nan]])
    assert before.total_status.tolist() == [-1, 1]
    np.testing.assert_array_equal(before.total_value, [np.nan, 0.75])


def test_an_earlier_result_without_a_period() -> None:
    assert change(result(None, [], [])).label == ""


def test_something_that_is_no_result() -> None:
    others: tuple[Any, ...] = (
        {},
        {"schema": 3},
        {"schema": "union-audit/result/1", "targets": [], "assessments": [{"unit": "U"}]},
        {"schema": "other"},
        [],
    )
    for other in others:
        with pytest.raises(UsageError):
            earlier_result(other)


def test_nothing_to_compare_with() -> None:
    assert audit(PLAN, GIVEN, Scope(date(2025, 7, 1))).change is None


def merged(*units: Unit, given: dict[str, dict[str, int]], now: dict[str, dict[str, int]]) -> Change:
    """Compare June, in which a merger has taken place, with May."""
    who = Roster.of(units, WHO.path)
    by_month: dict[Period | None, Facts] = {month: facts(RATIO, who, figures) for month, figures in ((MAY, given), (JUNE, now))}
    done = audit(RATIO, submissions(by_month), Scope(date(2025, 7, 1), JUNE, expect="all", compare=MAY)).change
    assert done is not None
    return done


RATIO = plan(target("a", "> 60%", ("n", "d")))
OLD = [unit(code, valid_to=date(2025, 6, 1), merged_into="N") for code in ("A", "B")]
NEW = unit("N", valid_from=date(2025, 6, 2))


def test_a_unit_carries_on_the_history_of_those_that_were_merged_into_it() -> None:
    change = merged(*OLD, NEW, given={"A": {"n": 1, "d": 4}, "B": {"n": 8, "d": 8}}, now={"N": {"n": 1, "d": 2}})
    assert change.status.tolist() == [[-1, -1, 1]]
    np.testing.assert_array_equal(change.value, [[np.nan, np.nan, 9 / 12]])


def test_a_merged_unit_of_which_a_part_gave_no_figures_has_no_value_but_its_gap_is_not_forgotten() -> None:
    change = merged(*OLD, NEW, given={"A": {"n": 1, "d": 4}}, now={})
    assert change.status.tolist() == [[-1, -1, 1]]
    assert np.isnan(change.value).all()


def test_of_a_merger_of_one_the_value_is_its_own() -> None:
    change = merged(OLD[0], NEW, given={"A": {"n": 1, "d": 4}}, now={})
    np.testing.assert_array_equal(change.value, [[np.nan, 0.25]])


def test_mergers_of_mergers_are_followed_to_the_end() -> None:
    chain = (unit("A", valid_to=date(2025, 5, 31), merged_into="B"), unit("B", valid_to=date(2025, 6, 1), merged_into="N"), NEW)
    assert merged(*chain, given={"A": {"n": 1, "d": 4}}, now={}).status.tolist() == [[-1, -1, 1]]


def test_a_closed_unit_without_a_successor_keeps_its_own_history() -> None:
    change = merged(unit("A", valid_to=date(2025, 6, 1)), unit("B"), given={"A": {"n": 1, "d": 4}}, now={})
    assert change.status.tolist() == [[1, 2]]
