"""The shared texts of a large xlsx workbook, where each is one run of letters of today's encoding."""

import re

import numpy as np

from union_audit.sheets import ooxml
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.legacy import is_suspect
from union_audit.sheets.plain_tags import OtherwiseWritten

_BEGIN, _KEEPING, _END, _LAST = b"<si><t>", b'<si><t xml:space="preserve">', b"</t></si>", b"</sst>"
_HEAD = 1_000
_TRIMMED = re.compile(rb"<si><t>(?:[ \t\n\r]|[^<]*[ \t\n\r]<)")
"""A text with spaces at its edges that are not said to be kept, and so are not."""
_ENTITIES = {b"&lt;": b"<", b"&gt;": b">", b"&quot;": b'"', b"&apos;": b"'", b"&amp;": b"&"}
_ENTITY = re.compile(rb"&(?:[a-z]+;)?")


def plain_texts(xml: bytes) -> JoinedTexts | list[str]:
    """Return the shared texts, as a list where some have several lines.

    Raises `OtherwiseWritten` where they are not written as programs write them.
    """
    items = _items(xml)
    together = items.replace(_END + _BEGIN, b"\n")
    if b"<" in together:  # there are other tags
        raise OtherwiseWritten
    lines = JoinedTexts.of(_unescaped(together) + b"\n")
    is_one_line_each = b"\n" not in items
    try:
        is_read = lines.is_composed and (lines.is_plain or not _is_suspect(xml))
        is_read &= (is_one_line_each and lines.is_tidy) or not _TRIMMED.search(xml)
    except UnicodeDecodeError:
        is_read = False
    if not is_read:
        raise OtherwiseWritten
    return lines if is_one_line_each else [_unescaped(item).decode() for item in items.split(_END + _BEGIN)]


def _items(xml: bytes) -> bytes:
    """Return what stands from the first text to the last, with the same tags between one and the next."""
    start = xml.find(b"<si>")
    items = xml[start : -len(_END + _LAST)].replace(_KEEPING, _BEGIN)
    is_usual = 0 <= start <= _HEAD and items.startswith(_BEGIN) and xml.endswith(_END + _LAST)
    items = items[len(_BEGIN) :]
    if not is_usual or _has(xml, b"&#") or _has(xml, b"_x") or b"\r" in items:
        raise OtherwiseWritten
    if len(ooxml.parse("", xml[:start] + _LAST)):
        raise OtherwiseWritten
    return items


def _is_suspect(xml: bytes) -> bool:
    """Whether a letter may be one of an old font: of those of Latin-1, which take two bytes, each is looked at once."""
    data = np.frombuffer(xml, np.uint8)
    letters: set[str] = set()
    for first in (0xC2, 0xC3):
        second = np.bincount(data[np.minimum(np.flatnonzero(data == first) + 1, len(data) - 1)], minlength=256)
        letters |= {bytes((first, each)).decode("utf-8", "ignore") for each in np.flatnonzero(second).tolist()}
    return is_suspect("".join(letters))


def _has(xml: bytes, text: bytes) -> bool:
    """Whether a text stands somewhere; its first sign, which hardly does, is looked for much more quickly."""
    return text[:1] in xml and text in xml


def _unescaped(text: bytes) -> bytes:
    return _ENTITY.sub(_entity, text) if b"&" in text else text


def _entity(found: re.Match[bytes]) -> bytes:
    if found[0] not in _ENTITIES:
        raise OtherwiseWritten
    return _ENTITIES[found[0]]
