"""The whole audit: what is asked for, what is shown, and what must not matter."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import ALL_LEVELS, Rows, audited, facts, field, plan, roster, submissions, target, told, unit
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.errors import UsageError
from union_audit.findings import Finding
from union_audit.plan.model import Covers

PLAN = plan(
    target("a", "> 60%", ("n", "d")),
    target("b", ">= 100%", ("n", "d"), ("m", "e"), levels=["district"]),
    target("c", "yes", ("y",)),
    fields=[field(name, covers=Covers.AREA) for name in ("m", "e")],
)
WHO = roster(unit("P", "province"), unit("A", parent="P"), unit("B", parent="P"), unit("A1", "grassroots", "A"))
ROWS: Rows = {"A": {"n": 1, "d": 2, "m": 3, "e": 3, "y": True}, "A1": {"n": 61, "d": 100, "y": False}}


def test_targets_are_chosen_by_only_and_skip() -> None:
    def ids(**scope: Any) -> list[str]:
        return [column.target.id for column in audited(PLAN, WHO, ROWS, **scope).columns]

    assert ids() == ["a", "b", "c"]
    assert ids(only=("c", "a")) == ["a", "c"]
    assert ids(skip=("a",)) == ["b", "c"]
    assert ids(only=("a", "b"), skip=("a",)) == ["b"]


def test_units_and_levels_narrow_what_is_shown_and_nothing_else() -> None:
    whole = audited(PLAN, WHO, ROWS)
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({"units": ("A",)}, ["A"]),
        ({"levels": ("grassroots",)}, ["A1"]),
        ({"units": ("A",), "levels": ("grassroots",)}, []),
    ]
    for scope, shown in cases:
        done = audited(PLAN, WHO, ROWS, **scope)
        assert [each.code for each, seen in zip(WHO.units, done.shown, strict=True) if seen] == shown
        assert done.scores.rank.tolist() == whole.scores.rank.tolist()
        assert done.gaps.ranked.unit.tolist() == whole.gaps.ranked.unit.tolist()
    assert whole.shown.tolist() == whole.judged.tolist() == [False, True, False, True]


def test_what_does_not_exist_is_named_all_at_once() -> None:
    with pytest.raises(UsageError) as wrong:
        audited(PLAN, WHO, ROWS, only=("a", "aa"), skip=("bb",), units=("A", "Z"), levels=("district", "cities"))
    assert [problem.args["name"] for problem in wrong.value.problems] == ["aa", "bb", "Z", "cities"]
    assert [next(iter(problem.args.keys() - {"name"})) for problem in wrong.value.problems] == ["nearest", "nearest", "choices", "choices"]


def test_findings_stand_by_severity_then_roster_then_code() -> None:
    given_ = [Finding("UA403"), Finding("UA401", unit="A1"), Finding("UA301", unit="A1"), Finding("UA407", unit="A"), Finding("UA402", {})]
    done = audit(PLAN, submissions(facts(PLAN, WHO, ROWS), findings=[*given_, Finding("UA401", unit="A")]), Scope(date(2025, 7, 1)))
    assert [(each.code, each.unit) for each in done.findings] == [
        ("UA301", "A1"),
        ("UA402", None),
        ("UA401", "A"),
        ("UA407", "A"),
        ("UA401", "A1"),
        ("UA403", None),
    ]


def everything(done: Audit) -> dict[str, Any]:
    """Return all that an audit says, by codes and ids."""
    units, columns = done.facts.roster.units, done.columns
    tops = ["*" if top < 0 else units[top].code for top in done.rollup.unit]
    said: dict[str, Any] = {}
    for place, column in enumerate(columns):
        said |= {f"{each.code} {column.target.id}": told(column.measure, row) for row, each in enumerate(units)}
        rolled = done.rollup.columns[place]
        said |= {f"{top} {column.target.id} sum": told(rolled.measure, row) for row, top in enumerate(tops)}
    said |= {f"{each.code} rank": int(rank) for each, rank in zip(units, done.scores.rank, strict=True)}
    gaps = zip(done.gaps.ranked.rank, done.gaps.ranked.unit, done.gaps.ranked.column, strict=True)
    said["gaps"] = sorted((int(rank), units[row].code, columns[column].target.id) for rank, row, column in gaps)
    said["findings"] = sorted((each.code, each.unit or "", each.field or "") for each in done.findings)
    return said


FIGURES = st.fixed_dictionaries({}, optional={name: st.one_of(st.none(), st.integers(0, 9)) for name in "ndme"} | {"y": st.booleans()})


@settings(max_examples=40)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("P", "A", "B", "A1"), FIGURES)), st.randoms(use_true_random=False))
def test_the_order_of_units_and_fields_changes_nothing(rows: dict[str, dict[str, Any]], random: Random) -> None:
    plain = everything(audited(PLAN, WHO, rows, expect="all"))
    shuffled = replace(PLAN, fields=tuple(random.sample(PLAN.fields, len(PLAN.fields))))
    who = roster(*random.sample(WHO.units, len(WHO.units)))
    assert everything(audited(shuffled, who, rows, expect="all")) == plain


def test_parents_in_a_circle_are_roots() -> None:
    """Only submissions can name them so: a roster with a circle is refused."""
    circle = roster(unit("A", parent="B"), unit("B", parent="A"), unit("C", parent="B"), unit("D"), unit("E", parent="D"), path=None)
    rows: Rows = {code: {"n": 1, "d": 1} for code in "ABCDE"}
    done = audited(PLAN, circle, rows, only=("a",))
    assert told(done.rollup.columns[0].measure, -1)["denominator"] == 5


def test_a_level_that_the_plan_does_not_know_is_no_level() -> None:
    assert set(ALL_LEVELS) == {"province", "district", "grassroots"}
    done = audited(PLAN, roster(unit("U", "galaxy")), {"U": {"n": 1, "d": 1}})
    assert [told(column.measure)["status"] for column in done.columns] == ["met", "not_applicable", "no_data"]
