"""Zeros in an xlsx sheet that its styles show nothing of: found by the usual writing of a cell, without parsing all others."""

import re
from collections.abc import Mapping

from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.unseen import Unseen, column_index

_ZERO = b"<v>0</v>"
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<f>[^<>]*</f>|<f [^<>]*/>|<f [^<>]*>[^<>]*</f>)?<v>0</v>'
)
_OTHERWISE = re.compile(rb"<v>(?:[-+.\s]|0(?:[0eE\s]|\.0*[<eE\s]))")
"""What may be a zero that is written in another way; and one in another tag has another end."""


class Zeros:
    """Finds the zeros of some styles, which show all other numbers as they are."""

    def __init__(self, styles: Mapping[int, NumberFormat]) -> None:
        """Know the formats by style; a cell that names none has the first."""
        self._styles = {str(style).encode(): shown for style, shown in styles.items()}
        self._first = styles.get(0)

    def find(self, segment: bytes, unseen: Unseen) -> bool:
        """Note how the zeros of a piece are shown; tell whether it is sure that these are all, else it has to be parsed."""
        if not self._styles:
            return True
        zeros = segment.count(_ZERO)
        found = _CELL.findall(segment) if zeros else []
        if len(found) < zeros or segment.count(b"v>") != 2 * segment.count(b"<v>") or _OTHERWISE.search(segment):
            return False
        for letters, number, style, kind in found:
            shown = self._styles.get(style) if style else self._first
            if shown and kind in (b"", b"n"):
                unseen.formats[int(number) - 1, column_index(letters.decode())] = shown
        return True
