"""A row with a separator too many: one in a number or a name has moved its cells, unless other rows are as long."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from submitting import HEAD, PLAN, ROSTER, figures
from union_audit.intake import take_in
from union_audit.plan.period import Period

HEADINGS = ",".join(HEAD[1:6])
FIRST, SECOND, THIRD = "BG01,LĐLĐ huyện Yên Dũng", "BG02,LĐLĐ huyện Lạng Giang", "BG03,LĐLĐ huyện Hiệp Hòa"
JUNE = Period(2025, 6, 1)
NOBODYS = [f"X{number},CĐCS không có tên {number},5,4,3" for number in range(40)]


def taken(folder: Path, lines: Sequence[str]) -> tuple[dict[str, dict[str, int | str]], list[str]]:
    """Return what is known of the units, and the cells of rows that are said to go beyond their headings."""
    path = folder / "a.csv"
    path.write_text("\n".join((*lines, "")), "utf-8")
    submissions = take_in([path], PLAN, ROSTER, period=JUNE)
    moved = [finding for finding in submissions.findings if finding.code == "UA131"]
    return figures(submissions), [str(finding.args["count"]) for finding in moved]


@pytest.mark.parametrize("row", ["1,5,20,", "1,234,20,", "1,5,2,5,,"])
def test_a_number_with_a_comma_before_blank_cells_is_not_taken_apart(tmp_path: Path, row: str) -> None:
    known, moved = taken(tmp_path, [HEADINGS, f"{FIRST},{row}", f"{SECOND},30,20,1"])
    assert moved == ["1"]
    assert set(known) == {"BG02"}


def test_so_it_is_in_a_large_file_and_in_a_row_of_totals(tmp_path: Path) -> None:
    lines = [HEADINGS, f"{FIRST},1,5,20,", *NOBODYS * 60, f"{SECOND},30,20,1", ",Tổng cộng,31,5,40,"]
    known, moved = taken(tmp_path, lines)
    assert len("\n".join(lines)) > 1 << 16
    assert moved == ["2"]
    assert set(known) == {"BG02"}


ORDINARY = {
    "a blank last cell": [HEADINGS, f"{FIRST},30,20,", f"{SECOND},30,20,1"],
    "blank last cells that are left off": [HEADINGS, f"{FIRST},30,20", f"{SECOND},30,20,1"],
    "a comma after every row": [HEADINGS, f"{FIRST},30,20,,", f"{SECOND},30,20,1,"],
    "a comma after every row but one": [HEADINGS, f"{FIRST},30,20,,", f"{SECOND},30,20,1,", f"{THIRD},9,9,1"],
    "commas after headings and rows": [HEADINGS + ",,", f"{FIRST},30,20,,,", f"{SECOND},30,20,1,,"],
    "rows as long as a title": ["Tháng 6 năm 2025,,,,,Biểu 02", HEADINGS + ",", f"{FIRST},30,20,,", f"{SECOND},30,20,1,"],
    "sixteen rows as long as the note within them": [
        *(HEADINGS, f"{SECOND},30,20,1", *NOBODYS[:14], f"{FIRST},30,20,,"),
        *(f"{each}," for each in NOBODYS[:5]),
        "Người lập biểu,,,,,Thủ trưởng",
    ],
    "a number in quotation marks": [HEADINGS, f'{FIRST},"30,0",20,', f"{SECOND},30,20,1"],
    "semicolons": [line.replace(",", ";") for line in (HEADINGS, f"{FIRST},30,20,,", f"{SECOND},30,20,1")],
}


@pytest.mark.parametrize("lines", ORDINARY.values(), ids=ORDINARY)
def test_a_row_whose_last_cell_is_blank_is_an_ordinary_row(tmp_path: Path, lines: Sequence[str]) -> None:
    known, moved = taken(tmp_path, lines)
    assert moved == []
    assert known["BG01"]["computers"] == 30
    assert known["BG01"]["safe"] == 20
    assert known["BG02"]["secret"] == 1
