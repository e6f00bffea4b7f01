"""Names of units as they were before a merger, or are since: "LĐLĐ huyện Yên Dũng (cũ)" may be a part of today's unit of that name."""

from collections.abc import Iterable
from typing import NamedTuple

from union_audit.intake.units.names import accented, folded
from union_audit.patterns import pattern

_MERGED = r"(?:sáp nhập|sap nhap|hợp nhất|hop nhat|giải thể|giai the|sắp xếp|sap xep)"
_BEFORE = (
    rf"(?:cũ|cu|trước đây|truoc day|(?:trước|truoc)(?: khi)? {_MERGED}|(?:đã|da) {_MERGED}|{_MERGED} (?:vào|vao|với|voi)"
    r"|nay (?:thuộc|thuoc|là|la)|former(?:ly)?)"
)
_SINCE = rf"(?:mới|moi|sau(?: khi)? {_MERGED})"
_MARKED = pattern(rf"(.+?) (?:({_BEFORE})|({_SINCE}))(?: .*)?")
_BEHIND = pattern(rf"{_BEFORE}\b")


class Marked(NamedTuple):
    """A name without what says of which time it is; `is_before`: of before a merger, else of after it."""

    name: str
    is_before: bool


def marked(text: str) -> Marked | None:
    """Return a name that says of which time it is, None for any other."""
    found = _MARKED.fullmatch(accented(text))
    return Marked(found[1], is_before=found[2] is not None) if found else None


def is_of_before(text: str, names: Iterable[str]) -> bool:
    """Whether a text, such as a file's name, has the name of a unit in it as it was; "mới" may be said of the file.

    A name of the unit's that says so itself is its own.
    """
    if not _BEHIND.search(accented(text)):  # most are done with at one look
        return False
    words, written = folded(text).split(), accented(text).split()
    found = {name: end for name in names if (end := _end(words, folded(name).split()))}
    return any(_BEHIND.match(" ".join(written[end:])) for end in found.values()) and not any(map(marked, found))


def _end(words: list[str], name: list[str]) -> int:
    """Return the place behind a name in a text, 0 where it does not stand there."""
    return next((at + len(name) for at in range(len(words)) if name and words[at : at + len(name)] == name), 0)
