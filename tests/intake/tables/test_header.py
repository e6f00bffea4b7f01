"""Headings of one row to six, however they are laid out, and whatever stands between them and the figures."""

from collections.abc import Sequence
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from submitting import Rows, tables
from union_audit.sheets import Cell

UNITS: Rows = [(1, "LĐLĐ huyện Yên Dũng", 10, 9, 1, "có"), (2, "LĐLĐ huyện Lạng Giang", 1234, 1200, 0, "không")]
GROUPS: tuple[Sequence[Cell], ...] = (
    ("Kết quả thực hiện", None, None, None),
    ("Chỉ tiêu", None, None, None),
    ("Trang bị", None, None, "Khác"),
    ("Máy tính", None, "Số máy mật", "Đã tổ chức học tập"),
    ("Tổng số", "Được bảo vệ", None, None),
)
Spans: TypeAlias = tuple[tuple[int, int, int, int], ...]
MEASURES = {"none": None, "bare": ("máy", "máy", "máy", "có/không"), "in brackets": ("(máy)", "(máy)", "(máy)", "(có/không)")}
NUMBERS = {
    "none": None,
    "whole": (1, 2, 3, 4, 5, 6),
    "with letters": ("A", "B", "1", "2", "3=1-2", "4"),
    "signs": (None, None, "(1)", "(2)", "(3)", "(4)"),
}


def header(depth: int) -> list[list[Cell]]:
    rows = [[None, None, *group] for group in GROUPS[-depth:]]
    rows[0][:2] = ["STT", "Tên đơn vị"]
    return rows


def spans(rows: list[list[Cell]]) -> Spans:
    """Merge each text over the blanks to its right that stand under the same group, and down where nothing is under it."""
    found = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is None:
                continue
            below = next((n for n in range(row + 1, len(rows)) if rows[n][column] is not None), len(rows)) - 1
            right = column
            while right + 1 < len(cells) and cells[right + 1] is None and all(rows[above][right + 1] is None for above in range(row)):
                right += 1
            found.append((row, column, below if right == column else row, right))
    return tuple(each for each in found if each[:2] != each[2:])


def read(rows: Rows, merged: Spans = ()) -> list[list[int]]:
    (table,) = tables(rows, merged=merged)
    names = list(table.figures.fields)
    assert sorted(names) == list(range(4))
    return [[values[names.index(place)] for place in range(4)] for values in table.figures.values.tolist()]


@pytest.mark.parametrize("depth", range(2, 6))
@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("is_merged", [False, True])
def test_headers_of_several_rows(depth: int, numbers: str, *, is_merged: bool) -> None:
    rows: list[Sequence[Cell]] = [*header(depth)]
    rows += [given_ for given_ in (NUMBERS[numbers],) if given_]
    assert read([*rows, *UNITS], merged=spans(header(depth)) if is_merged else ()) == [[10, 9, 1, 1], [1234, 1200, 0, 0]]


@given(
    depth=st.integers(2, 5),
    measures=st.sampled_from(list(MEASURES)),
    numbers=st.sampled_from(list(NUMBERS)),
    titles=st.lists(st.sampled_from(["BÁO CÁO", "Tháng 6 năm 2025", "Đơn vị tính: máy", "(Kèm theo Kế hoạch)", None]), max_size=4),
    blank=st.integers(0, 2),
    again=st.booleans(),
)
@settings(max_examples=60)
def test_whatever_stands_around_the_headings(
    depth: int, measures: str, numbers: str, titles: list[str | None], blank: int, *, again: bool
) -> None:
    head: list[Sequence[Cell]] = [*header(depth)]
    head += [(None, None, *row) for row in (MEASURES[measures],) if row]
    head += [row for row in (NUMBERS[numbers],) if row]
    rows: list[Sequence[Cell]] = [*((title,) for title in titles), *([()] * (blank + bool(titles))), *head, UNITS[0]]
    rows += [*(head if again else ()), UNITS[1]]
    assert read(rows) == [[10, 9, 1, 1], [1234, 1200, 0, 0]]


def test_a_group_ends_where_the_one_above_it_does() -> None:
    rows: Rows = [
        ("STT", "Đơn vị", "Trang bị", None, "Khác", None),
        (None, None, "Máy tính", None, None, None),
        (None, None, "Tổng số", "Được bảo vệ", "Số máy mật", "Đã tổ chức học tập"),
        *UNITS,
    ]
    assert read(rows) == [[10, 9, 1, 1], [1234, 1200, 0, 0]]
    assert [heading.text for heading in tables(rows)[0].headings][-2:] == ["Khác › Số máy mật", "Khác › Đã tổ chức học tập"]
