"""Several tables in a sheet: side by side and below each other, each with its own units."""

from pathlib import Path

import pytest

from submitting import HEAD, Rows, codes, figures, submit
from union_audit.sheets import Cell

LABELS = HEAD[3:]
TRUTH: dict[str, tuple[Cell, ...]] = {"BG01": (10, 9, 1, 1), "BG02": (1234, 1200, 0, 0), "BG03": (7, 0, 2, 1)}
NAMES = {"BG01": "LĐLĐ huyện Yên Dũng", "BG02": "LĐLĐ huyện Lạng Giang", "BG03": "LĐLĐ huyện Hiệp Hòa"}
TOLD = {code: dict(zip(("computers", "safe", "secret", "studied"), cells, strict=True)) for code, cells in TRUTH.items()}
TITLE: Rows = [("Tháng 6 năm 2025",)]


def wide(*units: str, fields: slice = slice(None)) -> Rows:
    return [("STT", "Tên đơn vị", *LABELS[fields]), *((n, NAMES[code], *TRUTH[code][fields]) for n, code in enumerate(units, 1))]


def form(code: str, line: str = "Đơn vị: {}", *, ordinals: bool = False) -> Rows:
    rows: Rows = [(line.format(NAMES[code]),), ("Chỉ tiêu", "Số liệu"), *zip(LABELS, TRUTH[code], strict=True)]
    return [rows[0], ("TT", *rows[1]), *((n, *row) for n, row in enumerate(rows[2:], 1))] if ordinals else rows


def beside(*blocks: Rows, gap: int = 1) -> Rows:
    rows: list[list[Cell]] = [[] for _ in range(max(map(len, blocks)))]
    for block in blocks:
        width = max(map(len, block))
        for n, row in enumerate(rows):
            cells = block[n] if n < len(block) else ()
            row += [*cells, *([None] * (width - len(cells) + gap))]
    return rows


SHEETS: dict[str, Rows] = {
    "the list goes on beside": beside(wide("BG01", "BG02"), wide("BG03")),
    "without a gap": beside(wide("BG01", "BG02"), wide("BG03"), gap=0),
    "other figures beside": beside(wide(*TRUTH, fields=slice(2)), wide(*TRUTH, fields=slice(2, 4))),
    "other figures beside, in another order": beside(wide(*TRUTH, fields=slice(2)), wide("BG02", "BG03", "BG01", fields=slice(2, 4))),
    "three, and one below the shortest": beside(
        wide("BG01", fields=slice(2)), wide("BG02"), [*wide("BG03"), (), *wide("BG01", fields=slice(2, 4))]
    ),
    "forms beside": beside(*(form(code) for code in TRUTH)),
    "forms beside, numbered": beside(*(form(code, ordinals=True) for code in TRUTH)),
    "forms beside, without a gap": beside(*(form(code) for code in TRUTH), gap=0),
    "forms beside, each under a name": beside(*(form(code, "{}") for code in TRUTH)),
    "forms below": [row for code in TRUTH for row in (*form(code), ())],
    "forms below, each under a name": [row for code in TRUTH for row in (*form(code, "{}"), ())],
    "forms below, without a gap": [row for code in TRUTH for row in form(code, "{}")],
    "tables below": [*wide(*TRUTH, fields=slice(2)), (), ("Biểu 2",), *wide(*TRUTH, fields=slice(2, 4))],
    "tables below, without a gap": [*wide(*TRUTH, fields=slice(2)), *wide(*TRUTH, fields=slice(2, 4))],
    "a table below tables beside": [*beside(wide("BG01"), wide("BG02")), (), *wide("BG03")],
    "a list of labels in two columns": [
        ("Đơn vị: LĐLĐ huyện Yên Dũng",),
        *beside(form("BG01")[1:4], [("Chỉ tiêu", "Số liệu"), *form("BG01")[4:]]),
    ],
    "a list of labels in two columns, the second from a lower row": [
        ("Đơn vị: LĐLĐ huyện Yên Dũng",),
        *beside([*form("BG01")[1:4], ("Chi khác", 5)], [("Chỉ tiêu", "Số liệu"), ("Tiền khác", 3), *form("BG01")[4:]], gap=0),
    ],
    "a list of labels in two columns, the first from a lower row": [
        ("Đơn vị: LĐLĐ huyện Yên Dũng",),
        *beside([("Chỉ tiêu", "Số liệu"), ("Tiền khác", 3), *form("BG01")[4:]], [*form("BG01")[1:4], ("Chi khác", 5)], gap=0),
    ],
    "a list of labels in two columns with a gap, the first from a lower row": [
        ("Đơn vị: LĐLĐ huyện Yên Dũng",),
        *beside(
            [("Chỉ tiêu", "Số liệu"), ("Tiền khác", 3), ("Tiền nữa", 3), *form("BG01")[4:6]],
            [*form("BG01")[1:4], ("Chi khác", 5), ("Chi nữa", 5)],
            gap=1,
        ),
    ],
}


@pytest.mark.parametrize("name", SHEETS)
def test_several_tables(name: str, tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": [*TITLE, *SHEETS[name]]}})
    told = {"BG01": TOLD["BG01"]} if "two columns" in name else TOLD
    assert figures(submissions, "2025-06") == told
    assert not set(codes(submissions)) & {"UA104", "UA109", "UA113", "UA114", "UA116"}


def test_a_count_beside_is_no_second_column_of_units(tmp_path: Path) -> None:
    rows: Rows = [("STT", "Tên đơn vị", "Tổng số máy tính", "Công đoàn cơ sở", "Số máy mật"), (1, NAMES["BG01"], 10, 35, 1)]
    assert figures(submit(tmp_path, {"a.xlsx": {"S": rows}})) == {"BG01": {"computers": 10, "secret": 1}}


def test_the_next_page_of_a_form_is_no_other_form(tmp_path: Path) -> None:
    rows = [*form("BG01")[:4], ("Chỉ tiêu", "Số liệu"), *form("BG01")[4:]]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}})
    assert figures(submissions) == {"BG01": TOLD["BG01"]}


@pytest.mark.parametrize("name", ["Ví dụ", "Mẫu (ví dụ)", "VD", "Example 1"])
@pytest.mark.parametrize("title", ["VÍ DỤ CÁCH GHI BIỂU", "Ví dụ"])
def test_an_example_is_no_data(name: str, title: str, tmp_path: Path) -> None:
    example = [(title,), ("STT", "Tên đơn vị", *LABELS), (1, NAMES["BG01"], 5, 5, 5, 0)]
    submissions = submit(tmp_path, {"a.xlsx": {name: [*TITLE, *example], "S": wide(*TRUTH)}})
    assert figures(submissions) == TOLD
    assert codes(submissions) == ["UA123"]


def test_a_remark_that_gives_an_example_is_no_title(tmp_path: Path) -> None:
    rows: Rows = [*TITLE, ("Ví dụ: có 12 máy thì ghi 12",), *wide(*TRUTH)]
    assert figures(submit(tmp_path, {"a.xlsx": {"S": rows}})) == TOLD
