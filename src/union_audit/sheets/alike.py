"""Reads a small xlsx workbook as an earlier one was read that is the same but for its numbers and texts, such as a form filled in.

Where two workbooks have the same parts of types, relations, sheets' names and styles to the byte, and sheets whose XML differs in nothing
but the whole numbers within `<v>`, then the library makes the same cells of both, and there is the same for us to find in them: only the
values of those cells are others. A number is its digits; a shared text is known from an earlier workbook, or so plain that it is read in
one way only. Anything else is read as every workbook is.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise, starmap
from typing import Any, TypeAlias

from union_audit.frozen import dataclass, replace
from union_audit.sheets import ooxml
from union_audit.sheets.archive import Archive
from union_audit.sheets.look import is_plain
from union_audit.sheets.model import Book, Sheet
from union_audit.sheets.unseen import Unseen, column_index

Key: TypeAlias = tuple[object, ...]

_MOST = 32
"""So many different workbooks are remembered."""
_MOST_TEXTS = 16384
_LARGEST, _MOST_CELLS, _LONGEST_TEXT = 1 << 18, 10_000, 1_000
"""Larger parts, or sheets, are no form's, and longer texts are nobody's answers: none is remembered."""
_VALUE = re.compile(rb"<v>([0-9]{1,15})</v>")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="[0-9]+")?(?:( t="s")| t="n")?>(?:<f>[^<]*</f>)?')
"""What stands before the value of a cell that is a number, or the number of a shared text."""
_TEXTS = re.compile(rb"(?:<\?xml [^<>]*\?>\s*)?<sst [^<>]*>")
_END_OF_TEXTS = b"</sst>"
_PLAIN_TEXT = re.compile(rb"<t>([^<>&\x00-\x1f]+)</t></si>")

_MARK = b"\0"
"""Stands in the outline of a sheet for each value: no XML has it."""
_SAME = ("[content_types].xml", "xl/workbook.xml", "xl/styles.xml")
_RELATIONS = ".rels"


@dataclass(frozen=True, slots=True)
class Outline:
    """What is the same in workbooks that are alike (`key`): also the XML of each of their `sheets` around its values.

    `values`: these, sheet by sheet; `texts`: the XML of the shared texts.
    """

    key: Key
    sheets: tuple[bytes, ...]
    values: Sequence[Sequence[bytes]]
    texts: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the values of a sheet stand: of the numbers and of the shared texts which of the XML's values each is, and of which cell.

    `rows`: the numbers of each row's first cell, and of the one after its last.
    """

    numbers: dict[int, int]
    texts: dict[int, int]
    rows: list[slice]


@dataclass(frozen=True, slots=True)
class _Known:
    """A workbook that was read: as it was, and where in each of its sheets the values stand."""

    book: Book
    places: Sequence[_Places]


PARTS: dict[Key, ooxml.Parts | None] = {}
KNOWN: dict[Key, _Known] = {}
TEXTS: dict[bytes, str] = {}
"""How the library read the XML of a shared text."""


def forget() -> None:
    """Forget all workbooks that were read."""
    for known in (PARTS, KNOWN, TEXTS):
        known.clear()


def outline(archive: Archive) -> Outline | None:
    """Return the outline of a workbook, None of one that is larger, or written in another way, than forms are. Refuses as its parts do."""
    if not archive.is_ordinary:
        return None
    names = archive.names
    same = [name for name in names if name in _SAME or name.endswith(_RELATIONS)]
    if sum(map(archive.size, same)) > _LARGEST:
        return None
    head = (names, *map(archive.packed, same))
    if head not in PARTS:
        _remember(PARTS, head, _usual_parts(archive), _MOST)
    parts = PARTS[head]
    if parts is None:
        return None
    paths = [path for _, path in parts.sheets]
    if max(map(archive.size, (*paths, parts.strings))) > _LARGEST:
        return None
    sheets = [archive.read(path) for path in paths]
    texts = _shared(archive.read(parts.strings)) if parts.strings else []
    if texts is None or any(_MARK in xml for xml in sheets):
        return None
    pieces = [_VALUE.split(xml) for xml in sheets]
    around = tuple([_MARK.join(each[::2]) for each in pieces])
    return Outline((head, around), around, [each[1::2] for each in pieces], texts)


def _usual_parts(archive: Archive) -> ooxml.Parts | None:
    """Return the parts of an xlsx workbook that are named as is usual, None of another file."""
    if ooxml.kind_of_package(archive) != "xlsx":
        return None
    parts = ooxml.workbook_parts(archive)
    paths = [path for _, path in parts.sheets]
    is_usual = {parts.workbook.casefold(), parts.styles.casefold()} <= {*_SAME, ""}
    is_there = all(path in archive for path in (*paths, *filter(None, (parts.strings,))))
    return parts if is_usual and paths and is_there else None


def _remember(known: dict[Any, Any], key: object, value: object, most: int) -> None:
    """Keep what was found out, and forget the oldest of too much."""
    if len(known) >= most:
        del known[next(iter(known))]
    known[key] = value


def _shared(xml: bytes) -> list[bytes] | None:
    """Return the XML of each shared text, without the beginning of its tag; None where they are not in the usual form."""
    head, *texts = xml.split(b"<si>")
    if not _TEXTS.fullmatch(head) or not xml.endswith(_END_OF_TEXTS) or (b"!" in xml and b"<!" in xml) or xml.count(b"<si") != len(texts):
        return None
    if texts:
        texts[-1] = texts[-1].removesuffix(_END_OF_TEXTS)
    return texts


def read_alike(outlined: Outline) -> Book | None:
    """Return the workbook as an earlier one tells to read it; None where there was none, or not all is sure."""
    known = KNOWN.get(outlined.key)
    if known is None:
        return None
    try:
        return _filled(known, outlined)
    except IndexError:  # there are not so many texts
        return None


def _filled(known: _Known, outlined: Outline) -> Book | None:
    """Return a workbook with the values of another, None where it is not sure how the library reads a text."""
    texts = list(map(TEXTS.get, outlined.texts))
    if None in texts:
        texts = [text or _plain(xml) for text, xml in zip(texts, outlined.texts, strict=True)]
    sheets = []
    for sheet, places, values in zip(known.book.sheets, known.places, outlined.values, strict=True):
        cells = list(chain.from_iterable(sheet.rows))
        says = list(map(texts.__getitem__, map(int, map(values.__getitem__, places.texts))))
        if None in says:
            return None
        for cell, text in zip(places.texts.values(), says, strict=True):
            cells[cell] = text
        for cell, number in zip(places.numbers.values(), map(float, map(values.__getitem__, places.numbers)), strict=True):
            cells[cell] = number
        sheets.append(replace(sheet, rows=list(map(cells.__getitem__, places.rows))))
    return replace(known.book, sheets=tuple(sheets))


def _plain(xml: bytes) -> str | None:
    """Return a shared text that can be read in one way only, None for any other."""
    found = _PLAIN_TEXT.fullmatch(xml)
    if found is None or b"_x" in xml or not is_plain(xml):
        return None
    text = found[1].decode("utf-8", "replace")
    if text != text.strip() or "\ufffd" in text:
        return None
    _remember_text(xml, text)
    return text


def _remember_text(xml: bytes, text: str) -> None:
    if len(xml) <= _LONGEST_TEXT:
        _remember(TEXTS, xml, text, _MOST_TEXTS)


def keep(outlined: Outline, book: Book, looked: Sequence[Unseen]) -> None:
    """Remember how a workbook was read whose cells are certain, if its texts are plain and each value is at its cell as it stands."""
    if len(looked) != len(book.sheets) or book.findings or not all(map(_is_usual, looked)):
        return
    if sum(len(row) for sheet in book.sheets for row in sheet.rows) > _MOST_CELLS:
        return
    found = []
    for sheet, xml, values in zip(book.sheets, outlined.sheets, outlined.values, strict=True):
        places = _places(sheet, xml, values, outlined.texts)
        if places is None:
            return
        found.append(places)
    sheets = tuple(replace(sheet, like=object()) for sheet in book.sheets)
    _remember(KNOWN, outlined.key, _Known(replace(book, sheets=sheets), found), _MOST)


def _is_usual(seen: Unseen) -> bool:
    """Whether the texts of a sheet are Unicode's as they stand, nothing is raised or struck through, and zeros are seen."""
    return (
        seen.plain
        and not seen.drawn
        and not (seen.hides_zeros or seen.shows_no_zeros)
        and not any(look.is_struck for shown in seen.formats.values() for look in shown.looks)
    )


def _places(sheet: Sheet, xml: bytes, values: Sequence[bytes], texts: Sequence[bytes]) -> _Places | None:
    """Return where the values of a sheet stand; None where one stands at no cell, or the cell says something else."""
    starts = [0, *accumulate(map(len, sheet.rows))]
    cells = list(chain.from_iterable(sheet.rows))
    found = _Places({}, {}, list(starmap(slice, pairwise(starts))))
    for number, (piece, value) in enumerate(zip(xml.split(_MARK), values, strict=False)):
        tag = _CELL.fullmatch(piece, max(piece.rfind(b"<c "), 0))
        row, column = (int(tag[2]) - 1, column_index(tag[1].decode())) if tag else (-1, -1)
        if tag is None or not row < len(sheet.rows) or not column < len(sheet.rows[row]):
            return None
        place = starts[row] + column
        says = cells[place]
        if tag[3] and isinstance(says, str) and int(value) < len(texts) and _is_text(texts[int(value)], says):
            found.texts[number] = place
        elif not tag[3] and type(says) is float and says == float(value):
            found.numbers[number] = place
        else:
            return None
    return found


def _is_text(xml: bytes, text: str) -> bool:
    """Whether a shared text was never read in another way; remember how it was."""
    known = TEXTS.get(xml) or _plain(xml)
    if known is None:
        _remember_text(xml, text)
    return known in (None, text)
