"""Rule 1: the content decides what a file is, not its name."""

from corpus.case import HEAD, TRUE, A, B, Case, case, folder, workbook
from corpus.containers import CONTAINERS, typed_in_tcvn3
from corpus.pages import Page, Rows
from workbooks import zipped

TITLED: Rows = (("LIÊN ĐOÀN LAO ĐỘNG TỈNH",), ("BÁO CÁO THÁNG 6 NĂM 2025",), HEAD, A, B)


def _named(suffix: str, saved: str, *says: str) -> Case:
    name = f"a.{suffix}"
    return folder(f"rule 1: {saved} named .{suffix}", {name: workbook(TITLED, saved)}, TRUE, *says)


def _lost(text: str) -> bytes:
    return "".join(letter if letter.isascii() else "?" for letter in text).encode()


TEXT = CONTAINERS["semicolon, UTF-8"]({"a": Page(TITLED)}, "a")["a.csv"].decode()
QUOTED = TEXT.replace("Tổng số máy tính", '"Tổng số\nmáy tính"').encode()
UNQUOTED = "BG01,1,200\nBG02,2,300\n"

CASES = [
    *(case(f"rule 1: {saved}", TITLED, saved=saved) for saved in CONTAINERS),
    _named("xls", "xlsx", "UA011"),
    _named("xlsx", "xls", "UA011"),
    _named("xlsx", "ods", "UA011"),
    _named("ods", "xlsx", "UA011"),
    _named("csv", "xlsx", "UA011"),
    _named("xlsx", "comma, UTF-8", "UA011"),
    _named("xls", "tab, UTF-16 with a mark", "UA011"),
    _named("txt", "comma, UTF-8"),
    _named("xlsx", "HTML saved as xls", "UA011"),
    _named("XLSX", "xlsx"),
    *(
        folder(
            f"rule 1: 1,200 without quotation marks, {how}", {"a.csv": f"Mã đơn vị,Tổng số máy tính{end}\n{UNQUOTED}".encode()}, {}, "UA131"
        )
        for how, end in (("beyond the headings", ""), ("under an empty heading", ","))
    ),
    folder("rule 1: a first line that names a delimiter the file does not use", {"a.csv": b"sep=|\r\n" + TEXT.encode()}),
    folder("rule 1: a quoted line break in a heading", {"a.csv": QUOTED}),
    folder("rule 1: letters lost to question marks are refused", {"a.csv": _lost(TEXT)}, {}, "UA010"),
    folder("rule 1: letters lost to replacement characters are refused", {"a.csv": TEXT.replace("ả", "\ufffd").encode()}, {}, "UA010"),
    folder("rule 1: UTF-16 cut off inside a letter is refused", {"a.txt": ("\ufeff" + TEXT).encode("utf-16-le")[:-1]}, {}, "UA010"),
    folder(
        "rule 1: a zip of submissions is a folder",
        {"thang 6.zip": zipped({"a.xlsx": workbook((HEAD, A)), "con/b.xlsx": workbook((HEAD, B))})},
    ),
    *(
        folder(
            f"rule 1: {saved} under a name that ends in a year",
            {"Bao cao thang 6.2025": workbook(TITLED, saved), "a.2025": b"a,b"},
            TRUE,
            "UA003",
        )
        for saved in ("xlsx", "xls", "ods")
    ),
    folder(
        "rule 1: a workbook under no kind of name", {"Bao cao": workbook(TITLED), "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64}
    ),
    folder(
        "rule 1: a workbook that is called a document is passed over",
        {"a.xlsx": workbook(TITLED), "b.doc": workbook((HEAD, A))},
        TRUE,
        "UA003",
    ),
    folder("rule 1: a PDF is passed over", {"a.xlsx": workbook(TITLED), "cong van.pdf": b"%PDF-1.7\n"}, TRUE, "UA003"),
    folder(
        "rule 1: a document is passed over",
        {"a.xlsx": workbook(TITLED), "bao cao.docx": zipped({"word/document.xml": "<w/>"})},
        TRUE,
        "UA003",
    ),
    folder("rule 1: a picture is passed over", {"a.xlsx": workbook(TITLED), "anh.jpg": b"\xff\xd8\xff\xe0"}, TRUE, "UA003"),
    folder(
        "rule 1: the lock file of an open workbook is passed over", {"a.xlsx": workbook(TITLED), "~$a.xlsx": b"\x05Van thu"}, TRUE, "UA003"
    ),
    folder("rule 1: a hidden file is passed over", {"a.xlsx": workbook(TITLED), ".a.xlsx": workbook((HEAD, A))}, TRUE, "UA003"),
    folder(
        "rule 1: a PDF named .xlsx is refused by name", {"a.xlsx": workbook(TITLED), "b.xlsx": b"%PDF-1.7\n" + bytes(99)}, TRUE, "UA006"
    ),
    folder(
        "rule 1: a document named .xlsx is refused",
        {"a.xlsx": workbook(TITLED), "b.xlsx": zipped({"word/document.xml": "<w/>"})},
        TRUE,
        "UA006",
    ),
    case(
        "text typed in a font of the standard of 1993",
        (
            tuple(typed_in_tcvn3(text) for text in HEAD),
            *(tuple(typed_in_tcvn3(value) if isinstance(value, str) else value for value in row) for row in (A, B)),
        ),
    ),
]
