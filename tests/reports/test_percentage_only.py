"""A percentage without counts, as every report shows it."""

import io
import json
import re
from typing import Any

import jsonschema
import openpyxl
import pytest

from builders import audited, plan, roster, target, unit
from sample_audit import options
from union_audit.reports import View, csv_file, json_result
from union_audit.reports.html import write as write_html
from union_audit.reports.json_result import SCHEMA
from union_audit.reports.table import write as write_table
from union_audit.reports.xlsx import write as write_xlsx

PLAN = plan(target("t", "> 60%", ("n", "d")), target("both", ">= 100%", ("m", "d"), ("k", "d")), target("seen", "tracked", ("s", "d")))
WHO = roster(unit("P", "province", name="Liên đoàn tỉnh"), unit("A", parent="P", name="LĐLĐ A"), unit("B", parent="P", name="LĐLĐ B"))
COUNTS = {"n": 9, "m": 10, "k": 10, "s": 1, "d": 10}


def view(percentage: str = "58.5", code: str = "en", **more: Any) -> View:
    shares = {"B": {"n": percentage, "m": "85", "k": "100", "s": "40"}}
    done = audited(PLAN, WHO, {"P": COUNTS, "A": COUNTS, "B": {"n": None}}, shares=shares, expect="all")
    return View(done, options(code, **more))


def result(of: View) -> dict[str, Any]:
    stream = io.StringIO()
    json_result.write(of, stream)
    parsed: dict[str, Any] = json.loads(stream.getvalue())
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(parsed)
    return parsed


def one(of: dict[str, Any], code: str, target_: str) -> dict[str, Any]:
    return next(each for each in of["assessments"] if (each["unit"], each["target"]) == (code, target_))


def test_the_json_has_the_percentage_and_no_counts() -> None:
    found = one(result(view()), "B", "t")
    figures = (
        "status",
        "reason",
        "numerator",
        "denominator",
        "percentage_only",
        "value",
        "required",
        "required_count",
        "to_go",
        "to_go_new",
    )
    assert [found[name] for name in figures] == ["gap", None, None, None, True, 0.585, 0.6, None, None, None]
    assert found["gap"] == pytest.approx(0.015)
    assert found["attainment"] == pytest.approx(0.975)
    assert found["evidence"] == [
        {"field": "n", "file": "data.xlsx", "sheet": "Sheet1", "cell": "C4", "text": ""},
        {"field": "n", "file": "data.xlsx", "sheet": "Sheet1", "cell": "H4", "text": "58.5%"},
    ]
    assert one(result(view()), "A", "t")["percentage_only"] is False


def test_the_goal_itself_is_no_more_than_the_goal() -> None:
    found = one(result(view("60")), "B", "t")
    assert (found["status"], found["value"]) == ("gap", 0.6)
    assert 0 < found["gap"] < 1e-11
    assert 1 - 1e-11 < found["attainment"] < 1
    assert one(result(view("61")), "B", "t")["gap"] == 0


def test_each_part_says_whether_it_is_one() -> None:
    found = one(result(view()), "B", "both")
    assert (found["percentage_only"], found["value"], found["attainment"]) == (True, 0.85, 0.85)
    assert [(part["percentage_only"], part["status"]) for part in found["parts"]] == [(True, "gap"), (True, "met")]


def test_the_sums_say_of_how_many_units_they_are() -> None:
    parsed = result(view())
    whole = next(each for each in parsed["targets"] if each["id"] == "t")
    figures = ("status", "reason", "numerator", "denominator", "percentage_only", "units_expected", "units_reported", "units_by_percentage")
    assert [whole[name] for name in figures] == ["no_data", "partial", 18, 20, False, 3, 2, 1]
    (branch,) = [each for each in parsed["rollups"] if each["target"] == "t"]
    assert (branch["units_reported"], branch["units_by_percentage"]) == (2, 1)


def test_the_phrases() -> None:
    row = view().assessment(2, 0).phrases
    assert (row.status, row.value, row.counts, row.gap, row.to_go, row.to_go_new) == (
        "Gap",
        "58.5%",
        "percentage only",
        "1.5 points",
        "1.5 points",
        "",
    )
    assert view("61").assessment(2, 0).phrases.to_go == ""
    assert view().assessment(2, 2).phrases.counts == "percentage only"
    assert view().targets()[1].phrases.reason == "2 of 3 units so far, 1 more by percentage only"
    assert view().assessment(0, 0).phrases.counts == "9/10"


def test_the_csv() -> None:
    stream = io.StringIO(newline="")
    csv_file.write(view(), stream)
    head, *rows = stream.getvalue().splitlines()
    place = head.split(",").index("percentage_only")
    told = [row.split(",")[place] for row in rows]
    assert set(told) == {"True", "False"}
    assert told.count("True") == 3


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl leaves the bars in cells aside
def test_the_terminal_the_page_and_the_workbook() -> None:
    table, page, book = io.StringIO(), io.StringIO(), io.BytesIO()
    write_table(view(width=200), table)
    write_html(view(), page)
    write_xlsx(view(), book)
    assert "percentage only" in table.getvalue()
    narrow = io.StringIO()
    write_table(view(width=80), narrow)
    assert "1.5 points; percentage only" in re.sub(r"\s+", " ", narrow.getvalue())
    assert "1 more by percentage only" in re.sub(r"\s+", " ", page.getvalue())
    cells = [str(cell) for sheet in openpyxl.load_workbook(book, data_only=True) for row in sheet.values for cell in row if cell]
    assert "percentage only" in cells
