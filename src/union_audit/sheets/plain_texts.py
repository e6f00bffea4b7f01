"""The shared texts of a large xlsx workbook, where each is one run of letters of today's encoding."""

import re
from itertools import repeat
from unicodedata import is_normalized

import numpy as np

from union_audit.sheets import ooxml
from union_audit.sheets.legacy import is_suspect
from union_audit.sheets.plain_tags import OtherwiseWritten

_ITEM, _KEEPING, _END, _LAST = "<si><t>", '<si><t xml:space="preserve">', "</t></si>", "</sst>"
_TAGS = 4
"""Of each item."""
_HEAD = 1_000
_SPACES = " \t\n\r"
_TRIMMED = re.compile(rf"<si><t>(?:[{_SPACES}]|[^<]*[{_SPACES}]<)")
"""A text with spaces at its edges that are not said to be kept, and so are not."""
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ENTITY = re.compile("&(?:[a-z]+;)?")


def plain_texts(xml: bytes) -> list[str]:
    """Return the shared texts. Raises `OtherwiseWritten` where they are not written as programs write them."""
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise OtherwiseWritten from error
    if b"&#" in xml or "_x" in text or _is_suspect(xml) or not is_normalized("NFC", text):
        raise OtherwiseWritten
    start = text.find(_ITEM[:4])
    if not 0 <= start <= _HEAD or not text.endswith(_END + _LAST) or len(ooxml.parse("", (text[:start] + _LAST).encode())):
        raise OtherwiseWritten
    body = text[start : -len(_LAST)].replace(_KEEPING, _ITEM)
    count = body.count(_END)
    if "\r" in body or body.count("<") != _TAGS * count or body.count(_ITEM) != count or body.count(_END + _ITEM) != count - 1:
        raise OtherwiseWritten
    found = body[len(_ITEM) : -len(_END)].split(_END + _ITEM)
    if [*map(str.strip, found, repeat(_SPACES))] != found and _TRIMMED.search(text):
        raise OtherwiseWritten
    return [_ENTITY.sub(_entity, each) if "&" in each else each for each in found]


def _is_suspect(xml: bytes) -> bool:
    """Whether a letter may be one of an old font: of those of Latin-1, which take two bytes, each is looked at once."""
    data = np.frombuffer(xml, np.uint8)
    letters: set[str] = set()
    for first in (0xC2, 0xC3):
        second = np.bincount(data[np.minimum(np.flatnonzero(data == first) + 1, len(data) - 1)], minlength=256)
        letters |= {bytes((first, each)).decode("utf-8", "ignore") for each in np.flatnonzero(second).tolist()}
    return is_suspect("".join(letters))


def _entity(found: re.Match[str]) -> str:
    if found[0] not in _ENTITIES:
        raise OtherwiseWritten
    return _ENTITIES[found[0]]
