"""Letters that are raised or struck through are no part of a figure, in whatever way a file says so."""

import struct
from typing import Any

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from union_audit.folding import fold
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import read_count
from union_audit.sheets import Book, CellError, read_content
from union_audit.sheets.drawn import Pen, in_runs, raised, struck
from union_audit.sheets.rich import rich_texts
from union_audit.sheets.xls_texts import drawn_texts
from workbooks import openpyxl_bytes, raw_ods, raw_xlsb, raw_xlsx, record, wide, worksheet, xlwt_bytes

RAISED, STRUCK = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
SHARED = b"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>"""


def book(cell: Any, font: Font | None = None) -> Book:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"] = cell
    if font:
        sheet["A1"].font = font
    return read_content(openpyxl_bytes(made), ".xlsx")


def page(html: str) -> Book:
    return read_content(f"<html><body><table><tr><td>{html}</td></tr></table></body></html>".encode(), ".xls")


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        (book(CellRichText("12", TextBlock(RAISED, "1"))), "12¹"),
        (book(CellRichText(TextBlock(STRUCK, "12"), "15")), "1\u03362\u033615"),
        (book(CellRichText(TextBlock(InlineFont(b=True), "12"), "1")), "121"),
        (book(CellRichText(TextBlock(InlineFont(strike=False), "12"), "1")), "121"),
        (book("12", Font(strike=True)), "1\u03362\u0336"),
        (page("12<sup>1</sup>"), "12¹"),
        (page("12<sub>2</sub>"), "12²"),
        (page("<s>12</s>15"), "1\u03362\u033615"),
        (page("<del>12</del><ins>15</ins>"), "1\u03362\u033615"),
        (page("<b>12</b>1"), "121"),
        (page("</sup></s>121"), "121"),
    ],
)
def test_what_is_seen(read: Book, seen: str) -> None:
    assert read.sheets[0].rows[0][0] == seen
    assert (read_count(seen, frozenset()).state is State.FIGURE) == seen.isascii()


def test_a_number_that_is_crossed_out_is_no_figure() -> None:
    sheet = book(12, Font(strike=True)).sheets[0]
    reading = read_count(sheet.rows[0][0], frozenset(), sheet.formats[0, 0])
    assert (reading.code, reading.text) == ("UA201", "1\u03362\u0336")


def test_shared_texts() -> None:
    items = (
        b"<si><r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r></si>",
        b"<si><t>12</t></si>",
        b"<x:si><x:r><x:rPr><x:strike/></x:rPr><x:t>9</x:t></x:r></x:si>",
        b"<si><r><rPr><strike val='0'/></rPr><t>7</t></r></si>",
        b"<si><t>vertAlign",
    )
    assert rich_texts(SHARED % b"".join(items)) == {"121": "12¹", "9": "9\u0336"}


def test_shared_texts_of_a_workbook() -> None:
    rich = '12</t></si><si><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si><si><t>9'
    cells = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1"><v>5</v></c></row>'
    sheet = read_content(raw_xlsx(worksheet(cells), strings=[rich]), ".xlsx").sheets[0]
    assert [list(row) for row in sheet.rows] == [["12¹", "12", 5]]


def binary() -> Book:
    """A workbook of texts whose fonts are: the usual, one that strikes through, one that raises."""

    def cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
        return record(kind, struct.pack("<II", column, style) + value)

    def shared(text: str, *runs: int) -> bytes:
        return record(0x13, bytes([bool(runs)]) + wide(text) + (struct.pack(f"<I{len(runs)}H", len(runs) // 2, *runs) if runs else b""))

    rows = record(0, struct.pack("<I", 0) + bytes(21)) + b"".join(cell(7, column, struct.pack("<I", column)) for column in range(3))
    rows += cell(6, 3, wide("12"), 1) + cell(5, 4, struct.pack("<d", 12.0), 1) + cell(6, 5, wide("12"), 2)
    rows += cell(0x3E, 6, bytes([1]) + wide("121") + bytes(8))
    fonts = b"".join(record(0x2B, struct.pack("<HHHHB", 220, 8 * (place == 1), 400, place == 2, 0) + bytes(12)) for place in range(3))
    xfs = b"".join(record(0x2F, struct.pack("<HHH", 0, 0, font)) for font in range(3))
    strings = record(0x9F, struct.pack("<II", 3, 3)) + shared("121", 0, 0, 2, 2) + shared("1215", 0, 1, 2, 0) + shared("12") + record(0xA0)
    return read_content(raw_xlsb(rows, styles=fonts + record(0x269, bytes(4)) + xfs + record(0x26A), strings=strings), ".xlsb")


def test_a_binary_workbook() -> None:
    sheet = binary().sheets[0]
    assert list(sheet.rows[0]) == ["12¹", "1\u03362\u033615", "12", "1\u03362\u0336", 12.0, "12", CellError("121")]
    assert sheet.formats[0, 4].is_struck
    assert (0, 5) not in sheet.formats


def old(*, many: int = 0) -> Book:
    """An xls workbook: so many texts stand before the drawn ones, that these go on in a record of their own."""
    made = xlwt.Workbook()
    sheet = made.add_sheet("a")
    raised_, struck_ = xlwt.easyfont(""), xlwt.easyfont("struck_out on")
    raised_.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
    bold, crossed = xlwt.easyfont("bold on"), xlwt.easyxf("font: struck_out on")
    for row in range(1, many + 1):
        sheet.write(row, 0, f"dòng thứ {row} của bảng")
        sheet.write_rich_text(row, 1, [f"{row} người", (f"{row}", raised_), f" và {row}"])
    sheet.write_rich_text(0, 0, ["12", ("1", raised_)])
    sheet.write_rich_text(0, 1, [("12", struck_), "15"])
    sheet.write_rich_text(0, 2, ["12", ("2", bold)])
    sheet.write(0, 3, "13", crossed)
    sheet.write(0, 4, 12, crossed)
    return read_content(xlwt_bytes(made), ".xls")


@pytest.mark.parametrize("many", [0, 900])
def test_an_old_workbook(many: int) -> None:
    sheet = old(many=many).sheets[0]
    assert list(sheet.rows[0])[:5] == ["12¹", "1\u03362\u033615", "122", "1\u03363\u0336", 12]
    assert {at for at, shown in sheet.formats.items() if shown.is_struck} == {(0, 3), (0, 4)}
    raised_ = [str(row[1]) for row in sheet.rows[1:]]
    assert raised_ == [f"{row} người{raised(str(row))} và {row}" for row in range(1, many + 1)]


def styled(*, default: str = "") -> Book:
    styles = (
        '<style:style style:name="base" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="base"/>'
        '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="base">'
        '<style:text-properties style:text-line-through-type="none"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>'
        '<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="0% 100%"/></style:style>'
    )
    texts = (
        '12<text:span text:style-name="T1">1</text:span>',
        '<text:span text:style-name="T2">12</text:span>15<text:s/>a',
        '<text:span text:style-name="T3">12</text:span>2</text:p><text:p>b',
        "12<office:annotation><text:p>x</text:p></office:annotation>",
    )
    cells = "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts)
    number = '<table:table-cell {}office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>'
    own = "".join(number.format(f'table:style-name="{name}" ' if name else "") for name in ("ce1", "ce2", ""))
    columns = '<table:table-column table:number-columns-repeated="6"/><table:table-column table:default-cell-style-name="ce1"/>'
    return read_content(raw_ods(f"{columns}<table:table-row{default}>{cells}{own}</table:table-row>", styles=styles), ".ods")


def test_an_open_workbook() -> None:
    sheet = styled().sheets[0]
    assert list(sheet.rows[0]) == ["12¹", "1\u03362\u033615 a", "122\nb", "12", 12, 12, 12]
    assert {at for at, shown in sheet.formats.items() if shown.is_struck} == {(0, 4), (0, 6)}
    assert {at for at, shown in styled(default=' table:default-cell-style-name="ce2"').sheets[0].formats.items() if shown.is_struck} == {
        (0, 4)
    }


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), min_size=1, max_size=20))
def test_a_drawn_text_is_the_same_words_and_no_number(text: str) -> None:
    assert fold(struck(text)) == fold(text)
    if any(map(str.isdigit, text)):
        assert read_count(raised(text), frozenset()).state is not State.FIGURE
        assert read_count(struck(text), frozenset()).state is not State.FIGURE


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    rich_texts(b"<si>vertAlign" + content)


@given(
    st.text(st.characters(codec="utf-8", max_codepoint=0xFFFF), max_size=8),
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from([None, raised, struck])), max_size=5),
)
def test_every_letter_is_written_once_whatever_the_runs(text: str, runs: list[tuple[int, Pen]]) -> None:
    plain = in_runs(text, [(start, None) for start, _ in runs])
    assert plain == text
    seen = in_runs(text, [(start, write and struck) for start, write in runs])
    assert seen.replace("\u0336", "") == text.replace("\u0336", "")


@given(st.binary(max_size=200), st.binary(max_size=50))
def test_any_shared_texts(content: bytes, more: bytes) -> None:
    drawn_texts([struct.pack("<II", 9, 9) + content, more], [struck] * 9)
