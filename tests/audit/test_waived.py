"""Waivers cover gaps until their last day, and say when they need attention."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import audited, plan, roster, target
from union_audit.audit.result import Audit
from union_audit.plan.waivers import Waiver

PLAN = plan(target("a", ">= 100%", ("n", "d")), target("b", ">= 1", ("n",)))
END, AS_OF = date(2025, 6, 30), date(2025, 7, 1)


def with_waiver(unit: str = "U", target_: str = "a", last_day: date = date(2025, 12, 31), **scope: Any) -> Audit:
    waiver = Waiver(unit, target_, "no staff", "the board", "12/QĐ", last_day)
    return audited(PLAN, roster("U", "V"), {"U": {"n": 1, "d": 2}}, waivers=(waiver,), as_of=AS_OF, **scope)


@pytest.mark.parametrize(("last_day", "covered"), [(END, True), (END - timedelta(1), False)])
def test_a_waiver_covers_a_period_if_its_last_day_is_not_before_the_periods_end(last_day: date, covered: bool) -> None:  # noqa: FBT001
    done = with_waiver(last_day=last_day)
    assert done.columns[0].waived.tolist() == [covered, False]
    assert (len(done.gaps.ranked.unit) == 0) == covered
    assert done.columns[0].measure.status[0] == 1


@pytest.mark.parametrize(
    ("last_day", "codes"),
    [
        (END - timedelta(1), ["UA501"]),
        (END, []),  # past the audit's date: a report on an earlier month
        (AS_OF, ["UA503"]),
        (AS_OF + timedelta(60), ["UA503"]),
        (AS_OF + timedelta(61), []),
    ],
)
def test_waivers_that_have_ended_or_end_soon(last_day: date, codes: list[str]) -> None:
    findings = with_waiver(last_day=last_day).findings
    assert [finding.code for finding in findings] == codes
    assert all((finding.unit, finding.target, finding.args["day"]) == ("U", "a", last_day) for finding in findings)


@pytest.mark.parametrize(("unit", "target_"), [("U", "b"), ("V", "a"), ("X", "a")])
def test_a_waiver_without_a_gap_is_unused(unit: str, target_: str) -> None:
    assert [finding.code for finding in with_waiver(unit, target_).findings] == ["UA502"]


def test_a_waiver_of_a_target_that_was_not_asked_for_is_not_looked_at() -> None:
    assert not with_waiver(only=("b",)).findings
