"""`explain` answers for every finding code and every target."""

from string import Formatter

import pytest

from running import Run
from union_audit import resources
from union_audit.findings import CODES
from union_audit.findings.examples import EXAMPLES
from union_audit.plan import load_plan

TARGETS = load_plan(resources.shipped("targets.yaml")).targets


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("word", [*CODES, *(target.id for target in TARGETS)])
def test_every_code_and_target_is_explained_at_80_columns(run: Run, word: str, language: str) -> None:
    result = run("explain", word, "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert word in result.out.splitlines()[0]
    assert max(map(len, result.out.splitlines())) <= 80
    assert "{" not in result.out


def test_every_code_has_an_example_that_fills_its_message() -> None:
    assert set(EXAMPLES) == set(CODES)
    for code in CODES.values():
        assert set(EXAMPLES[code.id].args) == {name for _, name, _, _ in Formatter().parse(code.message + code.action) if name}, code.id


def test_an_example_says_what_stood_there_and_where(run: Run) -> None:
    shown = " ".join(run("explain", "UA207", "--lang", "en").out.split())
    assert "For example: LĐLĐ huyện Yên Dũng.xlsx › Biểu 02 › F12: The number 1.234 is not whole; 1,234 may be meant." in shown


def test_a_code_may_be_in_small_letters(run: Run) -> None:
    assert run("explain", "ua001").out == run("explain", "UA001").out


def test_a_target_is_explained_with_its_ratio_and_source(run: Run) -> None:
    shown = run("explain", "documents_published").out
    assert "less “" in shown
    assert ">= 100%" in shown
    assert "31 Dec 2025" in shown


def test_a_yes_or_no_target_has_no_denominator(run: Run) -> None:
    assert " of “" not in run("explain", "directives_studied").out


@pytest.mark.parametrize(("word", "nearest"), [("UA01", "UA001"), ("online-meetings", "online_meetings")])
def test_an_unknown_word_is_answered_with_the_nearest(run: Run, word: str, nearest: str) -> None:
    result = run("explain", word)
    assert (result.code, result.out) == (2, "")
    assert f"Did you mean “{nearest}”?" in result.err


def test_the_targets_are_those_of_the_plan_in_use(run: Run) -> None:
    result = run("explain", "online_meetings", "--targets", "missing.yaml")
    assert result.code == 2
    assert "missing.yaml" in result.err
