"""Rules 5 and 6: whose figures they are, by evidence that agrees; and the unit that reports twice."""

from collections.abc import Mapping
from typing import Any

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, Truth, but, case, folder, workbook
from corpus.pages import Page, Row, Rows

FORM: Rows = (
    ("STT", "Nội dung", "Đơn vị tính", "Số liệu"),
    (1, "Tổng số máy tính", "máy", 120),
    (2, "Số máy tính được bảo vệ bằng phần mềm", "máy", 96),
    (3, "Số máy mật", "máy", 3),
    (4, "Đã tổ chức học tập", "có/không", "có"),
)
YD = {"BG01": OF_A}
NAMES = (
    "LĐLĐ huyện Yên Dũng",
    "Liên đoàn Lao động huyện Yên Dũng",
    "LĐLĐ H. Yên Dũng",
    "LĐLĐ H.Yên Dũng",
    "LĐLĐ HUYỆN YÊN DŨNG",
    "ldld huyen yen dung",
    "LĐLĐ  huyện  Yên Dũng ",
    "LĐLĐ huyện Yên\xa0Dũng",
    "LĐLĐ huyện Yên Dũng (*)",
    "1. LĐLĐ huyện Yên Dũng",
    "- LĐLĐ huyện Yên Dũng",
    "Yên Dũng",
    "LIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN DŨNG",
)


def _of_form(id_: str, *above: Row, true: Truth = YD, says: tuple[str, ...] = (), stem: str = "bao cao", **more: Any) -> Case:
    return case(f"rule 5: {id_}", (*above, (), *FORM), true, *says, stem=stem, **more)


def _named(name: str) -> Case:
    row = tuple(value for place, value in enumerate(A) if place != 1)
    head = tuple(value for place, value in enumerate(HEAD) if place != 1)
    return case(f"rule 5: a row named {name!r}", (head, (1, name, *row[2:])), YD)


def _versions(id_: str, files: Mapping[str, Rows | Page], true: Truth, *says: str, **more: Any) -> Case:
    return folder(f"rule 6: {id_}", dict(files), true, *says, **more)


ONE: Rows = (HEAD, A, B)
OTHER: Rows = (HEAD, (*A[:3], 130, *A[4:]), B)
WITHOUT = {"BG01": but(OF_A, "computers"), "BG02": OF_B}
LATER = {"BG01": {**OF_A, "computers": 130}, "BG02": OF_B}


def _two(first: str, second: str) -> dict[str, Rows | Page]:
    return {first: ONE, second: OTHER}


CASES = [
    *map(_named, NAMES),
    case("rule 5: a name with one letter wrong", (HEAD[1:], ("", "LĐLĐ huyện Lạng Giamg", *B[3:])), {"BG02": OF_B}, "UA111"),
    case("rule 5: a code in small letters", (HEAD, (1, "bg01", *A[2:]), B)),
    case("rule 5: a code with a space", (HEAD, (1, " BG 01", *A[2:]), B)),
    case("rule 5: a code and another unit's name", (HEAD, (1, "BG01", "LĐLĐ huyện Lạng Giang", *A[3:])), {}, "UA112"),
    case("rule 5: a code that nobody has beside a name that is known", (HEAD, (1, "BG99", *A[2:]), B), TRUE, "UA128"),
    case("rule 5: a unit that is not in the roster is no new unit", (HEAD, A, (2, "BG77", "LĐLĐ huyện Tân Yên", *B[3:])), YD, "UA109"),
    case("rule 5: a name that may be two units", (HEAD, (1, None, "CĐCS Trường Minh Ha", *A[3:])), {}, "UA110"),
    case("rule 5: a name between two is told by its accents", (HEAD, (1, None, "CĐCS Trường Minh Hạ", *A[3:])), {"CS02": OF_A}),
    _of_form("a form with its unit line", ("Đơn vị: LĐLĐ huyện Yên Dũng",)),
    _of_form("a form with its unit line, in the next cell", ("Đơn vị báo cáo:", "LĐLĐ huyện Yên Dũng")),
    _of_form("a form with its unit line, short", ("Đơn vị: LĐLĐ H. Yên Dũng",)),
    _of_form("a form with its code", ("Mã đơn vị: BG01",)),
    _of_form("a form whose unit of measure is no unit", ("Đơn vị: LĐLĐ huyện Yên Dũng",), ("Đơn vị tính: máy",)),
    _of_form("a form whose unit of measure is misspelt as a province", ("Đơn vị: LĐLĐ huyện Yên Dũng",), ("Đơn vị tỉnh: máy",)),
    _of_form("a form named by its file", ("BÁO CÁO",), stem="LĐLĐ huyện Yên Dũng"),
    _of_form("a form named by its file without accents", ("BÁO CÁO",), stem="LDLD huyen Yen Dung - T6"),
    _of_form("a form named by the code in its file's name", ("BÁO CÁO",), stem="BG01_T6.2025"),
    _of_form("a form named by its letterhead", ("LĐLĐ TỈNH BẮC GIANG",), ("LĐLĐ HUYỆN YÊN DŨNG",)),
    _of_form(
        "another office's name left in the sheet", ("Đơn vị: LĐLĐ huyện Yên Dũng",), true={}, says=("UA113",), stem="LĐLĐ huyện Lạng Giang"
    ),
    _of_form(
        "another office's name left in the sheet, settled by a person",
        ("Đơn vị: LĐLĐ huyện Yên Dũng",),
        says=("UA127",),
        stem="LĐLĐ huyện Lạng Giang",
        options={"unit_of": {"LĐLĐ huyện Lạng Giang.xlsx": "BG01"}},
    ),
    _of_form("nothing tells the unit", ("BÁO CÁO",), true={}, says=("UA114",)),
    _of_form("the unit line names nobody that is known", ("Đơn vị: LĐLĐ huyện Tân Yên",), true={}, says=("UA109",)),
    case(
        "rule 5: a sheet a unit",
        {"LĐLĐ huyện Yên Dũng": Page(FORM), "LĐLĐ huyện Lạng Giang": Page((*FORM[:1], (1, "Tổng số máy tính", "máy", 80)))},
        {"BG01": OF_A, "BG02": {"computers": 80}},
    ),
    case("rule 5: a sheet a unit, renamed", {"Sheet1": Page((("Đơn vị: LĐLĐ huyện Yên Dũng",), *FORM))}, YD),
    _versions("the same figures twice are one submission", {"a.xlsx": ONE, "b.xlsx": (("BÁO CÁO",), *ONE)}, TRUE, "UA115"),
    folder("rule 6: the same file twice", dict.fromkeys(("a.xlsx", "b.xlsx"), workbook(ONE)), TRUE, "UA013"),
    _versions("different figures, and nothing says which is later", _two("a.xlsx", "b.xlsx"), WITHOUT, "UA116"),
    _versions("the later by its version", _two("bao cao lan 1.xlsx", "bao cao lan 2.xlsx"), LATER),
    _versions("the later by v1, v2", _two("bao cao v1.xlsx", "bao cao v2.xlsx"), LATER),
    _versions("the later by its date", _two("bao cao 03-07-2025.xlsx", "bao cao 05-07-2025.xlsx"), LATER),
    _versions("a correction", _two("bao cao.xlsx", "bao cao (dieu chinh).xlsx"), LATER),
    case("rule 6: a unit twice in one table", (HEAD, A, (2, *A[1:3], 130, *A[4:]), B), WITHOUT, "UA116"),
    case("rule 6: a unit twice in one table, the same", (HEAD, A, (2, *A[1:]), B), TRUE, "UA115"),
]
