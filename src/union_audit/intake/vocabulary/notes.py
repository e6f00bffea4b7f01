"""Lines below a table: notes, a place and a day, signatures."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import beginnings, folded, remembered
from union_audit.patterns import pattern

_PLACE_AND_DATE = pattern(r"\bngay (?:\d{1,2} )?thang (?:\d{1,2} )?nam\b")
_SIGNED_ON = pattern(r"(?:\w+ ){0,5}(?<!den )(?<!het )(?<!tu )(?<!truoc )ngay \d{1,2} thang \d{1,2} nam 20\d\d")
_SIGNATURE = pattern(r"(?:(?:tm|kt|tl|tuq) )?(?:ban (?:thuong vu|chap hanh)|(?:pho )?chu tich|thu truong)\b|(?:tm|kt|tl|tuq) ")

NOTES = folded("Ghi chú", "Chú thích", "Nơi nhận", "Người lập biểu", "Người lập", "Người tổng hợp", "Người báo cáo", "Kế toán",
    "Thủ trưởng đơn vị", "Thủ trưởng", "Chủ tịch", "Phó Chủ tịch", "TM. Ban Thường vụ", "TM. Ban Chấp hành", "Xác nhận của đơn vị", "Note",
    "Notes", "Prepared by", "Approved by", "Signature",
)  # fmt: skip
"""How the lines below a table begin: notes, place and date, signatures."""
_NOTES = beginnings(NOTES)


@remembered
def is_note(text: str) -> bool:
    """Whether a line belongs below a table: a note, a place and date, a signature."""
    key = fold(text)
    return f"{key} ".startswith(_NOTES) or _PLACE_AND_DATE.search(key) is not None


def is_signature(text: str) -> bool:
    """Whether a line below a form says for whom, or in what office, somebody signs."""
    return _SIGNATURE.match(fold(text)) is not None


def is_signed_on(text: str) -> bool:
    """Whether a line is nothing but a place and a date, as it stands above signatures; "tính đến ngày …" is none."""
    return _SIGNED_ON.fullmatch(fold(text)) is not None
