"""Every case of the corpus: each figure right, or refused with a finding; and nearly all read that a person could read."""

import tempfile
from functools import cache
from pathlib import Path

import pytest

from corpus.case import Case, Outcome, outcome, take
from corpus.cases import CASES

LEAST_READ = 0.98
PARAMETERS = [
    pytest.param(number, id=each.id, marks=[pytest.mark.xfail(strict=True, reason=each.later)] if each.later else [])
    for number, each in enumerate(CASES)
]


@cache
def read(number: int) -> Outcome:
    """Take a case in once, for both tests."""
    each: Case = CASES[number]
    with tempfile.TemporaryDirectory() as folder:
        return outcome(each, take(each, Path(folder)))


@pytest.mark.parametrize("number", PARAMETERS)
def test_every_figure_is_right_or_refused(number: int) -> None:
    got = read(number)
    assert got.wrong == []
    assert got.unexplained == []
    assert set(CASES[number].says) <= got.codes
    assert got.unread == []


def test_nearly_all_is_read_that_a_person_could_read() -> None:
    outcomes = [read(number) for number in range(len(CASES))]
    readable, unread = sum(each.readable for each in outcomes), sum(len(each.unread) for each in outcomes)
    assert (readable - unread) / readable >= LEAST_READ


def test_the_corpus_is_large_and_its_names_tell_its_cases_apart() -> None:
    names = {each.id for each in CASES}
    assert len(names) == len(CASES) >= 150
