"""Rule 3: an example, a reference or a template is no data; the template that a unit filled in, and that alone, is."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, Truth, but, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
OWN: Rows = (LINE, *FORM)
OTHER: Rows = (("Đơn vị: LĐLĐ huyện Lạng Giang",), *FORM)
BLANK: Rows = (LINE, FORM[0], *((*row[:3], None) for row in FORM[1:]))
TABLE: Rows = (HEAD, A)
HALF: Rows = (LINE, *FORM[:3])
REST: Rows = (LINE, FORM[0], *FORM[3:])


def _beside(name: str, rows: Rows, code: str, own: Rows = OWN, true: Truth = YD, *, how: str = "", stem: str = "bao cao") -> Case:
    """A sheet of such a name beside the unit's own."""
    says = (code,) if code else ()
    return case(f"rule 3: a sheet {name!r} beside, {how or code or 'read'}", {name: Page(rows), "T6": Page(own)}, true, *says, stem=stem)


CASES = [
    *(_beside(name, OTHER, "UA141") for name in ("Mẫu", "Biểu mẫu", "Mẫu số 01", "mau 2", "Template", "Mẫu (2)", "BM_Mẫu", "Danh mục")),
    *(_beside(name, OTHER, "UA123") for name in ("Ví dụ", "VD (ví dụ)", "Tham khảo", "Số liệu tham khảo", "Hướng dẫn", "HƯỚNG DẪN ĐIỀN")),
    _beside("Mẫu", FORM, "UA141", how="whose figures the file's name would claim", stem="LĐLĐ huyện Yên Dũng"),
    _beside("Mẫu", BLANK, "UA123", how="blank"),
    _beside("Mẫu", OWN, "UA141", HALF, {"BG01": {"computers": 120, "safe": 96}}, how="that says more than the unit's form"),
    _beside("Mẫu 2", REST, "", HALF, how="with the other half of the figures"),
    _beside("Ví dụ", OWN, "UA140", HALF, {"BG01": {"computers": 120, "safe": 96}}, how="that says more than the unit's form"),
    _beside("Ví dụ", OWN, "UA140", BLANK, {}, how="filled in instead of the form"),
    _beside("Mẫu", OWN, "UA141", BLANK, {}, how="filled in instead of the form"),
    *(
        case(f"rule 3: a file with nothing but {name!r}", {name: Page(OWN)}, YD)
        for name in ("Mẫu", "Mẫu 01", "Biểu mẫu số 2", "Template", "Danh mục chỉ tiêu", "Thuyết minh")
    ),
    *(
        case(f"rule 3: a file with nothing but {name!r} is not used", {name: Page(OWN)}, {}, "UA140")
        for name in ("Ví dụ", "Tham khảo", "Hướng dẫn", "Example")
    ),
    case("rule 3: a file named as an example is not used", OWN, {}, "UA140", stem="Vi du dien bieu"),
    case("rule 3: a title that says it is an example, and nothing else", (("VÍ DỤ:",), *OWN), {}, "UA140"),
    case(
        "rule 3: two templates, each with a part of the figures",
        {"Mẫu 01": Page(HALF), "Mẫu 02": Page(REST), "Hướng dẫn": Page((("Cách điền",),))},
        YD,
        "UA123",
    ),
    case(
        "rule 3: a template's rows of another unit, as an example",
        {"Mẫu": Page((HEAD, B)), "Số liệu": Page(TABLE)},
        {"BG01": OF_A},
        "UA141",
    ),
    case(
        "rule 3: a sheet named after a unit is the unit's",
        {"CĐCS Trường Minh Hà (ví dụ)": Page(FORM), "Yên Dũng": Page(FORM)},
        {"CS01": OF_A, **YD},
    ),
    case("rule 3: a kindergarten's sheet, and a place's", {"Mẫu giáo": Page(TABLE), "Mậu A": Page((HEAD, B))}),
    case("rule 3: a template that is hidden, beside the unit's form", {"Mẫu": Page(OTHER, hidden=True), "T6": Page(OWN)}, YD, "UA141"),
    case(
        "rule 3: percentages of an example are not used either",
        {"Ví dụ": Page((LINE, ("Tỷ lệ safe", "85%"), ("Chỉ tiêu", "Số liệu"), FORM[1])), "T6": Page((LINE, FORM[0], FORM[1]))},
        {"BG01": {"computers": 120}},
        "UA123",
    ),
    case(
        "rule 3: a template beside a table of others",
        {"Mẫu": Page(OWN), "CĐCS": Page((HEAD, (1, "CS01", "CĐCS Trường Minh Hà", *B[3:])))},
        {"CS01": OF_B},
        "UA141",
    ),
    case(
        "rule 3: a reference with figures of its own",
        {"Tham khảo": Page(REST), "T6": Page(HALF)},
        {"BG01": but(OF_A, "secret", "studied")},
        "UA140",
    ),
    case("rule 3: a blank list beside", {"Danh mục": Page((HEAD[1:3], A[1:3])), "Biểu": Page((HEAD, A, B))}, TRUE, "UA124"),
    *(_beside(name, OTHER, "UA123") for name in ("Kế hoạch", "KH 2025", "KH năm 2025", "Chỉ tiêu giao", "Dự kiến tháng 7", "Mục tiêu")),
    *(case(f"rule 3: a file with nothing but {name!r} is not used", {name: Page(OWN)}, {}, "UA140") for name in ("Kế hoạch 2025", "KH T6")),
    *(
        case(f"rule 3: {name!r} is the name of a plan, not a plan's figures", {name: Page(OWN)}, YD)
        for name in ("KH251", "KH 251-T6", "Kế hoạch 251")
    ),
    *(
        case(f"rule 3: a table titled {title!r} is not used", (LINE, (title,), *FORM), {}, "UA140", period=None)
        for title in ("CHỈ TIÊU GIAO NĂM 2025", "I. KẾ HOẠCH NĂM 2025", "Dự kiến tháng 7 năm 2025", "Biểu chỉ tiêu kế hoạch giao")
    ),
    *(
        case(f"rule 3: a table titled {title!r} is one of results", (LINE, (title,), ("THÁNG 6 NĂM 2025",), *FORM), YD)
        for title in ("KẾ HOẠCH SỐ 251/KH-LĐLĐ", "Kết quả thực hiện kế hoạch năm", "Thực hiện kế hoạch tháng 6")
    ),
    case(
        "rule 3: a plan's form above the results', of the same unit",
        (
            LINE,
            ("I. CHỈ TIÊU GIAO NĂM 2025",),
            *((*row[:3], 500 if place else "Số liệu") for place, row in enumerate(FORM[:4])),
            (),
            ("II. KẾT QUẢ THÁNG 6 NĂM 2025",),
            *FORM,
        ),
        YD,
        "UA123",
    ),
    case(
        "rule 6: a copy of a sheet is not surely the later one",
        {"T6": Page(OWN), "T6 (2)": Page((LINE, FORM[0], (1, "Tổng số máy tính", "máy", 130), *FORM[2:]))},
        {"BG01": but(OF_A, "computers")},
        "UA116",
    ),
]
