"""The directory of a zip, taken from its bytes, is the one that `zipfile` finds; or it is left to that."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from union_audit.sheets.archive import Archive
from union_audit.sheets.directory import directory

NAMES = ("xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml")


def zipped(*names: str, comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, name * 20)
        archive.comment = comment
    return stream.getvalue()


def told(part: object) -> list[object]:
    names = ("filename", "orig_filename", "flag_bits", "compress_type", "CRC", "compress_size", "file_size", "header_offset")
    return [getattr(part, name) for name in names]


def by_zipfile(data: bytes) -> list[list[object]] | None:
    try:
        return list(map(told, zipfile.ZipFile(io.BytesIO(data)).infolist()))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return None


def test_an_ordinary_zip_needs_no_other_reader() -> None:
    data = zipped(*NAMES)
    assert list(map(told, directory(data) or [])) == by_zipfile(data)
    assert Archive(data).read("XL/Workbook.xml") == b"xl/workbook.xml" * 20


def test_what_is_not_ordinary_is_left_to_zipfile() -> None:
    whole = zipped(*NAMES)
    assert directory(b"") is directory(zipped(*NAMES, comment=b"by hand")) is directory(whole + b"\n") is directory(b"MZ" + whole) is None
    assert directory(zipped("thư mục/bảng.xml")) is None
    assert directory(zipped(*NAMES, zipped(*NAMES)[-22:].decode("latin-1"))) is None


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from([0, 1, 2, 6, 20, 63, 80, 128, 255])), max_size=3))
def test_a_damaged_one_is_never_read_in_another_way(changes: list[tuple[int, int]]) -> None:
    data = bytearray(zipped(*NAMES))
    for place, byte in changes:
        data[-1 - place % len(data)] = byte
    found = directory(bytes(data))
    assert found is None or list(map(told, found)) == by_zipfile(bytes(data))
