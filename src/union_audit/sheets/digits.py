"""Bytes → numbers, a whole column of cells in a few strokes: eight digits at once in a word of eight bytes."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ends = NDArray[np.int64]

_ZEROS = np.uint64(0x3030303030303030)
_HIGH = np.uint64(0xF0F0F0F0F0F0F0F0)
_SIXES = np.uint64(0x0606060606060606)
_ONES = ~np.uint64(0)
_EIGHT = 8
_STEPS = tuple(
    (np.uint64(mask), np.uint64(factor), np.uint64(shift))
    for mask, factor, shift in ((0x0F0F0F0F0F0F0F0F, 2561, 8), (0x00FF00FF00FF00FF, 6553601, 16), (0x0000FFFF0000FFFF, 42949672960001, 32))
)
"""Digits are put together two, four and eight at once; each factor is a power of ten above a one."""


class Digits(NamedTuple):
    """`values` float64: NaN where the bytes are no number of one to eight digits without needless zeros; `is_number` bool."""

    values: NDArray[np.float64]
    is_number: NDArray[np.bool_]


class Words:
    """The words of eight bytes that end at any place in some bytes, which begin with eight that belong to nothing."""

    def __init__(self, data: bytes) -> None:
        """View the bytes."""
        self.bytes = np.frombuffer(data, np.uint8)
        self._words = np.ndarray((max(len(data) - _EIGHT + 1, 0),), np.dtype("<u8"), data, 0, (1,))

    def at(self, starts: Ends) -> NDArray[np.uint64]:
        """Return the eight bytes from each place on, the first the lowest."""
        return self._words[starts]

    @staticmethod
    def of(text: bytes) -> np.uint64:
        """Return a text of up to eight bytes as one word."""
        return np.uint64(int.from_bytes(text, "little"))

    @staticmethod
    def first(length: int) -> np.uint64:
        """Return the mask of the first bytes of a word."""
        return np.uint64((1 << (_EIGHT * length)) - 1)

    def digits(self, starts: Ends, ends: Ends) -> Digits:
        """Read what stands between starts and ends, arrays of places in the bytes, as whole numbers."""
        lengths = ends - starts
        in_reach = (lengths > 0) & (lengths <= _EIGHT)
        kept = _ONES << (np.uint64(_EIGHT) * (_EIGHT - np.clip(lengths, 1, _EIGHT)).astype(np.uint64))
        word = (self._words[ends - _EIGHT] & kept) | (_ZEROS & ~kept)
        is_digits = ((word & _HIGH) == _ZEROS) & (((word + _SIXES) & _HIGH) == _ZEROS)
        is_number = in_reach & is_digits & ((lengths == 1) | (self.bytes[np.minimum(starts, len(self.bytes) - 1)] != ord("0")))
        for mask, factor, shift in _STEPS:
            word = ((word & mask) * factor) >> shift
        return Digits(np.where(is_number, word.astype(np.float64), np.nan), is_number)
