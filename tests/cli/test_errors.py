"""Every error ends in words and an exit code, never in a traceback."""

import io
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from running import Result, Run
from union_audit.errors import ConfigurationError, Problem, ReportError, UnionAuditError


def raising(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr("typer.main.get_command", fail)


def test_one_problem_is_one_line_with_its_place_and_its_hint_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(ConfigurationError(Problem("No key {key}.", {"key": "x"}, "a.yaml", 3, 7, "Try {key}!")), monkeypatch)
    assert run("targets") == Result(2, "", "Error: a.yaml:3:7: No key x.\n  Try x!\n")


def test_several_problems_are_shown_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(ConfigurationError(Problem("One.", file="a.yaml", line=3), Problem("Two.", hint="Hint."), Problem("Three.")), monkeypatch)
    assert run("targets").err == "Error:\na.yaml:3: One.\nTwo.\n  Hint.\nThree.\n"


def test_what_somebody_else_wrote_cannot_forge_the_message(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(ConfigurationError(Problem("No key {key}.", {"key": "\x1b[2Jx\u202e"}, hint="Not {key}?")), monkeypatch)
    assert run("targets").err == "Error: No key <U+001B>[2Jx<U+202E>.\n  Not <U+001B>[2Jx<U+202E>?\n"


def test_a_whole_file_is_not_quoted(run: Run) -> None:
    """A roster named as the plan is one long text to YAML."""
    Path("units.csv").write_text("code,name,level\n" + "D1,District,district\n" * 1000, encoding="utf-8")
    result = run("check", "-t", "units.csv", "x.csv")
    assert result.code == 2
    assert len(result.err) < 600


def test_each_error_has_its_exit_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(ReportError(Problem("Full.")), monkeypatch)
    assert run("targets").code == 4
    raising(UnionAuditError(Problem("Wrong.")), monkeypatch)
    assert run("targets").code == 2


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    raising(KeyboardInterrupt(), monkeypatch)
    result = run("targets")
    assert (result.code, result.out, result.err) == (130, "", "")


def test_a_bug_is_one_line_and_a_file(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    raising(ZeroDivisionError("secret"), monkeypatch)
    result = run("targets")
    assert result.code == 70
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err
    saved = next(tmp_path.glob("union-audit-*.txt"))
    assert str(saved) in result.err
    assert "ZeroDivisionError: secret" in saved.read_text(encoding="utf-8")


def test_a_bug_is_told_also_where_nothing_can_be_saved(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    raising(ZeroDivisionError(), monkeypatch)
    assert run("targets").err == "Error: This is a fault of union-audit itself (ZeroDivisionError).\n"


@pytest.mark.parametrize("warnings_asked_for", [[], ["error"]])
def test_the_process_ends_with_the_code_and_speaks_utf8(monkeypatch: pytest.MonkeyPatch, warnings_asked_for: list[str]) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(sys, "warnoptions", warnings_asked_for)
    monkeypatch.setattr(sys, "argv", ["union-audit", "targets", "--lang", "vi"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("union_audit", run_name="__main__")
    assert caught.value.code == 0
    out.seek(0)
    assert "đoàn viên" in out.buffer.read().decode("utf-8")


def test_where_nothing_can_be_said_the_exit_code_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "warnoptions", ["error"])
    monkeypatch.setattr(sys, "argv", ["union-audit", "chek"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("union_audit", run_name="__main__")
    sys.stderr.close()
    assert caught.value.code == 2


@pytest.mark.parametrize("line", ["targets schema", "--help", "targets --help", "check --help", "explain UA101"])
def test_a_program_that_stops_reading_hears_no_complaint(line: str) -> None:
    command = [sys.executable, "-m", "union_audit", *line.split()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 (our own command)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
