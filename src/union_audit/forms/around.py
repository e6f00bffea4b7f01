"""What stands below a table to be filled in: how to do it, and who signs."""

from collections.abc import Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.forms.pad import Pad

_LINE = 16.5
"""The height of a line, in points."""

_NARROW = 1.1
"""Letters to a column's unit of width, which is that of a digit."""


def height(text: str, width: float) -> float:
    """Return how high a row must be for a text in a cell of that many letters, in points."""
    return _LINE * sum(max(1, ceil(len(line) / (width * _NARROW))) for line in text.split("\n")) + 2


def notes(pad: Pad, sheet: Worksheet, row: int, widths: Sequence[float], figures: str) -> None:
    """Say how to fill it in, across the columns of those widths. `figures`: where the cells are that are filled in."""
    language = pad.language
    lines = [
        language("Notes: write only into the light yellow cells ({figures}).", figures=figures),
        language("Where there was nothing, write 0: a cell left blank counts as not reported."),
        language("A cell turns red where a part is larger than its whole: check both."),
    ]
    text = "\n– ".join(lines)
    sheet.merge_range(row, 0, row, len(widths) - 1, text, pad.look("note"))
    sheet.set_row(row, height(text, sum(widths)))


def signatures(pad: Pad, sheet: Worksheet, row: int, left: tuple[int, int], right: tuple[int, int]) -> None:
    """Leave room for place and date, and for who made it and who answers for it."""
    language = pad.language
    sheet.merge_range(row, right[0], row, right[1], language("Signature at ……………, on ……………"), pad.look("dated"))
    for (first, last), who in ((left, language("Prepared by")), (right, language("Head of the unit"))):
        sheet.merge_range(row + 1, first, row + 1, last, who.upper(), pad.look("middle"))
        sheet.merge_range(row + 2, first, row + 2, last, language("(signature, full name)"), pad.look("quiet"))
        sheet.merge_range(row + 6, first, row + 6, last, "", pad.look("signed"))
