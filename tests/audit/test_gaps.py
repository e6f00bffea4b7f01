"""The worst gaps, which are found without putting all in order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from union_audit.audit.gaps import Gaps

UNITS = 6
AMONG = st.lists(st.booleans(), min_size=UNITS, max_size=UNITS)
FOUND = st.lists(st.tuples(st.integers(0, UNITS - 1), st.integers(0, 3), st.integers(0, 3)), max_size=30)
"""Each gap's unit, loss in quarters, and what is to go: few different ones, so that many are alike."""


@given(FOUND, AMONG, st.integers(0, 31) | st.none())
def test_the_worst_are_the_first_of_all_in_order_with_the_same_ranks(
    found: list[tuple[int, int, int]], among: list[bool], most: int
) -> None:
    unit, loss, to_go = np.array(found, np.int64).reshape(-1, 3).T
    gaps = Gaps(unit, np.arange(len(found), dtype=np.int16), loss / 4, to_go)
    order = sorted(range(len(found)), key=lambda each: (-found[each][1], -found[each][2], each))
    ranks = [1 + sum(other[1:] > found[each][1:] for other in found) for each in order]
    assert (gaps.ranked.column.tolist(), gaps.ranked.rank.tolist()) == (order, ranks)
    asked = [(each, rank) for each, rank in zip(order, ranks, strict=True) if among[found[each][0]]][:most]
    which = np.array(among, np.bool_)[unit]
    worst = gaps.worst(most, which)
    assert list(zip(worst.column.tolist(), worst.rank.tolist(), strict=True)) == asked
    assert worst.unit.tolist() == [found[each][0] for each, _ in asked]
