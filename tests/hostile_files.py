"""Makes the files that nobody should open: small on disk, and each with the finding that it must end in."""

import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from workbooks import MAIN, ole, raw_xlsx, worksheet, zipped

Maker = Callable[[Path], object]
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1 << 20


def make_all(folder: Path) -> dict[str, str]:
    """Make every file and return the code of the finding that each must end in."""
    for name, (_, make) in HOSTILE_FILES.items():
        make(folder / name)
    return {name: code for name, (code, _) in HOSTILE_FILES.items()}


def _written(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def _swollen(part: str, head: str, repeated: str, tail: str, size: int) -> Maker:
    """Write a workbook with a part of `size` bytes, packed."""

    def make(path: Path) -> None:
        path.write_bytes(raw_xlsx("" if part == _SHEET else _ROW, parts={part: b""} if part != _SHEET else {}))
        pieces = zipfile.ZipFile(path).namelist()
        kept = {name: zipfile.ZipFile(path).read(name) for name in pieces if name != part}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in kept.items():
                archive.writestr(name, content)
            with archive.open(part, "w", force_zip64=True) as stream:
                stream.write(head.encode())
                block = (repeated * (_MEGABYTE // len(repeated) + 1)).encode()
                for _ in range(size // len(block)):
                    stream.write(block)
                stream.write(tail.encode())

    return make


_ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
_LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
_FILE = "<!DOCTYPE l [<!ENTITY i SYSTEM 'file:///etc/passwd'>"
_INLINE = '<row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>'


def _nested() -> bytes:
    content = zipped({"a.txt": "x"})
    for _ in range(200):
        content = zipped({"a.xlsx": content})
    return content


def _corners() -> Iterator[str]:
    yield '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def _sparse(start: bytes, size: int) -> Maker:
    def make(path: Path) -> None:
        path.write_bytes(start)
        os.truncate(path, size)

    return make


def _long_line(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(60):
            stream.write(b"1234567;" * (_MEGABYTE // 8))


def _locked(path: Path) -> None:
    path.write_bytes(b"a;b\n1;2\n")
    path.chmod(0)


_GOOD = raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')

HOSTILE_FILES: dict[str, tuple[str, Maker]] = {
    "zip bomb.xlsx": (
        "UA009",
        _swollen(_SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>', " ", "</sheetData></worksheet>", 1024 * _MEGABYTE),
    ),
    "packed rows.xlsx": (
        "UA009",
        _swollen(
            _SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>', "<row><c><v>1</v></c></row>", "</sheetData></worksheet>", 300 * _MEGABYTE
        ),
    ),
    "shared strings.xlsx": (
        "UA009",
        _swollen("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">', "<si><t>Liên đoàn Lao động</t></si>", "</sst>", 100 * _MEGABYTE),
    ),
    "laughs.xlsx": ("UA009", _written(raw_xlsx("", parts={_SHEET: f"<?xml version='1.0'?>{_LAUGHS}]>{worksheet(_INLINE)}"}))),
    "entity.xlsx": ("UA009", _written(raw_xlsx("", parts={_SHEET: f"<?xml version='1.0'?>{_FILE}]>{worksheet(_INLINE)}"}))),
    "corners.xlsx": ("UA009", _written(raw_xlsx(*_corners()))),
    "nested.xlsx": ("UA006", _written(_nested())),
    "cut off.xlsx": ("UA007", _written(_GOOD[: len(_GOOD) // 2])),
    "locked.xlsx": ("UA008", _written(ole({"EncryptionInfo": b"x" * 200, "EncryptedPackage": b"x" * 9000}))),
    "zeros.csv": ("UA007", _sparse(b"", 60 * _MEGABYTE)),
    "one line.csv": ("UA009", _long_line),
    "very long.csv": ("UA009", _sparse(b"1;2", 500 * _MEGABYTE)),
    "pipe.csv": ("UA004", os.mkfifo),
    "..\\..\\windows.csv": ("UA005", _written(b"\n")),
    "-o; rm -rf $HOME `id`\n.csv": ("UA005", _written(b"\n")),
} | ({} if os.name == "nt" or os.geteuid() == 0 else {"no permission.csv": ("UA004", _locked)})


def size_on_disk(folder: Path) -> int:
    """Return how much room the files take."""
    return sum(status.st_blocks * 512 for path in folder.iterdir() if stat.S_ISREG((status := path.lstat()).st_mode))
