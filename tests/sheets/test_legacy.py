"""Text typed in the fonts of before Unicode: told by its own words, and ordinary text is never taken for it."""

import re
from pathlib import Path

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]
from hypothesis import example, given, settings
from hypothesis import strategies as st

from union_audit.plan import load_plan
from union_audit.sheets import Book, Cell, Refused, Sheet, read_book
from union_audit.sheets.legacy import from_tcvn3, in_unicode, legacy_encoding
from union_audit.sheets.syllables import is_syllable
from workbooks import openpyxl_bytes, raw_xlsx, xlwt_bytes

TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        bytes.fromhex(
            "a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
        ).decode("latin-1"),
        strict=True,
    )
)
ROOT = Path(__file__).parents[2]
LABELS = [field.label["vi"] for field in load_plan(ROOT / "targets.yaml").fields]
NAMES = ["Liên đoàn Lao động huyện Yên Dũng", "LĐLĐ tỉnh Bắc Giang", "Công đoàn các khu công nghiệp", "Lục Ngạn", "Sơn Động"]
TABLE: list[list[Cell]] = [["BÁO CÁO", None], ["Đơn vị", "Tổng số máy tính"]]
TABLE += [[name, 12] for name in NAMES]


def old(text: str) -> str:
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in text)


def typed(rows: list[list[Cell]]) -> list[list[Cell]]:
    return [[old(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def read(folder: Path, content: bytes, name: str = "a.xlsx") -> Book:
    (folder / name).write_bytes(content)
    return read_book(folder / name)


def book_of(*texts: str) -> Book:
    return Book("xlsx", (Sheet("a", [[text] for text in texts]),))


def xlsx_of(rows: list[list[Cell]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return openpyxl_bytes(book)


def xls_of(rows: list[list[Cell]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    return xlwt_bytes(book)


@pytest.mark.parametrize("write", [xlsx_of, xls_of])
def test_cells_typed_in_an_old_font_are_read_and_it_is_said(tmp_path: Path, write: object) -> None:
    assert callable(write)
    book = read(tmp_path, write(typed(TABLE)), "a.xls" if write is xls_of else "a.xlsx")
    assert [list(row) for row in book.sheets[0].rows] == TABLE
    assert book.facts["letters"] == "TCVN3"
    assert [finding.code for finding in book.findings] == ["UA018"]
    assert book.findings[0].args["count"] == len(
        [text for row in typed(TABLE) for text in row if isinstance(text, str) and not text.isascii()]
    )


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_csv_typed_in_an_old_font_is_read_and_it_is_said(tmp_path: Path, encoding: str) -> None:
    lines = "".join(f"{name};{number}\n" for name, number in [("Đơn vị", "Tổng số"), *((name, "12") for name in NAMES)])
    book = read(tmp_path, old(lines).encode(encoding), "a.csv")
    assert book.sheets[0].rows == [line.split(";") for line in lines.splitlines()]
    assert book.facts == {"encoding": "TCVN3" if encoding == "latin-1" else encoding, "delimiter": ";", "letters": "TCVN3"}
    assert [finding.code for finding in book.findings] == ["UA018"]


def test_every_label_of_the_plan_survives() -> None:
    book = in_unicode(book_of(*map(old, LABELS)))
    assert [row[0] for row in book.sheets[0].rows] == LABELS


def test_every_letter_survives_capitals_as_the_font_drew_them() -> None:
    assert from_tcvn3(old("đàảãáạ ằẳẵắặ ầẩẫấậ Đống Ấ")) == "đàảãáạ ằẳẵắặ ầẩẫấậ Đống ấ"
    assert from_tcvn3("TæNG Sè") == "TỔNG Số".replace("Số", from_tcvn3("Sè"))


def test_beside_unicode_text_only_what_makes_no_sense_is_decoded() -> None:
    texts = ["Bé", "Hà", "Lục Ngạn", *map(old, NAMES)]
    book = in_unicode(book_of(*texts))
    assert [row[0] for row in book.sheets[0].rows] == ["Bé", "Hà", "Lục Ngạn", *NAMES]
    assert in_unicode(book_of("café", "5 µm", *map(old, NAMES))).sheets[0].rows[0] == ["café"]


def test_vni_is_recognised_and_refused_by_name(tmp_path: Path) -> None:
    texts = ["Lieân ñoaøn Lao ñoäng huyeän Yeân Duõng", "Toång soá maùy tính", "Coâng ñoaøn"]
    with pytest.raises(Refused) as caught:
        read(tmp_path, xlsx_of([[text, 1] for text in texts]))
    assert caught.value.finding.code == "UA010"
    assert str(caught.value.finding.args["text"]).startswith("VNI: ")
    with pytest.raises(Refused) as caught:
        read(tmp_path, "".join(f"{text};1\n" for text in texts).encode("latin-1"), "a.csv")
    assert str(caught.value.finding.args["text"]).startswith("VNI: ")


ORDINARY = [
    "Hòa", "Hà", "Tài", "bé", "số", "máy tính", "xóm", "ông", "đã", "«Hòa»", "§ 5", "20 °C", "5 µm", "½", "Windows®", "©", "café", "Malmö",
    "Zürich", "São Paulo", "señor", "façade", "Ærø", "Straße", "naïve", "n.º 5", "Thé", "№", "x×y", "÷", "¿Qué?", "Đặng Thị Hòa",
]  # fmt: skip


PLAIN = st.text(st.sampled_from(" abhnĐđàáâãèéêôưọ"), max_size=12)
SET_APART = st.builds("{}{}{}".format, st.sampled_from(["", "«", "· "]), PLAIN, st.sampled_from(["", "»", " ·", " « »"]))
"""Quotation marks and points stand where people put them: around words, never in them."""


@settings(max_examples=150)
@given(texts=st.lists(st.sampled_from([*ORDINARY, *NAMES, *LABELS]) | SET_APART, max_size=8))
@example(texts=["5 µm", "«", "·"])
def test_ordinary_text_is_left_alone(texts: list[str]) -> None:
    book = book_of(*texts, " ".join(texts))
    assert in_unicode(book) is book
    assert not legacy_encoding("\n".join(texts))


SYLLABLES = sorted({word for text in [*LABELS, *NAMES] for word in re.findall(r"[^\W\d_]+", text) if is_syllable(word)})


@settings(max_examples=150)
@given(words=st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12))
def test_any_vietnamese_sentence_is_left_alone(words: list[str]) -> None:
    book = book_of(" ".join(words), *words)
    assert in_unicode(book) is book


def test_words_of_the_plan_are_syllables() -> None:
    words = {word for text in [*LABELS, *NAMES] for word in re.findall(r"[^\W\d_]+", text)}
    assert {word for word in words if not is_syllable(word)} <= {"LĐLĐ", "CNTT", "CNVCLĐ", "virus", "G"}
    assert not any(map(is_syllable, ["Windows", "Straße", "hoàà", "bcd", "Krông", ""]))


def test_a_text_written_by_numbers_is_looked_at_too(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{"".join(f"&#{ord(letter)};" for letter in old(name))}</t></is></c></row>'
        for n, name in enumerate(NAMES, 1)
    )
    assert [row[0] for row in read(tmp_path, raw_xlsx(cells)).sheets[0].rows] == NAMES
