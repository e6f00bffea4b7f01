"""The trend as it is typed: what is shown of a history, in which form, and what is said where there is none."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from builders import roster, unit
from ledger import record_signs
from running import Run
from union_audit.trends.json_trend import SCHEMA

TARGETS = """\
code: 7/KH
title: {vi: Kế hoạch, en: Plan}
organisation: {vi: Công đoàn, en: Union}
deadline: 2026-12-31
levels:
  district: {label: {vi: Cấp huyện, en: District}, submits: monthly}
fields:
  d: {label: {vi: Máy tính, en: Computers}, over_periods: last, covers: own}
  n: {label: {vi: Máy được bảo vệ, en: Protected}, over_periods: last, covers: own}
targets:
  a:
    label: {vi: Bảo vệ, en: Protection}
    source: {vi: câu, en: sentence}
    levels: all
    goal: ">= 60%"
    numerator: n
    denominator: d
"""
TREND = ("trend", "-o", "reports", "--lang", "en")


@pytest.fixture(autouse=True)
def reports(clean_machine: Path) -> Path:
    """A folder of reports with the history of four months of three units."""
    (clean_machine / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    folder = clean_machine / "reports"
    folder.mkdir()
    record_signs(folder / "history.sqlite", roster("D1", "D2", unit("D3", name="=Ba")), {"D1": "gggg", "D2": "mmgg", "D3": "gnmm"})
    return folder


def test_targets_over_the_months(run: Run) -> None:
    result = run(*TREND)
    assert (result.code, result.err) == (0, "")
    assert "From January 2025 to April 2025: 4 periods" in result.out
    (line,) = [line for line in result.out.splitlines() if "1. Protection" in line and "▇" in line]
    assert line.split()[:7] == ["✓", "1.", "Protection", "▁▇▁▁", "66.7%", "66.7%", "≥"]
    assert "Lasting gaps, the longest first: 2 of 2" in result.out
    assert all(len(each) <= 80 for each in result.out.splitlines())


def test_in_vietnamese_each_period_and_score_stands_whole_at_80_columns(run: Run) -> None:
    out = run("trend", "-o", "reports", "--lang", "vi").out
    gaps = out.partition("Trường hợp chưa đạt qua các kỳ")[2].partition("Trường hợp còn tồn tại")[0]
    assert [line.split()[:2] for line in gaps.splitlines() if line.startswith("tháng")] == [["tháng", str(month)] for month in range(1, 5)]
    assert all(len(each) <= 80 for each in out.splitlines())


def test_one_target_is_told_period_by_period(run: Run) -> None:
    out = run(*TREND, "--target", "a").out
    assert [line.split()[-1] for line in out.splitlines() if " 2025 " in line and "≥" in line] == ["3/3", "2/3", "3/3", "3/3"]


def test_a_unit(run: Run) -> None:
    out = run(*TREND, "--unit", "D2").out
    assert "LĐLĐ D2" in out
    assert "Open since" in out
    assert "LĐLĐ D1" not in out


def test_json_is_as_its_schema_says(run: Run) -> None:
    told = json.loads(run(*TREND, "-f", "json").out)
    jsonschema.validate(told, json.loads(SCHEMA.read_bytes()), format_checker=jsonschema.FormatChecker())
    (target,) = told["targets"]
    assert [point["status"] for point in target["points"]] == ["met", "no_data", "met", "met"]
    assert [(gap["unit"], gap["since"], gap["months"]) for gap in told["open_gaps"]["gaps"]] == [
        ("D1", "2025-01", 4),
        ("D2", "2025-03", 2),
    ]
    assert json.loads(run(*TREND, "-f", "json", "--top", "1").out)["open_gaps"]["total"] == 2


def test_csv_is_a_row_a_target_and_period(run: Run, clean_machine: Path) -> None:
    assert run(*TREND, "-f", "csv:trend.csv", "--unit", "D1", "--unit", "D3").code == 0
    rows = list(csv.DictReader(io.StringIO((clean_machine / "trend.csv").read_text(encoding="utf-8-sig"))))
    assert [(row["unit"], row["period"], row["status"]) for row in rows[3:6]] == [
        ("D1", "2025-04", "gap"),
        ("D3", "2025-01", "gap"),
        ("D3", "2025-02", "no_data"),
    ]


def test_from_when_to_when(run: Run) -> None:
    told = json.loads(run(*TREND, "-f", "json", "--from", "2025-02", "--to", "2025-03").out)
    assert [period["label"] for period in told["periods"]] == ["2025-02", "2025-03"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("--from", "2026-01"), "2025-01"),
        (("--to", "2025"), "2025-04"),
        (("--from", "soon"), "--from"),
        (("--target", "b"), "--target"),
        (("--unit", "D9"), "--unit"),
        (("-f", "xlsx"), "--format"),
        (("-f", "csv"), "csv:FILE"),
        (("--history", "nowhere.sqlite"), "no history yet"),
    ],
)
def test_what_is_not_there_is_said(run: Run, asked: tuple[str, ...], named: str) -> None:
    result = run(*TREND, *asked)
    assert (result.code, result.out) == (2, "")
    assert named in result.err


def test_a_history_has_to_be_named(run: Run) -> None:
    result = run("trend", "--lang", "en")
    assert (result.code, "--history" in result.err) == (2, True)


def test_formats_of_an_audit_that_the_environment_asks_for_are_not_for_trends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNION_AUDIT_FORMAT", "xlsx:a.xlsx")
    monkeypatch.setenv("UNION_AUDIT_FROM", "2025-03")
    assert "From March 2025 to April 2025" in run(*TREND).out


def test_a_report_that_cannot_be_written(run: Run, clean_machine: Path) -> None:
    (clean_machine / "file").write_text("", encoding="utf-8")
    result = run(*TREND, "-f", "json:file/a.json", "-f", "table")
    assert result.code == 4
    assert "Targets over all units" in result.out


def test_the_page_asks_for_nothing_and_draws_each_target_beside_its_goal(run: Run, clean_machine: Path) -> None:
    assert run(*TREND, "-f", "html:trend.html").code == 0
    page = (clean_machine / "trend.html").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page
    assert "<script" not in page
    assert page.count('<svg class="spark') == 2
    assert page.count('class="goal"') == 2
    assert 'aria-label="January 2025: 66.7%; February 2025: 75%; March 2025: 66.7%; April 2025: 66.7%"' in page
    assert "=Ba" not in page  # of three units none but those with lasting gaps are named


@pytest.mark.parametrize("form", ["table", "json", "csv:-", "html:-"])
def test_for_readers_outside_units_have_no_names(run: Run, form: str) -> None:
    out = run(*TREND, "--redact", "-f", form).out + run(*TREND, "--redact", "--unit", "D1", "-f", form).out
    assert "D1" in out
    assert "LĐLĐ" not in out


def test_the_page_of_a_unit_says_what_became_of_it(run: Run, clean_machine: Path) -> None:
    (clean_machine / "units.csv").write_text(
        "code,name,level,valid_to,merged_into\nD1,Một,district,2025-03-31,D2\nD2,Hai,district,,\nD3,Ba,district,,\n", encoding="utf-8"
    )
    run(*TREND, "-f", "html:trend.html", "--unit", "D1", "--unit", "D2")
    page = (clean_machine / "trend.html").read_text(encoding="utf-8")
    assert "Merged into Hai." in page
    assert "Took over Một." in page


def test_quiet_is_one_line(run: Run) -> None:
    result = run(*TREND, "-q")
    assert result.err == ""
    assert result.out == "7/KH. From January 2025 to April 2025: 4 periods; score 100%; gaps: 2; new: 0, closed: 0; lasting: 2\n"
    assert run(*TREND[:-1], "vi", "-q").out.startswith("7/KH. Từ tháng 1 năm 2025 đến tháng 4 năm 2025: 4 kỳ; điểm 100%; chưa đạt: 2; ")


def test_quiet_names_the_units_that_were_asked_for(run: Run) -> None:
    out = run(*TREND, "-q", "--unit", "D1").out
    assert out.endswith("; LĐLĐ D1; gaps: 1; lasting: 1; not in time at this pace: 1. Protection\n")
    report = run(*TREND, "-q", "-f", "csv:trend.csv")
    assert (report.out, report.err) == ("", "")
