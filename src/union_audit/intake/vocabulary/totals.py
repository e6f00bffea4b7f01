"""What stands in a unit's place in rows that are no unit's: totals, comparisons, remarks on the units above."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import beginnings, folded, without_ordinal
from union_audit.intake.vocabulary.values import NOT_VALUE
from union_audit.patterns import pattern

_BRACKETS = pattern(r"[(\[][^()\[\]]*[)\]]")
_EDGE = pattern(r"[\s:.;,]+$")
_SUBTOTAL = pattern(
    r"(?:tổng số|tổng cộng|tổng|cộng|tong so|tong cong|subtotal|total) (?:(?:các|khối|nhóm|mục|phần|of|for)\b.*|[ivx]+|[a-e])"
)
_TOTAL_WORDS = ("tổng", "tong", "cộng", "cong", "toàn", "toan", "total", "sum")

TOTALS = frozenset({
    "tổng số", "tổng cộng", "cộng", "tổng", "toàn tỉnh", "toàn ngành", "cộng chung", "tổng chung", "tổng toàn tỉnh", "tổng số chung",
    "cộng toàn tỉnh", "tổng cộng toàn tỉnh", "tổng số toàn tỉnh", "tong so", "tong cong", "cong", "tong",
    "toan tinh", "cả tỉnh", "toàn huyện", "cộng toàn huyện", "tổng hợp", "tổng hợp toàn tỉnh", "total", "grand total",
    "sum", "subtotal", "cộng nhóm", "totals",
})  # fmt: skip
"""What stands for a unit in the row of a total; with its accents, since "Tổng công ty" and "Công đoàn" are units."""

_REMARKS = beginnings(folded(
    "Trong đó", "Số điện thoại", "Điện thoại", "SĐT", "ĐT", "Email", "E-mail", "Thư điện tử", "Fax", "Địa chỉ", "Tỷ lệ", "Bình quân",
    "Trung bình", "So với", "Tăng giảm", "Chênh lệch", "Lũy kế", "Cộng dồn", "Đạt tỷ lệ", "Of which", "Phone", "Telephone", "Address",
    "Average",
))  # fmt: skip
"""How a row begins that says something of the units above it, and is none."""

NO_UNIT = NOT_VALUE | folded(
    "Bình quân", "Trung bình", "So với tháng trước", "So với kỳ trước", "So với năm trước", "Tăng, giảm", "Average"
)
"""What stands for a unit in a row that compares, or divides, the units' figures."""


def is_remark(name: str) -> bool:
    """Whether a row in the place of a unit says something of the units above it: a part of them, a share, where to call."""
    return f"{fold(name)} ".startswith(_REMARKS)


def is_comparison(name: str) -> bool:
    """Whether what stands in the place of a unit's name says that its figures are compared, or divided: "Bình quân"."""
    return fold(name) in NO_UNIT


def is_total(text: str) -> bool:
    """Whether a row's name is that of a total, with an ordinal or a list of what it totals or without."""
    if not any(map(text.casefold().__contains__, _TOTAL_WORDS)):
        return False
    bare = _EDGE.sub("", without_ordinal(_BRACKETS.sub(" ", text))).strip()
    return " ".join(bare.split()) in TOTALS or _SUBTOTAL.fullmatch(bare) is not None
