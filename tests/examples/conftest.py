"""The examples, audited once for all tests of this folder, as their README says."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest

from union_audit.cli import run

ROOT = Path(__file__).parents[2]
COMMAND = ("check", "examples/2023-06", "--units", "examples/units.csv", "--as-of", "2023-07-05", "--no-color", "-q")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every expected report, made anew."""
    folder = tmp_path_factory.mktemp("expected")
    with contextlib.chdir(ROOT):
        vi = (f"table:{folder}/table-vi.txt", f"json:{folder}/result.json", f"html:{folder}/report.html", f"xlsx:{folder}/report.xlsx")
        codes = [
            run([*COMMAND, "--lang", language, *(word for form in formats for word in ("-f", form))])
            for language, formats in (("vi", vi), ("en", (f"table:{folder}/table-en.txt",)))
        ]
    assert codes == [1, 1]
    return folder


@pytest.fixture(scope="session")
def result(written: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((written / "result.json").read_text(encoding="utf-8"))
    return found
