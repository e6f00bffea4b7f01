"""Headings of columns beside labels: which hold the figures, and which a plan, a share, money, notes or what is missing."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import beginnings, folded, remembered, without_ordinal
from union_audit.intake.vocabulary.periods import is_earlier, is_period
from union_audit.patterns import pattern

_NOT_YET = pattern(r"\bchưa\b")
_OF_OTHERS = pattern(
    r"(?:số |số lượng |số máy )?"
    r"(?:không (?:đạt|có|thực hiện|được)|còn (?:thiếu|lại)|thiếu (?:so|hụt)|(?:đã |bị )?hỏng|chênh lệch|tăng .*giảm|tăng thêm|giảm|đề nghị"
    r"|đăng ký|nhu cầu|dự kiến|phương hướng|nhiệm vụ (?:tháng|quý|năm)|phấn đấu|cần (?:bổ sung|trang bị|mua|thay|thêm)|kinh phí|trung bình"
    r"|bình quân|cả nước|toàn quốc|(?:trong đó:? )?(?:nữ|nam)$|nam giới|nữ giới|khối(?! cơ quan)"
    r"|ngoài (?:nhà nước|công lập|quốc doanh|tỉnh|ngành))(?!\w)"
)
"""With their accents: "Giám sát" and "Thiếu nhi" are others."""

VALUE = folded(
    "Số liệu", "Kết quả", "Giá trị", "Số lượng", "Thực hiện", "Kết quả thực hiện", "Số liệu thực hiện", "Đã thực hiện", "Số liệu báo cáo",
    "Kết quả đạt được", "Trong tháng", "Trong kỳ", "Trong quý", "Trong năm", "Tháng này", "Kỳ này", "Quý này",
    "Số liệu điều chỉnh", "Số liệu đã điều chỉnh", "Số liệu sau điều chỉnh", "Sau điều chỉnh", "Thẩm định", "Số thẩm định",
    "Số liệu thẩm định", "Kết quả thẩm định", "Sau thẩm định",
    "TH", "Phát sinh", "Số phát sinh", "Phát sinh trong kỳ", "Phát sinh trong tháng",
    "Tháng báo cáo", "Kỳ báo cáo", "Thực hiện trong kỳ", "Kết quả trong kỳ", "Số thực hiện", "Value", "Values", "Result", "Results",
    "Figure", "Figures", "Actual", "Count",
)  # fmt: skip
"""Headings of the column of a form that holds its figures."""

NOT_VALUE = folded(
    "Kế hoạch", "KH", "Kế hoạch năm", "Chỉ tiêu giao", "Kế hoạch giao", "Chỉ tiêu kế hoạch", "Tháng trước", "Kỳ trước", "Năm trước",
    "Cùng kỳ",
    "Cùng kỳ năm trước", "So với cùng kỳ", "So sánh", "Tỷ lệ", "Tỷ lệ %", "Tỉ lệ", "Tỷ lệ (%)", "% hoàn thành", "Đạt tỷ lệ", "%", "Ghi chú",
    "Dự kiến", "Phấn đấu", "Mục tiêu", "Nhu cầu", "Định mức", "Đầu kỳ", "Số đầu kỳ", "Đầu tháng", "Tăng trong kỳ", "Giảm trong kỳ",
    "Tăng trong tháng", "Giảm trong tháng",
    "Đơn vị tính", "ĐVT", "Điểm", "Điểm chuẩn", "Plan", "Planned", "Target", "Previous", "Last month", "Last year", "Percentage", "Rate",
    "Share", "Notes", "Note", "Remarks", "Unit of measure",
)  # fmt: skip
"""Headings of columns beside the figures that never hold them."""

BESIDE = folded("Ghi chú", "Đơn vị tính", "ĐVT", "Notes", "Note", "Remarks", "Unit of measure")
"""Headings of columns that every form has beside its figures: nobody need be told that they were left out."""

REMARK = folded("Ghi chú", "Nhận xét", "Lý do", "Giải trình", "Ý kiến", "Notes", "Note", "Remark", "Remarks", "Comment", "Comments")
"""Headings of columns that hold words of one's own."""

_NO_COUNTS = beginnings(folded(
    "Đơn giá", "Thành tiền", "Giá trị đồng", "Số tiền", "Kinh phí", "Trọng số", "Thời hạn", "Thời gian", "Ngày báo cáo", "Ngày cấp",
    "Năm mua", "Năm hoàn thành", "Năm sản xuất", "Năm sử dụng", "Mã", "Mã số", "Mã chỉ tiêu", "Xếp loại", "Mức độ", "Người thực hiện",
    "Số trang", "Phụ lục", "Số văn bản", "Căn cứ", "Thứ tự", "Tồn đầu kỳ", "Price", "Amount", "Weight", "Deadline", "Date", "Code", "Grade",
))  # fmt: skip
"""How headings beside labels begin whose numbers count nothing."""
_OTHER_VALUES, _VALUE_OF = beginnings(NOT_VALUE), beginnings(VALUE)


@remembered
def is_value(heading: str) -> bool:
    """Whether a heading says that its column holds the figures, with or without their period ("Thực hiện tháng 6/2025")."""
    key = fold(heading)
    return key in VALUE or (any(key.startswith(word) and is_period(key.removeprefix(word)) for word in _VALUE_OF))


@remembered
def is_other_value(heading: str) -> bool:
    """Whether a heading says that its column holds something else than the figures: a plan, a share, an earlier period, notes."""
    key = fold(heading)
    return "%" in key or is_earlier(key) or f"{key} ".startswith(_OTHER_VALUES)


@remembered
def is_no_count(heading: str) -> bool:
    """Whether the heading of a column beside labels says that its numbers are none of the figures: money, days, codes, what is missing."""
    return f"{fold(heading)} ".startswith(_NO_COUNTS) or is_of_others(heading)


@remembered
def is_of_others(heading: str) -> bool:
    """Whether a heading over others, or a section, says that theirs are figures of something else: what is missing, a part, a need."""
    text = without_ordinal(heading)
    return _NOT_YET.search(text) is not None or _OF_OTHERS.match(" ".join(text.split())) is not None
