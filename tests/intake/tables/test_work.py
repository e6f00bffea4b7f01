"""Looks at cells are counted: what is built to be looked at again and again takes no more, or ends in a finding of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from submitting import HEAD, Rows, knows, submit
from union_audit.intake.facts import InputStatus
from union_audit.intake.tables import work
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.work import Work
from union_audit.sheets import Cell, Refused, Sheet

FIGURES = HEAD[3:6]
UNIT = (1, "BG01", "LĐLĐ huyện Yên Dũng", 9, 8, 7, "có")


def looks(rows: Rows) -> int:
    """Count the looks that the tables of a sheet take."""
    sheet = Sheet("S", rows)
    counted = Work([sheet])
    allowed = counted.left
    find_tables(sheet, knows(), counted)
    return allowed - counted.left


def forms(count: int) -> Rows:
    labels: list[list[Cell]] = [[text, 5] for text in FIGURES]
    return [["Đơn vị: LĐLĐ huyện Yên Dũng"], ["STT", "Nội dung", "Số liệu"], *labels, []] * count


SHAPES: dict[str, Callable[[int], Rows]] = {
    "headings again and again": lambda n: [HEAD] * n,
    "tables below each other": lambda n: [HEAD, UNIT, []] * n,
    "two headings a row": lambda n: [FIGURES[:2]] * n,
    "forms below each other": forms,
    "labels without a figure": lambda n: [[FIGURES[row % 3]] for row in range(n)],
    "labels far apart": lambda n: [[FIGURES[row % 3] if row % 20 == 0 else None, 5] for row in range(n)],
    "units side by side": lambda n: [["Nội dung", *(f"CĐCS số {unit}" for unit in range(n))], *([text, *range(n)] for text in FIGURES)],
    "columns nobody knows": lambda n: [["Tên đơn vị", *FIGURES, *(f"Cột {place}" for place in range(n))], ["BG01", *range(n + 3)]],
    "one heading for many columns": lambda n: [["Tên đơn vị", *FIGURES[:1] * n], ["BG01", *range(n)]],
    "columns of percentages": lambda n: [["Tên đơn vị", *FIGURES, *["Tỷ lệ (%)"] * n], ["BG01", *range(n + 3)]],
    "rows of totals": lambda n: [HEAD, *[UNIT, (None, None, "Tổng cộng", *range(4))] * n],
    "rows without a name": lambda n: [HEAD, *[UNIT, (None, None, None, *range(4))] * n],
    "names nobody knows": lambda n: [HEAD, *[UNIT, (None, None, "Trường khác", *range(4))] * n],
    "planned and done": lambda n: [("Tên đơn vị", "Nội dung", *FIGURES), *[(None, "Kế hoạch", 1, 2, 3), (None, "Thực hiện", 1, 2, 3)] * n],
    "rows that no table tells of": lambda n: [FIGURES[:2], (1, 2), ("a", "b", 5)] * n,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_twice_as_much_takes_twice_as_many_looks(shape: Callable[[int], Rows]) -> None:
    assert looks(shape(400)) <= 2.2 * looks(shape(200))


def test_a_form_is_gone_through_a_few_times() -> None:
    texts = (*FIGURES, *(f"Việc khác số {number}" for number in range(7)))
    labels: list[list[Cell]] = [[number, text, "máy", 5] for number, text in enumerate(texts, 1)]
    rows: Rows = [["Đơn vị: LĐLĐ huyện Yên Dũng"], ["STT", "Nội dung", "Đơn vị tính", "Số liệu"], *labels]
    assert looks(rows) < 10 * sum(map(len, rows))


SIDES: dict[str, Rows] = {
    "forms": [[cell for _ in range(4000) for cell in (text, 5, None)] for text in FIGURES],
    "tables": [["Tên đơn vị", *FIGURES] * 3000, ["LĐLĐ huyện Yên Dũng", 1, 2, 3] * 3000],
}


@pytest.mark.parametrize("rows", SIDES.values(), ids=SIDES)
def test_tables_side_by_side_without_end_are_stopped(rows: Rows) -> None:
    with pytest.raises(Refused) as caught:
        looks(rows)
    assert caught.value.finding.code == "UA022"


def test_a_file_that_is_stopped_is_refused_and_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "LOOKS", 1000)
    taken = submit(tmp_path, {"a.xlsx": {"T6": [HEAD] * 200}, "b.xlsx": {"T6": [HEAD, UNIT]}})
    assert [each.status for each in taken.inputs] == [InputStatus.REFUSED, InputStatus.READ]
    assert [(each.code, each.source and each.source.file) for each in taken.findings if each.code == "UA022"] == [("UA022", "a.xlsx")]
    (facts,) = taken.by_period.values()
    assert facts.submitted.sum() == 1
