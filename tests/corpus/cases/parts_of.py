"""Rules 2, 4 and 7: headings that narrow the one before, or stand over the middle of their columns; rows that go on with a unit; dots."""

from corpus.case import OF_A, OF_B, Truth, case
from corpus.cases.office_tables import LABELS, NAME_A, NAME_B
from corpus.cases.several_periods import PLAN
from corpus.cases.units import FORM, YD
from corpus.pages import Page, Row, Rows

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
ALL, ANTIVIRUS = "Tổng số máy tính", "Cài diệt virus"
NETWORKED: Truth = {"BG01": {"computers_networked": 45, "computers_antivirus": 44}}
HEAD: Row = ("STT", "Tên đơn vị", *LABELS)
UNITS: Truth = {"BG01": OF_A, "BG02": OF_B}
PLANNED: Row = (99, 88, 7, "có")
OWN_A, OWN_B = (120, 96, 3, "có"), (80, 75, 2, "chưa")


def _by_rows(first: str, second: str, *, before: tuple[str, ...] = ()) -> Rows:
    """A table whose units stand once, over rows of their own in the place of names."""
    rows: list[Row] = []
    for number, (name, own) in enumerate(((NAME_A, OWN_A), (NAME_B, OWN_B)), 1):
        rows += [(number, name), (None, first, *PLANNED), (None, second, *own)]
    return (*((text,) for text in before), HEAD, *rows)


CASES = [
    *(
        case(
            f"a part {of}",
            (("STT", "Đơn vị", ALL, f"Trong đó: {part}", ANTIVIRUS), (1, NAME_A, *figures, 44)),
            NETWORKED,
            "UA102",
            plan=PLAN,
        )
        for of, part, figures in (
            ("that is the field's own: of a heading", "kết nối mạng", (50, 45)),
            ("of something else leaves the whole", "máy tính xách tay", (45, 5)),
        )
    ),
    case(
        "a part that is the field's own: of a label",
        (LINE, ("STT", "Nội dung", "Số liệu"), (1, ALL, 50), (None, "- Trong đó: kết nối mạng", 45), (2, ANTIVIRUS, 44)),
        NETWORKED,
        "UA102",
        plan=PLAN,
    ),
    case(
        "groups over the middle of their columns are not filled to the right",
        (
            ("STT", "Đơn vị", None, "Máy tính", None, None, "Hội nghị, tập huấn"),
            (None, None, "Tổng số", "Cài diệt virus bản quyền", "Giám sát an ninh", "Tổng số", "Tổ chức trực tuyến"),
            (1, NAME_A, 45, 44, 40, 12, 9),
        ),
        {"BG01": {"computers_antivirus": 44, "computers_monitored": 40, "meetings_online": 9}},
        "UA102",
        plan=PLAN,
    ),
    case(
        "a heading of its own beside a group is none of it",
        (
            ("STT", "Đơn vị", None, "Máy tính", None),
            (None, None, "Tổng số hội nghị", "Tổng số", "Cài diệt virus bản quyền"),
            (1, NAME_A, 12, 45, 44),
        ),
        {"BG01": {**NETWORKED["BG01"], "meetings_total": 12}},
        plan=PLAN,
    ),
    case("rows in place of names: planned and done", _by_rows("Kế hoạch", "Thực hiện"), UNITS),
    case("rows in place of names: months", _by_rows("Tháng 5", "Tháng 6"), UNITS),
    case("rows in place of names: months, and nothing tells which", _by_rows("Tháng 5", "Tháng 6"), {}, "UA109", period=None),
    case(
        "rows that go on with a unit: months",
        Page(
            (
                ("STT", "Tên đơn vị", "Tháng", *LABELS),
                (1, NAME_A, "Tháng 5", *PLANNED),
                (None, None, "Tháng 6", *OWN_A),
                (2, NAME_B, "Tháng 5", *PLANNED),
                (None, None, "Tháng 6", *OWN_B),
            ),
            [(1, 1, 2, 1), (3, 1, 4, 1)],
        ),
        UNITS,
    ),
    case(
        "rows of months below units that each have but one",
        (("STT", "Tên đơn vị", "Tháng", *LABELS), (1, NAME_A, "Tháng 6", *OWN_A), (2, NAME_B, "Tháng 6", *OWN_B)),
        UNITS,
    ),
    case(
        "sections of months in place of names are no rows of a unit",
        (HEAD, (None, "Tháng 5"), (1, NAME_A, *PLANNED), (None, "Tháng 6"), (1, NAME_A, *OWN_A)),
        YD,
    ),
    *(
        case(f"on a dotted line: {text!r}", (LINE, FORM[0], (1, LABELS[0], "máy", text), *FORM[2:]), YD)
        for text in ("…120…", "......120......", "120……", "……120 máy", "___120___", "…120… máy")
    ),
    case(
        "on a dotted line: nothing yet",
        (LINE, FORM[0], (1, LABELS[0], "máy", "……… máy"), *FORM[2:]),
        {"BG01": {name: value for name, value in OF_A.items() if name != "computers"}},
        "UA213",
    ),
    case(
        "on a dotted line: two figures",
        (LINE, FORM[0], (1, LABELS[0], "máy", "12...150"), *FORM[2:]),
        {"BG01": {name: value for name, value in OF_A.items() if name != "computers"}},
        "UA201",
    ),
    case(
        "on a dotted line: label and figure in one cell",
        (LINE, (f"1. {LABELS[0]}: …120… máy",), (f"2. {LABELS[1]}: ……96……",), (f"3. {LABELS[2]}: ………",)),
        {"BG01": {"computers": 120, "safe": 96}},
    ),
]
