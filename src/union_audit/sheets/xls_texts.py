"""The shared texts of an xls workbook some letters of which are raised or struck through. After [MS-XLS], SST."""

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress

from union_audit.sheets.drawn import Pen, in_runs

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_RUN_BYTES = 4
_NO_FONT = 4
"""There is none of this number: those after it are one more than their place."""


def drawn_texts(blocks: Sequence[bytes], pens: Sequence[Pen]) -> dict[str, str]:
    """Return the texts that have such letters, as a library gives them and as they are seen.

    `blocks`: the content of the record of shared texts and of those that continue it; `pens`: what each font does, in their order.
    """
    drawn = {}
    with suppress(struct.error, IndexError):  # a workbook that is cut off there is noticed elsewhere
        for text, runs in _texts(_Blocks(blocks)):
            seen = in_runs(text, [(start, font_pen(pens, font)) for start, font in runs])
            if seen != text:
                drawn[text] = seen
    return drawn


def font_pen(pens: Sequence[Pen], font: int) -> Pen:
    """Return what the font of a number does."""
    place = font - (font > _NO_FONT)
    return pens[place] if place < len(pens) else None


def _texts(blocks: "_Blocks") -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the texts that are of several fonts: with the letters at which each begins, and its number."""
    (count,) = struct.unpack("<4xI", blocks.take(8))
    for _ in range(count):
        length, flags = struct.unpack("<HB", blocks.take(3))
        runs = struct.unpack("<H", blocks.take(2))[0] if flags & _RICH else 0
        more = struct.unpack("<I", blocks.take(4))[0] if flags & _EXTENDED else 0
        text = blocks.letters(length, is_wide=bool(flags & _WIDE))
        formatting = blocks.take(_RUN_BYTES * runs)
        blocks.skip(more)
        if runs:
            yield text, list(struct.iter_unpack("<HH", formatting))


class _Blocks:
    """Reads on over the ends of records; letters that go on in the next begin with a byte that tells how they are written there."""

    def __init__(self, blocks: Sequence[bytes]) -> None:
        self._blocks = blocks
        self._number = self._at = 0

    def take(self, size: int) -> bytes:
        pieces = []
        while size:
            piece = self._piece(size)
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> None:
        while size:
            size -= len(self._piece(size))

    def letters(self, count: int, *, is_wide: bool) -> str:
        text = b""
        while count:
            piece = self._piece(count << is_wide)
            text += piece if is_wide else piece.decode("latin-1").encode("utf-16-le")
            count -= len(piece) >> is_wide
            if count:
                self._next()
                is_wide = bool(self.take(1)[0] & _WIDE)
        return text.decode("utf-16-le", "replace")

    def _piece(self, size: int) -> bytes:
        if self._at >= len(self._blocks[self._number]):
            self._next()
        piece = self._blocks[self._number][self._at : self._at + size]
        self._at += len(piece)
        return piece

    def _next(self) -> None:
        self._number, self._at = self._number + 1, 0
