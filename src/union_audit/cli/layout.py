"""Plain text, laid out at the width of the terminal."""

import shutil
import textwrap
from collections.abc import Sequence

WIDEST = 100
"""Longer lines are hard to read."""


def width() -> int:
    """Return how many letters stand on a line: 80 where there is no terminal."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def paragraph(text: str, indent: int = 0) -> str:
    """Return the text in lines that fit, indented."""
    return textwrap.fill(
        text, max(width(), indent + 20), initial_indent=" " * indent, subsequent_indent=" " * indent, break_on_hyphens=False
    )


def definitions(rows: Sequence[tuple[str, str]], indent: int = 0) -> str:
    """Return terms and, beside them in a column of their own, what is said of each; nothing said, no line."""
    rows = [(term, text) for term, text in rows if text]
    return "\n".join(entries(rows, indent))


def entries(rows: Sequence[tuple[str, str]], indent: int = 0) -> list[str]:
    """Return the lines of each of the definitions by itself."""
    column = indent + max((len(term) for term, _ in rows), default=0) + 2
    return [f"{' ' * indent}{term}".ljust(column) + paragraph(text, column).lstrip() for term, text in rows]
