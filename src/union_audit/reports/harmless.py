"""Texts for spreadsheets: nothing that somebody submitted is taken for a formula."""

import re
from functools import lru_cache

from union_audit.visible import visible

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")  # noqa: RUF001 (some programs take the wide signs for the narrow ones)


@lru_cache(maxsize=4096)
def harmless(text: str) -> str:
    """Return the text as a spreadsheet takes it for text: a sign that begins a formula gets an apostrophe before it."""
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
