"""A small invented audit with one of everything that a report has to show."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from builders import LEVELS, field, plan, roster, submissions, target, unit
from builders import facts as make_facts
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import earlier_result
from union_audit.audit.result import Audit, Reason, Status
from union_audit.findings import Finding, Source
from union_audit.intake.facts import Input, InputStatus, Layout, LeftOut, State, TableRead
from union_audit.language import Language
from union_audit.plan.goal import Goal
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.model import Covers, OverPeriods, Plan
from union_audit.plan.waivers import Waiver
from union_audit.reports import Options, View
from union_audit.reports.figures import Figure

AT = datetime(2025, 7, 5, 8, 30, tzinfo=UTC)


_LEVELS = tuple(
    replace(level, label=label)
    for level, label in zip(
        LEVELS,
        (
            {"vi": "Cơ quan Liên đoàn Lao động tỉnh", "en": "Office of the provincial federation"},
            {
                "vi": "Công đoàn ngành, Công đoàn các khu công nghiệp và tương đương",
                "en": "Sector union, union of the industrial zones, or the like",
            },
            {"vi": "Công đoàn cơ sở", "en": "Grassroots union"},
        ),
        strict=True,
    )
)


def small_plan(**more: Any) -> Plan:
    """One target of every kind, with labels as long as real ones."""
    return plan(
        target(
            "equipment",
            ">= 100%",
            ("replaced", "due"),
            label={"vi": "Thay thế kịp thời trang thiết bị CNTT", "en": "Timely replacement of IT equipment"},
            owner={"vi": "Văn phòng", "en": "Office"},
            deadline=date(2025, 12, 31),
        ),
        target("meetings", "> 60%", ("online", "held"), label={"vi": "Hội nghị, tập huấn trực tuyến", "en": "Meetings held online"}),
        target(
            "security",
            ">= 100%",
            ("antivirus", "networked"),
            ("monitored", "networked"),
            label={"vi": "An toàn thông tin cho máy tính nối mạng", "en": "Security of networked computers"},
            deadline=date(2025, 6, 30),
        ),
        target("complaints", "<= 5%", ("complaints", "members"), label={"vi": "Đơn thư quá hạn", "en": "Overdue complaints"}),
        target("courses", ">= 3", ("courses",), label={"vi": "Lớp bồi dưỡng kỹ năng số", "en": "Courses in digital skills"}),
        target("studied", "yes", ("studied",), label={"vi": "Quán triệt nghị quyết", "en": "Resolution studied"}, levels=("district",)),
        target(
            "outreach", "tracked", ("informed", "members"), label={"vi": "Tuyên truyền dịch vụ công", "en": "Outreach on public services"}
        ),
        fields=(
            field("due", unit={"vi": "thiết bị", "en": "devices"}, unit_one={"en": "device"}),
            field("replaced", unit={"vi": "thiết bị", "en": "devices"}, unit_one={"en": "device"}),
            field("held", over=OverPeriods.SUM, unit={"vi": "cuộc", "en": "meetings"}, unit_one={"en": "meeting"}),
            field("online", over=OverPeriods.SUM, unit={"vi": "cuộc", "en": "meetings"}, unit_one={"en": "meeting"}),
            field("networked", unit={"vi": "máy tính", "en": "computers"}, unit_one={"en": "computer"}),
            field("antivirus", unit={"vi": "máy tính", "en": "computers"}, unit_one={"en": "computer"}),
            field("monitored", unit={"vi": "máy tính", "en": "computers"}, unit_one={"en": "computer"}),
            field("complaints"),
            field("members", covers=Covers.AREA, unit={"vi": "người", "en": "people"}, unit_one={"en": "person"}),
            field("informed", covers=Covers.AREA, unit={"vi": "người", "en": "people"}, unit_one={"en": "person"}),
        ),
        levels=_LEVELS,
        **{"title": {"vi": "Chuyển đổi số trong hoạt động công đoàn", "en": "Digital transformation of union work"}, **more},
    )


SMALL_ROSTER = roster(
    unit("01", "province", name="Cơ quan Liên đoàn Lao động tỉnh"),
    unit("02", "district", "01", name="Liên đoàn Lao động huyện Việt Yên"),
    unit("03", "district", "01", name="Liên đoàn Lao động thành phố Bắc Giang"),
    unit("04", "district", "01", name="Liên đoàn Lao động huyện Sơn Động"),
    unit("05", "district", "01", name="Liên đoàn Lao động huyện Lục Ngạn"),
)

_REPORTED = (
    ["due", "replaced", "held", "online", "networked", "antivirus", "monitored", "complaints", "members", "courses", "informed", "studied"],
    ("01", 5, 5, 100, 61, 40, 40, 40, 1, 1000, 3, 900),
    ("02", 48, 36, 100, 58, 2000, 1999, 2000, 30, 400, 2, 100, False),
    ("03", 0, 0, 10, 6, 30, 30, None, 0, 300, 4, State.UNREADABLE, True),
    ("04", 1, 0, 4, 4, 12, 11, 9, 10, 200, 9, 20, True),
)
FIGURES: dict[str, dict[str, Any]] = {code: dict(zip(_REPORTED[0], row, strict=False)) for code, *row in _REPORTED[1:]}

INPUTS = (
    Input(
        "thang-6.xlsx",
        "a" * 64,
        InputStatus.READ,
        "xlsx",
        tables=(TableRead("Sheet1", Layout.WIDE, (0,), (), (LeftOut(6, "total"),), ("01", "02", "03", "04")),),
    ),
    Input("ghi-chu.pdf", "", InputStatus.PASSED_OVER),
    Input("hong.xls", "b" * 64, InputStatus.REFUSED),
)

FINDINGS = (
    Finding("UA011", {"extension": ".xls", "kind": "xlsx"}, Source("thang-6.xlsx")),
    Finding("UA014", {"found": 7, "expected": 9}, Source("thang-6.xlsx", "Sheet1", 3, 11), unit="03", field="informed"),
    Finding("UA007", {"detail": "BIFF"}, Source("hong.xls")),
)

WAIVERS = (Waiver("04", "equipment", "Chờ kinh phí", "Thường trực", "12/QĐ", date(2025, 12, 31)),)

_UNSAID = {"numerator": None, "denominator": None}
EARLIER: dict[str, Any] = {
    "schema": "union-audit/result/1",
    "period": {"label": "2025-05"},
    "targets": [
        {**_UNSAID, "id": "meetings", "status": "no_data", "value": 0.6},
        {**_UNSAID, "id": "courses", "status": "gap", "value": 12},
        {**_UNSAID, "id": "studied", "status": "gap", "value": 0.25},
    ],
    "assessments": [
        {**_UNSAID, "unit": "01", "target": "meetings", "status": "gap", "value": 0.5},
        {**_UNSAID, "unit": "02", "target": "meetings", "status": "gap", "value": 0.5},
        {**_UNSAID, "unit": "02", "target": "courses", "status": "met", "value": 3},
        {**_UNSAID, "unit": "02", "target": "studied", "status": "gap", "value": 0},
        {**_UNSAID, "unit": "05", "target": "courses", "status": "gap", "value": 1},
    ],
}
"""A JSON result of the month before, as far as a comparison reads it."""


def small_audit(figures: dict[str, dict[str, Any]] | None = None, *, of: Plan | None = None, scope: dict[str, Any] | None = None) -> Audit:
    """Audit the small plan's figures; what is not given is as above."""
    asked = of or small_plan()
    facts = make_facts(asked, SMALL_ROSTER, FIGURES if figures is None else figures, file="thang-6.xlsx")
    given = submissions(facts, inputs=INPUTS, findings=FINDINGS)
    more = dict(scope or {})
    if isinstance(more.get("compare"), dict):
        more["compare"] = earlier_result(more["compare"])
    return audit(asked, given, Scope(period=None, as_of=date(2025, 7, 5), **{"expect": "all", "waivers": WAIVERS, **more}))


def options(code: str = "en", **more: Any) -> Options:
    return Options(Language(code), AT, **more)


def small_view(code: str = "en", **more: Any) -> View:
    return View(small_audit(), options(code, **more))


def named(name: str, *, sheet: str = "Sheet1", text: str = "x") -> View:
    """Audit with one text wherever somebody's words can reach: a unit's name, a sheet's name, a cell, a finding, a waiver."""
    who = roster(unit("01", "province", name=name), unit("02", "district", "01", name=name))
    facts = make_facts(small_plan(), who, {code: FIGURES[code] for code in ("01", "02")}, file=f"{name}.xlsx", sheet=sheet)
    facts = replace(facts, texts={(0, 1, 2): text})
    finding = Finding("UA010", {"text": text}, Source(f"{name}.xlsx", sheet, 1, 2), unit="02", field="due")
    given = submissions(facts, findings=(finding,))
    waiver = Waiver("02", "security", text, text, text, date(2025, 7, 31))
    scope = Scope(as_of=date(2025, 7, 5), expect="all", waivers=(waiver,), compare=earlier_result(EARLIER))
    return View(audit(small_plan(), given, scope), options())


COMPUTERS = field("computers", unit={"vi": "máy tính", "en": "computers"}, unit_one={"en": "computer"})


def figure(of: str | Goal, numerator: int | None, denominator: int | None = None, **more: Any) -> Figure:
    given: dict[str, Any] = {
        "goal": parse_goal(of) if isinstance(of, str) else of,
        "field": COMPUTERS,
        "status": Status.GAP,
        "reason": Reason.NONE,
        "waived": False,
        "of_the_month": False,
        "numerator": numerator,
        "denominator": denominator,
        "required_count": None,
        "to_go": None,
        "attained": None,
        "attainable": None,
    }
    return Figure(**{**given, **more})
