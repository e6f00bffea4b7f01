"""Who is missing, and what could not be judged."""

from datetime import date

from builders import audited, plan, roster, target, unit
from union_audit.findings import LISTED, Finding
from union_audit.plan.model import Submits

PLAN = plan(target("wide", "> 60%", ("n", "d")), target("narrow", ">= 1", ("n",), levels=["district"]))
SOME = {"n": 1, "d": 1}


def brief(findings: object) -> list[tuple[str, str | None]]:
    assert isinstance(findings, tuple)
    return [(each.code, each.unit) for each in findings]


def test_units_that_had_to_submit_and_did_not_are_named() -> None:
    who = roster("U", "V", unit("G", "grassroots"), unit("N", submits=Submits.NEVER), unit("C", valid_to=date(2025, 6, 1)), "W")
    assert brief(audited(PLAN, who, {"V": SOME}, expect="all").findings) == [("UA401", "U"), ("UA401", "W")]
    assert brief(audited(PLAN, who, {"V": SOME}).findings) == []


def test_of_very_many_the_first_are_named_and_all_are_counted() -> None:
    who = roster(*(f"U{place}" for place in range(LISTED + 3)))
    findings = audited(PLAN, who, {"U1": SOME}, expect="all").findings
    summary = Finding("UA402", {"code": "UA401", "count": LISTED + 2, "of": LISTED + 3, "named": LISTED})
    assert (len(findings), findings[0]) == (LISTED + 1, summary)


def test_without_a_roster_nobody_knows_who_is_missing() -> None:
    done = audited(PLAN, roster("U", "V", path=None), {"U": SOME}, expect="all")
    assert (done.has_roster, done.expected.tolist(), brief(done.findings)) == (False, [True, False], [("UA403", None)])


def test_units_that_did_not_exist_are_named() -> None:
    who = roster(unit("U", valid_to=date(2025, 6, 1)), "V")
    findings = audited(PLAN, who, {"U": SOME, "V": SOME}).findings
    assert [(each.code, each.unit, each.args) for each in findings] == [("UA407", "U", {"day": date(2025, 6, 30)})]


def test_without_a_level_only_targets_for_all_levels_are_judged() -> None:
    done = audited(PLAN, roster(unit("U", None), "V", path=None), {"U": SOME, "V": SOME})
    assert [column.measure.status[0] for column in done.columns] == [0, 3]
    assert [(each.code, each.args) for each in done.findings] == [
        ("UA408", {"count": 1, "targets": (PLAN.targets[1].label,)}),
        ("UA403", {}),
    ]
    assert not [each for each in audited(PLAN, roster(unit("U", None)), {"U": SOME}, only=("wide",)).findings if each.code == "UA408"]
