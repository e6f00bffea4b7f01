"""Tables as a real office could send them, each with several oddities at once."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Truth, but, case
from corpus.cases.around import LETTERHEAD
from corpus.cases.units import YD
from corpus.pages import Page, Row, Rows

NAME_A, NAME_B = str(A[2]), str(B[2])
LABELS = HEAD[3:]
COUNTS: Truth = {"BG01": but(OF_A, "studied"), "BG02": but(OF_B, "studied")}
TITLE: Row = ("BÁO CÁO THÁNG 6 NĂM 2025",)


def _wide(*rows: Row, head: Row = HEAD) -> Rows:
    return (*LETTERHEAD, TITLE, head, *rows)


def _bare(row: Row) -> Row:
    """Return a row without its code."""
    return (row[0], *row[2:])


def _months(*figures: int | None, over: tuple[str, str] = ("Tháng 5", "Tháng 6")) -> Rows:
    """Return a table with the same figures under two headings."""
    return (("STT", "Tên đơn vị", over[0], None, over[1], None), (None, None, *(LABELS[0], LABELS[2]) * 2), (1, NAME_A, *figures))


THIS_MONTH: Truth = {"BG01": {"computers": 120, "secret": 3}}
BY_NAME: Truth = {NAME_A: OF_A, NAME_B: OF_B}
BARE = _bare(HEAD)
PERCENT_HEAD: Row = ("STT", "Đơn vị", "Máy tính", None, None, "Số máy mật")
PERCENT_LEAVES: Row = (None, None, "Tổng số", "Được bảo vệ", "Tỷ lệ %", None)

CASES = [
    case(
        "office: letterhead, column numbers, total first, sections with sums, signatures",
        _wide(
            ("A", "B", "C", "1", "2", "3", "4"),
            (None, None, "TỔNG SỐ (A+B)", 200, 171, 5),
            ("A", None, "LĐLĐ CÁC HUYỆN", 120, 96, 3),
            A,
            ("B", None, "KHỐI NGÀNH", 80, 75, 2),
            B,
            (),
            ("Ghi chú: số liệu tính đến ngày 30/6/2025",),
            (None, None, None, None, "Bắc Giang, ngày 03 tháng 7 năm 2025"),
            ("NGƯỜI LẬP BIỂU", None, None, None, "TM. BAN THƯỜNG VỤ"),
            ("Một người, ĐT 0912 345 678", None, None, None, "Hai người"),
        ),
    ),
    case("office: names over two lines", _wide((1, None, "LĐLĐ\nhuyện Yên Dũng", *A[3:]), (2, None, "LĐLĐ huyện\nLạng Giang", *B[3:]))),
    case("office: running numbers as text", _wide(("01", *A[1:]), ("02.", *B[1:]))),
    case(
        "office: names merged over two columns",
        Page(
            ((HEAD[0], HEAD[2], None, *HEAD[3:]), (1, NAME_A, None, *A[3:]), (2, NAME_B, None, *B[3:])),
            [(row, 1, row, 2) for row in range(3)],
        ),
    ),
    case(
        "office: a part of the whole under its own heading",
        Page(
            (
                ("STT", "Tên đơn vị", "Tổng số máy tính", "Trong đó", None, "Đã tổ chức học tập"),
                (None, None, None, LABELS[1], LABELS[2], None),
                (1, NAME_A, *A[3:]),
                (2, NAME_B, *B[3:]),
            ),
            [(0, 3, 0, 4), *((0, column, 1, column) for column in (0, 1, 2, 5))],
        ),
    ),
    case("office: the next page has its letterhead and headings again", (*_wide(A), (), *LETTERHEAD[:2], ("(tiếp theo)",), HEAD, B)),
    case(
        "office: the next page has its two rows of headings again",
        (PERCENT_HEAD, PERCENT_LEAVES, (1, NAME_A, 120, 96, 80, 3), PERCENT_HEAD, PERCENT_LEAVES, (2, NAME_B, 80, 75, 93.75, 2)),
        COUNTS,
    ),
    case(
        "office: this month and since January beside each other",
        (
            ("STT", "Tên đơn vị", LABELS[0], None, LABELS[2], None),
            (None, None, "Trong tháng", "Lũy kế", "Trong tháng", "Lũy kế"),
            (1, NAME_A, 120, 999, 3, 9),
            (2, NAME_B, 80, 888, 2, 8),
        ),
        {},
        "UA104",
    ),
    case(
        "office: three rows a unit, planned, done, and the share",
        Page(
            (
                ("STT", "Tên đơn vị", "Nội dung", *LABELS[:3]),
                *((1, NAME_A, "Kế hoạch", 130, 130, 5), (None, None, "Thực hiện", 120, 96, 3), (None, None, "Tỷ lệ %", 92.3, 73.8, 60)),
                *((2, NAME_B, "Kế hoạch", 90, 90, 5), (None, None, "Thực hiện", 80, 75, 2), (None, None, "Tỷ lệ %", 88.9, 83.3, 40)),
            ),
            [(1, 0, 3, 0), (1, 1, 3, 1), (4, 0, 6, 0), (4, 1, 6, 1)],
        ),
        COUNTS,
    ),
    case(
        "office: figures with their unit of measure in the cell",
        _wide((*A[:3], "120 máy", "96 máy", 3, "có"), (*B[:3], "80 máy tính", "75máy", 2, "chưa")),
    ),
    case(
        "office: sums among the units, in capitals, without running numbers",
        (BARE, (None, "KHỐI HUYỆN", 200, 171, 5), _bare(A), _bare(B)),
    ),
    case(
        "office: sums among the units, without a roster",
        (BARE, (None, "KHỐI HUYỆN", 200, 171, 5), _bare(A), _bare(B)),
        {NAME_A: OF_A, NAME_B: OF_B},
        roster=None,
    ),
    case(
        "office: rows that say something else of the unit, without a roster",
        (
            BARE,
            _bare(A),
            (None, "Trong đó: khối doanh nghiệp", 20, 10, 1),
            (None, "Số điện thoại: 0204 000 000", None, None, 12),
            _bare(B),
            (None, "Bình quân", 100, 85.5, 2.5),
            (None, "So với cùng kỳ", 12, 3, 1),
        ),
        {NAME_A: OF_A, NAME_B: OF_B},
        roster=None,
    ),
    case(
        "office: a group of units that is no sum is not used, without a roster",
        (BARE, _bare(A), (None, "Khối doanh nghiệp", 33, 22, 1, "có"), _bare(B)),
        {NAME_A: OF_A, NAME_B: OF_B},
        "UA135",
        roster=None,
    ),
    case(
        "office: a number of reports below the units, without a roster",
        (HEAD, A, B, (None, None, "Số đơn vị có báo cáo", 2)),
        TRUE,
        "UA135",
        roster=None,
    ),
    case(
        "office: a signature with a telephone number under the figures",
        (HEAD, A, B, (), (None, None, "Người lập biểu"), (None, None, "Một người", "0912345678")),
    ),
    case(
        "office: a signature with a telephone number, without a roster",
        (HEAD, A, B, (), (None, None, "Người lập biểu"), (None, None, "Một người", 912345678)),
        roster=None,
    ),
    case("office: a unit below a note", (HEAD, A, ("Ghi chú: bổ sung ngày 05/7",), B)),
    case(
        "office: a percentage between the counts",
        Page(
            (PERCENT_HEAD, PERCENT_LEAVES, (1, NAME_A, 120, 96, "80%", 3), (2, NAME_B, 80, 75, "93,75 %", 2)),
            [(0, 2, 0, 4), *((0, column, 1, column) for column in (0, 1, 5))],
        ),
        COUNTS,
    ),
    case(
        "office: yes and no in two columns",
        (
            ("STT", "Tên đơn vị", LABELS[0], LABELS[3], None),
            (None, None, None, "Có", "Không"),
            (1, NAME_A, 120, "x", None),
            (2, NAME_B, 80, None, "x"),
        ),
        {"BG01": {"computers": 120, "studied": 1}, "BG02": {"computers": 80, "studied": 0}},
    ),
    case("office: two months beside each other, and a title", (TITLE, *_months(110, 2, 120, 3)), THIS_MONTH),
    case("office: two months beside each other, and the user's", _months(110, 2, 120, 3), THIS_MONTH),
    case("office: two months beside each other, and nothing tells which", _months(110, 2, 120, 3), {}, "UA107", period=None),
    case("office: two months beside each other, this one's blank", (TITLE, *_months(110, 2, None, None)), {}, "UA126"),
    case(
        "office: two months beside each other, this one's blank, and nothing tells which",
        _months(110, 2, None, None),
        {},
        "UA107",
        period=None,
    ),
    case(
        "office: since January before this month",
        _months(999, 3, 120, 3, over=("Lũy kế năm", "Trong tháng")),
        {"BG01": {"secret": 3}},
        "UA104",
    ),
    case("office: last year before this year", (TITLE, *_months(110, 2, 120, 3, over=("Năm 2024", "Năm 2025"))), THIS_MONTH),
    case("office: a total without a name", (HEAD, A, B, (None, None, None, 200, 171, 5))),
    case("office: names under no heading", (("STT", None, *LABELS), _bare(A), _bare(B))),
    case("office: rows of others in a file of one unit", (HEAD, A, B), {"BG01": OF_A}, "UA139", stem="LĐLĐ huyện Yên Dũng"),
    case("office: blank rows of others in a file of one unit", (HEAD, A, B[:3]), YD, stem="LĐLĐ huyện Yên Dũng"),
    case(
        "office: rows of the units below in a file of one unit",
        (HEAD, A, (2, "CS01", "CĐCS Trường Minh Hà", *A[3:])),
        {"BG01": OF_A, "CS01": OF_A},
        stem="LĐLĐ huyện Yên Dũng",
    ),
    case("office: another unit's row in a sheet of one unit", {"LĐLĐ huyện Yên Dũng": Page((HEAD, B))}, {}, "UA139"),
    case("office: a unit that has not reported, in words", (HEAD, A, (*B[:3], "chưa báo cáo")), {"BG01": OF_A}, "UA201"),
    case("office: a title with a unit over a table of several", (("BÁO CÁO KẾT QUẢ CỦA LĐLĐ HUYỆN YÊN DŨNG",), HEAD, A, B)),
    case("office: the same unit under two names", (BARE, _bare(A), (2, "LĐLĐ Yên Dũng", *A[3:])), YD, "UA115"),
    case("office: units lettered in small letters", (BARE, ("a)", NAME_A, *A[3:]), ("b)", NAME_B, *B[3:]))),
    case("office: units with roman numbers", (BARE, ("I", NAME_A, *A[3:]), ("II", NAME_B, *B[3:]))),
    case("office: units with roman numbers, without a roster", (BARE, ("I", NAME_A, *A[3:]), ("II", NAME_B, *B[3:])), BY_NAME, roster=None),
    case(
        "office: headings in two languages",
        (
            ("No.", "Mã đơn vị", "Tên đơn vị/Unit", f"{LABELS[0]}\n(Number of computers)", f"{LABELS[1]} / Number of safe", *LABELS[2:]),
            A,
            B,
        ),
    ),
    case(
        "office: a heading with another thing in brackets",
        ((*HEAD[:3], f"{LABELS[0]} (laptop)", *HEAD[4:]), A, B),
        {unit: but(each, "computers") for unit, each in TRUE.items()},
        "UA101",
    ),
    case("office: how it changed beside the figures", ((*BARE[:3], "Tăng/giảm"), (1, NAME_A, 120, -5)), {"BG01": {"computers": 120}}),
    case(
        "office: a part of the total after the total",
        (BARE, (None, "Tổng số", 200, 171, 5), (None, "Trong đó: nữ", 20, 17, 1), _bare(A), _bare(B)),
    ),
    case("office: how many units reported, below", (BARE, _bare(A), _bare(B), (None, "Tổng số đơn vị báo cáo: 2/10"))),
    case(
        "office: the next page has its columns in another order",
        (BARE, _bare(A), ("STT", "Tên đơn vị", *LABELS[::-1]), (2, NAME_B, *B[:2:-1])),
    ),
    case("office: the unit above named first", (BARE, (1, "LĐLĐ tỉnh Bắc Giang - LĐLĐ huyện Yên Dũng", *A[3:])), YD),
    case("office: the superior unit's name over the sums", (HEAD, (None, "BG", None, 200, 171, 5), A, B), TRUE, "UA137"),
    case(
        "office: dates of both orders in a column of dates",
        ((*HEAD, "Ngày báo cáo"), (*A, "30/06/2025"), (*B, "06/30/2025")),
    ),
    case(
        "office: the unit that the others belong to beside each",
        ((*HEAD[:3], "Trực thuộc", *HEAD[3:]), (*A[:3], "LĐLĐ tỉnh Bắc Giang", *A[3:])),
        YD,
    ),
    case("office: figures without any heading are said", ((*HEAD, None), (*A, 4), (*B, 5)), TRUE, "UA133"),
    case("office: running numbers without a heading", ((None, *HEAD[1:]), A, B)),
    case(
        "office: a second list of something else below",
        (*_wide(A, B), (), ("STT", "Họ tên", "Số ngày công"), (1, "Một người", 22), (2, "Hai người", 21)),
    ),
    case(
        "office: names with the office above them in brackets",
        (BARE, (1, "CĐCS Trường Minh Hà (LĐLĐ huyện Yên Dũng)", *A[3:])),
        {"CS01": OF_A},
    ),
    case(
        "office: units hidden in a filter",
        Page((HEAD, A, B, (3, "BG03", "LĐLĐ huyện Hiệp Hòa", 7, 7, 0, "có")), hidden_rows=(2, 3)),
        {**TRUE, "BG03": {"computers": 7, "safe": 7, "secret": 0, "studied": 1}},
        "UA016",
    ),
]
