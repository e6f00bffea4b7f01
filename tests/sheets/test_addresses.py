"""Every cell is read at its own address, in every kind of file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from union_audit.sheets import Book, Cell, read_book
from workbooks import MAKERS, Cells, xlsx

GRIDS = st.dictionaries(st.tuples(st.integers(0, 40), st.integers(0, 30)), st.integers(0, 10**6), min_size=1, max_size=12)
QUICK = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, name: str, content: bytes) -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def filled(book: Book, sheet: int = 0) -> dict[tuple[int, int], Cell]:
    rows = book.sheets[sheet].rows
    return {(r, c): cell for r, row in enumerate(rows) for c, cell in enumerate(row) if cell is not None}


@pytest.mark.parametrize("kind", MAKERS)
def test_leading_empty_rows_and_columns_keep_their_places(tmp_path: Path, kind: str) -> None:
    book = read(tmp_path, f"a.{kind}", MAKERS[kind]({(4, 2): 12, (6, 27): 0.85}))
    assert book.kind == kind
    assert filled(book) == {(4, 2): 12, (6, 27): 0.85}
    assert book.findings == ()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@QUICK
@given(cells=GRIDS)
def test_any_grid_reads_back_at_the_same_addresses(
    tmp_path: Path, make: Callable[[Cells], bytes], cells: dict[tuple[int, int], int]
) -> None:
    assert filled(read(tmp_path, "a", make(cells))) == cells


def test_the_far_corner_of_a_column_is_read_where_it_is(tmp_path: Path) -> None:
    assert filled(read(tmp_path, "a.xlsx", xlsx({(1_048_575, 0): 1, (0, 0): 2}))) == {(1_048_575, 0): 1, (0, 0): 2}
