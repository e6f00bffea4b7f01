"""The user is spoken to in the language that was asked for, else in that of the locale, else in the plan's."""

import locale
import os

import pytest

from builders import plan, target
from union_audit import resources
from union_audit.cli.settings import Settings
from union_audit.cli.speech import SHIPPED_LANGUAGE, choose_language, early_language, locale_language
from union_audit.errors import UsageError
from union_audit.plan import load_plan

NOTHING = Settings({}, {})
PLAN = plan(target("meetings", "> 60%", ("online", "total")))


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
