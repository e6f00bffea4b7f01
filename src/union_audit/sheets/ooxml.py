"""Where things are in an Office Open XML workbook: its kind, its sheets' parts, its percentage styles."""

import posixpath
import re
from xml.etree import ElementTree as ET

from union_audit.sheets.archive import Archive
from union_audit.sheets.refusal import damaged

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
_BUILT_IN_PERCENT = {9, 10}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def kind_of_package(archive: Archive) -> str | None:
    """Return "xlsx" (macros and templates too), "xlsb", the name of another Office kind, or None."""
    if _CONTENT_TYPES not in archive:
        return None
    types = archive.read(_CONTENT_TYPES)
    return next((kind for pattern, kind in _KINDS if pattern.search(types)), None)


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name. Two sheets of one name cannot be told apart, so they are damage."""
    workbook = _related("", archive).get("officeDocument", {"": "xl/workbook.xml"})
    path = next(iter(workbook.values()))
    relations = {id_: target for targets in _related(path, archive).values() for id_, target in targets.items()}
    parts: dict[str, str] = {}
    for sheet in _parse(archive, path).iter():
        if _local(sheet.tag) != "sheet":
            continue
        name = sheet.get("name", "")
        id_ = next((value for key, value in sheet.attrib.items() if _RELATION_ID.fullmatch(key)), "")
        if name in parts:
            raise damaged(f"{path}: two sheets named {name}")
        parts[name] = relations.get(id_, "")
    return parts


def percent_styles(archive: Archive, workbook: str = "xl/workbook.xml") -> frozenset[int]:
    """Return the cell styles (indexes of cellXfs) whose number format shows a percentage."""
    path = next(iter(_related(workbook, archive).get("styles", {"": "xl/styles.xml"}).values()))
    if path not in archive:
        return frozenset()
    root = _parse(archive, path)
    formats = {
        int(node.get("numFmtId", "-1")): "%" in _NOT_SHOWN.sub("", node.get("formatCode", ""))
        for node in root.iter()
        if _local(node.tag) == "numFmt"
    }
    formats.update(dict.fromkeys(_BUILT_IN_PERCENT, True))
    cell_formats = [node for group in root if _local(group.tag) == "cellXfs" for node in group]
    return frozenset(index for index, node in enumerate(cell_formats) if formats.get(int(node.get("numFmtId", "0")), False))


def _related(path: str, archive: Archive) -> dict[str, dict[str, str]]:
    """Return what a part (or, for "", the package) refers to: by the last word of the relation's type, targets by id."""
    folder, name = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, dict[str, str]] = {}
    if relations in archive:
        for node in _parse(archive, relations):
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", "").replace("\\", "/"))).lstrip("/")
            found.setdefault(posixpath.basename(node.get("Type", "")), {})[node.get("Id", "")] = target
    return found


def _parse(archive: Archive, name: str) -> ET.Element:
    """Parse a small part; a DOCTYPE was refused when it was read."""
    try:
        return ET.fromstring(archive.read(name))  # noqa: S314 (no DOCTYPE, so no entities)
    except (ET.ParseError, ValueError) as error:
        raise damaged(f"{name}: {error}") from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
