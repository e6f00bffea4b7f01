"""Rules 2 and 10: which column beside a form's labels holds its figures, by the words over it alone."""

from corpus.case import OF_A, Case, Truth, but, case
from corpus.cases.office_tables import LABELS
from corpus.cases.units import FORM
from corpus.pages import Row

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


CASES = [
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
