"""What a fast reader does not show of an xlsb workbook, and how far its cells reach before it is unfolded. After [MS-XLSB]."""

import struct
from collections.abc import Iterator, Mapping

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.number_format import BUILT_IN, NumberFormat, number_format
from union_audit.sheets.ooxml import relations
from union_audit.sheets.refusal import damaged
from union_audit.sheets.unseen import ERRORS, Unseen

_ROW, _RK, _ERROR, _REAL, _FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_ERROR = 0x00, 0x02, 0x03, 0x05, 0x08, 0x09, 0x0B
_CELLS = range(_RK, _FORMULA_ERROR + 1)
_NUMBERS = {_RK, _REAL, _FORMULA_NUMBER}
_DATA_END, _COLUMNS = 0x92, 0x3C
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END, _SHEET = 0x2C, 0x2F, 0x269, 0x26A, 0x9C
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_SEVEN_BITS = 0x7F
_VARINT_BYTES = 4


def look(archive: Archive) -> list[Unseen]:
    """Look through the sheets, in their order, and refuse them (`Refused`) if they have too large a grid, taken together."""
    workbook = next((path for kind, _, path in relations(archive, "") if kind == "officeDocument"), "")
    related = relations(archive, workbook)
    targets = {id_: path for _, id_, path in related}
    styles = _odd_styles(archive, next((path for kind, _, path in related if kind == "styles"), ""))
    paths = [targets.get(id_, "") for id_ in _sheet_relations(archive, workbook)]
    looked = {path: _look(archive, path, styles) for path in set(paths) if path in archive and path.endswith(".bin")}
    seen = [looked.get(path) or Unseen(plain=False) for path in paths]
    limits.check_grid("xlsb", sum(each.rows * each.columns for each in seen), 1, sum(map(archive.size, paths)))
    return seen


def _look(archive: Archive, path: str, styles: Mapping[int, NumberFormat]) -> Unseen:
    data = b"".join(archive.chunks(path))
    seen = Unseen(plain=False)
    row = 0
    try:
        for kind, at, size in _records(data):
            if kind == _ROW:
                row = struct.unpack_from("<I", data, at)[0]
                if size > 11 and data[at + 11] & _HIDDEN_ROW:  # noqa: PLR2004 (the byte that holds it)
                    seen.hidden_rows.add(row)
            elif kind in _CELLS:
                column, style = struct.unpack_from("<II", data, at)
                seen.reach(row, column)
                _note(seen, kind, (row, column), data[at + 8 : at + size])
                if kind in _NUMBERS and (shown := styles.get(style & 0xFFFFFF)):
                    seen.formats[row, column] = shown
            elif kind == _COLUMNS:
                first, last, flags = struct.unpack_from("<II8xH", data, at)
                if flags & _HIDDEN_COLUMN:
                    seen.hide_columns(first, last + 1)
            elif kind == _DATA_END:
                break
    except (struct.error, IndexError) as error:
        raise damaged(f"xlsb: {path}") from error
    limits.check_grid(path, seen.rows, seen.columns, len(data))
    return seen


def _note(seen: Unseen, kind: int, at: tuple[int, int], value: bytes) -> None:
    """Note an error, and a formula whose text is empty, which looks like a blank."""
    if kind in (_ERROR, _FORMULA_ERROR):
        seen.errors[at] = ERRORS.get(value[0], "#VALUE!")
    elif kind == _FORMULA_TEXT and value[:4] == bytes(4):
        seen.errors[at] = "="


def _sheet_relations(archive: Archive, workbook: str) -> Iterator[str]:
    """Yield the relation of each sheet that the workbook lists."""
    data = archive.read(workbook)
    for kind, at, size in _records(data):
        if kind == _SHEET:
            yield _text(data[at + 8 : at + size])


def _odd_styles(archive: Archive, path: str) -> dict[int, NumberFormat]:
    """Return the number formats that show something else than the number, by cell style."""
    if path not in archive:
        return {}
    data = archive.read(path)
    formats: dict[int, NumberFormat | None] = dict(BUILT_IN)
    styles: list[int] = []
    is_within = False
    for kind, at, size in _records(data):
        if kind in (_STYLES_BEGIN, _STYLES_END):
            is_within = kind == _STYLES_BEGIN
        elif kind == _FORMAT:
            formats[int.from_bytes(data[at : at + 2], "little")] = number_format(_text(data[at + 2 : at + size]))
        elif kind == _STYLE and is_within:
            styles.append(int.from_bytes(data[at + 2 : at + 4], "little"))
    return {place: shown for place, number in enumerate(styles) if (shown := formats.get(number))}


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
