"""The examples, audited once for all tests of this folder, as their README says."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest

from union_audit.cli import run

ROOT = Path(__file__).parents[2]
COMMAND = ("check", "examples/2023-06", "--units", "examples/units.csv", "--as-of", "2023-07-05", "--no-color")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every expected report, made anew."""
    folder = tmp_path_factory.mktemp("expected")
    _check("vi", f"table:{folder}/table-vi.txt", f"json:{folder}/result.json", f"html:{folder}/report.html", f"xlsx:{folder}/report.xlsx")
    _check("en", f"table:{folder}/table-en.txt")
    return folder


@pytest.fixture(scope="session")
def result(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The result in JSON."""
    path = tmp_path_factory.mktemp("result") / "result.json"
    _check("en", f"json:{path}")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _check(language: str, *formats: str) -> None:
    with contextlib.chdir(ROOT):
        code = run([*COMMAND, "--lang", language, *(word for form in formats for word in ("-f", form))])
    assert code == 1
