"""Titles above a table, which may say whose it is."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import remembered
from union_audit.patterns import pattern

_TITLE = pattern(r"(?:bao cao|bieu|ket qua|tong hop|so lieu|bang|thong ke|tinh hinh|phu luc|report|results?|figures?)\b")
_NO_TITLE = pattern(r"\b(?:kem theo|gui|theo (?:cong van|ke hoach|huong dan|van ban)|attached)\b")
_BEFORE_NAME = pattern(r"(?:(?:bao cao|bc|so lieu|ket qua|bieu|cua|ban chap hanh|bch|ban thuong vu|btv) )+")


@remembered
def is_title(text: str) -> bool:
    """Whether a line is a report's title, which may say whose it is; a letter's address or the document that it comes with is none."""
    key = fold(text)
    return _TITLE.match(key) is not None and _NO_TITLE.search(key) is None


@remembered
def without_title(text: str) -> str:
    """Return a folded text without the words that a title has before the name of a unit."""
    key = fold(text)
    begun = _BEFORE_NAME.match(key)
    return key[begun.end() :] if begun else key
