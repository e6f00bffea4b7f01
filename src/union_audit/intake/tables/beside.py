"""Tables side by side: where each of them begins, and the part of the sheet that is its own."""

from collections.abc import Sequence

from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header

_SAMPLE = 50
"""So many rows tell whether words or figures stand in a column."""
_COPIED = 8
"""Cells are copied so many times as quickly as they are looked at."""


def unit_starts(grid: Grid, header: Header) -> list[int]:
    """Return the first column of each table under a header: where units are named once more after figures, with figures of their own."""
    starts = [0]
    block: list[int] = []
    fields = header.fields
    for column in sorted(header.matches):
        role = header.matches[column].role
        if role in ("ordinal", "code", "name") and any(place in fields for place in block):
            starts.append(column)
            block = []
        block.append(column)
    ends = [*starts[1:], max(header.matches) + 1]
    blocks = [range(start, end) for start, end in zip(starts, ends, strict=True)]
    whole = [block.start for block in blocks if _names_units(grid, header, block) and any(column in fields for column in block)]
    return [0, *whole[1:]]


def _names_units(grid: Grid, header: Header, block: range) -> bool:
    """Whether some columns name units: one of codes, or one of names with more words under it than figures."""
    roles = {column: header.matches[column].role for column in block if column in header.matches}
    return "code" in roles.values() or any(role == "name" and _is_worded(grid, header.last, column) for column, role in roles.items())


def _is_worded(grid: Grid, row: int, column: int) -> bool:
    below = [text for place in range(row + 1, min(row + _SAMPLE, len(grid.rows))) if (text := grid.shown(place, column))]
    return sum(any(map(str.isalpha, text)) for text in below) * 2 > len(below)


def label_starts(grid: Grid, columns: Sequence[int], floor: int, row: int) -> list[int]:
    """Return the first column of each form: that of its labels, or of the numbers before them."""
    return [0, *(_start(grid, column, floor, row) for column in columns[1:])]


def _start(grid: Grid, column: int, floor: int, row: int) -> int:
    before = (grid.text(above, column - 1) for above in range(floor, row + 1))
    return column - 1 if any(grid.headings.match(text).role == "ordinal" for text in before if text) else column


def split(grid: Grid, starts: Sequence[int]) -> list[Grid]:
    """Return the parts of a sheet that begin at some columns; the sheet itself where there is only one."""
    if len(starts) == 1:
        return [grid]
    width = grid.width(0, len(grid.rows))
    grid.work.spend(
        len(starts) * width * max(len(grid.rows) // _COPIED, 1)
    )  # each part has the columns to its left too, with nothing in them
    return [grid.part(start, end) for start, end in zip(starts, (*starts[1:], width), strict=True)]
