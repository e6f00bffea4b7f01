"""Rows of a text table whose cells a separator moved, kept by rows or by columns."""

import pytest

from union_audit.intake.tables.moved import Moved
from union_audit.intake.tables.work import Work
from union_audit.sheets import Sheet
from union_audit.sheets.formal import read_formal

BODY = ("BG01,12,9,1", "BG02,9,1", "BG03,8,8,0,7", *(f"BG{number},7,7,0" for number in range(10, 18)))


@pytest.mark.parametrize("heading", ["Mã,A,B,C", "Mã,A,B,C,", "Mã,A,B,C,,", "Mã,A,B"])
def test_rows_that_lack_cells_of_the_heading_are_the_same_kept_by_columns(heading: str) -> None:
    lines = (heading, *BODY)
    by_column = read_formal("\n".join(lines).encode(), ",")
    assert by_column is not None
    by_row = [line.split(",") for line in lines]
    found = []
    for rows in (by_row, by_column):
        sheet = Sheet("", rows, is_text=True)
        found.append(Moved(sheet, Work([sheet])).shorter(range(1, len(lines)), 0))
    width = heading.count(",") + 1
    assert found == [[row for row, cells in enumerate(by_row) if row and len(cells) < width]] * 2
