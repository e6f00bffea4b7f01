"""Letters that are raised or struck through are no part of a figure, in whatever way a file says so."""

from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from union_audit.folding import fold
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import read_count
from union_audit.sheets import Book, read_content
from union_audit.sheets.drawn import raised, struck
from union_audit.sheets.rich import rich_texts
from workbooks import openpyxl_bytes, raw_xlsx, worksheet

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


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), min_size=1, max_size=20))
def test_a_drawn_text_is_the_same_words_and_no_number(text: str) -> None:
    assert fold(struck(text)) == fold(text)
    if any(map(str.isdigit, text)):
        assert read_count(raised(text), frozenset()).state is not State.FIGURE
        assert read_count(struck(text), frozenset()).state is not State.FIGURE


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    rich_texts(b"<si>vertAlign" + content)
