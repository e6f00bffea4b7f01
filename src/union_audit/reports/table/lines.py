"""Words in the columns of a terminal: how many they take, and where their lines are broken."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"\s*\S+\s*")
_UNUSUAL = re.compile("[^ -~\u00a0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2190-\u21ff\u2500-\u25f0✓✗−≤≥]")
"""What may take another number of columns than one: not Vietnamese, nor any sign of ours."""

_EMOJI = "\U0001f000"
"""From here on signs are drawn as wide as Chinese ones; Python does not know the newest of them."""

_WIDENS = "\ufe0f"
"""Draws the sign before it in colours, which makes it as wide as two."""


@lru_cache(maxsize=1 << 12)  # the same words stand in row after row
def columns(words: str) -> int:
    """Return how many columns the words take: an accent of its own takes none, a Chinese letter two."""
    return sum(map(_of_letter, words)) if _UNUSUAL.search(words) else len(words)


@lru_cache(maxsize=1 << 12)
def _of_letter(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return int(letter == _WIDENS)
    return 2 if letter >= _EMOJI or unicodedata.east_asian_width(letter) in "FW" else 1


def wrapped(words: str, room: int) -> Iterator[str]:
    """Yield the words in lines that have room for them, broken between words; a word that no line has room for is broken too."""
    line, used = "", 0
    for word in _WORD.findall(words):
        needed = columns(word.rstrip())
        if used and used + needed > room:
            yield line.rstrip()
            line, used = "", 0
        if needed > room:
            *whole, word = pieces(word, room)  # noqa: PLW2901 (the rest of it)
            yield from whole
        line, used = line + word, used + columns(word)
    yield line.rstrip()


def pieces(word: str, room: int) -> Iterator[str]:
    """Yield a word in pieces that have room for them."""
    start, used = 0, 0
    for place, letter in enumerate(word):
        needed = _of_letter(letter)
        if used + needed > room and place > start:
            yield word[start:place]
            start, used = place, 0
        used += needed
    yield word[start:]
