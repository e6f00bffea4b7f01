"""How far a long work is: one line on standard error that is written over, for who looks and has waited a second."""

import shutil
import sys
from time import monotonic
from types import TracebackType
from typing import Self

from union_audit.cli.screen import Screen
from union_audit.visible import visible
from union_audit.words import N_

AFTER, EVERY = 1.0, 0.1
"""Seconds before anything is shown, and between two showings."""


READING = N_("Reading {number} of {total}: {name}")
WRITING = N_("Writing {number} of {total}: {name}")


class Progress:
    """Told of each of many things before it is done; the line is gone when the work ends, however it ends."""

    def __init__(self, screen: Screen, message: str) -> None:
        """Begin to count the seconds; the message names {number}, {total} and {name}."""
        self._screen, self._message = screen, message
        self._next = monotonic() + AFTER
        self._shown = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._shown:
            self._write("")

    def __call__(self, name: str, number: int, total: int) -> None:
        """Show what is being done, where somebody looks."""
        if self._screen.quiet or total == 1 or monotonic() < self._next or not sys.stderr.isatty():
            return
        self._next = monotonic() + EVERY
        self._write(self._screen.language(self._message, number=number, total=total, name=visible(name)))

    def _write(self, text: str) -> None:
        """Write over what stands there, in signs that every terminal has: nothing else may stand after it."""
        from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 (only who waits sees it)

        width = min(cell_len(text), shutil.get_terminal_size().columns - 1)
        padded = set_cell_size(set_cell_size(text, width), max(width, self._shown))
        sys.stderr.write(f"\r{padded}" if text else f"\r{padded}\r")
        sys.stderr.flush()
        self._shown = width
