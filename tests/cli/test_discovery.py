"""What is not named is found, and never among the submissions."""

import locale
import os
from pathlib import Path

import pytest

from builders import plan, target
from union_audit import resources
from union_audit.cli.discovery import (
    SHIPPED_LANGUAGE,
    choose_language,
    early_language,
    find_targets,
    find_units,
    ignored_targets,
    locale_language,
)
from union_audit.cli.settings import Settings
from union_audit.errors import UsageError
from union_audit.plan import load_plan

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


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "vi_VN", "LANG": "en_US.UTF-8"}, "vi"),
        ({"LC_MESSAGES": "en", "LANG": "vi_VN"}, "en"),
        ({"LC_ALL": "", "LANG": "vi"}, "vi"),
        ({"LANG": "fr_FR.UTF-8"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({}, None),
    ],
)
def test_the_locale_tells_the_language_where_it_is_spoken_here(environment: dict[str, str], expected: str | None) -> None:
    assert locale_language(environment) == expected


def test_windows_has_a_locale_without_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(locale, "getlocale", lambda: ("Vietnamese_Vietnam", "1258"))
    assert locale_language({}) == "vi"


def test_the_language_is_asked_for_else_the_locales_else_the_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose_language(Settings({"lang": "vi"}, {"UNION_AUDIT_LANG": "en"}), PLAN).code == "vi"
    assert choose_language(Settings({}, {"UNION_AUDIT_LANG": "vi"}), PLAN).code == "vi"
    assert choose_language(NOTHING, PLAN).code == "en"
    monkeypatch.setenv("LC_ALL", "C")
    assert choose_language(NOTHING, PLAN).code == PLAN.language == "vi"
    assert choose_language(NOTHING).code == SHIPPED_LANGUAGE
    assert choose_language(NOTHING, plan(*PLAN.targets, language="lo")).code == "en"


def test_a_language_that_is_not_spoken_here_is_an_error() -> None:
    with pytest.raises(UsageError, match="--lang cannot be “fr”"):
        choose_language(Settings({"lang": "fr"}, {}))


@pytest.mark.parametrize(
    ("arguments", "variable", "expected"),
    [
        (["check", "--lang", "vi"], "en", "vi"),
        (["check", "--lang=vi"], "", "vi"),
        (["check"], "vi", "vi"),
        (["check"], "", "en"),
        (["check", "--lang", "fr"], "", "en"),
        (["check", "--lang"], "", "en"),
    ],
)
def test_help_and_usage_errors_have_a_language_too(
    arguments: list[str], variable: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNION_AUDIT_LANG", variable)
    assert early_language(arguments).code == expected


def test_the_language_before_a_plan_is_read_is_that_of_the_shipped_plan() -> None:
    assert load_plan(resources.shipped("targets.yaml")).language == SHIPPED_LANGUAGE
