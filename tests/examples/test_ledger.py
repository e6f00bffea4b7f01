"""The audit of the examples agrees with a ledger that was kept by hand."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

LINES = [
    line.split()
    for line in Path(__file__).with_name("ledger.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
UNITS = [line for line in LINES if line[0] != "all"]
PROVINCE = [line[1:] for line in LINES if line[0] == "all"]
SCORES = {
    "BG17": "0 3/5 31/40 3/5 12/15 2100/3010 0 0",
    "BG06": "0 1 7/10 1 0 1 1 6890/7310 1 1",
    "BG11-03": "0 4/9 9/14 26/40 4/6 1900/2875",
    "BG16": "1 1 1 1 1 1 1 1 1",
    "BG10": "0 0 0 0 0 0 0 0 0 0",
}
"""The attainments at the targets that apply, in the plan's order, worked out by hand; a score is their mean."""
PROVINCE_SCORE = "71/77 0 301/335 148/151 2271/2325 112/116 629/637 264570/276855 14/18 11/18"


def test_the_ledger_is_long_enough_to_mean_something(result: dict[str, Any]) -> None:
    assert len(UNITS) >= 25
    assert {target for target, *_ in PROVINCE} == {target["id"] for target in result["targets"]}


@pytest.mark.parametrize("line", UNITS, ids=" ".join)
def test_a_unit_stands_at_a_target_as_the_ledger_says(result: dict[str, Any], line: list[str]) -> None:
    unit, target, status, reason, to_go = line
    (found,) = (each for each in result["assessments"] if (each["unit"], each["target"]) == (unit, target))
    assert (found["status"], found["reason"], found["to_go"]) == (status, _known(reason), _count(to_go))


@pytest.mark.parametrize("line", PROVINCE, ids=" ".join)
def test_the_province_stands_at_a_target_as_the_ledger_says(result: dict[str, Any], line: list[str]) -> None:
    target, status, reason, to_go, numerator, _, denominator = line
    (found,) = (each for each in result["targets"] if each["id"] == target)
    assert (found["numerator"], found["denominator"]) == (int(numerator), int(denominator))
    assert (found["status"], found["reason"], found["to_go"]) == (status, _known(reason), _count(to_go))


def _known(word: str) -> str | None:
    return None if word == "-" else word


def _count(word: str) -> int | None:
    return None if word == "-" else int(word)


@pytest.mark.parametrize(("unit", "attainments"), SCORES.items())
def test_a_score_is_the_mean_of_the_attainments(result: dict[str, Any], unit: str, attainments: str) -> None:
    (found,) = (each for each in result["units"] if each["code"] == unit)
    assert found["score"] == pytest.approx(float(_mean(attainments)), abs=1e-12)


def test_the_score_of_the_province_is_the_mean_over_its_targets(result: dict[str, Any]) -> None:
    assert result["summary"]["score"] == pytest.approx(float(_mean(PROVINCE_SCORE)), abs=1e-12)


def test_units_are_ranked_by_their_scores(result: dict[str, Any]) -> None:
    ranks = {unit["code"]: (unit["rank"], unit["rank_in_level"]) for unit in result["units"]}
    assert ranks["BG10"] == (1, 1)
    assert ranks["BG18"] == (1, 1)
    assert ranks["BG17"] == (3, 2)
    assert ranks["BG11-03"] == (4, 1)
    assert ranks["BG06"] == (5, 2)


def _mean(attainments: str) -> Fraction:
    shares = [Fraction(share) for share in attainments.split()]
    return sum(shares, Fraction(0)) / len(shares)
