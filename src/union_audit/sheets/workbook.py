"""Workbooks of any kind → sheets of raw cells, read by calamine at their absolute addresses."""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

from union_audit.findings import Finding
from union_audit.folding import nfc
from union_audit.sheets import limits, ooxml, opendocument, xls, xlsb
from union_audit.sheets.archive import Archive
from union_audit.sheets.legacy import in_unicode
from union_audit.sheets.look import is_plain, look
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
    if kind is None or kind not in _LOOKS:
        raise foreign(kind or "ZIP")
    return _read(kind, data, _LOOKS[kind](archive))


def read_ole(data: bytes) -> Book:
    """Read an xls workbook; refuse an encrypted workbook and any other OLE2 file by name."""
    container = Container(data)
    if "EncryptedPackage" in container.names:
        raise protected()
    name = next((name for name in ("Workbook", "Book") if name in container.names), None)
    if name is None:
        raise foreign(next((kind for stream, kind in _OLE_KINDS if stream in container.names), "OLE2"))
    return _read("xls", data, xls.look(container.stream(name)))


def _read(kind: str, data: bytes, looked: Sequence[Unseen]) -> Book:
    """Read the worksheets; chart and macro sheets hold no table. `looked`: what was found in each of all sheets."""
    with _translated():
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        metadata = book.sheets_metadata
    names = [sheet.name for sheet in metadata]
    if len(set(names)) < len(names):  # each would be the first of them
        raise damaged("two sheets of one name")
    is_seen = len(looked) == len(names)
    sheets = []
    for index, each in enumerate(metadata):
        if each.typ == SheetTypeEnum.WorkSheet:
            with _translated():
                sheet = book.get_sheet_by_index(index)
            sheets.append(_sheet(each, sheet, looked[index] if is_seen else Unseen(plain=False)))
    whole = Book(kind, tuple(sheets), findings=() if is_seen else (Finding("UA012", {"kind": kind}),))
    return whole if is_seen and all(each.plain for each in looked) else in_unicode(whole)


def _look_at_xlsx(archive: Archive) -> list[Unseen]:
    """Look through all sheets, some of which may show the same part, and refuse what is too large together."""
    parts = ooxml.workbook_parts(archive)
    percent_styles = ooxml.percent_styles(archive, parts.styles)
    plain = parts.strings not in archive or _is_plain(archive.chunks(parts.strings))
    looked = {part: _look(archive, part, percent_styles) for part in set(parts.sheets.values()) if part in archive}
    for seen in looked.values():
        seen.plain = seen.plain and plain
    unseen = [looked.get(part) or Unseen(plain=plain) for part in parts.sheets.values()]
    limits.check_grid("xlsx", sum(seen.rows * seen.columns for seen in unseen), 1, limits.CELLS)
    return unseen


def _look(archive: Archive, part: str, percent_styles: frozenset[int]) -> Unseen:
    """Look through a sheet's part, and refuse it if its grid would be too large for memory."""
    size = archive.size(part)
    seen = look(archive.chunks(part), percent_styles, exact=size <= _LARGE_PART)
    limits.check_grid(part, seen.rows, seen.columns, size)
    return seen


def _is_plain(chunks: Iterable[bytes]) -> bool:
    """Read the shared strings once, so that a broken part is noticed; tell whether all are plain."""
    rest = b""
    plain = True
    for chunk in chunks:
        rest += chunk
        cut = max(rest.rfind(b"<"), 0)
        piece, rest = rest[:cut], rest[cut:]
        plain = plain and is_plain(piece)
    return plain


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
    """Put errors, and formulas without a result, where they belong: most came back blank, or were trimmed away."""
    for (row, column), text in seen.errors.items():
        while len(rows) <= row:
            rows.append([])
        cells = rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = CellError(nfc(text))


def _sheet(metadata: SheetMetadata, sheet: CalamineSheet, seen: Unseen) -> Sheet:
    rows = _rows(sheet)
    if not seen.plain:
        rows = _composed(rows)
    _put_errors(rows, seen)
    return Sheet(
        name=nfc(metadata.name),
        rows=rows,
        hidden=metadata.visible != SheetVisibleEnum.Visible,
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(seen.hidden_columns),
        percent=frozenset(seen.percent),
        merged=tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ()),
    )


_LOOKS: dict[str, Callable[[Archive], list[Unseen]]] = {"xlsx": _look_at_xlsx, "xlsb": xlsb.look, "ods": opendocument.look}
