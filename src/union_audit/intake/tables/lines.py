"""The lines above a form that say whose it is: "Đơn vị: …", "Mã đơn vị: …"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from union_audit.folding import fold
from union_audit.intake.figures.cells import tidy
from union_audit.intake.tables.grid import Grid
from union_audit.intake.vocabulary.units import CODE_LINES, LEVEL_LINES, PARENT_LINES, UNIT_LINES
from union_audit.nearest import one_slip_apart
from union_audit.patterns import pattern

_LINE = pattern(r"([^:]+?) ?: ?(.*)")
_MANY = pattern(r"\s*[\t\n]\s*|[ \u00a0]{3,}(?![:.…])")
"""What parts two lines that stand in one cell."""
_MEASURE = pattern(r"[\s,;(-]*\b(?:đơn vị t[íỉi]nh|đvt|don vi tinh|dvt)\b.*", re.IGNORECASE)
"""The unit of measure, where it stands behind the unit."""
_FOOTNOTE = pattern(r"\s*\((?:\d{1,2}|\*+)\)\s*$")
_BLANKS = " :.…_"
"""What a form has where something is to be filled in."""
_ROLES = {
    **dict.fromkeys(CODE_LINES, "code"),
    **dict.fromkeys(UNIT_LINES, "name"),
    **dict.fromkeys(LEVEL_LINES, "level"),
    **dict.fromkeys(PARENT_LINES, "parent"),
}
_MOST_WORDS = max(len(label.split()) for label in _ROLES)


def unit_lines(grid: Grid, first: int, end: int, header_rows: Sequence[int]) -> dict[str, list[str]]:
    """Return what the rows from `first` up to `end` say of the unit, by role."""
    said: dict[str, list[str]] = {}
    for row in range(first, end):
        if row in header_rows:
            continue
        for column, text in [(place, line) for place in grid.texts(row) for line in _lines_in(grid, row, place)]:
            label, value = _split(text)
            role = _role(label)
            if role is not None and (value := value or _beside(grid, row, column)):
                said.setdefault(role, []).append(value)
    return said


def _lines_in(grid: Grid, row: int, column: int) -> list[str]:
    """Return the lines that stand in a cell, far apart; a label stays with what stands behind its colon."""
    lines: list[str] = []
    for part in _MANY.split(str(grid.cell(row, column))):
        if lines and lines[-1].endswith(":"):
            lines[-1] += f" {part}"
        else:
            lines.append(tidy(part))
    return [line for line in lines if line]


def is_left_blank(grid: Grid, first: int, end: int) -> bool:
    """Whether a line asks for the unit, and nothing stands there."""
    asked = [text for row in range(first, end) for text in grid.texts(row).values() if is_unit_line(text)]
    return any(_role(_split(text)[0]) == "name" for text in asked) and "name" not in unit_lines(grid, first, end, ())


def is_unit_line(text: str) -> bool:
    """Whether a line says whose the figures below it are."""
    return ":" in text and _role(_split(text)[0]) is not None


@lru_cache(maxsize=4096)
def told_by(text: str) -> tuple[str, str]:
    """Return what a line says of the unit by itself: "name", "code", "level" or "parent", "" for none; and which it is, "" if blank."""
    label, value = _split(text)
    return _role(label) or "", value


@lru_cache(maxsize=4096)
def _role(label: str) -> str | None:
    """Return what a label of a line asks for, None if it asks for something else."""
    key = fold(_FOOTNOTE.sub("", label))
    return _ROLES.get(key) or _nearly(key)


def _nearly(key: str) -> str | None:
    """Return what a label asks for one word of which is misspelt by a letter ("Đơm vị"); None where that could be several things."""
    words = key.split()
    roles = set()
    for known, role in _ROLES.items() if 1 < len(words) <= _MOST_WORDS else ():
        others = known.split()
        slips = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
        if len(others) == len(words) and len(slips) == 1 and not slips[0][0].isdigit() and one_slip_apart(*slips[0]):
            roles.add(role)
    return roles.pop() if len(roles) == 1 else None


def _split(text: str) -> tuple[str, str]:
    found = _LINE.fullmatch(text)
    return (found[1], _MEASURE.sub("", found[2]).strip(_BLANKS)) if found else (text, "")


def _beside(grid: Grid, row: int, column: int) -> str:
    """Return the next text or number to the right, if it is no label of another line."""
    cells = range(column + 1, len(grid.rows[row]))
    text = next((text for place in cells if (text := grid.shown(row, place)).strip(_BLANKS)), "")
    return "" if _role(_split(text)[0]) is not None else text
