"""The directory of an ordinary zip file, taken from its bytes: `zipfile` needs more time for that of a form than for its cells."""

import struct
from typing import NamedTuple

END_MARK = b"PK\x05\x06"
_END = struct.Struct("<4s4HIIH")
_ENTRY = struct.Struct("<4s2xBxHH4xIIIHHHH6xI")
_ENTRY_MARK = b"PK\x01\x02"
_OF_OTHERS = frozenset((0xFFFF, 0xFFFFFFFF))
"""What stands for a number that is written elsewhere, in an archive of more than 4 GB."""
_VERSION = 20
"""Of the format; what needs a later one is not ordinary."""


class Part(NamedTuple):
    """An entry, its values named as in `zipfile.ZipInfo`."""

    filename: str
    flag_bits: int
    compress_type: int
    CRC: int
    compress_size: int
    file_size: int
    header_offset: int

    @property
    def orig_filename(self) -> str:
        """The name as it stands in the file."""
        return self.filename


def is_at_the_end(data: bytes) -> bool:
    """Whether a zip file has one directory, at the very end, so that no other program can find other parts in it."""
    if len(data) < _END.size:
        return False
    mark, _, _, _, _, size, start, comment = _END.unpack_from(data, len(data) - _END.size)
    return bool(mark == END_MARK and not comment and start + size == len(data) - _END.size and data.count(END_MARK) == 1)


def directory(data: bytes) -> list[Part] | None:
    """Return the entries of a zip file in the order of its directory; None where anything in that is unusual, or wrong."""
    if not is_at_the_end(data):
        return None
    end = len(data) - _END.size
    _, disk, first_disk, here, count, _, at, _ = _END.unpack_from(data, end)
    if disk or first_disk or here != count or count in _OF_OTHERS:
        return None
    parts = []
    for _ in range(count):
        if at + _ENTRY.size > end:
            return None
        mark, version, flags, method, checksum, packed, size, names, extra, comment, disk, start = _ENTRY.unpack_from(data, at)
        at += _ENTRY.size + names
        name = data[at - names : at]
        if mark != _ENTRY_MARK or version > _VERSION or extra or comment or disk or at > end or not name.isascii() or b"\0" in name:
            return None
        if not _OF_OTHERS.isdisjoint((packed, size, start)):
            return None
        parts.append(Part(name.decode(), flags, method, checksum, packed, size, start))
    return parts if at == end else None
