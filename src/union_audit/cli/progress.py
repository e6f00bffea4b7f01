"""How far a long work is: one line on standard error that is written over, for who looks and has waited a second."""

import shutil
import sys
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Self

from union_audit.cli.screen import Screen
from union_audit.visible import visible
from union_audit.words import N_

AFTER, EVERY = 1.0, 0.1
"""Seconds before anything is shown, and between two showings."""

TICK = 1.0
"""Seconds after which the line is written again though nothing was told: who waits for a large file sees that it goes on."""

BAR = 10
"""Letters of the bar."""

READING = N_("Reading {number} of {total}: {name}")
WRITING = N_("Writing {number} of {total}: {name}")


class Progress:
    """Told of each of many things before it is done, and how much of it is done; the line is gone when the work ends, however it ends."""

    def __init__(self, screen: Screen, message: str) -> None:
        """Begin to count the seconds; the message names {number}, {total} and {name}."""
        self._screen, self._message = screen, message
        self._is_seen = not screen.quiet and sys.stderr.isatty()
        self._began = monotonic()
        self._next = self._began + AFTER
        self._said = self._part = ""
        self._shown = 0
        self._lock, self._ended = Lock(), Event()

    def __enter__(self) -> Self:
        if self._is_seen:
            Thread(target=self._tick, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._ended.set()
            if self._shown:
                self._write("")

    def __call__(self, name: str, number: int, total: int) -> None:
        """Show what is being done, where somebody looks."""
        if self._is_seen:
            self._said = self._screen.language(self._message, number=number, total=total, name=visible(name))
            self._part = ""
            self._show()

    def part(self, done: int, total: int) -> None:
        """Show how much of the thing is done."""
        if self._is_seen and total:
            full = BAR * done // total
            self._part = f"{'█' * full}{'░' * (BAR - full)} {100 * done // total}% "
            self._show()

    def _tick(self) -> None:
        while not self._ended.wait(TICK):
            self._show()

    def _show(self) -> None:
        """Write the line, unless it is too early, or the work has ended meanwhile."""
        with self._lock:
            now = monotonic()
            if self._said and now >= self._next and not self._ended.is_set():
                self._next = now + EVERY
                self._write(f"{int(now - self._began)} s {self._part}{self._said}")

    def _write(self, text: str) -> None:
        """Write over what stands there, in signs that every terminal has: nothing else may stand after it."""
        from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 (only who waits sees it)

        width = min(cell_len(text), shutil.get_terminal_size().columns - 1)
        padded = set_cell_size(set_cell_size(text, width), max(width, self._shown))
        sys.stderr.write(f"\r{padded}" if text else f"\r{padded}\r")
        sys.stderr.flush()
        self._shown = width
