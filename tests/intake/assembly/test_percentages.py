"""Percentages without counts, from several tables and files: whose they are, and what becomes of those that differ."""

from collections.abc import Mapping
from pathlib import Path

from submitting import HEAD, Rows, codes, figures, submit
from union_audit.intake.facts import WHOLE, Facts, State, Submissions

SAFE = "Số máy tính được bảo vệ bằng phần mềm"
NAMES = {"BG01": "LĐLĐ huyện Yên Dũng", "BG02": "LĐLĐ huyện Lạng Giang"}


def table(*lines: tuple[str, object], heading: str = f"Tỷ lệ {SAFE}") -> Rows:
    body = [(number, code, NAMES[code], 120, share) for number, (code, share) in enumerate(lines, 1)]
    return [("Báo cáo tháng 6/2025",), ("STT", "Mã đơn vị", "Tên đơn vị", "Tổng số máy tính", heading), *body]  # type: ignore[list-item]


def facts_of(submissions: Submissions) -> Facts:
    (facts,) = submissions.by_period.values()
    return facts


def shares(submissions: Submissions) -> Mapping[str, tuple[str, float, str, str]]:
    """Return the state, the percentage, the cell and its text, of each unit that gave one."""
    facts = facts_of(submissions)
    assert facts.shares is not None
    (ratio,) = facts.shares.ratios
    found = {}
    for place, unit in enumerate(facts.roster.units):
        cell = facts.share_evidence(place, ratio)
        if cell:
            percent = 100 * int(facts.shares.values[place, 0]) / WHOLE
            found[unit.code] = (State(int(facts.shares.state[place, 0])).name.lower(), percent, " ".join(cell.source.steps), cell.text)
    return found


def test_a_unit_that_gives_only_a_percentage(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": table(("BG01", "85,5%"), ("BG02", 90))}})
    assert shares(submissions) == {"BG01": ("figure", 85.5, "a.xlsx S E3", "85,5%"), "BG02": ("figure", 90, "a.xlsx S E4", "90")}
    assert figures(submissions) == {"BG01": {"computers": 120}, "BG02": {"computers": 120}}
    assert codes(submissions) == ["UA101"]


def test_without_percentages_there_is_nothing_of_them(tmp_path: Path) -> None:
    assert facts_of(submit(tmp_path, {"a.xlsx": {"S": [HEAD, (1, "BG01", "", 10, 9, 1, 1)]}})).shares is None


def test_the_same_percentage_twice_counts_once(tmp_path: Path) -> None:
    files = {"a.xlsx": {"S": table(("BG01", "85%"))}, "b.xlsx": {"S": table(("BG01", 85))}}
    submissions = submit(tmp_path, files)
    assert shares(submissions) == {"BG01": ("figure", 85, "a.xlsx S E3", "85%")}
    assert "UA116" not in codes(submissions)


def test_two_percentages_that_differ_are_both_not_used(tmp_path: Path) -> None:
    files = {
        name: {"S": table(("BG01", share), ("BG02", "70%"))} for name, share in (("a.xlsx", "85%"), ("b.xlsx", "86%"), ("c.xlsx", "85%"))
    }
    submissions = submit(tmp_path, files)
    assert {code: said[0] for code, said in shares(submissions).items()} == {"BG01": "unreadable", "BG02": "figure"}
    (finding,) = [each for each in submissions.findings if each.code == "UA116"]
    assert (finding.unit, finding.field) == ("BG01", "safe")
    assert finding.args == {"figure": "86%", "other": "a.xlsx › S › E3", "other_figure": "85%", "count": 1, "cells": ("E3",)}


def test_the_later_version_holds(tmp_path: Path) -> None:
    files = {"bao cao lan 2.xlsx": {"S": table(("BG01", "86%"))}, "bao cao lan 1.xlsx": {"S": table(("BG01", "85%"))}}
    assert shares(submit(tmp_path, files))["BG01"][1] == 86


def test_a_sure_percentage_goes_before_one_that_is_not(tmp_path: Path) -> None:
    files = {"a.xlsx": {"S": table(("BG01", 0.85))}, "b.xlsx": {"S": table(("BG01", "85%"))}}
    submissions = submit(tmp_path, files)
    assert shares(submissions)["BG01"] == ("figure", 85, "b.xlsx S E3", "85%")
    assert "UA220" in codes(submissions)


def test_a_unit_twice_in_one_table(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": table(("BG01", "85%"), ("BG01", "86%"))}})
    assert shares(submissions)["BG01"][0] == "unreadable"
    assert "UA116" in codes(submissions)


def test_nobody_elses_and_no_blank_units(tmp_path: Path) -> None:
    rows: Rows = [
        ("Tháng 6/2025",),
        ("STT", "Tên đơn vị", SAFE, "Tỷ lệ %"),
        (1, NAMES["BG01"], None, 90),
        (2, "LĐLĐ huyện Xa Lạ", None, 80),
        (3, NAMES["BG02"], None, None),
        ("", "Tổng cộng", None, 85),
    ]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}})
    assert list(shares(submissions)) == ["BG01"]
    blank = [finding.unit for finding in submissions.findings if finding.code == "UA126"]
    assert blank == ["BG02"]
