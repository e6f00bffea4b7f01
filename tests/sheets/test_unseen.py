"""What a fast reader does not show of binary workbooks and of ods: errors, formulas without a result, hidden parts, percentages."""

import io
import struct
from pathlib import Path

import pytest
import xlrd  # type: ignore[import-untyped]
import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]

from union_audit.sheets import Book, CellError, Refused, Sheet, read_book
from union_audit.sheets.number_format import PERCENT
from workbooks import ole, raw_ods, raw_xlsb, record, wide, xls, xlwt_bytes


def read(folder: Path, content: bytes) -> Book:
    (folder / "a").write_bytes(content)
    return read_book(folder / "a")


def xls_sheet(folder: Path, *, hide: bool = False) -> Sheet:
    document = xlwt.Workbook()
    sheet = document.add_sheet("a")
    sheet.write(0, 0, "chữ")
    for row, error in enumerate((0x17, "#DIV/0!", 0x2A)):
        sheet.row(row).set_cell_error(1, error)
    sheet.write(1, 0, xlwt.Formula("A1+1"))
    for column, shown in enumerate(("0%", '0.0"%"', "0.000%", "0")):
        sheet.write(5, column, 0.85 + column / 1000, xlwt.easyxf(num_format_str=shown))
    sheet.row(5).set_cell_mulblanks(6, 8)
    if hide:
        sheet.row(5).hidden = True
        sheet.col(2).hidden = True
    (other := document.add_sheet("ẩn")).visibility = 1
    other.write(0, 0, 0.5, xlwt.easyxf(num_format_str="0%"))
    book = read(folder, xlwt_bytes(document))
    assert book.findings == ()
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert book.sheets[1].formats == {(0, 0): PERCENT}
    return book.sheets[0]


def test_errors_and_formulas_without_a_result_of_an_xls_are_no_blanks(tmp_path: Path) -> None:
    rows = xls_sheet(tmp_path).rows
    assert [list(row[:2]) for row in rows[:3]] == [
        ["chữ", CellError("#REF!")],
        [CellError("="), CellError("#DIV/0!")],
        [None, CellError("#N/A")],
    ]


def test_hidden_rows_and_columns_and_percentages_of_an_xls_are_told(tmp_path: Path) -> None:
    plain, hidden = xls_sheet(tmp_path), xls_sheet(tmp_path, hide=True)
    assert not plain.hidden_rows | plain.hidden_columns
    assert {at: shown.look(0.85).shown(0.85) for at, shown in plain.formats.items()} == {(5, 0): "85%", (5, 1): "0.85%", (5, 2): "85%"}
    assert hidden.hidden_rows == {5}
    assert hidden.hidden_columns == {2}


def formula(column: int, result: bytes) -> bytes:
    return struct.pack("<HHHHH", 0x0006, 22, 0, column, 0) + result + bytes(8)


@pytest.mark.parametrize(
    ("records", "cell"),
    [
        (formula(1, b"\0" + bytes(5) + b"\xff\xff") + struct.pack("<HHHB", 0x0207, 4, 1, 0) + b"x", "x"),
        (formula(1, b"\0" + bytes(5) + b"\xff\xff") + struct.pack("<HHHB", 0x0207, 3, 0, 0), CellError("=")),
        (formula(1, b"\0" + bytes(5) + b"\xff\xff"), CellError("=")),
        (formula(1, b"\3" + bytes(5) + b"\xff\xff"), CellError("=")),
        (formula(1, b"\2\0\x17" + bytes(3) + b"\xff\xff"), CellError("#REF!")),
        (formula(1, b"\1\0\1" + bytes(3) + b"\xff\xff"), True),
        (formula(1, struct.pack("<d", 12)), 12),
    ],
)
def test_every_result_of_an_xls_formula(tmp_path: Path, records: bytes, cell: object) -> None:
    whole = xls_stream(records)
    assert read(tmp_path, ole({"Workbook": whole})).sheets[0].rows == [[1, cell]]


def xls_stream(records: bytes, start: int | None = None) -> bytes:
    """Write a workbook stream of one sheet: A1 is 1, then the records."""
    bof = struct.pack("<HHHHHHII", 0x0809, 16, 0x0600, 0x05, 0, 0, 0, 0x0006)
    listed = struct.pack("<HHIHBB", 0x0085, 9, 0, 0, 1, 0) + b"a"
    globals_ = bof + listed + struct.pack("<HH", 0x000A, 0)
    at = len(globals_) if start is None else start
    globals_ = globals_.replace(listed, struct.pack("<HHIHBB", 0x0085, 9, at, 0, 1, 0) + b"a")
    sheet = bof.replace(b"\x05\0", b"\x10\0", 1) + struct.pack("<HHIIHHH", 0x0200, 14, 0, 1, 0, 2, 0)
    return globals_ + sheet + struct.pack("<HHHHHd", 0x0203, 14, 0, 0, 0, 1) + records + struct.pack("<HH", 0x000A, 0) + bytes(5000)


def test_a_chart_within_an_xls_sheet_does_not_end_it(tmp_path: Path) -> None:
    chart = struct.pack("<HHHHHHIIHH", 0x0809, 16, 0x0600, 0x20, 0, 0, 0, 6, 0x000A, 0)
    document = xls_stream(chart + struct.pack("<HHHHHHHHHH", 0x0208, 16, 0, 0, 2, 0, 0, 0, 0x20, 0))
    assert read(tmp_path, ole({"Workbook": document})).sheets[0].hidden_rows == {0}


def test_a_sheet_listed_many_times_counts_each_time(tmp_path: Path) -> None:
    whole = xls({(0, 0): 1, (65_535, 50): 1})
    at = whole.index(b"\x85\0")
    listed = whole[at : at + 4 + whole[at + 2]]
    with pytest.raises(Refused) as caught:
        read(tmp_path, ole({"Workbook": bytes_of_stream(whole).replace(listed, listed * 2)}))
    assert caught.value.finding.code in ("UA009", "UA007")


def bytes_of_stream(whole: bytes) -> bytes:
    from union_audit.sheets.ole import Container  # noqa: PLC0415 (only here)

    return Container(whole).stream("Workbook")


def test_errors_hidden_parts_and_percentages_of_an_xlsb(tmp_path: Path) -> None:
    def cell(kind: int, column: int, value: bytes, style: int = 0) -> bytes:
        return record(kind, struct.pack("<II", column, style) + value)

    number = struct.pack("<d", 0.85)
    rows = record(0x00, struct.pack("<I", 0) + bytes(21))
    rows += cell(0x05, 0, number, 1) + cell(0x03, 1, b"\x2a") + cell(0x0B, 2, b"\x17" + bytes(10)) + cell(0x08, 3, wide("") + bytes(10))
    rows += record(0x00, struct.pack("<I7xB13x", 2, 0x10))
    rows += cell(0x05, 0, number, 2) + cell(0x05, 1, number, 0)
    columns = record(0x3C, struct.pack("<IIIIH", 1, 1, 9, 0, 1)) + record(0x3C, struct.pack("<IIIIH", 3, 3, 0, 0, 0))
    formats = record(0x267, bytes([1, 0, 0, 0])) + record(0x2C, struct.pack("<H", 200) + wide("0.0%")) + record(0x268)
    xfs = b"".join(record(0x2F, struct.pack("<HH", 0, number)) for number in (0, 9, 200))
    styles = formats + record(0x2F, struct.pack("<HH", 0, 9)) + record(0x269, bytes([3, 0, 0, 0])) + xfs + record(0x26A)
    book = read(tmp_path, raw_xlsb(rows, before=columns, styles=styles))
    sheet = book.sheets[0]
    assert list(sheet.rows[0]) == [0.85, CellError("#N/A"), CellError("#REF!"), CellError("=")]
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns), set(sheet.formats)) == ({2}, {1, 3}, {(0, 0), (2, 0)})
    assert book.findings == ()


def test_merged_cells_of_an_xlsb(tmp_path: Path) -> None:
    cell = record(0x00, struct.pack("<I", 0) + bytes(21)) + record(0x05, struct.pack("<IId", 0, 0, 5))
    merged = record(0x92) + record(0xB1, struct.pack("<I", 1)) + record(0xB0, struct.pack("<4I", 0, 2, 0, 1)) + record(0xB2) + record(0x82)
    assert read(tmp_path, raw_xlsb(cell, end=merged)).sheets[0].merged == ((0, 0, 2, 1),)


ODS = """
<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>chữ</text:p></table:table-cell>
<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">
<text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.85"><text:p>85%</text:p>
</table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2" table:visibility="filter">
<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>
<table:table-cell table:formula="of:=[.A1]"/>
<table:table-cell table:formula="of:=[.A1]" office:value-type="string"><text:p/></table:table-cell>
<table:table-cell table:formula="of:=[.A1]" office:value-type="string" office:string-value=""><text:p>#REF!</text:p></table:table-cell>
<table:table-cell table:formula="of:=[.A1]" office:value-type="string"><text:p>có</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1000000" table:visibility="collapse"><table:table-cell/></table:table-row>
"""


def test_errors_hidden_parts_and_percentages_of_an_ods(tmp_path: Path) -> None:
    book = read(tmp_path, raw_ods(ODS.replace("\n", ""), "<table:table-row><table:table-cell/></table:table-row>"))
    sheet = book.sheets[0]
    assert list(sheet.rows[0][:4]) == ["chữ", CellError("#DIV/0!"), 0.85, 0.85]
    assert list(sheet.rows[2]) == [1, CellError("=[.A1]"), CellError("=[.A1]"), CellError("#REF!"), "có"]
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns), set(sheet.formats)) == ({1, 2}, {1, 2}, {(0, 2), (0, 3)})
    assert book.findings == ()


def test_an_xls_whose_sheets_are_not_where_they_should_be_says_what_cannot_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("union_audit.sheets.xls.look", lambda _: [])
    book = read(tmp_path, xls({(0, 0): 1}))
    assert [(finding.code, finding.args) for finding in book.findings] == [("UA012", {"kind": "xls"})]
    assert book.sheets[0].rows == [[1]]


@pytest.mark.parametrize(("before", "after"), [("c020e0001400", "c020740014"), ("001100220000001100420000", "001109220000001100420000")])
def test_a_damaged_xls_that_another_reader_gives_up_on_is_read(tmp_path: Path, before: str, after: str) -> None:
    cells = {(row, column): row * column for row in range(12) for column in range(6)}
    whole = xls(cells)
    old, new = bytes.fromhex(before), bytes.fromhex(after)
    damaged = whole.replace(old, new + old[len(new) :], 1)
    assert damaged != whole
    with pytest.raises((KeyError, xlrd.XLRDError)):
        xlrd.open_workbook(file_contents=damaged, logfile=io.StringIO())
    assert [list(row) for row in read(tmp_path, damaged).sheets[0].rows] == [[row * column for column in range(6)] for row in range(12)]


def test_a_sheet_that_shows_no_zeros(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        sheet, percent = made.add_worksheet(), made.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ["chữ", 0, 5, "0"])
        sheet.write(0, 4, 0, percent)
        sheet.hide_zero()
    document = xlwt.Workbook()
    old = document.add_sheet("a")
    for column, value in enumerate(("chữ", 0, 5, "0")):
        old.write(0, column, value)
    old.write(0, 4, 0, xlwt.easyxf(num_format_str="0%"))
    old.show_zero_values = False
    numbers = [record(0x05, struct.pack("<IId", column, 0, value)) for column, value in ((1, 0), (2, 5), (4, 0))]
    rows = record(0x00, struct.pack("<I", 0) + bytes(21)) + b"".join(numbers)
    binary = raw_xlsb(rows, before=record(0x89, struct.pack("<H", 0x0C) + bytes(28)))
    for content in (stream.getvalue(), xlwt_bytes(document), binary):
        formats = read(tmp_path, content).sheets[0].formats
        assert {at for at, shown in formats.items() if shown.hides_zero} == {(0, 1), (0, 4)}
    assert formats.keys() == {(0, 1), (0, 4)}
    assert not any(shown.hides_zero for shown in read(tmp_path, raw_xlsb(rows)).sheets[0].formats.values())
