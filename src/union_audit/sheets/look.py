"""Looks through the XML of an xlsx sheet for errors, formulas without a result, what is hidden, and formats that show another number.

It is searched for their marks a megabyte at a time, and the cells are parsed only where one stands. On a clean sheet of
millions of cells this costs a fraction of reading it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import is_normalized

from union_audit.sheets import limits
from union_audit.sheets.legacy import is_suspect
from union_audit.sheets.marks import Marks, segments
from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.refusal import damaged
from union_audit.sheets.rich import is_marked, rich_texts
from union_audit.sheets.unseen import TRUE, CellParser, Unseen, column_index
from union_audit.sheets.zeros import Zeros

_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
HIDES_ZEROS = re.compile(rb"""\bshowZeros\s*=\s*["'](?:0|false)["']""")
"""What says of a sheet that nothing is seen of a zero in it."""
_PLAIN_NUMBER = re.compile("[1-9][0-9]{0,8}")
_ONE_LETTER = 26
_FEW_CELLS = 10_000
"""A grid no larger need not be measured without its empty cells."""
_LARGE = 4 * limits.MEGABYTE


def look(part: str, chunks: Iterable[bytes], size: int, odd_styles: Mapping[int, NumberFormat]) -> Unseen:
    """Look through the XML of a sheet, `size` bytes, and refuse it (`Refused`) as soon as its grid is too large for memory.

    The extent of a small one is that of its values, of a large one that of its rows and columns.
    """
    exact = size <= _LARGE
    unseen = Unseen(certain=exact)
    of_zeros = {style: shown for style, shown in odd_styles.items() if shown.is_of_zeros}
    zeros, style = Zeros(of_zeros), _style_mark({style: shown for style, shown in odd_styles.items() if style not in of_zeros})
    unseen.hides_zeros = bool(of_zeros)
    parser = CellParser(unseen, odd_styles)
    row, is_first = -1, True
    for segment, marks in segments(chunks):
        if is_first:
            head = segment[: max(segment.find(b"sheetData"), 0)]
            unseen.shows_no_zeros = HIDES_ZEROS.search(head) is not None
            _look_at_columns(head, unseen)
            is_first = False
        _check_values(segment, marks)
        if is_marked(segment):
            unseen.drawn |= rich_texts(segment)
        if marks.row in segment and (_is_marked(segment, marks, style) or not zeros.find(segment, unseen)):
            parser.parse(segment, marks, row)
        row = marks.last_row(segment, row)
        if marks.cell in segment:
            _measure(segment, marks, row, unseen, exact=exact)
            limits.check_grid(part, unseen.rows, unseen.columns, size)
        unseen.certain &= exact and _is_certain(segment, marks)
        unseen.plain = unseen.plain and is_plain(segment)
    return unseen


def is_plain(xml: bytes) -> bool:
    """Whether all text in a piece of XML is surely in Unicode's composed form, and typed in no font of before Unicode."""
    if _has_references(xml):
        return False
    if xml.isascii():
        return True
    text = xml.decode("utf-8", "replace")
    return not is_suspect(text) and is_normalized("NFC", text)


def _is_certain(xml: bytes, marks: Marks) -> bool:
    """Whether the cells of a piece are surely those that were counted: nothing is hidden in markup or behind a prefix."""
    return b"<!" not in xml and not _has_references(xml) and marks.row == b"<row" and not marks.prefixed.search(xml)


def _has_references(xml: bytes) -> bool:
    """Whether characters are written by their numbers; a single character is looked for first, which is much quicker."""
    return b"&" in xml and b"&#" in xml


def _check_values(segment: bytes, marks: Marks) -> None:
    """Refuse values that would silently be read as others: text numbers that are not plain digits, markup inside a value."""
    if marks.misread.search(segment) or ((b"!" in segment or _has_references(segment)) and marks.marked_up.search(segment)):
        raise damaged("XML: <v>")


def _is_marked(segment: bytes, marks: Marks, style: re.Pattern[bytes] | None) -> bool:
    """Whether the cells of a piece must be parsed."""
    return (
        marks.error.search(segment) is not None
        or (b"d" in segment and b"hidden" in segment)
        or (b"f" in segment and marks.formula in segment and marks.no_result.search(segment) is not None)
        or (style is not None and style.search(segment) is not None)
    )


def _style_mark(odd_styles: Mapping[int, NumberFormat]) -> re.Pattern[bytes] | None:
    """Return what a cell of these styles has in it; one that names no style has the first."""
    if not odd_styles:
        return None
    return re.compile(rb"" if 0 in odd_styles else rb"""\bs=["'](?:""" + "|".join(map(str, odd_styles)).encode() + rb""")["']""")


def _measure(segment: bytes, marks: Marks, last_row: int, unseen: Unseen, *, exact: bool) -> None:
    """Note how far the cells of a piece reach."""
    columns, rows, is_odd = _reach(segment, marks) if exact else _rough_reach(segment, marks, last_row)
    if is_odd:  # cells may stand where they are counted to
        unseen.certain = False
        columns = max(columns, *(row.count(marks.cell) for row in segment.split(marks.row_end)))
        rows = max(rows, last_row + 1)
    unseen.columns, unseen.rows = max(unseen.columns, columns), max(unseen.rows, rows)


def _reach(segment: bytes, marks: Marks) -> tuple[int, int, bool]:
    """Return how many columns and rows the cells of a small sheet reach over, without its empty ones if that is many."""
    addresses = marks.placed.findall(segment)
    columns, rows = _extent(addresses)
    is_odd = (b"", b"") in addresses
    return (*_extent(marks.valued.findall(segment)), is_odd) if is_odd or columns * rows > _FEW_CELLS else (columns, rows, False)


def _rough_reach(segment: bytes, marks: Marks, last_row: int) -> tuple[int, int, bool]:
    """Return how many columns and rows a piece of a large sheet reaches over at most."""
    wide = set(marks.wide.findall(segment))
    is_odd = b"" in wide
    columns, rows = _extent(marks.valued.findall(segment)) if is_odd else (_ONE_LETTER, 0)
    return max(columns, _columns(wide), _ONE_LETTER), max(rows, last_row + 1), is_odd


def _extent(addresses: Sequence[tuple[bytes, bytes]]) -> tuple[int, int]:
    numbers = {number for _, number in addresses}
    return _columns({letters for letters, _ in addresses}), max((int(number) for number in numbers if number), default=0)


def _columns(names: set[bytes]) -> int:
    return max((column_index(letters.decode()) + 1 for letters in names), default=0)


def _look_at_columns(head: bytes, unseen: Unseen) -> None:
    for element in _COLUMN.findall(head):
        attributes = {name.decode(): value.decode("ascii", "replace") for name, value in _ATTRIBUTE.findall(element)}
        numbers = [attributes.get(name, "1") for name in ("min", "max")]
        is_hidden = attributes.get("hidden") in TRUE or not attributes.get("width", "1").strip("0.")  # as wide as nothing
        if is_hidden and all(map(_PLAIN_NUMBER.fullmatch, numbers)):
            unseen.hide_columns(int(numbers[0]) - 1, int(numbers[1]))
