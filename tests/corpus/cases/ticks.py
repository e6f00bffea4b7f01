"""Rule 8: a yes or a no that is ticked under “Có” or “Không”."""

from corpus.case import OF_A, Case, Truth, but, case
from corpus.cases.office_tables import LABELS, NAME_A, NAME_B
from corpus.pages import Page, Row, Rows, Value

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
COUNTS = but(OF_A, "studied")


def _form(id_: str, yes: Value, no: Value, answer: int | None, *says: str, heads: Row = ("Có", "Không"), own: Value = None) -> Case:
    """A form with a column of figures, and two of ticks."""
    counts: Rows = tuple((number, label, value) for number, (label, value) in enumerate(zip(LABELS, (120, 96, 3), strict=False), 1))
    rows = (LINE, ("STT", "Nội dung", "Số liệu", *heads), *counts, (4, LABELS[3], own, yes, no))
    return case(f"ticks: {id_}", rows, {"BG01": COUNTS if answer is None else {**COUNTS, "studied": answer}}, *says)


def _wide(id_: str, heads: Row, first: Row, second: Row, true: Truth, *says: str, merged: bool = True, saved: str = "xlsx") -> Case:
    top: Row = ("STT", "Tên đơn vị", LABELS[0], LABELS[3], None)
    rows = (top, (None, None, None, *heads), (1, NAME_A, 120, *first), (2, NAME_B, 80, *second))
    spans = [(0, 3, 0, 4), *((0, column, 1, column) for column in range(3))] if merged else []
    return case(f"ticks: {id_}", Page(rows, spans), true, *says, saved=saved)


BOTH: Truth = {"BG01": {"computers": 120, "studied": 1}, "BG02": {"computers": 80, "studied": 0}}
COMPUTERS: Truth = {"BG01": {"computers": 120}, "BG02": {"computers": 80}}

CASES = [
    _form("a form says yes", "x", None, 1),
    _form("a form says no", None, "x", 0),
    _form("by the words themselves", None, "Không", 0),
    _form("by a tick of a font", "✓", None, 1),
    _form("nothing is ticked", None, None, None),
    _form("both are ticked", "x", "x", None, "UA216"),
    _form("a remark is no tick", "đang triển khai", None, None, "UA216"),
    _form("a number is no tick", 3, None, None, "UA216"),
    _form("done and not done", None, "v", 0, heads=("Đã thực hiện", "Chưa thực hiện")),
    _form("the column of figures goes before a tick", None, None, 1, own="Có"),
    case(
        "ticks: a form of nothing else",
        (LINE, ("TT", "Nội dung", "Có", "Không"), (1, LABELS[3], None, "X"), (2, LABELS[0], None, None)),
        {"BG01": {"studied": 0}},
    ),
    case(
        "ticks: no question of yes and no beside them",
        (LINE, ("Nội dung", "Có", "Không"), (LABELS[0], 120, 5), (LABELS[1], 96, 1)),
        {},
        "UA107",
    ),
    *(_wide(f"a column each, {saved}", ("Có", "Không"), ("x", None), (None, "x"), BOTH, saved=saved) for saved in ("xlsx", "xls", "ods")),
    _wide("a column each, stacked", ("Có", "Không"), ("x", None), (None, "x"), BOTH, merged=False),
    _wide("a column each, in a text file", ("Có", "Không"), ("x", None), (None, "x"), BOTH, merged=False, saved="semicolon, UTF-8"),
    _wide("a column each, no first", ("Chưa", "Đã"), (None, "x"), ("x", None), BOTH),
    _wide("a column each, both ticked, or neither", ("Có", "Không"), ("x", "x"), (None, None), COMPUTERS, "UA216"),
    case(
        "ticks: a form of counts under the same headings",
        (
            LINE,
            ("Nội dung", "Đã thực hiện", "Chưa thực hiện"),
            *zip(LABELS[:3], (120, 96, 3), (5, 1, 0), strict=True),
            (LABELS[3], None, "x"),
        ),
        {"BG01": {**COUNTS, "studied": 0}},
    ),
]
