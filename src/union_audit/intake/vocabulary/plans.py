"""Figures that are to be reached and are none yet: plans, needs, tasks."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import remembered
from union_audit.patterns import pattern

_TASK = pattern(r"(?:chi tieu|nhiem vu|yeu cau|phai dat|phai thuc hien|duoc giao|giao|can dat)\b")
_PLAN = pattern(
    r"(?:ke hoach|kh|chi tieu(?: ke hoach)? giao|giao chi tieu|(?:duoc )?giao|du kien|phan dau|muc tieu|nhu cau|dang ky|de nghi|de xuat"
    r"|du toan|(?:theo )?dinh muc)(?: giao)?"
    r"(?: (?:(?:den|cho|ca|het|trong) )?(?:(?:nam|thang|quy) )?(?:t?\d{1,2}|[ivx]+|20\d\d|nam))*"
)
PLAN_WORDS = frozenset({"ke", "kh", "chi", "giao", "du", "phan", "muc", "nhu", "dang", "de", "dinh"})
"""One of these is in every name of a plan."""
_PLAN_TITLE = pattern(
    r"(?:(?:[ivx]+|[a-d]|\d) )?(?:bieu |bang )?"
    r"(?:nhu cau|dang ky (?:chi tieu|ke hoach|nhu cau)|de (?:nghi|xuat) (?:cap|trang bi|bo sung|mua|thay)"
    r"|chi tieu(?: ke hoach)? giao|giao chi tieu"
    r"|(?:ke hoach|du kien|phan dau|muc tieu)(?: giao)? (?:(?:den|ca) )?(?:[369] )?(?:nam|thang|quy))\b"
)


@remembered
def is_task(heading: str) -> bool:
    """Whether the heading of a column beside labels says that it holds what is to be done."""
    return _TASK.match(fold(heading)) is not None


@remembered
def is_plan(name: str) -> bool:
    """Whether the name of a sheet, or a heading over others, says that its figures are to be reached.

    "KH 251" is the name of a plan, whose results they are.
    """
    return _PLAN.fullmatch(fold(name)) is not None


@remembered
def is_plan_title(text: str) -> bool:
    """Whether a title says so: by "Chỉ tiêu giao", or "Kế hoạch" with its period ("Kế hoạch số 251" is the name of a plan)."""
    return _PLAN_TITLE.match(fold(text)) is not None or is_plan(text)
