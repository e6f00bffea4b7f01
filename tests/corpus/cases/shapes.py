"""The shapes of tables: a row a unit, a form of one unit, a column a unit; several tables in a sheet."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, but, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Rows

LABELS = HEAD[3:]
BY_UNIT: Rows = (("Chỉ tiêu", A[2], B[2]), *((label, a, b) for label, a, b in zip(LABELS, A[3:], B[3:], strict=True)))
LINE = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
BARE: Rows = tuple((label, value) for label, value in zip(LABELS, A[3:], strict=True))
FIRST, SECOND = (*range(5),), (1, 2, 5, 6)


def _part(columns: tuple[int, ...]) -> Rows:
    return tuple(tuple(row[column] for column in columns) for row in (HEAD, A, B))


SECTIONED: Rows = (
    ("STT", "Nội dung", "Số liệu"),
    ("I", "Máy tính", None),
    (1, "Tổng số", 120),
    (2, "Được bảo vệ", 96),
    ("II", "Khác", None),
    (1, "Số máy mật", 3),
    (2, "Đã tổ chức học tập", "có"),
)

CASES = [
    case("shape: a row a unit", (HEAD, A, B)),
    case("shape: a row a unit, from a cell within the sheet", (*((),) * 5, *((None,) * 3 + row for row in (HEAD, A, B)))),
    case("shape: a form", (LINE, *FORM), YD),
    case("shape: a form without headings", (LINE, *BARE), YD),
    case("shape: a form with colons", (LINE, *((f"{label}:", value) for label, value in BARE)), YD),
    case("shape: a form with figures far to the right", (LINE, *((label, None, None, None, value) for label, value in BARE)), YD),
    case(
        "shape: a form with merged labels",
        Page((LINE, *((label, None, value) for label, value in BARE)), [(row, 0, row, 1) for row in range(1, 5)]),
        YD,
    ),
    case("shape: a form with sections", (LINE, *SECTIONED), YD),
    case(
        "shape: a form with what was planned beside what was done",
        (LINE, (*FORM[0][:3], "Kế hoạch", "Thực hiện"), *((*row[:3], 999, row[3]) for row in FORM[1:4])),
        {"BG01": but(OF_A, "studied")},
    ),
    case(
        "shape: a form with last month beside this",
        (LINE, (*FORM[0][:3], "Tháng trước", "Thực hiện"), *((*row[:3], 7, row[3]) for row in FORM[1:4])),
        {"BG01": but(OF_A, "studied")},
    ),
    case("shape: a form with notes beside its figures", (LINE, (*FORM[0], "Ghi chú"), *((*row, "tạm tính 5") for row in FORM[1:])), YD),
    case(
        "shape: a form with two columns that may be the figures", (LINE, *((label, value, value) for label, value in BARE[:3])), {}, "UA107"
    ),
    case("shape: a column a unit", BY_UNIT),
    case("shape: a column a unit, by codes", (("Chỉ tiêu", "BG01", "BG02"), *BY_UNIT[1:])),
    case("shape: a column a unit, with names over codes", (("Tên đơn vị", *BY_UNIT[0][1:]), ("Mã đơn vị", "BG01", "BG02"), *BY_UNIT[1:])),
    case(
        "shape: a column a unit, with running numbers",
        (("STT", *BY_UNIT[0]), *((number, *row) for number, row in enumerate(BY_UNIT[1:], 1))),
    ),
    case(
        "shape: a column a unit, and a total",
        ((*BY_UNIT[0], "Tổng cộng"), *((*row, 200 if row[0] == LABELS[0] else None) for row in BY_UNIT[1:])),
    ),
    case("shape: two tables below each other", (*_part(FIRST), (), *_part(SECOND))),
    case("shape: two tables side by side", tuple((*one, None, *other) for one, other in zip(_part(FIRST), _part(SECOND), strict=True))),
    case("shape: two tables in two sheets", {"Biểu 1": Page(_part(FIRST)), "Biểu 2": Page(_part(SECOND))}),
    case(
        "shape: two forms below each other",
        (
            ("Đơn vị: LĐLĐ huyện Yên Dũng",),
            *BARE,
            (),
            ("Đơn vị: LĐLĐ huyện Lạng Giang",),
            *((label, value) for label, value in zip(LABELS, B[3:], strict=True)),
        ),
        {"BG01": OF_A, "BG02": OF_B},
    ),
    case("shape: units over two sheets", {"Khối huyện": Page((HEAD, A)), "Khối ngành": Page((HEAD, B))}),
    case("shape: without a roster", (HEAD, A, B), TRUE, roster=None),
    case(
        "shape: without a roster, by names",
        tuple((row[0], *row[2:]) for row in (HEAD, A, B)),
        {str(A[2]): OF_A, str(B[2]): OF_B},
        roster=None,
    ),
    case("shape: one unit, one row", (HEAD, A), YD),
    case("shape: one figure", (("Mã đơn vị", "Tổng số máy tính"), ("BG01", 120)), {"BG01": {"computers": 120}}),
    case(
        "shape: two rows a unit, what was planned and what was done",
        Page(
            (
                ("Mã đơn vị", "Nội dung", *LABELS[:2]),
                ("BG01", "Kế hoạch", 999, 888),
                (None, "Thực hiện", 120, 96),
                ("BG02", "Kế hoạch", 777, 666),
                (None, "Thực hiện", 80, 75),
            ),
            [(1, 0, 2, 0), (3, 0, 4, 0)],
        ),
        {"BG01": {"computers": 120, "safe": 96}, "BG02": {"computers": 80, "safe": 75}},
    ),
    case(
        "shape: two rows a unit, each with its name",
        (
            ("Mã đơn vị", "Nội dung", *LABELS[:2]),
            ("BG01", "Kế hoạch", 999, 888),
            ("BG01", "Thực hiện", 120, 96),
            ("BG02", "Thực hiện", 80, 75),
            ("BG02", "Kế hoạch", 777, 666),
        ),
        {"BG01": {"computers": 120, "safe": 96}, "BG02": {"computers": 80, "safe": 75}},
    ),
    case(
        "shape: a column of words that is no plan",
        (("Mã đơn vị", "Ngành", *LABELS[:2]), ("BG01", "Kế hoạch và Đầu tư", 120, 96), ("BG02", "Kế hoạch", 80, 75)),
        {"BG01": {"computers": 120, "safe": 96}, "BG02": {"computers": 80, "safe": 75}},
    ),
    case(
        "shape: a month below another, with the same headings",
        (("THÁNG 5 NĂM 2025",), HEAD, (*A[:3], 100, 90, 3, "có"), (), ("THÁNG 6 NĂM 2025",), HEAD, A),
        periods={"2025-05": {"BG01": {**OF_A, "computers": 100, "safe": 90}}, "2025-06": {"BG01": OF_A}},
        period=None,
    ),
    case(
        "shape: a form whose rows are in thousands, or in percent, is not read as ones",
        (
            LINE,
            ("STT", "Nội dung", "Đơn vị tính", "Số liệu"),
            (1, LABELS[0], "nghìn máy", 12),
            (2, LABELS[1], "%", 96),
            (3, LABELS[2], "máy", 3),
        ),
        {"BG01": {"secret": 3, "safe %": 96}},
        "UA125",
    ),
]
