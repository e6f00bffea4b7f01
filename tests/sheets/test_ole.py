"""OLE2 containers: streams short and long, in files small and large."""

import struct

import pytest

from union_audit.sheets import Refused
from union_audit.sheets.ole import Container
from workbooks import ole


def test_streams_are_found_by_name_whatever_their_size() -> None:
    streams = {"Workbook": b"long " * 2000, "EncryptionInfo": b"short " * 50, "Empty": b""}
    container = Container(ole(streams))
    assert container.names == set(streams)
    assert {name: container.stream(name) for name in streams} == streams


def test_a_table_of_more_sectors_than_the_header_holds_goes_on_elsewhere() -> None:
    whole = ole({"Workbook": b"x" * 5000})
    header, rest = bytearray(whole[:512]), whole[512:]
    table_at: int = struct.unpack_from("<I", header, 76)[0]
    further = struct.pack("<127I", table_at, *[0xFFFFFFFF] * 126) + struct.pack("<I", 0xFFFFFFFE)
    struct.pack_into("<II", header, 68, len(rest) // 512, 1)
    struct.pack_into("<I", header, 76, 0xFFFFFFFF)
    assert Container(bytes(header) + rest + further).stream("Workbook") == b"x" * 5000


def test_a_table_that_goes_on_where_it_was_ends_there() -> None:
    whole = bytearray(ole({"Workbook": b"x" * 5000}))
    last = (len(whole) - 512) // 512 - 1
    struct.pack_into("<II", whole, 68, last, 1)
    struct.pack_into("<I", whole, len(whole) - 4, last)
    assert Container(bytes(whole)).stream("Workbook") == b"x" * 5000


def test_a_table_that_names_more_sectors_than_there_are_is_damage() -> None:
    whole = bytearray(ole({"Workbook": b"x" * 5000}))
    table_at = whole[76:80]
    whole[80:512] = table_at * 108
    with pytest.raises(Refused):
        Container(bytes(whole))
    struct.pack_into("<H", whole, 30, 3)
    with pytest.raises(Refused):
        Container(bytes(whole))


def test_a_short_stream_without_a_root_or_cut_off_is_damage() -> None:
    whole = bytearray(ole({"Short": b"x" * 100}))
    at = whole.index("Root Entry".encode("utf-16-le"))
    rootless, longer = bytearray(whole), bytearray(whole)
    rootless[at + 66] = 0
    struct.pack_into("<I", longer, at + 128 + 120, 4000)
    for damaged in (rootless, longer):
        with pytest.raises(Refused):
            Container(bytes(damaged)).stream("Short")
