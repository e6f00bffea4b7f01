"""The texts of an xlsx workbook some letters of which are raised or struck through: as they are seen."""

import re
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree as ET

from union_audit.sheets.drawn import raised, struck

MARKS = (b"vertAlign", b"strike")
"""What the XML of a workbook has in it where some letters of a cell are raised, or struck through."""
_END = re.compile(rb"</(?:\w{1,20}:)?(?:si|is)>")
_START = re.compile(rb"<(?:\w{1,20}:)?(?:si|is)\b")
_PREFIX = re.compile(rb"(</?)\w{1,20}:")
_MOST = 10_000
_OFF = ("0", "false")


def is_marked(xml: bytes) -> bool:
    """Whether a piece of XML may have such letters in it."""
    return any(mark in xml for mark in MARKS)


def rich_texts(xml: bytes) -> dict[str, str]:
    """Return the texts of a workbook's XML that have such letters: as a library gives them, and as a person sees them."""
    return dict(islice(_texts(xml), _MOST))


def _texts(xml: bytes) -> Iterator[tuple[str, str]]:
    for piece in filter(is_marked, _END.split(xml)):
        start = max((found.start() for found in _START.finditer(piece)), default=-1)
        if start >= 0 and is_marked(piece[start:]):
            parts = _parts(_PREFIX.sub(rb"\1", piece[start:]))
            plain, seen = "".join(text for text, _ in parts), "".join(seen for _, seen in parts)
            if plain != seen:
                yield plain, seen


def _parts(xml: bytes) -> list[tuple[str, str]]:
    """Return the texts of one item, each plain and as it is seen; none of what is no XML, which is noticed elsewhere."""
    tag = b"is" if xml.startswith(b"<is") else b"si"
    try:
        root = ET.fromstring(xml + b"</" + tag + b">")  # noqa: S314 (no DOCTYPE, so no entities)
    except ET.ParseError:
        return []
    return [
        (text, _seen(run, text))
        for run in root
        if run.tag in ("r", "t")
        for text in [run.text if run.tag == "t" else run.findtext("t")]
        if text
    ]


def _seen(run: ET.Element, text: str) -> str:
    style = run.find("rPr")
    if style is None:
        return text
    if any((found := style.find(name)) is not None and found.get("val", "1") not in _OFF for name in ("strike", "dstrike")):
        return struck(text)
    align = style.find("vertAlign")
    return raised(text) if align is not None and align.get("val") in ("superscript", "subscript") else text
