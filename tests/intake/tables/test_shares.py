"""Percentages are held against the counts beside them, and never used instead."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submitting import Rows, tables
from union_audit.findings import Finding
from union_audit.sheets import Cell
from union_audit.sheets.number_format import PERCENT, NumberFormat

COMPUTERS, SAFE, SECRET = "Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật"
UNIT = "LĐLĐ huyện Yên Dũng"


def told(rows: Rows, formats: Mapping[tuple[int, int], NumberFormat] = MappingProxyType({})) -> list[Finding]:
    return [finding for table in tables(rows, formats=formats) for finding in table.findings if finding.code == "UA218"]


def wide(share: Cell, heading: str = "Tỷ lệ %", counts: tuple[Cell, Cell, Cell] = (100, 90, 0)) -> Rows:
    computers, safe, secret = counts
    return [("STT", "Tên đơn vị", COMPUTERS, SECRET, SAFE, heading), (1, UNIT, computers, secret, safe, share)]


@pytest.mark.parametrize("share", ["90%", "90", 90, 0.9, "90,0 %", "90/100 (90%)", 90.0, "(90%)", None, "-", "x", "", "khoảng 90"])
@pytest.mark.parametrize(
    "heading", ["Tỷ lệ %", "Tỉ lệ (%)", "%", "Đạt tỷ lệ", f"Tỷ lệ {SAFE}", "Tỷ lệ máy tính được bảo vệ bằng phần mềm", "Tỷ lệ lạ"]
)
def test_a_percentage_that_agrees(share: Cell, heading: str) -> None:
    assert told(wide(share, heading)) == []


@pytest.mark.parametrize("share", ["95%", 95, 0.95, "0,95", "91%", "120/121 (99,17%)", 9])
@pytest.mark.parametrize("heading", ["Tỷ lệ %", "%", "Tỷ lệ máy tính được bảo vệ bằng phần mềm"])
def test_a_percentage_that_disagrees(share: Cell, heading: str) -> None:
    rows = wide(share, heading)
    (finding,) = told(rows)
    assert finding.source is not None
    assert (finding.source.cell, finding.args["cells"]) == ("F2", ("E2", "C2", "D2"))
    assert (finding.args["numerator"], finding.args["base"]) == (90, 100)
    (table,) = tables(rows)
    assert table.figures.values.tolist() == [[100, 0, 90]]


def test_a_number_that_is_shown_as_a_percentage() -> None:
    shown = {(1, 5): PERCENT}
    assert told(wide(0.9), formats=shown) == []
    assert [finding.args["text"] for finding in told(wide(0.95), formats=shown)] == ["95%"]


@pytest.mark.parametrize("heading", ["Tỷ lệ so với kế hoạch", "% hoàn thành", "Tỷ lệ tăng, giảm so với cùng kỳ", "Ghi chú"])
def test_shares_of_something_else_are_not_checked(heading: str) -> None:
    assert told(wide(50, heading)) == []


@pytest.mark.parametrize("counts", [(None, 90, 0), (100, "khoảng 90", 0), (0, 0, 0), (100, None, 0)])
def test_counts_that_are_not_sure_are_not_checked(counts: tuple[Cell, Cell, Cell]) -> None:
    assert told(wide(50, counts=counts)) == []


def test_forms_and_transposed_tables() -> None:
    form: Rows = [("Chỉ tiêu", "Số liệu", "Tỷ lệ %"), (COMPUTERS, 100, None), (SAFE, 90, "{}"), (SECRET, 0, None)]
    for share, count in (("90%", 0), ("95%", 1)):
        rows = [[cell.format(share) if isinstance(cell, str) else cell for cell in row] for row in form]
        assert len(told(rows)) == count
        below: Rows = [("Chỉ tiêu", "Số liệu"), (COMPUTERS, 100), (SECRET, 0), (SAFE, 90), ("Tỷ lệ %", share)]
        assert len(told(below)) == count
        across: Rows = [
            ("Chỉ tiêu", UNIT, "LĐLĐ huyện Lạng Giang"),
            (COMPUTERS, 100, 10),
            (SECRET, 0, 0),
            (SAFE, 90, 5),
            ("Tỷ lệ", share, 50),
        ]
        assert len(told(across)) == count


def test_beside_a_plan_a_percentage_is_the_share_of_that() -> None:
    rows: Rows = [
        ("Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ %"),
        (COMPUTERS, 100, 100, "100%"),
        (SAFE, 90, 90, "100%"),
        (SECRET, 0, 0, None),
    ]
    assert told(rows) == []


@given(base=st.integers(1, 10**6), part=st.integers(0, 10**6), decimals=st.integers(0, 4), as_text=st.booleans(), cut=st.booleans())
@settings(max_examples=60)
def test_rounding_is_no_disagreement(base: int, part: int, decimals: int, *, as_text: bool, cut: bool) -> None:
    numerator = min(part, base)
    exact = 100 * numerator / base
    share = str(int(exact)) if cut else f"{exact:.{decimals}f}"
    rows = wide(f"{share}%".replace(".", ",") if as_text else float(share), counts=(base, numerator, 0))
    assert told(rows) == []
