"""Writes the cells of a workbook once more, with XlsxWriter in constant-memory mode: `python workbook_written.py FILE COPY`.

Every number, text, formula and formatted blank, at its place and with a format. Prints the processor seconds of the writing alone.
"""

import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_cell_to_rowcol  # type: ignore[import-untyped]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Put = tuple[str, int, int, tuple[Any, ...]]
"""A method of a worksheet, row and column, and what it is given after them; the last is the number of a format."""


def cells(archive: zipfile.ZipFile, part: str, texts: Sequence[str]) -> Iterator[Put]:
    """Yield the cells of a sheet."""
    with archive.open(part) as stream:
        for _, row in ET.iterparse(stream):  # noqa: S314 (what we wrote ourselves)
            if row.tag == f"{_MAIN}row":
                for cell in row:
                    yield put(cell, texts)
                row.clear()


def put(cell: ET.Element, texts: Sequence[str]) -> Put:
    """Return how a cell is written."""
    row, column = xl_cell_to_rowcol(cell.get("r"))
    value, formula, style = cell.findtext(f"{_MAIN}v"), cell.findtext(f"{_MAIN}f"), int(cell.get("s", "0"))
    if formula is not None:
        return "write_formula", row, column, (formula, style, value or 0)
    if cell.get("t") == "s":
        return "write_string", row, column, (texts[int(value or 0)], style)
    if cell.get("t") in ("inlineStr", "str"):
        return "write_string", row, column, ("".join(cell.itertext()), style)
    if value is None:
        return "write_blank", row, column, (None, style)
    return "write_number", row, column, (float(value), style)


def main(path: str, copy: str) -> None:
    """Take the cells into memory, then write them."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        shared = archive.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else b"<sst/>"
        texts = ["".join(each.itertext()) for each in ET.fromstring(shared)]  # noqa: S314
        parts = [name for name in sorted(names) if name.startswith("xl/worksheets/sheet")]
        sheets = [list(cells(archive, part, texts)) for part in parts]
    began = time.process_time()
    with xlsxwriter.Workbook(copy, {"constant_memory": True}) as book:
        formats = [book.add_format({"border": 1}) for _ in range(200)]
        for puts in sheets:
            sheet = book.add_worksheet()
            methods = {name: getattr(sheet, name) for name in ("write_formula", "write_string", "write_blank", "write_number")}
            for name, row, column, (what, style, *more) in puts:
                methods[name](row, column, what, formats[style], *more)
    sys.stdout.write(f"{time.process_time() - began}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
