"""Tables with a row a unit, however they are dressed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from builders import field, plan
from submitting import HEAD, PLAN, ROSTER, Rows, tables
from union_audit.intake.facts import Layout, State
from union_audit.intake.tables.table import Table
from union_audit.plan.model import OverPeriods
from union_audit.plan.roster import Roster
from union_audit.sheets import Cell

SECTION = "the heading of a section"
NOTE = "a note or a signature below the table"
TITLE = ("LĐLĐ TỈNH BẮC GIANG", None, "Biểu số 02")
A: tuple[Cell, ...] = (1, "BG01", "LĐLĐ huyện Yên Dũng", 10, 9, 1, "có")
B: tuple[Cell, ...] = (2, "BG02", "LĐLĐ huyện Lạng Giang", 20, 15, None, "chưa")


def only(rows: Rows, **sheet: Any) -> Table:
    (table,) = tables(rows, **sheet)
    assert table.layout is Layout.WIDE
    return table


def reasons(table: Table) -> dict[int, str]:
    return {each.index: each.reason for each in table.left_out}


def values(table: Table) -> list[list[int]]:
    return [list(map(int, row)) for row in table.figures.values]


def test_a_plain_table() -> None:
    table = only([HEAD, A, B])
    assert values(table) == [[10, 9, 1, 1], [20, 15, 0, 0]]
    assert list(table.named.codes) == ["BG01", "BG02"]
    assert [(each.role, each.field) for each in table.headings] == [
        ("ordinal", None),
        ("code", None),
        ("name", None),
        ("field", "computers"),
        ("field", "safe"),
        ("field", "secret"),
        ("field", "studied"),
    ]
    assert table.figures.at(1, 2) == (2, 5)
    assert table.figures.texts == {(0, 3): "có", (1, 3): "chưa"}


DRESS: list[tuple[str, Rows, dict[int, str]]] = [
    ("titles above", [TITLE, (), ("Tháng 6 năm 2025",), HEAD, A, B], {}),
    ("title right above", [("BÁO CÁO", "KẾT QUẢ"), HEAD, A, B], {}),
    ("column numbers", [HEAD, ("A", "B", "C", 1, 2, 3, "4=1+2"), A, B], {1: "the numbers of the columns"}),
    ("numbers in brackets", [HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"), A, B], {1: "the numbers of the columns"}),
    ("numbers under letters", [HEAD, ("A", "B", "C", 1, 2, 3, 4), A, B], {1: "the numbers of the columns"}),
    ("numbers with one left out", [HEAD, ("A", "B", "C", 1, 2, 4, "5=4/2"), A, B], {1: "the numbers of the columns"}),
    ("blank rows", [HEAD, (), A, (None,) * 7, B, ("",)], {}),
    ("total last", [HEAD, A, B, (None, None, "Tổng cộng", 30, 24, 1)], {3: "a total"}),
    ("total first", [HEAD, (None, None, "TỔNG SỐ (A+B)", 30, 24, 1), A, B], {1: "a total"}),
    ("total in the first column", [HEAD, ("Toàn tỉnh:", None, None, 30, 24, 1), A, B], {1: "a total"}),
    ("sections", [HEAD, ("I", None, "Các LĐLĐ huyện"), A, ("II", None, "Khối khác"), B], {1: SECTION, 3: SECTION}),
    (
        "sections with their sums",
        [HEAD, ("I", None, "Các LĐLĐ huyện", 10, 9, 1), A, ("B.", None, "Khối khác", 20, 15), B],
        {1: "a total", 3: "a total"},
    ),
    ("subtotals", [HEAD, A, ("I", None, "Cộng các huyện", 10, 9, 1), B], {2: "a total"}),
    ("the header again", [HEAD, A, HEAD, B], {2: "the headings once more"}),
    (
        "notes and signatures",
        [
            *(HEAD, A, B, (), ("Ghi chú: số liệu tạm tính",), (*(None,) * 4, "Bắc Giang, ngày 03 tháng 7 năm 2025")),
            *((None, "Người lập biểu", None, "CHỦ TỊCH"), (None, "Một người")),
        ],
        {4: NOTE, 5: NOTE, 6: NOTE, 7: NOTE},
    ),
]


@pytest.mark.parametrize(("rows", "left_out"), [case[1:] for case in DRESS], ids=[case[0] for case in DRESS])
def test_what_is_around_the_figures(rows: Rows, left_out: dict[int, str]) -> None:
    table = only(rows)
    assert values(table) == [[10, 9, 1, 1], [20, 15, 0, 0]]
    assert reasons(table) == left_out
    assert not table.findings


STACKED: list[tuple[str, Rows, dict[str, Any]]] = [
    (
        "merged",
        [("STT", "Tên đơn vị", "Máy tính", None, "Số máy mật"), (None, None, "Tổng số", "Được bảo vệ", None)],
        {"merged": ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4))},
    ),
    ("not merged", [("STT", "Tên đơn vị", "Máy tính", None, "Số máy mật"), (None, None, "Tổng số", "Được bảo vệ", None)], {}),
    (
        "three rows",
        [
            ("STT", "Tên đơn vị", "Công nghệ thông tin", None, None),
            (None, None, "Máy tính", None, "Số máy mật"),
            (None, None, "Tổng số", "Được bảo vệ", None),
        ],
        {"merged": ((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (1, 2, 1, 3), (1, 4, 2, 4))},
    ),
]


@pytest.mark.parametrize(("head", "sheet"), [case[1:] for case in STACKED], ids=[case[0] for case in STACKED])
def test_headers_of_several_rows(head: Rows, sheet: dict[str, Any]) -> None:
    table = only([*head, (1, "LĐLĐ huyện Yên Dũng", 10, 9, 1)], **sheet)
    assert values(table) == [[10, 9, 1]]
    assert table.header_rows == tuple(range(len(head)))
    assert table.headings[2].text.endswith("Máy tính › Tổng số")


@pytest.mark.parametrize("merged", [((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)), ()], ids=["merged", "not merged"])
def test_headings_that_mean_something_only_with_their_group(merged: tuple[tuple[int, int, int, int], ...]) -> None:
    head: Rows = [("STT", "Tên đơn vị", "Máy tính"), (None, None, "Tổng số", "Được bảo vệ")]
    assert values(only([*head, (1, "LĐLĐ huyện Yên Dũng", 10, 9)], merged=merged)) == [[10, 9]]


@pytest.mark.parametrize("group", ["Máy tính", "Công đoàn cơ sở"])
def test_a_group_of_one_heading(group: str) -> None:
    aliased = replace(PLAN.fields[0], aliases=(f"{group} › Tổng số",))
    head: Rows = [("STT", "Tên đơn vị", group, "Số máy mật"), (None, None, "Tổng số", None)]
    (table,) = tables([*head, (1, "LĐLĐ huyện Yên Dũng", 10, 9)], plan_=replace(PLAN, fields=(aliased, *PLAN.fields[1:])))
    assert values(table) == [[10, 9]]


@pytest.mark.parametrize(
    ("title", "read", "code"), [("", [], "UA107"), ("Tháng 6 năm 2025", [[1]], "UA102"), ("Tháng 7 năm 2025", [], "UA107")]
)
def test_columns_that_speak_of_several_periods(title: str, read: list[list[int]], code: str) -> None:
    head: Rows = [("STT", "Tên đơn vị", "Tháng 5/2025", "Tháng 6/2025"), (None, None, "Tổng số máy tính", "Số máy mật")]
    (table,) = tables([(title,), *head, (1, "LĐLĐ huyện Yên Dũng", 10, 1)])
    assert values(table) == read
    assert code in [each.code for each in table.findings]


def test_a_period_over_all_figures_is_a_title() -> None:
    head: Rows = [("STT", "Tên đơn vị", "Tháng 6/2025", None), (None, None, "Tổng số máy tính", "Số máy mật")]
    assert "Tháng 6/2025" in only([*head, (1, "LĐLĐ huyện Yên Dũng", 10, 1)]).titles


def test_groups_of_groups_over_the_figures() -> None:
    head: Rows = [
        ("STT", "Tên đơn vị", "Kết quả thực hiện", None, None),
        (None, None, "Tổng số máy tính", None, "Số máy mật"),
        (None, None, "Tổng số", "Trong đó", None),
        (None, None, None, "Số máy tính được bảo vệ bằng phần mềm", None),
    ]
    merged = ((0, 0, 3, 0), (0, 1, 3, 1), (0, 2, 0, 4), (1, 2, 1, 3), (2, 2, 3, 2), (1, 4, 3, 4))
    table = only([*head, (1, "LĐLĐ huyện Yên Dũng", 10, 9, 1)], merged=merged)
    assert table.header_rows == (0, 1, 2, 3)
    assert [each.field for each in table.headings] == [None, None, None, "safe", "secret"]


def test_a_plan_beside_the_figures_is_not_read() -> None:
    head = [("Tên đơn vị", "Kế hoạch", None, "Thực hiện", None), (None, "Tổng số máy tính", "Số máy mật", "Tổng số máy tính", "Số máy mật")]
    table = only([*head, ("LĐLĐ huyện Yên Dũng", 100, 100, 10, 1)], merged=((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)))
    assert values(table) == [[10, 1]]


@pytest.mark.parametrize(
    ("second", "code", "value"), [([10, 20], "UA105", 10), ([10, 21], "UA104", 0), ([None, None], "", 10)], ids=["same", "differ", "blank"]
)
def test_two_columns_of_one_field(second: Sequence[Cell], code: str, value: int) -> None:
    head = ("Mã", "Tổng số máy tính", "Số computers", "Số máy mật")
    table = only([head, ("BG01", 10, second[0], 1), ("BG02", 20, second[1], 1)])
    assert values(table)[0] == [value, 1]
    assert [finding.code for finding in table.findings] == ([code] if code else [])


def test_headings_that_are_not_known_are_said() -> None:
    table = only([("Mã", "Tổng số máy tính", "Số máy mật", "Màu sơn", "Ghi chú"), ("BG01", 10, 1, "đỏ", "x")])
    assert [(finding.code, finding.args["headings"]) for finding in table.findings] == [("UA102", ("Màu sơn",))]


def test_figures_that_are_not_counted_in_ones_are_not_used() -> None:
    table = only([("Mã", "Tổng số máy tính (nghìn máy)", "Số máy mật", "Số computers"), ("BG01", 10, 1, 7)])
    assert [finding.code for finding in table.findings] == ["UA125"]
    assert values(table) == [[1, 7]]
    assert not only([("Đơn vị tính: nghìn máy",), ("Mã", "Tổng số máy tính", "Số máy mật"), ("BG01", 10, 1)]).is_usable


def test_a_column_of_units_without_a_heading_is_found_by_its_units() -> None:
    table = only([("TT", "Các LĐLĐ", "Tổng số máy tính", "Số máy mật"), (1, "LĐLĐ huyện Yên Dũng", 10, 1)])
    assert list(table.named.names) == ["LĐLĐ huyện Yên Dũng"]


def test_of_two_columns_of_names_the_one_with_units_counts() -> None:
    table = only([("Địa phương", "Tên đơn vị", "Tổng số máy tính", "Số máy mật"), ("Xã Một", "LĐLĐ huyện Yên Dũng", 10, 1)])
    assert list(table.named.names) == ["LĐLĐ huyện Yên Dũng"]


@pytest.mark.parametrize("head", [("Địa phương", "Đơn vị"), ("Đơn vị", "Công đoàn cơ sở"), ("Công đoàn cơ sở", "Đơn vị")])
@pytest.mark.parametrize("roster", [ROSTER, None])
def test_of_a_unit_and_the_one_above_it_the_figures_are_the_lower_ones(head: tuple[str, str], roster: Roster | None) -> None:
    row = ("CĐCS Trường Minh Hà", "LĐLĐ huyện Yên Dũng")
    cells = row if head[0].startswith("Công đoàn") else row[::-1]
    (table,) = tables([(*head, "Tổng số máy tính"), (*cells, 10)], roster)
    assert list(table.named.names) == ["CĐCS Trường Minh Hà"]


def test_a_place_is_not_the_unit_that_is_named_beside_it() -> None:
    table = only([("Địa phương", "Đơn vị", "Tổng số máy tính"), ("LĐLĐ huyện Yên Dũng", "CĐCS Trường Mới", 10)])
    assert list(table.named.names) == ["CĐCS Trường Mới"]


def test_a_row_of_figures_without_a_unit_is_said() -> None:
    table = only([HEAD, A, (3, None, None, 5, 5, 5)])
    assert [(finding.code, finding.args) for finding in table.findings] == [("UA122", {"count": 1})]
    assert reasons(table) == {2: "figures without a unit"}


def test_rows_without_a_column_of_units() -> None:
    one = only([("Tổng số máy tính", "Số máy mật"), (10, 1)])
    assert one.is_one_unit
    assert values(one) == [[10, 1]]
    two = only([("Tổng số máy tính", "Số máy mật"), (10, 1), (20, 2)])
    assert values(two) == []
    assert [finding.code for finding in two.findings] == ["UA122"]


def test_a_unit_that_wrote_nothing_is_a_unit_if_the_roster_knows_it() -> None:
    table = only([HEAD, (1, None, "LĐLĐ huyện Yên Dũng"), (2, None, "Khối nào đó"), B])
    assert list(table.named.names) == ["LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"]


def test_two_tables_in_one_sheet() -> None:
    first, second = tables([HEAD, A, (), ("Mã", "Đã tổ chức học tập", "Số máy mật"), ("BG02", "x", 3)])
    assert values(first) == [[10, 9, 1, 1]]
    assert values(second) == [[1, 3]]


SECOND: list[tuple[str, Rows]] = [
    ("one figure", [("STT", "Tên đơn vị", "Số máy mật"), (1, "LĐLĐ huyện Lạng Giang", 3)]),
    ("a group first", [("STT", "Tên đơn vị", "Bí mật"), (None, None, "Số máy mật"), (1, "LĐLĐ huyện Lạng Giang", 3)]),
]


@pytest.mark.parametrize("second", [case[1] for case in SECOND], ids=[case[0] for case in SECOND])
def test_a_second_table_right_under_the_first_has_its_own_columns(second: Rows) -> None:
    one, other = tables([("STT", "Tên đơn vị", "Tổng số máy tính"), (1, "LĐLĐ huyện Lạng Giang", 20), *second])
    assert (values(one), values(other)) == ([[20]], [[3]])


def test_an_answer_is_not_taken_for_a_heading_though_it_could_be_one() -> None:
    """“no” in a text table, whose figures are texts too, is not “No.” above another table."""
    (table,) = tables([HEAD[1:], ("A", "x", "10", "9", "", "no"), ("B", "y", "20", "15", "", "no"), ("C", "z", "5", "5", "", "có")], None)
    assert list(table.named.codes) == ["A", "B", "C"]
    (table,) = tables([("Mã đơn vị", "Số máy mật", "Có họp không"), ("A", "9", "no"), ("B", "15", "no")], None)
    assert list(table.named.codes) == ["A", "B"]


def test_a_table_of_something_else_under_ours_is_not_read_as_ours() -> None:
    table = only([HEAD, A, ("STT", "Đơn vị", None, "Số xe", "Số nhà"), (1, "LĐLĐ huyện Lạng Giang", None, 7, 8)])
    assert values(table) == [[10, 9, 1, 1]]


def test_a_unit_that_begins_to_count_is_no_row_of_numbers() -> None:
    table = only([("Mã", "Số máy mật", "Tổng số máy tính"), ("BG01", 1, 10), ("3", 4, 5)])
    assert values(table) == [[1, 10], [4, 5]]


def test_rows_of_different_length() -> None:
    assert values(only([HEAD, A, B[:5]])) == [[10, 9, 1, 1], [20, 15, 0, 0]]


@pytest.mark.parametrize("rows", [[], [()], [("Tổng số máy tính",), (10,), (20,)], [("một", "hai"), (1, 2)]])
def test_what_is_no_table(rows: Rows) -> None:
    assert tables(rows) == []


@pytest.mark.parametrize(
    "title",
    [
        *("Lũy kế đến hết tháng 6/2025", "(Số liệu cộng dồn đến tháng 6 năm 2025)", "KẾT QUẢ ĐẾN HẾT THÁNG 6 NĂM 2025"),
        *("Tháng 5-6 năm 2025", "5 tháng đầu năm 2025"),
    ],
)
def test_what_is_asked_of_the_month_is_not_taken_of_several(title: str) -> None:
    own = plan(fields=[field("held", over=OverPeriods.SUM), field("computers")])
    rows: Rows = [(title,), ("STT", "Tên đơn vị", "Số held", "Số computers"), (1, "LĐLĐ huyện Yên Dũng", 7, 120)]
    (table,) = tables(rows, plan_=own)
    assert [State(state).name for state in table.figures.state[0].tolist()] == ["UNREADABLE", "FIGURE"]
    assert (table.since, table.findings) == (title, ())


@pytest.mark.parametrize(
    "title", ["6 tháng đầu năm 2025 (lũy kế)", "Lũy kế từ đầu năm đối với thiết bị", "Tháng 6 năm 2025", "Tính đến ngày 30/6/2025"]
)
def test_what_is_asked_of_the_month_is_taken_of_what_the_title_says(title: str) -> None:
    own = plan(fields=[field("held", over=OverPeriods.SUM), field("computers")])
    (table,) = tables([(title,), ("STT", "Tên đơn vị", "Số held", "Số computers"), (1, "LĐLĐ huyện Yên Dũng", 7, 120)], plan_=own)
    assert (table.figures.values.tolist(), table.findings) == ([[7, 120]], ())


def test_merged_cells_over_no_unit() -> None:
    table = only([HEAD, ("Ghi chú:",), (None, None, None, 5)], merged=((2, 3, 3, 3),))
    assert table.named.place == []
