"""Whether a cell looks like a figure, before it is known whose it is."""

from union_audit.patterns import pattern
from union_audit.sheets.model import Cell

_DIGIT = pattern(r"\d")


def is_bare_figure(cell: Cell) -> bool:
    """Whether a cell is a number, or a text with digits and no letters."""
    if isinstance(cell, str):
        return _DIGIT.search(cell) is not None and not any(map(str.isalpha, cell))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_figure_like(cell: Cell) -> bool:
    """Whether a cell is a number, or a text with a digit in it."""
    return isinstance(cell, int | float) or (isinstance(cell, str) and _DIGIT.search(cell) is not None)
