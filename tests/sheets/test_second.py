"""Workbooks that calamine refuses: read by a second reader where it finds every cell, or in another form; refused otherwise."""

import io
import zipfile
from pathlib import Path
from xml.dom import minidom

import pytest

from union_audit.sheets import Book, CellError, Refused, read_book
from workbooks import MAIN, RELATIONS, ods, raw_ods, raw_xlsx, worksheet, zipped

ONE = '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="inlineStr"><is><t>máy</t></is></c></row>'
OTHER = '<row r="2"><c r="A2"><v>8</v></c></row>'


def read(folder: Path, content: bytes, name: str = "a.xlsx") -> Book:
    (folder / name).write_bytes(content)
    return read_book(folder / name)


def refused(folder: Path, content: bytes, name: str = "a.xlsx") -> str:
    with pytest.raises(Refused) as caught:
        read(folder, content, name)
    return caught.value.finding.code


def listing(sheets: str) -> dict[str, str]:
    """A workbook's own list of its sheets."""
    return {"xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'}


def test_two_sheets_of_one_name_are_each_read(tmp_path: Path) -> None:
    book = read(tmp_path, raw_xlsx(ONE, OTHER, names=["a", "a"]))
    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("a", [[7, "máy"]]), ("a", [[None], [8]])]
    assert [finding.code for finding in book.findings] == ["UA021"]


def test_a_sheet_that_leads_nowhere_does_not_hide_the_others(tmp_path: Path) -> None:
    listed = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2"/>'
    book = read(tmp_path, raw_xlsx(ONE, parts=listing(listed)))
    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("a", [[7, "máy"]])]
    assert [finding.code for finding in book.findings] == ["UA021"]


def test_what_is_known_of_cells_is_known_of_the_second_reading_too(tmp_path: Path) -> None:
    cells = '<c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>C1+1</f></c><c r="C1"><v>5</v></c><c r="D1" t="str"><v>chữ</v></c>'
    sheet = worksheet(f'<row r="1" hidden="1">{cells}</row>').replace("<sheetData>", '<dimension ref="A1:"/><sheetData>')
    book = read(tmp_path, raw_xlsx(sheet))
    assert book.sheets[0].rows == [[CellError("#REF!"), CellError("=C1+1"), 5, "chữ"]]
    assert book.sheets[0].hidden_rows == {0}


def test_macro_sheets_are_no_reason_to_refuse_the_others(tmp_path: Path) -> None:
    listed = '<sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/>'
    macros = worksheet(OTHER).replace("worksheet", "macrosheet")
    parts = listing(listed) | {"xl/macrosheets/sheet1.xml": macros}
    book = read(tmp_path, raw_xlsx(ONE, parts=parts, relations={"rId2": ("xlMacrosheet", "macrosheets/sheet1.xml")}))
    assert book.sheets[0].rows == [[7, "máy"]]


LOSING = {
    "a cell under a merged one": worksheet(ONE).replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    "an address twice": worksheet(ONE + ONE),
    "a kind of cell that nobody knows": worksheet(ONE.replace('r="A1"', 'r="A1" t="zz"')),
}


@pytest.mark.parametrize("sheet", LOSING.values(), ids=LOSING)
def test_what_the_second_reader_would_lose_is_refused(tmp_path: Path, sheet: str) -> None:
    assert refused(tmp_path, raw_xlsx(sheet, OTHER, names=["a", "a"])) == "UA007"


def test_what_neither_reads_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, raw_xlsx(ONE.replace('r="A1"', 'r="$A$1"'))) == "UA007"


def test_blanks_between_the_elements_of_an_ods_workbook_are_no_text(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(ods({(0, 0): 1, (2, 1): 5}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = minidom.parseString(parts["content.xml"]).toprettyxml(indent=" ")  # noqa: S318 (our own)
    pretty = zipped(parts | {"content.xml": content.encode()})
    assert read(tmp_path, pretty, "a.ods").sheets[0].rows == [[1, None], [None, None], [None, 5]]


def test_blanks_within_a_text_of_an_ods_workbook_stay(tmp_path: Path) -> None:
    words = "<text:p><text:span>Công</text:span> <text:span>đoàn</text:span></text:p>"
    row = f'\n <table:table-row>\n  <table:table-cell office:value-type="string">\n   {words}\n  </table:table-cell>\n </table:table-row>\n'
    assert read(tmp_path, raw_ods(row), "a.ods").sheets[0].rows == [["Công đoàn"]]
