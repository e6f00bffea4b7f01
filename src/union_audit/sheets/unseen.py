"""What a fast reader does not show of an xlsx sheet: errors, formulas without a result, hidden rows and columns, percentages.

The sheet's XML is searched for their marks a megabyte at a time; only where one stands are the cells parsed. On a clean
sheet of millions of cells this costs a fraction of reading it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import is_normalized
from xml.parsers import expat

from union_audit.sheets.refusal import damaged

_ROOT = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)worksheet\b")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_NO_TEXT = rb"""c(?![^>]*\bt=["'](?:str|inlineStr|d)["'])"""
_TRUE = ("1", "true")


@dataclass(slots=True)
class Unseen:
    """What was found in a sheet, by row and column from 0.

    `errors`: the error, or the formula that has no result ("=" alone where it shares another cell's formula).
    `rows`, `columns`: how far the values reach. `composed`: all text is in Unicode's composed form already.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    percent: set[tuple[int, int]] = field(default_factory=set)
    composed: bool = True
    rows: int = 0
    columns: int = 0


@dataclass(frozen=True, slots=True)
class _Marks:
    """The patterns of a sheet whose elements have a given prefix (mostly none)."""

    row: bytes
    row_end: bytes
    formula: bytes
    no_result: re.Pattern[bytes]
    misread: re.Pattern[bytes]
    marked_up: re.Pattern[bytes]
    row_number: re.Pattern[bytes]
    wide: re.Pattern[bytes]
    valued: re.Pattern[bytes]


@lru_cache(maxsize=8)
def _marks(prefix: bytes) -> _Marks:
    p = re.escape(prefix)
    formula = b"<" + p + rb"f\b[^>]*?(?:/>|>[^<]*</" + p + rb"f>)"
    empty = rb"(?:</" + p + rb"c>|<" + p + rb"v\s*/>|<" + p + rb"v[^>]*>\s*</)"
    return _Marks(
        row=b"<" + prefix + b"row",
        row_end=b"</" + prefix + b"row>",
        formula=b"<" + prefix + b"f",
        no_result=re.compile(formula + rb"\s*" + empty),
        misread=re.compile(rb"""t=["']s["'][^>]*>\s*<""" + p + rb"v[^>]*(?<!/)>(?![0-9]*<)"),
        marked_up=re.compile(
            b"<" + p + rb"v[^>]*>[^<]*<!|<" + p + _NO_TEXT + rb"[^>]*>\s*(?:" + formula + rb"\s*)?<" + p + rb"v[^>]*>[^<&]*&"
        ),
        row_number=re.compile(b"<" + p + rb"""row\s[^>]*?\br=["'](\d{1,9})["']"""),
        wide=re.compile(rb"""r=["']([A-Za-z]{2,3})\d"""),
        valued=re.compile(b"<" + p + rb"""c\s[^>]*?\br=["']([A-Za-z]{1,3})(\d{1,9})["'][^>]*(?<!/)>(?!</)"""),
    )


def look(chunks: Iterable[bytes], percent_styles: frozenset[int], *, exact: bool) -> Unseen:
    """Look through the XML of a sheet. With `exact` its extent is that of its values, else of its rows and columns."""
    unseen = Unseen()
    style = _style_mark(percent_styles)
    parser = _Cells(unseen, percent_styles)
    marks = _marks(b"")
    for number, (segment, marks_here) in enumerate(_segments(chunks)):
        marks = marks_here
        if number == 0:
            _look_at_columns(segment[: max(segment.find(b"sheetData"), 0)], unseen)
        _check_values(segment, marks)
        if _is_marked(segment, marks, style):
            parser.parse(segment, marks)
        parser.skip(segment, marks)
        _measure(segment, marks, unseen, exact=exact)
        if unseen.composed and not (
            b"&#" not in segment and (segment.isascii() or is_normalized("NFC", segment.decode("utf-8", "replace")))
        ):
            unseen.composed = False
    return unseen


def column_index(letters: str) -> int:
    """Return the column that letters name, from 0: "A" is 0, "AA" is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _segments(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, _Marks]]:
    """Yield the XML in pieces that end where a row ends, then what follows the last row."""
    rest = b""
    marks: _Marks | None = None
    for chunk in chunks:
        rest += chunk
        if marks is None:
            root = _ROOT.search(rest)
            marks = _marks(root[1] if root else b"")
        cut = rest.rfind(marks.row_end)
        if cut >= 0:
            cut += len(marks.row_end)
            yield rest[:cut], marks
            rest = rest[cut:]
    yield rest, marks or _marks(b"")


def _check_values(segment: bytes, marks: _Marks) -> None:
    """Refuse values that would silently be read as others: text numbers that are not plain digits, markup inside a value."""
    if marks.misread.search(segment) or ((b"!" in segment or b"&#" in segment) and marks.marked_up.search(segment)):
        raise damaged("XML: <v>")


def _is_marked(segment: bytes, marks: _Marks, style: re.Pattern[bytes] | None) -> bool:
    return (
        b'"e"' in segment
        or b"hidden" in segment
        or (b"'" in segment and b"'e'" in segment)
        or (b"f" in segment and marks.formula in segment and marks.no_result.search(segment) is not None)
        or (style is not None and style.search(segment) is not None)
    )


def _style_mark(percent_styles: frozenset[int]) -> re.Pattern[bytes] | None:
    if not percent_styles:
        return None
    return re.compile(rb"""\bs=["'](?:""" + "|".join(map(str, sorted(percent_styles))).encode() + rb""")["']""")


def _measure(segment: bytes, marks: _Marks, unseen: Unseen, *, exact: bool) -> None:
    if exact:
        for letters, row in set(marks.valued.findall(segment)):
            unseen.columns = max(unseen.columns, column_index(letters.decode()) + 1)
            unseen.rows = max(unseen.rows, int(row))
        return
    for letters in set(marks.wide.findall(segment)):
        unseen.columns = max(unseen.columns, column_index(letters.decode()) + 1)
    unseen.columns = max(unseen.columns, 26)
    last = marks.row_number.match(segment, max(segment.rfind(marks.row + b" "), 0))
    unseen.rows = max(unseen.rows, int(last[1]) if last else 0)


def _look_at_columns(head: bytes, unseen: Unseen) -> None:
    for element in _COLUMN.findall(head):
        attributes = {name.decode(): value.decode("ascii", "replace") for name, value in _ATTRIBUTE.findall(element)}
        if attributes.get("hidden") in _TRUE:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            unseen.hidden_columns.update(range(first - 1, min(last, 16384)))


class _Cells:
    """Parses pieces of sheet data and notes what is in them; keeps count of rows that do not say their number."""

    def __init__(self, unseen: Unseen, percent_styles: frozenset[int]) -> None:
        self._unseen = unseen
        self._percent_styles = {str(style) for style in percent_styles}
        self._row = -1
        self._column = -1
        self._attributes: dict[str, str] = {}
        self._formula: str | None = None
        self._value = ""
        self._inside = ""

    def parse(self, segment: bytes, marks: _Marks) -> None:
        """Parse a piece that ends where a row ends, from its first row on."""
        start, end = segment.find(marks.row), segment.rfind(marks.row_end)
        if start < 0 or end < 0:
            return
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        before = self._row
        try:
            parser.Parse(b"<rows>", False)  # noqa: FBT003 (expat takes no keywords)
            parser.Parse(segment[start : end + len(marks.row_end)], False)  # noqa: FBT003
            parser.Parse(b"</rows>", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError) as error:
            raise damaged(f"XML: {error}") from error
        self._row = before

    def skip(self, segment: bytes, marks: _Marks) -> None:
        """Go on to the end of a piece: its last row's number, or the number of rows in it."""
        last = marks.row_number.match(segment, max(segment.rfind(marks.row + b" "), 0))
        self._row = int(last[1]) - 1 if last else self._row + segment.count(marks.row_end)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in _TRUE:
                self._unseen.hidden_rows.add(self._row)
        elif tag == "f":
            self._formula = "="
        self._inside = tag

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = _ADDRESS.fullmatch(attributes.get("r", ""))
        if address:
            self._column, self._row = column_index(address[1]), int(address[2]) - 1
        else:
            self._column += 1
        self._attributes, self._formula, self._value = attributes, None, ""

    def _text(self, text: str) -> None:
        if self._inside == "f":
            self._formula = (self._formula or "=") + text
        elif self._inside in ("v", "t"):
            self._value += text

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        self._inside = ""
        if tag != "c":
            return
        at = (self._row, self._column)
        if self._attributes.get("t") == "e":
            self._unseen.errors[at] = self._value or "#VALUE!"
        elif self._formula is not None and not self._value:
            self._unseen.errors[at] = self._formula
        elif self._value and self._attributes.get("s") in self._percent_styles:
            self._unseen.percent.add(at)
