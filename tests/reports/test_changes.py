"""Gaps that moved, in their order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from union_audit.audit.gaps import Gaps
from union_audit.reports.changes import places

_CELLS = st.lists(st.tuples(st.booleans(), st.integers(-1, 2), st.integers(0, 2)), min_size=12, max_size=12)
"""Of three targets at four units each: whether it moved, and what the gap loses (-1: it is none) and has to go."""


@given(_CELLS, st.integers(0, 13) | st.none())
def test_the_ranked_ones_stand_first_then_the_others_in_the_rosters_order(cells: list[tuple[bool, int, int]], top: int | None) -> None:
    moved, loss, to_go = (np.array(each).reshape(3, 4) for each in zip(*cells, strict=True))
    column, unit = np.nonzero(loss >= 0)
    gaps = Gaps(unit, column.astype(np.int16), loss[column, unit] / 2, to_go[column, unit])
    ranks = np.zeros((3, 4), np.int64)
    ranks[gaps.ranked.column, gaps.ranked.unit] = gaps.ranked.rank
    found = [(each[0], each[1], int(ranks[each[1], each[0]])) for each in np.argwhere(moved.T).tolist()]
    in_order = [*sorted((each for each in found if each[2]), key=lambda each: each[2]), *(each for each in found if not each[2])]
    assert list(places(moved.astype(np.bool_), gaps, top)) == in_order[:top]
