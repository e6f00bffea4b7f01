"""An option means the same on the command line, in the environment and in the plan, and the first of them wins."""

from pathlib import Path

import pytest

from builders import plan, target
from union_audit.cli.settings import Given, Settings
from union_audit.errors import UsageError

PLAN = plan(
    target("meetings", "> 60%", ("online", "total")),
    path=Path("plans") / "targets.yaml",
    defaults={"top": 5, "only": ["meetings"], "fail_on": "data", "waivers": "waivers.csv", "quiet": True},
)


def problem(settings: Settings, name: str, *choices: str) -> tuple[str, str]:
    with pytest.raises(UsageError) as caught:
        settings.choice(name, choices)
    found = caught.value.problems[0]
    return found.message.format(**found.args), found.hint.format(**found.args)


@pytest.mark.parametrize(
    ("options", "environment", "expected"),
    [
        ({"top": "1"}, {"UNION_AUDIT_TOP": "2"}, Given("1", "--top")),
        ({"top": None}, {"UNION_AUDIT_TOP": "2"}, Given("2", "UNION_AUDIT_TOP")),
        ({"top": None}, {"UNION_AUDIT_TOP": ""}, Given("5", "defaults: top", str(PLAN.path))),
        ({}, {}, Given("5", "defaults: top", str(PLAN.path))),
    ],
)
def test_the_command_line_comes_before_the_environment_and_that_before_the_plan(
    options: dict[str, object], environment: dict[str, str], expected: Given
) -> None:
    assert Settings(options, environment, PLAN).one("top") == expected


def test_without_a_plan_there_are_no_defaults() -> None:
    assert Settings({}, {}).one("top") is None
    assert Settings({}, {}).many("only") == ()


def test_a_variable_holds_several_values_between_semicolons() -> None:
    settings = Settings({}, {"UNION_AUDIT_ONLY": "a; b ;;c"})
    assert [given.value for given in settings.many("only")] == ["a", "b", "c"]
    assert [given.value for given in Settings({"only": ["a;b", "c"]}, {}).many("only")] == ["a;b", "c"]


def test_a_single_value_keeps_its_semicolons() -> None:
    given = Settings({}, {"UNION_AUDIT_OUTPUT": "a;b"}).one("output")
    assert given is not None
    assert given.value == "a;b"


def test_an_option_of_two_words_is_named_as_it_is_written() -> None:
    assert Settings({"fail_on": "x"}, {}).one("fail_on") == Given("x", "--fail-on")


def test_a_path_of_the_plan_is_relative_to_the_plan() -> None:
    given = Settings({}, {}, PLAN).one("waivers")
    assert given is not None
    assert given.path() == Path("plans", "waivers.csv")
    assert Given("waivers.csv", "--waivers").path() == Path("waivers.csv")


def test_the_plan_gives_no_list_where_one_value_is_asked_for() -> None:
    listed = Settings({}, {}, plan(*PLAN.targets, defaults={"fail_on": ["gap", "data"]}))
    assert problem(listed, "fail_on", "gap", "data")[0] == "defaults: fail_on takes one value only."


def test_a_value_outside_the_choices_is_answered_with_the_nearest() -> None:
    settings = Settings({"expect": "fuond"}, {})
    assert problem(settings, "expect", "found", "all") == ("--expect cannot be “fuond”.", "Did you mean “found”?")


def test_a_value_like_no_choice_is_answered_with_all_of_them() -> None:
    settings = Settings({}, {"UNION_AUDIT_EXPECT": "xyz"})
    assert problem(settings, "expect", "found", "all") == ("UNION_AUDIT_EXPECT cannot be “xyz”.", "It can be: found, all.")


def test_a_wrong_default_is_placed_in_the_plan() -> None:
    with pytest.raises(UsageError) as caught:
        Settings({}, {}, PLAN).choice("fail_on", ("gap", "none"))
    assert caught.value.problems[0].file == str(PLAN.path)


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("no", False), ("", False)])
def test_a_switch_in_the_environment_says_yes_or_no(value: str, expected: bool) -> None:  # noqa: FBT001
    assert Settings({"quiet": False}, {"UNION_AUDIT_QUIET": value}).flag("quiet") is expected


def test_a_switch_can_be_on_in_the_plan_and_on_the_command_line() -> None:
    assert Settings({}, {}, PLAN).flag("quiet")
    assert Settings({"verbose": True}, {}).flag("verbose")
    assert not Settings({}, {}).flag("verbose")


def test_a_switch_that_says_neither_is_an_error() -> None:
    with pytest.raises(UsageError, match="UNION_AUDIT_QUIET: “maybe” is neither yes nor no"):
        Settings({}, {"UNION_AUDIT_QUIET": "maybe"}).flag("quiet")


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "ten", "²"])
def test_a_number_is_whole_and_above_zero(value: str) -> None:
    with pytest.raises(UsageError, match="no whole number above zero"):
        Settings({"top": value}, {}).positive("top")


def test_an_option_that_is_empty_is_an_error() -> None:
    for value in ("", " "):
        with pytest.raises(UsageError, match="--top is empty"):
            Settings({"top": value}, {}).one("top")


def test_a_number_is_read() -> None:
    assert Settings({"top": "12"}, {}).positive("top") == 12
    assert Settings({}, {}).positive("top") is None
