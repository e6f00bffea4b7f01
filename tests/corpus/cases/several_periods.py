"""Rule 10: reports of a month and of all since January in one; sheets, folders and titles of the period before, or of another year."""

from typing import Any

from corpus.case import HEAD, JUNE, OF_A, OF_B, A, B, Case, Truth, case, folder
from corpus.cases.units import YD
from corpus.pages import Page, Row, Rows, Value
from union_audit.plan.loading import load_plan
from union_audit.plan.period import Period
from union_audit.resources import shipped

PLAN = load_plan(shipped("targets.yaml"))
"""The plan that is shipped has figures that happen in a month, and others that stand at its end."""
LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
HELD, ONLINE, COMPUTERS = "Tổng số hội nghị, tập huấn đã tổ chức", "Số hội nghị, tập huấn trực tuyến", "Tổng số máy tính kết nối mạng"
IN_JUNE: Truth = {"BG01": {"meetings_total": 12, "meetings_online": 9}}
TOGETHER = ("BÁO CÁO THÁNG 6 VÀ 6 THÁNG ĐẦU NĂM 2025", "BÁO CÁO THÁNG 6, QUÝ II VÀ 6 THÁNG ĐẦU NĂM 2025")


def _form(id_: str, columns: Row, held: Row, online: Row, true: Truth, *says: str, title: str = "BÁO CÁO THÁNG 6 NĂM 2025") -> Case:
    """A form of two figures of the month, under several columns."""
    rows: Rows = ((title,), LINE, ("STT", "Chỉ tiêu", *columns), (1, HELD, *held), (2, ONLINE, *online))
    return case(f"several periods: {id_}", rows, true, *says, plan=PLAN)


def _wide(
    id_: str, columns: Row, figures: Row, true: Truth, *says: str, over: Value = COMPUTERS, title: str = "Tháng 6/2025", **more: Any
) -> Case:
    rows: Rows = ((title,), ("STT", "Đơn vị", over, *(None,) * (len(columns) - 1)), (None, None, *columns), (1, A[2], *figures))
    return case(f"several periods: {id_}", Page(rows, [(1, 2, 1, 1 + len(columns))]), true, *says, plan=PLAN, **more)


EARLIER: Rows = (HEAD, (*A[:3], 30, 20, 1, "chưa"), B)
NOW: Rows = (HEAD, A)
LAST_YEAR: Truth = {"BG01": {"computers": 30, "safe": 20, "secret": 1, "studied": 0}, "BG02": OF_B}
SHEETS = ("Tháng trước", "Kỳ trước", "Số liệu tháng trước", "Cùng kỳ 2024", "Cùng kỳ năm trước")

DONE = "Số thiết bị CNTT đã được thay thế kịp thời (lũy kế từ đầu năm)"


def _of_sheet(name: str) -> Page:
    """Return the figures of June, or those since January: named or else titled so."""
    title: Rows = () if name in ("Tháng 6", "Lũy kế") else (("SỐ LIỆU LŨY KẾ TỪ ĐẦU NĂM",),)
    own: Row = (12, 9, 2, 45) if name == "Tháng 6" else (70, 40, 7, 45)
    return Page((*title, ("STT", "Đơn vị", HELD, ONLINE, DONE, COMPUTERS), (1, A[2], *own)))


def _units(*figures: Row, of: str = COMPUTERS, title: str = "") -> Page:
    """Return a table of one unit, or two, with the meetings held and one figure more."""
    rows: Rows = tuple((number, name, *own) for number, (name, own) in enumerate(zip((A[2], B[2]), figures, strict=False), 1))
    return Page((*(((title,),) if title else ()), ("STT", "Đơn vị", HELD, of), *rows))


CASES = [
    *(
        case(
            f"several periods: the title {title!r}",
            ((title,), LINE, ("STT", "Chỉ tiêu", "Số liệu"), (1, HELD, 12), (2, ONLINE, 9)),
            periods={"2025-H1": IN_JUNE},
            plan=PLAN,
        )
        for title in ("BÁO CÁO 6 THÁNG", "BÁO CÁO KẾT QUẢ CHUYỂN ĐỔI SỐ 6 THÁNG", "Kỳ báo cáo: 6 tháng")
    ),
    *(
        case(
            f"several periods: {title!r} is no period",
            ((title,), LINE, ("STT", "Chỉ tiêu", "Số liệu"), (1, HELD, 12), (2, ONLINE, 9)),
            IN_JUNE,
            plan=PLAN,
        )
        for title in ("Báo cáo được nộp sau 6 tháng", "Nhiệm vụ trong 6 tháng tới", "Biểu dùng cho 3 tháng, 6 tháng và năm")
    ),
    case(
        "several periods: a title that says since January, and no month",
        (("Từ đầu năm đến nay",), LINE, ("STT", "Chỉ tiêu", "Số liệu"), (1, HELD, 12), (2, COMPUTERS, 45)),
        {"BG01": {"computers_networked": 45}},
        "UA142",
        plan=PLAN,
    ),
    *(_form(f"titled {title!r}", ("Tháng 6", "6 tháng đầu năm"), (12, 70), (9, 40), IN_JUNE, "UA118", title=title) for title in TOGETHER),
    _wide("under each field", ("Tháng 6", "6 tháng đầu năm"), (45, 44), {"BG01": {"computers_networked": 45}}, title=TOGETHER[0]),
    _form("estimates", ("Chính thức tháng 5", "Ước tháng 6", "Ước 6 tháng"), (5, 12, 70), (4, 9, 40), IN_JUNE),
    _form("a plan, six months, a month", ("Kế hoạch năm", "Thực hiện 6 tháng", "Thực hiện tháng 6"), (99, 70, 12), (99, 40, 9), IN_JUNE),
    _form("months and their sum", ("T4", "T5", "T6", "Cộng"), (1, 2, 12, 15), (1, 2, 9, 12), IN_JUNE),
    case(
        "several periods: quarters and six months",
        (
            ("BÁO CÁO 6 THÁNG ĐẦU NĂM 2025",),
            LINE,
            ("STT", "Chỉ tiêu", "Quý I", "Quý II", "6 tháng"),
            (1, HELD, 5, 7, 12),
            (2, ONLINE, 4, 5, 9),
        ),
        periods={"2025-H1": IN_JUNE},
        plan=PLAN,
    ),
    case(
        "several periods: this year's six months beside last year's",
        (("BÁO CÁO 6T ĐẦU NĂM 2025",), LINE, ("STT", "Chỉ tiêu", "6T/2024", "6T/2025"), (1, HELD, 5, 12), (2, ONLINE, 4, 9)),
        periods={"2025-H1": IN_JUNE},
        plan=PLAN,
    ),
    case(
        "several periods: six months and the whole year, in a form",
        (("BÁO CÁO NĂM 2025",), LINE, ("STT", "Chỉ tiêu", "6 tháng", "Cả năm"), (1, HELD, 5, 12), (2, ONLINE, 4, 9)),
        period=None,
        periods={"2025": IN_JUNE},
        plan=PLAN,
    ),
    _wide(
        "six months and the whole year",
        ("6 tháng", "Cả năm"),
        (44, 45),
        {},
        title="BÁO CÁO NĂM 2025",
        period=None,
        periods={"2025": {"BG01": {"computers_networked": 45}}},
    ),
    _form("what happened, and since January", ("Số phát sinh", "Số lũy kế"), (12, 70), (9, 40), IN_JUNE),
    _form("from the beginning of the period to its end", ("Đầu kỳ", "Trong kỳ", "Cuối kỳ"), (58, 12, 70), (31, 9, 40), IN_JUNE),
    _form("since January alone", ("Lũy kế từ đầu năm",), (70,), (40,), {}),
    _wide("what stood at the beginning", ("Đầu kỳ", "Cuối kỳ"), (40, 45), {"BG01": {"computers_networked": 45}}),
    case(
        "several periods: what stands at the end is not what came in between",
        (LINE, ("STT", "Chỉ tiêu", "Đầu kỳ", "Trong kỳ", "Cuối kỳ"), (1, COMPUTERS, 40, 5, 45)),
        {},
        "UA143",
        plan=PLAN,
    ),
    case(
        "several periods: a title without its year tells it against the user's",
        (("BÁO CÁO THÁNG 6",), LINE, ("STT", "Chỉ tiêu", "Tháng 5", "Tháng 6"), (1, HEAD[3], 30, 120), (2, HEAD[4], 20, 96)),
        {"BG01": {"computers": 120, "safe": 96}},
        period=Period(2025, 5, 1),
    ),
    *(
        case(f"several periods: a sheet {name!r} is not this period's", {name: Page(EARLIER), "Số liệu": Page(NOW)}, YD, "UA123")
        for name in SHEETS
    ),
    case("several periods: a sheet of the month before, alone", {"Tháng trước": Page(EARLIER)}, {}, "UA140"),
    case(
        "several periods: a table of the month before above this month's",
        (("SỐ LIỆU THÁNG TRƯỚC",), *EARLIER, (), ("SỐ LIỆU THÁNG NÀY",), *NOW),
        YD,
        "UA123",
    ),
    case("several periods: this month's sheet may speak of the one before", {"Tháng này và tháng trước": Page(NOW)}, YD),
    *(
        case(
            f"several periods: sheets named by years, {asked or 'nothing'} asked for",
            {"2024": Page(EARLIER), "2025": Page(NOW)},
            period=period,
            periods={"2024": LAST_YEAR, label: YD},
        )
        for asked, period, label in (("a month", JUNE, "2025-06"), ("", None, "2025"))
    ),
    *(
        case(f"several periods: a {what} named by another year", EARLIER, stem=stem, periods={"2024": LAST_YEAR})
        for what, stem in (("folder", "2024/bao cao"), ("file", "Bao cao 2024"))
    ),
    case("several periods: a folder named by the year itself leaves it to the user", NOW, YD, stem="2025/bao cao"),
    case(
        "several periods: a year below another, with the same headings",
        (("I. NĂM 2024",), *EARLIER, (), ("II. NĂM 2025",), *NOW),
        period=None,
        periods={"2024": LAST_YEAR, "2025": YD},
    ),
    *(
        case(
            f"several periods: a {what} of all since January holds no month's",
            {sheet: Page((*above, ("STT", "Đơn vị", HELD, COMPUTERS), (1, A[2], 70, 45)))},
            {"BG01": {"computers_networked": 45}},
            "UA142",
            stem=stem,
            plan=PLAN,
        )
        for what, sheet, above, stem in (
            ("sheet", "Lũy kế", (), "bao cao"),
            ("title", "S", (("SỐ LIỆU LŨY KẾ TỪ ĐẦU NĂM",),), "bao cao"),
            ("file", "S", (), "Bao cao luy ke den T6.2025"),
        )
    ),
    *(
        case(
            f"several periods: a sheet of all since January beside the month's, {how}",
            {name: _of_sheet(name) for name in sheets},
            {"BG01": {"meetings_total": 12, "meetings_online": 9, "equipment_replaced": 7, "computers_networked": 45}},
            "UA148",
            plan=PLAN,
        )
        for how, sheets in (("after it", ("Tháng 6", "Lũy kế")), ("before it", ("Lũy kế", "Tháng 6")), ("by title", ("Tháng 6", "S")))
    ),
    case(
        "several periods: a sheet of all since January has a unit that the month's has not",
        {"Tháng 6": _units((12, 45)), "Lũy kế": _units((70, 45), (50, 30))},
        {"BG01": {"meetings_total": 12, "computers_networked": 45}, "BG02": {"computers_networked": 30}},
        "UA142",
        "UA148",
        plan=PLAN,
    ),
    case(
        "several periods: what stands at the month's end is another in the sheet of all since January",
        {"Tháng 6": _units((12, 45)), "Lũy kế": _units((70, 46))},
        {"BG01": {"meetings_total": 12}},
        "UA116",
        "UA148",
        plan=PLAN,
    ),
    folder(
        "several periods: a file of all since January beside the month's",
        {
            name: (LINE, ("STT", "Chỉ tiêu", "Số liệu"), (1, HELD, held), (2, COMPUTERS, 45))
            for name, held in (("Thang 6.2025.xlsx", 12), ("Luy ke.xlsx", 70))
        },
        {"BG01": {"meetings_total": 12, "computers_networked": 45}},
        "UA148",
        plan=PLAN,
    ),
    case(
        "several periods: months together beside the last of them are not since January",
        {"Tháng 6": _units((12, 7), of=DONE), "Tháng 5-6 năm 2025": _units((25, 5), of=DONE)},
        {"BG01": {"meetings_total": 12}},
        "UA116",
        "UA148",
        plan=PLAN,
    ),
    case(
        "several periods: six months that are titled so, in a sheet “Lũy kế”",
        {"Lũy kế": _units((70, 45), title="BÁO CÁO LŨY KẾ 6 THÁNG ĐẦU NĂM 2025")},
        plan=PLAN,
        period=None,
        periods={"2025-H1": {"BG01": {"meetings_total": 70, "computers_networked": 45}}},
    ),
    case(
        "several periods: a remark on what is counted since January is no title",
        (("Ghi chú: lũy kế từ đầu năm ghi ở cột 5",), HEAD, A, B),
        {"BG01": OF_A, "BG02": OF_B},
    ),
]
