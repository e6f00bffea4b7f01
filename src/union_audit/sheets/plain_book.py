"""A large xlsx workbook written as programs write it → its sheets by columns, here and without the library that makes an object a cell.

Everything is looked through to the letter, in strokes whose cost and memory grow with the bytes alone, so that no process of its own is
needed. Whatever is written in any other way is left to the reader of all workbooks.
"""

import html
import re
from unicodedata import is_normalized

import numpy as np

from union_audit.folding import nfc
from union_audit.sheets import limits, ooxml
from union_audit.sheets.archive import Archive
from union_audit.sheets.legacy import is_suspect
from union_audit.sheets.model import Book, Sheet
from union_audit.sheets.number_format import number_format
from union_audit.sheets.plain_sheet import read_sheet
from union_audit.sheets.plain_tags import OtherwiseWritten

_NUMBER_FORMATS = frozenset((*range(5), *range(37, 45)))
"""The formats that every workbook has and that show a number as it is."""
_FORMAT = re.compile(rb'<numFmt numFmtId="(\d{1,5})" formatCode="([^"]*)"/>')
_SPOKEN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DATE = re.compile("[dmyhsb]", re.IGNORECASE)
_HIDDEN = re.compile(rb"""\sstate\s*=\s*["'](?!visible["'])""")
_STYLES = re.compile(rb"<cellXfs[ >](.*?)</cellXfs>", re.DOTALL)
_STYLE = re.compile(rb'<xf\b[^<>]*?\bnumFmtId="(\d{1,5})"')
_ITEM, _KEEPING, _END = "<si><t>", '<si><t xml:space="preserve">', "</t></si>"
_TAGS = 4
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_ENTITY = re.compile("&(?:[a-z]+;)?")


def read_plain(archive: Archive) -> Book | None:
    """Return a workbook, None where it is not wholly written in the usual way."""
    if not archive.is_ordinary or ooxml.kind_of_package(archive) != "xlsx":
        return None
    small = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
    if any(archive.size(part) > limits.MEGABYTE for part in small):
        return None
    parts = ooxml.workbook_parts(archive)
    names = [name for name, _ in parts.sheets]
    if (
        "xl/workbook.xml" not in archive
        or _HIDDEN.search(archive.read("xl/workbook.xml"))
        or len({*names}) < len(names)
        or len({path for _, path in parts.sheets}) < len(names)
    ):
        return None
    try:
        texts = _texts(archive, parts.strings)
        styles = _plain_styles(archive.read(parts.styles) if parts.styles in archive else b"")
        sheets = tuple(_sheet(archive, name, path, texts, styles) for name, path in parts.sheets)
    except OtherwiseWritten:
        return None
    return Book("xlsx", sheets)


def _sheet(archive: Archive, name: str, path: str, texts: list[str], styles: frozenset[int]) -> Sheet:
    if path not in archive or not path.startswith("xl/worksheets/"):
        raise OtherwiseWritten
    rows, merged = read_sheet(path, archive.chunks(path), archive.size(path), texts, styles)
    return Sheet(nfc(name), rows, merged=merged)


def _texts(archive: Archive, part: str) -> list[str]:
    """Return the shared texts, where each is one run of letters of today's encoding."""
    if part not in archive:
        return []
    if archive.size(part) > limits.TEXT_BYTES:
        raise OtherwiseWritten
    xml = b"".join(archive.chunks(part))
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise OtherwiseWritten from error
    if b"&#" in xml or _is_suspect(xml) or not is_normalized("NFC", text):
        raise OtherwiseWritten
    start, end = text.find(_ITEM[:4]), text.rfind(_END) + len(_END)
    if start < 0 or not text.endswith("</sst>", end) or len(text) != end + len("</sst>") or "_x" in text or "\r" in text:
        raise OtherwiseWritten
    body = text[start:end].replace(_KEEPING, _ITEM)
    count = body.count(_END)
    if body.count("<") != _TAGS * count or body.count(_ITEM) != count or body.count(_END + _ITEM) != count - 1:
        raise OtherwiseWritten
    found = body[len(_ITEM) : -len(_END)].split(_END + _ITEM)
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


def _is_number(code: bytes) -> bool:
    """Whether a format code is surely of no date and shows a number as it is."""
    text = html.unescape(code.decode("utf-8", "replace"))
    return number_format(text) is None and not _DATE.search(_SPOKEN.sub("", text))


def _plain_styles(xml: bytes) -> frozenset[int]:
    """Return the cell styles that surely show a number as it is."""
    formats = {*map(str, _NUMBER_FORMATS), *(number.decode() for number, code in _FORMAT.findall(xml) if _is_number(code))}
    group = _STYLES.search(xml)
    if group is None:
        return frozenset({0}) if not xml else frozenset()
    styles = _STYLE.findall(group[1])
    if len(styles) != group[1].count(b"<xf ") or b"strike" in xml:
        raise OtherwiseWritten
    return frozenset(place for place, number in enumerate(styles) if number.decode() in formats)
