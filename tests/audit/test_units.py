"""Sums over the branches of a roster."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import plan, roster, unit
from union_audit.audit.units import Units

FORESTS = st.sampled_from((2, 39)).flatmap(lambda most: st.lists(st.none() | st.integers(0, most), min_size=1, max_size=40))
"""Each unit's parent, an earlier unit if there is one: few branches of many units, or many."""


def branches(parents: Sequence[int | None], stop: Sequence[bool]) -> list[list[int]]:
    """Return whose figures each branch's sum is of, in the order of the sums."""
    children = [[place for place, above in enumerate(parents) if above == top] for top in (*range(len(parents)), None)]

    def within(top: int) -> list[int]:
        return [top, *(each for child in children[top] if not stop[top] for each in within(child))]

    return [*(within(top) for top in range(len(parents)) if children[top]), [each for root in children[-1] for each in within(root)]]


@given(FORESTS, st.data())
def test_a_branch_is_its_top_and_all_below_it(chosen: list[int | None], data: st.DataObject) -> None:
    parents = [above if above is not None and above < place else None for place, above in enumerate(chosen)]
    made = [unit(f"U{place}", parent=None if above is None else f"U{above}") for place, above in enumerate(parents)]
    units, size = Units(plan(), roster(*made), date.max), len(made)
    truths = data.draw(st.lists(st.lists(st.booleans(), min_size=size, max_size=size), min_size=1, max_size=3))
    figures = data.draw(st.lists(st.integers(0, 10**15), min_size=size, max_size=size))
    stop = data.draw(st.lists(st.booleans(), min_size=size, max_size=size))

    def sums(of: Sequence[int], within: list[list[int]]) -> list[int]:
        return [sum(of[each] for each in branch) for branch in within]

    everywhere, until = branches(parents, [False] * size), branches(parents, stop)
    assert units.count_up([np.array(truth) for truth in truths]).tolist() == [sums(truth, everywhere) for truth in truths]
    assert units.sum_up([np.array(figures)]).tolist() == [sums(figures, everywhere)]
    for dtype in (np.int64, object):
        assert units.sum_up([np.array(figures, dtype)], stop=np.array(stop)).tolist() == [sums(figures, until)]
