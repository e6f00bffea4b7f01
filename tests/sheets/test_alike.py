"""A workbook that is read as an earlier one was is read as it is by itself, however the two differ."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import TypeAlias

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from union_audit.sheets import alike, apart, workbook
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.workbook import read_zip
from workbooks import zipped

SHEET, TEXTS, STYLES, WORKBOOK, TYPES = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "[Content_Types].xml",
)
Parts: TypeAlias = dict[str, str]


def form(name: str = "LĐLĐ huyện Một", figures: tuple[float, ...] = (120, 96, 3, 0.5), answer: str = "có", sheets: int = 1) -> Parts:
    """Return the parts of a form that is filled in."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        share, money = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "#,##0"})
        for number in range(sheets):
            sheet = book.add_worksheet(f"Biểu {number}")
            sheet.merge_range(0, 0, 0, 3, "BÁO CÁO")
            sheet.write(1, 0, f"Đơn vị: {name}")
            for row, figure in enumerate(figures, 2):
                sheet.write_row(row, 0, (row, f"Chỉ tiêu {row} & {number}", "máy"))
                sheet.write_number(row, 3, figure, money)
            sheet.write(8, 3, answer)
            sheet.write(9, 3, 0.85, share)
            sheet.write_formula(10, 3, "=D3+D4", None, figures[0])
            sheet.set_row(5, None, None, {"hidden": True})
            sheet.set_column(5, 5, None, None, {"hidden": True})
    with zipfile.ZipFile(stream) as archive:
        return {part: archive.read(part).decode() for part in archive.namelist()}


ONE, OTHER = form(), form("LĐLĐ huyện Hai", (7, 7, 80, 0.25), "không")


def told(data: bytes) -> object:
    """Return all that is said of a workbook, its numbers as they are written: 1 is not 1.0."""
    try:
        book = read_zip(data)
    except Refused as refused:
        return refused.finding
    sheets = [
        (each.name, [[*map(repr, row)] for row in each.rows], each.hidden, each.hidden_rows, each.hidden_columns, each.formats, each.merged)
        for each in book.sheets
    ]
    return book.kind, book.facts, book.findings, sheets


def assert_as_alone(*files: Parts) -> None:
    """Hold what is read of each workbook after those before it to what is read of it alone."""
    alike.forget()
    made = list(map(zipped, files))
    in_turn = list(map(told, made))
    for data, said in zip(made, in_turn, strict=True):
        alike.forget()
        assert said == told(data)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Note what the library is asked to parse."""
    seen: list[bytes] = []
    original = apart.parsed

    def noted(data: bytes, *, is_here: bool) -> object:
        seen.append(data)
        return original(data, is_here=is_here)

    monkeypatch.setattr(workbook, "parsed", noted)
    return seen


def test_forms_that_are_alike_are_parsed_once(parsed: list[bytes]) -> None:
    one, other = zipped(form(figures=(1, 2, 3, 4))), zipped(form("LĐLĐ huyện Hai", (7, 7, 80, 25), "không"))
    first, second = told(one), told(other)
    assert first != second
    assert len(parsed) == 1
    alike.forget()
    assert (told(other), told(one)) == (second, first)


def test_a_workbook_is_its_own(parsed: list[bytes]) -> None:
    """What is done to the cells of one is not done to those of the next."""
    books: list[Book] = [read_zip(zipped(ONE)) for _ in range(3)]
    for book in books:
        assert book.sheets[0].rows[2][3] == 120
        book.sheets[0].rows[2][3] = "changed"  # type: ignore[index]
    assert len(parsed) == 1


def changed(part: str, old: str, new: str) -> Callable[[Parts], Parts]:
    def change(parts: Parts) -> Parts:
        assert old in parts[part]
        return parts | {part: parts[part].replace(old, new, 1)}

    return change


CHANGES: dict[str, Callable[[Parts], Parts]] = {
    "another text": changed(TEXTS, "có", "chưa"),
    "a text with edges": changed(TEXTS, "<t>máy", '<t xml:space="preserve"> máy '),
    "a text that is trimmed": changed(TEXTS, "<t>máy", "<t> máy "),
    "a text of lines": changed(TEXTS, "<t>máy", "<t>máy\r\nin"),
    "a text with a reference": changed(TEXTS, "<t>máy", "<t>m&amp;&#225;y"),
    "an escaped text": changed(TEXTS, "<t>máy", "<t>_x0041_máy"),
    "an empty text": changed(TEXTS, "<t>máy", "<t>"),
    "no text": changed(TEXTS, "<t>máy</t>", "<t/>"),
    "a decomposed text": changed(TEXTS, "<t>máy", "<t>ma\u0301y"),
    "an old font's text": changed(TEXTS, "<t>máy", "<t>C«ng ®oµn"),
    "a text in runs": changed(TEXTS, "<t>máy</t>", "<r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"),
    "a text that is struck": changed(TEXTS, "<t>máy</t>", "<r><rPr><strike/></rPr><t>12</t></r>"),
    "one text more": changed(TEXTS, "<si>", "<si><t>x</t></si><si>"),
    "one text more, with a space": changed(TEXTS, "<si>", "<si ><t>x</t></si><si>"),
    "one text more, empty": changed(TEXTS, "<si>", "<si/><si>"),
    "one text more, with a space, between": changed(TEXTS, "<t>máy</t></si>", "<t>máy</t></si><si ><t>x</t></si>"),
    "one text more, in a comment": changed(TEXTS, "<t>máy</t></si>", "<t>máy</t></si><!--<si><t>x</t></si>-->"),
    "a comment": changed(TEXTS, "<si>", "<!-- <si><t>x</t></si> --><si>"),
    "a doctype": changed(TEXTS, "<sst", "<!DOCTYPE x><sst"),
    "no end": changed(TEXTS, "</sst>", ""),
    "a wrong byte": changed(TEXTS, "<t>máy", "<t>m\ufffdy"),
    "a text too few": lambda parts: parts | {TEXTS: re.sub("<si>(?:(?!<si>).)*</sst>", "</sst>", parts[TEXTS])},
    "another number": changed(SHEET, "<v>120</v>", "<v>7</v>"),
    "a long number": changed(SHEET, "<v>3</v>", "<v>123456789012345678</v>"),
    "leading zeros": changed(SHEET, "<v>3</v>", "<v>007</v>"),
    "a number below zero": changed(SHEET, "<v>3</v>", "<v>-3</v>"),
    "no number": changed(SHEET, "<v>3</v>", "<v></v>"),
    "a word": changed(SHEET, "<v>3</v>", "<v>x</v>"),
    "a text beyond the last": changed(SHEET, 't="s"><v>1</v>', 't="s"><v>999</v>'),
    "a number as text": changed(SHEET, 't="s"><v>1</v>', "><v>1</v>"),
    "a yes": changed(SHEET, 't="s"><v>1</v>', 't="b"><v>1</v>'),
    "an error": changed(SHEET, 't="s"><v>1</v>', 't="e"><v>#REF!</v>'),
    "its own text": changed(SHEET, 't="s"><v>1</v>', 't="str"><v>1</v>'),
    "a day": changed(STYLES, 'formatCode="#,##0"', 'formatCode="dd/mm/yyyy"'),
    "shown in thousands": changed(STYLES, 'formatCode="#,##0"', 'formatCode="#,##0,"'),
    "struck by its font": changed(STYLES, "<font>", "<font><strike/>"),
    "another place": changed(SHEET, 'r="D3"', 'r="E3"'),
    "another row": changed(SHEET, '<row r="3"', '<row r="33"'),
    "nothing hidden": changed(SHEET, 'hidden="1"', 'hidden="0"'),
    "merged otherwise": changed(SHEET, 'ref="A1:D1"', 'ref="A1:C1"'),
    "a formula without a result": changed(SHEET, "</f><v>120</v>", "</f>"),
    "a formula's text": changed(SHEET, '<c r="D11">', '<c r="D11" t="str">'),
    "a value at no cell": changed(SHEET, "</sheetData>", "</sheetData><v>3</v>"),
    "a mark": changed(SHEET, "<v>3</v>", "\0"),
    "another name": changed(WORKBOOK, 'name="Biểu 0"', 'name="Tháng 5"'),
    "hidden": changed(WORKBOOK, "sheetId=", 'state="hidden" sheetId='),
    "days from 1904": changed(WORKBOOK, "<workbookPr ", '<workbookPr date1904="1" '),
    "another kind": changed(TYPES, "spreadsheetml.sheet.main", "spreadsheetml.template.main"),
    "no workbook": changed(TYPES, "spreadsheetml.sheet.main", "wordprocessingml.document.main"),
    "texts elsewhere": changed("xl/_rels/workbook.xml.rels", "sharedStrings.xml", "otherStrings.xml"),
    "another part beside": lambda parts: parts | {"xl/comments1.xml": "<comments/>"},
    "another author": changed("docProps/core.xml", "<dc:creator>", "<dc:creator>X"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_differs_is_read_as_by_itself(change: Callable[[Parts], Parts]) -> None:
    assert_as_alone(ONE, change(ONE), ONE, change(ONE))
    assert_as_alone(change(ONE), ONE)


def test_a_text_that_is_raised_in_one_and_plain_in_the_other() -> None:
    runs = "<r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"
    plain = changed(TEXTS, "<t>có</t>", "<t>121</t>")(ONE)
    drawn = changed(TEXTS, "<t>máy</t>", runs)
    assert_as_alone(drawn(plain), plain, ONE)
    assert_as_alone(drawn(ONE), drawn(plain), ONE)


def test_sheets_change_places() -> None:
    one = form(sheets=2)
    other = one | {SHEET: one["xl/worksheets/sheet2.xml"], "xl/worksheets/sheet2.xml": one[SHEET]}
    crossed = changed("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet3.xml")(one)
    crossed = changed("xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet1.xml")(crossed)
    crossed = changed("xl/_rels/workbook.xml.rels", "sheet3.xml", "sheet2.xml")(crossed)
    assert_as_alone(one, other, crossed, one, crossed)


def test_a_sheet_that_is_listed_twice() -> None:
    one = form(sheets=2)
    assert_as_alone(one, changed("xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet1.xml")(one), one)


def test_no_more_is_remembered_than_is_useful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "_MOST", 2)
    monkeypatch.setattr(alike, "_MOST_TEXTS", 3)
    for number in range(4):
        read_zip(zipped(form(figures=(1.5 + number, 2, 3, 4))))
    assert len(alike.KNOWN) == 2
    assert len(alike.TEXTS) == 3
    assert len(alike.PARTS) == 1


def test_what_is_long_or_large_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of hostile files would fill the memory with it."""
    read_zip(zipped(form("Tổ " + "dài " * 300)))
    assert max(map(len, alike.TEXTS)) < 1_000
    monkeypatch.setattr(alike, "_MOST_CELLS", 10)
    read_zip(zipped(form(sheets=2)))
    monkeypatch.setattr(alike, "_LARGEST", 1_000)
    read_zip(zipped(form(sheets=3)))
    assert (len(alike.PARTS), len(alike.KNOWN)) == (2, 1)


VALUES = st.sampled_from(["0", "1", "2", "7", "007", "99", "-1", "1.5", "1e3", "", " 3", "x", "123456789012345", "1234567890123456"])


@given(
    st.lists(st.tuples(st.integers(0, 40), VALUES), max_size=4), st.lists(st.tuples(st.integers(0, 12), st.text(max_size=4)), max_size=3)
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_values(values: list[tuple[int, str]], texts: list[tuple[int, str]]) -> None:
    pieces = re.split("(<v>[^<]*</v>)", ONE[SHEET])
    for place, value in values:
        pieces[2 * (place % (len(pieces) // 2)) + 1] = f"<v>{value}</v>"
    shared = re.split("(<t>[^<]*</t>)", ONE[TEXTS])
    for place, text in texts:
        escaped = text.encode("utf-8", "replace").decode().replace("&", "&amp;").replace("<", "&lt;")
        shared[2 * (place % (len(shared) // 2)) + 1] = f"<t>{escaped}</t>"
    made = ONE | {SHEET: "".join(pieces), TEXTS: "".join(shared)}
    assert_as_alone(ONE, made, OTHER, made)
    assert_as_alone(made, ONE)


def test_a_form_whose_zeros_are_not_seen_is_read_by_itself() -> None:
    one, other = (form(figures=(figure, 96, 3, 0.5)) for figure in (120, 0))
    hiding = [parts | {STYLES: parts[STYLES].replace("#,##0", "#,###")} for parts in (one, other)]
    assert_as_alone(*hiding)
    shown = [read_zip(zipped(parts)).sheets[0].formats for parts in hiding]
    assert [(2, 3) in formats for formats in shown] == [False, True]
