"""A list of waivers becomes waivers, or every problem in it is told at once."""

from datetime import date
from pathlib import Path

import openpyxl

from builders import roster, unit
from told import told
from union_audit import resources
from union_audit.plan import load_plan
from union_audit.plan.waivers import Waiver
from union_audit.plan.waivers_file import load_waivers

PLAN = load_plan(resources.shipped("targets.yaml"))
UNITS = roster(unit("D1", "district"), unit("D2", "district"), unit("D3", "district"))
HEADING = "unit,target,reason,approver,number,last_day\n"
GOOD = HEADING + "D1,online_meetings,mất điện,Ban Thường vụ,12/QĐ,31/12/2025\n"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "waivers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_waiver(tmp_path: Path) -> None:
    expected = (Waiver("D1", "online_meetings", "mất điện", "Ban Thường vụ", "12/QĐ", date(2025, 12, 31), 2),)
    assert load_waivers(write(tmp_path, GOOD), PLAN, UNITS) == expected
    assert load_waivers(write(tmp_path, GOOD), PLAN, None) == expected
    vietnamese = GOOD.replace(HEADING, "Đơn vị,Chỉ tiêu,Lý do,Người phê duyệt,Số văn bản,Ngày hết hạn\n")
    assert load_waivers(write(tmp_path, vietnamese), PLAN, UNITS) == expected


def test_it_covers_periods_that_end_by_its_last_day(tmp_path: Path) -> None:
    (waiver,) = load_waivers(write(tmp_path, GOOD), PLAN, UNITS)
    assert [waiver.covers(day) for day in (date(2025, 6, 30), date(2025, 12, 31), date(2026, 1, 1))] == [True, True, False]


def test_waivers_in_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(HEADING.strip().split(","))
    book.worksheets[0].append(["D2", "online_meetings", "x", "y", 12, date(2025, 6, 30)])
    book.save(tmp_path / "waivers.xlsx")
    (waiver,) = load_waivers(tmp_path / "waivers.xlsx", PLAN, UNITS)
    assert (waiver.unit, waiver.number, waiver.last_day) == ("D2", "12", date(2025, 6, 30))


def test_an_empty_list_waives_nothing(tmp_path: Path) -> None:
    assert load_waivers(write(tmp_path, HEADING), PLAN, UNITS) == ()


def test_a_unit_may_be_written_by_a_name_that_is_its_own(tmp_path: Path) -> None:
    units = roster(unit("D1", "district", name="LĐLĐ huyện Yên Dũng"), unit("D2", "district", name="X"), unit("D3", "district", name="X"))
    (waiver,) = load_waivers(write(tmp_path, GOOD.replace("D1", "ldld huyện Yên Dũng")), PLAN, units)
    assert waiver.unit == "D1"
    assert told(load_waivers, write(tmp_path, GOOD.replace("D1", "x")), PLAN, units) == [
        "2:1: “x” could be several units: D2, D3. Write the code."
    ]


def test_all_problems_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = GOOD + "D9,online_meetngs,,a,b,c\nD1,online_meetings,khác,a,b,2025-12-31\nD1,online_meetings,gia hạn,a,b,2026-12-31\n"
    assert told(load_waivers, write(tmp_path, text), PLAN, UNITS) == [
        "3:1: There is no unit “D9” in the list of units. It can be: D1, D2, D3.",
        "3:2: There is no target “online_meetngs” in the plan. Did you mean “online_meetings”?",
        "3:3: “reason” is blank.",
        "3:6: “c” is no day: write it as 2025-12-31 or 31/12/2025.",
        "4:1: This waiver stands twice; it first stands in line 2.",
    ]


def test_every_column_is_needed(tmp_path: Path) -> None:
    assert told(load_waivers, write(tmp_path, "unit,target\nD1,online_meetings\n"), PLAN, UNITS) == [
        f"1:0: The column “{column}” is missing." for column in ("reason", "approver", "number", "last_day")
    ]
