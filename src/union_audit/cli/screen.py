"""The terminal: results go to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from union_audit.errors import Problem, ReportError
from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.words import N_

BOLD, DIM, RED, YELLOW = "1", "2", "31", "33"


@dataclass(slots=True)
class Screen:
    """How to speak to the user: the language and loudness, both known better once the options and the plan are read."""

    language: Language
    quiet: bool = False
    verbose: bool = False
    colors: bool = True

    def result(self, text: str) -> None:
        """Print a result."""
        with standard_output() as stream:
            stream.write(text + "\n")

    def note(self, text: str) -> None:
        """Tell what else is worth knowing, unless asked to be quiet."""
        if not self.quiet:
            self.tell(text)

    def detail(self, text: str) -> None:
        """Tell what only somebody who asked for it wants to know."""
        if self.verbose:
            self.tell(text)

    def tell(self, text: str) -> None:
        """Tell what is no result: on standard error. Where nobody reads it, the work goes on."""
        try:
            sys.stderr.write(f"{text}\n")
        except OSError:
            _discard(sys.stderr)

    def shows_colors(self, stream: TextIO | None) -> bool:
        """Whether colours and bold letters may go to that stream; None where the shell closed it."""
        return self.colors and stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"

    def styled(self, text: str, style: str, stream: TextIO | None = None) -> str:
        """Return the text in that style, where the stream (standard output) can show it."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.shows_colors(stream or sys.stdout) else text


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Hand out standard output. A reader that has had enough (`| head`) is no error; a full disk is one.

    Raises:
        ReportError: it cannot be written to.
    """
    stream: TextIO | None = sys.stdout  # None where the shell closed it
    if stream is None:
        raise ReportError(Problem(N_("Standard output is closed: there is nowhere to write the result.")))
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as fault:
        _discard(stream)
        raise ReportError(Problem(N_("Standard output cannot be written: {detail}."), {"detail": fault.strerror})) from fault


def _discard(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that Python does not fail again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
