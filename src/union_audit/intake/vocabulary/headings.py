"""Headings of columns that are no field of the plan: whose a row is, and words that make no heading another one."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import folded

ROLES: dict[str, frozenset[str]] = {
    "code": folded("Mã đơn vị", "Mã", "Mã số", "Mã ĐV", "Mã công đoàn", "Mã số đơn vị", "Unit code", "Code", "Unit ID"),
    "name": folded(
        "Tên đơn vị", "Đơn vị", "Tên", "Đơn vị báo cáo", "Tên đơn vị báo cáo", "Tên công đoàn", "Công đoàn", "Tên công đoàn cơ sở",
        "Công đoàn cơ sở", "Tên CĐCS", "CĐCS", "Huyện, thành phố", "Huyện, thị xã, thành phố", "Địa phương", "Tên cơ quan, đơn vị",
        "Cơ quan, đơn vị", "Các đơn vị", "Unit", "Unit name", "Name", "Office", "Reporting unit",
    ),
    "level": folded("Cấp", "Cấp công đoàn", "Loại hình", "Loại đơn vị", "Cấp đơn vị", "Level", "Tier"),
    "parent": folded(
        "Trực thuộc", "Đơn vị cấp trên", "Công đoàn cấp trên", "Cấp trên trực tiếp", "Công đoàn cấp trên trực tiếp", "Đơn vị quản lý",
        "Mã đơn vị cấp trên", "Parent", "Parent unit", "Parent code",
    ),
    "ordinal": folded("STT", "TT", "Số TT", "Số thứ tự", "S.T.T", "T.T", "S T T", "Thứ tự", "No", "No.", "Nr", "Ordinal"),
}  # fmt: skip
"""What a column that is no field of the plan says of its unit."""

PLACES = folded("Địa phương", "Huyện, thành phố", "Huyện, thị xã, thành phố")
"""Headings of names that say where a unit is, if another column says which it is."""

SENT = folded(
    "Dấu thời gian", "Timestamp", "Thời gian gửi", "Thời điểm gửi", "Ngày gửi", "Ngày giờ gửi", "Thời gian nộp", "Ngày nộp",
    "Thời gian gửi báo cáo", "Ngày gửi báo cáo", "Completion time", "Submission time", "Submitted at", "Submitted on",
)  # fmt: skip
"""Headings of the times at which rows were sent, as online forms have them."""

FILLERS = folded("có", "được", "đã", "các", "của", "về", "và", "ở", "tại", "the", "of", "in", "on", "a", "an", "for", "to")
"""Words that a heading may have or lack and still be the same heading; never a negation or a time."""

OTHERWISE = folded("chưa", "không", "ngoài", "trước", "thiếu")
"""Words that are never a slip of another: a heading with one of them means something else."""


def is_place(heading: str) -> bool:
    """Whether a heading of names is rather that of the place."""
    return fold(heading) in PLACES
