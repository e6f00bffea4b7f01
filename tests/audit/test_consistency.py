"""Figures that can't both be right are named, with both cells."""

from datetime import date

from builders import Rows, audited, facts, field, plan, roster, submissions, target, unit
from union_audit.audit import Scope, audit
from union_audit.findings import CODES, LISTED, Finding, Severity
from union_audit.intake.facts import State
from union_audit.plan.model import Covers, Kind

PLAN = plan(
    target("secure", ">= 100%", ("virus", "machines"), ("watched", "machines")),
    target("published", ">= 100%", ("published", "documents", "secret")),
    target("again", "> 50%", ("virus", "machines")),
    fields=[
        field("members", covers=Covers.AREA),
        field("members_told", covers=Covers.AREA),
        field("said", kind=Kind.YES_NO, covers=Covers.AREA),
    ],
)
GOOD = {"virus": 1, "machines": 10, "watched": 1, "published": 1, "documents": 5, "secret": 1}


def found(rows: Rows) -> list[Finding]:
    return [finding for finding in audited(PLAN, roster(*rows), rows).findings if finding.code.startswith("UA3")]


def test_a_numerator_above_its_denominator_is_named_once_with_both_cells() -> None:
    (finding,) = found({"U": GOOD, "V": {**GOOD, "virus": 11}})
    assert (finding.code, finding.unit, finding.target, finding.field) == ("UA301", "V", "secure", "virus")
    places = [each.id for each in PLAN.fields]
    cells = {name: f"{'CDEFGHIJKL'[places.index(name)]}3" for name in GOOD}
    assert finding.source is not None
    assert (finding.source.file, finding.source.sheet, finding.source.cell) == ("data.xlsx", "Sheet1", cells["virus"])
    assert finding.args == {"numerator": 11, "base": 10, "cells": (cells["machines"],)}


def test_a_column_full_of_them_is_one_finding_and_what_is_excluded_another() -> None:
    many: Rows = {f"U{n:03}": {**GOOD, "virus": 11} if n % 2 else {**GOOD, "secret": 9} for n in range(2 * LISTED + 10)}
    one, other = found(many)
    assert (one.code, one.args["numerator"], one.args["alike"], one.unit, one.target) == ("UA301", 11, LISTED + 5, None, "secure")
    assert (other.code, other.args["excluded"], other.args["alike"], other.field) == ("UA302", 9, LISTED + 5, "secret")
    assert one.source
    assert (one.source.row + 2 * (LISTED + 4) + 1, one.args["in_column"]) == (int(str(one.args["last"])[1:]), str(one.args["last"])[0])


def test_each_part_is_named() -> None:
    assert [finding.field for finding in found({"U": {**GOOD, "virus": 11, "watched": 12}})] == ["virus", "watched"]


def test_what_is_excluded_is_named_when_it_is_more_than_there_is() -> None:
    (finding,) = found({"U": {**GOOD, "secret": 6, "published": 0}})
    assert (finding.code, finding.field, finding.args["excluded"], finding.args["total"]) == ("UA302", "secret", 6, 5)
    (finding,) = found({"U": {**GOOD, "published": 5}})
    assert (finding.code, finding.args["numerator"], finding.args["base"]) == ("UA301", 5, 4)
    assert isinstance(finding.args["cells"], tuple)
    assert len(finding.args["cells"]) == 2


def test_what_was_not_a_figure_in_the_first_place_is_not_contradicted() -> None:
    assert found({"U": {**GOOD, "machines": State.INCONSISTENT}}) == []


def test_what_is_not_judged_is_not_contradicted() -> None:
    bad: Rows = {"U": {**GOOD, "virus": 11}}
    narrow = plan(target("t", "> 50%", ("virus", "machines"), levels=["province"]), fields=PLAN.fields)
    assert not audited(narrow, roster("U"), bad).findings
    assert [finding.code for finding in audited(PLAN, roster("U"), bad, only=("published",)).findings] == []


def test_without_cells_there_is_no_source() -> None:
    made = plan(target("t", "> 50%", ("n", "d")))
    given = facts(made, roster("U"), {"U": {"n": 2, "d": 1}})
    given.places[0].table[:] = -1
    (finding,) = audit(made, submissions(given), Scope(date(2025, 7, 1))).findings
    assert (finding.source, finding.args["cells"]) == (None, ())


def test_a_cell_elsewhere_is_named_with_its_file() -> None:
    made = plan(target("t", "> 50%", ("n", "d")))
    given = facts(made, roster("U"), {"U": {"n": 2, "d": 1}})
    given.places[0].table[0, 1] = 1
    object.__setattr__(given, "tables", (("a.xlsx", "S"), ("b.csv", "")))
    (finding,) = audit(made, submissions(given), Scope(date(2025, 7, 1))).findings
    assert finding.args["cells"] == ("b.csv › D2",)


WHO = roster(
    unit("P", "province"), unit("A", parent="P"), unit("A1", "grassroots", "A"), unit("A2", "grassroots", "A"), unit("B", parent="P")
)


def areas(rows: Rows, who: object = WHO) -> list[tuple[str | None, str | None, dict[str, object]]]:
    assert isinstance(who, type(WHO))
    return [(each.unit, each.field, each.args) for each in audited(PLAN, who, rows).findings if each.code == "UA303"]


def test_an_area_that_is_not_the_sum_of_its_complete_children_is_named() -> None:
    rows: Rows = {"A": {"members": 90}, "A1": {"members": 30}, "A2": {"members": 50}}
    assert areas(rows) == [("A", "members", {"figure": 90, "sum": 80, "count": 2})]
    assert areas({**rows, "A": {"members": 80}}) == []


def test_children_that_did_not_all_report_prove_nothing() -> None:
    assert areas({"A": {"members": 90}, "A1": {"members": 30}}) == []
    assert areas({"A": {"members": 90}, "A1": {"members": 30}, "A2": {"members": None}}) == []
    assert areas({"A": {"members": None}, "A1": {"members": 30}, "A2": {"members": 3}}) == []


def test_children_that_have_closed_are_not_waited_for() -> None:
    who = roster(unit("A"), unit("A1", "grassroots", "A"), unit("A2", "grassroots", "A", valid_to=date(2025, 1, 31)))
    assert areas({"A": {"members": 90}, "A1": {"members": 30}}, who) == [("A", "members", {"figure": 90, "sum": 30, "count": 1})]


def test_a_figure_of_the_own_office_is_no_area() -> None:
    rows: Rows = {"A": {"members": 9}, "A1": {"members": 30}}
    assert areas(rows, roster(unit("A", covers=Covers.OWN), unit("A1", "grassroots", "A"))) == []
    below_own = roster(unit("P", "province"), unit("A", parent="P", covers=Covers.OWN), unit("A1", "grassroots", "A"))
    assert areas({"P": {"members": 1}, **rows}, below_own) == []
    assert areas({"A": {"virus": 9}, "A1": {"virus": 3}}, roster(unit("A", covers=Covers.AREA), unit("A1", parent="A"))) == [
        ("A", "virus", {"figure": 9, "sum": 3, "count": 1})
    ]


def test_every_code_of_the_room_says_what_to_do() -> None:
    for code in CODES.values():
        if code.id[2] in "345":
            assert code.message
            assert code.meaning
            assert code.action
            assert code.severity in Severity
