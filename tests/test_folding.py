"""Writings of the same words fold to the same text; different words may, and then they are only candidates."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.folding import fold, nfc


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LĐLĐ huyện Hiệp Hoà", "LĐLĐ huyện Hiệp Hòa"),
        ("uỷ ban", "ủy ban"),
        (unicodedata.normalize("NFC", "Số máy tính"), unicodedata.normalize("NFD", "Số máy tính")),
        ("đoàn viên", "ĐOÀN VIÊN"),
        ("ĐOÀN VIÊN", "ÐOÀN VIÊN"),
        ("Tổng\u00a0số   máy\ttính\r\n", "tổng số máy tính"),
        ("4G/5G", "4G, 5G"),
        ("Trong đó: số văn bản mật", "(trong đó số văn bản mật)"),
        ("kết\u00adnối", "kết\u200bnối"),
        ("Tỷ lệ kỹ thuật, quý II, bác sỹ, lý luận", "Tỉ lệ kĩ thuật, quí II, bác sĩ, lí luận"),
        ("\ufeffSTT", "S.T.T".replace(".", "")),
    ],
)
def test_writings_of_the_same_words_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tổng số hội nghị, tập huấn", "tong so hoi nghi tap huan"),
        ("Tỷ lệ (%)", "ty le %"),
        ("LĐLĐ TP. Bắc Giang", "ldld tp bac giang"),
        ("BG02-01", "bg02 01"),
        ("Ư ư Ơ ơ Ă ă Â â Ê ê Ô ô", "u u o o a a a a e e o o"),
        ("—", ""),
        ("", ""),
    ],
)
def test_what_remains_is_words_digits_and_percent_signs(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once.isascii()


@given(st.text(alphabet="aăâeêioôơuưyđAĂÂEÊĐàảãáạằẳẵắặ bcd0%", max_size=30))
def test_the_unicode_form_and_the_case_do_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(text.upper())


@given(st.text(max_size=40))
def test_text_is_kept_composed(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_a_heap_of_marks_on_one_letter_is_cut_and_a_long_text_in_order_is_not() -> None:
    heap = "a" + "\u0301\u0316" * 20_000  # which would take minutes to put in order
    assert len(nfc(heap)) < 40
    long = "Liên đoàn Lao động huyện " * 100
    assert nfc(unicodedata.normalize("NFD", long)) == long
