"""Workbooks of any kind → sheets of raw cells, read by calamine at their absolute addresses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from union_audit.findings import Finding
from union_audit.folding import nfc
from union_audit.sheets import alike, limits, ooxml
from union_audit.sheets.apart import Unparsed, parsed, parsed_again, whole
from union_audit.sheets.archive import Archive
from union_audit.sheets.drawn import struck
from union_audit.sheets.legacy import in_unicode
from union_audit.sheets.look import is_plain, look
from union_audit.sheets.model import Book, Cell, CellError, Sheet
from union_audit.sheets.number_format import NumberFormat, without_zero
from union_audit.sheets.parsing import Parsed
from union_audit.sheets.refusal import foreign, protected, too_large
from union_audit.sheets.rich import is_marked, rich_texts
from union_audit.sheets.unseen import Unseen

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_MANY = 10_000
_PART_BYTES = 1 << 14
_OLE_KINDS = (("WordDocument", "DOC"), ("PowerPoint Document", "PPT"), ("__properties_version1.0", "MSG"))


def read_zip(data: bytes, *, is_apart: bool = False) -> Book:
    """Read an xlsx, xlsm, xlsb or ods workbook; refuse any other zip file by name. `is_apart`: this is a process of its own already."""
    archive = Archive(data)
    if archive.total > limits.LIGHT_BYTES and not is_apart:
        from union_audit.sheets.plain_book import read_plain  # noqa: PLC0415 (small workbooks need no arrays)

        has_large_parts = archive.total > _PART_BYTES * len(archive.names)  # of thousands of small sheets each would cost arrays of its own
        return (read_plain(archive) if has_large_parts else None) or whole(data)
    outlined = alike.outline(archive)
    if outlined and (book := alike.read_alike(outlined)):
        return book
    kind = ooxml.kind_of_package(archive)
    if kind is None and "mimetype" in archive:
        mimetype = archive.read("mimetype").strip()
        kind = "ods" if mimetype.startswith(_ODS) else mimetype.decode("ascii", "replace")[:60]
    if kind is None or kind not in _LOOKS:
        raise foreign(kind or "ZIP")
    looked = _LOOKS[kind](archive)
    is_certain = archive.is_ordinary and all(each.certain for each in looked)
    try:
        book = _book(kind, parsed(data, is_here=is_apart or is_certain), looked)
    except Unparsed as refused:
        return _read_again(kind, archive, looked, refused, is_apart=is_apart)
    if outlined and is_certain:
        alike.keep(outlined, book, looked)
    return book


def read_ole(data: bytes, *, is_apart: bool = False) -> Book:
    """Read an xls workbook; refuse an encrypted workbook and any other OLE2 file by name. `is_apart` as for `read_zip`."""
    if len(data) > limits.LIGHT_BYTES and not is_apart:
        return whole(data)
    from union_audit.sheets import xls  # noqa: PLC0415 (what a small workbook of today does not need, as below)
    from union_audit.sheets.ole import Container  # noqa: PLC0415

    container = Container(data)
    if "EncryptedPackage" in container.names:
        raise protected()
    name = next((name for name in ("Workbook", "Book") if name in container.names), None)
    if name is None:
        raise foreign(next((kind for stream, kind in _OLE_KINDS if stream in container.names), "OLE2"))
    looked = xls.look(container.stream(name))
    return _book("xls", parsed(data, is_here=is_apart), looked)


def _read_again(kind: str, archive: Archive, looked: Sequence[Unseen], refused: Unparsed, *, is_apart: bool) -> Book:
    """Read what calamine refused in another way, if there is one, or else refuse it for the same reason."""
    try:
        if kind == "ods":
            from union_audit.sheets import opendocument  # noqa: PLC0415

            return _book(kind, parsed(opendocument.unspaced(archive), is_here=is_apart), looked)
        if kind == "xlsx":
            book = _book(kind, parsed_again(archive.data, is_here=is_apart), looked)
            return replace(book, findings=(*book.findings, Finding("UA021", refused.finding.args)))
    except Unparsed:
        pass
    raise refused


def _book(kind: str, read: Sequence[Parsed | None], looked: Sequence[Unseen]) -> Book:
    """Put the worksheets together; chart and macro sheets hold no table. `looked`: what was found in each of all sheets."""
    is_seen = len(looked) == len(read)
    seen = looked if is_seen else [Unseen(plain=False)] * len(read)
    sheets = tuple(_sheet(one, each) for one, each in zip(read, seen, strict=True) if one is not None)
    book = Book(kind, sheets, findings=() if is_seen else (Finding("UA012", {"kind": kind}),))
    return book if all(each.plain for each in seen) else in_unicode(book)


def _look_at_xlsx(archive: Archive) -> list[Unseen]:
    """Look through all sheets, some of which may show the same part, and refuse what is too large together."""
    parts = ooxml.workbook_parts(archive)
    odd_styles = ooxml.odd_styles(archive, parts.styles)
    if archive.size(parts.strings) > limits.TEXT_BYTES:
        raise too_large(parts.strings, limits.megabytes(archive.size(parts.strings)), limits.megabytes(limits.TEXT_BYTES))
    plain, is_drawn = _look_at_texts(archive.chunks(parts.strings)) if parts.strings in archive else (True, False)
    drawn = rich_texts(archive.read(parts.strings)) if is_drawn else {}
    paths = [path for _, path in parts.sheets]
    looked = {path: look(path, archive.chunks(path), archive.size(path), odd_styles) for path in set(paths) if path in archive}
    for seen in looked.values():
        seen.plain = seen.plain and plain
        seen.drawn |= drawn
    unseen = [looked.get(path) or Unseen(plain=plain) for path in paths]
    limits.check_grid("xlsx", sum(seen.rows * seen.columns for seen in unseen), 1, limits.CELLS)
    return unseen


def _look_at_texts(chunks: Iterable[bytes]) -> tuple[bool, bool]:
    """Read the shared strings once, so that a broken part is noticed; tell whether all are plain, and whether any may be drawn oddly."""
    rest = b""
    plain, is_drawn = True, False
    for chunk in chunks:
        rest += chunk
        limits.check_piece("<t>", len(rest))
        cut = max(rest.rfind(b"<"), 0)
        piece, rest = rest[:cut], rest[cut:]
        plain = plain and is_plain(piece)
        is_drawn = is_drawn or is_marked(piece)
    return plain, is_drawn


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


def _strike(rows: list[list[Cell]], seen: Unseen) -> None:
    """Put a stroke through the texts that stand crossed out; numbers have it by their format."""
    formats = {id(shown): shown for shown in seen.formats.values()}
    crossed = {key for key, shown in formats.items() if shown.is_struck}
    for row, column in [at for at, shown in seen.formats.items() if id(shown) in crossed] if crossed else ():
        cell = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        if isinstance(cell, str):
            rows[row][column] = struck(cell)


def _hide_zeros(rows: list[list[Cell]], seen: Unseen) -> None:
    """Note of each zero that nothing is seen of it."""
    zeros = [
        (row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if type(cell) in (int, float) and not cell
    ]
    formats = {shown: without_zero(shown) for shown in {*map(seen.formats.get, zeros)}}
    seen.formats |= {at: formats[seen.formats.get(at)] for at in zeros}


def _sheet(read: Parsed, seen: Unseen) -> Sheet:
    rows, name, is_hidden, merged = read
    for row in rows:
        if "" in row:
            row[:] = [None if cell == "" else cell for cell in row]
    if seen.drawn:
        rows = [[seen.drawn.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    _strike(rows, seen)
    if not seen.plain:
        rows = _composed(rows)
    _put_errors(rows, seen)
    if seen.shows_no_zeros:
        _hide_zeros(rows, seen)
    return Sheet(
        name=nfc(name),
        rows=rows,
        hidden=is_hidden,
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(seen.hidden_columns),
        formats=_kept(seen.formats),
        merged=tuple(merged or seen.merged),
    )


def _kept(formats: Mapping[tuple[int, int], NumberFormat]) -> Mapping[tuple[int, int], NumberFormat]:
    """Keep many formats in a way that also goes quickly from one process to another."""
    if len(formats) < _MANY:
        return formats
    from union_audit.sheets.formats_by_column import by_column  # noqa: PLC0415 (small workbooks need no arrays)

    return by_column(formats)


def _look_at_xlsb(archive: Archive) -> list[Unseen]:
    from union_audit.sheets import xlsb  # noqa: PLC0415

    return xlsb.look(archive)


def _look_at_ods(archive: Archive) -> list[Unseen]:
    from union_audit.sheets import opendocument  # noqa: PLC0415

    return opendocument.look(archive)


_LOOKS: dict[str, Callable[[Archive], list[Unseen]]] = {"xlsx": _look_at_xlsx, "xlsb": _look_at_xlsb, "ods": _look_at_ods}
