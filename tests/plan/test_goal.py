"""Goals are held exactly: at the threshold, one more and one less decide."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.plan.goal import Bound, Comparison, CountGoal, RatioGoal, Tracked, YesGoal
from union_audit.plan.goal_text import parse_goal

COUNTS = st.integers(0, 10**12)
WHOLES = st.integers(1, 10**12)
COMPARISONS = st.sampled_from(Comparison)


@st.composite
def thresholds(draw: st.DrawFn, comparison: Comparison) -> Fraction:
    """A percentage with up to four decimals that some figure can meet and some can miss."""
    scale = 100 * 10 ** draw(st.integers(0, 4))
    return Fraction(draw(st.integers(1, scale - 1 if comparison in (Comparison.MORE, Comparison.AT_MOST) else scale)), scale)


@st.composite
def ratio_goals(draw: st.DrawFn) -> RatioGoal:
    comparison = draw(COMPARISONS)
    return RatioGoal(comparison, draw(thresholds(comparison)))


HELD = {
    Comparison.MORE: lambda value, limit: value > limit,
    Comparison.AT_LEAST: lambda value, limit: value >= limit,
    Comparison.LESS: lambda value, limit: value < limit,
    Comparison.AT_MOST: lambda value, limit: value <= limit,
}


@pytest.mark.parametrize(
    ("written", "numerator", "met", "required", "to_go"),
    [
        ("> 60%", 60, False, 61, 1),
        ("> 60%", 61, True, 61, 0),
        (">= 60%", 60, True, 60, 0),
        (">= 100%", 99, False, 100, 1),
        ("<= 5%", 5, True, 5, 0),
        ("<= 5%", 6, False, 5, 1),
        ("< 5%", 5, False, 4, 1),
        ("< 5%", 4, True, 4, 0),
        (">= 62.5%", 62, False, 63, 1),
        ("< 62.5%", 62, True, 62, 0),
    ],
)
def test_of_a_hundred(written: str, numerator: int, met: bool, required: int, to_go: int) -> None:  # noqa: FBT001 (a case)
    held = parse_goal(written)
    assert not isinstance(held, Tracked)
    assert (held.required(100), held.meets(numerator, required), held.to_go(numerator, required)) == (required, met, to_go)


def test_three_short_are_six_new_ones_in_a_row() -> None:
    online = parse_goal("> 60%")
    assert isinstance(online, RatioGoal)
    assert (online.to_go(58, online.required(100)), online.to_go_new(58, 100)) == (3, 6)


@given(ratio_goals(), WHOLES, st.data())
def test_required_is_exactly_where_the_goal_begins(held: RatioGoal, whole: int, data: st.DataObject) -> None:
    near = max(0, min(whole, held.required(whole) + data.draw(st.integers(-2, 2))))
    for numerator in (near, data.draw(st.integers(0, whole))):
        assert held.meets(numerator, held.required(whole)) == HELD[held.comparison](Fraction(numerator, whole), held.threshold)


@given(ratio_goals(), WHOLES, st.data())
def test_to_go_more_meets_the_goal_and_one_less_does_not(held: RatioGoal, whole: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, whole))
    required = held.required(whole)
    to_go, towards = held.to_go(numerator, required), -1 if held.is_upper else 1
    assert held.meets(numerator + towards * to_go, required)
    assert (to_go == 0) == held.meets(numerator, required)
    assert to_go == 0 or not held.meets(numerator + towards * (to_go - 1), required)


@given(st.sampled_from([Comparison.MORE, Comparison.AT_LEAST]), WHOLES, st.data())
def test_to_go_new_in_a_row_meet_the_goal_and_one_less_does_not(comparison: Comparison, whole: int, data: st.DataObject) -> None:
    scale = 10 ** data.draw(st.integers(1, 6))
    held = RatioGoal(comparison, Fraction(data.draw(st.integers(1, scale - 1)), scale))
    numerator = data.draw(st.integers(0, held.required(whole) - 1))
    new = held.to_go_new(numerator, whole)
    assert new > 0
    assert held.meets(numerator + new, held.required(whole + new))
    assert not held.meets(numerator + new - 1, held.required(whole + new - 1))


def bounds() -> st.SearchStrategy[Bound]:
    counts = st.builds(CountGoal, COMPARISONS, st.integers(1, 10**12))
    return st.one_of(ratio_goals(), counts, st.just(YesGoal()))


@given(bounds(), WHOLES, st.data())
def test_only_what_is_met_is_attained_in_full(held: Bound, base: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, base))
    required = held.required(base)
    attained, attainable = held.attainment(numerator, required)
    assert 0 <= attained <= attainable
    assert (attained == attainable) == held.meets(numerator, required) == (held.to_go(numerator, required) == 0)


@given(bounds(), st.lists(st.tuples(COUNTS, WHOLES), min_size=1, max_size=5))
def test_a_column_says_what_its_rows_say(held: Bound, rows: list[tuple[int, int]]) -> None:
    numerator, base = (np.array(column, object) for column in zip(*rows, strict=True))
    required = held.required(base)
    assert [*required] == [held.required(whole) for _, whole in rows]
    each = [(count, held.required(whole)) for count, whole in rows]
    assert [*held.meets(numerator, required)] == [held.meets(*row) for row in each]
    assert [*held.to_go(numerator, required)] == [held.to_go(*row) for row in each]
    assert [*zip(*held.attainment(numerator, required), strict=True)] == [held.attainment(*row) for row in each]


@pytest.mark.parametrize(("written", "each"), [(">= 5", 5), ("> 5", 6), ("<= 5", 5), ("< 5", 4)])
def test_a_count_is_asked_of_every_unit(written: str, each: int) -> None:
    held = parse_goal(written)
    assert isinstance(held, CountGoal)
    assert [held.required(units) for units in (1, 19)] == [each, 19 * each]


def test_all_units_have_to_say_yes() -> None:
    assert [YesGoal().meets(said, YesGoal().required(19)) for said in (18, 19)] == [False, True]


@pytest.mark.parametrize("written", ["> 60%", ">= 100%", "<= 0.5%", "< 99.9999%", ">= 1000000", "yes", "tracked"])
def test_a_goal_is_written_as_it_was_read(written: str) -> None:
    assert str(parse_goal(written)) == written


@given(bounds(), COUNTS, WHOLES)
def test_no_formula_multiplies_by_more_than_the_factor(held: Bound, numerator: int, base: int) -> None:
    assert held.required(base) <= held.factor * base
    assert held.to_go(numerator, held.required(base)) <= held.factor * max(numerator, base)
