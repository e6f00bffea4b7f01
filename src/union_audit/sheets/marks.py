"""What tells, in the XML of an xlsx sheet, that there is more to its cells than a fast reader shows; and that XML in pieces."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from union_audit.frozen import dataclass
from union_audit.sheets import limits

_ROOT = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)worksheet\b")
_NO_TEXT = rb"""c(?![^<>]{0,300}\bt=["'](?:str|inlineStr|d)["'])"""


@dataclass(frozen=True, slots=True)
class Marks:
    """The patterns for a sheet whose elements have a given prefix (mostly none) and whose attributes stand in given quotes.

    `no_result`: a formula with no value; `misread`: the number of a shared text that is not plain digits; `marked_up`: markup
    inside a value; `wide`: the column letters of a cell beyond Z, or nothing where a cell does not begin with its address;
    `placed`: the address that a cell begins with, or nothing; `valued`: the address of a cell that is not empty, wherever in
    its tag it stands; `prefixed`: an element that has another prefix.
    """

    row: bytes
    row_end: bytes
    cell: bytes
    formula: bytes
    error: re.Pattern[bytes]
    no_result: re.Pattern[bytes]
    misread: re.Pattern[bytes]
    marked_up: re.Pattern[bytes]
    row_number: re.Pattern[bytes]
    wide: re.Pattern[bytes]
    placed: re.Pattern[bytes]
    valued: re.Pattern[bytes]
    prefixed: re.Pattern[bytes]

    def last_row(self, segment: bytes, before: int) -> int:
        """Return the index of the last row in a piece, `before` being that of the row before it. Rows need not say their number."""
        at = len(segment)
        while (at := segment.rfind(self.row, 0, at)) >= 0:
            numbered = self.row_number.match(segment, at)
            if numbered:
                return int(numbered[1]) - 1 + max(segment.count(self.row_end, at) - 1, 0)
        return before + segment.count(self.row_end)


@lru_cache(maxsize=16)  # a tag is looked through for 300 characters at most: what is longer is made to take for ever
def _marks(prefix: bytes, q: bytes) -> Marks:
    p = re.escape(prefix)
    formula = b"<" + p + rb"f\b[^<>]{0,300}?(?:/>|>[^<]*</" + p + rb"f>)"
    value = b"<" + p + rb"v[^<>]{0,300}>"
    empty = rb"(?:</" + p + rb"c>|<" + p + rb"v\s*/>|" + value + rb"\s*</)"
    number = b"<" + p + _NO_TEXT + rb"[^<>]{0,300}>\s*(?:" + formula + rb"\s*)?" + value
    return Marks(
        row=b"<" + prefix + b"row",
        row_end=b"</" + prefix + b"row>",
        cell=b"<" + prefix + b"c",
        formula=b"<" + prefix + b"f",
        error=re.compile(b"t=" + q + b"e" + q),
        no_result=re.compile(formula + rb"\s*" + empty),
        misread=re.compile(b"t=" + q + b"s" + q + rb"[^<>]{0,300}>\s*<" + p + rb"v[^<>]{0,300}(?<!/)>(?![0-9]*<)"),
        marked_up=re.compile(value + rb"[^<]*<!|" + number + rb"[^<&]*&"),
        row_number=re.compile(b"<" + p + rb"row\s[^<>]{0,300}?\br=" + q + rb"(\d{1,9})" + q),
        wide=re.compile(b"<" + p + rb"c(?=[\s>])(?! r=" + q + rb"[A-Z]\d)(?: r=" + q + rb"([A-Z]{2,3})\d)?"),
        placed=re.compile(b"<" + p + rb"c(?=[\s>/])(?: r=" + q + rb"([A-Z]{1,3})(\d{1,9})" + q + rb")?"),
        valued=re.compile(b"<" + p + rb"c\s[^<>]{0,300}?\br=" + q + rb"([A-Za-z]{1,3})(\d{1,9})" + q + rb"[^<>]{0,300}(?<!/)>(?!</)"),
        prefixed=re.compile(rb":(?:row|c|sheetData)\b"),
    )


def segments(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, Marks]]:
    """Yield the XML in pieces that end where a row ends, then what follows the last row; with the patterns for each."""
    rest = b""
    prefix: bytes | None = None
    for chunk in chunks:
        if prefix is None:
            root = _ROOT.search(chunk)
            prefix = root[1] if root else b""
        end = b"</" + prefix + b"row>"
        cut = chunk.rfind(end) + len(end)
        if cut < len(end):
            rest += chunk
            limits.check_piece("<row>", len(rest))
            continue
        segment = b"".join((rest, memoryview(chunk)[:cut]))
        rest = chunk[cut:]
        yield segment, _marks(prefix, _quotes(segment))
    yield rest, _marks(prefix or b"", _quotes(rest))


def _quotes(segment: bytes) -> bytes:
    """Return the pattern of a quotation mark: one plain character is looked for several times faster than either of two."""
    return b"[\"']" if b"'" in segment else b'"'
