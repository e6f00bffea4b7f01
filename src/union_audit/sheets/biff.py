"""How far the cells of a binary workbook reach, before it is unfolded. After [MS-XLS] and [MS-XLSB]."""

import struct

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.refusal import damaged, protected

_BOF, _EOF, _DIMENSIONS, _FILE_PASS = 0x0809, 0x000A, 0x0200, 0x002F
_XLS_CELLS = {0x0203, 0x0204, 0x0205, 0x00BD, 0x00D6, 0x00FD, 0x027E, 0x0006}
_MULTIPLE = 0x00BD
_ROW, _DATA_END = 0x00, 0x92
_XLSB_CELLS = range(0x02, 0x0C)
_XLS_ROWS = 0x10000
_SEVEN_BITS = 0x7F
_VARINT_BYTES = 4


def check_xls(stream: bytes) -> None:
    """Refuse a workbook stream that is encrypted, or whose sheets, taken together, have too large a grid."""
    cells = rows = columns = at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in _XLS_CELLS and at + 4 <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            if kind == _MULTIPLE and at + size <= len(stream):
                column = max(column, struct.unpack_from("<H", stream, at + size - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _FILE_PASS:
            raise protected()
        elif kind == _DIMENSIONS and size >= 8:  # noqa: PLR2004 (two row numbers)
            first, end = struct.unpack_from("<II", stream, at) if at + 8 <= len(stream) else (0, 0)
            if end > _XLS_ROWS or first > end:
                raise damaged("xls: DIMENSIONS")
        elif kind in (_BOF, _EOF):
            cells += limits.check_grid("xls", rows, columns, len(stream))
            rows = columns = 0
        at += size
    limits.check_grid("xls", cells, 1, len(stream))


def check_xlsb(archive: Archive) -> None:
    """Refuse a package whose sheets, taken together, have too large a grid."""
    cells = 0
    total = 0
    for name in archive.named(".bin"):
        if "worksheets/" in name.casefold() and "_rels" not in name:
            data = b"".join(archive.chunks(name))
            total += len(data)
            cells += limits.check_grid(name, *_xlsb_extent(data), len(data))
    limits.check_grid("xlsb", cells, 1, total)


def _xlsb_extent(data: bytes) -> tuple[int, int]:
    """Return how many rows and columns the cells of a sheet's part reach over."""
    rows = columns = row = at = 0
    while at < len(data):
        kind, at = _varint(data, at, 2)
        size, at = _varint(data, at, _VARINT_BYTES)
        if kind == _ROW and at + 4 <= len(data):
            row = struct.unpack_from("<I", data, at)[0]
        elif kind in _XLSB_CELLS and at + 4 <= len(data):
            rows, columns = max(rows, row + 1), max(columns, struct.unpack_from("<I", data, at)[0] + 1)
        elif kind == _DATA_END:
            break
        at += size
    return rows, columns


def _varint(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of at most `most` bytes, seven bits each, and the place after it. A record's kind keeps its high bits."""
    value = 0
    for place in range(most):
        byte = data[at + place] if at + place < len(data) else 0
        value |= (byte & _SEVEN_BITS) << (7 * place)
        if byte <= _SEVEN_BITS:
            return value, at + place + 1
    return value, at + most
