"""A copy of a unit's own workbook in which every faulty cell is coloured and commented; only where the copy would lose nothing."""

import io
import re
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from union_audit.folding import nfc
from union_audit.frozen import dataclass
from union_audit.reports.feedback.comments import Marks, mark, saved
from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.words import N_

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LOSES = N_("it holds charts, pictures or other parts that a copy would lose")
HOLDS_MORE = N_("it also holds what was not read as this unit's figures")
TOO_LARGE = N_("it is too large to be sent back")

_LARGEST = 16 * limits.MEGABYTE
"""All parts unpacked; openpyxl takes about fifty times as much, and a unit's own form has a hundredth of it."""

_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/.*|docMetadata/.*|customXml/.*"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|vbaProject)\.(?:xml|bin)|xl/_rels/workbook\.xml\.rels|xl/theme/theme\d*\.xml"
    r"|xl/worksheets/(?:_rels/)?[^/]+\.(?:xml|rels)|xl/(?:comments/)?comments?\d*\.xml|xl/drawings/\w*[dD]rawing\w*\.vml"
    r"|xl/tables/[^/]+|xl/printerSettings/.*",
    re.IGNORECASE,
)
"""The parts that openpyxl keeps, or that nobody misses: what the document's properties say goes back to nobody."""
_DRAWING = re.compile(r"xl/drawings/(?:_rels/)?drawing\d*\.xml(?:\.rels)?", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"xl/(?:workbook|sharedStrings|comments|worksheets|tables|_rels)")
"""The parts of which people's words go back."""
_LETTERED = ("si", "is", "text")
_MACROS = "xl/vbaProject.bin"
_BETWEEN = re.compile(r'[",;|\r\n]+')
_NO_LOSS = "no default style"
"""What openpyxl warns of though nothing is lost."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The workbook's content, and the ending of its name."""

    content: bytes
    suffix: str


def marked_copy(data: bytes, sheets: Collection[str], marks: Mapping[str, Marks], is_anothers: Callable[[str], bool]) -> Copy | str:
    """Return the copy, or why there is none (a message of the catalogue).

    `sheets`: those that hold the unit's figures; `marks`: the comments by sheet; `is_anothers`: whether a text names another unit.
    """
    try:
        archive = Archive(data)
        return _why_not(archive, is_anothers) or _copy(data, sheets, marks, has_macros=_MACROS in archive)
    except Exception:  # noqa: BLE001 (whatever openpyxl stumbles over in a file that was read: it is not handed back)
        return LOSES


def _why_not(archive: Archive, is_anothers: Callable[[str], bool]) -> str:
    """Return why a workbook is not copied, by its parts; "" where nothing speaks against it."""
    parts = archive.named("")
    if sum(map(archive.size, parts)) > _LARGEST:
        return TOO_LARGE
    if not all(_KEPT.fullmatch(part) or (_DRAWING.fullmatch(part) and _is_empty(archive, part)) for part in parts):
        return LOSES
    texts = (text for part in parts if _SAYS_SOMETHING.match(part) for text in _texts(archive.read(part)))
    return HOLDS_MORE if any(map(is_anothers, texts)) else ""


def _is_empty(archive: Archive, drawing: str) -> bool:
    """Whether nothing is drawn: some programs write an empty drawing for each sheet."""
    xml = archive.read(drawing)
    return b"Anchor" not in xml and b"<Relationship " not in xml


def _texts(xml: bytes) -> Iterator[str]:
    """Yield each text and each attribute of a part, whole and in the pieces of a list; a text in several letterings is one."""
    for node in ET.fromstring(xml).iter():  # noqa: S314 (a DOCTYPE was refused when the part was read)
        is_lettered = node.tag.rpartition("}")[2] in _LETTERED
        for text in (("".join(node.itertext()) if is_lettered else node.text) or "", *node.attrib.values()):
            yield text
            yield from _BETWEEN.split(text)


def _copy(data: bytes, sheets: Collection[str], marks: Mapping[str, Marks], *, has_macros: bool) -> Copy | str:
    from openpyxl import load_workbook  # noqa: PLC0415 (openpyxl is needed here only)

    with warnings.catch_warnings(record=True) as lost:
        warnings.simplefilter("always")
        book = load_workbook(io.BytesIO(data), keep_vba=has_macros, rich_text=True)
    if any(_NO_LOSS not in str(each.message) for each in lost):
        return LOSES
    named = {nfc(sheet.title): sheet for sheet in book.worksheets}
    if any(name not in sheets and _holds_anything(sheet) for name, sheet in named.items()) or marks.keys() - named.keys():
        return HOLDS_MORE
    for name, of_sheet in marks.items():
        mark(named[name], of_sheet)
    book.calculation.fullCalcOnLoad = True  # the results of formulas are not kept
    book.template = False
    return Copy(saved(book), ".xlsm" if has_macros else ".xlsx")


def _holds_anything(sheet: "Worksheet") -> bool:
    return any(value is not None and value != "" for row in sheet.iter_rows(values_only=True) for value in row)
