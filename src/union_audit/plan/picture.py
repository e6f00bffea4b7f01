"""A picture file → Picture: PNG or JPEG by its content, small enough to stand in every report."""

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

from union_audit.frozen import dataclass
from union_audit.words import N_

_LARGEST = 100 * 1024
_WIDEST = 4000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG's segment that says how large the picture is."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to be put into reports. `media_type` is "image/png" or "image/jpeg"; `width` and `height` are in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int

    @property
    def of_pixels(self) -> bytes:
        """The content without what it says of dots an inch, by which some programs draw it larger or smaller."""
        if self.media_type == "image/jpeg":
            is_told = self.content[6:11] == b"JFIF\0"
            return self.content[:13] + b"\0" + self.content[14:] if is_told else self.content
        head, told, rest = self.content.partition(b"\0\0\0\x09pHYs")
        return head + rest[13:] if told and b"IDAT" not in head else self.content  # 9 bytes, and 4 that they are checked by


def read_picture(path: Path) -> Picture:
    """Read a picture; ValueError, with a catalogue message of what is wrong, where it is none that every report can show."""
    content = _content(path)
    for signature, (media_type, size) in _KINDS.items():
        if content.startswith(signature):
            width, height = _size(content, size)
            if len(content) > _LARGEST or max(width, height) > _WIDEST:
                raise ValueError(N_("The picture is too large: save it with at most 100 KB and 4,000 pixels a side."))
            return Picture(content, media_type, width, height)
    raise ValueError(N_("This is neither a PNG nor a JPEG picture: export it as PNG."))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise ValueError(N_("There is no such file beside the plan."))
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError:
        raise ValueError(N_("The file cannot be opened.")) from None


def _size(content: bytes, size: Callable[[bytes], tuple[int, int]]) -> tuple[int, int]:
    try:
        width, height = size(content)
    except (struct.error, IndexError):
        width = height = 0
    if not (width and height):
        raise ValueError(N_("The picture is damaged: save it again."))
    return width, height


def _png_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", content, 16)
    whole = content[12:16] == b"IHDR" and (b"IEND" in content or len(content) > _LARGEST)
    return (width, height) if whole else (0, 0)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004 (every segment begins so)
        if content[at + 1] == 0xFF:  # noqa: PLR2004 (a byte that fills)
            at += 1
        elif content[at + 1] in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        else:
            at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return 0, 0


_KINDS: Mapping[bytes, tuple[str, Callable[[bytes], tuple[int, int]]]] = {
    _PNG: ("image/png", _png_size),
    _JPEG: ("image/jpeg", _jpeg_size),
}
