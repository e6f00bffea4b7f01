"""A wrong word is answered with the right one nearest to it."""

import pytest

from union_audit.nearest import nearest

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
