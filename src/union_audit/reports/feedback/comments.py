"""The comments at faulty cells: what was found there, and what to do."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from union_audit.reports.feedback.faults import Fault

Marks: TypeAlias = Mapping[tuple[int, int], str]
"""What is said at each cell of a sheet, by its row and column from 0."""

AUTHOR = "union-audit"
FILL = "FFC7CE"
SIZE = (320, 120)
"""Width and height of a comment, in pixels."""
_LONGEST = 32_000
"""Excel takes 32,767 characters."""


def marks(faults: Iterable[Fault]) -> dict[str, dict[tuple[int, int], str]]:
    """Return what is said at each cell, by sheet; several faults of one cell are said below each other."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    for fault in faults:
        if fault.source and fault.source.cell:
            cells, place = found.setdefault(fault.source.sheet, {}), (fault.source.row, fault.source.column)
            cells[place] = joined((cells.get(place, ""), f"{fault.message}\n{fault.action}"))
    return found


def joined(texts: Iterable[str]) -> str:
    """Return texts below each other, cut where no comment could hold them."""
    return "\n\n".join(filter(None, texts))[:_LONGEST]
