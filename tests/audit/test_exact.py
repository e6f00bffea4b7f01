"""Columns of fractions are ordered exactly, however large."""

from fractions import Fraction

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from union_audit.audit.exact import competition_ranks, dense, less, order_keys, widened

BIG = st.integers(0, 2 * 10**12)
FRACTIONS = st.tuples(BIG, st.integers(1, 2 * 10**12))
NEAR = 10**12


def columns(rows: list[tuple[int, int]], dtype: type) -> tuple[np.ndarray, np.ndarray]:
    return np.array([top for top, _ in rows], dtype), np.array([bottom for _, bottom in rows], dtype)


@given(st.lists(FRACTIONS, min_size=1, max_size=8), st.sampled_from([np.int64, object]))
@example([(NEAR - 1, NEAR), (NEAR - 2, NEAR - 1), (NEAR - 2, NEAR), (2 * NEAR - 2, 2 * NEAR)], np.int64)
@example([(1, 3), (2, 6), (1, 2), (0, 5), (0, 7)], np.int64)
def test_keys_are_in_the_order_of_the_fractions(rows: list[tuple[int, int]], dtype: type) -> None:
    values = [Fraction(top, bottom) for top, bottom in rows]
    places = sorted(set(values))
    assert dense(order_keys(columns(rows, dtype))).tolist() == [places.index(value) for value in values]


def test_fractions_that_are_one_float_are_told_apart() -> None:
    rows = [(10**30 - 2, 10**30 - 1), (10**30 - 1, 10**30), (2 * 10**30 - 2, 2 * 10**30), (1, 2)]
    assert rows[0][0] / rows[0][1] == rows[1][0] / rows[1][1]
    assert dense(order_keys(columns(rows, object))).tolist() == [1, 2, 2, 0]


def test_fractions_too_large_for_floats_are_divided_exactly() -> None:
    rows = [(2**60 + 1, 2**61), (2**60, 2**61 - 1)]
    assert dense(order_keys(columns(rows, np.int64))).tolist() == [1, 0]


@given(FRACTIONS, FRACTIONS)
def test_less(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert less(*columns([one], np.int64), *columns([other], np.int64)).tolist() == [Fraction(*one) < Fraction(*other)]


@given(st.lists(st.integers(-(10**12), 10**12), max_size=3), st.integers(1, 10**8))
def test_products_never_overflow(counts: list[int], factor: int) -> None:
    (column,) = widened(factor, np.array(counts, np.int64))
    assert (column * factor).tolist() == [count * factor for count in counts]
    assert (column.dtype == np.int64) == (max(map(abs, counts), default=0) * factor < 2**63)


def test_competition_ranks() -> None:
    assert competition_ranks(np.array([3, 5, 5, 9])).tolist() == [1, 2, 2, 4]
    assert competition_ranks(np.array([3, 5, 5, 9]), np.array([0, 1, 2, 2])).tolist() == [1, 2, 3, 4]
    assert competition_ranks(np.zeros(0, np.int64)).tolist() == []
