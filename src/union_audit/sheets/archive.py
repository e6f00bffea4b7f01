"""A zip file, opened with its sizes checked before anything is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain

from union_audit.sheets import limits
from union_audit.sheets.refusal import damaged, protected, too_large

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ENCRYPTED = 0x1
_CHUNK = limits.MEGABYTE
_ENCODING = re.compile(rb"""\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_ASCII_COMPATIBLE = (b"utf-8", b"utf8", b"us-ascii", b"ascii")


class Archive:
    """The parts of a zip file by name. Every method refuses (`Refused`) a file that is broken or unfolds too far."""

    def __init__(self, data: bytes) -> None:
        """Open the zip file and check the sizes that its directory declares."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise damaged(f"zip: {error}") from error
        parts = self._zip.infolist()
        _check_sizes(parts)
        self._names = {part.filename.replace("\\", "/").casefold(): part for part in parts}
        if len(self._names) < len(parts):
            raise damaged("zip: two parts of one name")

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def named(self, ending: str) -> list[str]:
        """Return the names of the parts that end so."""
        return [part.filename for name, part in self._names.items() if name.endswith(ending)]

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces, refusing one that is broken, or that is no UTF-8 text or has a DOCTYPE where it is XML."""
        try:
            part = self._names[name.casefold()]
            with self._zip.open(part) as stream:
                head = stream.read(_CHUNK)
                if not name.endswith(".bin"):
                    _check_xml(name, head)
                yield from chain((head,), iter(lambda: stream.read(_CHUNK), b""))
        except KeyError as error:
            raise damaged(f"zip: no {name}") from error
        except _BROKEN as error:
            raise damaged(f"zip: {name}: {error}") from error

    def read(self, name: str) -> bytes:
        """Return a small part whole."""
        if self.size(name) > limits.SMALL_PART_BYTES:
            raise too_large(name, limits.megabytes(self.size(name)), limits.megabytes(limits.SMALL_PART_BYTES))
        return b"".join(self.chunks(name))

    def size(self, name: str) -> int:
        """Return the unpacked size of a part, 0 if there is none."""
        part = self._names.get(name.casefold())
        return part.file_size if part else 0


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.PARTS:
        raise too_large("zip", str(len(parts)), str(limits.PARTS))
    total = sum(part.file_size for part in parts)
    if total > limits.PART_BYTES:
        raise too_large("zip", limits.megabytes(total), limits.megabytes(limits.PART_BYTES))
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise protected()
        limit = max(limits.RATIO_FROM, part.compress_size * limits.RATIO)
        if part.file_size > limit:
            raise too_large(part.filename, limits.megabytes(part.file_size), limits.megabytes(limit))


def _check_xml(name: str, head: bytes) -> None:
    start = head[:1024]
    declared = _ENCODING.match(start)
    if b"\0" in start or (declared and declared[1].lower() not in _ASCII_COMPATIBLE):
        raise damaged(f"{name}: not UTF-8")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise too_large(name, "<!DOCTYPE>", "0")
