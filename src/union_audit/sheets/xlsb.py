"""What a fast reader does not show of an xlsb workbook, and how far its cells reach before it is unfolded. After [MS-XLSB]."""

import struct
from collections.abc import Iterator, Mapping, Sequence

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.drawn import Pen, in_runs, pen, struck
from union_audit.sheets.number_format import BUILT_IN, NumberFormat, crossed_out, number_format
from union_audit.sheets.ooxml import relations
from union_audit.sheets.refusal import damaged
from union_audit.sheets.unseen import ERRORS, Unseen

_ROW, _RK, _ERROR, _REAL, _FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_ERROR = 0x00, 0x02, 0x03, 0x05, 0x08, 0x09, 0x0B
_CELLS = range(_RK, _FORMULA_ERROR + 1)
_NUMBERS = {_RK, _REAL, _FORMULA_NUMBER}
_DATA_END, _COLUMNS = 0x92, 0x3C
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END, _SHEET = 0x2C, 0x2F, 0x269, 0x26A, 0x9C
_FONT, _TEXT_ITEM, _RICH_CELL, _MERGED, _VIEW = 0x2B, 0x13, 0x3E, 0xB0, 0x89
_CROSSED_OUT, _RICH, _SHOWS_ZEROS = 0x08, 0x01, 0x10
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_SEVEN_BITS = 0x7F
_VARINT_BYTES = 4


def look(archive: Archive) -> list[Unseen]:
    """Look through the sheets, in their order, and refuse them (`Refused`) if they have too large a grid, taken together."""
    workbook = next((path for kind, _, path in relations(archive, "") if kind == "officeDocument"), "")
    related = relations(archive, workbook)
    targets = {id_: path for _, id_, path in related}
    parts = {kind: path for kind, _, path in related}
    styles, pens = _odd_styles(archive, parts.get("styles", ""))
    drawn = _drawn_texts(archive, parts.get("sharedStrings", ""), pens) if any(pens) else {}
    paths = [targets.get(id_, "") for id_ in _sheet_relations(archive, workbook)]
    looked = {path: _look(archive, path, styles) for path in set(paths) if path in archive and path.endswith(".bin")}
    for each in looked.values():
        each.drawn |= drawn
    seen = [looked.get(path) or Unseen(plain=False) for path in paths]
    limits.check_grid("xlsb", sum(each.rows * each.columns for each in seen), 1, sum(map(archive.size, paths)))
    return seen


def _look(archive: Archive, path: str, styles: Mapping[int, NumberFormat]) -> Unseen:
    data = b"".join(archive.chunks(path))
    seen = Unseen(plain=False)
    row, is_data = 0, True
    try:
        for kind, at, size in _records(data):
            if kind == _ROW and is_data:
                row = struct.unpack_from("<I", data, at)[0]
                if size > 11 and data[at + 11] & _HIDDEN_ROW:  # noqa: PLR2004 (the byte that holds it)
                    seen.hidden_rows.add(row)
            elif is_data and (kind in _CELLS or kind == _RICH_CELL):
                _look_at_cell(seen, kind, row, data[at : at + size], styles)
            elif kind == _DATA_END:
                is_data = False
            else:
                _look_beside_cells(seen, kind, data, at)
    except (struct.error, IndexError) as error:
        raise damaged(f"xlsb: {path}") from error
    limits.check_grid(path, seen.rows, seen.columns, len(data))
    return seen


def _look_beside_cells(seen: Unseen, kind: int, data: bytes, at: int) -> None:
    """Note what is hidden in all of a sheet or in columns, and what is merged."""
    if kind == _VIEW:
        seen.shows_no_zeros = not data[at] & _SHOWS_ZEROS
    elif kind == _COLUMNS:
        first, last, width, flags = struct.unpack_from("<III4xH", data, at)
        if flags & _HIDDEN_COLUMN or not width:
            seen.hide_columns(first, last + 1)
    elif kind == _MERGED:
        top, bottom, left, right = struct.unpack_from("<4I", data, at)
        seen.merged.append((top, left, bottom, right))


def _look_at_cell(seen: Unseen, kind: int, row: int, data: bytes, styles: Mapping[int, NumberFormat]) -> None:
    """Note how far a cell reaches, how it is shown, an error in it, and what looks like a blank.

    That is a formula whose text is empty, or a text of several fonts in the cell itself.
    """
    column, style = struct.unpack_from("<II", data)
    seen.reach(row, column)
    shown = styles.get(style & 0xFFFFFF)
    at, value = (row, column), data[8:]
    if shown and (kind in _NUMBERS or shown.is_struck):
        seen.formats[at] = shown
    if kind in (_ERROR, _FORMULA_ERROR):
        seen.errors[at] = ERRORS.get(value[0], "#VALUE!")
    elif kind == _FORMULA_TEXT and value[:4] == bytes(4):
        seen.errors[at] = "="
    elif kind == _RICH_CELL:
        seen.errors[at] = _text(value[1:])


def _sheet_relations(archive: Archive, workbook: str) -> Iterator[str]:
    """Yield the relation of each sheet that the workbook lists."""
    data = archive.read(workbook)
    for kind, at, size in _records(data):
        if kind == _SHEET:
            yield _text(data[at + 8 : at + size])


def _odd_styles(archive: Archive, path: str) -> tuple[dict[int, NumberFormat], list[Pen]]:
    """Return the number formats that show something else than the number, by cell style, and what each font does."""
    if path not in archive:
        return {}, []
    data = archive.read(path)
    formats: dict[int, NumberFormat | None] = dict(BUILT_IN)
    styles: list[tuple[int, int]] = []
    pens: list[Pen] = []
    is_within = False
    for kind, at, size in _records(data):
        if kind in (_STYLES_BEGIN, _STYLES_END):
            is_within = kind == _STYLES_BEGIN
        elif kind == _FORMAT:
            formats[int.from_bytes(data[at : at + 2], "little")] = number_format(_text(data[at + 2 : at + size]))
        elif kind == _FONT:
            flags, is_raised = int.from_bytes(data[at + 2 : at + 4], "little"), data[at + 6 : at + 8] > bytes(2)
            pens.append(pen(is_struck=bool(flags & _CROSSED_OUT), is_raised=is_raised))
        elif kind == _STYLE and is_within:
            styles.append((int.from_bytes(data[at + 2 : at + 4], "little"), int.from_bytes(data[at + 4 : at + 6], "little")))
    shown = {place: formats.get(number) for place, (number, _) in enumerate(styles)}
    crossed = {place: crossed_out(shown[place]) for place, (_, font) in enumerate(styles) if font < len(pens) and pens[font] is struck}
    return {place: each for place, each in shown.items() if each} | crossed, pens


def _drawn_texts(archive: Archive, path: str, pens: Sequence[Pen]) -> dict[str, str]:
    """Return the shared texts some letters of which are raised or struck through, as a library gives them and as they are seen."""
    drawn: dict[str, str] = {}
    data = b"".join(archive.chunks(path)) if path in archive else b""
    for kind, at, size in _records(data):
        if kind == _TEXT_ITEM:
            drawn |= _drawn(data[at : at + size], pens)
    return drawn


def _drawn(item: bytes, pens: Sequence[Pen]) -> dict[str, str]:
    """Return a text of several fonts as it is and as it is seen; nothing where that is the same."""
    if not item or not item[0] & _RICH:
        return {}
    text = _text(item[1:])
    at = 5 + 2 * int.from_bytes(item[1:5], "little")
    count = int.from_bytes(item[at : at + 4], "little")
    runs = struct.iter_unpack("<HH", item[at + 4 : at + 4 + 4 * count][: (len(item) - at - 4) // 4 * 4])
    seen = in_runs(text, [(start, pens[font] if font < len(pens) else None) for start, font in runs])
    return {text: seen} if seen != text else {}


def _text(data: bytes) -> str:
    return data[4 : 4 + 2 * int.from_bytes(data[:4], "little")].decode("utf-16-le", "replace")


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the kind of each record, where its content is and how long that is."""
    at = 0
    while at < len(data):
        kind, at = _varint(data, at, 2)
        size, at = _varint(data, at, _VARINT_BYTES)
        yield kind, at, size
        at += size


def _varint(data: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of at most `most` bytes, seven bits each, and the place after it."""
    value = 0
    for place in range(most):
        byte = data[at + place] if at + place < len(data) else 0
        value |= (byte & _SEVEN_BITS) << (7 * place)
        if byte <= _SEVEN_BITS:
            return value, at + place + 1
    return value, at + most
