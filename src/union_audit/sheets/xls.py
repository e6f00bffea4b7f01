"""What a fast reader does not show of an xls workbook, and how far its cells reach before it is unfolded. After [MS-XLS]."""

import struct
from collections.abc import Callable

from union_audit.sheets import limits
from union_audit.sheets.drawn import Pen, pen, struck
from union_audit.sheets.number_format import BUILT_IN, NumberFormat, crossed_out, number_format
from union_audit.sheets.refusal import damaged, protected
from union_audit.sheets.unseen import ERRORS, Unseen
from union_audit.sheets.xls_texts import drawn_texts, font_pen

_BOF, _EOF, _DIMENSIONS, _FILE_PASS, _BOUND_SHEET = 0x0809, 0x000A, 0x0200, 0x002F, 0x0085
_NUMBER, _LABEL, _BOOL_ERR, _RK, _MUL_RK, _RICH, _SHARED = 0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00D6, 0x00FD
_FORMULA, _STRING, _ROW, _COLUMNS, _XF, _FORMAT = 0x0006, 0x0207, 0x0208, 0x007D, 0x00E0, 0x041E
_FONT, _TEXTS, _CONTINUED, _VIEW = 0x0031, 0x00FC, 0x003C, 0x023E
_CROSSED_OUT, _SHOWS_ZEROS = 0x08, 0x10
_ROWS = 0x10000
_COLUMNS_AT_MOST = 0x100
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_NO_NUMBER = 0xFFFF
_STRING_RESULT, _ERROR_RESULT, _NO_RESULT = 0, 2, 3
_BIFF8 = 0x0600


def look(stream: bytes) -> list[Unseen]:
    """Look through a workbook stream, one `Unseen` for each sheet that it lists, none if one is not where it should be.

    Refuses (`Refused`) one that is encrypted, or whose sheets, taken together, have too large a grid.
    """
    walk = _Walk(stream)
    walk.run()
    if not walk.by_start.keys() >= set(walk.starts):
        return []
    seen = [walk.by_start[start] for start in walk.starts]  # some may be the same
    drawn = drawn_texts(walk.texts, walk.pens) if walk.texts else {}
    for each in seen:
        each.drawn = drawn
    limits.check_grid("xls", sum(each.rows * each.columns for each in seen), 1, len(stream))
    return seen


class _Walk:
    """Goes through the records, substream by substream: the workbook's own (sheets, formats), then one for each sheet."""

    def __init__(self, stream: bytes) -> None:
        self.by_start: dict[int, Unseen] = {}
        self.starts: list[int] = []
        self.pens: list[Pen] = []
        self.texts: list[bytes] = []  # the record of shared texts, and those that continue it; none where no font draws otherwise
        self._stream = stream
        self._seen = Unseen(plain=False)
        self._outer: list[Unseen] = []  # a chart within a sheet is a substream within its
        self._is_biff8 = True
        self._formats: dict[int, NumberFormat | None] = dict(BUILT_IN)
        self._styles: list[NumberFormat | None] = []
        self._awaited: tuple[int, int] | None = None  # the formula whose text result is a record of its own
        self._takers: dict[int, Callable[[bytes], object]] = {
            _NUMBER: self._number,
            _RK: self._number,
            _MUL_RK: self._numbers,
            _LABEL: self._text,
            _RICH: self._text,
            _SHARED: self._text,
            _BOOL_ERR: self._truth_or_error,
            _FORMULA: self._formula,
            _STRING: self._string,
            _ROW: self._row,
            _COLUMNS: self._columns,
            _XF: self._style,
            _FORMAT: self._format,
            _FONT: self._font,
            _BOUND_SHEET: self._sheet,
            _DIMENSIONS: self._dimensions,
            _VIEW: self._view,
        }

    def run(self) -> None:
        stream, at, takers = self._stream, 0, self._takers
        before = 0
        while at + 4 <= len(stream):
            kind, size = struct.unpack_from("<HH", stream, at)
            at += 4
            take = takers.get(kind)
            if take:
                try:
                    take(stream[at : at + size])
                except (struct.error, IndexError) as error:
                    raise damaged(f"xls: {kind:#06x}") from error
            elif kind == _BOF:
                self._open(at)
            elif kind == _EOF:
                self._close()
            elif kind == _FILE_PASS:
                raise protected()
            elif kind == _TEXTS or (kind == _CONTINUED and before == _TEXTS):
                self.texts += [stream[at : at + size]] if any(self.pens) else []
                kind = _TEXTS
            elif not kind and not self._outer:  # what fills the stream up after its last sheet
                break
            at, before = at + size, kind
        while self._outer:
            self._close()

    def _open(self, at: int) -> None:
        self._is_biff8 = self._stream[at : at + 2] == _BIFF8.to_bytes(2, "little")
        self._settle()
        self._outer.append(self._seen)
        self._seen = self.by_start[at - 4] = Unseen(plain=False)

    def _close(self) -> None:
        self._settle()
        limits.check_grid("xls", self._seen.rows, self._seen.columns, len(self._stream))
        self._seen = self._outer.pop() if self._outer else Unseen(plain=False)

    def _sheet(self, data: bytes) -> None:
        self.starts.append(struct.unpack_from("<I", data)[0])

    def _dimensions(self, data: bytes) -> None:
        if len(data) >= 8:  # noqa: PLR2004 (two row numbers)
            first, end = struct.unpack_from("<II", data)
            if end > _ROWS or first > end:
                raise damaged("xls: DIMENSIONS")

    def _view(self, data: bytes) -> None:
        self._seen.shows_no_zeros = not struct.unpack_from("<H", data)[0] & _SHOWS_ZEROS

    def _format(self, data: bytes) -> None:
        wide = self._is_biff8 and data[4] & 1
        text = data[5:].decode("utf-16-le", "replace") if wide else data[5 if self._is_biff8 else 3 :].decode("latin-1")
        self._formats[struct.unpack_from("<H", data)[0]] = number_format(text)

    def _font(self, data: bytes) -> None:
        flags, raised = struct.unpack_from("<2xH4xH", data)
        self.pens.append(pen(is_struck=bool(flags & _CROSSED_OUT), is_raised=bool(raised)))

    def _style(self, data: bytes) -> None:
        font, number = struct.unpack_from("<HH", data)
        shown = self._formats.get(number)
        self._styles.append(crossed_out(shown) if font_pen(self.pens, font) is struck else shown)

    def _row(self, data: bytes) -> None:
        row, flags = struct.unpack_from("<H10xH", data)
        if flags & _HIDDEN_ROW:
            self._seen.hidden_rows.add(row)

    def _columns(self, data: bytes) -> None:
        first, last, width, flags = struct.unpack_from("<HHH2xH", data)
        if flags & _HIDDEN_COLUMN or not width:
            self._seen.hide_columns(first, min(last + 1, _COLUMNS_AT_MOST))

    def _cell(self, data: bytes) -> tuple[int, int]:
        row, column = struct.unpack_from("<HH", data)
        self._settle()
        self._seen.reach(row, column)
        return row, column

    def _text(self, data: bytes) -> None:
        self._show(self._cell(data), struct.unpack_from("<H", data, 4)[0], is_text=True)

    def _number(self, data: bytes) -> None:
        self._show(self._cell(data), struct.unpack_from("<H", data, 4)[0])

    def _numbers(self, data: bytes) -> None:
        row, first = self._cell(data)
        for place in range((len(data) - 6) // 6):
            self._seen.reach(row, first + place)
            self._show((row, first + place), struct.unpack_from("<H", data, 4 + 6 * place)[0])

    def _show(self, at: tuple[int, int], style: int, *, is_text: bool = False) -> None:
        """Note how a number is shown, and a text if it is crossed out."""
        shown = self._styles[style] if style < len(self._styles) else None
        if shown and (not is_text or shown.is_struck):
            self._seen.formats[at] = shown

    def _truth_or_error(self, data: bytes) -> None:
        at = self._cell(data)
        if data[7]:
            self._seen.errors[at] = ERRORS.get(data[6], "#VALUE!")

    def _formula(self, data: bytes) -> None:
        at = self._cell(data)
        kind, value, mark = struct.unpack_from("<BxB3xH", data, 6)
        if mark != _NO_NUMBER:
            self._show(at, struct.unpack_from("<H", data, 4)[0])
        elif kind == _ERROR_RESULT:
            self._seen.errors[at] = ERRORS.get(value, "#VALUE!")
        elif kind == _NO_RESULT:
            self._seen.errors[at] = "="
        elif kind == _STRING_RESULT:
            self._awaited = at
            self._show(at, struct.unpack_from("<H", data, 4)[0], is_text=True)

    def _string(self, data: bytes) -> None:
        if data[:2] != b"\0\0":
            self._awaited = None
        self._settle()

    def _settle(self) -> None:
        """Note a formula whose text result did not come, or is empty: both look like a blank."""
        if self._awaited is not None:
            self._seen.errors[self._awaited] = "="
            self._awaited = None
