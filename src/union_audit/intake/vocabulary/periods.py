"""Of when figures are: of this period or the one before, since January, or as they stand at the end."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import beginnings, folded
from union_audit.patterns import pattern

_EARLIER = pattern(
    r"\b(?:thang|ky|quy|nam) truoc\b|\bcung ky\b|\btruoc(?: khi)? (?:sap nhap|hop nhat|sap xep)\b"
    r"|\b(?:previous|last) (?:month|quarter|year|period)\b"
)
_EARLIER_NAME = pattern(
    r"(?:(?:so lieu|bao cao|ket qua|bieu|bang|thuc hien|cua) )*"
    r"(?:(?:thang|ky|quy|nam) truoc(?: lien ke)?|cung ky(?: (?:nam )?(?:truoc|20\d\d))?|truoc(?: khi)? (?:sap nhap|hop nhat|sap xep)"
    r"|(?:ban |so )?cu)"
)
_PRESENT = pattern(r"\b(?:thang|ky|quy|nam) (?:nay|bao cao)\b|\bthis (?:month|quarter|year|period)\b")

PERIODS = folded("Tháng", "Quý", "Năm", "Kỳ", "Kỳ báo cáo", "Kỳ số liệu", "Kỳ dữ liệu", "Tháng báo cáo", "Thời gian", "Thời kỳ",
    "Period", "Month", "Quarter", "Year", "Reporting period",
)  # fmt: skip
"""Headings of columns that say of which period a row is."""

_CUMULATIVE = beginnings(folded(
    "Lũy kế", "Số lũy kế", "Tổng lũy kế", "Cộng dồn", "Từ đầu năm", "Cuối kỳ", "Số cuối kỳ", "Cumulative", "Year to date",
))  # fmt: skip
"""How headings of figures begin that are not those of the period alone."""
_PERIOD_WORDS = folded(
    "tháng", "quý", "năm", "kỳ", "đầu", "cuối", "trong", "này", "báo", "cáo", "i", "ii", "iii", "iv", "month", "quarter", "year"
)
"""Words that the name of a period is made of, besides numbers."""


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


def is_period(key: str) -> bool:
    """Whether a folded text is nothing but a period's name."""
    return all(word in _PERIOD_WORDS or word.isdigit() for word in key.split())
