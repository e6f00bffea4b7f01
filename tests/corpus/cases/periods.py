"""Rule 10: the period by title, sheet, file or folder; the user's own where nothing tells it; evidence that disagrees is a finding."""

from collections.abc import Mapping

from corpus.case import HEAD, OF_A, TRUE, A, B, Case, Truth, case, folder
from corpus.pages import Page, Row, Rows, Value
from union_audit.plan.period import Period

ROWS: Rows = (HEAD, A, B)
TITLES = {
    "BÁO CÁO THÁNG 6 NĂM 2025": "2025-06",
    "Báo cáo tháng 06/2025": "2025-06",
    "Kết quả tháng 6-2025": "2025-06",
    "Kỳ báo cáo: 06/2025": "2025-06",
    "(Số liệu tính từ ngày 01/6/2025 đến ngày 30/6/2025)": "2025-06",
    "Báo cáo Quý II/2025": "2025-Q2",
    "BÁO CÁO QUÝ 2 NĂM 2025": "2025-Q2",
    "Báo cáo 6 tháng đầu năm 2025": "2025-H1",
    "Báo cáo 9 tháng năm 2025": "2025-9M",
    "BÁO CÁO NĂM 2025": "2025",
    "Report for June 2025": "2025-06",
    "Second quarter, Q2 2025": "2025-Q2",
    "THÁNG SÁU/2025": "2025-06",
    "Tháng năm/2025": "2025-05",
    "Tháng 6/2025 so với tháng 5/2025": "2025-06",
    "Thực hiện tháng 6 năm 2025, so với cùng kỳ năm 2024": "2025-06",
}
FILES = {
    "Bao cao thang 6.2025": "2025-06",
    "BC T6-2025": "2025-06",
    "2025-06": "2025-06",
    "202506 bao cao": "2025-06",
    "Bao cao quy II 2025": "2025-Q2",
    "BC 6TDN 2025": "2025-H1",
}


def _title(text: str, label: str) -> Case:
    return case(f"rule 10: the title {text!r}", ((text,), *ROWS), periods={label: TRUE}, period=None)


def _file(stem: str, label: str) -> Case:
    return case(f"rule 10: the file {stem!r}", ROWS, periods={label: TRUE}, period=None, stem=stem)


def _periods(id_: str, files: Mapping[str, Rows], periods: Mapping[str, Truth], *says: str, period: Period | None = None) -> Case:
    return folder(f"rule 10: {id_}", files, {}, *says, periods=periods, period=period)


LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
MAY: Rows = ((*A[:3], 9, 8, 1, "có"), (*B[:3], 9, 8, 1, "có"))
LESS: dict[str, float] = {"computers": 9, "safe": 8, "secret": 1, "studied": 1}


def _by_column(heading: str, before: Value, now: Value) -> Rows:
    """Return a table whose rows say their period: two units' before, and one's now."""
    return ((heading, *HEAD[1:]), *((before, *row[1:]) for row in MAY), (now, *A[1:]))


NONE = (
    "So sánh với tháng 5/2025",
    "Tăng so với quý I",
    "Bắc Giang, ngày     tháng 7 năm 2025",
    "Bắc Giang, ngày … tháng 7 năm 2025",
    "Yên Dũng, ngày ..... tháng ..... năm 2025",
    "Tháng     năm 2025",
)
"""Titles that tell no period: what figures are compared with, the day of signing that is not yet filled in."""

CASES = [
    *(case(f"rule 10: {text!r} is no period", ((text,), *ROWS), periods={"": TRUE}, period=None) for text in NONE),
    *(case(f"rule 10: {text!r} leaves the user's", ((text,), *ROWS)) for text in NONE),
    *(_title(*each) for each in TITLES.items()),
    *(_file(*each) for each in FILES.items()),
    case("rule 10: the sheet tells the month", {"T6.2025": Page(ROWS)}, periods={"2025-06": TRUE}, period=None),
    case(
        "rule 10: a sheet a month",
        {"T5": Page((HEAD, (*A[:3], 100, 90, 3, "có"))), "T6": Page((HEAD, A))},
        period=None,
        stem="Bao cao nam 2025",
        periods={"2025-05": {"BG01": {**OF_A, "computers": 100, "safe": 90}}, "2025-06": {"BG01": OF_A}},
    ),
    _periods(
        "a folder a month",
        {"2025-05/a.xlsx": (HEAD, (*A[:3], 100, 90, 3, "có")), "2025-06/a.xlsx": (HEAD, A)},
        {"2025-05": {"BG01": {**OF_A, "computers": 100, "safe": 90}}, "2025-06": {"BG01": OF_A}},
    ),
    _periods("nothing tells it, and the user does", {"a.xlsx": ROWS}, {"2025-06": TRUE}, period=Period(2025, 6, 1)),
    _periods("nothing tells it", {"a.xlsx": ROWS}, {"": TRUE}),
    _periods("a month without its year", {"a.xlsx": (("BÁO CÁO THÁNG 6",), *ROWS)}, {"": TRUE}, "UA119"),
    _periods("the title and the file disagree", {"Bao cao thang 5.2025.xlsx": (("BÁO CÁO THÁNG 6 NĂM 2025",), *ROWS)}, {}, "UA117"),
    _periods(
        "they disagree, and the user names one of them",
        {"Bao cao thang 5.2025.xlsx": (("BÁO CÁO THÁNG 6 NĂM 2025",), *ROWS)},
        {"2025-06": TRUE},
        "UA118",
        period=Period(2025, 6, 1),
    ),
    _periods(
        "the user names another than the title",
        {"a.xlsx": (("BÁO CÁO THÁNG 6 NĂM 2025",), *ROWS)},
        {"2025-06": TRUE},
        period=Period(2025, 5, 1),
    ),
    _periods(
        "the plan's years are no period",
        {"a.xlsx": (("Thực hiện Kế hoạch số 251/KH-LĐLĐ giai đoạn 2022-2025",), ("THÁNG 6 NĂM 2025",), *ROWS)},
        {"2025-06": TRUE},
    ),
    _periods(
        "the day of signing is no period",
        {"a.xlsx": (("Bắc Giang, ngày 03 tháng 7 năm 2025",), ("THÁNG 6 NĂM 2025",), *ROWS)},
        {"2025-06": TRUE},
    ),
    *(
        case(f"rule 10: rows of two months, {how}", rows, {"BG01": OF_A})
        for how, rows in (
            ("in sections", (HEAD, ("Tháng 5/2025",), *MAY, ("Tháng 6/2025",), A)),
            ("in sections without their year", (("NĂM 2025",), HEAD, ("I. THÁNG 5",), *MAY, ("II. THÁNG 6",), A)),
            ("in sections of last month and this", (HEAD, ("Số liệu tháng trước",), *MAY, ("Số liệu tháng này",), A)),
            ("by a column of periods", _by_column("Kỳ báo cáo", "Tháng 5/2025", "06/2025")),
            ("by a column of labels", _by_column("Kỳ", "2025-05", "2025-06")),
            ("by a column of numbers", _by_column("Tháng", 5, 6)),
        )
    ),
    case("rule 10: rows of two months, and nothing tells which", _by_column("Kỳ", "2025-05", "2025-06"), {}, "UA145", period=None),
    case("rule 10: rows of two other months", _by_column("Kỳ", "2025-03", "2025-04"), {}, "UA145"),
    case(
        "rule 10: rows of one month tell the table's",
        _by_column("Kỳ báo cáo", "05/2025", "05/2025")[:-1],
        periods={"2025-05": {"BG01": LESS, "BG02": LESS}},
    ),
    case(
        "rule 10: rows of one month, and a title of another",
        (("BÁO CÁO THÁNG 6 NĂM 2025",), *_by_column("Kỳ báo cáo", "05/2025", "05/2025")[:-1]),
        {},
        "UA117",
        period=None,
    ),
    case(
        "rule 10: a form's labels under two months",
        (LINE, ("Chỉ tiêu", "Số liệu"), ("THÁNG 5", None), *((label, 5) for label in HEAD[3:6]), ("THÁNG 6", None), (HEAD[3], 120)),
        {"BG01": {"computers": 120}},
    ),
    case(
        "rule 10: a column of days is none of periods",
        ((*HEAD, "Ngày báo cáo"), (*A, "03/06/2025"), (*B, "05/07/2025")),
    ),
    *(
        case(f"rule 3: rows of a plan and of results, in sections {how}", (HEAD, (plan,), *MAY, (result,), A), {"BG01": OF_A})
        for how, plan, result in (
            ("named so", "I. KẾ HOẠCH", "II. THỰC HIỆN"),
            ("with their year", "Kế hoạch năm 2025", "Kết quả thực hiện"),
        )
    ),
    case("rule 3: a section of offices for planning is none of a plan", (HEAD, ("Khối Kế hoạch và Đầu tư",), A, B)),
]
