"""Texts kept as one piece of bytes are the texts that they were made of; what is told of all their bytes is so of each letter."""

import unicodedata
from itertools import pairwise

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from union_audit.folding import are_tidy
from union_audit.sheets import letters
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.legacy import is_suspect

SIGNS = st.sampled_from(
    [*"aA bB1  .", "Đ", "đ", "Ư", "ư", "Ạ", "ạ", "ß", "ẞ", "ẖ", "Ỗ", "ễ", "é", "É", "\u00a0", "\u0301", "«", "K", "\x1b", "漢"]
)
TEXTS = st.lists(st.text(SIGNS, max_size=12))
PLAIN = st.lists(st.text(st.sampled_from([*"aAbB 1", "Đ", "đ", "Ư", "ư", "Ạ", "ạ", "É", "é"]), max_size=50))
EVERYTHING = [chr(code) for code in range(0x20, 0x110000) if not 0xD800 <= code < 0xE000]


def lines(texts: list[str]) -> JoinedTexts:
    data = "".join(f"{text}\n" for text in texts).encode()
    return JoinedTexts(data, np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n")).astype(np.int32))


@given(texts=TEXTS, first=st.integers(0, 9), stop=st.integers(0, 9))
@example(["x" * 201], 0, 1)
@example(["Ạ" * 70], 0, 1)
def test_lines_are_the_texts_that_they_were_made_of(texts: list[str], first: int, stop: int) -> None:
    for kept, own in ((lines(texts), texts), (lines(texts)[first:stop], texts[first:stop])):
        assert len(kept) == len(own)
        assert [*kept] == own == [kept[row] for row in range(len(kept))] == [kept[row - len(kept)] for row in range(len(kept))]
        assert kept == own
        assert kept == lines(own)
        assert hash(kept) == hash(lines(own))
        assert (kept == lines([*own, "x"])) is False
        assert kept.is_any_blank == (not all(own))
        assert kept.is_tidy == are_tidy(own)
        assert kept.is_composed == unicodedata.is_normalized("NFC", "\n".join(own))
        words, places = kept.coded
        assert [words[place] for place in places] == own
        assert words == list(dict.fromkeys(own))
        assert kept.first_words == {text.partition(" ")[0] for text in own}


@given(texts=TEXTS, data=st.data())
def test_some_of_the_lines_are_those_texts(texts: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(texts)))
    rows = sorted(data.draw(st.sets(st.integers(0, len(texts) - first - 1)))) if first < len(texts) else []
    some = lines(texts)[first:].take(np.array(rows, np.int32))
    assert [*some] == [texts[first + row] for row in rows]
    assert some.is_tidy == are_tidy([*some])
    assert [some[row] for row in range(len(some))] == [*some]


@given(texts=TEXTS, first=st.integers(0, 3), stop=st.integers(0, 9), other=st.text(SIGNS, max_size=2))
@example(["a", "ba"], 0, 2, "a")
@example(["a", "b", "ab"], 1, 3, "b")
def test_a_text_is_found_where_it_stands_first(texts: list[str], first: int, stop: int, other: str) -> None:
    some, own = lines(texts)[first:stop], texts[first:stop]
    for text in (*texts, other, "", "a\nb", *("\n".join(pair) for pair in pairwise(own))):
        assert some.find(text) == (own.index(text) if text in own else -1)


def test_plain_letters_are_seen_and_composed_and_of_no_old_font() -> None:
    plain = [sign for sign in EVERYTHING if letters.are_plain(f"{sign}\n".encode())]
    assert set("azAZ 09~Đđươạỹẵ") <= set(plain)
    for sign in plain:
        assert sign.isprintable()
        assert unicodedata.is_normalized("NFC", sign)
        assert not is_suspect(sign)
        assert not unicodedata.combining(sign)
        assert len(sign.casefold().encode()) == len(sign.encode())
        for other in (sign.casefold(), sign.upper()):
            assert not letters.surely_differ(f"{sign}\n{other}\n".encode(), ends := np.cumsum([len(sign.encode()) + 1] * 2) - 1), ends


@given(data=st.binary() | st.lists(st.sampled_from([b"a", b"\xc3", b"\xa9", b"\xe1", b"\xba", b"\xa1", b"\xc4\x91"])).map(b"".join))
def test_plain_bytes_are_utf8(data: bytes) -> None:
    if letters.are_plain(data.replace(b"\n", b"") + b"\n"):
        assert data.replace(b"\n", b"").decode() or not data.strip(b"\n")


@given(texts=PLAIN, beside=st.lists(st.integers(-1, 2), min_size=50, max_size=50))
@example([f"{'x' * 30}{number}" for number in range(5000)], [0] * 5000)
@example(["Công đoàn cơ sở Công ty An Ba 1", "CÔNG ĐOÀN CƠ SỞ CÔNG TY AN BA 1"], [0] * 50)
def test_texts_that_surely_differ_do(texts: list[str], beside: list[int]) -> None:
    numbers = beside[: len(texts)]
    if lines(texts).surely_differ():
        assert len({text.casefold() for text in texts}) == len(texts)
    if len(numbers) == len(texts) and lines(texts).surely_differ(numbers):
        assert len({*zip((text.casefold() for text in texts), numbers, strict=True)}) == len(texts)
    known = [f"{text}{place:04}" for place, text in enumerate(texts)]
    assert lines(known).surely_differ() or not lines(known).is_plain
