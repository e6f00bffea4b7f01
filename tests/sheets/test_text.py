"""Text tables: letters, delimiters, rows."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from union_audit.findings import Source
from union_audit.sheets import Book, Refused, delimited, read_book
from union_audit.sheets.delimited import choose_delimiter, read_table
from union_audit.sheets.text import read_text

HEADER = ["Đơn vị", "Tổng số máy", "Tỷ lệ", "Ghi chú"]
TABLE = [HEADER, ["LĐLĐ huyện Yên Dũng", "12", "85,5", "đã nộp"], ["Công đoàn các KCN", "1.234", "60", "Hiệp Hòa, Sơn Động"]]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


def read(folder: Path, content: bytes, name: str = "a.csv") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def refused(folder: Path, content: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as caught:
        read(folder, content)
    return caught.value.finding.code, caught.value.finding.args


def written(rows: list[list[str]], delimiter: str, quoting: int = csv.QUOTE_MINIMAL, end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def windows_1258(text: str) -> bytes:
    """Write as Windows does: base letters with their own marks, the tone after them."""
    decomposed = ""
    for letter in text:
        try:
            letter.encode("cp1258")
            decomposed += letter
        except UnicodeEncodeError:
            base, tone = _split(letter)
            decomposed += base + tone
    return decomposed.encode("cp1258")


def _split(letter: str) -> tuple[str, str]:
    import unicodedata  # noqa: PLC0415 (only here)

    marks = unicodedata.normalize("NFD", letter)
    tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)), "".join(tones)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", [*ENCODINGS, "windows-1258"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_encoding_and_quoting_reads_back(tmp_path: Path, delimiter: str, encoding: str, quoting: int, end: str) -> None:
    text = written(TABLE, delimiter, quoting, end)
    book = read(tmp_path, windows_1258(text) if encoding == "windows-1258" else text.encode(encoding))
    assert book.sheets[0].rows == TABLE
    assert (book.kind, book.facts["delimiter"], book.findings) == ("text", delimiter, ())
    assert book.facts["encoding"] in {encoding, f"{encoding}-le"}
    assert book.sheets[0].name == ""


CELL = st.text(st.sampled_from('abêđ 0123456789.,;|\t"\n-?'), max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8)),
    data=st.data(),
)
def test_what_was_written_with_a_declared_delimiter_reads_back(rows: list[list[str]], data: st.DataObject) -> None:
    delimiter = data.draw(st.sampled_from(",;\t|"))
    quoting = data.draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    table = read_table(f"sep={delimiter}\r\n" + written(rows, delimiter, quoting))
    assert table.rows == [[cell or None for cell in row] for row in rows]
    assert not table.stray


def test_every_letter_of_vietnamese_survives_its_windows_code_page(tmp_path: Path) -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    text = f"{letters},{letters.upper()}\n“1”,–2…\n"
    assert read(tmp_path, windows_1258(text)).sheets[0].rows == [[letters, letters.upper()], ["“1”", "–2…"]]


@pytest.mark.parametrize("mark", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_that_declares_the_delimiter_is_no_row(tmp_path: Path, mark: str) -> None:
    book = read(tmp_path, (mark + "a,b;c\n1,5;2\n").encode())
    assert book.sheets[0].rows == [["a,b", "c"], ["1,5", "2"]]


def test_two_byte_order_marks_are_no_data(tmp_path: Path) -> None:
    assert read(tmp_path, codecs.BOM_UTF8 * 2 + b"a,b\n1,2\n").sheets[0].rows == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Đơn vị;Tỷ lệ\nA;85,5\nB;12,5\nC;7,25\n", ";"),
        ("Đơn vị;Tỷ lệ (%), lũy kế\nA;85,5\nB;12,5\n", ";"),
        ("Đơn vị;Quý I;Quý II\nA;85,5;1,5\nB;12,5;2,5\nC;7,25;9,5\n", ";"),
        ("code,name,level,aliases\nA1,LĐLĐ huyện,district,a;b\nA2,Công đoàn ngành,sector,c;d\n", ","),
        ("Đơn vị\tSố\nLĐLĐ huyện A, B\t1,5\nLĐLĐ huyện C, D\t2,5\n", "\t"),
        ("BÁO CÁO THÁNG 6\nĐơn vị tính: máy, thiết bị\n\nSTT,Đơn vị,Số\n1,A,2\n2,B,3\n3,C,4\n", ","),
        ('STT,Đơn vị,"Tổng\nsố, máy"\n1,"Hiệp Hòa; Sơn Động",2\n', ","),
        ("a|b|c\n1,5|2|3\n", "|"),
        ("một cột\n1\n2\n", "\t"),
        ('a,"b\n' + "x" * 200_000, ","),
    ],
)
def test_decimal_commas_titles_and_lists_fool_nobody(text: str, delimiter: str) -> None:
    assert choose_delimiter(text.splitlines(keepends=True)) == delimiter
    if len(text) < 1000:
        assert read_table(text).delimiter == delimiter


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Li?n ?o?n Lao ??ng,S? m?y\nHuy?n Y?n D?ng,1\n", "?"),
        ("Liên đoàn\ufffd,1\n", "\ufffd"),
        ("C?ng ?o?n;T?ng s? m?y t?nh k?t n?i m?ng\n", "?"),
    ],
)
def test_letters_that_were_lost_are_not_guessed(tmp_path: Path, text: str, shown: str) -> None:
    code, args = refused(tmp_path, text.encode())
    assert code == "UA010"
    assert shown in str(args["text"])


@pytest.mark.parametrize(
    "text", ["Đã nộp?,1\nCó họp không?,2\nĐủ chưa? Chưa,3\n", "http://x.vn/?a=b&c=d,1\nhttp://y.vn/?a=b,2\nx?y=1,2\n", "?,?\n?,?\n?,1\n"]
)
def test_question_marks_that_ask_are_no_loss(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode()).kind == "text"


@pytest.mark.parametrize(
    "content",
    [
        "Đơn vị,Số\nÃ,1\n".encode("latin-1", "replace") + b"\xd3\xc7,2\n",  # other letters than Vietnamese
        b"C\xabng \xae\xa7oa\xb5n,1\n",  # a legacy Vietnamese font
        b"a,b\n\x81\xfe,2\n",  # no character of the code page
        b"a,b\n" + b"1,2\n" * 3000 + b"\0,3\n",  # a zero byte far down
        "a\tb\n1\t2\n".encode("utf-16-le") + b"\x00\xd8\n\x00",  # half a pair
        codecs.BOM_UTF16_LE + "a\tb\0\n".encode("utf-16-le"),
    ],
)
def test_what_cannot_be_decoded_with_certainty_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content)[0] == "UA010"


def places(book: Book) -> list[tuple[str, int]]:
    return [(finding.code, finding.source.row) for finding in book.findings if finding.source]


def test_one_ragged_row_is_told_and_collapses_nothing(tmp_path: Path) -> None:
    book = read(tmp_path, b"BAO CAO\n\na,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\nI. Muc\n\n1,2,3\nGhi chu, x\n")
    assert places(book) == [("UA014", 4), ("UA014", 5)]
    assert book.findings[0].args == {"found": 2, "expected": 3}
    assert list(book.sheets[0].rows[3:7]) == [["1", "2", "3"], ["1", "2"], ["1", "2", "3", "4"], ["1", "2", "3", None, None]]
    assert [len(row) for row in book.sheets[0].rows] == [1, 0, 3, 3, 2, 4, 5, 1, 0, 3, 2]


@pytest.mark.parametrize("after", ["", "".join(f"x{n},2,3\n" for n in range(300)), "x,2,3\n" * 60_000])
def test_a_quotation_mark_that_never_closes_swallows_nothing(tmp_path: Path, after: str) -> None:
    book = read(tmp_path, ('a,b,c\n1,2,3\n"B,2,3\n' + after).encode())
    assert places(book) == [("UA017", 2)]
    assert list(book.sheets[0].rows[2]) == ['"B', "2", "3"]
    assert len(book.sheets[0].rows) == 3 + after.count("\n")


def test_two_stray_quotation_marks_do_not_join_the_rows_between_them(tmp_path: Path) -> None:
    book = read(tmp_path, b'a,b,c\n1,2,3\n"B,2,3\nC,2,3\nD,2",3\nE,2,3\n')
    assert [len(row) for row in book.sheets[0].rows] == [3] * 6
    assert places(book) == [("UA017", 2)]


def test_a_cell_of_several_lines_that_leaves_its_row_whole_is_a_cell(tmp_path: Path) -> None:
    book = read(tmp_path, b'a,b,c\n1,2,3\n4,"5,6\n7,8",9\nE,2,3\n')
    assert list(book.sheets[0].rows[2]) == ["4", "5,6\n7,8", "9"]


def test_a_stray_quotation_mark_in_the_header_does_not_hide_the_width_of_the_table(tmp_path: Path) -> None:
    book = read(tmp_path, b'a,"b,c\n1,2,3\n4,5,6\n')
    assert list(book.sheets[0].rows) == [["a", '"b', "c"], ["1", "2", "3"], ["4", "5", "6"]]
    assert places(book) == [("UA017", 0)]


def test_a_column_of_texts_with_line_breaks(tmp_path: Path) -> None:
    assert read(tmp_path, b'a\n"b\nc"\n').sheets[0].rows == [["a"], ["b\nc"]]


def test_a_stray_quotation_mark_in_the_last_line(tmp_path: Path) -> None:
    book = read(tmp_path, b'a,b,c\n1,2,3\nB,"2,3')
    assert list(book.sheets[0].rows) == [["a", "b", "c"], ["1", "2", "3"], ["B", '"2', "3"]]
    assert places(book) == [("UA017", 2)]


def test_quotation_marks_inside_a_cell_are_letters(tmp_path: Path) -> None:
    book = read(tmp_path, b'a,b,c\nman 24" x,2,3\nE,"say ""hi""",3\n')
    assert list(book.sheets[0].rows[1:]) == [['man 24" x', "2", "3"], ["E", 'say "hi"', "3"]]
    assert places(book) == []


@pytest.mark.parametrize(("line", "cells"), [('"x" y,2,3', ["x y", "2", "3"]), ('"x, z" y,2,3', ["x, z y", "2", "3"])])
def test_letters_after_a_closing_quotation_mark_are_told(tmp_path: Path, line: str, cells: list[str]) -> None:
    book = read(tmp_path, f"a,b,c\n{line}\n1,2,3\n".encode())
    assert list(book.sheets[0].rows[1]) == cells
    assert places(book) == [("UA017", 1)]


def test_a_very_long_cell_is_a_cell(tmp_path: Path) -> None:
    book = read(tmp_path, b"a,b\n" + b"x" * 200_000 + b",2\n1,2\n")
    assert [len(row) for row in book.sheets[0].rows] == [2, 2, 2]
    assert places(book) == []


def test_many_stray_quotation_marks_end_the_search_for_pairs(tmp_path: Path) -> None:
    book = read(tmp_path, b"a,b,c\n" + b'"B,2,3\n' * 2001 + b"E,2,3\n")
    assert [len(row) for row in book.sheets[0].rows] == [3] * 2003
    assert {code for code, _ in places(book)} == {"UA017", "UA020"}


def test_a_line_break_inside_quotation_marks_keeps_the_row_together(tmp_path: Path) -> None:
    book = read(tmp_path, '"Tổng\nsố",b,c\n1,2,3\n'.encode())
    assert list(book.sheets[0].rows) == [["Tổng\nsố", "b", "c"], ["1", "2", "3"]]


@example(b"PK")
@example(b"\xff\xfe")
@example(b"\x00a")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    try:
        book = read(tmp_path, content)
    except Refused:
        return
    assert all(cell is None or isinstance(cell, str) for row in book.sheets[0].rows for cell in row)


def test_of_many_broken_rows_the_first_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    book = read(tmp_path, b"a,b,c\n" + b"1,2,3\n" * 1500 + b"1,2\n" * 700 + b"1,2,3\n")
    assert len([code for code, _ in places(book) if code == "UA014"]) == 500
    *_, others = book.findings
    assert (others.code, others.args["count"], others.source) == ("UA020", 200, Source("", "", 2001, 0))


def test_a_text_that_comes_again_is_kept_once_and_too_many_others_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = b'a,b\n1234,5"6\n1234,x\n,\n'
    (sheet,) = read_text(content).sheets
    assert [list(row) for row in sheet.rows] == [["a", "b"], ["1234", '5"6'], ["1234", "x"], [None, None]]
    assert sheet.rows[1][0] is sheet.rows[2][0]
    monkeypatch.setattr(delimited, "DISTINCT_TEXTS", 4)
    with pytest.raises(Refused) as caught:
        read_text(content)
    assert caught.value.finding.code == "UA009"
