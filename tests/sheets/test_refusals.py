"""What cannot be used is refused by name, quickly, and never half read."""

import os
import random
import socket
import struct
import time
from contextlib import suppress
from pathlib import Path

import pytest
from python_calamine import PasswordError

from union_audit.findings import CODES, Finding
from union_audit.sheets import Refused, limits, parsing, read_book
from workbooks import MAKERS, ods, ole, raw_xlsx, worksheet, xls, xlsb, xlsx, zipped

CELLS = {(row, column): row * column for row in range(12) for column in range(6)}


def refusal(path: Path) -> Finding:
    with pytest.raises(Refused) as caught:
        read_book(path)
    finding = caught.value.finding
    CODES[finding.code].message.format(**finding.args)
    return finding


def refused(folder: Path, content: bytes, name: str = "a.xlsx") -> Finding:
    path = folder / name
    path.write_bytes(content)
    return refusal(path)


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.csv"))
    (tmp_path / "folder.xlsx").mkdir()
    for name in ("pipe.csv", "s.csv", "folder.xlsx", "vanished.csv", "nul\0name.csv"):
        assert refusal(tmp_path / name).code == "UA004"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch(mode=0o000)
    assert refusal(tmp_path / "a.csv").code == "UA004"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"sep=;\n"])
def test_empty_files(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content, "a.csv").code == "UA005"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"BM\x36\0\0\0", "BMP"),
        (b"\x7fELF\x02\x01\x01\0", "application/octet-stream"),
        (b"\x09\x02\x06\x00\x00\x00", "Excel 3 (BIFF3)"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>", "HTML"),
        ("<html><body><frameset>".encode("utf-16"), "HTML"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "HTML"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "XML Spreadsheet 2003"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        (zipped({"a.txt": "x"}), "ZIP"),
        (zipped({}), "ZIP"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "application/vnd.oasis.opendocument.text"),
        (
            zipped(
                {"[Content_Types].xml": "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml</Types>"}
            ),
            "DOCX",
        ),
        (zipped({"[Content_Types].xml": "<Types/>"}), "ZIP"),
        (ole({"WordDocument": b"x"}), "DOC"),
        (ole({"Other": b"x"}), "OLE2"),
    ],
)
def test_other_kinds_are_named_whatever_they_are_called(tmp_path: Path, content: bytes, kind: str) -> None:
    finding = refused(tmp_path, content, "a.xls")
    assert (finding.code, finding.args) == ("UA006", {"kind": kind})


def test_a_table_that_begins_like_a_picture_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("BM;Số\nRIFF;2\n", encoding="utf-8")
    assert read_book(tmp_path / "a.csv").sheets[0].rows == [["BM", "Số"], ["RIFF", "2"]]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_workbook_that_was_cut_off_is_damaged(tmp_path: Path, kind: str, tenth: int) -> None:
    whole = MAKERS[kind](CELLS)
    assert refused(tmp_path, whole[: len(whole) * tenth // 10]).code == "UA007"


def test_random_bytes_and_damaged_workbooks_never_raise_anything_else(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 (no secret)
    path = tmp_path / "a"
    for turn in range(300):
        content = bytearray(chance.randbytes(200) if turn % 5 == 0 else MAKERS[chance.choice(list(MAKERS))](CELLS))
        for _ in range(chance.randrange(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        with suppress(Refused):
            read_book(path)


class PanicException(BaseException):
    """What a panic in Rust is in Python."""


def test_a_panic_of_the_reader_is_a_damaged_file_and_prints_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Reader:
        @staticmethod
        def from_filelike(_: object) -> None:
            os.write(2, b"thread '<unnamed>' panicked")
            raise PanicException

    monkeypatch.setattr(parsing, "CalamineWorkbook", Reader)
    assert refused(tmp_path, xlsx({(0, 0): 1})).code == "UA007"
    assert capfd.readouterr().err == ""
    with monkeypatch.context() as without_standard_error:
        without_standard_error.setattr(os, "dup", raise_os_error)
        code = refused(tmp_path, xlsx({(0, 0): 1})).code
    assert code == "UA007"


def test_a_process_without_standard_error_reads_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx({(0, 0): 1}))
    with monkeypatch.context() as without_standard_error:
        without_standard_error.setattr(os, "dup", raise_os_error)
        rows = read_book(tmp_path / "a.xlsx").sheets[0].rows
    assert rows == [[1.0]]


def test_a_password_that_the_reader_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Reader:
        @staticmethod
        def from_filelike(_: object) -> None:
            raise PasswordError

    monkeypatch.setattr(parsing, "CalamineWorkbook", Reader)
    assert refused(tmp_path, xlsx({(0, 0): 1})).code == "UA008"


def raise_os_error(_: int) -> int:
    raise OSError


def test_an_interrupt_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Reader:
        @staticmethod
        def from_filelike(_: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(parsing, "CalamineWorkbook", Reader)
    (tmp_path / "a.xlsx").write_bytes(xlsx({(0, 0): 1}))
    with pytest.raises(KeyboardInterrupt):
        read_book(tmp_path / "a.xlsx")


@pytest.mark.parametrize("size", [100, 6000])
def test_an_encrypted_workbook_says_so(tmp_path: Path, size: int) -> None:
    assert refused(tmp_path, ole({"EncryptionInfo": b"x" * 200, "EncryptedPackage": b"x" * size})).code == "UA008"


def test_an_encrypted_xls_says_so(tmp_path: Path) -> None:
    stream = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 5, 0, 0, 0, 0) + struct.pack("<HHHHH", 0x002F, 6, 1, 1, 1)
    assert refused(tmp_path, ole({"Workbook": stream + bytes(5000)}), "a.xls").code == "UA008"


def test_an_encrypted_ods_and_zip_say_so(tmp_path: Path) -> None:
    manifest = "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
    manifest += "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
    encrypted = zipped(parts | {"META-INF/manifest.xml": manifest})
    assert refused(tmp_path, encrypted, "a.ods").code == "UA008"
    locked = bytearray(xlsx({(0, 0): 1}))
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refused(tmp_path, bytes(locked)).code == "UA008"


@pytest.mark.parametrize("make", [xlsx, xlsb], ids=["xlsx", "xlsb"])
def test_one_cell_in_the_last_corner_is_not_unfolded(tmp_path: Path, make: object) -> None:
    assert callable(make)
    finding = refused(tmp_path, make({(0, 0): 1, (1_048_575, 16_383): 1}))
    assert (finding.code, finding.args["found"]) == ("UA009", "1048576 × 16384")


@pytest.mark.parametrize("rows", [2_000, 200_000])
def test_cells_without_addresses_are_counted(tmp_path: Path, rows: int) -> None:
    data = "<row>" + "<c><v>1</v></c>" * 16_384 + "</row>" + "<row><c><v>1</v></c></row>" * rows
    assert refused(tmp_path, raw_xlsx(data)).code == "UA009"


def test_an_xls_full_of_far_corners_is_not_unfolded(tmp_path: Path) -> None:
    assert refused(tmp_path, xls({(0, 0): 1, (65_535, 255): 1}), "a.xls").code == "UA009"
    lying = xls({(0, 0): 1}).replace(struct.pack("<HHII", 0x200, 14, 0, 1), struct.pack("<HHII", 0x200, 14, 0, 0xFFFFFFFF))
    assert refused(tmp_path, lying, "a.xls").code == "UA007"


def test_repeated_rows_of_an_ods_are_counted_before_they_are_unfolded(tmp_path: Path) -> None:
    bomb = ods({(0, 0): 1, (1_048_575, 16_383): 1})
    assert refused(tmp_path, bomb, "a.ods").code == "UA009"


def test_a_shared_part_counts_for_every_sheet_that_shows_it(tmp_path: Path) -> None:
    data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="C1000000"><v>1</v></c></row>'
    relations = {f"rId{number}": ("worksheet", "worksheets/sheet1.xml") for number in range(1, 21)}
    shared = raw_xlsx(data, *[""] * 19, relations=relations)
    assert refused(tmp_path, shared).code == "UA009"


def test_bombs_are_seen_in_the_directory_of_the_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = raw_xlsx(worksheet("") + " " * (limits.RATIO_FROM + 1))
    finding = refused(tmp_path, bomb)
    assert (finding.code, finding.args["part"]) == ("UA009", "xl/worksheets/sheet1.xml")
    assert refused(tmp_path, zipped({f"{number}": "" for number in range(limits.PARTS + 1)})).code == "UA009"
    monkeypatch.setattr(limits, "PART_BYTES", 1000)
    assert refused(tmp_path, xlsx({(0, 0): 1})).code == "UA009"
    monkeypatch.undo()
    monkeypatch.setattr(limits, "SMALL_PART_BYTES", 100)
    assert refused(tmp_path, xlsx({(0, 0): 1})).code == "UA009"
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    assert refused(tmp_path, xlsx({(0, 0): 1})).code == "UA009"


def test_a_size_that_the_directory_hides_is_noticed(tmp_path: Path) -> None:
    content = bytearray(raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/worksheets/sheet1.xml"))
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    assert refused(tmp_path, bytes(content)).code == "UA007"


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels", "[Content_Types].xml"]
)
def test_entities_are_refused_wherever_they_stand(tmp_path: Path, part: str) -> None:
    laughs = "<!DOCTYPE a [<!ENTITY x 'ha'>]>"
    types = "<!-- application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml -->"
    finding = refused(tmp_path, raw_xlsx("", parts={part: f"<?xml version='1.0'?>{laughs}{types}<a>&x;</a>"}))
    assert (finding.code, finding.args["found"]) == ("UA009", "<!DOCTYPE>")


@pytest.mark.parametrize(
    "text",
    [f"<?xml version='1.0' encoding='UTF-16'?>{worksheet('')}".encode("utf-16"), b"<?xml version='1.0' encoding='windows-1258'?><a/>"],
)
def test_a_part_in_another_encoding_is_refused(tmp_path: Path, text: bytes) -> None:
    assert refused(tmp_path, raw_xlsx("", parts={"xl/worksheets/sheet1.xml": text})).code == "UA007"


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": "<workbook>"},
        {"_rels/.rels": "<Relationships/>"},
        {"xl/worksheets/sheet1.xml": worksheet('<row r="1"><c r="A1" t="e"><v>#N/A</v></row>')},
        {"xl/worksheets/sheet1.xml": worksheet('<row r="x" hidden="1"></row>')},
        {"XL/WORKBOOK.XML": "<workbook/>"},
        {"xl/_rels/workbook.xml.rels": "<Relationships/>"},
    ],
)
def test_broken_parts_are_damage(tmp_path: Path, parts: dict[str, str]) -> None:
    assert refused(tmp_path, raw_xlsx("", parts=parts)).code == "UA007"


@pytest.mark.parametrize("content", ["<office:document", '<a><table:table-row table:number-rows-repeated="many"/></a>'])
def test_a_broken_ods_is_damage(tmp_path: Path, content: str) -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    assert refused(tmp_path, zipped(parts), "a.ods").code == "UA007"


@pytest.mark.parametrize("end", [b"\x05\xff\xff\xff\xff", b"\x05\x03abc"])
def test_an_xlsb_that_does_not_end_is_damage(tmp_path: Path, end: bytes) -> None:
    assert refused(tmp_path, xlsb({(0, 0): 1}, end), "a.xlsb").code == "UA007"


def test_an_ole_container_that_runs_in_circles_is_damage(tmp_path: Path) -> None:
    circle = bytearray(ole({"Workbook": b"x" * 6000}))
    table = len(circle) - 512
    circle[table : table + 4] = struct.pack("<I", 0)
    assert refused(tmp_path, bytes(circle)).code == "UA007"
    assert refused(tmp_path, bytes(circle[:40])).code == "UA007"


def test_a_line_without_end_and_a_file_of_zeros_are_refused_at_once(tmp_path: Path) -> None:
    begun = time.process_time()
    assert refused(tmp_path, b"1" * (60 << 20), "a.csv").code == "UA009"
    assert refused(tmp_path, bytes(60 << 20), "a.csv").code == "UA007"
    assert refused(tmp_path, b"a;b\n" + b"1" * (2 << 20), "a.csv").code == "UA009"
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "content",
    [
        raw_xlsx("<row " * 100_000),
        raw_xlsx('<row r="1"><c ' + 't="s" ' * 100_000 + "></c></row>"),
        b"?" * 500_000 + b"\n",
        b"\n" * 2_000_000,
        b"a,b\n" + b'"1,2\n' * 20_000,
    ],
    ids=["rows", "attributes", "question marks", "blank lines", "quotation marks"],
)
def test_what_is_made_to_take_for_ever_does_not(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    begun = time.process_time()
    with suppress(Refused):
        read_book(tmp_path / "a")
    assert time.process_time() - begun < 5
