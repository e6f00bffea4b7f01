"""The styles of a large xlsx workbook → how their cells show a number, where that is sure."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from union_audit.sheets import ooxml
from union_audit.sheets.number_format import BUILT_IN, NumberFormat
from union_audit.sheets.plain_tags import OtherwiseWritten

_NUMBERS = frozenset(map(str, (*range(5), *BUILT_IN, 11, 12, 13, *range(37, 45), 48, 49)))
"""The formats that every workbook has and that are of no date or time."""
_UNSPOKEN = re.compile(r'"[^"]*"|\\.|_.|\[(?![hms])[^\]]*\]', re.IGNORECASE)
_DATE = re.compile("[dmyhsb]", re.IGNORECASE)


def plain_styles(xml: bytes, odd: Mapping[int, NumberFormat]) -> dict[int, NumberFormat | None]:
    """Return how the cells of each style show a number, None for as it is, from the styles of a workbook, which may be nothing.

    A style that may be a date's, or crosses out what stands in its cells, is left out. `odd`: those that show another number.

    Raises `OtherwiseWritten` where they are not written as programs write them; refuses (`Refused`) what is not well-formed.
    """
    if not xml:
        return {0: None}
    if b"&#" in xml:
        raise OtherwiseWritten
    root = ooxml.parse("", xml)
    codes = [(node.get("numFmtId", ""), node.get("formatCode", "")) for node in _group(root, "numFmts", "numFmt")]
    own = {number: _is_number(code) for number, code in codes}
    styles = [node.get("numFmtId", "") for node in _group(root, "cellXfs", "xf")]
    if len(own) < len(codes) or not all(map(_is_canonical, (*own, *styles))):
        raise OtherwiseWritten
    shown = {place: odd.get(place) for place, number in enumerate(styles) if own.get(number, number in _NUMBERS)}
    return {place: each for place, each in shown.items() if each is None or not each.is_struck}


def _group(root: ET.Element, name: str, child: str) -> list[ET.Element]:
    """Return what a group of the styles holds. It is where programs write it, alone, and holds nothing else."""
    groups = [group for group in root.iter() if ooxml.local(group.tag) == name]
    if len(groups) > 1 or (groups and groups[0] not in root) or any(ooxml.local(node.tag) != child for group in groups for node in group):
        raise OtherwiseWritten
    return [node for group in groups for node in group]


def _is_canonical(number: str) -> bool:
    return number.isdecimal() and number.isascii() and str(int(number)) == number


def _is_number(code: str) -> bool:
    """Whether a format code is surely of no date or time."""
    return not _DATE.search(_UNSPOKEN.sub("", code))
