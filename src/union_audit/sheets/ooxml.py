"""Where things are in an Office Open XML workbook: its kind, its sheets' parts, its styles that show more than a number."""

import html
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from xml.etree import ElementTree as ET

from union_audit.frozen import dataclass
from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.number_format import BUILT_IN, NumberFormat, crossed_out, number_format
from union_audit.sheets.refusal import damaged, too_large

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:sheet|template|addin)(?:\.macroEnabled)?\.main\+xml"
)
_KINDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (_MAIN, "xlsx"),
    (re.compile(rb"application/vnd\.ms-excel\.sheet\.binary\.macroEnabled\.main"), "xlsb"),
    (re.compile(rb"wordprocessingml"), "DOCX"),
    (re.compile(rb"presentationml"), "PPTX"),
)
_RELATION_ID = re.compile(r"\{http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org)/.*/relationships\}id")
_REMEMBERED = 1 << 16
"""Parts that all workbooks of one program share are parsed once, if they are not larger."""
_BUILT_IN = re.compile(rb"""numFmtId=["'](?:9|10)["']""")
_CODE = re.compile(rb"""formatCode=(?:"([^"]*)"|'([^']*)')""")


def kind_of_package(archive: Archive) -> str | None:
    """Return "xlsx" (macros and templates too), "xlsb", the name of another Office kind, or None."""
    if _CONTENT_TYPES not in archive:
        return None
    types = archive.read(_CONTENT_TYPES)
    return next((kind for pattern, kind in _KINDS if pattern.search(types)), None)


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the workbook itself is, the name and the part of each sheet, shared strings and styles ("" where there is none)."""

    workbook: str
    sheets: tuple[tuple[str, str], ...]
    strings: str
    styles: str


def workbook_parts(archive: Archive) -> Parts:
    """Follow the relations of the package."""
    workbook = next((path for kind, _, path in relations(archive, "") if kind == "officeDocument"), "")
    related = relations(archive, workbook)
    targets = {id_: path for _, id_, path in related}
    xml = archive.read(workbook)
    listed = _sheets(xml, workbook) if len(xml) <= _REMEMBERED else _sheets.__wrapped__(xml, workbook)
    if len(listed) > limits.PARTS:
        raise too_large(workbook, str(len(listed)), str(limits.PARTS))
    sheets = tuple((name, targets.get(id_, "")) for name, id_ in listed)
    paths = {kind: path for kind, _, path in related}
    return Parts(workbook, sheets, paths.get("sharedStrings", ""), paths.get("styles", ""))


@lru_cache(maxsize=64)
def _sheets(xml: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Return the name and the relation of each sheet that a workbook lists."""
    return tuple(
        (sheet.get("name", ""), next((value for key, value in sheet.attrib.items() if _RELATION_ID.fullmatch(key)), ""))
        for sheet in parse(name, xml).iter()
        if local(sheet.tag) == "sheet"
    )


def odd_styles(archive: Archive, styles: str) -> Mapping[int, NumberFormat]:
    """Return the number formats that show something else than the number, by cell style (index of cellXfs)."""
    xml = archive.read(styles) if styles in archive else b""
    return _odd_styles(xml, styles) if len(xml) <= _REMEMBERED else _odd_styles.__wrapped__(xml, styles)


@lru_cache(maxsize=8)
def _odd_styles(xml: bytes, name: str) -> Mapping[int, NumberFormat]:
    """Read the styles; the XML is parsed only where it is seen to have such a format."""
    if not _BUILT_IN.search(xml) and b"strike" not in xml and not any(map(_is_odd, _CODE.findall(xml))):
        return {}
    root = parse(name, xml)
    formats = {str(number): each for number, each in BUILT_IN.items()}
    for node in (node for group in root if local(group.tag) == "numFmts" for node in group):
        if each := number_format(node.get("formatCode", "")):
            formats[node.get("numFmtId", "")] = each
    cell_formats = [node for group in root if local(group.tag) == "cellXfs" for node in group]
    fonts = [font for group in root if local(group.tag) == "fonts" for font in group]
    crossed = {str(index) for index, font in enumerate(fonts) if _strikes(font)}
    shown = {index: formats.get(node.get("numFmtId", "")) for index, node in enumerate(cell_formats)}
    found = {index: each for index, each in shown.items() if each}
    return found | {index: crossed_out(shown[index]) for index, node in enumerate(cell_formats) if node.get("fontId") in crossed}


def _strikes(font: ET.Element) -> bool:
    return any(local(node.tag) == "strike" and node.get("val", "1") not in ("0", "false") for node in font)


def _is_odd(codes: tuple[bytes, bytes]) -> bool:
    """Whether a format code, in either kind of quotes, shows something else than the number."""
    return number_format(html.unescape(b"".join(codes).decode("utf-8", "replace"))) is not None


def relations(archive: Archive, path: str) -> tuple[tuple[str, str, str], ...]:
    """Return what a part (or, for "", the package) refers to: the last word of the relation's type, its id, its target's path.

    Refuses (`Refused`) two of one id.
    """
    folder, name = posixpath.split(path)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive:
        return ()
    xml = archive.read(listed)
    return _relations(xml, listed, folder) if len(xml) <= _REMEMBERED else _relations.__wrapped__(xml, listed, folder)


@lru_cache(maxsize=64)
def _relations(xml: bytes, name: str, folder: str) -> tuple[tuple[str, str, str], ...]:
    found = tuple(
        (
            posixpath.basename(node.get("Type", "")),
            node.get("Id", ""),
            posixpath.normpath(posixpath.join("/", folder, node.get("Target", "").replace("\\", "/"))).lstrip("/"),
        )
        for node in parse(name, xml)
    )
    if len({id_ for _, id_, _ in found}) < len({(id_, path) for _, id_, path in found}):  # which of them is meant nobody can tell
        raise damaged(name)
    return found


def parse(name: str, xml: bytes) -> ET.Element:
    """Parse a small part; a DOCTYPE was refused when it was read. Refuses (`Refused`) what is not well-formed."""
    try:
        return ET.fromstring(xml)  # noqa: S314 (no DOCTYPE, so no entities)
    except (ET.ParseError, ValueError) as error:
        raise damaged(f"{name}: {error}") from error


def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]
