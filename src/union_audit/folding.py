"""Tells whether two writings are the same words: case, accents, tone placement, spaces and punctuation folded away."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z%]+")


def nfc(text: str) -> str:
    """Return the text in Unicode's composed form, as all Vietnamese text is kept here."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the letters, digits and `%` of `text`, in lower case, without accents, one space between words.

    Folding accents away makes the place of the tone mark (hoà, hòa) and the Unicode form (NFC, NFD) irrelevant.
    It also makes different words alike (ma, má, mã), so it finds candidates; two candidates are a question, never a choice.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("đ", "d")
    return _NOT_WORD.sub(" ", plain).strip()
