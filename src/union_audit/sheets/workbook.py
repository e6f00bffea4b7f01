"""Workbooks of any kind → sheets of raw cells, read by calamine at their absolute addresses."""

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from union_audit.findings import Finding
from union_audit.folding import nfc
from union_audit.sheets import biff, limits, ooxml, opendocument
from union_audit.sheets.archive import Archive
from union_audit.sheets.look import is_composed, look
from union_audit.sheets.model import Book, Cell, CellError, Sheet
from union_audit.sheets.ole import Container
from union_audit.sheets.refusal import damaged, foreign, protected
from union_audit.sheets.unseen import Unseen

_STANDARD_ERROR = 2
_LARGE_PART = 4 * limits.MEGABYTE
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OLE_KINDS = (("WordDocument", "DOC"), ("PowerPoint Document", "PPT"), ("__properties_version1.0", "MSG"))


def read_zip(data: bytes) -> Book:
    """Read an xlsx, xlsm, xlsb or ods workbook; refuse any other zip file by name."""
    archive = Archive(data)
    kind = ooxml.kind_of_package(archive)
    if kind is None and "mimetype" in archive:
        mimetype = archive.read("mimetype").strip()
        kind = "ods" if mimetype.startswith(_ODS) else mimetype.decode("ascii", "replace")[:60]
    if kind == "xlsx":
        return Book(kind, tuple(_xlsx_sheets(data, archive)))
    if kind == "xlsb":
        biff.check_xlsb(archive)
    elif kind == "ods":
        opendocument.check(archive)
    else:
        raise foreign(kind or "ZIP")
    return _plain_book(kind, data)


def read_ole(data: bytes) -> Book:
    """Read an xls workbook; refuse an encrypted workbook and any other OLE2 file by name."""
    container = Container(data)
    if "EncryptedPackage" in container.names:
        raise protected()
    name = next((name for name in ("Workbook", "Book") if name in container.names), None)
    if name is None:
        raise foreign(next((kind for stream, kind in _OLE_KINDS if stream in container.names), "OLE2"))
    biff.check_xls(container.stream(name))
    return _plain_book("xls", data)


def _plain_book(kind: str, data: bytes) -> Book:
    sheets = tuple(_sheet(metadata, sheet, _composed(_rows(sheet))) for metadata, sheet in _calamine_sheets(data))
    return Book(kind, sheets, findings=(Finding("UA012", {"kind": kind}),))


def _xlsx_sheets(data: bytes, archive: Archive) -> Iterator[Sheet]:
    parts = ooxml.workbook_parts(archive)
    percent_styles = ooxml.percent_styles(archive, parts.styles)
    composed = parts.strings not in archive or _is_composed(archive.chunks(parts.strings))
    unseen = _look_at_sheets(archive, parts.sheets, percent_styles)
    for metadata, sheet in _calamine_sheets(data):
        seen = unseen.get(metadata.name, Unseen())
        rows = _rows(sheet)
        if not (composed and seen.composed):
            rows = _composed(rows)
        _put_errors(rows, seen)
        yield _sheet(metadata, sheet, rows, seen)


def _look_at_sheets(archive: Archive, parts: Mapping[str, str], percent_styles: frozenset[int]) -> dict[str, Unseen]:
    """Look through all sheets, some of which may show the same part, and refuse what is too large together."""
    looked = {part: _look(archive, part, percent_styles) for part in set(parts.values()) if part in archive}
    unseen = {name: looked[part] for name, part in parts.items() if part in looked}
    limits.check_grid("xlsx", sum(seen.rows * seen.columns for seen in unseen.values()), 1, limits.CELLS)
    return unseen


def _look(archive: Archive, part: str, percent_styles: frozenset[int]) -> Unseen:
    """Look through a sheet's part, and refuse it if its grid would be too large for memory."""
    size = archive.size(part)
    seen = look(archive.chunks(part), percent_styles, exact=size <= _LARGE_PART)
    limits.check_grid(part, seen.rows, seen.columns, size)
    return seen


def _is_composed(chunks: Iterable[bytes]) -> bool:
    """Read the shared strings once, so that a broken part is noticed; tell whether all are in composed form."""
    rest = b""
    composed = True
    for chunk in chunks:
        rest += chunk
        cut = max(rest.rfind(b"<"), 0)
        piece, rest = rest[:cut], rest[cut:]
        composed = composed and is_composed(piece)
    return composed


def _calamine_sheets(data: bytes) -> Iterator[tuple[SheetMetadata, CalamineSheet]]:
    """Yield the worksheets; chart and macro sheets hold no table. Sheets of one name would all be the first of them."""
    with _translated():
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        metadata = book.sheets_metadata
    names = [sheet.name for sheet in metadata]
    if len(set(names)) < len(names):
        raise damaged("two sheets of one name")
    for index, sheet in enumerate(metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet:
            with _translated():
                read = book.get_sheet_by_index(index)
            yield sheet, read


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what calamine raises into refusals; a panic of its own is no `Exception`, so it is told by its name."""
    try:
        with _silenced():
            yield
    except PasswordError as error:
        raise protected() from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged("calamine") from error
        raise


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep a panic's own report off the screen: it goes past Python to the process's standard error."""
    try:
        screen = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STANDARD_ERROR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(screen, _STANDARD_ERROR)
        os.close(screen)


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    """Return the cells from A1 on, blank ones as None."""
    with _translated():
        rows: list[list[Cell]] = list(sheet.to_python(skip_empty_area=False))  # type: ignore[arg-type]
    for row in rows:
        if "" in row:
            row[:] = [None if cell == "" else cell for cell in row]
    return rows


def _composed(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [[nfc(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def _put_errors(rows: list[list[Cell]], seen: Unseen) -> None:
    """Put what stands in cells that came back blank where it belongs; the grid grows where they lie outside it."""
    for (row, column), text in seen.errors.items():
        while len(rows) <= row:
            rows.append([])
        cells = rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        if cells[column] is None:
            cells[column] = CellError(nfc(text))


def _sheet(metadata: SheetMetadata, sheet: CalamineSheet, rows: list[list[Cell]], seen: Unseen | None = None) -> Sheet:
    seen = seen or Unseen()
    return Sheet(
        name=nfc(metadata.name),
        rows=rows,
        hidden=metadata.visible != SheetVisibleEnum.Visible,
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(seen.hidden_columns),
        percent=frozenset(seen.percent),
        merged=tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ()),
    )
