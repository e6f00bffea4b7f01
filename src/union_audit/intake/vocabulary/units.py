"""Units: the lines that say whose a form is, short forms of their names, and what is the name of several or of none."""

from union_audit.folding import nfc
from union_audit.intake.vocabulary.comparing import folded
from union_audit.patterns import pattern

CODE_LINES = folded("Mã đơn vị", "Mã số đơn vị", "Mã ĐV", "Mã công đoàn", "Unit code", "Code")
UNIT_LINES = folded(
    "Đơn vị",
    "Tên đơn vị",
    "Đơn vị báo cáo",
    "Tên đơn vị báo cáo",
    "Cơ quan báo cáo",
    "Đơn vị gửi báo cáo",
    "Đơn vị lập báo cáo",
    "Cơ quan, đơn vị",
    "Tên cơ quan, đơn vị",
    "Tên công đoàn",
    "Unit",
    "Unit name",
    "Reporting unit",
)
LEVEL_LINES = folded("Cấp", "Cấp công đoàn", "Loại hình", "Cấp đơn vị", "Level")
PARENT_LINES = folded("Trực thuộc", "Đơn vị cấp trên", "Công đoàn cấp trên", "Mã đơn vị cấp trên", "Parent", "Parent unit")
"""The labels of the lines above a form that say whose it is."""

ABBREVIATIONS: dict[str, str] = {
    "ldld": "liên đoàn lao động",
    "lđlđ": "liên đoàn lao động",
    "lđ": "lao động",
    "cđcs": "công đoàn cơ sở",
    "cdcs": "công đoàn cơ sở",
    "cđ": "công đoàn",
    "cd": "công đoàn",
    "h": "huyện",
    "tp": "thành phố",
    "tx": "thị xã",
    "kcn": "khu công nghiệp",
    "cty": "công ty",
}
"""Short forms in the names of units."""

NO_NAME = folded(
    "và", "gửi", "thuộc", "trực", "khối", "các", "nhóm", "cụm", "khu", "tham", "trên", "trong", "tháng", "quý", "năm", "kỳ", "báo", "tổng",
    "số", "hợp", "hội", "không", "chưa", "có", "được", "để", "là", "nộp", "lập", "cần", "phải", "thực", "do", "theo", "nêu", "ghi", "đã",
)  # fmt: skip
"""What stands behind "Công đoàn cơ sở" or "Trường" where it is no unit's name: "và tương đương", "trực thuộc", "hợp"."""

BODIES = pattern(
    r"\b(?:ubnd|uy ban nhan dan|hdnd|(?:tinh|huyen|thanh|thi|dang) uy|dang bo|phong (?:gd|gddt|giao duc|noi vu|tai chinh|y te|van hoa"
    r"|tu phap|tai nguyen|kinh te|nong nghiep|lao dong|thanh tra)|trung tam|bhxh|bao hiem xa hoi|kho bac|benh vien|tram y te|chi cuc|toa an"
    r"|vien kiem sat|ngan hang|hat kiem lam|ban quan ly|cong an|ban chi huy|buu dien|dien luc|chi nhanh|nha may|xi nghiep|hop tac xa|htx"
    r"|hoi (?:phu nu|nong dan|chu thap do|cuu chien binh)|doan thanh nien|cong doan nganh)\b(?: \w+){0,4}$"
)
"""What stands before a place, folded, where a body of that place is named, and no union of it: "BHXH Yên Dũng"."""
UNIONS = pattern(r"(?:lien doan lao dong|cong doan)\b")
"""How a folded name begins that says itself that it is a union's, and not only where that is."""

_GROUPS = pattern(r"(?:khối|cụm|nhóm|các|vùng|toàn bộ|group|all)\b")
"""How the name of several units together begins; with its accents."""


def is_group(name: str) -> bool:
    """Whether a name is that of several units together ("Khối doanh nghiệp", "Các huyện")."""
    return _GROUPS.match(nfc(name).casefold()) is not None
