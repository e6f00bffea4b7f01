"""What is written as nobody expects, but can be meant in one way only; and beside it what could be meant in two, which is refused."""

from corpus.case import HEAD, OF_A, TRUE, A, B, Case, Truth, case
from corpus.pages import Page, Row, Rows
from union_audit.plan.period import Period

TITLE = ("Tháng 6 năm 2025",)
YD, LG = "LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"
LABELS = HEAD[3:]
MAY, JUNE = "Tháng 5", "Tháng 6"
BEFORE: tuple[Row, Row] = ((110, 90, 3, "có"), (70, 60, 1, "chưa"))
BODY: Rows = tuple((label, *cells) for label, *cells in zip(LABELS, BEFORE[0], A[3:], BEFORE[1], B[3:], strict=True))
BY_UNIT = [(1, 2), (3, 4)]
FORM: Rows = (("TT", "Chỉ tiêu", "Số liệu"), *((number, *line) for number, line in enumerate(zip(LABELS, A[3:], strict=True), 1)))
OF_YD: Truth = {"BG01": OF_A}


def _months(id_: str, *above: tuple[str | None, ...], true: Truth = TRUE, says: str = "", period: Period | None = None) -> Case:
    """Two columns a unit, of which one is the title's month; the upper of the two rows of headings is merged over them."""
    row = len(above) - 2
    page = Page((*above, *BODY), [(row, first, row, last) for first, last in BY_UNIT])
    return case(f"unambiguous: {id_}", page, true, *filter(None, [says]), period=period)


def _signed(id_: str, *below: tuple[str | None, ...], true: Truth = OF_YD, says: str = "") -> Case:
    return case(f"unambiguous: {id_}", (TITLE, *FORM, (), *below), true, *filter(None, [says]))


def _line(text: str, true: Truth = OF_YD, *says: str) -> Case:
    return case(f"unambiguous: the line {text!r}", (TITLE, (text,), *FORM), true, *says)


def _title(text: str, period: str = "2025-06", *says: str) -> Case:
    """A title whose period is that, "" for one that nobody can tell."""
    return case(f"unambiguous: the title {text!r}", ((text,), HEAD, A, B), {}, *says, period=None, periods={} if says else {period: TRUE})


UNITS = ("Chỉ tiêu", YD, None, LG, None)
OF_UNIT = (None, MAY, JUNE, MAY, JUNE)

CASES = [
    _months("months under each unit, the title's", TITLE, UNITS, OF_UNIT),
    _months("months under each unit, the one that was asked for", UNITS, OF_UNIT, period=Period(2025, 6, 1)),
    _months("months with their year under each unit", TITLE, UNITS, (None, f"{MAY}/2025", f"{JUNE}/2025", f"{MAY}/2025", f"{JUNE}/2025")),
    _months("months under each unit, and nothing says which", UNITS, OF_UNIT, true={}, says="UA107"),
    _months("months under each unit, none of them the title's", ("Tháng 4 năm 2025",), UNITS, OF_UNIT, true={}, says="UA108"),
    case(
        "unambiguous: units under each month",
        Page(
            (
                TITLE,
                ("Chỉ tiêu", MAY, None, JUNE, None),
                (None, YD, LG, YD, LG),
                *((row[0], row[1], row[3], row[2], row[4]) for row in BODY),
            ),
            [(1, 1, 1, 2), (1, 3, 1, 4)],
        ),
    ),
    _signed("signed for the unit", (None, None, "TM. BAN THƯỜNG VỤ LĐLĐ HUYỆN YÊN DŨNG"), (None, None, "CHỦ TỊCH")),
    _signed("signed for the unit, in two lines", (None, None, "TM. BAN THƯỜNG VỤ"), (None, None, "LĐLĐ huyện Yên Dũng")),
    _signed("signed by the unit's chair", (None, "Người lập biểu", "CHỦ TỊCH LĐLĐ HUYỆN YÊN DŨNG")),
    _signed("signed for the unit, and for the one above it", ("TM. BAN THƯỜNG VỤ LĐLĐ TỈNH BẮC GIANG", None, "TM. BAN CHẤP HÀNH " + YD)),
    _signed("signed for the highest unit alone", (None, None, "TM. BAN THƯỜNG VỤ LĐLĐ TỈNH BẮC GIANG"), true={}, says="UA114"),
    _signed("signed for two units", ("TM. BAN CHẤP HÀNH " + LG, None, "TM. BAN CHẤP HÀNH " + YD), true={}, says="UA113"),
    _signed("sent to a unit", ("Nơi nhận:", None, YD), true={}, says="UA114"),
    _line("Đơm vị: LĐLĐ huyện Yên Dũng"),
    _line("Đơn bị báo cáo: LĐLĐ huyện Yên Dũng"),
    _line("Đối tác: LĐLĐ huyện Yên Dũng", {}, "UA114"),
    _title("BÁO CÁO THÁG 6 NĂM 2025"),
    _title("Báo cáo thnág 06 năm 2025"),
    _title("Biểu 06 năm 2025", "2025"),
    _title("Số liệu tháng VI năm 2025"),
    _title("Tháng 4, 5, 6 năm 2025", "2025-Q2"),
    _title("Tháng 4, tháng 5 và tháng 6 năm 2025", "2025-Q2"),
    _title("Tháng 4, 6, 9 năm 2025", "", "UA117"),
    *(
        _title(text, "")
        for text in (
            "Tuần 23 năm 2025",
            "Đợt 1 năm 2025",
            "Tháng 13 năm 2025",
            "Tháng O6 năm 2025",
            "Tháng x năm 2025",
            "Báo cáo bán niên năm 2025",
        )
    ),
]
