"""Rows far down a sheet that may have headings are the same by rows and by columns, and what stands above a heading is not passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submitting import HEAD, Rows, tables
from union_audit.intake.tables import likely
from union_audit.intake.tables.likely import likely_rows
from union_audit.sheets import Cell
from union_audit.sheets.formal import read_formal

UNIT = (1, "BG01", "LĐLĐ huyện Yên Dũng", 9, 8, 7, "có")
CELLS = st.sampled_from(["", "x", "x y", "5", "12,5", "ghi chú", " x"])


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=3, max_size=30), st.integers(0, 30), st.sampled_from([2, 1 << 14]))
def test_the_same_by_rows_and_by_columns(rows: list[list[str]], first: int, long: int) -> None:
    rows = [["a", "b"], *rows, ["c", "d"]]
    by_column = read_formal("\n".join("\t".join(row) for row in rows).encode(), "\t")
    expected = [place for place, row in enumerate(rows) if place >= first and any("x" in cell for cell in row)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(likely, "_LONG", long)
        for each in (rows, by_column or rows):
            assert likely_rows(each, lambda text: "x" in text, first) == expected


@pytest.mark.parametrize("above", [399, 400, 1_000])
def test_a_table_far_down_is_found_with_what_stands_above_it(above: int) -> None:
    other: list[Cell] = ["Việc khác", "đã xong", 5]
    rows: Rows = [*[other] * above, ["Tháng 6 năm 2025"], [], HEAD, UNIT, [], *[other] * 500, ["Tháng 5 năm 2025"], HEAD, UNIT]
    first, second = tables(rows)
    assert [first.header_rows, second.header_rows] == [(above + 2,), (above + 506,)]
    assert "Tháng 6 năm 2025" in first.titles
    assert "Tháng 5 năm 2025" in second.titles
    assert first.figures.values.tolist() == second.figures.values.tolist() == [[9, 8, 7, 1]]
