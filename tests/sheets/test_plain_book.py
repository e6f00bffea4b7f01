"""Large workbooks written as programs write them: read by columns, cell for cell what the reader of all workbooks reads."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from union_audit.sheets.archive import Archive
from union_audit.sheets.formats_by_column import by_column
from union_audit.sheets.model import Book, Cell
from union_audit.sheets.number_format import number_format
from union_audit.sheets.plain_book import read_plain
from union_audit.sheets.workbook import read_zip

SHEET = "xl/worksheets/sheet1.xml"
CELLS = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.integers(0, 99),
    st.floats(-1e9, 1e9),
    st.sampled_from(["LĐLĐ huyện", "01.000001", "a & b <c>", " edge ", "12", "Công đoàn “Một”"]),
)


def workbook(rows: list[list[object]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Tháng 6")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell is not None:
                    sheet.write(number, place, cell)
    return stream.getvalue()


def cells(book: Book) -> list[tuple[str, list[list[Cell]], object]]:
    return [(sheet.name, [[*row] for row in sheet.rows], sheet.merged) for sheet in book.sheets]


def changed(data: bytes, old: str, new: str, part: str = SHEET, only_without: str = "\0") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == part:
                assert old in content
                content = content.replace(only_without + old, "\0").replace(old, new).replace("\0", only_without + old)
            after.writestr(name, content)
    return stream.getvalue()


@given(st.lists(st.lists(CELLS, min_size=1, max_size=30), min_size=1, max_size=8), st.sampled_from(["", "n"]))
def test_the_same_cells_as_the_reader_of_all(rows: list[list[object]], typed: str) -> None:
    data = workbook([["Đơn vị", "Số máy"], [1], *rows])
    if typed:  # as LibreOffice writes
        data = changed(data, "><v>", ' t="n"><v>', only_without=' t="s"')
    read = read_plain(Archive(data))
    assert read is not None
    mine, others = cells(read), cells(read_zip(data))
    assert [(name, [[*map(repr, row)] for row in rows], merged) for name, rows, merged in mine] == [
        (name, [[*map(repr, row)] for row in rows], merged) for name, rows, merged in others
    ]


def test_formats_merged_cells_and_several_sheets(tmp_path: Path) -> None:
    path = tmp_path / "nation.xlsx"
    with xlsxwriter.Workbook(path) as book:
        first, _, third = book.add_worksheet("Một"), book.add_worksheet("Trống"), book.add_worksheet("Ba")
        grouped, boxed = book.add_format({"num_format": "#,##0"}), book.add_format({"border": 1, "num_format": '_(* #,##0_);_(* "-"_)'})
        first.merge_range(0, 0, 0, 5, "Biểu 02")
        first.write(3, 27, 1234567, grouped)
        first.write(4, 1, 5, boxed)
        first.write_blank(5, 1, None, boxed)
        third.write(0, 0, "x")
    read = read_plain(Archive(path.read_bytes()))
    assert read is not None
    assert cells(read) == cells(read_zip(path.read_bytes()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<c r="B2"><v>5</v></c>', '<c r="B2"><f>2+3</f><v>5</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2" t="e"><v>#REF!</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2" t="b"><v>1</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2" t="inlineStr"><is><t>5</t></is></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B3"><v>5</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="A2"><v>5</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B22"><v>5</v></c>'),
        ('<c r="B2"><v>5</v></c>', "<c><v>5</v></c>"),
        ('<c r="B2"><v>5</v></c>', '<c t="n" r="B2"><v>5</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2"><v>0x5</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2"><v>&#53;</v></c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2"><v>5</v> </c>'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2"><v>5</v></c><!-- 6 -->'),
        ('<c r="B2"><v>5</v></c>', '<c r="B2" t="s"><v>99</v></c>'),
        ('<row r="2"', '<row r="1"'),
        ('<row r="2"', '<row hidden="1" r="2"'),
        ("<sheetData>", '<cols><col min="1" max="1" hidden="1"/></cols><sheetData>'),
        ("</sheetData>", "</sheetData><mergeCells><mergeCell  ref='A1'/></mergeCells>"),
        ("<sheetData>", "<sheetData> "),
    ],
)
def test_what_is_written_otherwise_is_left_to_the_reader_of_all(old: str, new: str) -> None:
    data = workbook([["Đơn vị", "Số máy"], ["LĐLĐ", 5]])
    sheet = zipfile.ZipFile(io.BytesIO(data)).read(SHEET).decode()
    assert read_plain(Archive(data)) is not None
    assert old in sheet
    assert read_plain(Archive(changed(data, old, new))) is None


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "yyyy", '[h]:mm" máy"', '0" máy"dd'])
def test_what_may_be_a_date_is_left_to_the_reader_of_all(tmp_path: Path, code: str) -> None:
    path = tmp_path / "nation.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write(0, 0, 45000, book.add_format({"num_format": code}))
    assert read_plain(Archive(path.read_bytes())) is None


def test_numbers_that_are_shown_with_their_unit_or_as_percentages_or_in_thousands(tmp_path: Path) -> None:
    path = tmp_path / "nation.xlsx"
    codes = ("0%", "0.00%", '0" máy"', "#,##0,", "#,##0", "0.000")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for column, code in enumerate(codes):
            shown = book.add_format({"num_format": code})
            for row in range(1, 9, column + 1):
                sheet.write(row, column, 12_000 + row, shown)
            sheet.write(9, column, "LĐLĐ", shown)
            sheet.write_blank(10, column, None, shown)
    data = path.read_bytes()
    read = read_plain(Archive(data))
    assert read is not None
    (mine,), (other,) = read.sheets, read_zip(data).sheets
    assert dict(mine.formats) == dict(other.formats) != {}
    assert len(mine.formats) == len(other.formats)
    assert [mine.formats.get((row, 2)) for row in range(12)] == [other.formats.get((row, 2)) for row in range(12)]
    assert (0, 0) not in mine.formats
    assert (99, 99) not in mine.formats


def test_many_formats_are_the_same_kept_by_columns() -> None:
    some = number_format("0%"), number_format('0" máy"')
    formats = {(row, 3 * row % 7): shown for row in range(2, 40, 3) if (shown := some[row % 2])}
    assert dict(by_column(formats)) == formats
    assert list(by_column(formats)) == sorted(formats)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<si><t>LĐLĐ</t></si>", "<si><r><t>LĐLĐ</t></r></si>"),
        ("<si><t>LĐLĐ</t></si>", "<si><t>LĐ&#x110;</t></si>"),
        ("<si><t>LĐLĐ</t></si>", "<si><t>a_x000D_b</t></si>"),
        ("<si><t>LĐLĐ</t></si>", "<si><t/></si>"),
        ("<si><t>LĐLĐ</t></si>", "<si><t>&unknown;</t></si>"),
        ("</sst>", "<si><t>x</t></si><extLst/></sst>"),
    ],
)
def test_shared_texts_written_otherwise(old: str, new: str) -> None:
    data = workbook([["Đơn vị", "Số máy"], ["LĐLĐ", 5]])
    assert read_plain(Archive(changed(data, old, new, "xl/sharedStrings.xml"))) is None
