"""A course as a drawing."""

import re

from hypothesis import given
from hypothesis import strategies as st

from union_audit.reports.sparkline import HEIGHT, WIDTH, sparkline


def test_a_line_from_left_to_right_between_the_lowest_and_the_highest() -> None:
    drawn = sparkline([0.0, 0.5, 1.0], [None, None, None], "words")
    assert drawn is not None
    assert (drawn.line, drawn.goal, drawn.text) == ("M2 28h0 L50 15 L98 2", "", "words")


def test_where_there_is_no_value_the_line_is_broken_and_a_value_alone_is_a_dot() -> None:
    drawn = sparkline([0.0, None, 1.0], [None, None, None], "")
    assert drawn is not None
    assert drawn.line == "M2 28h0 M98 2h0"


def test_a_goal_that_rises_is_a_step() -> None:
    drawn = sparkline([0.0, 0.0], [0.5, 1.0], "")
    assert drawn is not None
    assert drawn.goal == "M2 15H50 M50 2H98"


def test_one_value_is_no_line() -> None:
    assert sparkline([0.5, None], [0.5, 0.5], "") is None


@given(st.lists(st.none() | st.floats(0, 1e12), min_size=2, max_size=40), st.floats(0, 1e12))
def test_it_stays_within_its_frame(values: list[float | None], goal: float) -> None:
    drawn = sparkline(values, [goal] * len(values), "")
    if drawn is None:
        assert sum(value is not None for value in values) < 2
        return
    numbers = [float(each) for each in re.findall(r"[-0-9.e+]+", drawn.line.replace("h0", ""))]
    assert all(0 <= x <= WIDTH for x in numbers[::2])
    assert all(0 <= y <= HEIGHT for y in numbers[1::2])
