"""Bytes → numbers, whole columns of cells in a few strokes: four or eight digits at once in a word of as many bytes."""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ends: TypeAlias = NDArray[np.signedinteger[Any]]

PAD = b"\0" * 16
"""What stands before and behind the bytes, so that words can be looked at anywhere in them."""
SHORT = 4
"""Numbers of so many digits, which most are, are read twice as quickly."""
LONG = 8
_STEPS = ((2561, 8, 0x00FF00FF00FF00FF), (6553601, 16, 0x0000FFFF0000FFFF), (42949672960001, 32, 0xFFFFFFFF))
"""Digits are put together two, four and eight at once; each factor is a power of ten above a one."""


class Digits(NamedTuple):
    """`values` float64: NaN where the bytes are no number of one to eight digits without needless zeros; `is_number` bool."""

    values: NDArray[np.float64]
    is_number: NDArray[np.bool_]


class _Size:
    """What words of so many bytes need: repeated bytes, and the steps that put as many digits together."""

    def __init__(self, size: int, steps: int) -> None:
        self.size, self.power = size, steps
        self.kind: Any = np.dtype(f"u{size}").type
        self.bits = self.kind(8 * size)
        repeated = (int.from_bytes(bytes([byte]) * size) for byte in (0x30, 0xF0, 0x06, 0xFF))
        self.zeros, self.high, self.sixes, self.ones = map(self.kind, repeated)
        self.steps = [[self.kind(number & int(self.ones)) for number in step] for step in _STEPS[:steps]]


_SIZES = (_Size(SHORT, 2), _Size(LONG, 3))


class Words:
    """The words of eight bytes that begin at any place in some bytes, which have a `PAD` before and behind them."""

    def __init__(self, data: bytes) -> None:
        """View the bytes."""
        self.bytes = np.frombuffer(data, np.uint8)
        self._words = [np.frombuffer(data, f"<u{each.size}", len(data) // each.size) for each in _SIZES]

    def at(self, starts: Ends) -> NDArray[np.uint64]:
        """Return the eight bytes from each place on, the first the lowest."""
        return np.asarray(self._at(starts, 1))

    def _at(self, starts: Ends, which: int) -> Any:
        """Return words of a size from each place on, put together of two each: those that stand in order are found twice as fast."""
        words, of = self._words[which], _SIZES[which]
        first, shift = starts >> of.power, (starts & (of.size - 1)).astype(of.kind) << of.kind(3)
        return (words[first] >> shift) | (words[first + 1] << (of.bits - shift))

    @staticmethod
    def of(text: bytes) -> np.uint64:
        """Return a text of up to eight bytes as one word."""
        return np.uint64(int.from_bytes(text, "little"))

    @staticmethod
    def first(length: int) -> np.uint64:
        """Return the mask of the first bytes of a word."""
        return np.uint64((1 << (LONG * length)) - 1)

    def digits(self, starts: Ends, ends: Ends) -> Digits:
        """Read what stands between starts and ends, arrays of places in the bytes, as whole numbers."""
        lengths = np.minimum(ends - starts, LONG + 1).astype(np.uint8)  # less than none becomes more than enough
        is_short = int(lengths.max(initial=0)) <= SHORT
        of = _SIZES[not is_short]
        before = (of.size - np.minimum(lengths, of.size)).astype(of.kind) * of.kind(8)  # bits of the word that are not the cell's
        word = (self._at(ends - of.size, not is_short) ^ of.zeros) & (of.ones << before)
        are_digits = ((word | (word + of.sixes)) & of.high) == 0
        is_bare = ((word >> before) & of.kind(0xF)) != 0
        is_number = are_digits & (is_bare | (lengths == 1)) & (lengths > 0) & (lengths <= of.size)
        for factor, step, mask in of.steps:
            word = ((word * factor) >> step) & mask
        values = word.astype(np.float64)
        np.copyto(values, np.nan, where=~is_number)
        return Digits(values, is_number)
