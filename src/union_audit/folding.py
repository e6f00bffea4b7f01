"""Tells whether two writings are the same words: case, accents, tone placement, spaces and punctuation folded away."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

_BARRED_D = str.maketrans("đðɖ", "ddd")
"""The letter đ, and the Icelandic and African letters that look like it in capitals (Đ, Ð, Ɖ) and are typed in its place."""


_LAST_I = {first + "i": first + "y" for first in ("h", "k", "l", "m", "s", "t", "qu")}
"""The syllables that end in i or y as their writer likes."""


SHORT = 200
"""A text no longer is composed as it is."""
_MOST_MARKS = 30
"""As in Unicode's own format for texts that are processed as they come (UAX 15, Stream-Safe)."""
_LAST_MARK = 0x20000


class _Folded(dict[int, str]):
    """What each letter is folded to, found out once: a nation's names are folded letter by letter, and they share their letters."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold())
        plain = "".join(letter for letter in decomposed if letter.isascii() or not _is_mark(letter))
        self[code] = folded = "".join(map(_word_letter, plain.translate(_BARRED_D)))
        return folded


_FOLDED = _Folded()


def nfc(text: str) -> str:
    """Return the text in Unicode's composed form, as all Vietnamese text is kept here.

    Of more marks on one letter than any script has only the first stay: to put a million of them in order takes for ever.
    """
    if text.isascii():
        return text
    if len(text) > SHORT:
        if unicodedata.is_normalized("NFC", text):
            return text
        text = _heap_of_marks().sub(lambda heap: heap[0][:_MOST_MARKS], text)
    return unicodedata.normalize("NFC", text)


@cache
def _heap_of_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(_LAST_MARK) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{_MOST_MARKS},}}")


def are_tidy(texts: Sequence[str]) -> bool:
    """Whether all texts are composed and short and have single spaces, bare edges and no sign that is not seen, told at one look."""
    together = "\n".join(texts)
    is_bare = not any(edge in together for edge in ("  ", " \n", "\n ")) and together == together.strip(" ")
    is_short = max(map(len, texts), default=0) <= SHORT
    return is_bare and is_short and "".join(texts).isprintable() and unicodedata.is_normalized("NFC", together)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the letters, digits and `%` of `text`, in lower case, without accents, one space between words.

    Folding accents away makes the place of the tone mark (hoà, hòa) and the Unicode form (NFC, NFD) irrelevant.
    It also makes different words alike (ma, má, mã), so it finds candidates; two candidates are a question, never a choice.
    Signs that nobody sees (soft hyphens, joiners) don't part a word. Both spellings of a last i (kĩ, kỹ; tỉ, tỷ) are one.
    """
    return " ".join([_LAST_I.get(word, word) for word in text.translate(_FOLDED).split()])


def _word_letter(letter: str) -> str:
    """Return a letter, digit or % as it is, and anything else as a space."""
    return letter if letter.isascii() and (letter.isalnum() or letter == "%") else " "


def _is_mark(letter: str) -> bool:
    """Whether it is an accent, or a sign that is not seen at all."""
    return unicodedata.category(letter) in ("Mn", "Cf")
