"""The examples give what `examples/expected` holds. UPDATE_GOLDEN=1 rewrites it: read the difference before it is kept."""

import os
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from union_audit import __version__

EXPECTED = Path(__file__).parents[2] / "examples" / "expected"
TEXTS = ("table-vi.txt", "table-en.txt", "result.json", "report.html")


@pytest.fixture(scope="module", autouse=True)
def _updated(written: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        EXPECTED.mkdir(exist_ok=True)
        for path in written.iterdir():
            shutil.copyfile(path, EXPECTED / path.name)


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_in_text_is_as_it_was(written: Path, name: str) -> None:
    assert _timeless(written / name) == _timeless(EXPECTED / name)


def test_the_workbook_is_as_it_was(written: Path) -> None:
    assert _values(written / "report.xlsx") == _values(EXPECTED / "report.xlsx")


def test_nothing_else_is_expected(written: Path) -> None:
    assert {path.name for path in EXPECTED.iterdir()} == {path.name for path in written.iterdir()} == {*TEXTS, "report.xlsx"}


def _timeless(path: Path) -> str:
    """Return a report without what every run writes anew: its time and the program's version."""
    text = path.read_text(encoding="utf-8").replace(__version__, "VERSION")
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)", "TIME", text)
    return re.sub(r"(?m)^.*\b\d\d:\d\d\b.*$", "MADE", text)


def _values(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
