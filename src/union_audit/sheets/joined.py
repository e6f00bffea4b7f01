"""Many short texts kept as one piece of UTF-8: an object for each is made when somebody asks for it."""

from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload
from unicodedata import is_normalized

import numpy as np
from numpy.typing import NDArray

from union_audit.folding import SHORT, are_tidy

if TYPE_CHECKING:
    from union_audit.sheets.digits import Ends


_SPARSE = 16
"""Where a column is less than this part of the bytes, its own are picked one by one: a wide table would be gone through for each column."""


def cut(data: NDArray[np.uint8], starts: "Ends", ends: "Ends") -> bytes:
    """Return what stands between starts and ends, which follow each other in the data, with a line feed after each."""
    lengths = ends + 1 - starts
    stops = np.cumsum(lengths)
    total, last = (int(each[-1]) if len(each) else 0 for each in (stops, ends))
    if total * _SPARSE < len(data):
        texts: NDArray[np.uint8] = data[np.arange(total) + np.repeat(starts - stops + lengths, lengths)]
    else:
        texts = data[: last + 1][_within(starts, ends)]
    texts[stops - 1] = ord("\n")
    return texts.tobytes()


def _within(starts: "Ends", ends: "Ends") -> NDArray[np.bool_]:
    """Return of each byte up to the last end whether it is one of those from a start to an end."""
    bounds, is_within = np.empty(2 * len(starts), np.int64), np.zeros(2 * len(starts), np.bool_)
    bounds[::2], bounds[1::2], is_within[1::2] = starts, ends + 1, True
    return np.repeat(is_within, np.diff(bounds, prepend=0))


class JoinedTexts(Sequence[str]):
    """Texts without a line feed in them."""

    def __init__(self, data: bytes, ends: "Ends", start: int = 0, whole: "JoinedTexts | None" = None) -> None:
        """Hold texts that stand in `data` from `start` on, each with a line feed behind it, which are at `ends`.

        `whole`: the texts that they are a part of.
        """
        self._all, self._start, self._ends = data, start, ends
        self.whole: JoinedTexts = whole or self

    @classmethod
    def of(cls, data: bytes) -> "JoinedTexts":
        """Hold the texts of lines that all end in a line feed."""
        return cls(data, np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n")).astype(np.int32))

    def take(self, rows: "Ends") -> "JoinedTexts":
        """Return some of them, by numbers that rise."""
        starts, ends = np.where(rows > 0, self._ends[rows - 1] + 1, self._start), self._ends[rows]
        together = cut(np.frombuffer(self._all, np.uint8), starts, ends)
        return JoinedTexts(together, np.cumsum(ends - starts + 1, dtype=np.int32) - 1, whole=self.whole)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> "JoinedTexts": ...
    def __getitem__(self, row: int | slice) -> "str | JoinedTexts":
        """Return a text, or some that follow each other."""
        if isinstance(row, slice):
            first, stop, _ = row.indices(len(self))
            return JoinedTexts(self._all, self._ends[first:stop], self._begin(first), self.whole)
        place = range(len(self))[row]
        return self._all[self._begin(place) : int(self._ends[place])].decode()

    def find(self, text: str) -> int:
        """Return where a text stands first, -1 where it does not."""
        line, stop = text.encode() + b"\n", self._begin(len(self))
        if "\n" in text:
            return -1
        if self._all.startswith(line, self._start, stop):
            return 0
        before = self._all.find(b"\n" + line, self._start, stop)
        return -1 if before < 0 else int(np.searchsorted(self._ends, before)) + 1

    def _begin(self, row: int) -> int:
        return int(self._ends[row - 1]) + 1 if row else self._start

    def __iter__(self) -> Iterator[str]:
        """Go through the texts."""
        return iter(self.strings)

    def __eq__(self, other: object) -> bool:
        """Whether others are the same texts."""
        return np.array_equal(self._bytes, other._bytes) if isinstance(other, JoinedTexts) else self.strings == other

    def __hash__(self) -> int:
        """Return the same for the same texts."""
        return hash(self.data)

    @property
    def data(self) -> bytes:
        """The bytes of these texts, a line feed behind each."""
        return self._all[self._start : self._begin(len(self))]

    @property
    def _bytes(self) -> NDArray[np.uint8]:
        return np.frombuffer(self._all, np.uint8)[self._start : self._begin(len(self))]

    @property
    def ends(self) -> "Ends":
        """Where these bytes have line feeds."""
        return self._ends - self._start if self._start else self._ends

    @property
    def together(self) -> str:
        """All of the texts, one below the other. UnicodeDecodeError if they are no UTF-8."""
        return self.data[:-1].decode()

    @cached_property
    def strings(self) -> list[str]:
        """All of the texts, an object each."""
        return self.together.split("\n") if len(self) else []

    @cached_property
    def lengths(self) -> "Ends":
        """The bytes of each."""
        return np.diff(self.ends, prepend=-1) - 1

    @cached_property
    def is_plain(self) -> bool:
        """Whether they hold nothing but visible signs of ASCII and composed letters of Vietnamese."""
        from union_audit.sheets.letters import are_plain  # noqa: PLC0415 (a small check has none)

        return (self.whole is not self and self.whole.is_plain) or are_plain(self.data)

    @cached_property
    def is_composed(self) -> bool:
        """Whether they are in Unicode's composed form. UnicodeDecodeError if they are no UTF-8."""
        return self.is_plain or is_normalized("NFC", self.together)

    @cached_property
    def is_tidy(self) -> bool:
        """Whether `are_tidy` is true of them."""
        from union_audit.sheets.letters import are_bare  # noqa: PLC0415 (a small check has none)

        if self.whole is not self and self.whole.is_tidy:
            return True
        if self.is_plain and int(self.lengths.max(initial=0)) <= SHORT:
            return are_bare(self.data)
        return are_tidy(self.strings)

    @property
    def is_any_blank(self) -> bool:
        """Whether nothing stands in some."""
        return bool((self.lengths == 0).any())

    @cached_property
    def coded(self) -> tuple[list[str], "array[int]"]:
        """What they say, each text once, and the place among these of what each says."""
        from union_audit.sheets.letters import alike  # noqa: PLC0415 (a small check has none)

        places = alike(self.data, self.ends)
        if places is None:
            words = list(dict.fromkeys(self.strings))
            index = dict(zip(words, range(len(words)), strict=True))
            return words, array("i", map(index.__getitem__, self.strings))
        firsts, which = places
        return [self[row] for row in firsts], array("i", which.tobytes())

    def surely_differ(self, beside: Sequence[int] | None = None) -> bool:
        """Whether all of them differ in more than the case of letters, or in the number `beside` each; False leaves it open."""
        return self._differ if beside is None else self._differ_beside(np.asarray(beside).astype(np.uint64))

    @cached_property
    def _differ(self) -> bool:
        return (self.whole is not self and self.whole.surely_differ()) or self._differ_beside(None)  # a part needs no copy

    def _differ_beside(self, numbers: "NDArray[np.uint64] | None") -> bool:
        from union_audit.sheets.letters import surely_differ  # noqa: PLC0415 (a small check has none)

        return self.is_plain and surely_differ(self.data, self.ends, numbers)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """What stands before the first blank of each."""
        from union_audit.sheets.letters import other_beginnings  # noqa: PLC0415 (a small check has none)

        return frozenset(self[row].partition(" ")[0] for row in other_beginnings(self.data, self.ends))
