"""A large xlsx workbook written as programs write it → its sheets by columns, here and without the library that makes an object a cell.

Everything is looked through to the letter, in strokes whose cost and memory grow with the bytes alone, so that no process of its own is
needed. Whatever is written in any other way is left to the reader of all workbooks, and so is what it may refuse.
"""

import re

from union_audit.folding import nfc
from union_audit.sheets import limits, ooxml
from union_audit.sheets.archive import Archive
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.model import Book, Refused, Sheet
from union_audit.sheets.plain_sheet import read_sheet
from union_audit.sheets.plain_styles import plain_styles
from union_audit.sheets.plain_tags import OtherwiseWritten
from union_audit.sheets.plain_texts import plain_texts

_WORKBOOK, _STRINGS, _STYLES, _RELATIONS = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
_SMALL = ("[Content_Types].xml", "_rels/.rels", _WORKBOOK, _RELATIONS, _STYLES)
_SHEET = re.compile(
    rb'<sheet name="(?:[^"&<>\x00-\x1f]|&(?:amp|apos|quot|lt|gt);)*" sheetId="\d{1,9}"(?: state="visible")? r:id="[\w.-]{1,99}"/>'
)
_RELATION = (
    rb'<Relationship(?=[^<>]*\sTarget="%b")'
    rb'(?=[^<>]*\sType="http://schemas\.openxmlformats\.org/officeDocument/2006/relationships/%b")[^<>]*/>'
)
_OF_WORKBOOK = re.compile(_RELATION % (rb"/?xl/workbook\.xml", b"officeDocument"))
_OF_SHEET = re.compile(_RELATION % (rb"(?:/xl/)?worksheets/[\w-]+\.xml", b"worksheet"))
_RATIO = 32
"""What unfolds to more times its size is left to a process with limits."""
_CELLS = 12_000_000
"""More, where numbers and texts are mixed, take more memory than any file may."""


def read_plain(archive: Archive) -> Book | None:
    """Return a workbook, None where it is not wholly written in the usual way."""
    try:
        return _read(archive)
    except (OtherwiseWritten, Refused):
        return None


def _read(archive: Archive) -> Book:
    if not archive.is_ordinary or ooxml.kind_of_package(archive) != "xlsx" or archive.total > _RATIO * len(archive.data):
        raise OtherwiseWritten
    if any(archive.size(part) > limits.MEGABYTE for part in _SMALL) or archive.size(_STRINGS) > limits.SMALL_PART_BYTES:
        raise OtherwiseWritten
    sheets = _sheets(archive)
    texts: JoinedTexts | list[str] = plain_texts(archive.read(_STRINGS)) if _STRINGS in archive else []
    styles = plain_styles(archive.read(_STYLES) if _STYLES in archive else b"", ooxml.odd_styles(archive, _STYLES))
    read = []
    cells = 0
    for name, path in sheets:
        left = min(archive.size(path), _CELLS - cells)
        rows, merged, formats = read_sheet(path, archive.chunks(path), left, texts, styles)
        cells = limits.check_grid("xlsx", cells + len(rows) * len(rows.columns), 1, limits.CELLS)
        read.append(Sheet(nfc(name), rows, formats=formats, merged=merged))
    return Book("xlsx", tuple(read))


def _sheets(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Return the name and the part of each sheet, where all parts have the names that every program gives them and no sheet is hidden."""
    parts = ooxml.workbook_parts(archive)
    xml = archive.read(_WORKBOOK)
    names, paths = {name for name, _ in parts.sheets}, {path for _, path in parts.sheets}
    is_listed = len(parts.sheets) == len(names) == len(paths) == len(_SHEET.findall(xml)) == xml.count(b"<sheet ")
    is_usual = parts.workbook == _WORKBOOK and all(
        path == (part if part in archive else "") for path, part in ((parts.strings, _STRINGS), (parts.styles, _STYLES))
    )
    is_related = (
        all(kind and id_ for kind, id_, _ in ooxml.relations(archive, _WORKBOOK))
        and len(_OF_SHEET.findall(archive.read(_RELATIONS))) == len(paths)
        and len(_OF_WORKBOOK.findall(archive.read("_rels/.rels"))) == 1
    )
    if not (is_listed and is_usual and is_related) or b"<!" in xml:
        raise OtherwiseWritten
    return parts.sheets
