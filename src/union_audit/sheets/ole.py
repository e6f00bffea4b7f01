"""An OLE2 container (xls, doc, an encrypted workbook): the streams in it, by name. After [MS-CFB]."""

import struct

from union_audit.frozen import dataclass
from union_audit.sheets.refusal import damaged

_SECTOR_MAX = 0xFFFFFFFA
_SECTOR_SIZES = {9: 512, 12: 4096}
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_MINI_SECTOR = 64


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    type: int
    start: int
    size: int


class Container:
    """The streams of an OLE2 file. Refuses (`Refused`) one whose directory or chains lead nowhere."""

    def __init__(self, data: bytes) -> None:
        """Read the header, the sector table and the directory."""
        self._data = data
        try:
            self._size = _SECTOR_SIZES[struct.unpack_from("<H", data, 30)[0]]
            self._count = len(data) // self._size + 1
            self._cutoff: int = struct.unpack_from("<I", data, 56)[0]
            self._next = self._sector_table()
            self._entries = self._directory(struct.unpack_from("<I", data, 48)[0])
            self._mini_next = self._words(self._chain(struct.unpack_from("<I", data, 60)[0]))
        except (struct.error, KeyError, ValueError) as error:
            raise damaged("OLE2: header") from error

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams."""
        return frozenset(entry.name for entry in self._entries if entry.type == _STREAM)

    def stream(self, name: str) -> bytes:
        """Return the content of a stream."""
        entry = next(entry for entry in self._entries if entry.name == name and entry.type == _STREAM)
        content = self._chain(entry.start) if entry.size >= self._cutoff else self._mini_chain(entry.start)
        if len(content) < entry.size:
            raise damaged("OLE2: cut off")
        return content[: entry.size]

    def _mini_chain(self, start: int) -> bytes:
        root = next((entry for entry in self._entries if entry.type == _ROOT), None)
        if root is None:
            raise damaged("OLE2: no root")
        mini = self._chain(root.start)
        pieces = [mini[sector * _MINI_SECTOR : (sector + 1) * _MINI_SECTOR] for sector in _follow(start, self._mini_next, len(mini))]
        return b"".join(pieces)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise damaged("OLE2: cut off")
        return self._data[start : start + self._size]

    def _words(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _sector_table(self) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        further: int = struct.unpack_from("<I", self._data, 68)[0]
        seen: set[int] = set()
        while further < _SECTOR_MAX and further not in seen:
            seen.add(further)
            *words, further = self._words(self._sector(further))
            sectors += words
        sectors = [sector for sector in sectors if sector < _SECTOR_MAX]
        if len(sectors) > self._count:
            raise damaged("OLE2: broken chain")
        return self._words(b"".join(map(self._sector, sectors)))

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(start, self._next, self._count)))

    def _directory(self, start: int) -> list[_Entry]:
        data = self._chain(start)
        entries = []
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, type_ = struct.unpack_from("<HB", data, at + 64)
            first, size = struct.unpack_from("<II", data, at + 116)
            name = data[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            entries.append(_Entry(name, type_, first, size))
        return entries


def _follow(start: int, following: tuple[int, ...], most: int) -> list[int]:
    """Return the sectors of a chain; one that runs in a circle, or out of the table, is damaged."""
    sectors: list[int] = []
    while start < _SECTOR_MAX:
        if start >= len(following) or len(sectors) >= most:
            raise damaged("OLE2: broken chain")
        sectors.append(start)
        start = following[start]
    return sectors
