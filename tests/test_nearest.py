"""A wrong word is answered with the right one nearest to it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from union_audit.nearest import DID_YOU_MEAN, ONE_OF, nearest, one_slip_apart, suggestion

TARGETS = ("online_meetings", "staff_training", "computer_security")


@pytest.mark.parametrize(
    ("word", "choices", "expected"),
    [
        ("online_meting", TARGETS, "online_meetings"),
        ("ONLINE-MEETINGS", TARGETS, "online_meetings"),
        ("xslx", ("table", "json", "xlsx"), "xlsx"),
        ("Yen Dung", ("Yên Thế", "Yên Dũng"), "Yên Dũng"),
        ("quite_other", TARGETS, None),
        ("", TARGETS, None),
        ("word", (), None),
    ],
)
def test_the_nearest_choice_is_found(word: str, choices: tuple[str, ...], expected: str | None) -> None:
    assert nearest(word, choices) == expected


WORDS = st.text("abc", max_size=5)


@given(WORDS, WORDS)
@example("ab", "ba")
@example("abc", "bac")
@example("abc", "xabc")
def test_one_slip_is_one_letter_or_two_that_changed_places(one: str, other: str) -> None:
    assert one_slip_apart(one, other) == (OSA.distance(one, other) <= 1)


def test_the_hint_for_a_wrong_word_is_the_nearest_else_all_else_nothing() -> None:
    many = tuple(f"unit {number}" for number in range(31))
    assert suggestion("online_meting", TARGETS) == (DID_YOU_MEAN, {"nearest": "online_meetings"})
    assert suggestion("zzz", TARGETS) == (ONE_OF, {"choices": "online_meetings, staff_training, computer_security"})
    assert suggestion("unit3", many) == (DID_YOU_MEAN, {"nearest": "unit 3"})
    assert suggestion("zzz", many) == ("", {})
