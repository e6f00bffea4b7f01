from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.plan.goal import Comparison, CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.goal_text import parse_goal

UPPER = (Comparison.LESS, Comparison.AT_MOST)


def ratio_goals() -> st.SearchStrategy[Goal]:
    """Every possible one: 0 to 100 percent with up to four decimals, of which two bounds always or never hold."""
    shares = st.integers(1, 999_999).map(lambda tenthousandths: Fraction(tenthousandths, 1_000_000))
    return st.one_of(
        st.builds(RatioGoal, st.sampled_from(Comparison), shares),
        st.sampled_from([RatioGoal(Comparison.MORE, Fraction(0)), RatioGoal(Comparison.AT_MOST, Fraction(0))]),
        st.sampled_from([RatioGoal(Comparison.AT_LEAST, Fraction(1)), RatioGoal(Comparison.LESS, Fraction(1))]),
    )


def count_goals() -> st.SearchStrategy[Goal]:
    return st.builds(CountGoal, st.sampled_from(Comparison), st.integers(1, 10**12 - 1))


@given(st.one_of(ratio_goals(), count_goals(), st.sampled_from([YesGoal(), Tracked()])))
def test_a_goal_is_read_as_it_is_written(goal: Goal) -> None:
    assert parse_goal(str(goal)) == goal


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("> 60%", RatioGoal(Comparison.MORE, Fraction(3, 5))),
        (">60%", RatioGoal(Comparison.MORE, Fraction(3, 5))),
        ("  >=  100 % ", RatioGoal(Comparison.AT_LEAST, Fraction(1))),
        ("≥ 99,5%", RatioGoal(Comparison.AT_LEAST, Fraction(995, 1000))),
        (">= 99.5%", RatioGoal(Comparison.AT_LEAST, Fraction(995, 1000))),
        ("<= 5%", RatioGoal(Comparison.AT_MOST, Fraction(1, 20))),
        ("≤ 0%", RatioGoal(Comparison.AT_MOST, Fraction(0))),
        ("< 0.1%", RatioGoal(Comparison.LESS, Fraction(1, 1000))),
        (">= 1", CountGoal(Comparison.AT_LEAST, 1)),
        ("<\N{NO-BREAK SPACE}10", CountGoal(Comparison.LESS, 10)),
        ("<= 0", CountGoal(Comparison.AT_MOST, 0)),
        ("Yes", YesGoal()),
        ("tracked", Tracked()),
    ],
)
def test_the_ways_to_write_a_goal(text: str, goal: Goal) -> None:
    assert parse_goal(text) == goal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "60%",
        "= 60%",
        "more than 60%",
        "> sixty%",
        ">= -1",
        ">= 60%%",
        "=> 5",
        "no",
        "true",
        "> 33.33333%",
        ">= 99999999999999",
        ">= ٣%",
    ],
)
def test_what_is_no_goal(text: str) -> None:
    with pytest.raises(ValueError, match="Write a goal as"):
        parse_goal(text)


@pytest.mark.parametrize("text", [">= 0.5", "> 1,5"])
def test_a_share_is_written_in_percent(text: str) -> None:
    with pytest.raises(ValueError, match="without % is a whole number"):
        parse_goal(text)


@pytest.mark.parametrize("text", ["> 100%", ">= 101%", ">= 100.0001%", "< 0%", "< 0", "> 1000000000000", ">= 1000000000001"])
def test_a_goal_that_nothing_can_meet(text: str) -> None:
    with pytest.raises(ValueError, match="No figure can ever meet"):
        parse_goal(text)


@pytest.mark.parametrize("text", [">= 0%", "<= 100%", ">= 0"])
def test_a_goal_that_everything_meets(text: str) -> None:
    with pytest.raises(ValueError, match="Every figure meets"):
        parse_goal(text)


@given(st.text(alphabet="<>=≥≤ 0123456789.,%yestracked", max_size=12))
def test_whatever_is_read_can_be_written_and_read_again(text: str) -> None:
    try:
        goal = parse_goal(text)
    except ValueError:
        return
    assert parse_goal(str(goal)) == goal
