"""The words that tables are made of, in Vietnamese and English, apart from the plan's own: compared folded."""

from collections.abc import Iterable
from functools import lru_cache

from union_audit.folding import fold, nfc
from union_audit.patterns import pattern

_REMEMBERED = 16384
"""So many texts are judged once: forms of one kind share nearly all of theirs."""

_BRACKETS = pattern(r"[(\[][^()\[\]]*[)\]]")
_ORDINAL = pattern(r"^\s*(?:(?:\d{1,2}|[ivx]{1,5}|[a-zđ])[.):/-]\s*|[-–—+*•]\s*)+")
_EDGE = pattern(r"[\s:.;,]+$")
_SUBTOTAL = pattern(
    r"(?:tổng số|tổng cộng|tổng|cộng|tong so|tong cong|subtotal|total) (?:(?:các|khối|nhóm|mục|phần|of|for)\b.*|[ivx]+|[a-e])"
)
_TOTAL_WORDS = ("tổng", "tong", "cộng", "cong", "toàn", "toan", "total", "sum")
_EARLIER = pattern(r"\b(?:thang|ky|quy|nam) truoc\b|\bcung ky\b|\b(?:previous|last) (?:month|quarter|year|period)\b")
_EARLIER_NAME = pattern(
    r"(?:(?:so lieu|bao cao|ket qua|bieu|bang|thuc hien|cua) )*"
    r"(?:(?:thang|ky|quy|nam) truoc(?: lien ke)?|cung ky(?: (?:nam )?(?:truoc|20\d\d))?)"
)
_PRESENT = pattern(r"\b(?:thang|ky|quy|nam) (?:nay|bao cao)\b|\bthis (?:month|quarter|year|period)\b")
_NOT_YET = pattern(r"\bchưa\b")
_OF_OTHERS = pattern(
    r"(?:số |số lượng |số máy )?"
    r"(?:không (?:đạt|có|thực hiện|được)|còn (?:thiếu|lại)|thiếu (?:so|hụt)|(?:đã |bị )?hỏng|chênh lệch|tăng .*giảm|tăng thêm|giảm|đề nghị"
    r"|đăng ký|nhu cầu|dự kiến|phương hướng|nhiệm vụ (?:tháng|quý|năm)|phấn đấu|cần (?:bổ sung|trang bị|mua|thay|thêm)|kinh phí|trung bình"
    r"|bình quân|cả nước|toàn quốc|(?:trong đó:? )?(?:nữ|nam)$|nam giới|nữ giới|khối(?! cơ quan)"
    r"|ngoài (?:nhà nước|công lập|quốc doanh|tỉnh|ngành))(?!\w)"
)
"""With their accents: "Giám sát" and "Thiếu nhi" are others."""
_PLACE_AND_DATE = pattern(r"\bngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam\b")

_SIGNED_ON = pattern(r"(?:\w+ ){0,5}(?<!den )(?<!het )(?<!tu )(?<!truoc )ngay \d{1,2} thang \d{1,2} nam 20\d\d")

_TASK = pattern(r"(?:chi tieu|nhiem vu|yeu cau|phai dat|phai thuc hien|duoc giao|giao|can dat)\b")
_PLAN = pattern(
    r"(?:ke hoach|kh|chi tieu(?: ke hoach)? giao|giao chi tieu|du kien|phan dau|muc tieu|nhu cau|dang ky|de nghi|de xuat)(?: giao)?"
    r"(?: (?:(?:nam|thang|quy) )?(?:t?\d{1,2}|[ivx]+|20\d\d))*"
)
_PLAN_TITLE = pattern(
    r"(?:(?:[ivx]+|[a-d]|\d) )?(?:bieu |bang )?"
    r"(?:nhu cau|dang ky (?:chi tieu|ke hoach|nhu cau)|de (?:nghi|xuat) (?:cap|trang bi|bo sung|mua|thay)"
    r"|chi tieu(?: ke hoach)? giao|giao chi tieu|(?:ke hoach|du kien|phan dau|muc tieu)(?: giao)? (?:[369] )?(?:nam|thang|quy))\b"
)
_TITLE = pattern(r"(?:bao cao|bieu|ket qua|tong hop|so lieu|bang|thong ke|tinh hinh|phu luc|report|results?|figures?)\b")
_NO_TITLE = pattern(r"\b(?:kem theo|gui|theo (?:cong van|ke hoach|huong dan|van ban)|attached)\b")


_BEFORE_NAME = pattern(r"(?:(?:bao cao|bc|so lieu|ket qua|bieu|cua|ban chap hanh|bch|ban thuong vu|btv) )+")


def _folded(*words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """Return how a text begins that begins with one of some words, and a space behind it."""
    return tuple(f"{word} " for word in words)


ROLES: dict[str, frozenset[str]] = {
    "code": _folded("Mã đơn vị", "Mã", "Mã số", "Mã ĐV", "Mã công đoàn", "Mã số đơn vị", "Unit code", "Code", "Unit ID"),
    "name": _folded(
        "Tên đơn vị", "Đơn vị", "Tên", "Đơn vị báo cáo", "Tên đơn vị báo cáo", "Tên công đoàn", "Công đoàn", "Tên công đoàn cơ sở",
        "Công đoàn cơ sở", "Tên CĐCS", "CĐCS", "Huyện, thành phố", "Huyện, thị xã, thành phố", "Địa phương", "Tên cơ quan, đơn vị",
        "Cơ quan, đơn vị", "Các đơn vị", "Unit", "Unit name", "Name", "Office", "Reporting unit",
    ),
    "level": _folded("Cấp", "Cấp công đoàn", "Loại hình", "Loại đơn vị", "Cấp đơn vị", "Level", "Tier"),
    "parent": _folded(
        "Trực thuộc", "Đơn vị cấp trên", "Công đoàn cấp trên", "Cấp trên trực tiếp", "Công đoàn cấp trên trực tiếp", "Đơn vị quản lý",
        "Mã đơn vị cấp trên", "Parent", "Parent unit", "Parent code",
    ),
    "ordinal": _folded("STT", "TT", "Số TT", "Số thứ tự", "S.T.T", "T.T", "S T T", "Thứ tự", "No", "No.", "Nr", "Ordinal"),
}  # fmt: skip
"""What a column that is no field of the plan says of its unit."""

PLACES = _folded("Địa phương", "Huyện, thành phố", "Huyện, thị xã, thành phố")
"""Headings of names that say where a unit is, if another column says which it is."""

PERIODS = _folded("Tháng", "Quý", "Năm", "Kỳ", "Kỳ báo cáo", "Kỳ số liệu", "Kỳ dữ liệu", "Tháng báo cáo", "Thời gian", "Thời kỳ",
    "Period", "Month", "Quarter", "Year", "Reporting period",
)  # fmt: skip
"""Headings of columns that say of which period a row is."""

VALUE = _folded(
    "Số liệu", "Kết quả", "Giá trị", "Số lượng", "Thực hiện", "Kết quả thực hiện", "Số liệu thực hiện", "Đã thực hiện", "Số liệu báo cáo",
    "Kết quả đạt được", "Trong tháng", "Trong kỳ", "Trong quý", "Trong năm", "Tháng này", "Kỳ này", "Quý này",
    "TH", "Phát sinh", "Số phát sinh", "Phát sinh trong kỳ", "Phát sinh trong tháng",
    "Tháng báo cáo", "Kỳ báo cáo", "Thực hiện trong kỳ", "Kết quả trong kỳ", "Số thực hiện", "Value", "Values", "Result", "Results",
    "Figure", "Figures", "Actual", "Count",
)  # fmt: skip
"""Headings of the column of a form that holds its figures."""

NOT_VALUE = _folded(
    "Kế hoạch", "KH", "Kế hoạch năm", "Chỉ tiêu giao", "Kế hoạch giao", "Chỉ tiêu kế hoạch", "Tháng trước", "Kỳ trước", "Năm trước",
    "Cùng kỳ",
    "Cùng kỳ năm trước", "So với cùng kỳ", "Tỷ lệ", "Tỷ lệ %", "Tỉ lệ", "Tỷ lệ (%)", "% hoàn thành", "Đạt tỷ lệ", "%", "Ghi chú",
    "Dự kiến", "Phấn đấu", "Mục tiêu", "Nhu cầu", "Định mức", "Đầu kỳ", "Số đầu kỳ", "Đầu tháng", "Tăng trong kỳ", "Giảm trong kỳ",
    "Tăng trong tháng", "Giảm trong tháng",
    "Đơn vị tính", "ĐVT", "Điểm", "Điểm chuẩn", "Plan", "Planned", "Target", "Previous", "Last month", "Last year", "Percentage", "Rate",
    "Share", "Notes", "Note", "Remarks", "Unit of measure",
)  # fmt: skip
"""Headings of columns beside the figures that never hold them."""

_REMARKS = _beginnings(_folded(
    "Trong đó", "Số điện thoại", "Điện thoại", "SĐT", "ĐT", "Email", "E-mail", "Thư điện tử", "Fax", "Địa chỉ", "Tỷ lệ", "Bình quân",
    "Trung bình", "So với", "Tăng giảm", "Chênh lệch", "Lũy kế", "Cộng dồn", "Đạt tỷ lệ", "Of which", "Phone", "Telephone", "Address",
    "Average",
))  # fmt: skip
"""How a row begins that says something of the units above it, and is none."""

_GROUPS = pattern(r"(?:khối|cụm|nhóm|các|vùng|toàn bộ|group|all)\b")
"""How the name of several units together begins; with its accents."""

NO_UNIT = NOT_VALUE | _folded(
    "Bình quân", "Trung bình", "So với tháng trước", "So với kỳ trước", "So với năm trước", "Tăng, giảm", "Average"
)
"""What stands for a unit in a row that compares, or divides, the units' figures."""

BESIDE = _folded("Ghi chú", "Đơn vị tính", "ĐVT", "Notes", "Note", "Remarks", "Unit of measure")
"""Headings of columns that every form has beside its figures: nobody need be told that they were left out."""

_SIGNATURE = pattern(r"(?:(?:tm|kt|tl|tuq) )?(?:ban (?:thuong vu|chap hanh)|(?:pho )?chu tich|thu truong)\b|(?:tm|kt|tl|tuq) ")
REMARK = _folded("Ghi chú", "Nhận xét", "Lý do", "Giải trình", "Ý kiến", "Notes", "Note", "Remark", "Remarks", "Comment", "Comments")
"""Headings of columns that hold words of one's own."""

NOTES = _folded("Ghi chú", "Chú thích", "Nơi nhận", "Người lập biểu", "Người lập", "Người tổng hợp", "Người báo cáo", "Kế toán",
    "Thủ trưởng đơn vị", "Thủ trưởng", "Chủ tịch", "Phó Chủ tịch", "TM. Ban Thường vụ", "TM. Ban Chấp hành", "Xác nhận của đơn vị", "Note",
    "Notes", "Prepared by", "Approved by", "Signature",
)  # fmt: skip
"""How the lines below a table begin: notes, place and date, signatures."""

_CUMULATIVE = _beginnings(_folded(
    "Lũy kế", "Số lũy kế", "Tổng lũy kế", "Cộng dồn", "Từ đầu năm", "Cuối kỳ", "Số cuối kỳ", "Cumulative", "Year to date",
))  # fmt: skip
"""How headings of figures begin that are not those of the period alone."""
_NO_COUNTS = _beginnings(_folded(
    "Đơn giá", "Thành tiền", "Giá trị đồng", "Số tiền", "Kinh phí", "Trọng số", "Thời hạn", "Thời gian", "Ngày báo cáo", "Ngày cấp",
    "Năm mua", "Năm hoàn thành", "Năm sản xuất", "Năm sử dụng", "Mã", "Mã số", "Mã chỉ tiêu", "Xếp loại", "Mức độ", "Người thực hiện",
    "Số trang", "Phụ lục", "Số văn bản", "Căn cứ", "Thứ tự", "Tồn đầu kỳ", "Price", "Amount", "Weight", "Deadline", "Date", "Code", "Grade",
))  # fmt: skip
"""How headings beside labels begin whose numbers count nothing."""
_NOTES, _OTHER_VALUES, _VALUE_OF = _beginnings(NOTES), _beginnings(NOT_VALUE), _beginnings(VALUE)

TOTALS = frozenset({
    "tổng số", "tổng cộng", "cộng", "tổng", "toàn tỉnh", "toàn ngành", "cộng chung", "tổng chung", "tổng toàn tỉnh", "tổng số chung",
    "cộng toàn tỉnh", "tổng cộng toàn tỉnh", "tổng số toàn tỉnh", "tong so", "tong cong", "cong", "tong",
    "toan tinh", "cả tỉnh", "toàn huyện", "cộng toàn huyện", "tổng hợp", "tổng hợp toàn tỉnh", "total", "grand total",
    "sum", "subtotal", "cộng nhóm", "totals",
})  # fmt: skip
"""What stands for a unit in the row of a total; with its accents, since "Tổng công ty" and "Công đoàn" are units."""

NOT_DATA = _folded("Ví dụ", "Hướng dẫn", "Tham khảo", "Giải thích", "Example", "Examples", "Instruction", "Instructions", "Reference",
    "Lookup", "Guide", "Sample",
)  # fmt: skip
"""How the names of sheets begin that explain, and whose figures are nobody's."""

EXAMPLE = ("vi du", "tham khao", "example")
"""What the name of a sheet has in it, or how a title begins, that shows how the form is filled in, or only refers to figures; folded."""

EXAMPLE_ROWS = _folded("Ví dụ", "VD", "Mẫu", "Example", "e.g.")
"""What stands where units are numbered, in the row that shows how one is filled in."""

EXAMPLE_FILES = ("vi du ", "huong dan ")
"""How the names of files begin that hold an example; folded."""

TEMPLATE = frozenset({"mẫu", "mau", "template"})
"""The first or the last word of the name of a sheet that is a form's template: offices fill it in, or send it along."""

LISTS = _folded("Danh mục", "Thuyết minh")
"""How the names of sheets begin that list or explain, and sometimes hold the figures all the same."""

NUMBER_WORDS = frozenset({"số", "so", "no"})
"""What stands before the number of a form."""

SCALES = frozenset({"trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "thousand", "thousands", "million", "millions", "000", "1000", "1.000"})
"""Words of a unit of measure that multiply what is written; with their accents, since "công ty" is none."""

MEASURES = _folded("người", "máy", "cái", "chiếc", "bộ", "cuộc", "lượt", "lượt người", "văn bản", "hồ sơ", "báo cáo", "đơn vị", "chỉ tiêu",
    "hội nghị", "thiết bị", "lớp", "có/không", "x", "đánh dấu x", "số lượng",
    "people", "persons", "computers", "items", "number", "count", "yes/no",
)  # fmt: skip
"""Units of measure that a heading may bear in brackets without meaning anything else."""

FILLERS = _folded("có", "được", "đã", "các", "của", "về", "và", "ở", "tại", "the", "of", "in", "on", "a", "an", "for", "to")
"""Words that a heading may have or lack and still be the same heading; never a negation or a time."""

OTHERWISE = _folded("chưa", "không", "ngoài", "trước", "thiếu")
"""Words that are never a slip of another: a heading with one of them means something else."""

MEASURE_LINES = ("don vi tinh", "dvt")
"""How a line begins that names a unit of measure ("Đơn vị tính", and misspelt "Đơn vị tỉnh"), folded."""

DITTO = frozenset({"nt", "n t", "nhu tren", "ditto"})
DITTO_MARKS = frozenset("\"”“″〃'")
"""What stands under a unit of measure that goes on: as words, folded, and as marks."""

CODE_LINES = _folded("Mã đơn vị", "Mã số đơn vị", "Mã ĐV", "Mã công đoàn", "Unit code", "Code")
UNIT_LINES = _folded(
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
LEVEL_LINES = _folded("Cấp", "Cấp công đoàn", "Loại hình", "Cấp đơn vị", "Level")
PARENT_LINES = _folded("Trực thuộc", "Đơn vị cấp trên", "Công đoàn cấp trên", "Mã đơn vị cấp trên", "Parent", "Parent unit")
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

NO_NAME = _folded(
    "và", "gửi", "thuộc", "trực", "khối", "các", "nhóm", "cụm", "khu", "tham", "trên", "trong", "tháng", "quý", "năm", "kỳ", "báo", "tổng",
    "số", "hợp", "hội", "không", "chưa", "có", "được", "để", "là", "nộp", "lập", "cần", "phải", "thực", "do", "theo", "nêu", "ghi", "đã",
)  # fmt: skip
"""What stands behind "Công đoàn cơ sở" or "Trường" where it is no unit's name: "và tương đương", "trực thuộc", "hợp"."""

YES = _folded("có", "đã", "rồi", "x", "true", "yes", "y", "đã thực hiện", "có thực hiện", "đã có", "1")
NO = _folded("không", "chưa", "chưa có", "false", "no", "n", "chưa thực hiện", "không thực hiện", "0")
YES_HEADINGS = _folded("Có", "Đã", "Rồi", "Đã có", "Đã thực hiện", "Có thực hiện", "Đạt", "Yes")
NO_HEADINGS = _folded("Không", "Chưa", "Chưa có", "Chưa thực hiện", "Không thực hiện", "Không đạt", "Chưa đạt", "No")
"""Headings of two columns one of which is ticked."""
TICKS = frozenset("✓✔☑✅√")
NOTHING = _folded("N/A", "NA", "n.a", "không có", "không có số liệu", "chưa có số liệu", "none", "nil", "null")


_PERIOD_WORDS = _folded(
    "tháng", "quý", "năm", "kỳ", "đầu", "cuối", "trong", "này", "báo", "cáo", "i", "ii", "iii", "iv", "month", "quarter", "year"
)


@lru_cache(maxsize=_REMEMBERED)
def is_value(heading: str) -> bool:
    """Whether a heading says that its column holds the figures, with or without their period ("Thực hiện tháng 6/2025")."""
    key = fold(heading)
    return key in VALUE or (key.startswith(_VALUE_OF) and any(_is_period(key.removeprefix(word), key) for word in _VALUE_OF))


@lru_cache(maxsize=_REMEMBERED)
def is_other_value(heading: str) -> bool:
    """Whether a heading says that its column holds something else than the figures: a plan, a share, an earlier period, notes."""
    key = fold(heading)
    return "%" in key or _EARLIER.search(key) is not None or f"{key} ".startswith(_OTHER_VALUES)


@lru_cache(maxsize=_REMEMBERED)
def is_no_count(heading: str) -> bool:
    """Whether the heading of a column beside labels says that its numbers are none of the figures: money, days, codes, what is missing."""
    return f"{fold(heading)} ".startswith(_NO_COUNTS) or is_of_others(heading)


@lru_cache(maxsize=_REMEMBERED)
def is_of_others(heading: str) -> bool:
    """Whether a heading over others, or a section, says that theirs are figures of something else: what is missing, a part, a need."""
    text = _ORDINAL.sub("", nfc(heading).casefold())
    return _NOT_YET.search(text) is not None or _OF_OTHERS.match(" ".join(text.split())) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_task(heading: str) -> bool:
    """Whether the heading of a column beside labels says that it holds what is to be done."""
    return _TASK.match(fold(heading)) is not None


def is_plan(sheet: str) -> bool:
    """Whether the name of a sheet says that its figures are to be reached; "KH 251" is the name of a plan, whose results they are."""
    return _PLAN.fullmatch(fold(sheet)) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_plan_title(text: str) -> bool:
    """Whether a title says so: by "Chỉ tiêu giao", or "Kế hoạch" with its period ("Kế hoạch số 251" is the name of a plan)."""
    return _PLAN_TITLE.match(fold(text)) is not None


def is_earlier(key: str) -> bool:
    """Whether a folded text speaks of the period before, or of last year's."""
    return _EARLIER.search(key) is not None


def is_of_earlier(text: str) -> bool:
    """Whether the name of a sheet, or a title, says that its figures are those of the period before, or of last year, and no more."""
    return _EARLIER_NAME.fullmatch(fold(text)) is not None


def is_present(key: str) -> bool:
    """Whether a folded text speaks of this period."""
    return _PRESENT.search(key) is not None


def is_cumulative(heading: str) -> bool:
    """Whether a heading says that figures are counted since an earlier period's beginning, or as they stand at the end of this one."""
    return f"{fold(heading)} ".startswith(_CUMULATIVE)


def is_remark(name: str) -> bool:
    """Whether a row in the place of a unit says something of the units above it: a part of them, a share, where to call."""
    return f"{fold(name)} ".startswith(_REMARKS)


def is_comparison(name: str) -> bool:
    """Whether what stands in the place of a unit's name says that its figures are compared, or divided: "Bình quân"."""
    return fold(name) in NO_UNIT


def is_ditto(text: str) -> bool:
    """Whether a text says that what stands above it goes on."""
    return fold(text) in DITTO or (bool(text) and set(text) <= DITTO_MARKS)


def is_percent_line(text: str) -> bool:
    """Whether a line says that the figures below it are percentages ("Đơn vị tính: %")."""
    label, _, measure = text.strip("() ").partition(":")
    return measure.strip("() ") == "%" and fold(label) in MEASURE_LINES


def is_group(name: str) -> bool:
    """Whether a name is that of several units together ("Khối doanh nghiệp", "Các huyện")."""
    return _GROUPS.match(nfc(name).casefold()) is not None


def is_place(heading: str) -> bool:
    """Whether a heading of names is rather that of the place."""
    return fold(heading) in PLACES


@lru_cache(maxsize=_REMEMBERED)
def is_note(text: str) -> bool:
    """Whether a line belongs below a table: a note, a place and date, a signature."""
    key = fold(text)
    return f"{key} ".startswith(_NOTES) or _PLACE_AND_DATE.search(key) is not None


def is_yes_no(text: str) -> bool:
    """Whether a text, which is not blank, says yes or no."""
    return fold(text) in YES or fold(text) in NO or set(text) <= TICKS


def is_signature(text: str) -> bool:
    """Whether a line below a form says for whom, or in what office, somebody signs."""
    return _SIGNATURE.match(fold(text)) is not None


def is_signed_on(text: str) -> bool:
    """Whether a line is nothing but a place and a date, as it stands above signatures; "tính đến ngày …" is none."""
    return _SIGNED_ON.fullmatch(fold(text)) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_title(text: str) -> bool:
    """Whether a line is a report's title, which may say whose it is; a letter's address or the document that it comes with is none."""
    key = fold(text)
    return _TITLE.match(key) is not None and _NO_TITLE.search(key) is None


@lru_cache(maxsize=_REMEMBERED)
def without_title(text: str) -> str:
    """Return a folded text without the words that a title has before the name of a unit."""
    key = fold(text)
    begun = _BEFORE_NAME.match(key)
    return key[begun.end() :] if begun else key


def is_total(text: str) -> bool:
    """Whether a row's name is that of a total, with an ordinal or a list of what it totals or without."""
    if not any(map(text.casefold().__contains__, _TOTAL_WORDS)):
        return False
    bare = _EDGE.sub("", _ORDINAL.sub("", _BRACKETS.sub(" ", nfc(text).casefold()))).strip()
    return " ".join(bare.split()) in TOTALS or _SUBTOTAL.fullmatch(bare) is not None


def _is_period(rest: str, whole: str) -> bool:
    return rest != whole and all(word in _PERIOD_WORDS or word.isdigit() for word in rest.split())


@lru_cache(maxsize=_REMEMBERED)
def is_answer(text: str) -> bool:
    """Whether a text is a yes, a no or a tick."""
    return fold(text) in YES | NO or (bool(text) and set(text) <= TICKS)
