"""Whole columns, in one stroke and cell by cell, say the same."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import field
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import read_count, read_yes_no
from union_audit.intake.figures.columns import measure_words, read_column
from union_audit.plan.model import Kind
from union_audit.sheets import Cell, CellError
from union_audit.sheets.number_format import PERCENT

COMPUTERS = field("computers", unit={"vi": "máy tính", "en": "computers"})
STUDIED = field("studied", kind=Kind.YES_NO)

CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.integers(-5, 10**13),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(0, 1000).map(float),
    st.booleans(),
    st.sampled_from(["12", "05", "", " ", "1.234", "12.000", "x", "12 máy", "007", "abc", "-"]),
    st.just(CellError("#REF!")),
    st.just(date(2025, 1, 1)),
)


TEXTS = st.lists(
    st.sampled_from([*"0123456789.,-/%()+:~?x ", "khoảng ", "máy", "không", "\uff11", "#REF!", "\xa0"]), min_size=1, max_size=6
).map("".join)


@given(texts=st.lists(TEXTS, min_size=12, max_size=200))
@settings(max_examples=150)
def test_texts_that_differ_in_their_digits_are_each_read_for_themselves(texts: list[str]) -> None:
    for of in (COMPUTERS, STUDIED):
        column = read_column(texts, of)
        for place, text in enumerate(texts):
            reading = read_count(text, measure_words(of)) if of is COMPUTERS else read_yes_no(text)
            assert (column.state[place], column.values[place]) == (reading.state, reading.value if reading.state is State.FIGURE else 0)
            assert column.odd.get(place, reading) == reading


@given(cells=st.lists(CELLS, max_size=12))
@settings(max_examples=150)
def test_a_column_is_its_cells(cells: list[Cell]) -> None:
    column = read_column(cells, COMPUTERS)
    words = measure_words(COMPUTERS)
    for place, cell in enumerate(cells):
        reading = read_count(cell, words)
        assert column.state[place] == reading.state
        assert column.values[place] == (reading.value if reading.state is State.FIGURE else 0)
        assert (place in column.odd) == bool(reading.code or (reading.state is State.FIGURE and not _is_plain(cell)))


def _is_plain(cell: Cell) -> bool:
    if isinstance(cell, float):
        return cell.is_integer()
    return isinstance(cell, int) or (isinstance(cell, str) and (cell == "0" or (cell.isdigit() and cell[0] != "0")))


@pytest.mark.parametrize("cells", [[1, 2.0, None], ["1", "2", None], ["1", 2, None]])
def test_plain_columns_have_nothing_odd(cells: list[Cell]) -> None:
    column = read_column(cells, COMPUTERS)
    assert column.values.tolist() == [1, 2, 0]
    assert column.values.dtype == np.int64
    assert column.odd == {}


def test_answers() -> None:
    column = read_column([1, 0.0, "có", "không", 2, None, True], STUDIED)
    assert column.values.tolist() == [1, 0, 1, 0, 0, 0, 1]
    assert [State(state) for state in column.state] == [
        State.FIGURE,
        State.FIGURE,
        State.FIGURE,
        State.FIGURE,
        State.UNREADABLE,
        State.BLANK,
        State.FIGURE,
    ]


def test_cells_shown_as_percentages_are_no_counts() -> None:
    column = read_column([1, 1], COMPUTERS, {1: PERCENT})
    assert [State(state) for state in column.state] == [State.FIGURE, State.UNREADABLE]
    assert column.odd[1].code == "UA209"


def test_the_beginning_of_a_unit_of_measure_is_enough() -> None:
    assert measure_words(COMPUTERS) == {"may", "may tinh", "computers"}
