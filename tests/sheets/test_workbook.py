"""Workbooks: kinds, sheets, values, and what a fast reader hides."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]

from union_audit.sheets import Book, CellError, Refused, limits, read_book
from union_audit.sheets.number_format import PERCENT
from workbooks import MAIN, openpyxl_bytes, raw_xlsx, worksheet, xls, xlsb, xlsx, xlwt_bytes


def read(folder: Path, content: bytes, name: str = "a.xlsx") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def refused(folder: Path, content: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        read(folder, content)
    return caught.value.finding.code, caught.value.finding.args


def cell(address: str, value: str, attributes: str = "") -> str:
    return f'<c r="{address}"{attributes}><v>{value}</v></c>'


def test_values_come_as_they_stand(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([12, 0.5, "  chữ  ", True, dt.date(2025, 6, 1), dt.datetime(2025, 6, 1, 3, 4), dt.time(3, 4), None, "1.234"])  # noqa: DTZ001 (a sheet has no zone)
    rows = read(tmp_path, openpyxl_bytes(book)).sheets[0].rows
    assert list(rows[0]) == [12.0, 0.5, "  chữ  ", True, dt.date(2025, 6, 1), dt.datetime(2025, 6, 1, 3, 4), dt.time(3, 4), None, "1.234"]  # noqa: DTZ001


def test_text_is_kept_in_composed_form(tmp_path: Path) -> None:
    inline = '<row r="1"><c r="A1" t="inlineStr"><is><t>huye\u0323\u0302n</t></is></c><c r="B1" t="str"><v>hoa&#768;</v></c></row>'
    assert read(tmp_path, raw_xlsx(inline)).sheets[0].rows == [["huyện", "hoà"]]
    shared = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert read(tmp_path, raw_xlsx(shared, strings=["đoa\u0300n"])).sheets[0].rows == [["đoàn"]]
    assert read(tmp_path, raw_xlsx(shared, strings=["đoàn"])).sheets[0].rows == [["đoàn"]]


def test_errors_and_formulas_without_a_result_are_no_blanks(tmp_path: Path) -> None:
    data = (
        '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>A1&amp;B1</f></c><c r="D2" t="str"><f>A1</f><v></v></c>'
        '<c r="E2"><f>2+3</f><v>5</v></c><c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G2"><f t="shared" si="0"/></c>'
        '<c r="H2" t="str"><f>A1</f><v>text</v></c><c r="I2" t="e"/></row>'
    )
    rows = read(tmp_path, raw_xlsx(data)).sheets[0].rows
    found = dict(zip("BCDEFGHI", rows[1][1:], strict=True))
    texts = {"B": "#REF!", "C": "=A1&B1", "D": "=A1", "F": "#DIV/0!", "G": "=", "I": "#VALUE!"}
    assert found == {"E": 5.0, "H": "text"} | {letter: CellError(text) for letter, text in texts.items()}


def test_cells_that_a_reader_trims_away_come_back(tmp_path: Path) -> None:
    data = f'<row r="1">{cell("A1", "1")}</row><row r="3"><c r="D3"><f>A1+1</f></c></row>'
    assert read(tmp_path, raw_xlsx(data)).sheets[0].rows == [[1.0], [], [None, None, None, CellError("=A1+1")]]


def test_hidden_rows_columns_and_sheets_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["D9"] = 1, 2
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["B"].hidden = True
    for name, state in (("ẩn", "hidden"), ("ẩn kỹ", "veryHidden")):
        book.create_sheet(name).sheet_state = state
    sheets = read(tmp_path, openpyxl_bytes(book)).sheets
    assert (set(sheets[0].hidden_rows), set(sheets[0].hidden_columns), sheets[0].hidden) == ({4}, {1}, False)
    assert [(sheet.name, sheet.hidden) for sheet in sheets[1:]] == [("ẩn", True), ("ẩn kỹ", True)]


def test_percentages_and_merged_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for address, shown in (("A1", "0%"), ("B2", "0.00%"), ("C3", '0.0"%"'), ("D4", "#,##0.000%"), ("E5", "0"), ("F6", "0%")):
        sheet[address] = None if address == "F6" else 0.85
        sheet[address].number_format = shown
    sheet.merge_cells("A8:C9")
    read_sheet = read(tmp_path, openpyxl_bytes(book)).sheets[0]
    looks = {at: each.look(0.85).shown(0.85) for at, each in read_sheet.formats.items()}
    assert looks == {(0, 0): "85%", (1, 1): "85%", (2, 2): "0.85%", (3, 3): "85%"}
    assert read_sheet.merged == ((7, 0, 8, 2),)


def test_what_xlsxwriter_writes_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Số liệu")
        sheet.write(1, 1, "Yên Dũng")
        sheet.write(1, 2, 0.5, book.add_format({"num_format": "0.0%"}))
        sheet.write_formula(2, 1, "=A1", value="")
    assert read_book(path).sheets[0].rows == [[None] * 3, [None, "Yên Dũng", 0.5], [None, CellError("=A1")]]


@pytest.mark.parametrize("many", [1, 60_000])
def test_a_column_as_wide_as_nothing_is_hidden(many: int, tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}"><v>5</v></c></row>' for row in range(1, many + 1))
    columns = '<cols><col min="1" max="1" width="0.5" customWidth="1"/><col min="2" max="2" width="0" customWidth="1"/></cols>'
    sheet = read(tmp_path, raw_xlsx(worksheet(rows).replace("<sheetData>", f"{columns}<sheetData>"))).sheets[0]
    assert sheet.hidden_columns == {1}


def test_prefixes_single_quotes_and_cells_without_addresses(tmp_path: Path) -> None:
    prefixed = (
        f"<?xml version='1.0' encoding='UTF-8'?><x:worksheet xmlns:x='{MAIN}'><x:cols><x:col min='2' max='3' hidden='true'/></x:cols>"
        "<x:sheetData><x:row r='1'><x:c r='B1' t='e'><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    sheet = read(tmp_path, raw_xlsx(prefixed)).sheets[0]
    assert sheet.rows == [[None, CellError("#N/A")]]
    assert sheet.hidden_columns == {1, 2}
    bare = '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row hidden="1"><c><f>A1</f></c></row>'
    sheet = read(tmp_path, raw_xlsx(bare)).sheets[0]
    assert sheet.rows == [[1.0, CellError("#N/A")], [CellError("=A1")]]
    assert sheet.hidden_rows == {1}


def test_a_sheet_of_several_megabytes_is_looked_through_in_pieces(tmp_path: Path) -> None:
    rows = [f'<row r="{n}">{"".join(cell(f"{letter}{n}", "1") for letter in ("A", "Z", "AB"))}</row>' for n in range(1, 60_001)]
    rows[50_000] = '<row r="50001" hidden="1"><c r="AC50001" t="e"><v>#N/A</v></c></row>'
    rows[59_999] = "<row><c><f>A1</f></c></row>"
    sheet = read(tmp_path, raw_xlsx("".join(rows))).sheets[0]
    assert sheet.hidden_rows == {50_000}
    assert sheet.rows[50_000][28] == CellError("#N/A")
    assert sheet.rows[59_999][0] == CellError("=A1")
    assert (len(sheet.rows), sheet.rows[49_999][27]) == (60_000, 1.0)


def test_chart_sheets_hold_no_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Biểu đồ")
    book.create_sheet("Số liệu")["B2"] = 1
    assert [sheet.name for sheet in read(tmp_path, openpyxl_bytes(book)).sheets] == ["Sheet", "Số liệu"]


def test_two_sheets_of_one_name_in_xls_are_refused_since_one_would_be_read_twice(tmp_path: Path) -> None:
    document = xlwt.Workbook()
    document.add_sheet("a")
    document.add_sheet("b")
    twice = xlwt_bytes(document).replace(b"\x01\x00b", b"\x01\x00a")
    assert refused(tmp_path, twice)[0] == "UA007"


@pytest.mark.parametrize("value", [" 1 ", "-1", "1.0", "&#49;", "7"])
def test_a_text_number_that_would_be_misread_is_refused(tmp_path: Path, value: str) -> None:
    data = '<row r="1">' + cell("A1", value, ' t="s"') + "</row>"
    assert refused(tmp_path, raw_xlsx(data, strings=["x", "y"]))[0] == "UA007"


@pytest.mark.parametrize("value", ["<![CDATA[5]]>", "7<!-- 8 -->8", "&#49;2"])
def test_markup_inside_a_number_is_refused_since_it_would_be_cut(tmp_path: Path, value: str) -> None:
    assert refused(tmp_path, raw_xlsx(f'<row r="1">{cell("A1", value)}</row>'))[0] == "UA007"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.xls", xlsx({(0, 0): 1}), "xlsx"),
        ("a.xlsx", xls({(0, 0): 1}), "xls"),
        ("a.ods", xlsb({(0, 0): 1}), "xlsb"),
        ("a.xlsm", b"a;b\n1;2\n", "CSV"),
    ],
)
def test_a_name_that_says_otherwise_is_told_and_read_on(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    first = read(tmp_path, content, name).findings[0]
    assert (first.code, first.args) == ("UA011", {"extension": Path(name).suffix, "kind": kind})


@pytest.mark.parametrize("name", ["a", "Tổng hợp tháng 6.2023"])
def test_a_name_without_an_ending_says_nothing(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, xlsx({(0, 0): 1}), name).findings == ()


def test_macro_workbooks_and_templates_are_workbooks(tmp_path: Path) -> None:
    plain = raw_xlsx(f'<row r="1">{cell("A1", "1")}</row>')
    types = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    macro = raw_xlsx(
        f'<row r="1">{cell("A1", "1")}</row>', parts={"[Content_Types].xml": f"<Types><Override ContentType='{types}'/></Types>"}
    )
    assert [read(tmp_path, content, "a.xlsm").findings for content in (plain, macro)] == [(), ()]


def test_percent_styles_are_found_by_their_place_and_may_be_missing(tmp_path: Path) -> None:
    data = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>'
    parts = {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'}
    styled = raw_xlsx(data, parts=parts, relations={"rIdF": ("styles", "/xl/styles.xml")})
    assert read(tmp_path, styled).sheets[0].formats == {(0, 0): PERCENT}
    assert read(tmp_path, raw_xlsx(data)).sheets[0].formats == {}


@pytest.mark.parametrize("is_large", [False, True])
def test_a_workbook_of_very_many_sheets_is_read_in_the_other_process_as_here(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_large: bool,  # noqa: FBT001 (drawn)
) -> None:
    path = tmp_path / "a sheet a unit.xlsx"
    with xlsxwriter.Workbook(path) as book:
        percent = book.add_format({"num_format": 9})
        for number in range(60):
            sheet = book.add_worksheet(f"Đơn vị {number}")
            sheet.write_row(0, 0, ["Tổng số máy tính", number, 0.5], percent)
            sheet.write_formula(1, 1, "=B1+1", None, number + 1)
            sheet.set_row(2, None, None, {"hidden": True})
            sheet.set_column(4, 4, None, None, {"hidden": True})
            sheet.write(2, 4, "ẩn")
    here = read_book(path)
    if is_large:
        monkeypatch.setattr(limits, "LIGHT_BYTES", 0)
    book = read_book(path)
    assert book == here
    assert len(book.sheets) == 60
    assert {(each.hidden_rows, each.hidden_columns, len(each.formats)) for each in book.sheets} == {(frozenset({2}), frozenset({4}), 3)}
