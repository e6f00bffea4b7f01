"""Makes small workbooks of every kind, also such as no program would write."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

import openpyxl
import xlwt  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped]
from odf.table import Table, TableCell, TableRow  # type: ignore[import-untyped]

Cells = Mapping[tuple[int, int], float]
"""Numbers by row and column from 0."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_XLSB = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"


def xlsx(cells: Cells) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for (row, column), value in cells.items():
        sheet.cell(row + 1, column + 1, value)
    return openpyxl_bytes(book)


def openpyxl_bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(cells: Cells) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for (row, column), value in cells.items():
        sheet.write(row, column, value)
    return xlwt_bytes(book)


def xlwt_bytes(book: xlwt.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(cells: Cells) -> bytes:
    """Write as LibreOffice does: runs of empty rows and columns as one, repeated, to the sheet's last corner."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Sheet1")
    document.spreadsheet.addElement(table)
    at = 0
    for row in sorted({row for row, _ in cells}):
        if row > at:
            table.addElement(_ods_row({}, row - at))
        table.addElement(_ods_row({column: value for (its, column), value in cells.items() if its == row}, 1))
        at = row + 1
    table.addElement(_ods_row({}, 1_048_576 - at))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def raw_ods(*tables: str, styles: str = "") -> bytes:
    """Write an ods workbook of the given tables' rows, unchecked."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text"))
    named = "".join(f'<table:table table:name="Sheet{number}">{rows}</table:table>' for number, rows in enumerate(tables, 1))
    body = f"<office:automatic-styles>{styles}</office:automatic-styles>" if styles else ""
    body += f"<office:body><office:spreadsheet>{named}</office:spreadsheet></office:body>"
    content = f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{content}{body}</office:document-content>",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        }
    )


def _ods_row(values: Mapping[int, float], repeated: int) -> TableRow:
    row = TableRow(numberrowsrepeated=repeated)
    at = 0
    for column in sorted(values):
        if column > at:
            row.addElement(TableCell(numbercolumnsrepeated=column - at))
        row.addElement(TableCell(valuetype="float", value=values[column]))
        at = column + 1
    row.addElement(TableCell(numbercolumnsrepeated=16_384 - at))
    return row


def xlsb(cells: Cells, more: bytes = b"") -> bytes:
    """Write the few records that make an Excel binary workbook of one sheet; `more` stands in the place of the sheet's end."""
    rows = []
    for row in sorted({row for row, _ in cells}):
        rows.append(record(0x00, struct.pack("<I", row) + bytes(21)))
        rows += [record(0x05, struct.pack("<IId", column, 0, value)) for (its, column), value in sorted(cells.items()) if its == row]
    return raw_xlsb(b"".join(rows), end=more or record(0x92) + record(0x82))


def raw_xlsb(
    rows: bytes, *, before: bytes = b"", end: bytes = b"\x92\x01\x00\x82\x01\x00", styles: bytes = b"", strings: bytes = b""
) -> bytes:
    """Write an Excel binary workbook of one sheet from the records of its rows, those `before` them, those of styles and shared texts."""
    sheet = [record(0x81), record(0x94, struct.pack("<4I", 0, 0, 0, 0)), before, record(0x91), rows, end]
    bundle = struct.pack("<II", 0, 1) + wide("rId1") + wide("Sheet1")
    workbook = [record(0x83), record(0x8F), record(0x9C, bundle), record(0x90), record(0x84)]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(f"<Override PartName='/xl/workbook.bin' ContentType='{_XLSB}'/>"),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.bin")}),
        "xl/workbook.bin": b"".join(workbook),
        "xl/_rels/workbook.bin.rels": _relations(
            {"rId1": ("worksheet", "worksheets/sheet1.bin")}
            | ({"rId2": ("styles", "styles.bin")} if styles else {})
            | ({"rId3": ("sharedStrings", "sharedStrings.bin")} if strings else {})
        ),
        "xl/worksheets/sheet1.bin": b"".join(sheet),
    }
    if styles:
        parts["xl/styles.bin"] = styles
    if strings:
        parts["xl/sharedStrings.bin"] = strings
    return zipped(parts)


def record(kind: int, data: bytes = b"") -> bytes:
    """Write a record of an Excel binary workbook."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + _seven_bits(len(data)) + data


def _seven_bits(size: int) -> bytes:
    return bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def raw_xlsx(
    *sheets: str,
    strings: Sequence[str] = (),
    names: Sequence[str] = (),
    parts: Mapping[str, str | bytes] | None = None,
    relations: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """Write an xlsx workbook of the given sheet data (or whole sheet XML), unchecked; `parts` are added or replaced."""
    names = names or [f"Sheet{number}" for number, _ in enumerate(sheets, 1)]
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)}
    targets |= {"rIdS": ("sharedStrings", "sharedStrings.xml")} | dict(relations or {})
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(f"<Override PartName='/xl/workbook.xml' ContentType='{_XLSX}'/>"),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(targets),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>",
    }
    for number, sheet in enumerate(sheets, 1):
        whole = sheet if sheet.startswith(("<?", "<work", "<!")) else worksheet(sheet)
        made[f"xl/worksheets/sheet{number}.xml"] = whole
    return zipped(made | dict(parts or {}))


def worksheet(data: str) -> str:
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheetData>{data}</sheetData></worksheet>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _content_types(overrides: str) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for i, (kind, to) in targets.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def ole(streams: Mapping[str, bytes], *, cutoff: int = 4096) -> bytes:
    """Write an OLE2 container; streams of `cutoff` bytes and more in sectors, shorter ones in the mini stream."""
    small = {name: data for name, data in streams.items() if len(data) < cutoff}
    mini, mini_table, mini_starts = _laid_out(small, 64)
    large, table, starts = _laid_out({name: data for name, data in streams.items() if name not in small} | {"": mini}, 512)
    mini_sectors = _padded(struct.pack(f"<{len(mini_table)}I", *mini_table), 512)
    mini_at = len(large) // 512
    directory_at = mini_at + len(mini_sectors) // 512
    entries = [_entry("Root Entry", 5, starts[""], len(mini))]
    entries += [_entry(name, 2, (mini_starts | starts)[name], len(data)) for name, data in streams.items()]
    directory = _padded(b"".join(entries), 512)
    table_at = directory_at + len(directory) // 512
    for first, count in ((mini_at, len(mini_sectors) // 512), (directory_at, len(directory) // 512)):
        table += [*range(first + 1, first + count), 0xFFFFFFFE][:count]
    table += [0xFFFFFFFD]
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<10I", 0, 1, directory_at, 0, cutoff, mini_at, len(mini_sectors) // 512, 0xFFFFFFFE, 0, table_at)
    header += b"\xff" * (512 - len(header))
    return header + large + mini_sectors + directory + _padded(struct.pack(f"<{len(table)}I", *table), 512, b"\xff")


def _laid_out(streams: Mapping[str, bytes], size: int) -> tuple[bytes, list[int], dict[str, int]]:
    content, table, starts = b"", list[int](), dict[str, int]()
    for name, data in streams.items():
        starts[name] = len(table) if data else 0xFFFFFFFE
        count = -(-len(data) // size)
        table += [*range(len(table) + 1, len(table) + count), 0xFFFFFFFE][: max(count, 0)]
        content += _padded(data, size)
    return content, table, starts


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBB12x36xIII", wide, len(wide), kind, 1, start, size, 0)


def _padded(data: bytes, size: int, filler: bytes = b"\0") -> bytes:
    return data + filler * (-len(data) % size)


MAKERS: dict[str, Callable[[Cells], bytes]] = {"xlsx": xlsx, "xls": xls, "xlsb": xlsb, "ods": ods}
