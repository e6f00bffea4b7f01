"""The tags of a piece of an xlsx sheet, all at once, where they are those that programs write and nothing stands between them.

    <row r="2" spans="1:3"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>120</v></c><c r="C2" s="1"/></row>

Cells are never looked at one by one: every step is taken for all tags of the piece.
"""

import re
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets.digits import PAD, Words

Places: TypeAlias = NDArray[np.intp]
Bool: TypeAlias = NDArray[np.bool_]

_ROW, _EMPTY_ROW, _ROW_END, _CELL, _EMPTY_CELL, _CELL_END, _VALUE, _VALUE_END, _OTHER = range(9)
_KINDS = 9
_WRITTEN = {_ROW: b'<row r="', _ROW_END: b"</row>", _CELL: b'<c r="', _CELL_END: b"</c>", _VALUE: b"<v>", _VALUE_END: b"</v>"}
_BY_LETTERS = np.full((256, 256), _OTHER, np.int8)
_MASKS, _BEGINS = np.zeros(_KINDS, np.uint64), np.zeros(_KINDS, np.uint64)
for _kind, _begin in _WRITTEN.items():
    _BY_LETTERS[_begin[1], _begin[2]] = _kind
    _MASKS[_kind], _BEGINS[_kind] = Words.first(len(_begin)), Words.of(_begin)
_FOLLOWS = {
    _ROW: (_CELL, _EMPTY_CELL, _ROW_END),
    _EMPTY_ROW: (_ROW, _EMPTY_ROW),
    _ROW_END: (_ROW, _EMPTY_ROW),
    _CELL: (_VALUE, _CELL_END),
    _EMPTY_CELL: (_CELL, _EMPTY_CELL, _ROW_END),
    _CELL_END: (_CELL, _EMPTY_CELL, _ROW_END),
    _VALUE: (_VALUE_END,),
    _VALUE_END: (_CELL_END,),
    _OTHER: (),
}
_MAY_FOLLOW = np.array([[after in _FOLLOWS[kind] for after in range(_KINDS)] for kind in range(_KINDS)])
_LETTERS = 26
_ROW_TAGS = re.compile(rb'(?:<row r="\d+"(?: [\w:]+="[^"<&]*")*+/?)*+')
_ROWS = 1 << 20
"""The rows of a sheet."""


class OtherwiseWritten(Exception):  # noqa: N818 (no error: another reader reads it)
    """The workbook is not written in the way that is read here."""


class Cells(NamedTuple):
    """The cells of a piece that have a value, from the first to the last.

    `row`, `column` from 0; `style`; `is_text`: the value is the number of a shared text; `start`, `end`: where it stands in the bytes.
    """

    row: Places
    column: Places
    style: Places
    is_text: Bool
    start: Places
    end: Places


def cells(words: Words, before: int) -> Cells:
    """Return the cells of a padded piece from `<row` to `</row>`; `before`: the row before it. Raises `OtherwiseWritten`."""
    data = words.bytes
    opening, closing = np.flatnonzero(data == ord("<")), np.flatnonzero(data == ord(">"))
    _check(len(opening) == len(closing) and len(opening) > 1)
    _check(bool((closing > opening).all() and (opening[1:] > closing[:-1]).all()))
    kinds = _kinds(words, opening, closing)
    _check_order(kinds, opening, closing, len(data))
    is_row = (kinds == _ROW) | (kinds == _EMPTY_ROW)
    rows = _row_numbers(words, opening[is_row], closing[is_row])
    _check(int(rows[0]) > before + 1 and int(rows[-1]) <= _ROWS and bool((np.diff(rows) > 0).all()))
    is_cell = (kinds == _CELL) | (kinds == _EMPTY_CELL)
    of_row = (np.cumsum(is_row) - 1)[is_cell]
    ends = closing[is_cell] - (kinds[is_cell] == _EMPTY_CELL)
    column, style, is_text = _addressed(words, opening[is_cell], ends, rows, of_row)
    _check(not ((np.diff(column) <= 0) & (np.diff(of_row) == 0)).any())
    at = np.flatnonzero(kinds == _VALUE)
    is_valued = np.zeros(len(kinds), np.bool_)
    is_valued[at - 1] = True
    kept = is_valued[is_cell]
    return Cells(rows[of_row[kept]] - 1, column[kept], style[kept], is_text[kept], closing[at] + 1, opening[at + 1])


def _check(is_so: bool) -> None:  # noqa: FBT001 (its only argument)
    if not is_so:
        raise OtherwiseWritten


def _check_order(kinds: NDArray[np.int8], opening: Places, closing: Places, size: int) -> None:
    """Check that tags follow each other as in whole rows, and that nothing but values stands between them."""
    _check(kinds[0] in (_ROW, _EMPTY_ROW) and kinds[-1] in (_ROW_END, _EMPTY_ROW) and bool(_MAY_FOLLOW[kinds[:-1], kinds[1:]].all()))
    is_apart = opening[1:] != closing[:-1] + 1
    _check(not (is_apart & (kinds[:-1] != _VALUE)).any() and int(opening[0]) == len(PAD) and int(closing[-1]) == size - len(PAD) - 1)


def _kinds(words: Words, opening: Places, closing: Places) -> NDArray[np.int8]:
    """Return the kind of each tag, told by its second and third byte, if all bytes before its attributes are that kind's."""
    begins = words.at(opening)
    letters = begins.view(np.uint8).reshape(-1, 8)
    kinds = _BY_LETTERS[letters[:, 1], letters[:, 2]]
    kinds[(begins & _MASKS[kinds]) != _BEGINS[kinds]] = _OTHER
    has_attributes = np.flatnonzero((kinds == _CELL) | (kinds == _ROW))
    is_closed = words.bytes[closing[has_attributes] - 1] == ord("/")
    kinds[has_attributes[is_closed]] += 1
    return kinds


def _row_numbers(words: Words, opening: Places, closing: Places) -> Places:
    """Return the numbers that rows bear. What else they say does not matter, if it is well-formed."""
    lengths = closing - opening
    begins = np.cumsum(lengths) - lengths
    tags = words.bytes[np.repeat(opening - begins, lengths) + np.arange(int(lengths.sum()))]
    _check(_ROW_TAGS.fullmatch(tags.tobytes()) is not None)
    start = opening + len('<row r="')
    end = _next_mark(words, start)
    read = words.digits(start, end)
    _check(bool(read.is_number.all()))
    return read.values.astype(np.intp)


def _next_mark(words: Words, start: Places) -> Places:
    """Return where the next quotation mark is, no more than eight bytes away."""
    end = start + 8
    for step in range(7, -1, -1):
        end = np.where(words.bytes[np.minimum(start + step, len(words.bytes) - 1)] == ord('"'), start + step, end)
    return end


def _addressed(words: Words, opening: Places, end: Places, rows: Places, of_row: Places) -> tuple[Places, Places, Bool]:
    """Return column, style and whether it is a text of each cell; no tag may say anything else. `end`: where its words end.

    A cell beyond ZZ is not understood: so wide a sheet takes longer by columns.
    """
    data = words.bytes
    letters = [data[opening + 6 + place].astype(np.intp) - ord("A") + 1 for place in range(2)]
    is_letter = [(letter >= 1) & (letter <= _LETTERS) for letter in letters]
    has_two = is_letter[0] & is_letter[1]
    column = np.where(has_two, letters[0] * _LETTERS + letters[1], letters[0])
    number = opening + 7 + has_two
    expected, masks, lengths = _row_texts(words, rows)
    _check(bool(is_letter[0].all() and ((words.at(number) & masks[of_row]) == expected[of_row]).all()))
    rest = number + lengths[of_row] + 1
    last_six = words.at(end - 8) >> np.uint64(16)
    is_text = last_six == words.of(b' t="s"')
    typed = (end - rest >= len(' t="s"')) & (is_text | (last_six == words.of(b' t="n"')))
    styled = end - rest - len(' t="s"') * typed
    if not styled.any():
        return column - 1, np.zeros(len(column), np.intp), typed & is_text
    style = words.digits(rest + len(' s="'), rest + np.maximum(styled, 5) - 1)
    is_styled = (styled > len(' s=""')) & style.is_number & ((words.at(rest) & words.first(4)) == words.of(b' s="'))
    is_styled &= data[np.minimum(rest + styled - 1, len(data) - 1)] == ord('"')
    _check(bool((is_styled | (styled == 0)).all()))
    return column - 1, np.where(is_styled, style.values, 0).astype(np.intp), typed & is_text


def _row_texts(words: Words, rows: Places) -> tuple[NDArray[np.uint64], NDArray[np.uint64], Places]:
    """Return of each row what stands after the letters of its cells' addresses: digits and a mark, the mask and the number of digits."""
    texts = [b'%d"' % row for row in rows.tolist()]
    lengths = np.fromiter(map(len, texts), np.intp, len(texts)) - 1
    expected = np.frombuffer(b"".join(text.ljust(8, b"\0") for text in texts), "<u8")
    masks = np.array([words.first(length) for length in range(9)])[lengths + 1]
    return expected, masks, lengths
