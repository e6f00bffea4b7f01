"""Words in a terminal's columns: never more than there is room for, none lost, and only between words where that can be."""

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from union_audit.reports.table.lines import columns, pieces, wrapped

VIETNAMESE = "aăâáàảãạắằẳẵặấầẩẫậđeêéèẻẽẹếềểễệiíìỉĩịoôơóòỏõọốồổỗộớờởỡợuưúùủũụứừửữựyýỳỷỹỵ"
SIGNS = "   ✓✗•–−›…·≥≤“”█▏░┃名漢\u0301👨❤\ufe0f\xa0"
words = st.text(st.sampled_from(string.ascii_letters + VIETNAMESE + VIETNAMESE.upper() + SIGNS), max_size=60)


@given(words)
def test_words_take_the_columns_that_a_terminal_gives_them(text: str) -> None:
    assert columns(text) == cell_len(text) or "\ufe0f" in text
    assert columns(text) >= cell_len(text)


@pytest.mark.parametrize(("text", "expected"), [("", 0), ("Đơn vị", 6), ("e\u0301", 1), ("名 a", 4), ("❤\ufe0f", 2), ("✓ ≥ 60,5%", 9)])
def test_what_a_text_takes(text: str, expected: int) -> None:
    assert columns(text) == expected


@given(text=words, room=st.integers(2, 20))
def test_lines_have_room_and_every_letter(text: str, room: int) -> None:
    lines = list(wrapped(text, room))
    assert all(columns(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(text=st.lists(st.text(VIETNAMESE, min_size=1, max_size=8), min_size=1).map(" ".join), room=st.integers(8, 40))
def test_lines_are_broken_between_words_and_as_late_as_possible(text: str, room: int) -> None:
    lines = list(wrapped(text, room))
    assert " ".join(lines) == text
    for line, below in pairwise(lines):
        assert len(line) + 1 + len(below.split()[0]) > room


def test_blanks_before_the_first_word_stay() -> None:
    assert list(wrapped("  UA101 ", 20)) == ["  UA101"]
    assert list(wrapped("", 20)) == [""]


def test_a_word_that_no_line_has_room_for_is_broken() -> None:
    assert list(wrapped("a abcdefg b", 3)) == ["a", "abc", "def", "g b"]
    assert list(pieces("名名a名", 3)) == ["名", "名a", "名"]
    assert list(pieces("名", 1)) == ["名"]
