"""Makes the files that nobody should open: small on disk, and each with the finding that it must end in."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from union_audit.findings import address
from workbooks import MAIN, RELATIONS, ole, raw_ods, raw_xlsb, raw_xlsx, record, worksheet, zipped

Maker = Callable[[Path], object]
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1 << 20


def make_all(folder: Path) -> dict[str, str]:
    """Make every file and return the code of the finding that each must end in."""
    for name, (_, make) in HOSTILE_FILES.items():
        make(folder / name)
    return {name: code for name, (code, _) in HOSTILE_FILES.items()}


def _written(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def _swollen(part: str, head: str, repeated: str, tail: str, size: int) -> Maker:
    """Write a workbook with a part of `size` bytes, packed."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(raw_xlsx("" if part == _SHEET else _ROW))) as archive:
            kept = {name: archive.read(name) for name in archive.namelist() if name != part}
        _swell(path, kept, part, (head, repeated, tail), size)

    return make


def _swell(path: Path, kept: Mapping[str, bytes], part: str, pieces: tuple[str, str, str], size: int) -> None:
    head, repeated, tail = pieces
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as stream:
            stream.write(head.encode())
            block = (repeated * (_MEGABYTE // len(repeated) + 1)).encode()
            for _ in range(size // len(block)):
                stream.write(block)
            stream.write(tail.encode())


_ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
_LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
_FILE = "<!DOCTYPE l [<!ENTITY i SYSTEM 'file:///etc/passwd'>"
_INLINE = '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>'


def _nested() -> bytes:
    content = zipped({"a.txt": "x"})
    for _ in range(200):
        content = zipped({"a.xlsx": content})
    return content


def _corners() -> Iterator[str]:
    yield '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def _many_sheets() -> bytes:
    listed = '<sheet name="a" sheetId="1" r:id="rId1"/>' * 60_000
    return raw_xlsx(
        _ROW,
        strings=["a"],
        parts={"xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'},
    )


def _many_columns() -> str:
    return worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        "<sheetData>", "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 80_000 + "</cols><sheetData>"
    )


def _many_merges() -> str:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    merged = "".join(f'<mergeCell ref="A{top}:CV{top + 99}"/>' for top in range(2, 1_000_000, 10))
    return worksheet(row).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")


def _long_texts() -> str:
    """A small form whose texts are of a megabyte, each of what some part of the reading may look for again and again."""
    pieces = ("1.", "(", "tổng.", " *", "a. ", "Đơn vị: ", "tháng 6 ", "- ", "BG01 - ", "đvt ", "%", "(1) ")
    lines = "".join(f"{piece * (900_000 // len(piece))}Q;2\n" for piece in pieces)
    return f"Tháng 6 năm 2025\nTT;Nội dung;Số liệu\n{lines}1;x;3\n"


def _side_by_side() -> bytes:
    """Labels of the shipped plan and their figures, some thousand times beside each other."""
    texts = ("Tổng số máy tính", "Tổng số hồ sơ", "Số văn bản mật")
    rows = (
        "".join(
            f'<c r="{letters}{row}" t="s"><v>{row - 1}</v></c>' if label else f'<c r="{letters}{row}"><v>5</v></c>'
            for letters, label in _places()
        )
        for row, _ in enumerate(texts, 1)
    )
    return raw_xlsx("".join(f'<row r="{row}">{cells}</row>' for row, cells in enumerate(rows, 1)), strings=texts)


def _wide_texts() -> bytes:
    """Fewer rows than columns, and in each cell a text that is no heading."""
    return b"".join(b",".join(b"t %d" % (7 * row + column) for column in range(2_000)) + b"\n" for row in range(500))


def _wide_labels() -> bytes:
    """Labels of the shipped plan in 2,000 columns, and below them a few hundred rows."""
    texts = ("Tổng số hồ sơ công việc", "Mã đơn vị", "Số văn bản mật", "12", "Tổng số máy tính kết nối mạng", "7", "Tên đơn vị")
    rows = (",".join(texts[(5 * row + 3 * column + row * column) % len(texts)] for column in range(2_000)) for row in range(300))
    return "\n".join(rows).encode()


def _places() -> Iterator[tuple[str, bool]]:
    """Yield the letters of 12,000 columns, and whether a label stands there."""
    for column in range(12_000):
        yield address(0, column).rstrip("1"), column % 2 == 0


_REPEATED = (
    '<table:table-row table:number-rows-repeated="1000000" table:visibility="collapse">'
    '<table:table-cell table:number-columns-repeated="4" office:value-type="percentage" office:value="1"/></table:table-row>'
)


_SPANNED = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"'
    ' table:number-columns-spanned="2" table:number-rows-spanned="1000000"/></table:table-row>'
)
_STRUCK = '<style:text-properties style:text-line-through-type="single" style:text-position="super 58%"/>'


def _crossed_out() -> bytes:
    """Some thousand columns whose style crosses out their cells, each told by itself, and as many cells that name no style."""
    columns = '<table:table-column table:default-cell-style-name="a"/>' * 16_000
    row = "<table:table-row>" + '<table:table-cell office:value-type="float" office:value="1"/>' * 200 + "</table:table-row>"
    return raw_ods(columns + row * 200, styles=f'<style:style style:name="a" style:family="table-cell">{_STRUCK}</style:style>')


def _spans() -> bytes:
    """A letter within as many spans as nobody draws it in, of a style that is its own parent."""
    opened, closed = '<text:span text:style-name="a">' * 200_000, "</text:span>" * 200_000
    cell = f'<table:table-cell office:value-type="string"><text:p>{opened}1{closed}</text:p></table:table-cell>'
    style = f'<style:style style:name="a" style:family="text" style:parent-style-name="a">{_STRUCK}</style:style>'
    return raw_ods(f"<table:table-row>{cell}</table:table-row>", styles=style)


def _merged_xlsb() -> bytes:
    merged = record(0xB0, struct.pack("<4I", 0, 4_000_000_000, 0, 4_000_000_000)) * 300_000
    return raw_xlsb(record(0) + record(5, struct.pack("<IId", 0, 0, 1)), end=record(0x92) + merged + record(0x82))


def _large_directory() -> bytes:
    """A zip of two bytes for each of its parts, and a directory that takes minutes to read."""
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * (20 * _MEGABYTE // len(entry))
    return b"PK\3\4" + directory + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(directory), 4, 0)


def _packed_otherwise() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", "x")
    return stream.getvalue()


def _swollen_ods(repeated: str, size: int) -> Maker:
    head, tail = _ods_content()
    kept = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    return lambda path: _swell(path, kept, "content.xml", (head, repeated, tail), size)


def _ods_content() -> tuple[str, str]:
    row = '<table:table-row><table:table-cell office:value-type="string"><text:p>|</text:p></table:table-cell></table:table-row>'
    with zipfile.ZipFile(io.BytesIO(raw_ods(row))) as archive:
        head, _, tail = archive.read("content.xml").decode().partition("|")
    return head, tail


def _sparse(start: bytes, size: int) -> Maker:
    def make(path: Path) -> None:
        path.write_bytes(start)
        os.truncate(path, size)

    return make


def _repeated(content: bytes, megabytes: int, start: bytes = b"") -> Maker:
    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.write(start)
            for _ in range(megabytes):
                stream.write(content * (_MEGABYTE // len(content)))

    return make


def _locked(path: Path) -> None:
    path.write_bytes(b"a;b\n1;2\n")
    path.chmod(0)


_GOOD = raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')

HOSTILE_FILES: dict[str, tuple[str, Maker]] = {
    "zip bomb.xlsx": (
        "UA009",
        _swollen(_SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>', " ", "</sheetData></worksheet>", 1024 * _MEGABYTE),
    ),
    "packed rows.xlsx": (
        "UA009",
        _swollen(
            _SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>', "<row><c><v>1</v></c></row>", "</sheetData></worksheet>", 300 * _MEGABYTE
        ),
    ),
    "shared strings.xlsx": (
        "UA009",
        _swollen("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">', "<si><t>Liên đoàn Lao động</t></si>", "</sst>", 100 * _MEGABYTE),
    ),
    "laughs.xlsx": ("UA009", _written(raw_xlsx("", parts={_SHEET: f"<?xml version='1.0'?>{_LAUGHS}]>{worksheet(_INLINE)}"}))),
    "entity.xlsx": ("UA009", _written(raw_xlsx("", parts={_SHEET: f"<?xml version='1.0'?>{_FILE}]>{worksheet(_INLINE)}"}))),
    "one text.xlsx": (
        "UA009",
        _swollen(
            _SHEET, f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>', "a b c d ", "</v></c></row>", 400 * _MEGABYTE
        ),
    ),
    "one text.ods": ("UA009", _swollen_ods("a b c d ", 400 * _MEGABYTE)),
    "deep.ods": ("UA019", _swollen_ods("<text:p>", 400 * _MEGABYTE)),
    "deep.xlsx": ("UA007", _written(raw_xlsx("", parts={"xl/workbook.xml": "<a>" * 1_300_000}))),
    "marks.xlsx": ("UA015", _written(raw_xlsx(f'<row r="1"><c r="A1" t="str"><v>{"̖́" * 200_000}</v></c></row>'))),
    "sheets.xlsx": ("UA009", _written(_many_sheets())),
    "columns.xlsx": ("UA015", _written(raw_xlsx(_many_columns()))),
    "hidden.xlsb": ("UA015", _written(raw_xlsb(record(0), before=record(0x3C, struct.pack("<II8xH", 0, 16_383, 1)) * 150_000))),
    "hidden.ods": ("UA009", _written(raw_ods(_REPEATED))),
    "directory.xlsx": ("UA009", _written(_large_directory())),
    "another packing.xlsx": ("UA007", _written(_packed_otherwise())),
    "corners.xlsx": ("UA009", _written(raw_xlsx(*_corners()))),
    "nested.xlsx": ("UA006", _written(_nested())),
    "cut off.xlsx": ("UA007", _written(_GOOD[: len(_GOOD) // 2])),
    "locked.xlsx": ("UA008", _written(ole({"EncryptionInfo": b"x" * 200, "EncryptedPackage": b"x" * 9000}))),
    "zeros.csv": ("UA007", _sparse(b"", 60 * _MEGABYTE)),
    "one line.csv": ("UA009", _repeated(b"1234567;", 60)),
    "many lines.csv": ("UA009", _repeated(b"\n", 60)),
    "many cells.csv": ("UA009", _repeated(b";" * 16_000 + b"\n", 60)),
    "many columns.csv": ("UA009", _written(b";" * 500_000 + b"\n")),
    "long texts.csv": ("UA015", _written(_long_texts().encode())),
    "merged.xlsx": ("UA015", _written(raw_xlsx(_many_merges()))),
    "merged.ods": ("UA009", _written(raw_ods(_SPANNED))),
    "merged.xlsb": ("UA015", _written(_merged_xlsb())),
    "crossed out.ods": ("UA015", _written(_crossed_out())),
    "spans.ods": ("UA015", _written(_spans())),
    "side by side.xlsx": ("UA022", _written(_side_by_side())),
    "quotation marks.csv": ("UA015", _repeated(b'"a";b"\n"c;d\n', 1)),
    "marks.csv": ("UA015", _written(b"a;b\n1;" + "a\u0301\u0316".encode() + "\u0301\u0316".encode() * 200_000 + b"\n")),
    "wide texts.csv": ("UA015", _written(_wide_texts())),
    "wide quoted decimals.csv": ("UA015", _written((b",".join([b'"12,5"'] * 1_500) + b"\n") * 500)),
    "wide labels.csv": ("UA022", _written(_wide_labels())),
    "many texts.csv": ("UA015", _written(b"".join(b"t %d,t %d,t %d\n" % (row % 9_000, row % 7_000, row % 800) for row in range(500_000)))),
    "VNI.csv": ("UA010", _written("Lieân ñoaøn Lao ñoäng;Coâng ñoaøn;tænh\n".encode("cp1252") + b"a" + b"\xf8\xef" * 400_000 + b";b;c\n")),
    "very long.csv": ("UA009", _sparse(b"1;2", 500 * _MEGABYTE)),
    "pipe.csv": ("UA004", os.mkfifo),
    "..\\..\\windows.csv": ("UA005", _written(b"\n")),
    "-o; rm -rf $HOME `id`\n.csv": ("UA005", _written(b"\n")),
} | ({} if os.name == "nt" or os.geteuid() == 0 else {"no permission.csv": ("UA004", _locked)})


CHECKED_TOGETHER = {
    *("deep.xlsx", "marks.xlsx", "sheets.xlsx", "columns.xlsx", "hidden.xlsb", "hidden.ods", "another packing.xlsx", "merged.xlsx"),
    *("merged.ods", "merged.xlsb", "crossed out.ods", "spans.ods"),
    *("many cells.csv", "many columns.csv", "quotation marks.csv", "VNI.csv"),
}
"""Files that need no run of their own: they would take for ever where they are not stopped, and all files are checked in one run."""


def size_on_disk(folder: Path) -> int:
    """Return how much room the files take."""
    return sum(status.st_blocks * 512 for path in folder.iterdir() if stat.S_ISREG((status := path.lstat()).st_mode))
