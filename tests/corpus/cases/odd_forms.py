"""Forms that are no table of labels and figures; and figures of which nobody can tell whose they are."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, but, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows

LABELS = HEAD[3:]
LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
LINES: Rows = tuple((f"{number}. {label}: {value}",) for number, (label, value) in enumerate(zip(LABELS, A[3:], strict=True), 1))
SHARES: Row = ("Tỷ lệ máy tính được bảo vệ", "85%")
WITHOUT = {"BG01": but(OF_A, "computers"), "BG02": OF_B}

CASES = [
    case("one cell: label and figure", (LINE, *LINES), YD),
    case(
        "one cell: behind dashes, with units of measure and semicolons",
        (LINE, *((f"- {label}: {value} máy;",) for label, value in zip(LABELS[:2], A[3:5], strict=True))),
        {"BG01": but(OF_A, "secret", "studied")},
    ),
    case("one cell: with running numbers before them", (LINE, *((number, *line) for number, line in enumerate(LINES, 1))), YD),
    case(
        "one cell: a blank, and a word that is no figure",
        (LINE, (f"{LABELS[0]}:",), (f"{LABELS[1]}: 96",), (f"{LABELS[2]}: 3 hay 4",)),
        {"BG01": {"safe": 96}},
        "UA201",
    ),
    case("one cell: one line may be a remark", (LINE, LINES[0]), {}, "UA015"),
    case("one cell: a word for about so many is part of the figure", (LINE, LINES[0], (f"{LABELS[1]}: khoảng 90",)), {}, "UA015"),
    case("one cell: lines in two columns are not guessed", (LINE, (*LINES[0], *LINES[1]), LINES[2]), {}, "UA015"),
    case("one cell: something beside the lines is not guessed", (LINE, (*LINES[0], 130), LINES[1]), {}, "UA015"),
    case("one cell: merged across the page", Page((LINE, *LINES), [(row, 0, row, 5) for row in range(1, 5)]), YD),
    case("one cell: in a text file", (LINE, *LINES), YD, saved="semicolon, UTF-8"),
    case(
        "left of the labels: under a heading that says so",
        (LINE, ("Số liệu", "Chỉ tiêu"), *((value, label) for label, value in zip(LABELS, A[3:], strict=True))),
        YD,
    ),
    case(
        "left of the labels: under a heading of codes",
        (LINE, ("Mã số", "Chỉ tiêu"), *((value, label) for label, value in zip(LABELS, A[3:], strict=True))),
        {},
        "UA108",
    ),
    case(
        "percentages alone: a form of them",
        (LINE, ("Chỉ tiêu", "Kết quả"), ("Tỷ lệ safe", "85%"), ("Tỷ lệ số máy tính được bảo vệ bằng phần mềm", "85%")),
        {"BG01": {"safe %": 85}},
    ),
    case(
        "percentages alone: fractions are not sure",
        (LINE, ("Chỉ tiêu", "Kết quả"), ("Tỷ lệ safe", 0.85), ("Tỷ lệ số máy tính được bảo vệ bằng phần mềm", 0.85)),
        {},
        "UA220",
    ),
    case(
        "percentages alone: what is to be reached is no result",
        (LINE, ("Chỉ tiêu", "Mục tiêu"), ("Tỷ lệ safe", "85%"), ("Tỷ lệ số máy tính được bảo vệ bằng phần mềm", "85%")),
        {},
        "UA108",
    ),
    case(
        "merged: one figure over two units",
        Page((HEAD, A, (*B[:3], None, *B[4:])), [(1, 3, 2, 3)]),
        {"BG01": but(OF_A, "computers"), "BG02": but(OF_B, "computers")},
        "UA221",
    ),
    case(
        "merged: one figure over two fields",
        Page((HEAD, (*A[:4], None, *A[5:]), B), [(1, 3, 1, 4)]),
        {"BG01": but(OF_A, "computers", "safe"), "BG02": OF_B},
        "UA221",
    ),
    case(
        "merged: one answer over two units",
        Page((HEAD, A, B[:6]), [(1, 6, 2, 6)]),
        {"BG01": but(OF_A, "studied"), "BG02": but(OF_B, "studied")},
        "UA221",
    ),
    case(
        "merged: blank cells are nobody's",
        Page((HEAD, (*A[:3], None, *A[4:]), (*B[:3], None, *B[4:])), [(1, 3, 2, 3)]),
        {"BG01": but(OF_A, "computers"), "BG02": but(OF_B, "computers")},
    ),
    case(
        "merged: one figure over two labels of a form",
        Page((LINE, *FORM[:2], (*FORM[2][:3], None), *FORM[3:]), [(2, 3, 3, 3)]),
        {"BG01": but(OF_A, "computers", "safe")},
        "UA221",
    ),
    case(
        "merged: a form's figure over columns of nothing",
        Page((LINE, *((*row, None) for row in FORM)), [(row, 3, row, 4) for row in range(1, 6)]),
        YD,
    ),
    *(
        case(
            f"parts: a form's label with {' and '.join(parts)}, {how}",
            Page(
                (
                    LINE,
                    ("STT", "Nội dung", None, "Số liệu"),
                    (1, LABELS[0], parts[0], 70),
                    (None, None, parts[1], 50),
                    (2, LABELS[2], None, 3),
                ),
                merged,
            ),
            {"BG01": {"secret": 3}},
            "UA102",
        )
        for parts in (("Nam", "Nữ"), ("Để bàn", "Xách tay"))
        for how, merged in (("merged", [(1, 1, 1, 2), (2, 1, 3, 1)]), ("not merged", []))
    ),
    case(
        "parts: a form's label with its total",
        (LINE, ("STT", "Nội dung", None, "Số liệu"), (1, LABELS[0], "Tổng số", 120), (None, None, "Nữ", 50), (2, LABELS[2], None, 3)),
        {"BG01": {"computers": 120, "secret": 3}},
    ),
    case(
        "parts: a heading's columns with their total",
        Page(
            (("STT", "Tên đơn vị", LABELS[0], None, None), (None, None, "Nam", "Nữ", "Tổng số"), (1, A[2], 70, 50, 120)),
            [(0, 2, 0, 4), (0, 0, 1, 0), (0, 1, 1, 1)],
        ),
        {"BG01": {"computers": 120}},
    ),
    case(
        "parts: a heading's columns without their total",
        Page(
            (("STT", "Tên đơn vị", LABELS[0], None, LABELS[2]), (None, None, "Nam", "Nữ", None), (1, A[2], 70, 50, 3)),
            [(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)],
        ),
        {"BG01": {"secret": 3}},
        "UA102",
    ),
    case(
        "periods: this year beside last",
        (("STT", "Tên đơn vị", LABELS[0], None), (None, None, "Cùng kỳ năm 2024", "Năm 2025"), (1, A[2], 99, 120)),
        {},
        period=None,
        periods={"2025": {"BG01": {"computers": 120}}},
    ),
    case(
        "periods: months under each field, with their sum",
        (
            ("BÁO CÁO THÁNG 6 NĂM 2025",),
            ("STT", "Tên đơn vị", LABELS[0], None, None),
            (None, None, "Tháng 5", "Tháng 6", "Cộng"),
            (1, A[2], 99, 120, 219),
        ),
        {"BG01": {"computers": 120}},
    ),
    case(
        "periods: months under each field, with their sum, of a quarter",
        (
            ("BÁO CÁO QUÝ II NĂM 2025",),
            ("STT", "Tên đơn vị", LABELS[0], None, None, None),
            (None, None, "Tháng 4", "Tháng 5", "Tháng 6", "Cộng"),
            (1, A[2], 99, 98, 120, 317),
        ),
        {},
        period=None,
        periods={"2025-Q2": {"BG01": {"computers": 317}}},
    ),
    case(
        "periods: years alone over a form's columns",
        (
            ("BÁO CÁO NĂM 2025",),
            LINE,
            ("Chỉ tiêu", 2024, 2025),
            *((label, 99, value) for label, value in zip(LABELS[:3], A[3:6], strict=True)),
        ),
        {},
        period=None,
        periods={"2025": {"BG01": but(OF_A, "studied")}},
    ),
    case(
        "office: KH, TH and % beside labels",
        (LINE, ("TT", "Chỉ tiêu", "KH", "TH", "%"), *((1, label, 99, value, 1) for label, value in zip(LABELS[:3], A[3:6], strict=True))),
        {"BG01": but(OF_A, "studied")},
    ),
    case("rule 5: a letterhead's two offices in one cell", (("LĐLĐ TỈNH BẮC GIANG\nLĐLĐ HUYỆN YÊN DŨNG",), *FORM), YD),
    case("rule 5: a letterhead's one office over two lines", (("LIÊN ĐOÀN LAO ĐỘNG\nHUYỆN YÊN DŨNG",), *FORM), YD),
    case("rule 5: the line of the unit below the only form", (*FORM, (), LINE), YD),
    case(
        "rule 5: the line of the unit below each of two forms",
        (*FORM, (), LINE, (), *FORM[:1], (1, LABELS[0], "máy", 80), (), ("Đơn vị: LĐLĐ huyện Lạng Giang",)),
        {**YD, "BG02": {"computers": 80}},
    ),
    case(
        "rule 5: the line of the unit between two forms is the lower one's",
        (*FORM, (), LINE, *FORM[:2]),
        {"BG01": {"computers": 120}},
        "UA114",
    ),
    case(
        "rule 11: the province's sums under its name, without a roster",
        ((HEAD[0], *HEAD[2:]), (None, "LĐLĐ tỉnh Bắc Giang", 200, 171, 5), (1, *A[2:]), (2, *B[2:])),
        {str(A[2]): OF_A, str(B[2]): OF_B},
        "UA137",
        roster=None,
    ),
    case(
        "rule 5: a unit with its province",
        ((*HEAD[:1], *HEAD[2:]), (1, "LĐLĐ huyện Yên Dũng, tỉnh Bắc Giang", *A[3:]), (2, "LĐLĐ huyện Lạng Giang - tỉnh Bắc Giang", *B[3:])),
        TRUE,
    ),
    case("rule 5: a unit with another province", ((*HEAD[:1], *HEAD[2:]), (1, "LĐLĐ huyện Yên Dũng, tỉnh Thái Bình", *A[3:])), {}, "UA109"),
    case(
        "rule 7: 12,000 beside 1.234 is not decided",
        (HEAD, (*A[:3], "12,000", None, None, "có"), (*B[:3], "1.234", None, None, "chưa")),
        {"BG01": {"studied": 1}, "BG02": {"computers": 1234, "studied": 0}},
        "UA202",
    ),
    *(
        case(
            f"parts: a unit over a row for each kind, {how}",
            Page((("STT", "Tên đơn vị", "Khối", LABELS[0]), (1, A[2], "HCSN", 70), (None, None, "DN", 50), (2, B[2], "DN", 80)), merged),
            {"BG02": {"computers": 80}},
            "UA144",
        )
        for how, merged in (("merged", [(1, 0, 2, 0), (1, 1, 2, 1)]), ("not merged", []))
    ),
    case(
        "parts: a unit over its total and a row for each kind",
        Page(
            (("STT", "Tên đơn vị", "Khối", LABELS[0]), (1, A[2], "Tổng số", 120), (None, None, "HCSN", 70), (None, None, "DN", 50)),
            [(1, 1, 3, 1)],
        ),
        {"BG01": {"computers": 120}},
        "UA122",
    ),
    case(
        "rule 11: the superior unit's own figures",
        (HEAD, (3, "BG", None, 40, 38, 5), A, B),
        {**TRUE, "BG": {"computers": 40, "safe": 38, "secret": 5}},
    ),
]
