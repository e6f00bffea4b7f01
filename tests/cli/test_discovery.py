"""What is not named is found, and never among the submissions."""

from pathlib import Path

import pytest

from builders import plan, target
from union_audit import resources
from union_audit.cli.discovery import find_targets, find_units, ignored_targets
from union_audit.cli.settings import Settings
from union_audit.errors import UsageError

NOTHING = Settings({}, {})
PLAN = plan(target("meetings", "> 60%", ("online", "total")))


def touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def test_the_targets_file_that_is_named_is_used() -> None:
    touch("targets.yaml", "sent/targets.yaml", "sent/a.xlsx")
    settings = Settings({"targets": "my.yaml"}, {"UNION_AUDIT_TARGETS": "other.yaml"})
    assert find_targets(settings, [Path("sent/a.xlsx")]) == Path("my.yaml")
    assert find_targets(Settings({}, {"UNION_AUDIT_TARGETS": "other.yaml"})) == Path("other.yaml")


def test_one_beside_the_named_file_comes_before_the_working_folders() -> None:
    touch("targets.yaml", "sent/targets.yaml", "sent/a.xlsx", "sent/b.xlsx")
    assert find_targets(NOTHING, [Path("sent/a.xlsx"), Path("sent/b.xlsx")]) == Path("sent/targets.yaml")


def test_one_in_the_working_folder_comes_before_the_shipped() -> None:
    touch("sent/a.xlsx")
    assert find_targets(NOTHING, [Path("sent/a.xlsx")]) == resources.shipped("targets.yaml")
    touch("targets.yaml")
    assert find_targets(NOTHING, [Path("sent/a.xlsx")]) == Path("targets.yaml")


def test_one_inside_a_named_folder_is_never_taken() -> None:
    touch("inbox/targets.yaml", "inbox/a.xlsx")
    assert find_targets(NOTHING, [Path("inbox")]) == resources.shipped("targets.yaml")
    assert find_targets(NOTHING, [Path("inbox"), Path("inbox/a.xlsx")]) == resources.shipped("targets.yaml")


def test_the_working_folder_itself_may_be_the_inbox() -> None:
    touch("targets.yaml", "a.xlsx")
    assert find_targets(NOTHING, [Path()]) == resources.shipped("targets.yaml")


def test_what_was_passed_over_in_an_inbox_can_be_told() -> None:
    touch("inbox/targets.yaml", "other/a.xlsx")
    named = [Path("inbox"), Path("other"), Path("other/a.xlsx")]
    assert ignored_targets(named, resources.shipped("targets.yaml")) == [Path("inbox/targets.yaml")]
    assert ignored_targets(named, Path("inbox/targets.yaml").absolute()) == []


def test_two_different_ones_beside_the_named_files_are_a_question() -> None:
    touch("a/targets.yaml", "a/x.xlsx", "b/targets.yaml", "b/y.xlsx")
    with pytest.raises(UsageError, match="more than one targets file"):
        find_targets(NOTHING, [Path("a/x.xlsx"), Path("b/y.xlsx")])


def test_the_roster_is_the_named_one_else_the_plans_else_beside_the_plan() -> None:
    touch("units.csv")
    with_units = plan(*PLAN.targets, units_file=Path("roster.xlsx"))
    assert find_units(Settings({"units": "mine.csv"}, {}), with_units) == Path("mine.csv")
    assert find_units(NOTHING, with_units) == Path("roster.xlsx")
    assert find_units(NOTHING, PLAN) == Path("units.csv")
    Path("units.csv").unlink()
    assert find_units(NOTHING, PLAN) is None
