"""Reads with openpyxl an xlsx workbook that calamine refuses: only where every cell is found that the file holds."""

import io
import warnings
from collections.abc import Iterable
from xml.parsers import expat

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from union_audit.sheets import limits, ooxml
from union_audit.sheets.archive import Archive
from union_audit.sheets.parsing import DAMAGED, Parsed, Unparsed

_TYPES = {"b", "d", "e", "inlineStr", "n", "s", "str"}


def parse_again(data: bytes) -> list[Parsed | None]:
    """Return the sheets that the workbook lists, None for one that is no worksheet or has no content.

    Raises `Unparsed` where openpyxl does not read it, or not all of it; `Refused` where a part is broken or too large.
    """
    archive = Archive(data)
    listed = ooxml.workbook_parts(archive).sheets
    book = _opened(data)
    sheets = iter([book[title] for title in book.sheetnames])
    read = [_parsed(next(sheets, None), name, archive.chunks(path)) if path in archive else None for name, path in listed]
    if not any(read) or next(sheets, None):
        raise Unparsed(DAMAGED, "openpyxl")
    return read


def _opened(data: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep: formats, pictures
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # it lets through whatever a part of the file makes any function of its own raise
        raise Unparsed(DAMAGED, f"openpyxl: {type(error).__name__}") from error


def _parsed(sheet: object, name: str, chunks: Iterable[bytes]) -> Parsed | None:
    if not isinstance(sheet, Worksheet):
        return None
    limits.check_grid(name, sheet.max_row, sheet.max_column, 0)
    rows = [list(row) for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True)]
    if sum(cell is not None for row in rows for cell in row) != _Filled().count(chunks):
        raise Unparsed(DAMAGED, "openpyxl: cells")
    merged = [(area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1) for area in sheet.merged_cells.ranges]
    return rows, name, sheet.sheet_state != "visible", merged


class _Filled:
    """Counts the cells of a sheet's XML that hold something."""

    def __init__(self) -> None:
        self._count = 0
        self._is_filled = self._is_value = False

    def count(self, chunks: Iterable[bytes]) -> int:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._start, self._end, self._text
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 (expat takes no keywords)
            parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise Unparsed(DAMAGED, f"XML: {error}") from error
        return self._count

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._is_filled = False
            if attributes.get("t", "n") not in _TYPES:
                raise Unparsed(DAMAGED, f"t={attributes['t'][:20]}")
        self._is_value = tag in ("v", "t")

    def _text(self, text: str) -> None:
        self._is_filled = self._is_filled or (self._is_value and bool(text))

    def _end(self, name: str) -> None:
        self._is_value = False
        self._count += self._is_filled and name.rpartition(" ")[2] == "c"
