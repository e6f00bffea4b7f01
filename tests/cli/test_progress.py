"""How far a long work is, is told to who looks and has waited; nothing of it stays."""

import io
import sys
from time import sleep

import pytest

from hostile import HOSTILE
from union_audit.cli import progress
from union_audit.cli.progress import READING, Progress
from union_audit.cli.screen import Screen
from union_audit.language import Language


class Stream(io.StringIO):
    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


class Work:
    """A work that is told of, at a time that the test sets, on a terminal of 40 columns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool = True, quiet: bool = False) -> None:
        self.now, self._shown = 100.0, Stream(is_terminal=is_terminal)
        monkeypatch.setenv("COLUMNS", "40")
        monkeypatch.setattr(sys, "stderr", self._shown)
        monkeypatch.setattr(progress, "monotonic", lambda: self.now)
        self.told = Progress(Screen(Language("en"), quiet=quiet), READING)

    def tick(self, seconds: float) -> str:
        """Wait, while nothing is told, and return all that was shown so far."""
        self.now += seconds
        self.told._show()  # noqa: SLF001 (what the clock does each second)
        return self.shown

    def after(self, seconds: float, name: str, number: int = 2, total: int = 50) -> str:
        """Wait, tell of the next thing, and return all that was shown so far."""
        self.now += seconds
        self.told(name, number, total)
        return self.shown

    @property
    def shown(self) -> str:
        return self._shown.getvalue()


def test_who_waits_sees_one_line_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(monkeypatch)
    with work.told:
        assert work.after(0.9, "a.xlsx", 1) == ""
        assert work.after(0.2, "thang 6/b.xlsx", 2, 1050) == "\r1 s Reading 2 of 1,050: thang 6/b.xlsx"
        assert work.after(0.05, "c.xlsx", 3).count("\r") == 1  # no more than ten a second
        assert work.after(0.1, "d.xlsx", 4).endswith("\r1 s Reading 4 of 50: d.xlsx" + " " * 11)
    assert work.shown.endswith("\r" + " " * 27 + "\r")
    assert work.tick(5).count("d.xlsx") == 1, "nothing comes after the end"


def test_the_line_goes_also_where_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(monkeypatch)
    work.told.__enter__()
    work.after(2, "a.xlsx")
    work.told.__exit__(ValueError, ValueError(), None)
    assert work.shown.endswith(" \r")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_cannot_leave_its_line(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    line = Work(monkeypatch).after(2, name).removeprefix("\r")
    assert line.startswith("2 s Reading 2 of 50: ")
    assert len(line) <= 39
    assert line.isprintable()


def test_nobody_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Work(monkeypatch, quiet=True).after(2, "a.xlsx") == ""
    assert Work(monkeypatch, is_terminal=False).after(2, "a.xlsx") == ""


def test_who_waits_for_one_large_file_sees_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(monkeypatch)
    assert work.after(0, "a.xlsx", 1, 1) == ""
    assert work.tick(3).endswith("\r3 s Reading 1 of 1: a.xlsx")
    assert work.tick(9).endswith("\r12 s Reading 1 of 1: a.xlsx")


def test_how_much_of_a_thing_is_done_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    work = Work(monkeypatch)
    work.after(2, "a.xlsx", 1, 2)
    work.now += 2
    work.told.part(45, 100)
    assert work.shown.endswith("\r4 s ████░░░░░░ 45% Reading 1 of 2: a.xl")
    assert work.after(1, "b.xlsx", 2, 2).rstrip().endswith("\r5 s Reading 2 of 2: b.xlsx"), "nothing of the next"


def test_the_clock_itself_writes_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "TICK", 0.001)
    work = Work(monkeypatch)
    with work.told:
        work.after(0, "a.xlsx", 1, 1)
        work.now += 2
        for _ in range(1000):
            if work.shown:
                break
            sleep(0.005)
    assert work.shown.startswith("\r2 s Reading 1 of 1: a.xlsx")
