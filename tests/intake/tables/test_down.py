"""Forms and transposed tables, whose fields stand below each other."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import field, plan
from submitting import PLAN, Rows, figures, submit, tables
from union_audit.intake.facts import Layout
from union_audit.intake.tables.table import Table
from union_audit.plan.model import Cumulative, OverPeriods
from union_audit.sheets import Cell

FIELDS: tuple[str, ...] = ("1. Tổng số máy tính", "2. Số máy tính được bảo vệ bằng phần mềm", "Trong đó: số máy mật", "Đã tổ chức học tập")


def form(*head: Cell, figures: tuple[Cell, ...] = (10, 9, 1, "có"), above: Rows = ()) -> Rows:
    return [*above, head, *((number, label, figure) for number, (label, figure) in enumerate(zip(FIELDS, figures, strict=True), 1))]


def only(rows: Rows, layout: Layout = Layout.FORM, **sheet: Any) -> Table:
    (table,) = tables(rows, **sheet)
    assert table.layout is layout
    return table


def values(table: Table) -> list[list[int]]:
    return [list(map(int, row)) for row in table.figures.values]


@pytest.mark.parametrize("heading", ["Số liệu", "Kết quả", "Thực hiện tháng 6/2025", "Value", None, "Tháng 6"])
def test_a_form(heading: str | None) -> None:
    table = only(form("STT", "Chỉ tiêu", heading))
    assert values(table) == [[10, 9, 1, 1]]
    assert table.figures.at(0, 2) == (3, 2)
    assert table.is_one_unit


def test_a_period_over_the_figures_is_a_title() -> None:
    assert "Thực hiện tháng 6/2025" in only(form("STT", "Chỉ tiêu", "Thực hiện tháng 6/2025")).titles


def test_a_month_over_the_only_figures_is_a_title() -> None:
    assert "Tháng 5/2025" in only([("Chỉ tiêu", "Tháng 5/2025"), *((label, 7) for label in FIELDS[:3])]).titles


def test_figures_counted_since_january_are_none_of_the_month() -> None:
    summed = replace(PLAN, fields=(replace(PLAN.fields[0], over_periods=OverPeriods.SUM), *PLAN.fields[1:]))
    (table,) = tables([("Chỉ tiêu", "Lũy kế từ đầu năm"), (FIELDS[0], 10), (FIELDS[1], 9)], plan_=summed)
    assert values(table) == [[9]]
    assert [each.args["headings"] for each in table.findings] == [(FIELDS[0],)]


COLUMNS: list[tuple[tuple[str, ...], list[int], list[str]]] = [
    (("Chỉ tiêu", "Kế hoạch", "Thực hiện"), [2], ["UA102"]),
    (("Chỉ tiêu", "ĐVT", "Số liệu"), [2], []),
    (("Chỉ tiêu", "Tháng 5", "Tháng 6"), [], ["UA107", "UA102"]),
    (("Chỉ tiêu", "Kết quả", "Thực hiện"), [], ["UA107", "UA102"]),
    (("Chỉ tiêu", "Kế hoạch", "Tháng trước"), [], ["UA108", "UA102"]),
    (("Chỉ tiêu", "Thực hiện tháng trước", "Thực hiện tháng này"), [2], ["UA102"]),
    (("Chỉ tiêu", "Số liệu cùng kỳ năm trước", "Số liệu kỳ trước"), [], ["UA108", "UA102"]),
    (("Chỉ tiêu", "Kế hoạch", "Tháng 6"), [2], ["UA102"]),
    (("Chỉ tiêu", "Số liệu", "Tỷ lệ (%)"), [1], []),
]


@pytest.mark.parametrize(("head", "used", "codes"), COLUMNS)
def test_which_column_holds_the_figures(head: tuple[str, ...], used: list[int], codes: list[str]) -> None:
    table = only([head, *((label, 7, 8) for label in FIELDS[:3])])
    assert sorted(finding.code for finding in table.findings) == sorted(codes)
    assert values(table) == [[7 if place == 1 else 8] * 3 for place in used]


def test_a_column_of_units_of_measure_is_none_of_figures() -> None:
    table = only([("Chỉ tiêu", "Đơn vị", None), *((label, "máy", 8) for label in FIELDS[:3])])
    assert values(table) == [[8, 8, 8]]


def test_a_blank_form() -> None:
    assert values(only(form("STT", "Chỉ tiêu", "Số liệu", figures=(None,) * 4))) == [[0, 0, 0, 0]]
    assert [each.code for each in only(form("STT", "Chỉ tiêu", None, figures=(None,) * 4)).findings] == ["UA108"]


def test_sections_rows_that_are_not_known_and_notes() -> None:
    rows = [
        ("Chỉ tiêu", "Số liệu"),
        ("I. Hạ tầng",),
        ("Máy tính",),
        ("Tổng số", 10),
        ("Được bảo vệ", 9),
        ("Màu sơn", 3),
        ("Số máy mật", 1),
        ("Số bàn", 4),
        (),
        ("Người lập biểu",),
        ("Tổng số", 99),
    ]
    table = only(rows)
    assert values(table) == [[10, 9, 1]]
    assert [(each.index, each.text) for each in table.left_out] == [(1, "I. Hạ tầng"), (2, "Máy tính"), (10, "Tổng số")]
    assert [(each.text, each.field) for each in table.headings] == [
        ("Máy tính › Tổng số", "computers"),
        ("Máy tính › Được bảo vệ", "safe"),
        ("Màu sơn", None),
        ("Số máy mật", "secret"),
        ("Số bàn", None),
    ]
    assert [each.args["headings"] for each in table.findings] == [("Màu sơn", "Số bàn")]


@pytest.mark.parametrize(
    ("above", "code", "name", "level"),
    [
        ([("Đơn vị: LĐLĐ huyện Yên Dũng",)], "", "LĐLĐ huyện Yên Dũng", ""),
        ([("Tên đơn vị:", None, "LĐLĐ huyện Yên Dũng"), ("Mã đơn vị", "BG01")], "BG01", "LĐLĐ huyện Yên Dũng", ""),
        ([("Mã đơn vị: BG01", "Cấp: huyện")], "BG01", "", "huyện"),
        ([("Đơn vị:", "Mã đơn vị:", "BG01")], "BG01", "", ""),
        ([("Đơn vị tính: máy",)], "", "", ""),
        ([("Đơn vị gửi báo cáo", ":", "LĐLĐ huyện Yên Dũng")], "", "LĐLĐ huyện Yên Dũng", ""),
        ([("Đơn vị: ………",)], "", "", ""),
    ],
)
def test_whose_a_form_says_it_is(above: Rows, code: str, name: str, level: str) -> None:
    named = only(form("STT", "Chỉ tiêu", "Số liệu", above=above)).named
    assert (named.codes[0], named.names[0], named.levels[0]) == (code, name, level)


def test_a_header_of_measures_is_no_line_of_the_unit() -> None:
    assert only([("Chỉ tiêu", "Đơn vị", "Số liệu"), *((label, "máy", 8) for label in FIELDS[:3])]).named.names[0] == ""


TRANSPOSED: list[tuple[str, Rows]] = [
    (
        "by headings",
        [("TT", "Chỉ tiêu", "LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"), *((n, f, 7, 8) for n, f in enumerate(FIELDS[:3]))],
    ),
    ("by codes", [("TT", "Chỉ tiêu", "BG01", "BG02"), *((n, f, 7, 8) for n, f in enumerate(FIELDS[:3]))]),
    ("by rows", [("", "Mã đơn vị", "BG01", "BG02"), ("", "Tên đơn vị", None, None), *((n, f, 7, 8) for n, f in enumerate(FIELDS[:3]))]),
    (
        "with numbers",
        [("TT", "Chỉ tiêu", "BG01", "BG02"), ("A", "B", "1", "2"), *((n, f, 7, 8) for n, f in enumerate(FIELDS[:3]))],
    ),
]


@pytest.mark.parametrize("rows", [case[1] for case in TRANSPOSED], ids=[case[0] for case in TRANSPOSED])
def test_a_column_a_unit(rows: Rows) -> None:
    table = only(rows, Layout.TRANSPOSED)
    assert values(table) == [[7, 7, 7], [8, 8, 8]]
    assert table.named.place == [2, 3]
    assert table.figures.at(1, 0) == (len(rows) - 3, 3)


def test_columns_that_are_no_units_are_left_out() -> None:
    rows: Rows = [
        ("Chỉ tiêu", "ĐVT", "LĐLĐ huyện Yên Dũng", "LĐLĐ nào đó", "Tổng cộng", "Ghi chú"),
        *((f, "máy", 7, 8, 15, None) for f in FIELDS[:3]),
    ]
    table = only(rows, Layout.TRANSPOSED)
    assert list(table.named.names) == ["LĐLĐ huyện Yên Dũng", "LĐLĐ nào đó"]
    assert [(each.index, each.reason) for each in table.left_out] == [
        (1, "not a unit's column"),
        (4, "a total"),
        (5, "not a unit's column"),
    ]
    assert [total.figures for total in table.totals] == [(15, 15, 15)]


def test_without_a_roster_units_are_told_by_how_their_names_begin() -> None:
    rows: Rows = [("Chỉ tiêu", "LĐLĐ huyện A", "LĐLĐ huyện B"), *((f, 7, 8) for f in FIELDS[:3])]
    (table,) = tables(rows, None)
    assert table.layout is Layout.TRANSPOSED


def test_two_lists_side_by_side() -> None:
    rows: Rows = [("Chỉ tiêu", "Số liệu", "Chỉ tiêu", "Số liệu"), (FIELDS[0], 10, FIELDS[2], 1), (FIELDS[1], 9, FIELDS[3], "có")]
    first, second = tables(rows)
    assert (values(first), values(second)) == ([[10, 9]], [[1, 1]])


def test_one_field_alone_is_a_form_if_a_figure_stands_beside_it() -> None:
    assert values(only([("Tổng số máy tính", 10)])) == [[10]]


@pytest.mark.parametrize("head", [[("Chỉ tiêu", "Số liệu")], []], ids=["with headings", "without"])
def test_forms_below_each_other(head: Rows) -> None:
    rows: Rows = [(("Đơn vị: LĐLĐ huyện Yên Dũng"),), *head, (FIELDS[0], 10), (FIELDS[1], 9)]
    one, other = tables([*rows, ("Đơn vị: LĐLĐ huyện Lạng Giang",), *head, (FIELDS[0], 20), (FIELDS[1], 15)])
    assert [(list(each.named.names), values(each)) for each in (one, other)] == [
        (["LĐLĐ huyện Yên Dũng"], [[10, 9]]),
        (["LĐLĐ huyện Lạng Giang"], [[20, 15]]),
    ]


def test_labels_under_a_row_of_other_headings() -> None:
    rows: Rows = [("Chỉ tiêu", "Tổng số máy tính", "Tổng số máy tính"), (FIELDS[0], 10, 11), (FIELDS[1], 9, 8)]
    assert [finding.code for finding in only(rows).findings] == ["UA107", "UA102"]


def test_a_section_whose_own_words_are_a_figures() -> None:
    rows: Rows = [("STT", "Chỉ tiêu", "Số liệu"), ("I", "Tổng số máy tính", None), (1, "Kết quả", 10), (2, FIELDS[1], 9), (3, FIELDS[2], 1)]
    table = only(rows)
    assert [each.field for each in table.headings] == ["computers", "computers", "safe", "secret"]
    assert values(table) == [[10, 9, 1]]


@pytest.mark.parametrize("ordinal", [False, True])
@pytest.mark.parametrize("columns", [("Số liệu",), ("LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang")])
def test_labels_that_mean_a_figure_only_with_their_section(columns: tuple[str, ...], *, ordinal: bool) -> None:
    rows: Rows = [
        ("Chỉ tiêu", *columns),
        ("Máy tính",),
        ("Tổng số", *range(10, 10 + len(columns))),
        ("Được bảo vệ", *range(5, 5 + len(columns))),
    ]
    if ordinal:
        rows = [("TT", *rows[0]), ("I", *rows[1]), *((n, *row) for n, row in enumerate(rows[2:], 1))]
    (table,) = tables(rows)
    assert table.figures.fields == (0, 1)
    assert table.figures.values.tolist() == [[10 + n, 5 + n] for n in range(len(columns))]


TWO_COLUMNS: list[tuple[str, Rows, tuple[tuple[int, int, int, int], ...]]] = [
    (
        "merged",
        [
            ("STT", "Nội dung", None, "Số liệu"),
            (1, "Máy tính", "Tổng số", 10),
            (None, None, "Được bảo vệ", 9),
            (2, "Số máy mật", None, 1),
            (3, "Đã tổ chức học tập", None, "có"),
        ],
        ((0, 1, 0, 2), (1, 0, 2, 0), (1, 1, 2, 1), (3, 1, 3, 2), (4, 1, 4, 2)),
    ),
    (
        "not merged",
        [
            ("Nội dung", None, "Số liệu"),
            ("Máy tính", "Tổng số", 10),
            (None, "Được bảo vệ", 9),
            ("Số máy mật", None, 1),
            ("Đã tổ chức học tập", None, "có"),
        ],
        (),
    ),
    (
        "a group on each row, the labels first",
        [("Số máy mật", None, 1), ("Đã tổ chức học tập", None, "có"), ("Máy tính", "Tổng số", 10), ("Máy tính", "Được bảo vệ", 9)],
        (),
    ),
    (
        "with units of measure",
        [
            ("TT", "Chỉ tiêu", None, "ĐVT", "Số liệu"),
            (1, "Máy tính", "Tổng số", "máy", 10),
            (None, None, "Được bảo vệ", "máy", 9),
            (2, "Số máy mật", None, "máy", 1),
            (3, "Đã tổ chức học tập", None, "có/không", "có"),
        ],
        ((1, 1, 2, 1),),
    ),
]


@pytest.mark.parametrize(("rows", "merged"), [case[1:] for case in TWO_COLUMNS], ids=[case[0] for case in TWO_COLUMNS])
def test_labels_in_two_columns(rows: Rows, merged: tuple[tuple[int, int, int, int], ...]) -> None:
    table = only(rows, merged=merged)
    found = dict(zip(table.figures.fields, values(table)[0], strict=True))
    assert found == {0: 10, 1: 9, 2: 1, 3: 1}
    assert "Máy tính › Tổng số" in [each.text for each in table.headings]
    assert not table.findings


def test_a_label_after_a_merged_group_is_not_under_it() -> None:
    rows: Rows = [("Máy tính", "Tổng số", 10), (None, "Được bảo vệ", 9), (None, "Tổng số", 77)]
    table = only(rows, merged=((0, 0, 1, 0),))
    assert values(table) == [[10, 9]]
    assert [each.args["headings"] for each in table.findings] == [("Tổng số",)]


def test_two_rows_a_label_what_was_planned_and_what_was_done() -> None:
    rows: Rows = [
        ("Chỉ tiêu", None, "Số liệu"),
        *(
            row
            for label, count in zip(FIELDS[:3], (10, 9, 1), strict=True)
            for row in ((label, "Kế hoạch", 99), (None, "Thực hiện", count))
        ),
    ]
    assert values(only(rows)) == [[10, 9, 1]]
    assert values(only(rows[1:])) == [[10, 9, 1]]


def beside(*heads: tuple[Cell, ...], figures: tuple[Cell, ...] = (99, 7, 99, 8)) -> Rows:
    return [*(("Chỉ tiêu", *head) for head in heads), *((label, *figures) for label in FIELDS[:3])]


NAMES: tuple[Cell, ...] = ("LĐLĐ huyện Yên Dũng", None, "LĐLĐ huyện Lạng Giang", None)
TWICE: tuple[Cell, ...] = ("Kế hoạch", "Thực hiện") * 2
PLANNED: list[tuple[str, Rows, list[int]]] = [
    ("under each unit", beside(NAMES, TWICE), [2, 4]),
    ("each with the unit", beside((NAMES[0], NAMES[0], NAMES[2], NAMES[2]), TWICE), [2, 4]),
    ("by codes", beside(("BG01", None, "BG02", None), TWICE), [2, 4]),
    ("the figures first", beside(NAMES, ("Thực hiện", "Tỷ lệ (%)") * 2, figures=(7, 50, 8, 50)), [1, 3]),
    ("over the units", beside(("Kế hoạch", None, "Thực hiện", None), (NAMES[0], NAMES[2]) * 2, figures=(99, 99, 7, 8)), [3, 4]),
]


@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize(("rows", "used"), [case[1:] for case in PLANNED], ids=[case[0] for case in PLANNED])
def test_two_columns_a_unit(rows: Rows, used: list[int], *, is_merged: bool) -> None:
    merged = tuple((0, place, 0, place + 1) for place in (1, 3) if rows[0][place + 1] is None)
    table = only(rows, Layout.TRANSPOSED, merged=merged if is_merged else ())
    assert [sorted(set(row)) for row in values(table)] == [[7], [8]]
    assert table.named.place == used
    assert [each.reason for each in table.left_out] == ["a plan, a share or another period"] * 2
    assert not table.findings


def test_two_columns_of_the_figures_for_a_unit_are_none() -> None:
    table = only(beside(NAMES, ("Thực hiện", "Kết quả", "Kế hoạch", "Thực hiện")), Layout.TRANSPOSED)
    assert values(table) == [[8, 8, 8]]
    assert [(each.code, each.args.get("headings")) for each in table.findings] == [
        ("UA107", ("LĐLĐ huyện Yên Dũng › Thực hiện", "LĐLĐ huyện Yên Dũng › Kết quả"))
    ]


def test_a_total_of_two_columns() -> None:
    head: tuple[Cell, ...] = ("Tổng cộng", None, *NAMES)
    table = only(beside(head, ("Kế hoạch", "Thực hiện") * 3, figures=(198, 15, 99, 7, 99, 8)), Layout.TRANSPOSED)
    assert values(table) == [[7, 7, 7], [8, 8, 8]]
    assert [(each.place, each.figures) for each in table.totals] == [(2, (15, 15, 15))]


MONTHS = [
    pytest.param({"over": OverPeriods.SUM}, [[7], [8]], [2, 4], "", id="asked of the month"),
    pytest.param({"cumulative": Cumulative.YEAR}, [[77], [88]], [3, 5], "", id="asked since January"),
    pytest.param({}, [[]] * 2, [], "UA143", id="what stands at the end"),
]


@pytest.mark.parametrize(("asked", "true", "used", "code"), MONTHS)
@pytest.mark.parametrize("is_form", [True, False])
def test_the_month_and_since_january_beside_each_other(
    asked: dict[str, Any], true: list[list[int]], used: list[int], code: str, *, is_form: bool
) -> None:
    own = plan(fields=[field("computers", aliases=("Tổng số máy tính",), **asked)])
    head: tuple[Cell, ...] = ("STT", "Chỉ tiêu", *("Trong tháng", "Lũy kế từ đầu năm") * (1 if is_form else 2))
    rows: Rows = [head, (1, "Tổng số máy tính", 7, 77, *(() if is_form else (8, 88)))]
    units: list[tuple[Cell, ...]] = [] if is_form else [(None, None, *NAMES)]
    table = only([*units, *rows], Layout.FORM if is_form else Layout.TRANSPOSED, plan_=own)
    assert [row.tolist() for row in table.figures.values] == (true[:1] if is_form else true)
    assert [table.figures.at(unit, 0)[1] for unit in range(len(table.named.place)) if used] == (used[:1] if is_form else used)
    assert {finding.code for finding in table.findings} == ({code} if code else set())


def test_what_stands_at_the_end_may_be_said_twice() -> None:
    rows: Rows = [("STT", "Chỉ tiêu", "Trong tháng", "Lũy kế"), (1, "Tổng số máy tính", 7, 7), (2, "Số máy mật", None, 3)]
    assert values(only(rows, Layout.FORM)) == [[7, 3]]


LINES: Rows = [("Số xe ô tô", 3), ("Số nhà để xe", 1)]
"""What a form asks for beside the plan's figures."""
KNOWN: Rows = [(FIELDS[0], 10), (FIELDS[1], 9), (FIELDS[2], 1), (FIELDS[3], "có")]


def shown(table: Table) -> list[str]:
    """Return the labels that mean no figure of the plan, as the table says them."""
    return [text for finding in table.findings if finding.code == "UA102" for text in finding.args["headings"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("head", [(), (("Nội dung", "Số liệu"),), (("Tháng 6 năm 2025",), ("Nội dung", "Số liệu")), (("A", 1),)])
def test_figures_above_the_first_label_that_is_known_are_said(head: Rows) -> None:
    table = only([*head, *LINES, *KNOWN])
    assert values(table) == [[10, 9, 1, 1]]
    assert shown(table) == ["Số xe ô tô", "Số nhà để xe"]
    assert "3" not in table.titles


def test_so_they_are_above_a_second_list(tmp_path: Path) -> None:
    rows: Rows = [
        ("Nội dung", "Số liệu", "Nội dung", "Số liệu"),
        (FIELDS[0], 10, *LINES[0]),
        (FIELDS[1], 9, *LINES[1]),
        ("Số máy in", 4, FIELDS[2], 1),
        ("Số máy quét", 5, FIELDS[3], "có"),
    ]
    submissions = submit(tmp_path, {"LĐLĐ huyện Yên Dũng.xlsx": {"Tháng 6.2025": rows}})
    assert figures(submissions) == {"BG01": {"computers": 10, "safe": 9, "secret": 1, "studied": 1}}
    said = {finding.source.cell: finding.args["headings"] for finding in submissions.findings if finding.code == "UA102" and finding.source}
    assert said == {"A4": ("Số máy in", "Số máy quét"), "C2": ("Số xe ô tô", "Số nhà để xe")}


def test_so_they_are_above_the_labels_of_units_side_by_side() -> None:
    rows: Rows = [("Nội dung", "LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"), (*LINES[0], 2), (FIELDS[0], 10, 20), (FIELDS[1], 9, 19)]
    table = only(rows, Layout.TRANSPOSED)
    assert values(table) == [[10, 9], [20, 19]]
    assert list(table.named.names) == ["LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"]
    assert shown(table) == ["Số xe ô tô"]


@pytest.mark.parametrize(
    "above",
    [
        *([("Năm", 2025)], [("Tháng", 6), ("Năm", 2025)], [("Mã đơn vị", 12345)], [("Đơn vị: LĐLĐ huyện Yên Dũng", 3)], [("A", 1)]),
        *([("Điện thoại", "0204123456")], [("Nội dung", "Số liệu")], [("Số xe ô tô", 3), ()], [("Số xe ô tô", "ba")], [("(1)", 2)]),
        *([("Chỉ tiêu", 2025)], [("Nội dung", 1)], [("Tên chỉ tiêu", 101)]),
    ],
)
def test_what_says_of_whom_and_when_a_form_is_and_what_stands_apart_is_no_line_of_it(above: Rows) -> None:
    table = only([*above, *KNOWN])
    assert values(table) == [[10, 9, 1, 1]]
    assert shown(table) == []
