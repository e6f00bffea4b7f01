"""One cell of a table in a web page: its text, or the number, error or formula that an office program wrote beside it."""

import re
from collections.abc import Mapping

from union_audit.folding import nfc
from union_audit.sheets.model import Cell, CellError
from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.seen import seen_as
from union_audit.sheets.unseen import ERRORS

_NUMBER_SHOWN = re.compile(r"[-+]?[\d.,\s\u00a0]*\d[\s\u00a0]*%?")
_NUMBER_BESIDE = ("x:num", "sdval")  # of Excel, of LibreOffice
_SPACES = re.compile(r"[^\S\n\u00a0]+")
_ERRORS = frozenset(ERRORS.values())
_LARGEST_SPAN = 1000
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)

Attributes = Mapping[str, str | None]


def cell_of(text: str, attributes: Attributes) -> tuple[Cell, NumberFormat | None]:
    """Return what a cell holds, and how it is shown, where that is not simply by its digits.

    The number beside a text is taken only where the text is a number too: a date has one beside it as well.
    """
    shown = _tidy(text)
    error = attributes.get("x:err") or (shown if shown in _ERRORS else "")
    if error:
        return CellError(error), None
    if not shown:
        formula = attributes.get("x:fmla")
        return (CellError(formula) if formula else None), None
    beside = next((value for name in _NUMBER_BESIDE if (value := attributes.get(name))), "")
    if beside and _NUMBER_SHOWN.fullmatch(shown):
        try:
            return (number := float(beside)), seen_as(shown, number)
        except ValueError:
            return shown, None
    return shown, None


def paragraph(text: str) -> str:
    """Return a text between the tables on one line."""
    return nfc(" ".join(text.split()))


def span(attributes: Attributes, name: str) -> int:
    """Return over how many rows or columns a cell reaches."""
    value = (attributes.get(name) or "").strip()
    return min(max(int(value), 1), _LARGEST_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1  # noqa: PLR2004


def is_hidden(attributes: Attributes) -> bool:
    """Whether an element is not shown."""
    return "hidden" in attributes or _NO_DISPLAY.search(attributes.get("style") or "") is not None


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    return "" if joined.isspace() else nfc(joined)
