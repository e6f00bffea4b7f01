"""The headline command: one workbook, from any folder, with no other file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from union_audit.cli import run

DATA = Path(__file__).parents[2] / "examples" / "data.xlsx"


def test_one_workbook_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["check", str(DATA), "-f", "json", "--as-of", "2023-07-05", "--lang", "vi"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert result["period"]["label"] == "2023-06"
    assert [unit["level"] for unit in result["units"]] == ["district"] * 8
    assert (result["summary"]["units_expected"], result["summary"]["units_reported"]) == (8, 8)
    assert {finding["code"] for finding in result["findings"] if finding["severity"] == "error"} == {"UA201", "UA204", "UA301"}
    assert list(tmp_path.iterdir()) == []


def test_the_districts_stand_where_they_do_in_the_large_workbook(result: dict[str, Any], tmp_path: Path) -> None:
    """The same eight districts are in both, under other headings and other names."""
    path = tmp_path / "result.json"
    run(["check", str(DATA), "-f", f"json:{path}", "--as-of", "2023-07-05", "-q"])
    small = json.loads(path.read_text(encoding="utf-8"))
    codes = [f"BG{number:02}" for number in range(1, 9)]
    assert _figures(small["assessments"]) == _figures(each for each in result["assessments"] if each["unit"] in codes)


def _figures(assessments: Iterable[dict[str, Any]]) -> list[tuple[object, ...]]:
    return [tuple(each[name] for name in ("target", "status", "reason", "numerator", "denominator", "to_go")) for each in assessments]
