"""What a command does not need, it does not load: imports are most of what a small run costs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import roster
from ledger import record_signs
from union_audit.cli.app import COMMANDS

EXAMPLES = Path(__file__).parents[2] / "examples"
READERS = {"numpy", "pandas", "python_calamine", "openpyxl", "jinja2", "xlsxwriter", "rich"}


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a process has loaded when the command is done."""
    code = "import sys; from union_audit.cli import run; code = run(sys.argv[1:]);print(code, *sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True, env={**os.environ, "LC_ALL": "en"}
    )
    exit_code, *modules = done.stderr.splitlines()[-1].split()
    assert exit_code in ("0", "1")
    assert done.stdout
    return set(modules)


@pytest.mark.parametrize("line", ["--version", "--help", "check --help", "targets", "explain UA001", "explain online_meetings"])
def test_what_shows_words_loads_no_reader(line: str) -> None:
    assert loaded(*line.split()) & READERS == set()


@pytest.mark.parametrize("line", ["--version", "--help", "check --help", "explain UA001"])
def test_what_needs_no_plan_loads_none(line: str) -> None:
    assert loaded(*line.split()) & {"yaml", "rapidfuzz", "json", "union_audit.plan"} == set()


def test_a_list_of_the_targets_loads_nothing_for_lists_of_units() -> None:
    assert loaded("targets") & {"rapidfuzz", "json", "csv", "union_audit.plan.roster_file"} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_made_alone(name: str) -> None:
    others = {f"union_audit.cli.{other}" for other in COMMANDS if other != name}
    assert loaded(name, "--help") & others == set()


def test_a_small_check_loads_only_the_reader_of_its_file() -> None:
    readers = {f"union_audit.sheets.{name}" for name in ("delimited", "encoding", "html", "ole", "opendocument", "text", "xls", "xlsb")}
    assert loaded("check", str(EXAMPLES / "data.xlsx")) & {*readers, "mimetypes"} == set()


def test_a_check_of_a_text_table_loads_no_reader_of_workbooks(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Tên đơn vị,Tổng số hội nghị,Số hội nghị trực tuyến\nLiên đoàn Lao động huyện Lục Nam,12,9\n", "utf-8")
    readers = {
        f"union_audit.sheets.{name}" for name in ("workbook", "alike", "apart", "archive", "html", "ooxml", "parsing", "xls", "xlsb")
    }
    asked = ("--level-of", "*=district", "--fail-on", "none")
    assert loaded("check", str(table), *asked) & {*readers, "python_calamine"} == set()


def test_a_check_of_a_table_of_units_loads_nothing_for_a_row_of_each_figure() -> None:
    assert "union_audit.intake.tables.long" not in loaded("check", str(EXAMPLES / "data.xlsx"))


def test_a_small_check_on_the_terminal_loads_no_heavy_library() -> None:
    heavy = {"pandas", "openpyxl", "jinja2", "xlsxwriter", "rapidfuzz", "numpy.ma", "json", "tempfile"}
    assert loaded("check", str(EXAMPLES / "data.xlsx")) & heavy == set()


def test_a_trend_on_the_terminal_loads_no_heavy_library(tmp_path: Path) -> None:
    record_signs(tmp_path / "history.sqlite", roster("U"), {"U": "gm"})
    heavy = {"pandas", "openpyxl", "jinja2", "xlsxwriter", "rapidfuzz", "numpy.ma", "tempfile"}
    assert loaded("trend", "-o", str(tmp_path)) & heavy == set()


@pytest.mark.parametrize("name", ["json", "csv"])
def test_reports_for_other_programs_load_no_heavy_library(name: str) -> None:
    heavy = {"pandas", "openpyxl", "jinja2", "xlsxwriter", "rapidfuzz", "numpy.ma"}
    assert loaded("check", str(EXAMPLES / "data.xlsx"), "-f", f"{name}:-") & heavy == set()
