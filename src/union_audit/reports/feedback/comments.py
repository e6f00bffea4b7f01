"""The comments at faulty cells: what was found there, and what to do; and the cells of a workbook that bear them."""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from union_audit.reports.feedback.faults import Fault

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as AnyCell
    from openpyxl.worksheet.worksheet import Worksheet

Marks: TypeAlias = Mapping[tuple[int, int], str]
"""What is said at each cell of a sheet, by its row and column from 0."""

_AUTHOR = "union-audit"
_FILL = "FFC7CE"
_WIDTH, _HEIGHT = 320, 120
"""Of a comment, in pixels."""
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


def mark(sheet: "Worksheet", comments: Marks) -> None:
    """Colour the cells of a sheet and comment them; what a comment said before is kept above."""
    from openpyxl.comments import Comment  # noqa: PLC0415 (openpyxl is needed here only)
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    for (row, column), text in comments.items():
        cell = _cell(sheet, row + 1, column + 1)
        before = cell.comment.text if cell.comment else ""
        cell.fill = PatternFill("solid", start_color=_FILL, end_color=_FILL)
        cell.comment = Comment(joined((before, text)), _AUTHOR, height=_HEIGHT, width=_WIDTH)


def saved(book: "Workbook") -> bytes:
    """Return what a workbook's file holds, with no name of a person among its properties."""
    from openpyxl.packaging.core import DocumentProperties  # noqa: PLC0415
    from openpyxl.packaging.custom import CustomPropertyList  # noqa: PLC0415

    book.properties = DocumentProperties(creator=_AUTHOR)
    book.custom_doc_props = CustomPropertyList()  # type: ignore[attr-defined]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: "Worksheet", row: int, column: int) -> "AnyCell":
    """Return a cell; of cells that were made one, the first, which alone can bear a comment."""
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            row, column = merged.min_row, merged.min_col
    return cast("AnyCell", sheet.cell(row, column))
