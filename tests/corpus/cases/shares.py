"""Rule 9: percentages beside counts, and percentages alone."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, Truth, but, case
from corpus.containers import CONTAINERS
from corpus.pages import Page, Rows, Shown, Value

SHARE = "Tỷ lệ máy tính được bảo vệ bằng phần mềm"
SURE: tuple[tuple[str, Value, float], ...] = (
    ("with its sign", "85,5%", 85.5),
    ("in brackets", "(85%)", 85),
    ("as a bare number", 85, 85),
    ("as a bare number with a comma", "85,5", 85.5),
    ("of all", 100, 100),
    ("of none, where no counts are asked for", "0%", 0),
    ("below one, with its sign", "0,5%", 0.5),
)
UNSURE: tuple[tuple[str, Value], ...] = (
    ("a bare fraction of one", 0.85),
    ("a one, which may be all or one in a hundred", 1),
    ("more than all", "120%"),
    ("a guess", "khoảng 85%"),
    ("two of them", "85-90%"),
    ("counts and their share", "96/120 (80%)"),
    ("an error", "#REF!"),
)
ONLY = but(OF_A, "safe")


def _only(id_: str, value: Value, percent: float | None, *says: str, saved: str = "xlsx") -> Case:
    """One unit that gives no count of protected computers, in a table that has no place for it."""
    head = (*HEAD[:4], SHARE, *HEAD[5:])
    rows = (head, (*A[:4], value, *A[5:]), (*B[:4], "93,75%", *B[5:]))
    true: Truth = {"BG01": ONLY | ({"safe %": percent} if percent is not None else {}), "BG02": {**but(OF_B, "safe"), "safe %": 93.75}}
    return case(f"rule 9: a percentage alone, {id_}", rows, true, *says, saved=saved)


def _beside(id_: str, rows: Rows, true: Truth, *says: str) -> Case:
    return case(f"rule 9: {id_}", rows, true, *says)


CASES = [
    *(
        case(f"a sheet {name!r} of figures that may be percentages", {name: Page((HEAD, (*A[:3], 90, 80, 3, "có"), B))}, {}, "UA125")
        for name in ("Tỷ lệ", "Tỷ lệ %", "T6 - tỷ lệ", "%")
    ),
    case("a title that says percentages", (("TỶ LỆ (%)",), HEAD, (*A[:3], 90, 80, 3, "có"), B), {}, "UA125"),
    case("a sheet 'Tỷ lệ' whose figures are none", {"Tỷ lệ": Page((HEAD, A, B))}),
    *(_only(id_, value, percent) for id_, value, percent in SURE),
    *(_only(f"{id_}, is not used", value, None, "UA220") for id_, value in UNSURE),
    *(_only(f"with its sign, {saved}", "85,5%", 85.5, saved=saved) for saved in CONTAINERS),
    *(
        _only(f"by its format, {saved}", Shown(0.85, "0%"), 85, saved=saved)
        for saved in ("xlsx", "xlsm", "xls", "ods", "HTML saved as xls")
    ),
    *(
        _only(f"by a sign in its format, {saved}", Shown(85, '0"%"'), 85, saved=saved)
        for saved in ("xlsx", "xls", "ods", "HTML saved as xls")
    ),
    _beside(
        "a percentage in place of a count that is blank",
        ((*HEAD, SHARE), (*A[:4], None, *A[5:], "85%"), (*B, "93,75%")),
        {"BG01": {**ONLY, "safe %": 85}, "BG02": OF_B},
    ),
    _beside(
        "a zero beside a blank is what a formula makes of it",
        ((*HEAD, SHARE), (*A[:4], None, *A[5:], "0%"), (*B, "93,75%")),
        {"BG01": ONLY, "BG02": OF_B},
        "UA220",
    ),
    _beside(
        "a percentage is not used where the count cannot be read",
        ((*HEAD, SHARE), (*A[:4], "khoảng 90", *A[5:], "85%"), (*B, "93,75%")),
        {"BG01": ONLY, "BG02": OF_B},
        "UA201",
    ),
    _beside(
        "fractions of one, where a unit's counts show that they are",
        ((*HEAD, SHARE), (*A[:4], None, *A[5:], 0.85), (*B[:3], 80, 75, 0, "chưa", 0.9375)),
        {"BG01": {**ONLY, "safe %": 85}, "BG02": {**OF_B, "secret": 0}},
    ),
    _beside(
        "fractions of one beside others on a scale to a hundred are not used",
        ((*HEAD, SHARE), (*A[:4], None, *A[5:], 0.85), (*B[:3], 80, 75, 0, "chưa", 93.75)),
        {"BG01": ONLY, "BG02": {**OF_B, "secret": 0}},
        "UA220",
    ),
    _beside(
        "a percentage of a plan is none of ours",
        ((*HEAD[:4], "Kế hoạch", HEAD[4], "Tỷ lệ %", *HEAD[5:]), (*A[:4], 100, None, 96, *A[5:]), (*B[:4], 80, 75, 94, *B[5:])),
        {"BG01": ONLY, "BG02": OF_B},
        "UA102",
    ),
    *(
        case(
            f"rule 9: a table of percentages alone, {saved}",
            (("STT", "Tên đơn vị", f"{SHARE} (%)"), (1, A[2], "85,5"), (2, B[2], "93,75"), (None, "Tổng cộng", 89)),
            {"BG01": {"safe %": 85.5}, "BG02": {"safe %": 93.75}},
            saved=saved,
        )
        for saved in ("xlsx", "xls", "ods", "semicolon, UTF-8")
    ),
    _beside(
        "percentages under their group",
        (("Mã đơn vị", "Máy tính", "Tỷ lệ (%)"), (None, "Tổng số", HEAD[4]), ("BG01", 120, 85), ("BG02", 80, 94)),
        {"BG01": {"computers": 120, "safe %": 85}, "BG02": {"computers": 80, "safe %": 94}},
    ),
    _beside("percentages beside their counts", ((*HEAD, SHARE), (*A, "82,05%"), (*B, "96,15%")), TRUE),
    _beside("a percentage that disagrees with its counts", ((*HEAD, SHARE), (*A, "50%"), (*B, "96,15%")), TRUE, "UA218"),
    _beside(
        "the rows of a form that are in per cent",
        (
            ("Đơn vị báo cáo: LĐLĐ huyện Yên Dũng",),
            ("STT", "Nội dung", "Đơn vị tính", "Số liệu"),
            (1, HEAD[3], "máy", 120),
            (2, HEAD[4], "%", 85),
            (3, HEAD[5], "máy", 3),
            (4, HEAD[6], "", "có"),
        ),
        {"BG01": {**ONLY, "safe %": 85}},
    ),
]
