"""The names of units as 91 offices spell them: case, tone marks, d and đ, short forms, what stands before and behind."""

import unicodedata

from builders import roster, unit
from corpus.case import OF_A, A, Case, case
from corpus.cases.office_tables import BARE

ROSTER = roster(
    unit("T", "province", name="LĐLĐ tỉnh Bắc Giang"),
    unit("H1", parent="T", name="LĐLĐ huyện Yên Dũng", aliases=("Yên Dũng",)),
    unit("H2", parent="T", name="LĐLĐ huyện Hiệp Hòa"),
    unit("H3", parent="T", name="LĐLĐ thành phố Bắc Giang"),
    unit("H4", parent="T", name="LĐLĐ thị xã Việt Yên"),
    unit("H5", parent="T", name="LĐLĐ huyện Lục Ngạn"),
    unit("N1", parent="T", name="Công đoàn các khu công nghiệp tỉnh"),
    unit("N2", parent="T", name="Công đoàn ngành Giáo dục và Đào tạo", aliases=("CĐ Giáo dục",)),
    unit("N3", parent="T", name="Công đoàn Viên chức tỉnh"),
    unit("N4", parent="T", name="Công đoàn ngành Y tế"),
)
SPELLINGS: dict[str, tuple[str, ...]] = {
    "H1": (
        *("Liên đoàn LĐ huyện Yên Dũng", "LĐLĐ Yên Dũng", "H. Yên Dũng", "Huyện Yên Dũng", "LĐLĐ H Yên Dũng", "LĐLĐ huyện Yên Dủng"),
        *("Liên Đoàn Lao Động Huyện Yên Dũng", "LIÊN ĐOÀN LAO ĐỘNG H.YÊN DŨNG", "LĐLĐ huyện Yên Dũng.", "01. LĐLĐ huyện Yên Dũng"),
        *("1-LĐLĐ huyện Yên Dũng", "1/ LĐLĐ huyện Yên Dũng", "LDLD H.Yen Dung", "LĐLĐ huyện Yên  Dũng  ", "LĐLĐ huyện Yên Dũng -"),
        *("LĐLĐ huyên Yên Dũng", "LÐLÐ huyện Yên Dũng", "L.Đ.L.Đ huyện Yên Dũng", "LĐLĐ huyện Yên\nDũng", "LĐLĐ huyện “Yên Dũng”"),
    ),
    "H2": ("LĐLĐ huyện Hiệp Hoà", "LĐLĐ HUYỆN HIỆP HOÀ", "LĐLĐ H. Hiệp Hòa", "LĐLĐ Hiệp Hoà", "ldld huyen hiep hoa", "LĐLĐ huyện HiệpHòa"),
    "H3": ("LĐLĐ TP Bắc Giang", "LĐLĐ TP. Bắc Giang", "LĐLĐ T.P Bắc Giang", "LĐLĐ Tp.Bắc Giang", "Liên đoàn lao động thành phố Bắc Giang"),
    "H4": ("LĐLĐ TX Việt Yên", "LĐLĐ TX. Việt Yên", "LĐLĐ thị xã Việt yên", "LĐLĐ Việt Yên", "LDLD TX Viet Yen"),
    "H5": ("LĐLĐ huyện Lục Ngạn (*)", "LĐLĐ huyện Lục Ngan", "LĐLĐ h.Lục Ngạn", "I. LĐLĐ huyện Lục Ngạn", "• LĐLĐ huyện Lục Ngạn"),
    "N1": ("CĐ các KCN tỉnh", "CĐ các KCN", "Công đoàn các KCN tỉnh", "Công đoàn các Khu Công Nghiệp tỉnh", "CD cac KCN tinh"),
    "N2": ("CĐ ngành Giáo dục và Đào tạo", "CĐ Giáo dục", "CÔNG ĐOÀN NGÀNH GIÁO DỤC VÀ ĐÀO TẠO", "CĐ ngành Giáo dục và Đào tao"),
    "N3": ("CĐ Viên chức tỉnh", "CĐ viên chức", "Công đoàn viên chức Tỉnh", "C.Đ Viên chức tỉnh"),
    "N4": ("CĐ ngành Y tế", "CĐ Ngành y tế", "Công đoàn ngành Y Tế", "CĐ NGÀNH Y TẾ"),
}
NOT_NEAR = (
    *("LĐLĐ Bắc Giang", "LĐLĐ thị xã Yên Dũng", "LĐLĐ huyện Bắc Giang", "LĐLĐ huyện Việt Yên", "Công đoàn ngành", "LĐLĐ huyện"),
    *("Công đoàn ngành Công Thương", "LĐLĐ huyện Lục Nam", "Văn phòng", "LĐLĐ huyện Yên Thế", "Yên", "Huyện"),
)


def _named(code: str, name: str, how: str = "") -> Case:
    true = {code: OF_A} if code else {}
    says = () if code else ("UA110" if name == "LĐLĐ Bắc Giang" else "UA109",)
    return case(f"rule 5: {code or 'nobody'} is named {name!r}{how}", (BARE, (1, name, *A[3:])), true, *says, roster=ROSTER)


CASES = [
    *(_named(code, name) for code, names in SPELLINGS.items() for name in names),
    *(_named(code, unicodedata.normalize("NFD", names[0]), ", decomposed") for code, names in SPELLINGS.items()),
    *(_named("", name) for name in NOT_NEAR),
]
