"""Where figures stand: a row number a unit and a column number a field say the same as a place for each."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from union_audit.intake.facts import Bool, Int32, Places

UNITS, FIELDS = 3, 4
_SHAPES = st.sampled_from([(UNITS, FIELDS), (UNITS, 1), (1, FIELDS)])


def numbers(shape: tuple[int, int]) -> st.SearchStrategy[Int32]:
    size = shape[0] * shape[1]
    return st.lists(st.integers(-1, 5), min_size=size, max_size=size).map(lambda each: np.array(each, np.int32).reshape(shape))


def cells(shape: tuple[int, int]) -> st.SearchStrategy[Bool]:
    size = shape[0] * shape[1]
    return st.lists(st.booleans(), min_size=size, max_size=size).map(lambda each: np.array(each, np.bool_).reshape(shape))


_DOWN = st.sampled_from([(UNITS, 1), (UNITS, FIELDS)]).flatmap(numbers)
_ACROSS = st.sampled_from([(1, FIELDS), (UNITS, FIELDS)]).flatmap(numbers)


@given(st.builds(Places, _DOWN, _SHAPES.flatmap(numbers), _ACROSS), st.lists(_SHAPES.flatmap(cells), max_size=2))
def test_places_that_stretch_are_those_of_each_figure(places: Places, used: list[Bool]) -> None:
    table, row, column = (np.broadcast_to(each, (UNITS, FIELDS)) for each in (places.table, places.row, places.column))
    is_used = np.ones((UNITS, FIELDS), np.bool_)
    for each in used:
        places, is_used = places.only(each), is_used & each
    for unit, field in np.ndindex(UNITS, FIELDS):
        place = tuple(int(each[unit, field]) for each in (table, row, column))
        expected = place if min(place) >= 0 and is_used[unit, field] else None
        assert places.at(unit, field) == expected
        of_field = tuple(int(each[unit]) for each in places.of_field(field))
        assert (of_field if of_field[0] >= 0 else None) == expected
