"""Scores: what is reached of what applies, in exact order."""

from fractions import Fraction
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Given, audited, plan, roster, target, unit
from union_audit.plan.model import OnZero

TWO = plan(target("a", ">= 100%", ("n", "d"), weight=Fraction(3)), target("b", "> 60%", ("m", "e")))


def test_a_score_is_the_weighted_attainment_of_what_applies() -> None:
    done = audited(TWO, roster("U"), {"U": {"n": 1, "d": 2, "m": 61, "e": 100}})
    assert done.scores.score[0] == pytest.approx((3 * 0.5 + 1) / 4)
    assert done.scores.coverage[0] == 1


def test_attainment_is_of_the_required_count_not_of_the_whole() -> None:
    done = audited(TWO, roster("U"), {"U": {"n": 0, "d": 0, "m": 30, "e": 100}})
    assert done.scores.score[0] == pytest.approx(30 / 61)


def test_what_is_not_evidenced_earns_nothing() -> None:
    done = audited(TWO, roster("U", "V"), {"U": {"n": None, "d": 2, "m": 61, "e": 100}}, expect="all")
    assert done.scores.score.tolist() == [0.25, 0]
    assert done.scores.coverage.tolist() == [0.5, 0]
    assert done.scores.counts.tolist() == [[1, 0, 1, 0, 0], [0, 0, 2, 0, 0]]


def test_tracked_and_what_does_not_apply_stand_outside_the_score() -> None:
    made = plan(
        target("a", "> 60%", ("n", "d")),
        target("b", "tracked", ("m", "d")),
        target("c", ">= 1", ("k",), levels=["province"]),
        target("e", ">= 100%", ("z", "zero"), on_zero=OnZero.MET),
    )
    done = audited(made, roster("U"), {"U": {"n": 61, "d": 100, "m": 0, "k": 0, "z": 0, "zero": 0}})
    assert (done.scores.score[0], done.scores.coverage[0]) == (1, 1)
    assert done.scores.counts.tolist() == [[2, 0, 0, 1, 1]]


def test_a_unit_to_which_nothing_applies_has_no_score_and_no_rank() -> None:
    made = plan(target("a", "> 60%", ("n", "d")))
    done = audited(made, roster("U", "V"), {"U": {"n": 0, "d": 0}, "V": {"n": 1, "d": 9}})
    assert isnan(done.scores.score[0])
    assert isnan(done.scores.coverage[0])
    assert (done.scores.rank.tolist(), done.scores.rank_in_level.tolist()) == ([0, 1], [0, 1])


def test_ranks_are_worst_first_with_ties() -> None:
    made = plan(target("a", ">= 100%", ("n", "d")))
    who = roster(unit("U"), unit("P", "province"), unit("V"), unit("W"), unit("X"))
    rows = {"U": (1, 2), "P": (2, 4), "V": (9, 10), "W": (0, 3), "X": (50, 100)}
    done = audited(made, who, {code: {"n": n, "d": d} for code, (n, d) in rows.items()})
    assert done.scores.rank.tolist() == [2, 2, 5, 1, 2]
    assert done.scores.rank_in_level.tolist() == [2, 1, 4, 1, 2]


def test_no_targets_no_ranks() -> None:
    done = audited(TWO, roster("U"), {"U": {}}, skip=("a", "b"))
    assert (done.columns, done.target_order.tolist(), done.scores.rank.tolist()) == ((), [], [0])


def test_the_same_score_by_other_floats_is_the_same_rank() -> None:
    assert 0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1
    made = plan(*(target(f"t{k}", ">= 100%", (f"n{k}", "d")) for k in range(3)))
    rows = {
        code: {"d": 10, **{f"n{k}": n for k, n in enumerate(figures)}}
        for code, figures in (("U", (1, 2, 3)), ("V", (3, 2, 1)), ("W", (6, 0, 1)))
    }
    assert audited(made, roster(*rows), rows).scores.rank.tolist() == [1, 1, 3]


FEW = st.integers(1, 6)
MANY = st.integers(10**12 - 4, 10**12)


@settings(max_examples=50)
@given(st.lists(st.lists(st.tuples(st.integers(0, 4), FEW | MANY), min_size=4, max_size=4), min_size=2, max_size=5))
def test_scores_are_compared_as_fractions(rows: list[list[tuple[int, int]]]) -> None:
    """Shares like 1/3 + 1/6 and 1/2, and ones that differ after the twelfth decimal."""
    weights = (Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(5))
    made = plan(*(target(f"t{k}", ">= 100%", (f"n{k}", f"d{k}"), weight=weight) for k, weight in enumerate(weights)))
    shares = [[(max(0, whole - short), whole) for short, whole in row] for row in rows]
    given_: dict[str, dict[str, Given]] = {
        f"U{place}": {name: figure for k, (n, d) in enumerate(row) for name, figure in ((f"n{k}", n), (f"d{k}", d))}
        for place, row in enumerate(shares)
    }
    done = audited(made, roster(*given_), given_)
    scores = [sum((weight * Fraction(n, d) for weight, (n, d) in zip(weights, row, strict=True)), Fraction()) for row in shares]
    assert done.scores.rank.tolist() == [1 + sum(other < score for other in scores) for score in scores]
