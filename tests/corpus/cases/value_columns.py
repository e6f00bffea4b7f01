"""Rules 2 and 10: which column beside a form's labels holds its figures, by the words over it alone."""

from corpus.case import OF_A, Case, Truth, but, case
from corpus.cases.office_tables import LABELS
from corpus.cases.units import FORM
from corpus.pages import Row, Rows

HERS = "LĐLĐ huyện Yên Dũng"
NO_COMPUTERS: Truth = {"BG01": but(OF_A, "computers")}
LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
TITLE: Row = ("BÁO CÁO THÁNG 6 NĂM 2025",)
COUNTS: Truth = {"BG01": but(OF_A, "studied")}
VALUES = (120, 96, 3)
NONE = (
    *("Còn thiếu", "Nhu cầu", "Chưa thực hiện", "Cần bổ sung", "Nữ", "Trong đó nữ", "Tồn đầu kỳ", "Số tháng trước", "Ước cả năm"),
    *("Đơn giá", "Thành tiền", "Kinh phí (triệu đồng)", "Trọng số", "Thời hạn", "Năm mua", "Mã chỉ tiêu", "Xếp loại", "Số văn bản"),
    *("Tháng 5", "Năm 2024", "Tháng 5/2025"),
)
UNHEARD = ("Số đơn vị kê khai", "Trả lời của đơn vị", "Con số")
KNOWN = ("Số lượng", "Kết quả thực hiện", "Tháng 6", "Thực hiện tháng 6/2025", "Tổng số", "Cộng", "LĐLĐ huyện Yên Dũng", "Năm 2025")


def _form(id_: str, columns: Row, rows: tuple[Row, ...], true: Truth, *says: str) -> Case:
    lines = tuple((number, label, *row) for number, (label, row) in enumerate(zip(LABELS, rows, strict=False), 1))
    return case(f"value column: {id_}", (TITLE, LINE, ("STT", "Chỉ tiêu", *columns), *lines), true, *says)


def _one(heading: str, true: Truth, *says: str) -> Case:
    return _form(repr(heading), (heading,), tuple((value,) for value in VALUES), true, *says)


def _two(first: str, second: str) -> Rows:
    """A form with a column of figures, and one of what they were corrected to."""
    return (TITLE, LINE, (*FORM[0][:3], first, second), *((*row[:3], 99 if row[3] != "có" else "chưa", row[3]) for row in FORM[1:]))


def _corrected(text: str, count: int) -> Rows:
    """A table with a field's column, and one of what its figures were corrected to."""
    return (("STT", "Tên đơn vị", LABELS[0], f"{LABELS[0]} {text}", *LABELS[1:]), (1, HERS, 120, count, 96, 3, "có"))


CASES = [
    *(
        case(f"value column: figures that were corrected, {heading!r}", _two("Số liệu", heading), {}, "UA107")
        for heading in ("Số liệu điều chỉnh", "Sau điều chỉnh", "Thẩm định", "Số thẩm định")
    ),
    *(
        case(f"a column of corrected figures: {LABELS[0]} {text}", _corrected(text, 130), NO_COMPUTERS, "UA104")
        for text in ("(điều chỉnh)", "sau điều chỉnh", "đã sửa", "- thẩm định")
    ),
    case("a column of corrected figures that are the same", _corrected("(điều chỉnh)", 120), {"BG01": OF_A}, "UA105"),
    *(
        case(f"a form's unit of measure: {measure!r}", (LINE, FORM[0], (1, LABELS[0], measure, 12), *FORM[2:]), NO_COMPUTERS, "UA125")
        for measure in ("chục máy", "tá", "vạn máy")
    ),
    *(_one(heading, {}, "UA108") for heading in NONE),
    *(_one(heading, COUNTS, "UA146") for heading in UNHEARD),
    *(_one(heading, COUNTS) for heading in KNOWN),
    _form("a total and a part", ("Tổng số", "Trong đó nữ"), ((120, 50), (96, 40), (3, 1)), COUNTS),
    _form("parts and their total", ("Nam", "Nữ", "Cộng"), ((70, 50, 120), (56, 40, 96), (2, 1, 3)), COUNTS),
    _form("kinds and their total", ("Khối HCSN", "Khối DN", "Tổng số"), ((70, 50, 120), (56, 40, 96), (2, 1, 3)), COUNTS),
    _form("parts without a total", ("Nam", "Nữ"), ((70, 50), (56, 40), (2, 1)), {}, "UA108"),
    _form("done and left", ("Đã thực hiện", "Còn lại"), ((120, 5), (96, 4), (3, 0)), COUNTS),
    _form("points beside figures", ("Điểm chuẩn", "Điểm tự chấm", "Số liệu"), ((5, 4, 120), (5, 4, 96), (5, 4, 3)), COUNTS),
    *(
        case(f"value column: the title {title!r}", ((title,), LINE, *FORM), {}, "UA140")
        for title in ("NHU CẦU TRANG BỊ MÁY TÍNH NĂM 2026", "ĐĂNG KÝ CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2025", "ĐỀ NGHỊ TRANG BỊ MÁY TÍNH")
    ),
]
