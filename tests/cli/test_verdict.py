"""The exit code, from an audit alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from builders import Given, facts, plan, roster, submissions, target
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.cli.verdict import verdict
from union_audit.findings import Finding
from union_audit.intake.facts import Input, InputStatus, State

PLAN = plan(target("meetings", "> 60%", ("online", "total")))
MET: dict[str, Given] = {"online": 61, "total": 100}
GAP: dict[str, Given] = {"online": 60, "total": 100}
BLANK: dict[str, Given] = {"online": None, "total": 100}
NONE_HELD: dict[str, Given] = {"online": 0, "total": 0}
FAIL_ON = ("gap", "data", "none")


def audited(given: dict[str, dict[str, Given]], *units: str, **more: Any) -> Audit:
    units = units or tuple(given)
    return audit(PLAN, submissions(facts(PLAN, roster(*units), given), **more), Scope(as_of=date(2025, 7, 5)))


def codes(result: Audit, *, written: bool = True) -> tuple[int, ...]:
    return tuple(int(verdict(result, fail_on, written=written)) for fail_on in FAIL_ON)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"A": MET}, (0, 0, 0)),
        ({"A": GAP, "B": MET}, (1, 0, 0)),
        ({"A": BLANK, "B": MET}, (1, 1, 0)),
        ({"A": GAP, "B": BLANK}, (1, 1, 0)),
        ({"A": BLANK}, (3, 3, 3)),
        ({"A": NONE_HELD}, (0, 0, 0)),
        ({}, (3, 3, 3)),
    ],
)
def test_fail_on(given: dict[str, dict[str, Given]], expected: tuple[int, ...]) -> None:
    assert codes(audited(given, "A", "B")) == expected


def test_an_error_finding_is_a_fault_of_the_data() -> None:
    broken = {**MET, "extra": 1}
    with_extra = plan(*PLAN.targets, target("extra", "tracked", ("extra", "total")))
    given = facts(with_extra, roster("A"), {"A": {**broken, "online": State.UNREADABLE}})
    result = audit(with_extra, submissions(given), Scope(as_of=date(2025, 7, 5)))
    assert codes(result) == (1, 1, 0)


def test_a_waived_gap_does_not_count() -> None:
    result = audited({"A": GAP})
    column = replace(result.columns[0], waived=np.array([True]))
    assert codes(replace(result, columns=(column,))) == (0, 0, 0)


def test_only_what_is_shown_counts() -> None:
    result = audited({"A": GAP, "B": MET})
    assert codes(replace(result, shown=np.array([False, True]))) == (0, 0, 0)
    assert codes(replace(result, shown=np.array([True, False]))) == (1, 0, 0)


def test_a_finding_counts_where_its_unit_is_shown_or_unknown() -> None:
    result = audited({"A": MET, "B": MET})
    shown_b = replace(result, shown=np.array([False, True]))
    for unit, expected in (("A", 0), ("B", 1), ("Z", 1), (None, 1)):
        fault = Finding("UA010", {"text": "?"}, unit=unit)
        assert codes(replace(shown_b, findings=(fault,)))[0] == expected


@pytest.mark.parametrize("code", ["UA001", "UA002"])
def test_what_is_not_there_is_3_even_where_nothing_is_asked_for(code: str) -> None:
    assert codes(audited({"A": GAP}, findings=(Finding(code),))) == (3, 3, 3)


def test_a_refused_file_is_3() -> None:
    assert codes(audited({"A": MET}, inputs=(Input("a.xlsx", "", InputStatus.REFUSED),))) == (3, 3, 3)
    assert codes(audited({"A": MET}, inputs=(Input("a.txt", "", InputStatus.PASSED_OVER),))) == (0, 0, 0)


def test_a_report_that_was_not_written_is_4_before_all() -> None:
    assert codes(audited({}, "A"), written=False) == (4, 4, 4)
