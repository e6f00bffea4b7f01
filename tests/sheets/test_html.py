"""Web pages that were saved as workbooks: a table is a table, and is never half read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from union_audit.sheets import Book, Cell, CellError, Refused, read_book

ROW = "<tr><td>LĐLĐ huyện Yên Dũng</td><td>12</td></tr>"


def read(folder: Path, page: str | bytes, name: str = "a.htm") -> Book:
    (folder / name).write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_book(folder / name)


def rows(folder: Path, page: str | bytes) -> list[list[Cell]]:
    book = read(folder, page if isinstance(page, bytes) else f"<html><body>{page}</body></html>")
    assert (book.kind, book.findings) == ("html", ())
    return [list(row) for row in book.sheets[0].rows]


def refused(folder: Path, page: str | bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(folder, page)
    return caught.value.finding.code


def test_a_page_named_as_a_workbook_is_read_and_says_so(tmp_path: Path) -> None:
    book = read(tmp_path, f"<table>{ROW}</table>", "a.xls")
    assert [(finding.code, finding.args) for finding in book.findings] == [("UA011", {"extension": ".xls", "kind": "html"})]
    assert book.sheets[0].rows == [["LĐLĐ huyện Yên Dũng", "12"]]
    assert book.facts == {"encoding": "utf-8"}


def test_lines_around_the_tables_stand_above_and_below_them(tmp_path: Path) -> None:
    page = f"<h3>BÁO CÁO\n tháng 6</h3>Đơn vị: A<br>B<table><caption>Biểu 1</caption>{ROW}{ROW}</table>Người lập<table>{ROW}</table>"
    one = ["LĐLĐ huyện Yên Dũng", "12"]
    assert rows(tmp_path, page) == [["BÁO CÁO tháng 6"], ["Đơn vị: A"], ["B"], ["Biểu 1"], [], one, one, ["Người lập"], one]


def test_cells_that_reach_over_others_keep_the_columns_apart(tmp_path: Path) -> None:
    page = (
        "<table><tr><th rowspan=2>Đơn vị<th colspan='2'>Máy tính<th rowspan=2>x</tr><tr><th>Tổng số</th><th>Kết nối</th></tr>"
        "<tr><td>A<td>1<td>2<td>3</table>"
    )
    book = read(tmp_path, page)
    assert book.sheets[0].rows == [["Đơn vị", "Máy tính", None, "x"], [None, "Tổng số", "Kết nối"], ["A", "1", "2", "3"]]
    assert book.sheets[0].merged == ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<td>&nbsp;</td>", None),
        ("<td> </td>", None),
        ("<td><b>1</b>2 <!-- no --> máy</td>", "12 máy"),
        ("<td>một<br>hai</td>", "một\nhai"),
        ("<td>một\n   hai</td>", "một hai"),
        ("<td><p>một</p><p>hai</p></td>", "một\nhai"),
        ("<td>C&#244;ng &#273;o&agrave;n &lt;</td>", "Công đoàn <"),
        ("<td>huye\u0323\u0302n</td>", "huyện"),
        ("<td x:num='1234.5'>1.235</td>", 1234.5),
        ("<td x:num>12</td>", "12"),
        ("<td sdval='12' sdnum='1033;'>12</td>", 12.0),
        ("<td x:num='45000'>15/03/2023</td>", "15/03/2023"),
        ("<td x:num='?'>5</td>", "5"),
        ("<td>#REF!</td>", CellError("#REF!")),
        ("<td x:err='#DIV/0!'></td>", CellError("#DIV/0!")),
        ("<td x:fmla='=A1+B1'></td>", CellError("=A1+B1")),
        ("<td><script>1</script><style>2</style>3</td>", "3"),
        ("<td colspan='x'>3</td>", "3"),
    ],
)
def test_what_a_cell_holds(tmp_path: Path, cell: str, value: Cell) -> None:
    assert rows(tmp_path, f"<table><tr>{cell}<td>z</td></tr></table>") == [[value, "z"]]


def test_percentages_and_what_is_hidden_are_told(tmp_path: Path) -> None:
    page = (
        "<p>T</p><table><col span=2><col style='display: none'><tr><td x:num='0.85'>85%</td></tr>"
        "<tr style='height:0;DISPLAY:none'><td>1</td></tr></table>"
    )
    sheet = read(tmp_path, page).sheets[0]
    assert sheet.rows == [["T"], [], [0.85], ["1"]]
    assert {at: shown.look(0.85).shown(0.85) for at, shown in sheet.formats.items()} == {(2, 0): "85%"}
    assert sheet.hidden_rows == {3}
    assert sheet.hidden_columns == {2}


def test_a_table_that_arranges_the_page_gives_what_is_in_it(tmp_path: Path) -> None:
    page = f"<table><tr><td>Menu<td></tr><tr><td><table>{ROW}{ROW}</table></td></tr></table>"
    one = ["LĐLĐ huyện Yên Dũng", "12"]
    assert rows(tmp_path, page) == [["Menu"], [], one, one]


def test_a_table_in_a_table_of_figures_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, f"<table><tr><td>A</td><td>1<table>{ROW}</table></td></tr></table>") == "UA007"


@pytest.mark.parametrize(
    ("charset", "content"),
    [("windows-1252", "Tổng số: à".replace("ổ", "&#7893;").replace("ố", "&#7889;").encode("cp1252")), ("utf-8", "Tổng số: à".encode())],
)
def test_the_letters_are_those_of_the_page(tmp_path: Path, charset: str, content: bytes) -> None:
    page = f"<html><meta http-equiv=Content-Type content='text/html; charset={charset}'><table><tr><td>".encode() + content
    book = read(tmp_path, page)
    assert book.sheets[0].rows == [["Tổng số: à"]]
    assert book.facts["encoding"] == charset


def test_a_page_in_utf_16(tmp_path: Path) -> None:
    assert rows(tmp_path, f"<html><table>{ROW}</table>".encode("utf-16")) == [["LĐLĐ huyện Yên Dũng", "12"]]


def test_letters_that_were_lost_are_not_guessed(tmp_path: Path) -> None:
    assert refused(tmp_path, "<html><table><tr><td>Li?n ?o?n Lao ??ng<td>T?ng s? m?y</table>") == "UA010"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html><body><p>Không có bảng", "UA006"),
        ("<table><tr>" + "<td colspan=1000>" * 20, "UA009"),
        ("<table><tr><td>" * 100, "UA009"),
        ("<html>" + " " * (17 << 20), "UA009"),
        ("<html><![nothing known[<table>", "UA007"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, page: str, code: str) -> None:
    assert refused(tmp_path, page) == code


TAGS = ["table", "tr", "td", "th", "p", "/table", "/tr", "/td", "td rowspan=3", "td colspan=2", "script", "/script", "br", "col"]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(TAGS).map("<{}>".format) | st.sampled_from(["a", "1", "&", "<", "<!", "]]>", "–"]), max_size=30))
def test_any_page_is_read_or_refused(tmp_path: Path, pieces: list[str]) -> None:
    try:
        sheet = read(tmp_path, "<html>" + "".join(pieces)).sheets[0]
    except Refused:
        return
    assert all(last < len(sheet.rows) for _, _, last, _ in sheet.merged)
