"""Saves sheets as each kind of file: `CONTAINERS["xls"](pages, "report")` gives {"report.xls": bytes}. A text file holds one sheet."""

import csv
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import openpyxl
import xlwt  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped]
from odf.table import CoveredTableCell, Table, TableCell, TableRow  # type: ignore[import-untyped]
from odf.text import P  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter

from corpus.pages import Page, Pages, Shown, Value
from workbooks import openpyxl_bytes, xlwt_bytes, zipped

Container: TypeAlias = Callable[[Pages, str], dict[str, bytes]]

_SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def _xlsx(pages: Pages, suffix: str) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, page in pages.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(page.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    cell = sheet.cell(row, column, value.value if isinstance(value, Shown) else value)
                    cell.number_format = value.format if isinstance(value, Shown) else cell.number_format
        for top, left, bottom, right in page.merged:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for row in page.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for column in page.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    return openpyxl_bytes(book) if suffix == "xlsx" else _with_macros(openpyxl_bytes(book))


def _with_macros(book: bytes) -> bytes:
    """Return a workbook as one that may hold macros."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].decode()
    return zipped(parts | {"[Content_Types].xml": types.replace(_SHEETS, _MACROS)})


def _xls(pages: Pages, _suffix: str) -> bytes:
    book = xlwt.Workbook()
    for name, page in pages.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(page.rows):
            for column, value in enumerate(cells):
                _write_xls(sheet, row, column, value)
        for top, left, bottom, right in page.merged:
            sheet.merge(top, bottom, left, right)
    return xlwt_bytes(book)


def _write_xls(sheet: xlwt.Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, Shown):
        sheet.write(row, column, value.value, xlwt.easyxf(num_format_str=value.format))
    elif isinstance(value, date):
        sheet.write(row, column, value, xlwt.easyxf(num_format_str="DD/MM/YYYY"))
    elif value is not None:
        sheet.write(row, column, value)


def _ods(pages: Pages, _suffix: str) -> bytes:
    document = OpenDocumentSpreadsheet()
    for name, page in pages.items():
        table = Table(name=name)
        document.spreadsheet.addElement(table)
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in page.merged}
        covered = {
            (row, column)
            for top, left, bottom, right in page.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        for row, cells in enumerate(page.rows):
            element = TableRow()
            table.addElement(element)
            for column, value in enumerate(cells):
                is_covered = (row, column) in covered
                element.addElement(CoveredTableCell() if is_covered else _ods_cell(value, spans.get((row, column), (1, 1))))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ods_cell(value: Value, span: tuple[int, int]) -> TableCell:
    merged = {} if span == (1, 1) else {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if value is None:
        return TableCell(**merged)
    if isinstance(value, bool):
        return TableCell(valuetype="boolean", booleanvalue=str(value).lower(), **merged)
    if isinstance(value, date):
        return TableCell(valuetype="date", datevalue=value.isoformat(), **merged)
    if isinstance(value, int | float):
        return TableCell(valuetype="float", value=value, **merged)
    if isinstance(value, Shown):
        cell = TableCell(valuetype="percentage" if value.format.endswith("0%") else "float", value=value.value, **merged)
        text = as_text(value)
    else:
        cell, text = TableCell(valuetype="string", **merged), value
    for line in text.split("\n"):
        cell.addElement(P(text=line))
    return cell


def _html(pages: Pages, _suffix: str) -> bytes:
    tables = "".join(f"<table border=1>{_html_rows(page)}</table>" for page in pages.values())
    return f"<html><head><meta charset=utf-8></head><body>{tables}</body></html>".encode()


def _html_rows(page: Page) -> str:
    spans = {(top, left): f' rowspan="{bottom - top + 1}" colspan="{right - left + 1}"' for top, left, bottom, right in page.merged}
    covered = {
        (row, column) for top, left, bottom, right in page.merged for row in range(top, bottom + 1) for column in range(left, right + 1)
    } - set(spans)
    rows = []
    for row, cells in enumerate(page.rows):
        line = "".join(
            f"<td{spans.get((row, column), '')}{_beside(value)}>{html.escape(as_text(value))}</td>"
            for column, value in enumerate(cells)
            if (row, column) not in covered
        )
        rows.append(f"<tr>{line}</tr>")
    return "\n".join(rows)


def _beside(value: Value) -> str:
    """Return the number itself, as an office program writes it beside what is seen."""
    return f' x:num="{value.value}"' if isinstance(value, Shown) else ""


def shown(value: Shown) -> str:
    """Return how a spreadsheet program shows a number; a small part of its formats."""
    number, code = value.value, value.format.replace("\\", "")
    if code == ";;;":
        return ""
    code, *_, of_zero = code.split(";")[:3] if code.count(";") > 1 else (code, "" if code.endswith("##") else code)
    if not number and of_zero != code:
        return of_zero.replace('"', "")
    code = code.replace("###", "##0")
    pattern = re.fullmatch(r'("?[^"0#]*"?)(#,##)?0(\.0*)?(,*)("?[^"]*"?)', code)
    assert pattern, code
    before, grouped, decimals, commas, after = (part or "" for part in pattern.groups())
    number = number * (100 if after == "%" else 1) / 1000 ** len(commas)
    digits = f"{number:{',' if grouped else ''}.{max(len(decimals) - 1, 0)}f}"
    return (before + digits + after).replace('"', "")


def as_text(value: Value) -> str:
    """Return what a text file has of a cell."""
    if isinstance(value, Shown):
        return shown(value)
    if isinstance(value, bool):
        return str(value).upper()
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else "" if value is None else str(value)


def _csv(page: Page, delimiter: str) -> str:
    width = max(map(len, page.rows), default=0)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*map(as_text, row), *[""] * (width - len(row))] for row in page.rows)
    return stream.getvalue()


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows does: the tone marks are letters of their own."""
    letters = []
    for letter in unicodedata.normalize("NFC", text):
        try:
            letters.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            letters.append((unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258"))
    return b"".join(letters)


_TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "A1A2A3A4A5A6A7A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDEDFE1E2E3E4E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE"
    ),
    strict=True,
))  # fmt: skip


def tcvn3(text: str) -> bytes:
    """Encode as the fonts of the Vietnamese standard of 1993 show it; their capitals with a tone are small letters."""
    composed = unicodedata.normalize("NFC", text)
    return bytes(_TCVN3.get(letter) or _TCVN3.get(letter.lower()) or ord(letter) for letter in composed)


def typed_in_tcvn3(text: str) -> str:
    """Return what a workbook holds of a text that was typed in such a font."""
    return tcvn3(text).decode("latin-1")


def _workbook(suffix: str, write: Callable[[Pages, str], bytes]) -> Container:
    return lambda pages, stem: {f"{stem}.{suffix}": write(pages, suffix)}


def _text(delimiter: str, encode: Callable[[str], bytes], suffix: str = "csv") -> Container:
    def save(pages: Pages, stem: str) -> dict[str, bytes]:
        names = [f"{stem}.{suffix}"] if len(pages) == 1 else [f"{stem} {name}.{suffix}" for name in pages]
        return {name: encode(_csv(page, delimiter)) for name, page in zip(names, pages.values(), strict=True)}

    return save


def _utf8(text: str) -> bytes:
    return text.encode()


CONTAINERS: dict[str, Container] = {
    "xlsx": _workbook("xlsx", _xlsx),
    "xlsm": _workbook("xlsm", _xlsx),
    "xls": _workbook("xls", _xls),
    "ods": _workbook("ods", _ods),
    "HTML saved as xls": _workbook("xls", _html),
    "comma, UTF-8": _text(",", _utf8),
    "semicolon, UTF-8": _text(";", _utf8),
    "tab, UTF-8": _text("\t", _utf8, "txt"),
    "tab, UTF-8, tsv": _text("\t", _utf8, "tsv"),
    "bar, UTF-8": _text("|", _utf8),
    "comma, UTF-8 with a mark": _text(",", lambda text: text.encode("utf-8-sig")),
    "semicolon, UTF-8 with two marks": _text(";", lambda text: ("\ufeff" + text).encode("utf-8-sig")),
    "tab, UTF-16 with a mark": _text("\t", lambda text: ("\ufeff" + text).encode("utf-16-le"), "txt"),
    "tab, UTF-16": _text("\t", lambda text: text.encode("utf-16-le"), "txt"),
    "tab, UTF-16 big-endian with a mark": _text("\t", lambda text: ("\ufeff" + text).encode("utf-16-be"), "txt"),
    "semicolon, UTF-16 big-endian": _text(";", lambda text: text.encode("utf-16-be")),
    "semicolon, windows-1258": _text(";", windows_1258),
    "comma, windows-1258": _text(",", windows_1258),
    "tab, TCVN3": _text("\t", tcvn3, "txt"),
    "semicolon, TCVN3": _text(";", tcvn3),
    "semicolon, declared in a first line": _text(";", lambda text: ("sep=;\r\n" + text).encode()),
    "comma, lines ending in returns": _text(",", lambda text: text.replace("\r\n", "\r").encode()),
    "comma, letters decomposed": _text(",", lambda text: unicodedata.normalize("NFD", text).encode()),
}
