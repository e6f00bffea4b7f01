"""Large text tables: read by columns, cell for cell what is read row by row."""

import csv
import io
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.sheets import delimited, formal
from union_audit.sheets.by_column import ByColumn, Numbers, Texts
from union_audit.sheets.delimited import DELIMITERS, read_table
from union_audit.sheets.formal import read_formal, read_texts

CELLS = st.one_of(
    st.integers(0, 10**10).map(str),
    st.sampled_from(["", "0", "007", "-3", "1.234", "12 máy", "LĐLĐ huyện", '"', 'a"b', "a,b", "x;y", " 5", "99999999", "100000000", "٣"]),
)
ENDS = st.sampled_from(["\n", "\r\n"])


def by_rows(text: str, delimiter: str) -> list[list[str | None]]:
    """Read row by row; a line with nothing in it has no cell."""
    rows = [[cell or None for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
    return [[] if row == [None] else row for row in rows]


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=4, max_size=12), st.sampled_from(DELIMITERS), ENDS, st.sampled_from([0, 1])
)
def test_the_same_cells_as_row_by_row(rows: list[list[str]], delimiter: str, end: str, quoting: int) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows([["a", "b", "c"], *rows])  # type: ignore[arg-type]
    text = stream.getvalue().rstrip("\r\n")
    read = read_formal(text.encode(), delimiter)
    if read is not None:  # some must be looked at row by row
        assert [[*row] for row in read] == by_rows(text, delimiter)
    else:
        assert quoting == 0


@given(st.lists(st.integers(0, 6), min_size=1, max_size=3), st.data())
def test_rows_of_another_width_keep_their_cells_and_place(odd: list[int], data: st.DataObject) -> None:
    rows = [[str(row), "LĐLĐ huyện", str(row * 7)] for row in range(20)]
    for width in odd:
        rows.insert(data.draw(st.integers(0, len(rows))), ["9"] * width)
    text = "\n".join(",".join(row) for row in rows).rstrip("\n")
    read = read_formal(text.encode(), ",")
    assert read is not None
    assert [[*row] for row in read] == by_rows(text, ",")
    for place in range(3):
        cells = read.column(place, np.arange(len(read)))
        assert [*cells] == [row[place] if place < len(row) else None for row in read]


_MIXED = st.lists(st.tuples(st.sampled_from(["7", "5000", "", "-", "12 máy"]), CELLS), min_size=2, max_size=20)


@given(_MIXED, st.integers(1, 60), ENDS)
def test_in_blocks_of_any_size_as_in_one(rows: list[tuple[str, str]], block: int, end: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator=end).writerows([["a", "b"], *rows])
    data = stream.getvalue().rstrip("\r\n").encode()
    whole = read_formal(data, ",")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formal, "_BLOCK", block)
        patch.setattr(formal, "_LEAST_LINES", 0)
        parts = read_formal(data, ",")
    if whole is None:
        assert parts is None
    elif parts is not None:  # the first lines may be of another width than most
        assert ([type(column) for column in parts.columns], [*parts]) == ([type(column) for column in whole.columns], [*whole])


def test_columns_of_digits_need_no_object_each() -> None:
    read = read_formal("\n".join(f"{row},x,{row}" for row in range(9)).encode(), ",")
    assert read is not None
    assert [type(column) for column in read.columns] == [Numbers, Texts, Numbers]


def test_a_list_is_read_as_texts_whatever_they_are() -> None:
    columns = read_texts("code,name\n01,LĐLĐ\n2,\n".encode(), ",")
    assert columns is not None
    assert [[*column] for column in columns] == [["code", "01", "2"], ["name", "LĐLĐ", ""]]
    assert read_texts("code,name\n1,LĐLĐ\n2,\n3\n".encode(), ",") is None
    assert read_texts('code,name\n1,"LĐ\nLĐ"\n'.encode(), ",") is None


@pytest.mark.parametrize(
    "text",
    ['a,b\n"x\ny",2\n', 'a,b\n"x"y,2\n', 'a,b\nx",2\n', "a,b\rx,2\ry,3\n", "a,b\n1\n2\n3\n", 'a,b\n1,"2\n'],
    ids=["line break in a cell", "text after a mark", "stray mark", "returns alone", "ragged", "unclosed"],
)
def test_what_breaks_the_format_is_looked_at_row_by_row(text: str) -> None:
    assert read_formal(text.encode(), ",") is None


def test_a_large_table_is_read_by_columns_and_says_which_rows_are_ragged(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["Biểu 02", "", "Đơn vị,Số máy", *(f"LĐLĐ {row},{row}" for row in range(50))]
    lines.insert(20, "LĐLĐ huyện,4,5")
    text = "\n".join(lines)
    by_row = read_table(text)
    monkeypatch.setattr(delimited, "_LARGE", 10)
    by_column = read_table(text)
    assert isinstance(by_column.rows, ByColumn)
    assert (by_column.width, by_column.ragged, by_column.delimiter) == (by_row.width, by_row.ragged, by_row.delimiter)
    assert [[*row] for row in by_column.rows] == [[] if row == [None] else row for row in by_row.rows]


def test_wide_lines_above_many_short_ones_take_no_room_for_all() -> None:
    text = b"1," * 8_000 + b"\n"
    tracemalloc.start()
    try:
        assert read_formal(text * 70 + b"a\n" * 500_000, ",") is None
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_there_is_room_for_lines_of_nothing_but_blanks(end: bytes) -> None:
    found = read_formal(b"a,b\n" + b",\n" * 9 + b",1" + end, ",")
    assert found is not None
    assert list(found) == [["a", "b"], *[[None, None]] * 9, [None, "1"]]


def test_a_wide_table_is_the_same_by_columns_and_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[f"{row} chữ {column}" if column % 3 else str(row * column) for column in range(60)] for row in range(50)]
    text = "\n".join(",".join(row) for row in rows)
    assert read_formal(text.encode(), ",") is None
    monkeypatch.setattr(formal, "_FEW_BYTES", 0)
    read = read_formal(text.encode(), ",")
    assert read is not None
    assert [[*row] for row in read] == by_rows(text, ",") == rows
