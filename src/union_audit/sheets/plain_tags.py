"""The tags of a piece of an xlsx sheet, all at once, where they are those that programs write and nothing stands between them.

    <row r="2" spans="1:3"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>120</v></c><c r="C2" s="1"/></row>

Cells are never looked at one by one: every step is taken for all of the piece. A tag is found by its first two letters; that rows and cells
begin where the one before ends, and have nothing in them but what is known, tells that there is no other.
"""

import re
from functools import reduce
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets.digits import PAD, Words

Places: TypeAlias = NDArray[np.intp]
Bool: TypeAlias = NDArray[np.bool_]

_ROW, _ROW_END, _CELL, _CELL_END = b'<row r="', b"</row>", b'<c r="', b"</v></c>"
_SHOWN = b' hidden="false"'
_ROW_TAGS = re.compile(rb'(?:<row r="\d+"(?: [\w:]+="[^"<&]*")*+/?)*+')
_ROWS, _STYLES = 1 << 20, 1 << 16
"""More than these no sheet has."""
_FIRST = np.array([Words.first(length) for length in range(9)])
_A, _LETTERS = ord("A"), np.arange(26)
_COLUMNS = np.full((256, 256), -1)
"""The column of an address, from 0, by its second and its first sign: -1 where that is no letter."""
_COLUMNS[:, _A : _A + len(_LETTERS)] = _LETTERS
_COLUMNS[_A : _A + len(_LETTERS), _A : _A + len(_LETTERS)] = (_LETTERS + 1) * len(_LETTERS) + _LETTERS[:, np.newaxis]


class OtherwiseWritten(Exception):  # noqa: N818 (no error: another reader reads it)
    """The workbook is not written in the way that is read here."""


class Cells(NamedTuple):
    """The cells of a piece that have a value, from the first to the last.

    `row`, `column` from 0; `start`, `end`: where the value stands in the bytes; `texts`: which of them are the number of a shared text;
    `style`: of each; `styles`: all that there are.
    """

    row: Places
    column: Places
    start: Places
    end: Places
    texts: Places
    style: Places
    styles: Places


class _Rows(NamedTuple):
    """The rows of a piece.

    `number`: what each bears, and how that ends the addresses of its cells, as the first `length` bytes of a word (`text`); `cells`:
    how many it has; `stop`: where these end.
    """

    number: Places
    text: NDArray[np.uint64]
    length: Places
    cells: Places
    stop: Places


def cells(words: Words, before: int) -> Cells:
    """Return the cells of a padded piece from `<row` to `</row>`; `before`: the row before it. Raises `OtherwiseWritten`."""
    opening = _found(words, b"<c")
    rows = _rows(words, opening)
    _check(int(rows.number[0]) > before + 1 and int(rows.number[-1]) <= _ROWS and bool((np.diff(rows.number) > 0).all()))
    last = (np.cumsum(rows.cells) - 1)[rows.cells > 0]
    after = np.append(opening, 0)[1:]
    after[last] = rows.stop[rows.cells > 0]
    has_value, end = _ends(words, opening, after)
    column, style, is_text = _addressed(words, opening, end, rows)
    is_rising = np.diff(column, append=0) > 0
    is_rising[last] = True
    _check(bool(is_rising.all()))
    kept = slice(None) if has_value.all() else has_value
    return Cells(
        row=np.repeat(rows.number - 1, rows.cells)[kept],
        column=column[kept],
        start=(end + len("><v>"))[kept],
        end=(after - len(_CELL_END))[kept],
        texts=np.flatnonzero(is_text[kept]),
        style=style[kept],
        styles=np.flatnonzero(np.bincount(style[kept])),
    )


def are_shown(tags: bytes) -> bool:
    """Whether none of some tags says that something is hidden."""
    return b"hidden" not in tags or tags.count(b"hidden") == tags.count(_SHOWN)


def _check(is_so: bool) -> None:  # noqa: FBT001 (its only argument)
    if not is_so:
        raise OtherwiseWritten


def _found(words: Words, text: bytes) -> Places:
    """Return where a text begins."""
    stop = len(words.bytes) - len(text) + 1
    return np.flatnonzero(reduce(np.logical_and, (words.bytes[place : stop + place] == byte for place, byte in enumerate(text))))


def _begin_so(begins: NDArray[np.uint64], text: bytes) -> bool:
    return bool(((begins & Words.first(len(text))) == Words.of(text)).all())


def _rows(words: Words, cells: Places) -> _Rows:
    """Return the rows, which follow each other with nothing but cells in them."""
    opening, ends = _found(words, b"<r"), _found(words, b"</r")
    _check(len(opening) > 0 and int(opening[0]) == len(PAD) and _begin_so(words.at(ends), _ROW_END))
    ended, count = (np.diff(np.searchsorted(each, opening), append=len(each)) for each in (ends, cells))
    is_ended, has_cells = ended == 1, count > 0
    stop = np.append(opening, len(words.bytes) - len(PAD))[1:] - len(_ROW_END) * is_ended
    _check(np.array_equal(stop[is_ended], ends) and int(count.sum()) == len(cells) and bool((is_ended | ~has_cells).all()))
    closing = stop - 1
    closing[has_cells] = cells[(np.cumsum(count) - count)[has_cells]] - 1
    is_closed = words.bytes[closing - 1] == ord("/")
    _check(bool((words.bytes[closing] == ord(">")).all() and (is_closed != is_ended).all()))
    return _Rows(*_numbers(words, opening, closing), count, stop)


def _numbers(words: Words, opening: Places, closing: Places) -> tuple[Places, NDArray[np.uint64], Places]:
    """Return the numbers that rows bear, as in `_Rows`. What else they say does not matter, if it is well-formed."""
    lengths = closing - opening
    begins = np.cumsum(lengths) - lengths
    tags = words.bytes[np.repeat(opening - begins, lengths) + np.arange(int(lengths.sum()))].tobytes()
    _check(_ROW_TAGS.fullmatch(tags) is not None and tags.isascii() and are_shown(tags))
    start = opening + len(_ROW)
    text = words.at(start)
    length = (text.view(np.uint8).reshape(-1, 8) == ord('"')).argmax(axis=1)
    read = words.digits(start, start + length)
    _check(bool(read.is_number.all()))
    return read.values.astype(np.intp), text & _FIRST[length + 1], length + 1


def _ends(words: Words, opening: Places, after: Places) -> tuple[Bool, Places]:
    """Return which cells have a value, and where the words of each tag end; `after`: where each cell ends."""
    value = _found(words, b"><v>")
    of = slice(None) if len(value) == len(opening) else np.searchsorted(opening, value) - 1
    _check(bool((opening[of] < value).all() and (value < after[of]).all() and (words.at(after[of] - 8) == Words.of(_CELL_END)).all()))
    has_value, end = np.zeros(len(opening), np.bool_), np.empty_like(opening)
    has_value[of], end[of] = True, value
    _check(np.count_nonzero(has_value) == len(value))
    empty = np.flatnonzero(~has_value)
    last = words.at(after[empty] - 8)
    is_closed = last >> np.uint64(48) == Words.of(b"/>")
    _check(bool((is_closed | (last >> np.uint64(24) == Words.of(b"></c>"))).all()))
    end[empty] = after[empty] - np.where(is_closed, len("/>"), len("></c>"))
    return has_value, end


def _addressed(words: Words, opening: Places, end: Places, rows: _Rows) -> tuple[Places, Places, Bool]:
    """Return column, style and whether it is a text of each cell; no tag may say anything else. `end`: where its words end.

    A cell beyond ZZ is not understood: so wide a sheet takes longer by columns.
    """
    begins = words.at(opening)
    column = _COLUMNS.take((begins >> np.uint64(8 * len(_CELL))).astype(np.intp))
    number = opening + len(_CELL) + 1 + (column >= len(_LETTERS))
    text, length = (np.repeat(each, rows.cells) for each in (rows.text, rows.length))
    _check(_begin_so(begins, _CELL) and bool((column >= 0).all() and ((words.at(number) & _FIRST[length]) == text).all()))
    style, is_text = np.zeros(len(opening), np.intp), np.zeros(len(opening), np.bool_)
    rest = number + length
    more = np.flatnonzero(rest != end)
    style[more], is_text[more] = _said(words, rest[more], end[more])
    return column, style, is_text


def _said(words: Words, rest: Places, end: Places) -> tuple[Places, Bool]:
    """Return style and whether it is a text of cells whose tags say more than the address, from `rest` to `end`."""
    last_six = words.at(end - 8) >> np.uint64(16)
    is_text = last_six == Words.of(b' t="s"')
    typed = (end - rest >= len(' t="s"')) & (is_text | (last_six == Words.of(b' t="n"')))
    styled = end - rest - len(' t="s"') * typed
    style = words.digits(rest + len(' s="'), rest + np.maximum(styled, 5) - 1)
    is_styled = (styled > len(' s=""')) & style.is_number & ((words.at(rest) & Words.first(4)) == Words.of(b' s="'))
    is_styled &= words.bytes[np.minimum(rest + styled - 1, len(words.bytes) - 1)] == ord('"')
    styles = np.where(is_styled, style.values, 0).astype(np.intp)
    _check(bool((is_styled | (styled == 0)).all()) and int(styles.max(initial=0)) <= _STYLES)
    return styles, typed & is_text
