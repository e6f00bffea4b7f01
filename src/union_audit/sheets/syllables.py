"""Whether a word may be a Vietnamese syllable: which sounds may begin, fill and end one, and that it bears one tone at most."""

import unicodedata
from functools import lru_cache

from union_audit.patterns import pattern

_TONE = pattern("[\u0300\u0301\u0303\u0309\u0323]")
_FIRST = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_VOWELS = (
    "iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|"
    "ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]"
)
_LAST = "ch|ng|nh|[cmnpt]"
_LONGEST = 7
"""As many letters as "nghiêng" has."""
_SYLLABLE = pattern(f"(?:{_FIRST})?(?:{_VOWELS})(?:{_LAST})?")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a word in composed form may be one."""
    if len(word) > _LONGEST:
        return False
    marked = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONE.subn("", marked)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
