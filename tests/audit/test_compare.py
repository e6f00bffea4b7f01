"""An audit beside an earlier one."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from builders import facts, plan, roster, submissions, target
from union_audit.audit import Scope, audit
from union_audit.audit.result import Change
from union_audit.errors import UsageError
from union_audit.plan.period import Period

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


def test_an_earlier_result() -> None:
    said = [
        {"unit": "U", "target": "a", "status": "gap", "value": 0.5},
        {"unit": "V", "target": "b", "status": "no_data", "value": None},
        {"unit": "gone", "target": "a", "status": "met", "value": 1},
        {"unit": "U", "target": "gone", "status": "met", "value": 1},
    ]
    totals = [{"id": "b", "status": "gap", "value": 0.75}, {"id": "gone", "status": "met", "value": 1}]
    before = change({"schema": "union-audit/result/1", "period": {"label": "2025-04"}, "targets": totals, "assessments": said})
    assert (before.label, before.status.tolist()) == ("2025-04", [[1, -1], [-1, 2]])
    np.testing.assert_array_equal(before.value, [[0.5, np.nan], [np.nan, np.nan]])
    assert before.total_status.tolist() == [-1, 1]
    np.testing.assert_array_equal(before.total_value, [np.nan, 0.75])


def test_an_earlier_result_without_a_period() -> None:
    assert change({"schema": "union-audit/result/1", "period": None, "targets": [], "assessments": []}).label == ""


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
            change(other)


def test_nothing_to_compare_with() -> None:
    assert audit(PLAN, GIVEN, Scope(date(2025, 7, 1))).change is None
