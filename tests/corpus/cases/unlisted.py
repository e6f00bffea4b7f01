"""Rule 5: the form of a unit that the roster has not, under the letterhead of the unit above it, is not that one's."""

from corpus.case import OF_A, Case, Truth, case
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row

ABOVE: Row = ("LĐLĐ HUYỆN YÊN DŨNG",)
LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)

BODIES = (
    "BHXH Yên Dũng",
    "UBND huyện Yên Dũng",
    "Công đoàn UBND huyện Yên Dũng",
    "CĐCS cơ quan Huyện ủy Yên Dũng",
    "Trung tâm y tế huyện Yên Dũng",
)


def _form(id_: str, *above: Row, true: Truth, says: tuple[str, ...] = (), stem: str = "T6") -> Case:
    return case(f"unlisted: {id_}", (*above, ("BÁO CÁO",), *FORM), true, *says, stem=stem)


CASES = [
    *(
        _form(f"under the letterhead, {name!r}", ABOVE, (name,), true={}, says=("UA109",))
        for name in (
            "CĐCS CÔNG TY MAY LẠ",
            "CÔNG ĐOÀN CƠ SỞ TRƯỜNG THCS LẠ",
            "BAN CHẤP HÀNH CĐCS XÃ LẠ",
            "TRƯỜNG MẦM NON LẠ",
            "CÔNG TY TNHH LẠ",
            "NGHIỆP ĐOÀN XE LẠ",
            "BÁO CÁO CỦA CĐCS CÔNG TY MAY LẠ THÁNG 6/2025",
        )
    ),
    _form("both in one cell", ("LĐLĐ HUYỆN YÊN DŨNG\nCĐCS CÔNG TY MAY LẠ",), true={}, says=("UA109",)),
    *(
        _form(f"the file {stem!r} under the letterhead", ABOVE, true={}, says=("UA109",), stem=stem)
        for stem in ("CDCS Cong ty May La", "BC Cong doan co so truong Lạ T6", "CĐCS Trường Lạ - LĐLĐ huyện Yên Dũng", "Truong THCS La")
    ),
    _form("the file against the line of the form", LINE, true={}, says=("UA113",), stem="CDCS Cong ty May La"),
    *(
        _form(f"{text!r} is no unit", ABOVE, (text,), true=YD)
        for text in (
            "Số: 12/BC-LĐLĐ",
            "VĂN PHÒNG",
            "CĐCS và tương đương",
            "(CĐCS trực thuộc gửi trước ngày 25 hằng tháng)",
            "Công đoàn cơ sở",
            "Trường hợp có thay đổi, đề nghị báo ngay",
            "CỘNG HÒA\nXÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Biểu dành cho LĐLĐ huyện, thành phố",
        )
    ),
    *(_form(f"the file {stem!r}", LINE, true=YD, stem=stem) for stem in ("Tong hop CDCS T6", "CDCS huyen Yen Dung", "CĐCS T6")),
    _form("a unit that is listed, under the letterhead", ABOVE, ("CĐCS TRƯỜNG MINH HÀ",), true={"CS01": OF_A}),
    _form("one letter wrong in the unit's own letterhead", ("LĐLĐ HUYỆN YÊN DỦNG",), LINE, true=YD),
    *(
        case(f"a form signed by {who}", (LINE, *FORM, (), (None, None, None, signed)), true, *says)
        for who, signed, true, says in (
            ("another unit", "TM. BAN THƯỜNG VỤ LĐLĐ HUYỆN LẠNG GIANG", {}, ("UA113",)),
            ("the unit itself", "TM. BAN THƯỜNG VỤ LĐLĐ HUYỆN YÊN DŨNG", YD, ()),
            ("the unit above", "TM. BAN THƯỜNG VỤ LĐLĐ TỈNH BẮC GIANG", YD, ()),
            ("a unit below", "TM. BAN CHẤP HÀNH CĐCS TRƯỜNG MINH HÀ", YD, ()),
            ("somebody whose name is also a place's", "CHỦ TỊCH Trần Lạng Giang", YD, ()),
        )
    ),
    *(case(f"unlisted: the file {name!r}, of which the roster has the place", FORM, {}, "UA109", stem=name) for name in BODIES),
    *(case(f"unlisted: the sheet {name!r}, of which the roster has the place", {name: Page(FORM)}, {}, "UA109") for name in BODIES),
    *(
        case(f"unlisted: the title of {name!r}, of which the roster has the place", ((f"BÁO CÁO CỦA {name}",), *FORM), {}, "UA109")
        for name in BODIES
    ),
    *(
        _form(f"the file {stem!r} is the unit's", true=YD, stem=stem)
        for stem in ("BC Yen Dung", "T6 huyện Yên Dũng", "Phong trao thi dua Yen Dung", "Văn phòng LĐLĐ huyện Yên Dũng")
    ),
    _form("a letter to the unit is not its own", ("BÁO CÁO GỬI LĐLĐ HUYỆN YÊN DŨNG THÁNG 6/2025",), true={}, says=("UA114",)),
]
