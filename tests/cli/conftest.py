"""Runs the command in this process, in an empty folder, with no setting of the machine's own."""

import os
from pathlib import Path

import pytest

from running import Result, Run
from union_audit import cli


@pytest.fixture(autouse=True)
def clean_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty working folder, English, 80 columns, and no variable that the command looks at."""
    for name in os.environ:
        if name.startswith(("UNION_AUDIT_", "LC_", "LANG")) or name == "NO_COLOR":
            monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the command as a function: `run("check", "data.xlsx")`."""

    def command(*arguments: object) -> Result:
        code = cli.run([str(argument) for argument in arguments])
        return Result(code, *capsys.readouterr())

    return command
