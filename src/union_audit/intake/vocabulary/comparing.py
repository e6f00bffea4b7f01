"""How words of the vocabulary are kept and compared: folded, without an ordinal before them, each text judged once."""

from collections.abc import Iterable
from functools import lru_cache

from union_audit.folding import fold, nfc
from union_audit.patterns import pattern

BETWEEN = pattern(r"[\s_]*[-–—_(),:;/.\[\]]+[\s_]*")
"""What parts a name: "Yên Dũng (nữ)", "T6 - chưa cài"."""
_ORDINAL = pattern(r"^\s*(?:(?:\d{1,2}|[ivx]{1,5}|[a-zđ])[.):/-]\s*|[-–—+*•]\s*)+")

remembered = lru_cache(maxsize=16384)
"""So many texts are judged once: forms of one kind share nearly all of theirs."""


def folded(*words: str) -> frozenset[str]:
    """Return words as they are compared."""
    return frozenset(fold(word) for word in words)


def beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """Return how a text begins that begins with one of some words, and a space behind it."""
    return tuple(f"{word} " for word in words)


def without_ordinal(text: str) -> str:
    """Return a text in small letters, with its accents, without the number or the dash that it begins with."""
    return _ORDINAL.sub("", nfc(text).casefold())
