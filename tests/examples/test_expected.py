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


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_in_text_is_as_it_was(written: Path, name: str) -> None:
    assert _text(written / name) == _text(_expected(written / name))


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl leaves the bars in cells aside
def test_the_workbook_is_as_it_was(written: Path) -> None:
    assert _values(written / "report.xlsx") == _values(_expected(written / "report.xlsx"))


def test_nothing_else_is_expected(written: Path) -> None:
    assert {path.name for path in EXPECTED.iterdir()} == {path.name for path in written.iterdir()} == {*TEXTS, "report.xlsx"}


def _expected(path: Path) -> Path:
    """Return the file that a new report is compared with, which is made of it first where that is asked for."""
    expected = EXPECTED / path.name
    if os.environ.get("UPDATE_GOLDEN"):
        EXPECTED.mkdir(exist_ok=True)
        shutil.copyfile(path, expected)
    return expected


def _text(path: Path) -> str:
    return "\n".join(_timeless(line) for line in path.read_text(encoding="utf-8").splitlines())


def _values(path: Path) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[_timeless(value) if isinstance(value, str) else value for value in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def _timeless(line: str) -> str:
    """Return a line without what every run writes anew: its time, and the program's version."""
    return "TIME" if re.search(r"\d\d:\d\d", line) else line.replace(__version__, "VERSION")
