"""Submissions made of rows in memory: `submit(folder, {"a.xlsx": {"T6": rows}}, plan, roster)` takes them in as if read from files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

from builders import field, plan, roster, target, unit
from union_audit.intake import take_in
from union_audit.intake.facts import State, Submissions
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.units.identity import Register
from union_audit.intake.units.levels import Levels
from union_audit.plan.model import Kind, Level, Plan, Submits
from union_audit.plan.roster import Roster
from union_audit.sheets import Book, Cell, Sheet

Rows: TypeAlias = Sequence[Sequence[Cell]]

LEVELS = (
    Level("province", {"vi": "Tỉnh"}, Submits.MONTHLY, names_begin=("LĐLĐ tỉnh",)),
    Level("district", {"vi": "Huyện"}, Submits.MONTHLY, aliases=("Cấp huyện",), names_begin=("LĐLĐ huyện", "LĐLĐ TP")),
    Level("grassroots", {"vi": "Cơ sở"}, Submits.VIA_PARENT, names_begin=("CĐCS", "Nghiệp đoàn", "Công đoàn Công ty", "Công đoàn Trường")),
)
PLAN = plan(
    target("safe", ">= 100%", ("safe", "computers", "secret")),
    target("study", "yes", ("studied",)),
    fields=(
        field("computers", unit={"vi": "máy tính", "en": "computers"}, aliases=("Máy tính › Tổng số", "Tổng số máy tính", "Máy nào đó")),
        field("safe", unit={"vi": "máy"}, aliases=("Máy tính › Được bảo vệ", "Số máy tính được bảo vệ bằng phần mềm", "Máy nào đó")),
        field("secret", blank_is_zero=True, aliases=("Số máy mật",)),
        field("studied", kind=Kind.YES_NO, aliases=("Đã tổ chức học tập",)),
    ),
    levels=LEVELS,
)
ROSTER = roster(
    unit("BG", "province", name="LĐLĐ tỉnh Bắc Giang"),
    unit("BG01", "district", "BG", name="LĐLĐ huyện Yên Dũng", aliases=("Yên Dũng",)),
    unit("BG02", "district", "BG", name="LĐLĐ huyện Lạng Giang", aliases=("Lạng Giang",)),
    unit("BG03", "district", "BG", name="LĐLĐ huyện Hiệp Hòa"),
    unit("CS01", "grassroots", "BG01", name="CĐCS Trường Minh Hà"),
    unit("CS02", "grassroots", "BG01", name="CĐCS Trường Minh Hạ"),
)
HEAD = ("STT", "Mã đơn vị", "Tên đơn vị", "Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật", "Đã tổ chức học tập")


def knows(plan_: Plan = PLAN, roster_: Roster | None = ROSTER) -> Knowledge:
    return Knowledge(plan_, Headings(plan_), Levels(plan_), Register(roster_) if roster_ else None)


def tables(rows: Rows, roster_: Roster | None = ROSTER, plan_: Plan = PLAN, **sheet: Any) -> list[Table]:
    return find_tables(Sheet("S", rows, **sheet), knows(plan_, roster_))


def submit(
    folder: Path, files: Mapping[str, Mapping[str, Rows | Sheet]], roster_: Roster | None = ROSTER, plan_: Plan = PLAN, **options: Any
) -> Submissions:
    """Take in a folder of such files; each has its own content, so that none is taken for a copy.

    It lies within the one given: the name of a temporary folder may be a period's by chance ("tmp8_t6").
    """
    folder = folder / "in"
    folder.mkdir(exist_ok=True)
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")

    def read(content: bytes, _: str) -> Book:
        sheets = files[content.decode()]
        made = (each if isinstance(each, Sheet) else Sheet(name, each) for name, each in sheets.items())
        return Book("xlsx", tuple(made))

    with patch("union_audit.intake.reading.read_content", read):
        return take_in([folder], plan_, roster_, **options)


def figures(submissions: Submissions, label: str | None = None) -> dict[str, dict[str, int | str]]:
    """Return what is known by unit and field: counts, and the names of states that give none; what is missing is left out."""
    (facts,) = [each for period, each in submissions.by_period.items() if label is None or (period and period.label == label)]
    found = {}
    for place, each in enumerate(facts.roster.units):
        states = [State(state) for state in facts.state[place].tolist()]
        told = {
            name.id: value if state in (State.FIGURE, State.ZERO) else state.name.lower()
            for name, state, value in zip(facts.fields, states, facts.values[place].tolist(), strict=True)
            if state is not State.MISSING
        }
        if told:
            found[each.code] = told
    return found


def codes(submissions: Submissions) -> list[str]:
    return [finding.code for finding in submissions.findings]
