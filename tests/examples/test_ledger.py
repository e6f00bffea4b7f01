"""The audit of the examples agrees with a ledger that was kept by hand."""

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
