"""What is read by columns, for its speed, is to the letter what the reader of all reads, or is left to that."""

import io
import re
import zipfile

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from union_audit.sheets import delimited, formal
from union_audit.sheets.archive import Archive
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.plain_book import read_plain
from union_audit.sheets.text import read_text
from union_audit.sheets.workbook import read_zip

SHEET, TEXTS, STYLES, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
TAG = re.compile("<[^<>]*>")


def parts() -> dict[str, str]:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Tháng 6")
        money, bold = book.add_format({"num_format": "#,##0.0"}), book.add_format({"bold": True})
        hiding = book.add_format({"num_format": "#,##0;-#,##0;;@"})
        with_unit, percent = book.add_format({"num_format": '0" máy"'}), book.add_format({"num_format": 9})
        sheet.merge_range(0, 0, 0, 3, "Biểu 02")
        for row in range(1, 5):
            sheet.write_row(row, 0, [f"LĐLĐ {row}", row, " a & b ", row / 8])
            sheet.write(row, 4, 1234.5, money)
            sheet.write(row, 9, row % 2, hiding)
            sheet.write(row, 5, None, bold)
            sheet.write_row(row, 6, [row, "x", 0.5], with_unit if row % 2 else percent)
        book.add_worksheet("Trống")
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if not name.startswith(("docProps", "xl/theme"))}


PARTS = parts()
ANYWHERE = ["<!-- x -->", "<!--", "-->", "<?x?>", "<![CDATA[5]]>", " ", "\n", "x", "&amp;", "&#53;", "\0", "'", '"', "<", ">"]
PIECES = {
    SHEET: [
        *('<c r="B2"><v>5</v></c>', '<c r="C2" t="s"><v>0</v></c>', '<c r="B2" t="e"><v>#REF!</v></c>', '<c r="B2" t="b"><v>1</v></c>'),
        *("<c><v>5</v></c>", '<c r="H2" s="9"><v>5</v></c>', '<c r="H2" t="str"><v>x</v></c>', '<c r="H2"><f>1</f></c>', '<c r="AAA2"/>'),
        *('<row r="9"/>', "<row>", '<row r="12345678"/>', '<row r="9" hidden="1">', '<row r="9" x=">', "</row>", '<x:row r="9"/>'),
        *("<sheetData/>", "<sheetData>", "</sheetData>", '<dimension ref="x"/>', '<cols><col min="1" max="2" hidden="1"/></cols>'),
        *('<mergeCell ref="A9"/>', '<mergeCell\nref="A9:B9"/>', '<x:mergeCell ref="A9:B9"/>', "<mergeCells/>", "<v>7</v>"),
        *("<v>+5</v>", "<v> 5</v>", "<v>007</v>", "<v>1e999</v>", "<v>-0</v>", "<v>NaN</v>", "<v>9007199254740993</v>", "<v>٣</v>", "<v/>"),
        *('<sheetView showZeros="0" workbookViewId="0"/>', '<sheetView workbookViewId="0"/>', "<v>0</v>"),
    ],
    TEXTS: [
        *(
            "<si/>",
            "<si><t/></si>",
            "<si><t>a</t></si>",
            "<si><t> a </t></si>",
            "<si><t>  </t></si>",
            "<si ><t>a</t></si>",
            "<si><t>_x000D_</t></si>",
        ),
        *(
            "<si><r><t>a</t></r></si>",
            "<si><t>a\r\nb</t></si>",
            "<si><t>a\nb</t></si>",
            "<si><t>a&amp;lt;b</t></si>",
            '<si><t xml:space="preserve"> a\n</t></si>',
            "<si><t>&lt</t></si>",
            "<si><t>hoa\u0300</t></si>",
            "<si><t>C«ng ®oµn</t></si>",
        ),
    ],
    STYLES: [
        *('<numFmt numFmtId="164" formatCode="0%"/>', '<numFmt numFmtId="1" formatCode="dd"/>', '<xf numFmtId="14"/>', "<xf/>"),
        *('<numFmts><numFmt numFmtId="0" formatCode="[ss].00"/></numFmts>', '<dxf><numFmt numFmtId="164" formatCode="0"/></dxf>'),
        *('<numFmt numFmtId="164" formatCode="#,###"/>', '<numFmt numFmtId="165" formatCode="0;-0;&quot;-&quot;"/>'),
        *('<cellXfs><xf numFmtId="9"/></cellXfs>', "<cellXfs/>", '<xf numFmtId="0"/>'),
    ],
    WORKBOOK: [
        '<sheet name="x" sheetId="9" r:id="rId1"/>',
        '<sheet name="x" sheetId="9"/>',
        '<sheet name="b" state="hidden" r:id="rId1"/>',
    ],
}


def zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.encode("utf-8", "surrogateescape"))
    return stream.getvalue()


def everything(book: Book) -> object:
    """Return all that a book says, its numbers as they are written, so that 1 is not 1.0 and -0.0 is not 0.0."""
    sheets = [
        (
            sheet.name,
            [[*map(repr, row)] for row in sheet.rows],
            sheet.hidden,
            sheet.hidden_rows,
            sheet.hidden_columns,
            sheet.formats,
            sheet.merged,
        )
        for sheet in book.sheets
    ]
    return book.kind, book.facts, book.findings, sheets


def check(data: bytes) -> bool:
    """Hold both readers of workbooks to each other; return whether the faster one reads it."""
    book = read_plain(Archive(data))
    if book is not None:
        assert everything(book) == everything(read_zip(data, is_apart=True))
    return book is not None


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    parts = dict(PARTS)
    for _ in range(draw(st.integers(0, 2))):
        part = draw(st.sampled_from([SHEET, SHEET, *PIECES]))
        xml = parts[part]
        tags = [tag.span() for tag in TAG.finditer(xml)] or [(0, 0)]
        start, end = draw(st.sampled_from(tags))
        piece = draw(st.sampled_from([*PIECES[part], *ANYWHERE, xml[start:end], ""]))
        start = draw(st.sampled_from([start, end, max(end - 1, start)]))  # instead of a tag, behind it, within it
        parts[part] = xml[:start] + piece + xml[end:]
    return zipped(parts)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(workbooks())
def test_a_workbook_is_read_both_ways_alike(data: bytes) -> None:
    check(data)


NUMBERS = ["0", "7", "12", "1234", "12345678", "123456789", "1.5", "-3", "1e5", "007", ""]
ATTRIBUTES = ["", "", ' spans="1:3"', ' outlineLevel="1"', ' x="/"', ' x="a>b"']


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Return rows as programs write them, now and then with a sign that is wrong."""
    written = []
    for row in sorted(draw(st.sets(st.integers(1, 12)))):
        tag = f'<row r="{row}"{draw(st.sampled_from(ATTRIBUTES))}'
        cells = [draw(cell(f"{column}{row}")) for column in ("A", "B", "Z", "AA", "ZZ") if draw(st.booleans())]
        is_open = bool(cells) or draw(st.booleans())
        written.append(f"{tag}>{''.join(cells)}</row>" if is_open else f"{tag}/>")
    xml = "".join(written)
    if xml and draw(st.integers(0, 3)) == 0:
        place = draw(st.integers(0, len(xml) - 1))
        xml = xml[:place] + draw(st.sampled_from([*'<>/"cvr =09A', ""])) + xml[place + draw(st.integers(0, 1)) :]
    return xml


def cell(address: str) -> st.SearchStrategy[str]:
    tag = st.sampled_from(["", "", ' s="1"', ' s="2"']).map(lambda style: f'<c r="{address}"{style}')
    ends = [
        st.sampled_from(["/>", "></c>"]),
        st.sampled_from(NUMBERS).map("><v>{}</v></c>".format),
        st.sampled_from(NUMBERS).map(' t="n"><v>{}</v></c>'.format),
        st.sampled_from("0125").map(' t="s"><v>{}</v></c>'.format),
    ]
    return st.tuples(tag, st.one_of(ends)).map("".join)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(rows())
def test_rows_are_read_both_ways_alike(xml: str) -> None:
    check(zipped(PARTS | {SHEET: re.sub("(?<=<sheetData>).*(?=</sheetData>)", lambda _: xml, PARTS[SHEET])}))


def test_what_programs_write_is_read_by_columns() -> None:
    assert check(zipped(PARTS))
    assert check(zipped(PARTS | {SHEET: re.sub("<dimension.*(?=<sheetData>)", "", PARTS[SHEET])}))
    assert check(zipped(PARTS | {SHEET: re.sub(r'<row r="\d+"', r'\g<0> hidden="false"', PARTS[SHEET])}))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (TEXTS, "<si>", "<si/><si>"),
        (TEXTS, "<si>", "<!-- <si><t>x</t></si> --><si>"),
        (TEXTS, "<t>LĐLĐ 1", "<t>LĐLĐ 1 "),
        (TEXTS, "LĐLĐ 1", "LĐLĐ \udcff"),
        (SHEET, "<sheetData>", "<sheetData/><sheetData>"),
        (SHEET, "<sheetData>", '<cols><col min="1" max="2" hidden="1"/></cols><sheetData>'),
        (SHEET, "<sheetData>", '<dimension ref="x"/><sheetData>'),
        (SHEET, "<sheetData>", "<!-- <sheetData>"),
        (SHEET, '<row r="2"', '<row r="2" x=\'>\' y="\'"'),
        (SHEET, '<row r="2"', '<row r="2" hidden="false" x=&"5"'),
        (SHEET, '<row r="2"', '<row r="12345678"/><row r="2"'),
        (SHEET, "<mergeCell ", "<mergeCell\n"),
        (SHEET, '<mergeCell ref="A1:D1"/>', '<!-- <mergeCell ref="A1:D1"/> -->'),
        (SHEET, "</sheetData>", "</sheetData><sheetData/>"),
        (SHEET, "</worksheet>", ""),
        (SHEET, "<worksheet", "</row><worksheet"),
        (STYLES, 'formatCode="#,##0.0"', 'formatCode="[ss].00"'),
        (STYLES, 'numFmtId="164"', 'numFmtId="4"'),
        (STYLES, "<cellXfs", '<dxfs><dxf><numFmt numFmtId="165" formatCode="0"/></dxf></dxfs><cellXfs'),
        (STYLES, "</styleSheet>", ""),
        (WORKBOOK, "sheetId", 'state = "hidden" sheetId'),
        ("xl/_rels/workbook.xml.rels", "sharedStrings.xml", "otherStrings.xml"),
        ("xl/_rels/workbook.xml.rels", "worksheets/", "./worksheets/"),
        ("xl/_rels/workbook.xml.rels", "relationships/worksheet", "relationships/w"),
        ("_rels/.rels", "relationships/officeDocument", "relations/officeDocument"),
        ("xl/worksheets/sheet2.xml", "<sheetData/>", '<sheetData/><c r="C2"><v>1</v></c>'),
    ],
)
def test_a_workbook_that_is_written_oddly_is_read_both_ways_alike(part: str, old: str, new: str) -> None:
    assert old in PARTS[part]
    check(zipped(PARTS | {part: PARTS[part].replace(old, new, 1)}))


def test_rows_that_are_no_rows_of_the_sheet_are_not_read() -> None:
    inside = PARTS[SHEET].replace("<sheetData>", "<!-- <sheetData>").replace("</sheetData>", "</sheetData> --><sheetData/>")
    assert not check(zipped(PARTS | {SHEET: inside}))
    empty = re.sub("<sheetData>.*</sheetData>", '<cols><col min="1" max="2" hidden="1"/></cols><sheetData/>', PARTS[SHEET])
    assert not check(zipped(PARTS | {SHEET: empty}))


def test_a_workbook_in_another_place_than_all_others_is_left_to_the_reader_of_all() -> None:
    relations = {"_rels/.rels": PARTS["_rels/.rels"].replace("xl/workbook.xml", "xl/workbook2.xml")}
    assert not check(zipped(PARTS | relations | {"xl/workbook2.xml": PARTS[WORKBOOK].replace("Tháng", "Năm")}))


def test_a_workbook_that_unfolds_far_is_left_to_a_process_with_limits() -> None:
    assert not check(zipped(PARTS | {"xl/theme/theme1.xml": " " * 1_000_000}))


PLAIN = ["5", "12", "A", "LĐLĐ huyện", "01.000001", "007", ""]
ODD = [
    '"',
    '""',
    '"a"',
    '"a,b"',
    '"a""b"',
    'a"b',
    '"a\nb"',
    '"5"',
    "\u00a0",
    " 5",
    "٣",
    "100000000",
    "hoa\u0300",
    "C«ng ®oµn",
    "\r",
    "\x85",
    "1,5",
]
DECLARED = ["", "sep={}\n", '"sep={}"\r\n', "sep=\r\n", "\ufeff"]


@st.composite
def tables(draw: st.DrawFn) -> str:
    delimiter, end = draw(st.sampled_from(",;\t|§")), draw(st.sampled_from(["\n", "\r\n"]))
    width = draw(st.integers(2, 4))
    regular = st.lists(st.sampled_from(PLAIN), min_size=width, max_size=width)
    blank = st.sampled_from([[""] * width, ['""'] * width])
    odd = st.lists(st.sampled_from([*PLAIN, *ODD]), max_size=width + 2)
    rows = draw(st.lists(st.one_of(regular, regular, regular, blank, odd), max_size=12))
    return draw(st.sampled_from(DECLARED)).format(delimiter) + "".join(delimiter.join(row) + end for row in rows)


def both_ways(data: bytes, block: int = 1 << 19) -> list[object]:
    found: list[object] = []
    with pytest.MonkeyPatch.context() as large:
        large.setattr(formal, "_BLOCK", block)
        large.setattr(formal, "_LEAST_LINES", 0)
        for size in (0, len(data) + 1):
            large.setattr(delimited, "_LARGE", size)
            try:
                found.append(everything(read_text(data)))
            except Refused as refused:
                found.append(refused.finding)
    return found


@settings(max_examples=300)
@given(tables(), st.sampled_from(["utf-8", "utf-16"]), st.sampled_from([1, 8, 30, 1 << 19]))
def test_a_text_table_is_read_both_ways_alike(text: str, encoding: str, block: int) -> None:
    by_column, by_row = both_ways(text.encode(encoding), block)
    assert by_column == by_row


@pytest.mark.parametrize(
    "text",
    [
        "sep=§\nĐơn vị§Số §\nLĐLĐ§5§\nLĐLĐ§6§\n",
        'a,b\n1,2\n3,4\n""\n5,6\n',
        '"";""\n"";""\n"";""\n"a";"b";"c"\n',
        "a,b\n1,2\n3," + ";" * 20_000 + "\n",
        "\ufeff\ufeffa,b\n1,2\n",
        "Đơn vị,Số\nhoa\u0300,5\n",
        "?ơn v?,S?\nL?L?,5\nL?L?,6\n",
        "a,b\n1,2\n" + "\n" * 300,
        "1,5;1,5\n\n",
    ],
    ids=[
        *("a sign of two bytes", "a blank cell alone", "blank rows in quotation marks", "many signs that divide nothing"),
        *("two marks of the encoding", "decomposed", "lost letters", "blank lines at the end", "few lines and a blank one"),
    ],
)
def test_a_text_table_that_is_written_oddly_is_read_both_ways_alike(text: str) -> None:
    by_column, by_row = both_ways(text.encode())
    assert by_column == by_row


def test_bytes_that_are_no_utf8_are_read_both_ways_alike() -> None:
    for letters in (b"\xff\xfe", b"C\xab\x6eg", b"\xc6\xa1\xc6", b"\xd4\xf2"):
        by_column, by_row = both_ways(b"a,b\nx" + letters + b",2\ny,3\n")
        assert by_column == by_row
