"""Rules 2, 3 and 10: the words for what is no figure of the period mean the same over columns, sections, tables, sheets and files."""

from corpus.case import HEAD, TRUE, A, B, Case, Truth, but, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
BARE: Row = (HEAD[0], *HEAD[2:])
ROWS: Rows = ((1, *A[2:]), (2, *B[2:]))
WORDS = (
    "Kế hoạch năm 2025", "Năm trước", "Cùng kỳ 2024", "Tăng/giảm", "Dự kiến tháng 7", "Nữ", "Chưa thực hiện", "Mục tiêu đến 2025",
    "Chỉ tiêu giao", "Đăng ký", "Nhu cầu", "Chênh lệch", "Định mức", "Bình quân", "Đề xuất", "Trước sáp nhập", "Còn thiếu",
    "Phấn đấu cả năm", "KH", "Được giao", "Theo định mức", "Dự toán",
)  # fmt: skip
NO_OTHERS = ("Kết quả", "Thực hiện tháng 6", "Số liệu", "Kế hoạch 251", "Thanh toán không dùng tiền mặt")
EARLIER_DAYS = ("Tính đến ngày 31/5/2025", "(Số liệu đến 31/12/2024)", "Thời điểm 31/5/2025", "Số liệu chốt đến ngày 31 tháng 5 năm 2025")
DAYS = (
    "Tính đến ngày 30/6/2025",
    "Số liệu đến 05/7/2025",
    "Bắc Giang, ngày 31 tháng 5 năm 2025",
    "BÁO CÁO THÁNG 6/2025 (số liệu đến 25/5/2025)",
)
WHOLE: Truth = {"BG01": but(TRUE["BG01"], "computers"), "BG02": but(TRUE["BG02"], "computers")}


def _grouped(text: str) -> Page:
    """A table with one text over all its figures."""
    return Page(((*BARE[:2], text, None, None, None), (None, None, *HEAD[3:]), *ROWS), [(0, 2, 0, 5)])


def _beside(text: str) -> Rows:
    """A form with a column of such a text beside that of the figures."""
    return (LINE, ("STT", "Nội dung", "ĐVT", text, "Thực hiện"), *((*row[:3], 7 if row[3] != "có" else "chưa", row[3]) for row in FORM[1:]))


def _in_a_month(text: str, *, month: str) -> Case:
    return case(f"others: counted on {text!r}", ((text,), BARE, *ROWS), periods={month: TRUE})


CASES: list[Case] = [
    *(case(f"others: {text!r} over all figures", _grouped(text), {}) for text in WORDS),
    *(case(f"others: {text!r} over the only column of a form", (LINE, (*FORM[0][:3], text), *FORM[1:]), {}, "UA108") for text in WORDS),
    *(case(f"others: {text!r} over a column beside the figures", _beside(text), YD, "UA102") for text in WORDS),
    *(case(f"others: {text!r} as a title", ((text.upper(),), BARE, *ROWS), {}) for text in WORDS),
    *(case(f"others: {text!r} as a sheet", {text.replace("/", "-"): Page((BARE, *ROWS))}, {}) for text in WORDS),
    *(case(f"others: {text!r} as a section", (BARE, (None, text), *ROWS), {}) for text in WORDS),
    *(case(f"no others: {text!r} as a title", ((text.upper(),), BARE, *ROWS), TRUE) for text in NO_OTHERS),
    *(case(f"no others: {text!r} as a sheet", {text: Page((BARE, *ROWS))}, TRUE) for text in NO_OTHERS),
    *(
        case(f"others: a heading that ends in {text!r}", ((*BARE[:2], f"{BARE[2]} {text}", *BARE[3:]), *ROWS), WHOLE, "UA102")
        for text in ("(+/-)", "(+, -)", "(±)", "(tăng +, giảm -)", "(kế hoạch)", "(nữ)", "hỏng", "chưa kết nối")
    ),
    *(case(f"others: a sheet {name!r}", {name: Page(FORM)}, {}, "UA140") for name in ("Yên Dũng (kế hoạch)", "KH T6 - Yên Dũng")),
    *(
        case(f"others: a file {name!r}", FORM, {}, "UA140", stem=name)
        for name in ("Yên Dũng (kế hoạch)", "KH 2025 - Yên Dũng", "Yen Dung_Du toan")
    ),
    *(
        case(f"no others: a file {name!r}", FORM, YD, stem=name)
        for name in ("Yen Dung 251-KH-LDLD", "Yên Dũng, kết quả KH 251", "Yen Dung BC so 12-BC")
    ),
    *(
        case(
            f"others: people where computers are asked for, {text!r}", ((*BARE[:2], f"{BARE[2]} {text}", *BARE[3:]), *ROWS), WHOLE, "UA102"
        )
        for text in ("(người)", "(lượt người)")
    ),
    *(_in_a_month(text, month="2024-12" if "2024" in text else "2025-05") for text in EARLIER_DAYS),
    *(_in_a_month(text, month="2025-06") for text in DAYS),
]
