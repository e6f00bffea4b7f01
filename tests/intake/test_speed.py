"""A long table is read by columns: no look at each cell."""

import pytest

from submitting import HEAD, Rows, knows
from union_audit.intake.figures.cells import Reading
from union_audit.intake.figures.columns import read_column
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.grid import Grid
from union_audit.sheets import Cell, Sheet
from union_audit.sheets.number_format import PERCENT


def test_plain_rows_and_cells_are_not_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    original = Grid.cell

    def counted(self: Grid, row: int, column: int) -> Cell:
        looked.append(row)
        return original(self, row, column)

    monkeypatch.setattr(Grid, "cell", counted)
    rows: Rows = [HEAD, *((n, "BG01", "LĐLĐ huyện Yên Dũng", n, n, n, 1) for n in range(5000))]
    (table,) = find_tables(Sheet("S", rows), knows())
    assert table.figures.values.shape == (5000, 4)
    assert len(looked) < len(rows)


def test_each_odd_text_is_read_once() -> None:
    field = knows().plan.fields[0]
    column = read_column(["12 máy", 3] * 1000, field)
    assert len({id(reading) for reading in column.odd.values()}) == 1
    assert isinstance(column.odd[0], Reading)


def test_numbers_shown_in_another_way_are_read_once_each() -> None:
    field = knows().plan.fields[0]
    column = read_column([12.0, 13.0] * 1000, field, dict.fromkeys(range(2000), PERCENT))
    assert len({id(reading) for reading in column.odd.values()}) == 2
    assert {reading.code for reading in column.odd.values()} == {"UA209"}
