"""Rule 3: what says that it is a part of the whole, or the opposite, is not the whole; units and places that sound alike are."""

from corpus.case import HEAD, OF_A, TRUE, A, B, Case, Truth, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
TABLE: Rows = (HEAD, A, B)
FEWER: Rows = (HEAD, (*A[:3], 5, 4, 1, "có"))
WOMEN = ("Nữ", "Cán bộ nữ", "Trong đó nữ", "T6 nữ", "Yên Dũng (nữ)", "CB_nu", "nu T6.2025")
OPPOSITES = ("Chưa cài", "Máy chưa cài", "Chưa đạt", "Chua thuc hien", "Không đạt", "Còn thiếu", "Hỏng", "Chênh lệch", "T6 - tăng giảm")
OTHERS = ("Đảng viên", "Nam", "Nam giới", "Dân tộc thiểu số")
UNITS = ("Ban Nữ công", "Nữ công", "Hội Phụ nữ", "Lục Nam", "Việt Nam", "Tháng 6 - nam 2025", "Hàng không", "Phòng không", "Nam, nữ")
ITSELF = ("T6 - chưa ký", "Chưa duyệt", "Số liệu chưa chính thức", "Đơn vị chưa đạt", "Khối doanh nghiệp", "Đã đào tạo")
TITLES = (
    "Trong đó: nữ",
    "II. NỮ",
    "CHƯA CÀI PHẦN MỀM DIỆT VIRUS",
    "DANH SÁCH MÁY TÍNH CHƯA CÀI PHẦN MỀM",
    "BÁO CÁO SỐ LIỆU CÁN BỘ NỮ THÁNG 6/2025",
    "Biểu 03: Máy tính không được bảo vệ",
    "Không đạt",
)
REMARKS = (
    "Nếu chưa có thì ghi 0",
    "Đơn vị chưa có số liệu để trống",
    "BAN NỮ CÔNG",
    "BÁO CÁO CÔNG TÁC NỮ CÔNG VÀ CHUYỂN ĐỔI SỐ",
    "DANH SÁCH ĐƠN VỊ CHƯA ĐẠT",
    "Báo cáo kết quả (số liệu nam, nữ)",
    "Phòng họp không giấy tờ",
)
SECTIONS = ("Nữ", "Trong đó: nữ", "Chưa cài")
PAIRS = (("Nam", "Nữ"), ("Đã cài", "Chưa cài"), ("Đạt", "Không đạt"))
GROUPED: Rows = (("STT", "Nội dung", "ĐVT", "Số liệu"), ("I. Máy tính",), (1, "Tổng số", "máy", 120), (2, "Được bảo vệ", "máy", 96))
OF_GROUP: Truth = {"BG01": {"computers": 120, "safe": 96}}


def _form(section: str, at: int) -> Rows:
    """A form whose labels all stand in one section."""
    return (LINE, FORM[0], (*(None,) * at, section), *FORM[1:])


CASES: list[Case] = [
    *(case(f"a part: a sheet {name!r}", {name: Page(TABLE)}, {}, "UA147") for name in (*WOMEN, *OPPOSITES, *OTHERS)),
    *(case(f"a part: a file {name!r}", TABLE, {}, "UA147", stem=name) for name in ("bao cao cb nu T6", "Máy chưa cài", "So lieu nữ")),
    *(case(f"no part: a sheet {name!r}", {name: Page(TABLE)}, TRUE) for name in (*UNITS, *ITSELF)),
    *(case(f"a part: a title {title!r}", ((title,), *TABLE), {}, "UA147") for title in TITLES),
    *(case(f"a part: a title {title!r} of a form", ((title,), LINE, *FORM), {}, "UA147") for title in TITLES),
    *(case(f"no part: a line {line!r}", ((line,), *TABLE), TRUE) for line in REMARKS),
    *(case(f"a part: a sheet {name!r} beside the whole", {"Tổng": Page(TABLE), name: Page(FEWER)}, TRUE, "UA123") for name in WOMEN[:3]),
    *(case(f"a part: sheets {one!r}, {other!r}", {one: Page(TABLE), other: Page(FEWER)}, {}, "UA147") for one, other in PAIRS),
    *(case(f"a part: tables {one!r}, {other!r}", ((one,), *TABLE, (), (other,), *FEWER), {}, "UA147") for one, other in PAIRS),
    case("a part: a form of enterprises alone", {"Khối doanh nghiệp": Page((LINE, *FORM))}, {}, "UA147"),
    *(
        case(f"a part: a form's sheet {name!r}", {name: Page(FORM)}, {}, "UA147")
        for name in ("Yên Dũng - khối DN", "Yên Dũng (ngoài nhà nước)")
    ),
    case("a part: a file of a unit's enterprises", FORM, {}, "UA147", stem="Yên Dũng - khối DN"),
    case("no part: a form that is not signed yet", {"Yên Dũng (chưa ký)": Page(FORM)}, YD),
    case("a part: a group over all figures", ((None, None, None, "Nữ"), *TABLE), {}, "UA147"),
    *(case(f"a part: a section {text!r} below the whole", (HEAD, A, B, (None, None, text), FEWER[1]), TRUE) for text in SECTIONS),
    *(
        case(f"a part: a section {text!r} of a unit that has no other", (HEAD, B, (None, None, text), A), {"BG02": TRUE["BG02"]}, "UA147")
        for text in SECTIONS
    ),
    *(case(f"a part: a section {text!r} of a form, column {at}", _form(text, at), {}, "UA015") for text in SECTIONS for at in (0, 1)),
    case("a section that begins left of its labels", (LINE, *GROUPED), OF_GROUP),
    case("a section that is merged over labels and figures", Page((LINE, *GROUPED), [(2, 0, 2, 3)]), OF_GROUP),
    case("a section that begins left of its labels, and is that of all", (LINE, FORM[0], ("A. KẾT QUẢ",), *FORM[1:]), YD),
    case("sections that begin left of their labels", (LINE, *FORM[:3], ("II. Văn bản",), *FORM[3:]), {"BG01": OF_A}),
]
