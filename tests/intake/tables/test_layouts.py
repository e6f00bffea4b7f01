"""A form that is read through the layout of an earlier one is read as it is by itself, whatever the two are."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import field, plan, target
from corpus.shaping import MESSES, SHAPES, Figures
from submitting import LEVELS, PLAN, Rows, knows, submit
from union_audit.findings import Finding
from union_audit.intake.tables import layouts as layouts_module
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.layout import Layout
from union_audit.intake.tables.layouts import Layouts
from union_audit.intake.tables.table import Table
from union_audit.intake.tables.work import Work
from union_audit.plan.model import Plan
from union_audit.sheets import Cell, CellError, Sheet
from union_audit.sheets.by_column import ByColumn, Numbers
from union_audit.sheets.number_format import Look, NumberFormat

Grid: TypeAlias = list[list[Cell]]

HIGH = ("Máy chủ", "Máy trạm", "Máy in")
WIDER = plan(
    target("safe", ">= 100%", ("safe", "computers", "secret")),
    target("study", "yes", ("studied",)),
    fields=(*PLAN.fields, *(field(f"more{number}", aliases=(label,)) for number, label in enumerate(HIGH))),
    levels=LEVELS,
)
LABELS = ("Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật", *HIGH, "Đã tổ chức học tập")
PERCENT, ROUNDED = NumberFormat((Look(2, 0, "", "%"),)), NumberFormat((Look(-3),))


def form(
    *counts: Cell, name: str = "LĐLĐ huyện Yên Dũng", code: str = "BG01", answer: Cell = "có", title: str = "Tháng 6 năm 2025"
) -> Grid:
    """Return a form filled in as offices do; `counts`: its figures from the top."""
    lines = zip(LABELS, (*counts, answer), strict=True)
    return [
        ["CÔNG ĐOÀN TỈNH", None, None, None, "Biểu 01"],
        [f"Đơn vị: {name}"],
        [f"Mã đơn vị: {code}"],
        ["BÁO CÁO", None, None, None, None],
        [title],
        [],
        ["STT", "Nội dung", "Đơn vị tính", "Số liệu", "Ghi chú"],
        *([float(number), label, "máy", figure, None] for number, (label, figure) in enumerate(lines, 1)),
        [],
        [None, None, None, "Ngày 03 tháng 7 năm 2025"],
        [None, "Người lập biểu", None, "Chủ tịch"],
    ]


ONE: Grid = form(120.0, 96.0, 3.0, 7.0, 40.0, 2.0)
OTHER = form(80.0, 80.0, 0.0, 1.0, 9.0, 12.0, name="LĐLĐ huyện Lạng Giang", code="BG02")


def shown(value: object) -> object:
    """Return a table as plain values, with its arrays."""
    if isinstance(value, np.ndarray):
        return (str(value.dtype), value.shape, value.tolist())
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(shown(getattr(value, each.name)) for each in fields(value)))
    if isinstance(value, list | tuple):
        return [shown(each) for each in value]
    if isinstance(value, dict):
        return {key: shown(each) for key, each in value.items()}
    return (type(value).__name__, value)


def alone(sheet: Sheet, plan_: Plan = WIDER) -> list[Table]:
    return find_tables(sheet, knows(plan_))


def read(layouts: Layouts, sheet: Sheet) -> list[Table]:
    return layouts.tables(sheet, Work([sheet]))


def assert_as_alone(*sheets: Sheet, plan_: Plan = WIDER) -> None:
    """Hold what is read of each sheet after those before it to what is read of it alone."""
    layouts = Layouts(knows(plan_))
    for sheet in sheets:
        assert shown(read(layouts, sheet)) == shown(alone(sheet, plan_))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the names of the sheets whose tables are looked for."""
    names: list[str] = []

    def noted(sheet: Sheet, *rest: Any) -> list[Table]:
        names.append(sheet.name)
        return find_tables(sheet, *rest)

    monkeypatch.setattr(layouts_module, "find_tables", noted)
    return names


def test_the_table_of_a_form_is_found_once(found: list[str]) -> None:
    assert_as_alone(Sheet("a", ONE), Sheet("b", OTHER), Sheet("c", ONE))
    assert found == ["a"]


def test_what_is_read_is_the_form_s_own() -> None:
    layouts = Layouts(knows(WIDER))
    read(layouts, Sheet("S", ONE))
    (table,) = read(layouts, Sheet("S", OTHER))
    assert table.figures.values.tolist() == [[80, 80, 0, 1, 1, 9, 12]] or table.figures.values.tolist() == [[80, 80, 0, 1, 9, 12, 1]]
    assert (table.named.codes, table.named.names) == (["BG02"], ["LĐLĐ huyện Lạng Giang"])
    assert "Đơn vị: LĐLĐ huyện Lạng Giang" in table.titles
    (again,) = read(layouts, Sheet("S", ONE))
    assert again.figures.values[0].tolist()[:3] == [120, 96, 3]


def test_a_small_sheet_of_a_large_workbook_is_a_form_too(found: list[str]) -> None:
    """It is kept by columns."""
    sheets = []
    for name, rows in (("a", ONE), ("b", OTHER)):
        columns = zip(*(row + [None] * (5 - len(row)) for row in rows), strict=True)
        by_column = (Numbers(np.full(len(rows), np.nan), dict(enumerate(column))) for column in columns)
        sheets.append(Sheet(name, ByColumn(list(by_column), len(rows), {})))
    assert_as_alone(*sheets)
    assert found == ["a"]


def test_a_sheet_without_a_table_is_looked_through_once(found: list[str]) -> None:
    remarks = Sheet("S", [["Hướng dẫn", 1.0], ["Điền vào ô", 2.0]])
    assert_as_alone(remarks, remarks, replace(remarks, rows=[["Hướng dẫn", 1.0], ["Điền vào ô", 3.0]]))
    assert len(found) == 2


def test_only_the_latest_layouts_are_kept(monkeypatch: pytest.MonkeyPatch, found: list[str]) -> None:
    monkeypatch.setattr(layouts_module, "_MOST_OF_ONE", 2)
    sheets = [Sheet(f"of {month}", form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, title=f"Tháng {month} năm 2025")) for month in (5, 6, 7)]
    assert_as_alone(*sheets, *sheets[1:], sheets[0])
    assert found == ["of 5", "of 6", "of 7", "of 5"]


def test_a_yes_or_a_no_is_the_form_s_own(found: list[str]) -> None:
    """As most offices write it; what else they write is looked at more closely."""
    sheets = [Sheet(str(answer), form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, answer=answer)) for answer in ("có", "Chưa", "Không", "x", "?", "Có")]
    assert_as_alone(*sheets)
    assert found == ["có", "x", "?"]
    layouts = Layouts(knows(WIDER))
    answers = [read(layouts, sheet)[0].figures for sheet in sheets]
    studied = WIDER.fields.index(next(each for each in WIDER.fields if each.id == "studied"))
    values = [int(each.values[0, each.fields.index(studied)]) for each in answers]
    assert values[:4] + values[5:] == [1, 0, 0, 1, 1]
    assert [each.texts[0, each.fields.index(studied)] for each in answers] == ["có", "Chưa", "Không", "x", "?", "Có"]


def test_an_answer_that_the_plan_has_for_a_heading_is_none_of_a_form_s_own(found: list[str]) -> None:
    odd = replace(WIDER, fields=(*WIDER.fields, field("never", aliases=("Chưa",))))
    sheets = [Sheet(answer, form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, answer=answer)) for answer in ("có", "Chưa", "không")]
    assert_as_alone(*sheets, plan_=odd)
    assert found == ["có", "Chưa", "không"]


def test_a_sheet_that_is_like_another_is_read_through_its_layout(found: list[str]) -> None:
    """It need not be compared by its outline; two that are not like each other may have one outline all the same."""
    one, other = object(), object()
    sheets = [Sheet("a", ONE, like=one), Sheet("b", OTHER, like=one), Sheet("c", ONE, like=other), Sheet("d", OTHER, like=other)]
    assert_as_alone(*sheets, Sheet("e", changed(FIRST, 1, "Tổng số máy tinnh"), like=one), *sheets)
    assert found == ["a", "e"]


def changed(row: int, column: int, cell: Cell, rows: Grid = OTHER) -> Grid:
    made = [list(each) for each in rows]
    made[row] = [*made[row], *([None] * (column + 1 - len(made[row])))]
    made[row][column] = cell
    return made


VALUE = 3
FIRST = 7
"""The row of the first figure, and the column of all."""

OTHERS: dict[str, Sheet] = {
    "another title": Sheet("S", form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, title="Tháng 5 năm 2025")),
    "a label swapped": Sheet("S", [*OTHER[:FIRST], OTHER[FIRST + 1], OTHER[FIRST], *OTHER[FIRST + 2 :]]),
    "a label misspelt": Sheet("S", changed(FIRST, 1, "Tổng số máy tinnh")),
    "a number as text": Sheet("S", changed(FIRST, VALUE, "80")),
    "an open number": Sheet("S", changed(FIRST, VALUE, "80.000")),
    "a fraction": Sheet("S", changed(FIRST, VALUE, 1.5)),
    "a negative number": Sheet("S", changed(FIRST, VALUE, -1.0)),
    "a number too large": Sheet("S", changed(FIRST, VALUE, 1e13)),
    "no number": Sheet("S", changed(FIRST, VALUE, float("nan"))),
    "a yes": Sheet("S", changed(FIRST, VALUE, cell=True)),
    "a blank": Sheet("S", changed(FIRST, VALUE, None)),
    "an error": Sheet("S", changed(FIRST, VALUE, CellError("#REF!"))),
    "a day": Sheet("S", changed(FIRST, VALUE, date(2025, 6, 1))),
    "an answer": Sheet("S", changed(FIRST + 6, VALUE, "không")),
    "an answer by number": Sheet("S", changed(FIRST + 6, VALUE, 1.0)),
    "the numbers of lines": Sheet("S", form(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, answer=7.0)),
    "rising": Sheet("S", form(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
    "percent": Sheet("S", OTHER, formats={(FIRST, VALUE): PERCENT}),
    "merged": Sheet("S", OTHER, merged=((FIRST, VALUE, FIRST + 1, VALUE),)),
    "a unit unknown": Sheet("S", form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, name="LĐLĐ huyện Xa")),
    "a unit of a month": Sheet("S", form(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, name="Xí nghiệp tháng 5 năm 2024")),
    "a unit of thousands": Sheet("S", changed(1, 0, "Đơn vị: LĐLĐ huyện Yên Dũng (nghìn người)")),
    "a unit in two lines": Sheet("S", changed(1, 0, "Đơn vị: LĐLĐ huyện Yên Dũng\nMã đơn vị: BG01")),
    "a unit left blank": Sheet("S", changed(1, 0, "Đơn vị: ……")),
    "two units": Sheet("S", changed(3, 0, "Đơn vị: LĐLĐ huyện Yên Dũng")),
    "a unit below": Sheet("S", [*OTHER, ["Đơn vị: LĐLĐ huyện Hiệp Hòa"]]),
    "another code": Sheet("S", changed(2, 0, "Mã đơn vị: CS01")),
    "a row more": Sheet("S", [*OTHER[:FIRST], [1.0, "Ý khác", None, 4.0, None], *OTHER[FIRST:]]),
    "a row less": Sheet("S", [*OTHER[:FIRST], *OTHER[FIRST + 1 :]]),
    "a column more": Sheet("S", changed(FIRST, 5, 4.0)),
    "another number of a line": Sheet("S", changed(FIRST, 0, 12.0)),
    "figures elsewhere": Sheet("S", changed(4, 3, 12.0)),
    "figures below": Sheet("S", changed(FIRST + 8, 3, 12.0)),
    "a month in the sheet's name": Sheet("T5.2024", OTHER),
    "a note": Sheet("S", changed(FIRST, 4, "nghìn")),
    "a scale": Sheet("S", changed(FIRST, 2, "nghìn máy")),
    "rounded": Sheet("S", OTHER, formats={(FIRST, VALUE): ROUNDED}),
    "hidden": Sheet("S", OTHER, hidden=True, hidden_rows=frozenset({FIRST})),
    "a text table": Sheet("S", OTHER, is_text=True),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_sheet_is_read_as_by_itself(other: Sheet) -> None:
    """In turn: each would be read wrongly through the other's layout."""
    assert_as_alone(Sheet("S", ONE), other, Sheet("S", ONE), other)


def beside(heading: str, *cells: Cell, rows: Grid = OTHER) -> Grid:
    """Return a form with one column more beside its figures."""
    made: Grid = [list(row) for row in rows]
    made[FIRST - 1][4:] = [heading]
    for row, cell in enumerate(cells, FIRST):
        made[row][4:] = [cell]
    return made


def twice(one: Cell, other: Cell) -> Grid:
    """Return a form with two lines of a field."""
    made = form(9.0, 8.0, one, 6.0, 5.0, 4.0)
    return [*made[: FIRST + 4], [8.0, "Số máy mật", "máy", other, None], *made[FIRST + 4 :]]


def bare(*counts: Cell) -> Grid:
    """Return a form whose column of figures has no heading."""
    return [["Đơn vị: LĐLĐ huyện Yên Dũng"], *([label, count] for label, count in zip(LABELS, counts, strict=False))]


def months(*counts: Cell, name: str = "LĐLĐ huyện Yên Dũng", rows: Grid = OTHER) -> Grid:
    """Return a form with a column for each of two months and no title that tells which is its own."""
    made = changed(0, 0, f"Đơn vị: {name}", changed(1, 0, None, changed(4, 0, None, beside("Tháng 5", *counts, rows=rows))))
    made[FIRST - 1][3:] = ["Tháng 6 năm 2025", "Tháng 5 năm 2025"]
    return made


def named(*lines: str, rows: Grid = OTHER) -> Grid:
    """Return a form with other lines that say whose it is."""
    own: Grid = [[line] for line in lines]
    return [rows[0], *own, *rows[3:]]


def under(label: str, rows: Grid = OTHER) -> Grid:
    """Return a form whose column of figures has a line that names the unit for its heading."""
    return changed(1, 0, "Đơn vị:", changed(1, 1, "LĐLĐ huyện Yên Dũng", changed(FIRST - 1, VALUE, label, rows)))


LARGE = NumberFormat((Look(-3, test=(">=", 50.0)), Look()))
"""Shows a large number in thousands."""
TWO: Grid = [*OTHER, ["Đơn vị: LĐLĐ huyện Hiệp Hòa"], *ONE[4:]]
BLANK = "…" * 30
SPILLED: Grid = [["Nội dung", "Số liệu"], ["Tổng số máy tính", "5", "7"], ["Số máy mật", "4"]]

PAIRS: dict[str, tuple[Sheet, Sheet]] = {
    "percentages": (Sheet("S", beside("Tỷ lệ (%)", None, "100%")), Sheet("S", beside("Tỷ lệ (%)", None, "100%", rows=ONE))),
    "since January": (Sheet("S", beside("Lũy kế", 80.0)), Sheet("S", beside("Lũy kế", 80.0, rows=ONE))),
    "two lines of a field that say the same": (Sheet("S", twice(3.0, 3.0)), Sheet("S", twice(3.0, 2.0))),
    "two lines of a field": (Sheet("S", twice(3.0, 2.0)), Sheet("S", twice(3.0, 3.0))),
    "an open number": (
        Sheet("S", changed(FIRST, VALUE, "80.000")),
        Sheet("S", changed(FIRST + 1, VALUE, 1000.0, changed(FIRST, VALUE, "80.000"))),
    ),
    "a title since January": (
        Sheet("S", changed(4, 0, "Lũy kế đến hết tháng 6 năm 2025")),
        Sheet("S", changed(4, 0, "Lũy kế đến hết tháng 6 năm 2025", ONE)),
    ),
    "the numbers of lines": (Sheet("S", bare(4.0, 2.0, 9.0, 1.0)), Sheet("S", bare(1.0, 2.0, 3.0, 4.0))),
    "answers by numbers": (Sheet("S", changed(FIRST + 6, VALUE, 1.0)), Sheet("S", changed(FIRST + 6, VALUE, 0.0))),
    "answers that are none": (Sheet("S", changed(FIRST + 6, VALUE, 1.0)), Sheet("S", changed(FIRST + 6, VALUE, 5.0))),
    "a number that is true": (Sheet("S", changed(FIRST, VALUE, 1)), Sheet("S", changed(FIRST, VALUE, cell=True))),
    "numbers shown by their size": (
        Sheet("S", changed(FIRST, VALUE, 9.0), formats={(FIRST, VALUE): LARGE}),
        Sheet("S", OTHER, formats={(FIRST, VALUE): LARGE}),
    ),
    "merged figures": (
        Sheet("S", OTHER, merged=((FIRST, VALUE, FIRST + 1, VALUE),)),
        Sheet("S", ONE, merged=((FIRST, VALUE, FIRST + 1, VALUE),)),
    ),
    "a period in the name of the sheet": (Sheet("T5.2025", months(9.0, 7.0)), Sheet("T6.2025", months(9.0, 7.0))),
    "a period in the name of the unit": (Sheet("S", months(9.0, 7.0)), Sheet("S", months(9.0, 7.0, name="Tổ Một tháng 6 năm 2025"))),
    "the ends of rows": (
        Sheet("S", [["Tổng số máy tính", 5.0], ["Số máy mật", 4.0]]),
        Sheet("S", [["Tổng số máy tính", 5.0, "Số máy mật", 4.0], []]),
    ),
    "two forms in a sheet": (Sheet("S", TWO), Sheet("S", changed(FIRST, VALUE, 7.0, changed(len(OTHER) + 4, VALUE, 8.0, TWO)))),
    "two lines of names": (Sheet("S", named("Đơn vị: A", "Tên đơn vị: A")), Sheet("S", named("Đơn vị: B", "Tên đơn vị: C"))),
    "spaces in a line": (Sheet("S", named("Đơn vị:  LĐLĐ huyện Yên Dũng ")), Sheet("S", named("Đơn vị:  LĐLĐ huyện Lạng Giang "))),
    "a line left blank": (Sheet("S", ONE), Sheet("S", named(f"Đơn vị: {BLANK}", "Mã đơn vị: BG02"))),
    "a line left blank before": (Sheet("S", named(f"Đơn vị: {BLANK}", "Mã đơn vị: BG02")), Sheet("S", ONE)),
    "a note in a line": (Sheet("S", OTHER), Sheet("S", named("Đơn vị: xã ngày tháng năm", "Mã đơn vị: BG02"))),
    "a scale in a line": (Sheet("S", OTHER), Sheet("S", named("Đơn vị: Yên Dũng (nghìn người)", "Mã đơn vị: BG02"))),
    "a line over the figures": (Sheet("S", under("Đơn vị: LĐLĐ huyện Yên Dũng")), Sheet("S", under("Đơn vị: LĐLĐ huyện Lạng Giang"))),
    "a comma in a text table": (Sheet("S", SPILLED), Sheet("S", SPILLED, is_text=True)),
}


@pytest.mark.parametrize(("one", "other"), PAIRS.values(), ids=PAIRS)
def test_what_is_asked_of_one_form_is_asked_of_the_other(one: Sheet, other: Sheet) -> None:
    assert_as_alone(one, other, one)
    assert_as_alone(other, one, other)


def test_a_line_that_means_a_field_with_another_text_is_asked_for() -> None:
    odd = plan(
        target("safe", ">= 100%", ("safe", "computers", "secret")),
        fields=(*PLAN.fields, field("servers", aliases=("Đơn vị: Tổ Một › Máy chủ",))),
        levels=LEVELS,
    )
    body: Grid = [[None, "Máy chủ", 3.0], ["Máy tính", "Tổng số", 5.0], [None, "Được bảo vệ", 4.0], [None, "Số máy mật", 1.0]]
    one, other = (Sheet("S", [[f"Đơn vị: {name}"], *body]) for name in ("Tổ Hai", "Tổ Một"))
    assert [table.figures.values.shape for sheet in (one, other) for table in alone(sheet, odd)] == [(1, 3), (1, 4)]
    assert_as_alone(one, other, one, plan_=odd)
    assert_as_alone(other, one, plan_=odd)


WORDS = """12|12.000|1.234|85%|có|không|x|-||nghìn người|Ghi chú|Kế hoạch|Lũy kế|Tỷ lệ (%)|Số liệu|Tổng số máy tính|Máy tính|Được bảo vệ
|STT|Tháng 5 năm 2025|Quý II/2025|Tổng cộng|I|Trong đó: nữ|Đơn vị: LĐLĐ huyện Hiệp Hòa|Đơn vị: Tổng số|Đơn vị: năm 2024|Tên đơn vị: BG03
|Mã đơn vị: BG03|Cấp: huyện|Đơn vị tính: nghìn|Đơn vị: ……|Người lập biểu|Yên Dũng, ngày 03 tháng 7 năm 2025|Đơn vị: A\tCấp: huyện"""
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.sampled_from(WORDS.replace("\n", "").split("|")),
    st.integers(0, 40).map(float),
    st.sampled_from([1e12, 1e13, 1.5, 0.85, -1.0, -0.0, float("inf"), 7, 0, True, False, CellError("#N/A"), date(2025, 6, 1)]),
)
COUNTS = st.lists(st.integers(0, 9).map(float), min_size=6, max_size=6)
UNITS = st.sampled_from([("LĐLĐ huyện Yên Dũng", "BG01"), ("LĐLĐ huyện Lạng Giang", "BG02"), ("Tổ 12 quý 3", "X"), ("Số máy mật", "1")])
Change: TypeAlias = Callable[[Sheet], Sheet]


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Return what happens to the forms of some offices."""
    row, column, down, cell = draw(st.integers(0, 17)), draw(st.integers(0, 5)), draw(st.integers(0, 2)), draw(CELLS)
    made: tuple[Change, ...] = (
        lambda sheet: replace(sheet, rows=changed(min(row, len(sheet.rows) - 1), column, cell, as_grid(sheet.rows))),
        lambda sheet: replace(sheet, rows=[*sheet.rows[:row], [None, cell], *sheet.rows[row:]]),
        lambda sheet: replace(sheet, rows=[*sheet.rows[:row], *sheet.rows[row + 1 :]] if len(sheet.rows) > 1 else sheet.rows),
        lambda sheet: replace(sheet, rows=[*sheet.rows[:row], *sheet.rows[row:][:2][::-1], *sheet.rows[row + 2 :]]),
        lambda sheet: replace(sheet, merged=(*sheet.merged, (row, column, row + down, column + 1))),
        lambda sheet: replace(sheet, formats={(row, VALUE): PERCENT}),
        lambda sheet: replace(sheet, name="Tháng 6.2025"),
    )
    return draw(st.sampled_from((made[0],) * 3 + made))


def as_grid(rows: Sequence[Sequence[Cell]]) -> Grid:
    return [list(row) for row in rows]


@given(
    own=st.lists(st.tuples(COUNTS, UNITS, st.sampled_from(["có", "chưa", "Không", "x"])), min_size=2, max_size=4),
    common=st.lists(changes(), max_size=3),
    last=st.lists(changes(), max_size=2),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_forms_one_after_another(own: list[Any], common: list[Change], last: list[Change]) -> None:
    """What is changed in all of them is a layout of its own; what is changed in the last is none of the others'."""
    sheets = [Sheet("S", form(*counts, name=name, code=code, answer=answer)) for counts, (name, code), answer in own]
    for change in common:
        sheets = [change(sheet) for sheet in sheets]
    odd = sheets[-1]
    for change in last:
        odd = change(odd)
    assert_as_alone(*sheets, odd, sheets[0])
    assert_as_alone(odd, *sheets)


def surrounded(head: str, number: str, day: str, signed: str, rows: Grid = OTHER) -> Grid:
    """Return a form with its office's letterhead, the number of its document, the place and the day, and a line below."""
    made = changed(0, 0, head, changed(1, 4, number, changed(0, 3, day, rows)))
    return [*made, [None, None, None, signed]]


AROUND = ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN DŨNG", "Số: 12/BC-LĐLĐ", "Yên Dũng, ngày 03 tháng 7 năm 2025", "Phó Chủ tịch")


def test_what_stands_around_a_form_is_its_own(found: list[str]) -> None:
    one = surrounded(*AROUND)
    other = surrounded("CÔNG ĐOÀN NGÀNH Y TẾ", "Số: 7/BC-CĐN", "Bắc Giang, ngày 1 tháng 7 năm 2025", "Phó Chủ tịch", ONE)
    assert_as_alone(Sheet("a", one), Sheet("b", other), Sheet("c", one))
    assert found == ["a"]


@pytest.mark.parametrize("place", range(len(AROUND)))
@pytest.mark.parametrize(
    "text",
    [
        *("Tháng 5 năm 2025", "Đơn vị: Tổ Một", "Cấp: huyện", "Tổng số máy tính", "Đơn vị tính: nghìn máy", "Lũy kế đến hết tháng 6/2025"),
        *(
            "6 tháng",
            "Ví dụ: ghi 12",
            "Kế hoạch năm 2025",
            "85%",
            "12",
            "có",
            "TM. BAN CHẤP HÀNH",
            "Người lập biểu",
            "Ghi chú: số liệu tạm tính",
        ),
        *("Mẫu", "STT", "Tên đơn vị", "Tổng cộng", "Lần 2", "LĐLĐ huyện Yên Dũng\nCông đoàn cơ sở", "…", "BÁO CÁO", "Tháng 6 năm 2025"),
    ],
)
def test_a_text_that_says_something_else_is_asked_for_itself(text: str, place: int) -> None:
    head, number, day, signed = [text if at == place else each for at, each in enumerate(AROUND)]
    odd = surrounded(head, number, day, signed)
    assert_as_alone(Sheet("S", surrounded(*AROUND)), Sheet("S", odd), Sheet("S", surrounded(*AROUND, rows=ONE)))
    assert_as_alone(Sheet("S", odd), Sheet("S", surrounded(*AROUND)), Sheet("S", odd))


def test_a_unit_beside_its_line_is_the_form_s_own(found: list[str]) -> None:
    """Where the letterhead says the same, it cannot be told which of the two it was: the form is read by itself."""
    sheets = [
        Sheet("a", changed(1, 0, "Đơn vị:", changed(1, 1, "LĐLĐ huyện Yên Dũng", ONE))),
        Sheet("b", changed(1, 0, "Đơn vị:", changed(1, 1, "LĐLĐ huyện Lạng Giang", OTHER))),
        Sheet("c", changed(1, 0, "Đơn vị:", changed(1, 1, "CÔNG ĐOÀN TỈNH", OTHER))),
        Sheet("d", changed(1, 0, "Đơn vị:", changed(1, 1, "LĐLĐ huyện Lạng Giang", changed(0, 0, "LĐLĐ huyện Lạng Giang", ONE)))),
    ]
    assert_as_alone(*sheets)
    assert found == ["a"]
    found.clear()
    assert_as_alone(*sheets[::-1])
    assert found == ["d", "c", "b"]


WORDS_AROUND = """LĐLĐ|huyện|Yên Dũng|công đoàn|ngày 03|tháng 7|năm 2025|số:|báo cáo|tổng|hợp|kế hoạch|lũy kế|máy|tính|mật|6|quý II|%
|Mẫu|I.|-|(cái)|người|lập biểu|trước|đơn vị:|cấp:|TM.|chủ tịch|mã:|trong đó""".replace("\n", "")
TEXTS = st.one_of(
    st.sampled_from(WORDS.replace("\n", "").split("|")),
    st.sampled_from(AROUND),
    st.lists(
        st.sampled_from(
            [
                "LĐLĐ",
                "huyện",
                "Yên Dũng",
                "công đoàn",
                "ngày 03",
                "tháng 7",
                "năm 2025",
                "số:",
                "báo cáo",
                "tổng",
                "hợp",
                "kế hoạch",
                "lũy kế",
                "máy",
                "tính",
                "mật",
                "6",
                "quý II",
                "%",
                "Mẫu",
                "I.",
                "-",
                "(cái)",
                "người",
                "lập biểu",
                "trước",
                "đơn vị:",
                "cấp:",
                "TM.",
                "chủ tịch",
                "mã:",
                "trong đó",
            ]
        ),
        min_size=1,
        max_size=6,
    ).map(" ".join),
    st.text(max_size=12),
)


@given(
    around=st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=2, max_size=4),
    common=st.lists(changes(), max_size=2),
    beside=st.booleans(),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_texts_around_a_form(around: list[tuple[str, str, str, str]], common: list[Change], beside: bool) -> None:  # noqa: FBT001
    """`beside`: the unit's name stands in a cell beside its line, and may be anything."""
    sheets = []
    for texts in around:
        rows = surrounded(*texts)
        rows = changed(1, 0, "Đơn vị:", changed(1, 1, texts[1], changed(1, 4, None, rows))) if beside else rows
        sheet = Sheet("S", rows)
        for change in common:
            sheet = change(sheet)
        sheets.append(sheet)
    assert_as_alone(*sheets, sheets[0])


FIGURES: tuple[Figures, ...] = (
    {"BG01": (1200, 96, 3, True), "BG02": (80, 75, 0, False)},
    {"BG01": (7, 6, 5, True), "BG02": (1, 2, 3, False)},
    {"BG02": (4, 4, 0, True), "BG03": (80, 75, 1, False)},
)


@pytest.mark.parametrize("mess", MESSES)
@pytest.mark.parametrize("shape", SHAPES)
def test_all_shapes_and_messes_one_after_another(shape: str, mess: str) -> None:
    sheets = []
    for figures in FIGURES:
        for name, page in SHAPES[shape](figures).items():
            messy = MESSES[mess](page)
            rows = [[float(cell) if type(cell) is int else cell for cell in row] for row in messy.rows]
            sheets.append(Sheet(name, rows, merged=tuple(messy.merged)))  # type: ignore[arg-type]  # no number is `Shown` here
    assert_as_alone(*sheets, *sheets, plan_=PLAN)


def test_a_folder_is_taken_in_as_without_layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, dict[str, Rows | Sheet]] = {
        f"{number} T6.xlsx": {"S": sheet} for number, sheet in enumerate([Sheet("S", ONE), Sheet("S", OTHER), *OTHERS.values()])
    }
    through = submit(tmp_path, files, plan_=WIDER)
    monkeypatch.setattr(Layout, "tables", lambda *_: None)
    by_themselves = submit(tmp_path, files, plan_=WIDER)
    assert shown([*map(_told, through.findings)]) == shown([*map(_told, by_themselves.findings)])
    assert shown(list(through.by_period.values())) == shown(list(by_themselves.by_period.values()))
    assert [each.tables for each in through.inputs] == [each.tables for each in by_themselves.inputs]


def _told(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.args, finding.source, finding.unit, finding.field
