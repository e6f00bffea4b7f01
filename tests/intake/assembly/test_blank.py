"""Sheets of months that are still to come, and rows of sums under a unit's name."""

from pathlib import Path

from builders import field, plan, target
from submitting import HEAD, LEVELS, Rows, codes, figures, submit
from union_audit.plan.period import Period

FORM: Rows = [("Đơn vị: LĐLĐ huyện Yên Dũng",), ("Chỉ tiêu", "Số liệu"), ("Tổng số máy tính", 10), ("Số máy mật", 1)]
BLANK: Rows = [*FORM[:2], *((row[0], None) for row in FORM[2:])]
YEAR = {f"T{month}": FORM if month <= 6 else BLANK for month in range(1, 13)}


def test_a_coming_months_blank_sheet_is_no_submission(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"nam 2025.xlsx": YEAR})
    assert {period.label for period in submissions.by_period if period} == {f"2025-0{month}" for month in range(1, 7)}
    said = [each.args["period"] for each in submissions.findings if each.code == "UA138"]
    assert said == [f"2025-{month:02}" for month in range(7, 13)]


def test_the_blank_sheet_of_the_month_that_was_asked_for_is_one(tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"nam 2025.xlsx": YEAR}, period=Period(2025, 8, 1))
    assert figures(submissions, "2025-08") == {"BG01": {"computers": "blank", "secret": "blank"}}
    assert "UA126" in codes(submissions)


def test_a_blank_form_alone_is_a_submission(tmp_path: Path) -> None:
    assert figures(submit(tmp_path, {"T7.2025.xlsx": {"S": BLANK}}), "2025-07") == {"BG01": {"computers": "blank", "secret": "blank"}}


UNITS: Rows = [HEAD, (1, "BG01", "", 10, 9, 1, 1), (2, "BG02", "", 20, 15, 0, 1)]


def test_a_row_of_sums_under_the_superior_units_name_is_a_total(tmp_path: Path) -> None:
    sums: Rows = [*UNITS, (None, None, "LĐLĐ tỉnh Bắc Giang", 30, 24, 1, None)]
    submissions = submit(tmp_path, {"a.xlsx": {"S": sums}})
    assert list(figures(submissions)) == ["BG01", "BG02"]
    assert [(each.code, each.unit, each.args["count"]) for each in submissions.findings] == [("UA137", "BG", 2)]


def test_a_superior_unit_with_figures_of_its_own_is_a_unit(tmp_path: Path) -> None:
    own: Rows = [*UNITS, (3, "BG", "", 30, 25, 1, 1)]
    assert list(figures(submit(tmp_path, {"a.xlsx": {"S": own}}))) == ["BG", "BG01", "BG02"]


def test_sums_of_sums(tmp_path: Path) -> None:
    sums, parts = ((1, code, "", 15, 12, 1, 1) for code in ("BG", "BG01")), ((3, "CS01", "", 10, 9, 1, 1), (4, "CS02", "", 5, 3, 0, 1))
    rows: Rows = [HEAD, *sums, *parts]
    assert list(figures(submit(tmp_path, {"a.xlsx": {"S": rows}}))) == ["CS01", "CS02"]


def test_a_total_under_a_superior_units_name_may_be_wrong_in_one_figure(tmp_path: Path) -> None:
    own = plan(target("all", ">= 1", ("a",)), fields=[field(each) for each in "abcd"], levels=LEVELS)
    rows: Rows = [("Mã đơn vị", *(f"Số {each}" for each in "abcd")), ("BG", 31, 20, 9, 5), ("BG01", 10, 5, 4, 2), ("BG02", 20, 15, 5, 3)]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}}, plan_=own)
    assert list(figures(submissions)) == ["BG01", "BG02"]
    assert "UA137" in codes(submissions)
