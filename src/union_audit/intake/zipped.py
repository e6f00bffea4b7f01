"""A zip of submissions as a folder: its entries under the names they bear, unpacked in memory and never written anywhere."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NoReturn

from union_audit.findings import Finding
from union_audit.folding import nfc
from union_audit.frozen import dataclass
from union_audit.patterns import pattern
from union_audit.sheets import EXTENSIONS, Refused, limits
from union_audit.sheets.refusal import damaged, protected, too_large

SUFFIX = ".zip"
_OFFICE = ("[Content_Types].xml", "mimetype")
"""What a workbook has that is a zip itself."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
_ENCRYPTED, _IS_UNICODE = 0x1, 0x800
_DRIVE = pattern(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip. `name`: its path below the zip, or that of a zip that is refused whole; `read`: its content, or why not.

    `written_on`: the day that the zip gives for it, None if it gives none.
    """

    name: str
    read: Callable[[], bytes]
    written_on: date | None = None


@dataclass(slots=True)
class _Left:
    """What may still be unfolded of one zip and the zips in it."""

    entries: int = limits.ENTRIES
    size: int = limits.PART_BYTES
    nested: int = limits.ENTRY_BYTES  # zips in the zip stay in memory, all at once


def is_workbook(path: Path) -> bool:
    """Whether a file that is called a zip is a workbook by its content."""
    try:
        return any(name in _OFFICE for name in _opened(path).namelist())
    except _BROKEN:
        return False


def entries(path: Path) -> Iterator[Entry]:
    """Yield the files of a zip and of the zips in it, in the order of the zip."""
    yield from _files("", lambda: _opened(path), 1, _Left())


def _files(folder: str, opened: Callable[[], zipfile.ZipFile], depth: int, left: _Left) -> Iterator[Entry]:
    """Yield the files of one zip, or instead the zip itself as a file that is refused."""
    try:
        found = [info for info in opened().infolist() if not info.is_dir()]
        _take(found, depth, left)
    except Refused as refused:
        yield Entry(folder, _refusing(refused))
        return
    except _BROKEN as error:
        yield Entry(folder, _refusing(_broken(error)))
        return
    for info in found:
        entry = Entry(f"{folder}/{_name(info)}".lstrip("/"), _reader(opened, info), _written_on(info))
        if entry.name.casefold().endswith(SUFFIX):
            left.nested -= info.file_size
            yield from _files(entry.name, _nested(entry.read, left), depth + 1, left)
        else:
            yield entry


def _take(found: list[zipfile.ZipInfo], depth: int, left: _Left) -> None:
    """Count what a zip would unfold to, before anything is."""
    left.entries -= len(found)
    left.size -= sum(info.file_size for info in found if PurePosixPath(info.filename).suffix.casefold() in EXTENSIONS)
    if depth > limits.NESTED_ZIPS:
        raise too_large(SUFFIX * depth, str(depth), str(limits.NESTED_ZIPS))
    if left.entries < 0:
        raise too_large("zip", str(limits.ENTRIES - left.entries), str(limits.ENTRIES))
    if left.size < 0:
        raise too_large("zip", limits.megabytes(limits.PART_BYTES - left.size), limits.megabytes(limits.PART_BYTES))


def _nested(read: Callable[[], bytes], left: _Left) -> Callable[[], zipfile.ZipFile]:
    """Return what opens a zip within a zip, once."""
    if left.nested < 0:
        found = limits.megabytes(limits.ENTRY_BYTES - left.nested)
        return _refusing(too_large(SUFFIX, found, limits.megabytes(limits.ENTRY_BYTES)))
    return lru_cache(maxsize=1)(lambda: zipfile.ZipFile(io.BytesIO(read())))


def _reader(opened: Callable[[], zipfile.ZipFile], info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise protected()
        limit = min(limits.ENTRY_BYTES, max(limits.RATIO_FROM, info.compress_size * limits.RATIO))
        if info.file_size > limit:
            raise too_large(_name(info), limits.megabytes(info.file_size), limits.megabytes(limit))
        try:
            return opened().read(info)
        except _BROKEN as error:
            raise _broken(error) from error

    return read


def _refusing(refused: Refused) -> Callable[[], NoReturn]:
    def refuse() -> NoReturn:
        raise refused

    return refuse


def _broken(error: Exception) -> Refused:
    if isinstance(error, OSError) and error.strerror:
        return Refused(Finding("UA004", {"detail": error.strerror}))
    return damaged(f"zip: {error}")


def _written_on(info: zipfile.ZipInfo) -> date | None:
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return None


def _name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name as a path below the zip, whatever it says; in the letters that its program meant."""
    name = info.filename
    if not info.flag_bits & _IS_UNICODE and not name.isascii():
        written = name.encode("cp437", "replace")
        try:
            name = written.decode("utf-8")
        except UnicodeDecodeError:
            name = written.decode("cp1258", "replace")
    parts = _DRIVE.sub("", nfc(name).replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part.strip(" .")) or "?"


def _opened(path: Path) -> zipfile.ZipFile:
    """Return the open zip; the last few stay open, so that each of their entries need not open it anew."""
    status = path.stat()
    return _open(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _open(path: Path, _changed: int, _size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)
