"""Yes, no, a tick, and what is written where there is nothing."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import folded, remembered

YES = folded("có", "đã", "rồi", "x", "true", "yes", "y", "đã thực hiện", "có thực hiện", "đã có", "1")
NO = folded("không", "chưa", "chưa có", "false", "no", "n", "chưa thực hiện", "không thực hiện", "0")
YES_HEADINGS = folded("Có", "Đã", "Rồi", "Đã có", "Đã thực hiện", "Có thực hiện", "Đạt", "Yes")
NO_HEADINGS = folded("Không", "Chưa", "Chưa có", "Chưa thực hiện", "Không thực hiện", "Không đạt", "Chưa đạt", "No")
"""Headings of two columns one of which is ticked."""
TICKS = frozenset("✓✔☑✅√")
NOTHING = folded("N/A", "NA", "n.a", "không có", "không có số liệu", "chưa có số liệu", "none", "nil", "null")


def is_yes_no(text: str) -> bool:
    """Whether a text, which is not blank, says yes or no."""
    return fold(text) in YES or fold(text) in NO or set(text) <= TICKS


@remembered
def is_answer(text: str) -> bool:
    """Whether a text is a yes, a no or a tick."""
    return fold(text) in YES | NO or (bool(text) and set(text) <= TICKS)
