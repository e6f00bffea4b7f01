"""A zip file, opened with its sizes checked before anything is unpacked."""

import io
import re
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, BinaryIO, TypeAlias, cast

from union_audit.sheets import limits
from union_audit.sheets.directory import Part, directory, is_at_the_end
from union_audit.sheets.refusal import damaged, protected, too_large

AnyPart: TypeAlias = zipfile.ZipInfo | Part

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError)
_ENCRYPTED = 0x1
_LOCAL = struct.Struct("<4s22xHH")
_SIGNATURE = b"PK\x03\x04"
_CHUNK = limits.MEGABYTE
_REMEMBERED = 1 << 16
"""Parts that are larger, unpacked, are not kept for the next workbook."""
_ENCODING = re.compile(rb"""\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_USUAL = (b'<?xml version="1.0" encoding="UTF-8"', b'<?xml version="1.0" encoding="utf-8"')
_ASCII_COMPATIBLE = (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def open_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip; refuse (`Refused`) one with a larger directory than the parts of any workbook or inbox need, before that is read."""
    guarded = _Guarded(stream)
    opened = zipfile.ZipFile(cast("BinaryIO", guarded))
    guarded.most = sys.maxsize
    return opened


class _Guarded:
    """A stream that is not read in pieces larger than `most`."""

    most = limits.DIRECTORY_BYTES

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if size > self.most:
            raise too_large("zip", limits.megabytes(size), limits.megabytes(self.most))
        return self._stream.read(size)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Archive:
    """The parts of a zip file by name. Every method refuses (`Refused`) a file that is broken or unfolds too far.

    `is_ordinary`: there is one directory, at the very end, so that no other program can find other parts in it.
    """

    def __init__(self, data: bytes) -> None:
        """Open the zip file and check the sizes that its directory declares."""
        self.data = data
        ordinary = directory(data)
        self.is_ordinary = bool(ordinary) or is_at_the_end(data)
        parts: Sequence[AnyPart] = ordinary or self._zip.infolist()
        self.total = sum(part.file_size for part in parts)
        _check_sizes(parts, self.total)
        self._names = {part.filename.replace("\\", "/").casefold(): part for part in parts}
        if len(self._names) < len(parts):
            raise damaged("zip: two parts of one name")

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        try:
            return open_zip(io.BytesIO(self.data))
        except _BROKEN as error:
            raise damaged(f"zip: {error}") from error

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._names)

    def named(self, ending: str) -> list[str]:
        """Return the names of the parts that end so."""
        return [part.filename for name, part in self._names.items() if name.endswith(ending)]

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces, refusing one that is broken, or that is no UTF-8 text or has a DOCTYPE where it is XML."""
        part = self._part(name)
        if _is_simple(part):
            yield self._whole(part, name)
            return
        try:
            for number, piece in enumerate(self._pieces(part)):
                if not number:
                    _check_xml(name, piece)
                yield piece
        except _BROKEN as error:
            raise damaged(f"zip: {name}: {error}") from error

    def _part(self, name: str) -> AnyPart:
        try:
            return self._names[name.casefold()]
        except KeyError as error:
            raise damaged(f"zip: no {name}") from error

    def _pieces(self, part: AnyPart) -> Iterator[bytes]:
        with self._zip.open(part if isinstance(part, zipfile.ZipInfo) else part.filename) as stream:
            while piece := stream.read(_CHUNK):
                yield piece

    def _whole(self, part: AnyPart, name: str) -> bytes:
        """Return a small part whole, with the checks of `zipfile` and none of its streams: a workbook has many such parts."""
        unfold = _unfolded if part.file_size <= _REMEMBERED else _unfolded.__wrapped__
        try:
            xml = unfold(self._packed(part), part.compress_type, part.file_size, part.CRC)
        except _BROKEN as error:
            raise damaged(f"zip: {name}: {error}") from error
        _check_xml(name, xml)
        return xml

    def packed(self, name: str) -> tuple[object, ...] | None:
        """Return what makes a part the same as another, without unpacking it: the bytes that it is packed to; None where it is broken."""
        part = self._names[name]
        try:
            return part.compress_type, part.CRC, part.file_size, self._packed(part)
        except _BROKEN:
            return None

    def _packed(self, part: AnyPart) -> bytes:
        """Return a part as it is packed."""
        name = part.orig_filename.encode()
        start = part.header_offset + _LOCAL.size
        signature, names, extra = _LOCAL.unpack_from(self.data, part.header_offset)
        if signature != _SIGNATURE or self.data[start : start + names] != name:
            raise zipfile.BadZipFile(part.filename)
        start += names + extra
        return self.data[start : start + part.compress_size]

    def read(self, name: str) -> bytes:
        """Return a small part whole."""
        part = self._part(name)
        if part.file_size > limits.SMALL_PART_BYTES:
            raise too_large(name, limits.megabytes(part.file_size), limits.megabytes(limits.SMALL_PART_BYTES))
        return self._whole(part, name) if _is_simple(part) else b"".join(self.chunks(name))

    def size(self, name: str) -> int:
        """Return the unpacked size of a part, 0 if there is none."""
        part = self._names.get(name.casefold())
        return part.file_size if part else 0


@lru_cache(maxsize=64)
def _unfolded(packed: bytes, method: int, size: int, checksum: int) -> bytes:
    """Unpack a part; what all workbooks of one program share (types, styles, relations) once for all of them."""
    content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1) if method == zipfile.ZIP_DEFLATED else packed
    if len(content) != size or zlib.crc32(content) != checksum:
        raise zipfile.BadZipFile("CRC")
    return content


def _is_simple(part: AnyPart) -> bool:
    return part.file_size <= _CHUNK and part.orig_filename.isascii()


def _check_sizes(parts: Sequence[AnyPart], total: int) -> None:
    if len(parts) > limits.PARTS:
        raise too_large("zip", str(len(parts)), str(limits.PARTS))
    if total > limits.PART_BYTES:
        raise too_large("zip", limits.megabytes(total), limits.megabytes(limits.PART_BYTES))
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise protected()
        if part.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):  # no program packs a workbook otherwise
            raise damaged(f"zip: {part.filename}: {part.compress_type}")
        limit = max(limits.RATIO_FROM, part.compress_size * limits.RATIO)
        if part.file_size > limit:
            raise too_large(part.filename, limits.megabytes(part.file_size), limits.megabytes(limit))


def _check_xml(name: str, head: bytes) -> None:
    if head.startswith(_USUAL) and (b"!" not in head or b"<!" not in head):  # one letter is looked for much quicker than two
        return
    if name.endswith(".bin"):
        return
    start = head[:1024]
    declared = _ENCODING.match(start)
    if b"\0" in start or (declared and declared[1].lower() not in _ASCII_COMPATIBLE):
        raise damaged(f"{name}: not UTF-8")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise too_large(name, "<!DOCTYPE>", "0")
