"""What a row or a column of totals says: its figures, and what stands where one should be and is none."""

from collections.abc import Sequence

from union_audit.intake.facts import State
from union_audit.intake.figures.cells import Reading
from union_audit.intake.figures.columns import read_column
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.table import Total
from union_audit.plan.model import Field, Kind

_MARK = "UA212"
"""An "x" in a row of totals marks a cell that none is asked for in."""


def read_total(grid: Grid, text: str, place: int, cells: Sequence[tuple[int, int]], fields: Sequence[Field]) -> Total:
    """Read a row or a column of totals that is named by a text; `cells`: the address of each field's.

    The answers of a field of yes and no have no sum, so nothing is wrong there.
    """
    figures: list[int | None] = []
    unread: dict[int, Reading] = {}
    for j, (at, field) in enumerate(zip(cells, fields, strict=True)):
        shown = grid.sheet.formats.get(at)
        read = read_column([grid.cell(*at)], field, {0: shown} if shown else {})
        figures.append(int(read.values[0]) if read.state[0] == State.FIGURE else None)
        if read.state[0] > State.FIGURE and field.kind is Kind.COUNT and read.odd[0].code != _MARK:
            unread[j] = read.odd[0]
    return Total(text, place, cells, tuple(figures), unread)
