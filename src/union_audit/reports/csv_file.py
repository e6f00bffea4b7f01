"""A row an assessment, for spreadsheets and scripts; texts are made harmless, so that no program takes one for a formula."""

import re
from functools import lru_cache
from typing import IO

from union_audit.reports import frames
from union_audit.reports.view import View
from union_audit.visible import visible

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")  # noqa: RUF001 (some programs take the wide signs for the narrow ones)


def write(view: View, stream: IO[str]) -> None:
    """Write the table with its stable English headings; lines end as RFC 4180 has it."""
    texts = [name for name, kind in frames.COLUMNS.items() if kind == "string"]
    for number, frame in enumerate(frames.blocks(view)):
        frame[texts] = frame[texts].map(harmless, na_action="ignore")
        frame.to_csv(stream, index=False, header=number == 0, lineterminator="\r\n")


@lru_cache(maxsize=4096)
def harmless(text: str) -> str:
    """Return the text as a spreadsheet takes it for text: a sign that begins a formula gets an apostrophe before it."""
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
