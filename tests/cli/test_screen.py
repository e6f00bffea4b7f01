"""Results go to standard output, all else to standard error; what goes wrong there is no traceback either."""

import io
import os
import sys
from pathlib import Path

import pytest

from union_audit import cli
from union_audit.cli.screen import BOLD, Screen, standard_output
from union_audit.errors import ReportError
from union_audit.language import Language


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen() -> Screen:
    return Screen(Language("en"))


def test_results_and_all_else_take_two_ways(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    screen.result("result")
    screen.note("note")
    screen.detail("detail")
    screen.tell("error")
    assert capsys.readouterr() == ("result\n", "note\nerror\n")


def test_quiet_leaves_errors_and_verbose_adds_details(screen: Screen, capsys: pytest.CaptureFixture[str]) -> None:
    screen.quiet = True
    screen.note("note")
    screen.tell("error")
    screen.verbose = True
    screen.detail("detail")
    assert capsys.readouterr() == ("", "error\ndetail\n")


def test_colours_go_to_terminals_only(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen.styled("a", BOLD, io.StringIO()) == "a"
    assert screen.styled("a", BOLD, Terminal()) == "\x1b[1ma\x1b[0m"
    monkeypatch.setenv("TERM", "dumb")
    assert screen.styled("a", BOLD, Terminal()) == "a"
    monkeypatch.delenv("TERM")
    screen.colors = False
    assert screen.styled("a", BOLD, Terminal()) == "a"


def test_a_reader_that_has_had_enough_is_no_error(monkeypatch: pytest.MonkeyPatch, screen: Screen) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        screen.result("a line")
        screen.result("another")


def test_what_nobody_hears_ends_no_work(monkeypatch: pytest.MonkeyPatch, screen: Screen) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8", buffering=1) as pipe:
        monkeypatch.setattr(sys, "stderr", pipe)
        screen.tell("a note")
        screen.tell("another")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_a_report_that_was_not_written(monkeypatch: pytest.MonkeyPatch, screen: Screen) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(ReportError, match="Standard output cannot be written"):
            screen.result("a line")


def test_a_closed_output_is_a_report_that_was_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(ReportError, match="Standard output is closed"), standard_output():
        raise AssertionError


@pytest.mark.parametrize("command", ["targets", "explain UA201", "--help", "check --help"])
def test_a_command_whose_output_is_closed_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.run([*command.split(), "--lang", "en"]) == 4
    assert "Standard output is closed" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["targets", "explain UA201", "explain online_meetings"])
@pytest.mark.parametrize("variable", ["", "NO_COLOR", "UNION_AUDIT_NO_COLOR"])
def test_colours_are_left_out_by_every_command_where_asked(monkeypatch: pytest.MonkeyPatch, command: str, variable: str) -> None:
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    monkeypatch.delenv("TERM", raising=False)
    if variable:
        monkeypatch.setenv(variable, "1")
    assert cli.run(command.split()) == 0
    assert ("\x1b[" in terminal.getvalue()) == (not variable)
