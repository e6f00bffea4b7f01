"""Makes a damaged or odd submission of a number: `mutated(seed, number)` is always the same name and damage."""

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TypeAlias

from corpus.containers import CONTAINERS
from corpus.pages import Page, Row, Rows, Shown, Value
from corpus.shaping import MESSES, SHAPES, Figures

FIGURES: Figures = {"BG01": (1200, 96, 3, True), "BG02": (80, 75, 0, False), "BG03": (12, 12, 1, True)}
ODD: Sequence[Value] = (
    *(None, "", " ", "-", "…", "N/A", "x", "có", "12.000", "1.234", "12,5", "-3", "1e5", "12a", "8.5.", "0x10", "٣", "½", "∞"),
    *(0, -1, 1.5, 10**12, 10**13, 1e300, True, date(1899, 12, 31), date(9999, 12, 31), "#REF!", "=A1", "=1+1", "'1"),
    *("STT", "Tổng số", "Tổng cộng", "I", "A", "Ghi chú:", "Đơn vị: LĐLĐ huyện Yên Dũng", "Mã đơn vị", "Tổng số máy tính", "Cấp", "không"),
    *("BG01", "LĐLĐ huyện Yên Dũng", "THÁNG 6 NĂM 2025", "Tháng 13 năm 2025", "Quý V/2025", "T6"),
    *("85%", "85,5 %", "Tỷ lệ %", "Tỷ lệ máy tính được bảo vệ bằng phần mềm", "Kế hoạch", Shown(0.85, "0%"), Shown(24, '0"%"')),
    *(Shown(12_000, "#,##0,"), Shown(12, '0" nghìn"'), Shown(12, '0" máy"'), Shown(12, "0.000"), Shown(12, ";;;"), Shown(1e300, "0%")),
    *("\u200b", "\u202e", "́", "🙂", "a" * 3000, "(" * 200),
    *("\t", "a\nb", "<b>", "&amp;", "{text}", "%s", "\\", '"', "9" * 400, "1" + " 000" * 50, "()" * 60, "Trong đó: " * 40),
)  # fmt: skip
BYTES = (
    b"",
    b"\0",
    b"\xff",
    b"\xff" * 8,
    b"<",
    b">",
    b'"',
    b"&#0;",
    b"]]>",
    b"1048576",
    b"-1",
    b"9999999999",
    b"XFD1048576",
    b"PK\3\4",
    b"\r",
    b";;;;",
    b"=",
)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")

Change: TypeAlias = Callable[[random.Random, bytes], bytes]


def mutated(seed: int, number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311 (nothing here is secret)
    container = chance.choice(sorted(CONTAINERS))
    if chance.random() < 1 / 3:
        name, content = _odd_cells(chance, container)
    else:
        name, content = _whole(chance.choice(sorted(SHAPES)), chance.choice(sorted(MESSES)), container)
        for _ in range(chance.choice((1, 1, 2, 5))):
            content = chance.choice(_changes(content))(chance, content)
    return f"{number}.{name.rpartition('.')[2]}", content


@cache
def _whole(shape: str, mess: str, container: str) -> tuple[str, bytes]:
    pages = {name: MESSES[mess](page) for name, page in SHAPES[shape](FIGURES).items()}
    name, content = next(iter(CONTAINERS[container](pages, "a").items()))
    return name, _without_clock(content)


def _without_clock(content: bytes) -> bytes:
    """Return a workbook without the time that it was made at."""
    return _zipped([(name, _TIME.sub(b"", part)) for name, part in _parts(content)]) if content[:2] == b"PK" else content


def _odd_cells(chance: random.Random, container: str) -> tuple[str, bytes]:
    """Save a table some of whose cells, rows and columns are odd."""
    pages = SHAPES[chance.choice(sorted(SHAPES))](FIGURES)
    made = {name: _with_odd_rows(chance, page) for name, page in pages.items()}
    try:
        name, content = next(iter(CONTAINERS[container](made, "a").items()))
        return name, _without_clock(content)
    except Exception:  # noqa: BLE001 (what a library says of cells that its kind of file cannot hold)
        return next(iter(CONTAINERS["comma, UTF-8"](made, "a").items()))


def _with_odd_rows(chance: random.Random, page: Page) -> Page:
    rows: list[Row] = list(page.rows)
    for _ in range(chance.choice((1, 2, 4, 10))):
        at = chance.randrange(len(rows))
        row = list(rows[at]) or [None]
        match chance.randrange(8):
            case 0 if len(rows) > 1:
                del rows[at]
            case 1:
                rows.insert(at, rows[at])
            case 2:
                rows.insert(at, tuple(chance.choices(ODD, k=chance.randrange(9))))
            case 3:
                row.insert(chance.randrange(len(row)), chance.choice(ODD))
                rows[at] = tuple(row)
            case 4:
                other = chance.randrange(len(rows))
                rows[at], rows[other] = rows[other], rows[at]
            case 5:
                column = chance.randrange(len(row))
                rows = [(*each[:column], *each[column + 1 :]) for each in rows]
            case _:
                row[chance.randrange(len(row))] = chance.choice(ODD)
                rows[at] = tuple(row)
    kept: Rows = tuple(rows)
    return replace(page, rows=kept, merged=[each for each in page.merged if each[2] < len(kept)] if chance.random() < 1 / 2 else ())


def _changes(content: bytes) -> tuple[Change, ...]:
    on_bytes = (_flipped, _cut, _cut, _without_a_piece, _piece_twice, _inserted, _zeroed)
    return (*on_bytes, _part_changed, _part_changed, _part_changed, _parts_swapped, _part_gone) if content[:2] == b"PK" else on_bytes


def _place(chance: random.Random, content: bytes) -> int:
    return chance.randrange(len(content)) if content else 0


def _flipped(chance: random.Random, content: bytes) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 3, 30)) if made else 0):
        made[_place(chance, content)] ^= 1 << chance.randrange(8)
    return bytes(made)


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: _place(chance, content)]


def _without_a_piece(chance: random.Random, content: bytes) -> bytes:
    at = _place(chance, content)
    return content[:at] + content[at + chance.choice((1, 2, 20, 500)) :]


def _piece_twice(chance: random.Random, content: bytes) -> bytes:
    at, size = _place(chance, content), chance.choice((1, 20, 500))
    return content[: at + size] + content[at:]


def _inserted(chance: random.Random, content: bytes) -> bytes:
    at = _place(chance, content)
    return content[:at] + chance.choice(BYTES) + content[at:]


def _zeroed(chance: random.Random, content: bytes) -> bytes:
    at, size = _place(chance, content), chance.choice((1, 8, 100))
    return content[:at] + bytes(len(content[at : at + size])) + content[at + size :]


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    """Return the parts of a zip, none of what is no sound zip any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 (it was damaged on purpose)
        return []


def _zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two parts of one name
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # whose date is always the same
    return stream.getvalue()


def _part_changed(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    if not parts:
        return content
    at = chance.randrange(len(parts))
    name, part = parts[at]
    parts[at] = (
        name,
        chance.choice((_flipped, _cut, _without_a_piece, _piece_twice, _inserted, _inserted, _tag_changed, _tag_changed))(chance, part),
    )
    return _zipped(parts)


def _tag_changed(chance: random.Random, part: bytes) -> bytes:
    """Delete, repeat or move an element's tag, or change one of its values."""
    tags = part.split(b"<")
    at = chance.randrange(len(tags))
    match chance.randrange(4):
        case 0:
            del tags[at]
        case 1:
            tags.insert(at, tags[at])
        case 2:
            other = chance.randrange(len(tags))
            tags[at], tags[other] = tags[other], tags[at]
        case _:
            pieces = tags[at].split(b'"')
            if len(pieces) > 2:
                pieces[1] = chance.choice(BYTES)
            tags[at] = b'"'.join(pieces)
    return b"<".join(tags)


def _parts_swapped(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    if len(parts) > 1:
        one, other = chance.sample(range(len(parts)), 2)
        (first, a), (second, b) = parts[one], parts[other]
        parts[one], parts[other] = (first, b), (second, a)
    return _zipped(parts) if parts else content


def _part_gone(chance: random.Random, content: bytes) -> bytes:
    parts = _parts(content)
    if not parts:
        return content
    at = chance.randrange(len(parts))
    name, part = parts.pop(at)
    if chance.random() < 1 / 2:  # there, but under another part's name
        parts.append((chance.choice([each for each, _ in parts] or [name]), part))
    return _zipped(parts)
