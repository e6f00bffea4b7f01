"""Forms, and tables with a column a unit, as a real office could send them, each with several oddities at once."""

from corpus.case import OF_A, A, B, Truth, but, case, folder
from corpus.cases.around import LETTERHEAD
from corpus.cases.office_tables import COUNTS, LABELS, NAME_A, NAME_B, TITLE
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows, Value

YD_COUNTS: Truth = {"BG01": but(OF_A, "studied")}
LINE: Row = (f"Đơn vị: {NAME_A}",)


def _form(head: Row, *rows: Row) -> Rows:
    return (*LETTERHEAD[:2], TITLE, LINE, (), head, *rows)


def _by_label(*values: tuple[Value, ...]) -> Rows:
    return tuple((number, label, *each) for number, (label, each) in enumerate(zip(LABELS, values, strict=False), 1))


FORMS = [
    case(
        "office: a form with plan, result, share and notes",
        _form(
            ("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Ghi chú"),
            *_by_label(
                ("máy", 130, 120, 92.3, None), ("máy", 130, 96, 73.8, "còn 24"), ("máy", 5, 3, 60, None), ("", None, "có", None, None)
            ),
        ),
        YD,
    ),
    case("office: unit and unit of measure on one line", ((f"Đơn vị: {NAME_A}          Đơn vị tính: máy",), (), *FORM), YD),
    case("office: unit and unit of measure on one line, in cells", ((f"Đơn vị: {NAME_A}", None, "Đơn vị tính: máy"), (), *FORM), YD),
    case("office: the unit in brackets under the title", (TITLE, (f"({NAME_A})",), *FORM), YD),
    case("office: a line with a footnote", ((f"Tên đơn vị báo cáo (1): {NAME_A}",), *FORM), YD),
    case("office: a line whose unit is under dots", ((f"Đơn vị: ……{NAME_A}……",), *FORM), YD),
    case(
        "office: two forms side by side",
        tuple(
            (*one, None, *other)
            for one, other in zip(
                ((f"Đơn vị: {NAME_A}", None), ("Chỉ tiêu", "Số liệu"), *zip(LABELS, A[3:], strict=True)),
                ((f"Đơn vị: {NAME_B}", None), ("Chỉ tiêu", "Số liệu"), *zip(LABELS, B[3:], strict=True)),
                strict=True,
            )
        ),
    ),
    case(
        "office: a form with codes of the lines",
        _form(("STT", "Chỉ tiêu", "Mã số", "Tháng 6"), *_by_label(("01", 120), ("02", 96), ("03", 3), ("04", "có"))),
        YD,
    ),
    case(
        "office: a blank form with codes of the lines has no figures",
        _form(("STT", "Chỉ tiêu", "Mã số", "Tháng 6"), *_by_label((1, None), (2, None), (3, None), (4, None))),
        {},
    ),
    case(
        "office: a blank form with codes of the lines under no heading",
        (LINE, *((label, number, None) for number, label in enumerate(LABELS, 1))),
        {},
        "UA108",
    ),
    case(
        "office: a form with last month's column and this month's",
        _form(("STT", "Chỉ tiêu", "Tháng 5/2025", "Tháng 6/2025"), *_by_label((110, 120), (90, 96), (2, 3))),
        YD_COUNTS,
    ),
    case(
        "office: a form with a column for each month",
        _form(
            ("STT", "Chỉ tiêu", *(f"T{month}" for month in range(1, 13))),
            *_by_label(*((*range(50, 55), each, *(None,) * 6) for each in (120, 96, 3))),
        ),
        YD_COUNTS,
    ),
    case(
        "office: a form with sections in roman numbers and groups beside the leaves",
        Page(
            _form(
                ("TT", "Nội dung", None, "Đơn vị tính", "Số liệu"),
                ("I", "HẠ TẦNG", None, None, None),
                (1, "Máy tính", "Tổng số", "máy", 120),
                (None, None, "Được bảo vệ", "máy", 96),
                ("II", "BẢO MẬT", None, None, None),
                (1, "Số máy mật", None, "máy", 3),
                (2, "Đã tổ chức học tập", None, "Có/Không", "Có"),
            ),
            [(7, 1, 8, 1), (5, 1, 5, 2)],
        ),
        YD,
    ),
    case(
        "office: a form with rows that nobody asked for, and a note with a number",
        _form(FORM[0], *FORM[1:3], (3, "Số máy in", "máy", 14), *FORM[3:], (), ("Ghi chú:", None, None, 5)),
        YD,
        "UA102",
    ),
    case(
        "office: a form with the figures as text and dots",
        _form(FORM[0], (1, LABELS[0], "máy", "1.120"), *FORM[2:]),
        {"BG01": {**OF_A, "computers": 1120}},
    ),
    folder(
        "office: a folder a unit",
        {"LĐLĐ huyện Yên Dũng/bao cao.xlsx": (TITLE, *FORM), "LĐLĐ huyện Hiệp Hòa/bao cao.xlsx": (TITLE, *FORM[:2])},
        {"BG03": {"computers": 120}},
        "UA114",
    ),
    folder("office: a form in another unit's folder", {"LĐLĐ huyện Lạng Giang/bao cao.xlsx": (LINE, *FORM)}, {}, "UA113"),
    case(
        "office: another document altogether",
        (TITLE, ("Kính gửi: LĐLĐ tỉnh",), ("Đơn vị xin báo cáo đã thực hiện tốt kế hoạch.",)),
        {},
        "UA015",
    ),
    case(
        "office: a month that is not yet filled in",
        {"T6": Page((LINE, *FORM)), "T7": Page((LINE, FORM[0], *((*row[:3], None) for row in FORM[1:])))},
        stem="Bao cao nam 2025",
        period=None,
        periods={"2025-06": YD},
    ),
]

FORMS += [
    case(
        "office: a blank form whose task is filled in",
        _form(("STT", "Nội dung", "Chỉ tiêu năm 2025", "Tháng 6"), *_by_label(*((130, None),) * 3)),
        {},
    ),
    case(
        "office: a blank form whose task is filled in, in other words",
        _form(("STT", "Nội dung", "Số phải có", "Tháng 6"), *_by_label(*((130, None),) * 3)),
        {},
        "UA107",
    ),
    case("office: a form in another's file, without a roster", (LINE, *FORM), {}, "UA113", stem="LĐLĐ huyện Lạng Giang T6", roster=None),
    case("office: a form in its own file, without a roster", (LINE, *FORM), {NAME_A: OF_A}, stem="LDLD huyen Yen Dung T6", roster=None),
    case("office: a second form below that names no unit", (LINE, *FORM, (), FORM[0], (1, LABELS[0], "máy", 80)), YD, "UA114"),
    case("office: a form with two lines of the unit", (LINE, (f"Đơn vị: {NAME_B}",), *FORM), {}, "UA113"),
    case("office: a title that says unit and month", (("BÁO CÁO CỦA LĐLĐ HUYỆN YÊN DŨNG THÁNG 6/2025",), *FORM), YD, period=None),
    case("office: an estimate of the month", (LINE, ("Chỉ tiêu", "Ước thực hiện tháng 6"), *zip(LABELS, A[3:], strict=True)), YD),
    case(
        "office: notes with numbers before the figures",
        (LINE, ("Chỉ tiêu", "Ghi chú", "Số liệu"), *((label, "5 máy hỏng", value) for label, value in zip(LABELS, A[3:], strict=True))),
        YD,
    ),
    case(
        "office: figures to the left of the labels are said",
        (LINE, *((value, label) for label, value in zip(LABELS, A[3:], strict=True))),
        {},
        "UA108",
    ),
]

TRANSPOSED = [
    case(
        "office: a column a unit under groups of units",
        (
            ("TT", "Chỉ tiêu", "Khối huyện", None),
            (None, None, NAME_A, NAME_B),
            *((number, label, a, b) for number, (label, a, b) in enumerate(zip(LABELS, A[3:], B[3:], strict=True), 1)),
        ),
    ),
    case(
        "office: a column a unit, then a total and notes",
        (
            ("Chỉ tiêu", NAME_A, NAME_B, "Tổng cộng", "Ghi chú"),
            *((label, a, b, total, "đủ") for label, a, b, total in zip(LABELS, A[3:6], B[3:6], (200, 171, 5), strict=False)),
        ),
        COUNTS,
    ),
    case(
        "office: two columns a unit",
        Page(
            (
                ("Chỉ tiêu", NAME_A, None, NAME_B, None),
                (None, *("Kế hoạch", "Thực hiện") * 2),
                *((label, 999, a, 888, b) for label, a, b in zip(LABELS, A[3:], B[3:], strict=True)),
            ),
            [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)],
        ),
    ),
    case(
        "office: a column a unit, with groups beside the labels",
        Page(
            (
                ("Chỉ tiêu", None, NAME_A, NAME_B),
                ("Máy tính", "Tổng số", 120, 80),
                (None, "Được bảo vệ", 96, 75),
                ("Số máy mật", None, 3, 2),
                (LABELS[3], None, "có", "chưa"),
            ),
            [(0, 0, 0, 1), (1, 0, 2, 0), (3, 0, 3, 1), (4, 0, 4, 1)],
        ),
    ),
]

TRANSPOSED += [
    case("office: a column without a unit", (("Chỉ tiêu", NAME_A, None), *zip(LABELS, A[3:], B[3:], strict=True)), YD, "UA133"),
    case(
        "office: a column of a unit that nobody knows",
        (("Chỉ tiêu", NAME_A, "Khối DN"), *zip(LABELS, A[3:], B[3:], strict=True)),
        YD,
        "UA109",
    ),
]
CASES = [*FORMS, *TRANSPOSED]
