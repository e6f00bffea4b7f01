"""A sheet as its tables are looked for, kept by rows or by columns: what stands under a cell."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from submitting import PLAN
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.work import Work
from union_audit.sheets import Cell, Sheet
from union_audit.sheets.by_column import ByColumn

CELLS: st.SearchStrategy[Cell] = st.sampled_from([None, None, None, "", " ", "a", 5])


@given(st.lists(st.tuples(st.integers(0, 40), CELLS), max_size=6), st.integers(0, 20), st.booleans())
def test_the_first_thing_under_a_cell(runs: list[tuple[int, Cell]], row: int, by_column: bool) -> None:  # noqa: FBT001 (drawn)
    column = [cell for blanks, last in runs for cell in (*[None] * blanks, last)]
    sheet = Sheet("S", ByColumn([list(column)], len(column), {}) if by_column else [[cell] for cell in column])
    grid = Grid(sheet, Headings(PLAN), Work([sheet]))
    shown = [grid.shown(under, 0) for under in range(row + 1, len(column))]
    assert grid.below(row, 0) == next(filter(None, shown), "")
    assert [grid.below(above, 0) for above in range(row, len(column))] == [
        next(filter(None, shown[above - row :]), "") for above in range(row, len(column))
    ]
    assert len(grid.down(0, np.arange(len(column)))) == len(column)
