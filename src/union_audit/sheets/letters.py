"""What many bytes of UTF-8 hold, told in a few strokes: nothing but plain Vietnamese, blanks in their places only, texts that differ."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets.digits import PAD, Ends, Words
from union_audit.sheets.encoding import vietnamese_letters

_BLANK, _LINE_FEED = b" \n"
_CONTINUED = range(0x80, 0xC0)
_LETTERS = tuple(map(str.encode, sorted(vietnamese_letters())))
_SECONDS = {lead: frozenset(letter[1] for letter in _LETTERS if letter[0] == lead) for lead in sorted({letter[0] for letter in _LETTERS})}
"""The bytes that may follow the first of a Vietnamese letter."""
_OF_THREE = 0xE1
"""The first of those that have three."""
_DOUBLED = (0xBA, range(0x96, 0xA0))
"""The second and third byte of letters that are no Vietnamese, and may be two in lower case."""
_PLAIN = bytes({_LINE_FEED, *range(0x20, 0x7F), *_CONTINUED, *_SECONDS} - {ord("?")})
_CASE = 0x20
_HOOK = {0x8E: 0x90}
"""Of ư in both cases, which no single bit tells apart."""
_ALIKE = bytes(
    _HOOK.get(byte & ~(_CASE | 1), byte & ~(_CASE | 1)) if byte in _CONTINUED else bytes((byte,)).lower()[0] for byte in range(256)
)
"""Makes bytes one in which letters of other case differ, and some others too."""
_FACTORS = tuple(map(np.uint64, (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)))
_BLOCK = 1 << 17
_HALF, _DRAWERS, _EIGHT = np.uint64(32), np.uint64(48), 8


def are_plain(data: bytes) -> bool:
    """Whether lines, each with its line feed, are UTF-8 and hold nothing but visible signs of ASCII and composed letters of Vietnamese.

    A question mark is not plain: it may stand for a letter that was lost.
    """
    if data.translate(None, _PLAIN):
        return False
    each = np.frombuffer(data, np.uint8)
    continued = 0
    for lead, seconds in _SECONDS.items():
        at = np.flatnonzero(each == lead)
        second = each[at + 1]
        if not set(np.flatnonzero(np.bincount(second)).tolist()) <= seconds:
            return False
        continued += len(at)
        if lead == _OF_THREE:
            third = each[at + 2]
            is_doubled = (second == _DOUBLED[0]) & (third >= _DOUBLED[1].start) & (third < _DOUBLED[1].stop)
            if is_doubled.any() or not _is_continued(third).all():
                return False
            continued += len(at)
    return continued == np.count_nonzero(_is_continued(each))


def _is_continued(each: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.asarray((each & 0xC0) == _CONTINUED.start)


def are_bare(data: bytes) -> bool:
    """Whether in lines, each with its line feed, no blank stands at an edge or beside another."""
    return all(map(_are_bare, _some_lines(data)))


def _some_lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines a few at a time: what is in between stays in the processor's own memory."""
    start = 0
    while start < len(data):
        end = data.rfind(b"\n", start, start + _BLOCK) + 1 or data.find(b"\n", start) + 1
        yield data[start:end]
        start = end


def _are_bare(data: bytes) -> bool:
    each = np.frombuffer(data, np.uint8)
    is_blank = each == _BLANK
    is_edge = is_blank | (each == _LINE_FEED)
    beside = (is_blank[1:] & is_edge[:-1]) | (is_edge[1:] & is_blank[:-1])
    return not (is_blank[:1].any() or beside.any())


def surely_differ(data: bytes, ends: Ends, beside: NDArray[np.uint64] | None = None) -> bool:
    """Whether plain lines all differ in more than the case of letters, told by their last forty bytes; False leaves it open.

    `ends`: where each ends. `beside`: a number for each, in which they may differ too.
    """
    width = _EIGHT * len(_FACTORS)
    words = Words(b"".join((PAD, b"\0" * width, data.translate(_ALIKE), PAD)))
    lengths = np.diff(ends, prepend=-1) - 1
    total = np.zeros(len(ends), np.uint64) if beside is None else beside * _FACTORS[-1]
    needed = min(-(-int(lengths.max(initial=1)) // _EIGHT), len(_FACTORS))
    for place, factor in enumerate(_FACTORS[:needed], 1):
        here = np.clip(lengths - _EIGHT * (place - 1), 0, _EIGHT)
        before = ((_EIGHT - here) << 3).astype(np.uint64)
        word = (words.at(ends + (len(PAD) + width - _EIGHT * place)) >> before) << before
        total = (total ^ word) * factor
        total ^= total >> _HALF
    total.sort()
    return not (total[1:] == total[:-1]).any()


def alike(data: bytes, ends: Ends) -> tuple[list[int], NDArray[np.int32]] | None:
    """Return of texts that are short, and mostly alike, a line that says each, and which of these each line says; None of others.

    Texts are sorted into many drawers by a product of their bytes; where in some drawer two differ, nothing is said.
    """
    starts = np.concatenate((np.zeros(1, ends.dtype), ends[:-1] + 1))[: len(ends)]
    lengths = ends - starts
    if not len(ends) or int(lengths.max()) > 2 * _EIGHT:
        return None
    words = Words(b"".join((data, PAD, PAD)))
    low, high = (_cut(words.at(starts + before), lengths - before) for before in (0, _EIGHT))
    drawer = ((low * _FACTORS[0] ^ high) * _FACTORS[1]) >> _DRAWERS
    first = np.full(1 << (64 - int(_DRAWERS)), -1, np.int32)
    first[drawer[::-1]] = np.arange(len(ends) - 1, -1, -1, dtype=np.int32)
    said = first[drawer]
    if not ((low[said] == low) & (high[said] == high)).all():
        return None
    firsts = np.sort(first[first >= 0])
    which = np.empty(len(ends), np.int32)
    which[firsts] = np.arange(len(firsts), dtype=np.int32)
    return firsts.tolist(), which[said]


def _cut(words: NDArray[np.uint64], lengths: Ends) -> NDArray[np.uint64]:
    """Return the first bytes of words, so many of each, and of no more than it has."""
    beyond = ((_EIGHT - np.clip(lengths, 0, _EIGHT)) << 3).astype(np.uint64)
    return np.asarray((words << beyond) >> beyond)


def other_beginnings(data: bytes, ends: Ends) -> list[int]:
    """Return the lines that do not begin as the one before does, up to a blank within sixteen bytes; and those that have none there."""
    words = Words(b"".join((data, PAD, PAD)))
    starts = np.concatenate((np.zeros(1, ends.dtype), ends[:-1] + 1))[: len(ends)]
    begin = np.stack([words.at(starts), words.at(starts + _EIGHT)], axis=1)
    is_other = np.ones(len(begin), np.bool_)
    is_other[1:] = (begin[1:] != begin[:-1]).any(axis=1)
    has_blank = (begin.view(np.uint8) == _BLANK).any(axis=1)
    return np.flatnonzero(is_other | ~has_blank).tolist()
