"""The words for how a column's figures are written."""

from collections.abc import Sequence

import pytest

from builders import field
from union_audit.intake.figures.columns import read_column
from union_audit.intake.figures.styles import styles_of
from union_audit.sheets import Cell

CASES: list[tuple[Sequence[Cell], tuple[str, ...]]] = [
    ([1, 2.0, None], ("numbers",)),
    (["1", "2"], ("digits as text",)),
    ([1, "2"], ("numbers", "digits as text")),
    (["1.234"], ("thousands by points",)),
    (["1,234", "5"], ("digits as text", "thousands by commas")),
    (["1 234"], ("thousands by spaces",)),
    (["12,0", "12.0"], ("decimals by a point", "decimals by a comma")),
    (["12 máy"], ("words",)),
    (["-", 3], ("numbers", "signs for nothing")),
    (["30/06/2025"], ("dates",)),
    (["nhiều", "3"], ("digits as text", "some that are not read")),
    ([None], ()),
]


@pytest.mark.parametrize(("cells", "styles"), CASES)
def test_styles(cells: Sequence[Cell], styles: tuple[str, ...]) -> None:
    column = read_column(cells, field("computers", unit={"vi": "máy"}))
    assert styles_of(column.kinds, column.odd.values(), is_any_plain=column.is_any_plain) == styles
