"""Figures that are counted since an earlier month, or since January ("Lũy kế"): which titles and names say so."""

from union_audit.folding import fold
from union_audit.intake.periods.texts import in_title
from union_audit.patterns import pattern

_SINCE = pattern(r"\b(?:luy ke|cong don|tu dau nam|den het)\b")
_ONLY_SINCE = pattern(
    r"(?:(?:so lieu|bao cao|bieu|bang|tong hop|ket qua|tong|phan) )*(?:luy ke|cong don|tu dau nam)"
    r"(?: (?:so lieu|bao cao|tu|dau|nam|cac|thang|quy|ky|den|nay|het|thoi diem|\d{1,2}))*"
)
"""A title of such figures that says no month."""


def is_since(text: str) -> bool:
    """Whether a title or a name says that figures are counted since an earlier month ("Lũy kế đến hết tháng 6/2025", "Lũy kế").

    Those of the first half of a year, or of all of it, are that period's own.
    """
    spoken, key = in_title(text), fold(text)
    said = {*spoken.spans, *((period.first, period.months) for period in spoken.periods)}
    if spoken.until or not said:
        return bool(spoken.until) or _ONLY_SINCE.fullmatch(key) is not None
    return all(first > 1 or months == 1 for first, months in said) and _SINCE.search(key) is not None


def is_since_january(text: str) -> bool:
    """Whether a text that says so says that they are counted since January, and not since another month ("Tháng 5-6", "Lũy kế quý II")."""
    spoken, key = in_title(text), fold(text)
    said = {*spoken.spans, *((period.first, period.months) for period in spoken.periods)}
    is_from_another = any(months > 1 for _, months in said) or (spoken.until and "dau nam" not in key)
    return not is_from_another and _SINCE.search(key) is not None
