"""Nothing is silently lost: a row, or a column, with figures in a table is a unit's, or is left out with a reason, or is said."""

import sys
from collections.abc import Sequence
from typing import TypeAlias

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from submitting import HEAD, ROSTER, tables
from union_audit.findings import address
from union_audit.intake.facts import Layout
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.table import Table
from union_audit.plan.roster import Roster
from union_audit.sheets import Cell

Line: TypeAlias = list[Cell]

LABELS = HEAD[3:]
ROSTERS = st.sampled_from([ROSTER, None])
NAMES = st.sampled_from(
    ["LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang", "LĐLĐ huyện Xa", "CĐCS Một", "Công đoàn ngành Y tế", "Trong đó: nữ", "Số điện thoại"]
)
ASIDE = st.sampled_from(
    ["Tổng cộng", "Khối huyện", "I. Các huyện", "Ghi chú: tạm tính", "Bình quân", "Kế hoạch", "Thực hiện", "Tháng 5 năm 2025"]
)
FIGURES: st.SearchStrategy[Cell] = st.one_of(
    st.integers(0, 99), st.integers(0, 99), st.sampled_from(["12", "1.234", "12a", "có", "x", "-", None, None])
)
ORDINALS: st.SearchStrategy[Cell] = st.one_of(st.none(), st.integers(1, 9), st.sampled_from(["I", "II", "A", "1.1", "a)", "Ghi chú", "*"]))
WORDS = st.one_of(NAMES, ASIDE, st.sampled_from([*LABELS, "Màu sơn", "Chỉ tiêu", "Máy tính", "Được bảo vệ", "Tổng số", ""]))
LABEL_AGAIN: list[list[Line]] = [[[LABELS[0], 0, 0]], [[LABELS[0], "Màu sơn", LABELS[1]]] * 2]
"""What stands in a column of figures is one label twice, which is no second list of labels."""
HEADINGS_BELOW: list[list[Line]] = [
    [[LABELS[0], 0, 0]],
    [[LABELS[0], LABELS[1], LABELS[2], "STT"]],
    [[LABELS[0], LABELS[1], LABELS[3], "STT"]],
]
"""Under a column of figures stand the headings of two tables, which are no list of labels either."""
ALONE_ABOVE: list[list[Line]] = [[["Chỉ tiêu", "Máy tính"], [LABELS[0], None, None, None], ["Màu sơn", 0, 0, "có", 0]]]
"""What stands in a column of figures has no heading in the first column above it."""
HEADINGS_ABOVE: list[list[Line]] = [[[*HEAD[:4]], [None] * 4], [["STT", *LABELS], [None, 0, 0, "có", 0]]]
"""The last heading of another table is no section over what stands below it."""
SLOW = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def wide(draw: st.DrawFn) -> list[Line]:
    """Rows under headings, some of which nobody knows or has written."""
    names = draw(st.lists(st.sampled_from(HEAD[:3]), min_size=1, max_size=3, unique=True))
    others = st.lists(st.sampled_from(["Màu sơn", "Ghi chú", None]), max_size=2)
    fields = draw(st.permutations([*draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=4, unique=True)), *draw(others)]))
    head = [*names, *fields] if draw(st.booleans()) else [*fields, *names]

    def cell(heading: str | None) -> Cell:
        if heading == HEAD[0]:
            return draw(ORDINALS)
        if heading == HEAD[1]:
            return draw(st.sampled_from([None, "BG01", "BG02", "BG99"]))
        return draw(st.one_of(NAMES, ASIDE, st.none())) if heading == HEAD[2] else draw(FIGURES)

    def row() -> Line:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            return [None] * len(head)
        if kind == 1:
            return list(head)
        if kind == 2:
            return [draw(st.one_of(ASIDE, NAMES)), *draw(st.lists(FIGURES, max_size=len(head)))]
        return [cell(heading) for heading in head]

    return [list(head), *(row() for _ in range(draw(st.integers(1, 8))))]


@st.composite
def down(draw: st.DrawFn) -> list[Line]:
    """Labels below each other, some of which nobody knows, and one or more columns of figures beside them."""
    width = draw(st.integers(1, 4))
    heads: st.SearchStrategy[Cell] = st.one_of(
        NAMES, st.sampled_from(["Số liệu", "Kế hoạch", "Thực hiện", "Tổng cộng", "Tháng 5", "Ghi chú", "ĐVT", None])
    )
    rows: list[Line] = [["Chỉ tiêu", *(draw(heads) for _ in range(width))]] if draw(st.booleans()) else []
    labels: st.SearchStrategy[Cell] = st.one_of(st.sampled_from(LABELS), st.sampled_from(LABELS), WORDS, st.none())
    for _ in range(draw(st.integers(2, 9))):
        is_bare = draw(st.integers(0, 5)) == 0
        rows.append([draw(labels), *([None] * width if is_bare else [draw(FIGURES) for _ in range(width)])])
    return rows


@given(rows=wide(), roster=ROSTERS)
@SLOW
def test_every_row_under_headings(rows: list[Line], roster: Roster | None) -> None:
    check(rows, roster)


@given(rows=down(), roster=ROSTERS)
@SLOW
def test_every_row_of_labels(rows: list[Line], roster: Roster | None) -> None:
    check(rows, roster)


@given(rows=st.lists(st.one_of(wide(), down(), st.just([[]])), min_size=2, max_size=3), roster=ROSTERS)
@example(rows=LABEL_AGAIN, roster=None)
@example(rows=HEADINGS_BELOW, roster=None)
@example(rows=ALONE_ABOVE, roster=None)
@example(rows=HEADINGS_ABOVE, roster=None)
@SLOW
def test_every_row_of_several_tables(rows: list[list[Line]], roster: Roster | None) -> None:
    check([row for part in rows for row in part], roster)


def check(rows: Sequence[Line], roster: Roster | None) -> None:
    found = tables(rows, roster)
    told = {row for table in found for row in rows_told(table)}
    lost = {
        row
        for table in found
        for row in range(first_row(table), len(rows))
        if row not in told and any(is_figure(at(rows, row, column)) for column in figure_columns(table))
    }
    said = [each for table in found for each in table.findings if each.code == "UA134"]
    assert not lost or said, f"rows {lost} are lost"
    assert lost <= {row for each in said if each.source for row in range(each.source.row, len(rows))}
    refused = {each.index for table in found for each in table.left_out if each.reason == RowKind.NAMELESS.value}
    for table in found:
        own = {int(row) for row in table.figures.row.ravel()} - refused if table.named.place else set()
        for column in {column for row in own for column, cell in enumerate(rows[row]) if is_figure(cell)}:
            assert any(is_told(each, column, rows) for each in found), f"column {address(0, column)} is lost"


def is_figure(cell: Cell) -> bool:
    return isinstance(cell, int) or (isinstance(cell, str) and cell.isdigit())


def at(rows: Sequence[Line], row: int, column: int) -> Cell:
    return rows[row][column] if column < len(rows[row]) else None


def first_row(table: Table) -> int:
    """The first row under the headings, or that of the first label; none of a form of which nothing is used, which has to say so."""
    if table.layout is not Layout.WIDE and not table.headings:
        assert table.findings
        return sys.maxsize
    return max(table.header_rows) + 1 if table.layout is Layout.WIDE else min(each.index for each in table.headings)


def figure_columns(table: Table) -> set[int]:
    """The columns that figures are looked for in."""
    return {int(column) for column in table.figures.column.ravel()}


def rows_told(table: Table) -> set[int]:
    """The rows of which a table says what they are."""
    own = table.named.place if table.layout is Layout.WIDE else [each.index for each in table.headings]
    left_out = [] if table.layout is Layout.TRANSPOSED else [each.index for each in table.left_out]
    return {*table.header_rows, *own, *left_out}


def is_told(table: Table, column: int, rows: Sequence[Line]) -> bool:
    """Whether a table says what a column is: by its heading, as a unit's or left out, or as one that nobody knows."""
    letter, heading = address(0, column).rstrip("1"), at(rows, min(table.header_rows, default=0), column)
    said = {str(text) for each in table.findings for key in ("columns", "headings") for text in each.args.get(key, ())}  # type: ignore[attr-defined]
    if table.layout is Layout.WIDE:
        return column in {each.index for each in table.headings} or letter in said or column < min(figure_columns(table))
    left_out = [each.index for each in table.left_out] if table.layout is Layout.TRANSPOSED else []
    beside = "Ghi chú", "ĐVT"
    return (
        column in {*table.named.place, *left_out}
        or letter in said
        or heading in {*said, *beside}
        or letter in {text.rstrip("0123456789") for text in said}
    )
