"""Percentages that stand without their counts: taken where they are sure, said where they are not."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import field, plan, target
from submitting import PLAN, Rows, tables
from union_audit.intake.facts import WHOLE, State
from union_audit.intake.tables import percentages
from union_audit.intake.tables.table import Table
from union_audit.sheets import Cell, CellError
from union_audit.sheets.number_format import PERCENT, NumberFormat, number_format

COMPUTERS, SAFE, SECRET = "Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật"
UNITS = ("LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang", "LĐLĐ huyện Hiệp Hòa")
CHECKED = ("STT", "Tên đơn vị", COMPUTERS, SECRET, SAFE, "Tỷ lệ %")
NOTHING: Mapping[tuple[int, int], NumberFormat] = MappingProxyType({})


def only(rows: Rows, formats: Mapping[tuple[int, int], NumberFormat] = NOTHING) -> Table:
    (table,) = tables(rows, formats=formats)
    return table


def taken(table: Table) -> dict[str, list[float | str]]:
    """Return the percentages of each ratio by its numerator; nothing for none, "?" for one that is not sure."""
    return {
        given.ratio.numerator: [
            round(value * 100 / WHOLE, 9) if state == State.FIGURE else {State.MISSING: "", State.UNREADABLE: "?"}[State(state)]
            for value, state in zip(given.values.tolist(), given.state.tolist(), strict=True)
        ]
        for given in table.given
    }


def codes(table: Table) -> list[tuple[str, object]]:
    return [(finding.code, finding.args["count"]) for finding in table.findings if finding.code in ("UA102", "UA220", "UA218", "UA125")]


def wide(*shares: Cell, heading: str = "Tỷ lệ %", counts: tuple[Cell, ...] = (None, None)) -> Rows:
    body = [(place, name, *counts, share) for place, (name, share) in enumerate(zip(UNITS, shares, strict=False), 1)]
    return [("STT", "Tên đơn vị", COMPUTERS, SAFE, heading), *body]


@pytest.mark.parametrize(
    ("share", "percent"),
    [("90%", 90), ("85,5 %", 85.5), ("(90%)", 90), ("0,85%", 0.85), (90, 90), ("85,5", 85.5), (100, 100), ("1.5", 1.5)],
)
@pytest.mark.parametrize("counts", [(None, None), (120, None), ("-", "-")])
def test_a_percentage_that_is_sure(share: Cell, percent: float, counts: tuple[Cell, ...]) -> None:
    table = only(wide(share, counts=counts))
    assert (taken(table), codes(table)) == ({"safe": [percent]}, [])
    assert {heading.role for heading in table.headings if heading.text == "Tỷ lệ %"} == {"share"}


@pytest.mark.parametrize("share", [0.85, 1, "0,9", "1", 101, "120%", -5, "khoảng 90%", "90-95%", "120/121 (99,17%)", True, "x"])
def test_a_percentage_that_is_not_sure(share: Cell) -> None:
    table = only(wide(share))
    assert (taken(table), codes(table)) == ({"safe": ["?"]}, [("UA220", 1)])


@pytest.mark.parametrize("share", [None, "", "-", "không có", CellError("#DIV/0!"), "#DIV/0!", CellError("=D2/C2")])
def test_nothing_and_what_a_formula_makes_of_nothing(share: Cell) -> None:
    table = only(wide(share))
    assert (taken(table), codes(table)) == ({}, [])


@pytest.mark.parametrize("share", [0, "0%", "0"])
def test_a_zero_beside_a_blank_may_be_a_formulas(share: Cell) -> None:
    assert (taken(only(wide(share))), codes(only(wide(share)))) == ({}, [("UA220", 1)])
    alone: Rows = [("STT", "Tên đơn vị", COMPUTERS, f"Tỷ lệ {SAFE}"), (1, UNITS[0], 12, share)]
    assert (taken(only(alone)), codes(only(alone))) == ({"safe": [0]}, [])


def test_a_number_that_is_shown_as_a_percentage() -> None:
    assert taken(only(wide(0.58), {(1, 4): PERCENT})) == {"safe": [58]}
    assert taken(only(wide(1), {(1, 4): PERCENT})) == {"safe": [100]}
    literal = number_format('0.0"%"')
    assert literal is not None
    assert taken(only(wide(58.5), {(1, 4): literal})) == {"safe": [58.5]}
    thousands = number_format("0,")
    assert thousands is not None
    assert taken(only(wide(58_000), {(1, 4): thousands})) == {"safe": ["?"]}


def test_noise_of_computing_is_no_part_of_a_percentage() -> None:
    assert only(wide(0.1 + 0.2), {(1, 4): PERCENT}).given[0].values.tolist() == [30 * WHOLE // 100]
    assert only(wide(57.99999999999999)).given[0].values.tolist() == [58 * WHOLE // 100]


@pytest.mark.parametrize(
    ("counted", "bare", "percent"),
    [(0.9, 0.85, 85), (0.9, 1, 100), (90, 1, "?"), (90, 0.85, "?"), (95, 0.85, "?"), (None, 0.85, "?"), ("90%", 0.85, "?"), (0.95, 1, "?")],
)
def test_counts_in_the_column_tell_what_bare_numbers_are(counted: Cell, bare: Cell, percent: float | str) -> None:
    table = only([CHECKED, (1, UNITS[0], 100, 0, 90, counted), (2, UNITS[1], None, 0, None, bare)])
    assert taken(table) == {"safe": ["", percent]}


def test_where_columns_disagree_on_what_they_are_nothing_is_taken() -> None:
    rows: Rows = [CHECKED, (1, UNITS[0], 100, 0, 90, 0.9), (2, UNITS[1], 1000, 0, 9, 0.9), (3, UNITS[2], None, 0, None, 0.85)]
    assert taken(only(rows)) == {"safe": ["", "", "?"]}


def test_counts_that_are_there_need_no_percentage() -> None:
    table = only(wide("90%", counts=(100, 90)))
    assert (table.given, codes(table)) == ((), [])
    assert only(wide("90%", counts=(100, "khoảng 90"))).given == ()


@pytest.mark.parametrize(
    "heading",
    [
        f"Tỷ lệ {SAFE}",
        "Tỷ lệ máy tính được bảo vệ bằng phần mềm (%)",
        f"{SAFE} (%)",
        f"% {SAFE}",
        "Tỷ lệ Chỉ tiêu safe",
        f"{SAFE} › %",
    ],
)
def test_a_heading_names_what_it_is_the_share_of(heading: str) -> None:
    parts = heading.split(" › ")
    rows: Rows = [("STT", "Tên đơn vị", COMPUTERS, parts[0]), (1, UNITS[0], 120, 90)]
    if len(parts) > 1:
        rows = [rows[0], (None, None, "máy", parts[1]), rows[1]]
    assert (taken(only(rows)), codes(only(rows))) == ({"safe": [90]}, [])


@pytest.mark.parametrize("heading", ["Tỷ lệ so với kế hoạch", "% hoàn thành", "Tỷ lệ lạ", "Tỷ lệ tăng, giảm so với cùng kỳ"])
def test_shares_of_something_else(heading: str) -> None:
    assert taken(only(wide(90, heading=heading))) == {}


def test_beside_a_plan_a_percentage_that_names_nothing_may_be_the_share_of_that() -> None:
    rows: Rows = [("STT", "Tên đơn vị", COMPUTERS, "Kế hoạch", SAFE, "Tỷ lệ %"), (1, UNITS[0], 120, 100, None, 90)]
    assert taken(only(rows)) == {}
    named: Rows = [("STT", "Tên đơn vị", COMPUTERS, "Kế hoạch", SAFE, f"Tỷ lệ {SAFE}"), (1, UNITS[0], 120, 100, None, 90)]
    assert taken(only(named)) == {"safe": [90]}


def test_a_field_whose_words_sound_like_a_plans_is_none() -> None:
    made = plan(
        target("safe", ">= 100%", ("safe", "computers")),
        fields=(field("computers", aliases=(COMPUTERS,)), field("safe", aliases=(SAFE,)), field("watched", aliases=("Số máy giám sát",))),
    )
    rows: Rows = [("STT", "Tên đơn vị", COMPUTERS, SAFE, "Tỷ lệ %", "Số máy giám sát"), (1, UNITS[0], 120, None, 90, 7)]
    (table,) = tables(rows, plan_=made)
    assert taken(table) == {"safe": [90]}


def test_forms_and_transposed_tables() -> None:
    form: Rows = [("Chỉ tiêu", "Số liệu", "Tỷ lệ %"), (COMPUTERS, 100, None), (SAFE, None, 90), (SECRET, 0, None)]
    below: Rows = [("Chỉ tiêu", "Số liệu"), (COMPUTERS, 100), (SECRET, 0), (SAFE, None), ("Tỷ lệ %", "90%")]
    measured: Rows = [("Chỉ tiêu", "ĐVT", "Số liệu"), (COMPUTERS, "máy", 100), (SAFE, "%", 90), (SECRET, "máy", 0)]
    for rows in (form, below, measured):
        table = only(rows)
        assert (taken(table), codes(table)) == ({"safe": [90]}, [])
    across: Rows = [("Chỉ tiêu", *UNITS), (COMPUTERS, 100, 10, 5), (SECRET, 0, 0, 0), (SAFE, 90, None, None), ("Tỷ lệ", 0.9, 0.5, 60)]
    assert taken(only(across)) == {"safe": ["", 50, 60]}


@pytest.mark.parametrize(
    "heading",
    [
        f"Tỷ lệ {SAFE} tháng 5",
        f"Tháng 5/2025 › Tỷ lệ {SAFE}",
        f"Lũy kế › Tỷ lệ {SAFE}",
        f"Tỷ lệ {SAFE} tháng trước",
        f"Năm 2024 › {SAFE} (%)",
    ],
)
def test_a_percentage_of_another_period_is_not_this_ones(heading: str) -> None:
    group, _, leaf = heading.rpartition(" › ")
    rows: Rows = [("Tháng 6 năm 2025",), ("STT", "Tên đơn vị", COMPUTERS, group or leaf), (1, UNITS[0], 120, 90)]
    if group:
        rows = [*rows[:2], (None, None, None, leaf), rows[2]]
    assert [taken(table) for table in tables(rows)] == [{}]


def test_a_percentage_of_this_period_is() -> None:
    head: Rows = [("STT", "Tên đơn vị", "Tháng 6/2025", None), (None, None, COMPUTERS, f"Tỷ lệ {SAFE}")]
    assert taken(only([("Tháng 6 năm 2025",), *head, (1, UNITS[0], 120, 90)])) == {"safe": [90]}


def test_a_table_of_percentages_alone() -> None:
    rows: Rows = [
        ("Tháng 6/2025",),
        ("STT", "Tên đơn vị", f"Tỷ lệ {SAFE} (%)"),
        (1, UNITS[0], 90),
        (2, UNITS[1], "85,5"),
        ("", "Tổng cộng", 88),
    ]
    table = only(rows)
    assert (taken(table), table.named.names) == ({"safe": [90, 85.5]}, list(UNITS[:2]))
    grouped: Rows = [("STT", "Tên đơn vị", "Tỷ lệ (%)", "Ghi chú"), (None, None, SAFE, None), (1, UNITS[0], 90, None)]
    assert taken(only(grouped)) == {"safe": [90]}
    measured: Rows = [("Đơn vị: " + UNITS[0],), ("Chỉ tiêu", "ĐVT", "Kết quả"), (SAFE, "%", 90), (COMPUTERS, "nghìn máy", 2)]
    assert taken(only(measured)) == {"safe": [90]}


def test_it_stands_in_its_cell() -> None:
    (given,) = only(wide("90%", "khoảng 80%", 70)).given
    assert (given.ratio, list(given.cells)) == (PLAN.targets[0].parts[0], [(1, 4), (2, 4), (3, 4)])
    assert given.texts == {0: "90%", 1: "khoảng 80%", 2: "70"}


@given(
    percent=st.decimals(0, 100, places=4),
    places=st.integers(0, 4),
    style=st.sampled_from(["{}%", "{} %", "({}%)", " {}% "]),
    comma=st.booleans(),
)
def test_a_percentage_with_its_sign_is_taken_to_the_last_decimal(percent: Decimal, places: int, style: str, *, comma: bool) -> None:
    written = f"{percent:.{places}f}"
    text = style.format(written.replace(".", ",") if comma else written)
    rows: Rows = [("STT", "Tên đơn vị", COMPUTERS, f"Tỷ lệ {SAFE}"), (1, UNITS[0], 12, text)]
    (given_,) = only(rows).given
    assert Fraction(int(given_.values[0]), WHOLE) == Fraction(written) / 100


@given(percent=st.floats(1.001, 100), shown_as=st.sampled_from([None, '0"%"']))
def test_a_number_above_one_is_so_many_per_cent(percent: float, shown_as: str | None) -> None:
    code = number_format(shown_as) if shown_as else None
    table = only(wide(percent), {(1, 4): code} if code else NOTHING)
    assert table.given[0].values.tolist() == [round(Fraction(f"{percent:.15g}") * WHOLE / 100)]


_SHARES = st.sampled_from(("90%", "91%", 90, 0.9, 1, "0,9", 0, "-", None, "x", "120%", CellError("#DIV/0!")))
_COUNTS = st.sampled_from(((None, None), (100, 90), (100, None), ("-", "-"), ("khoảng 90", 1)))


@given(st.lists(st.tuples(_SHARES, _COUNTS), min_size=2, max_size=3))
def test_a_column_is_read_as_its_cells_are_one_by_one(given_: list[tuple[Cell, tuple[Cell, ...]]]) -> None:
    body = [(place, name, *counts, share) for place, (name, (share, counts)) in enumerate(zip(UNITS, given_, strict=False), 1)]
    rows = [("STT", "Tên đơn vị", COMPUTERS, SAFE, "Tỷ lệ %"), *body]
    said = []
    for most in (1, len(UNITS) + 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(percentages, "_MANY", most)
            table = only(rows, {(2, 4): PERCENT})
            said.append((taken(table), table.findings, [each.texts for each in table.given]))
    assert said[0] == said[1]
