"""Long tables, a row for each unit and figure, are read as the wide table that they are, whatever the order of their rows."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submitting import HEAD, PLAN, ROSTER, Rows, tables
from union_audit.intake.facts import Layout, State
from union_audit.intake.tables.long_rows import UNLABELLED
from union_audit.intake.tables.table import Table
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import Look, NumberFormat

LABELS = HEAD[3:6]
UNITS = tuple(unit.name for unit in ROSTER.units)
COUNTS = st.lists(st.integers(0, 10**6), min_size=3, max_size=3)


def only(rows: Rows, **sheet: Any) -> Table:
    (table,) = tables(rows, **sheet)
    return table


def long(*records: Sequence[Cell]) -> Table:
    return only([("Đơn vị", "Chỉ tiêu", "Giá trị"), *records])


@given(figures=st.dictionaries(st.sampled_from(UNITS), COUNTS, min_size=2), order=st.randoms(use_true_random=False))
def test_a_long_table_says_what_the_wide_one_says(figures: dict[str, list[int]], order: Random) -> None:
    records = [(unit, label, float(count)) for unit, counts in figures.items() for label, count in zip(LABELS, counts, strict=True)]
    order.shuffle(records)
    rows: list[list[Cell]] = [["Đơn vị", *LABELS]]
    rows += [[unit, *counts] for unit, counts in figures.items()]
    table, wide = long(*records), only(rows)
    said, meant = ({name: by_field(each, unit) for unit, name in enumerate(each.named.names)} for each in (table, wide))
    assert said == meant
    assert (table.layout, table.findings, table.issues) == (Layout.LONG, (), ())
    for unit, name in enumerate(table.named.names):
        for j, field in enumerate(table.figures.fields):
            row, column = table.figures.at(unit, j)
            assert (records[row - 1][0], float(table.figures.values[unit, j])) == (name, records[row - 1][2])
            assert column == 2
            assert PLAN.fields[field].id == by_label(records[row - 1][1])


def by_field(table: Table, unit: int) -> dict[int, int]:
    return dict(zip(table.figures.fields, table.figures.values[unit].tolist(), strict=True))


def by_label(label: str) -> str:
    return next(field.id for field in PLAN.fields if label in field.aliases)


def test_what_has_no_row_is_missing_and_no_blank() -> None:
    """A blank may be a zero by the plan; a row that is not there says nothing."""
    table = long((UNITS[1], LABELS[0], 5.0), (UNITS[1], LABELS[2], None), (UNITS[2], LABELS[0], 4.0))
    assert table.figures.state.tolist() == [[State.FIGURE, State.ZERO], [State.FIGURE, State.MISSING]]
    assert table.figures.at(1, 1) == (-1, -1)


def test_a_figure_that_is_given_twice_is_a_second_row_of_its_unit() -> None:
    table = long((UNITS[1], LABELS[0], 5.0), (UNITS[1], LABELS[1], 4.0), (UNITS[1], LABELS[0], 6.0))
    assert table.named.names == [UNITS[1], UNITS[1]]
    assert table.figures.values.tolist() == [[5, 4], [6, 0]]
    assert table.figures.state.tolist() == [[State.FIGURE, State.FIGURE], [State.FIGURE, State.MISSING]]


def test_a_figure_that_is_given_again_and_again_has_a_row_each_time() -> None:
    times = [(UNITS[1], LABELS[0], float(count)) for count in (5, 6, 7)]
    table = long(*times, (UNITS[1], LABELS[1], 4.0), (UNITS[1], LABELS[1], 3.0))
    assert table.figures.values.tolist() == [[5, 4], [6, 3], [7, 0]]
    assert [table.figures.at(unit, 1) for unit in range(3)] == [(4, 2), (5, 2), (-1, -1)]


def test_what_is_wrong_with_a_figure_is_said_at_its_cell() -> None:
    table = long((UNITS[1], LABELS[0], 5.0), (UNITS[1], LABELS[1], "khoảng 4"), (None, LABELS[0], 3.0), (UNITS[2], LABELS[0], 1.0))
    (issue,) = table.issues
    assert (issue.code, table.figures.at(issue.units[0], issue.field)) == ("UA201", (2, 2))
    assert [(each.code, each.source and each.source.cell) for each in table.findings] == [("UA122", "C4")]


def test_a_figure_without_a_label_is_said_and_left_out() -> None:
    """So that no unit is sent a workbook in which another's figures stand."""
    table = long((UNITS[1], LABELS[0], 5.0), (UNITS[2], None, 4.0))
    assert [(each.index, each.text, each.reason) for each in table.left_out] == [(2, UNITS[2], UNLABELLED)]
    assert [(each.code, each.source and each.source.cell) for each in table.findings] == [("UA134", "C3")]


def test_a_total_is_held_against_the_cells_it_stands_in() -> None:
    records = [(unit, label, 2.0) for unit in UNITS[1:3] for label in LABELS[:2]]
    table = long(*records, ("Toàn tỉnh", LABELS[0], 4.0), ("Toàn tỉnh", LABELS[1], 5.0))
    (total,) = table.totals
    assert (total.figures, total.cells) == ((4, 5), [(5, 2), (6, 2)])


def test_how_a_value_is_shown_is_known() -> None:
    rows: Rows = [("Đơn vị", "Chỉ tiêu", "Giá trị"), (UNITS[1], LABELS[0], 0.85), (UNITS[2], LABELS[0], 4.0)]
    table = only(rows, formats={(1, 2): NumberFormat((Look(2, 0, "", "%"),))})
    assert table.figures.state.tolist()[1] == [State.FIGURE]
    assert table.figures.state.tolist()[0] != [State.FIGURE]


@pytest.mark.parametrize(
    "head", [("Đơn vị", "Chỉ tiêu", "Ghi chú"), ("Nội dung", "Chỉ tiêu", "Giá trị"), ("Đơn vị", "Chỉ tiêu", "Giá trị", "Kết quả")]
)
def test_other_headings_head_no_long_table(head: Sequence[Cell]) -> None:
    assert all(table.layout is not Layout.LONG for table in tables([head, (UNITS[1], LABELS[0], 5.0, 5.0)]))
