"""The names of units in the forms that they are compared in: with their accents, and folded; short forms written out."""

from functools import lru_cache

from union_audit.folding import fold, nfc
from union_audit.intake.vocabulary.units import ABBREVIATIONS
from union_audit.nearest import one_slip_apart
from union_audit.patterns import pattern

_TYPO_LETTERS = 5
"""A word this long may differ in one letter and still be a slip; of shorter ones too many differ in one letter and are names."""
_NOT_WORD = pattern(r"[\W_]+")
_DOTTED = pattern(r"\b[^\W\d_](?:\.[^\W\d_])+\b")
"""A short form with points: "T.P", "L.Đ.L.Đ"."""
_ORDINAL = pattern(
    r"^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,6}|[IVXivx]{1,5}|[A-Za-zđĐ])[.):/]\s+|\d{1,3}[.)]|\d{1,2} ?[-–] ?(?=[^\W\d_])|[-–—+*•]\s*)+"
)
_FOOTNOTE = pattern(r"[\s*]*(?:\(\**[\d⁰¹²³⁴-⁹]*\))?[\s*⁰¹²³⁴-⁹]*$")
_TONES = {
    second + marked: first + bare
    for second, bare, marks in (("o", "a", "àòáóảỏãõạọ"), ("o", "e", "èòéóẻỏẽõẹọ"), ("u", "y", "ỳùýúỷủỹũỵụ"))
    for marked, first in zip(marks[::2], marks[1::2], strict=True)
}
"""The new placement of a tone mark (hoà) and the old (hòa)."""
_TONE = pattern("|".join(_TONES))
_PLACE = pattern(r"\b(?:tinh|thanh pho|thi xa|thi tran|huyen|quan|phuong|xa)\b")
_LAST_Y = pattern(r"\b([hklmst])([yỳýỷỹỵ])\b")
_LAST_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
"""Kỹ and kĩ, tỷ and tỉ are one word."""


def accented(name: str) -> str:
    """Return the name in lower case with its accents, the tone where the old spelling has it, a last y as i, short forms written out."""
    return " ".join(filter(None, map(_accented, name.split())))


def folded(name: str) -> str:
    """Return the name without accents, short forms written out."""
    return " ".join(filter(None, map(_folded, name.split())))


@lru_cache(maxsize=65536)
def _accented(name: str) -> str:
    """Return one word of a name: a nation's names share their words."""
    together = nfc(nfc(name).casefold())
    if "." in together:
        together = _DOTTED.sub(lambda found: found[0].replace(".", ""), together)
    words = _NOT_WORD.sub(" ", together).split()
    written_out = " ".join([ABBREVIATIONS.get(word, word) for word in words])
    return _TONE.sub(lambda found: _TONES[found[0]], _LAST_Y.sub(lambda found: found[1] + _LAST_I[found[2]], written_out))


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    return fold(_accented(name))


def agree(name: str, other: str) -> bool:
    """Whether two names that fold alike also agree in their accents, a word without any agreeing with all."""
    pairs = zip(accented(name).split(), accented(other).split(), strict=False)
    return all(word == same or word.isascii() or same.isascii() for word, same in pairs)


def unadorned(name: str) -> str:
    """Return the name without an ordinal before it ("1. ", "a) ", "- ") and marks of a footnote after it."""
    bare = _ORDINAL.sub("", name)
    return bare if bare[-1:].isalpha() else _FOOTNOTE.sub("", bare)


def code_key(code: str) -> str:
    """Return a unit's code as it is compared: composed, lower case, without spaces."""
    if code.isascii():
        code = code.lower()
        return code if code.isprintable() and " " not in code else "".join(code.split())
    return "".join(nfc(code).casefold().split())


def bare(key: str) -> tuple[str, frozenset[str]]:
    """Return a folded name without the words for a kind of place ("huyện", "thành phố"), and these words."""
    places = frozenset(_PLACE.findall(key))
    return (" ".join(_PLACE.sub(" ", key).split()) if places else key), places


def letters(name: str) -> str:
    """Return the name without what stands between its words."""
    return name.replace(" ", "")


def is_slip(text: str, name: str) -> bool:
    """Whether two folded names differ in one letter of one word, long enough and without digits, so that it is a slip."""
    words, others = text.split(), name.split()
    if len(words) != len(others) or not one_slip_apart(text, name):
        return False
    pairs = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
    return len(pairs) == 1 and all(map(may_slip, pairs[0]))


def may_slip(word: str) -> bool:
    """Whether another word that differs in one letter may be a slip: a short one is another name, and so is one with digits."""
    return len(word) >= _TYPO_LETTERS and word.isalpha()
