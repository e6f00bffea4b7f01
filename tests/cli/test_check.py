"""`check`, from files to exit codes: every option does what it says, on the command line and in the environment."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from running import Result, Run
from union_audit import resources

HEADER = "Mã đơn vị,Tên đơn vị,Tổng số hội nghị đã tổ chức,Số hội nghị tổ chức trực tuyến,Tổng số hồ sơ công việc,Số hồ sơ xử lý trên mạng"
PLAN = """\
code: 1/KH
title: {vi: Kế hoạch thử, en: A test plan}
organisation: {vi: Tỉnh, en: Province}
language: vi
deadline: 2025-12-31
levels:
  province: {label: {vi: Cấp tỉnh, en: Province}, submits: monthly, names_begin: [Cơ quan]}
  district: {label: {vi: Cấp huyện, en: District}, submits: monthly, names_begin: [LĐLĐ huyện]}
fields:
  meetings: {label: {vi: Tổng số hội nghị đã tổ chức, en: Meetings}, over_periods: sum, covers: own}
  online: {label: {vi: Số hội nghị tổ chức trực tuyến, en: Meetings online}, over_periods: sum, covers: own}
  files: {label: {vi: Tổng số hồ sơ công việc, en: Work files}, over_periods: sum, covers: own}
  files_online: {label: {vi: Số hồ sơ xử lý trên mạng, en: Work files online}, over_periods: sum, covers: own}
targets:
  online_meetings:
    number: 1
    label: {vi: Họp trực tuyến, en: Meetings online}
    source: {vi: Trên 60%, en: More than 60%}
    levels: all
    goal: "> 60%"
    numerator: online
    denominator: meetings
  work_files:
    number: 2
    label: {vi: Hồ sơ trên mạng, en: Files online}
    source: {vi: Toàn bộ, en: All}
    levels: all
    goal: ">= 100%"
    numerator: files_online
    denominator: files
"""
UNITS = """\
code,name,level
T,Cơ quan tỉnh,province
A,LĐLĐ huyện A,district
B,LĐLĐ huyện B,district
"""
ALL_MET = ("T,Cơ quan tỉnh,10,7,5,5", "A,LĐLĐ huyện A,10,8,5,5", "B,LĐLĐ huyện B,10,9,5,5")
GAPS = ("T,Cơ quan tỉnh,10,7,5,5", "A,LĐLĐ huyện A,10,6,5,4", "B,LĐLĐ huyện B,10,1,5,5")


def submit(name: str, *rows: str, month: str = "Tháng 6 năm 2025") -> Path:
    """Write a submission: a row a unit, with its meetings and files."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([month, HEADER, *rows, ""]), encoding="utf-8")
    return path


@pytest.fixture
def small_plan() -> None:
    """The small plan and its roster, in the working folder."""
    Path("targets.yaml").write_text(PLAN, encoding="utf-8")
    Path("units.csv").write_text(UNITS, encoding="utf-8")


@pytest.fixture
def check(run: Run, small_plan: None) -> Run:  # noqa: ARG001
    """Run `check` on a fixed day."""
    return lambda *arguments: run("check", "--as-of", "2025-07-05", *arguments)


def result_of(result: Result) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(result.out)
    return parsed


def units_of(result: Result) -> set[str]:
    return {each["unit"] for each in result_of(result)["assessments"]}


def test_all_met_is_0_and_a_gap_is_1(check: Run) -> None:
    assert check(submit("met.csv", *ALL_MET)).code == 0
    result = check(submit("gaps.csv", *GAPS))
    assert result.code == 1
    assert result.err == ""
    assert "A test plan" in result.out


def test_the_table_names_the_plan_and_the_period(check: Run) -> None:
    shown = check(submit("gaps.csv", *GAPS)).out
    assert "targets.yaml" in shown
    assert "June 2025" in shown


@pytest.mark.parametrize(("fail_on", "gaps", "unread"), [("gap", 1, 1), ("data", 0, 1), ("none", 0, 0)])
def test_fail_on(check: Run, fail_on: str, gaps: int, unread: int) -> None:
    assert check(submit("gaps.csv", *GAPS), "--fail-on", fail_on).code == gaps
    assert check(submit("unread.csv", *ALL_MET[:2], "B,LĐLĐ huyện B,10,khoảng 20,5,5"), "--fail-on", fail_on).code == unread


def test_an_unreadable_cell_leaves_all_others(check: Run) -> None:
    result = check(submit("a.csv", *ALL_MET[:2], "B,LĐLĐ huyện B,10,khoảng 20,5,5"), "-f", "json")
    assert result.code == 1
    statuses = {(each["unit"], each["target"]): each["status"] for each in result_of(result)["assessments"]}
    assert statuses.pop(("B", "online_meetings")) == "no_data"
    assert set(statuses.values()) == {"met"}
    assert len(statuses) == 5


def test_an_unreadable_file_leaves_all_others(check: Run) -> None:
    submit("inbox/a.csv", *ALL_MET)
    Path("inbox/b.xlsx").write_bytes(b"PK\x03\x04 but no more")
    result = check("inbox", "-f", "json")
    assert result.code == 3
    assert result_of(result)["summary"]["met"] == 6
    assert {each["status"] for each in result_of(result)["inputs"]} == {"read", "refused"}


def test_a_missing_path_and_an_empty_folder_are_3(check: Run) -> None:
    Path("empty").mkdir()
    assert check("missing.xlsx").code == 3
    assert check("empty").code == 3
    result = check(submit("met.csv", *ALL_MET), "missing.xlsx", "-f", "json", "--fail-on", "none")
    assert result.code == 3
    assert result_of(result)["summary"]["met"] == 6


def test_an_empty_path_is_not_the_working_folder(check: Run) -> None:
    result = check("")
    assert (result.code, result.err) == (2, "Error: PATH is empty.\n")


def test_a_path_that_cannot_even_be_looked_at_is_3(check: Run) -> None:
    Path("circle.csv").symlink_to("circle.csv")
    for path in ("a" * 5000, "circle.csv"):
        result = check(path, submit("met.csv", *ALL_MET), "-f", "json:out.json", "-f", "table")
        assert result.code == 3
        assert "A test plan" in result.out


def test_a_report_may_not_be_a_folder(check: Run) -> None:
    Path("folder").mkdir()
    result = check(submit("met.csv", *ALL_MET), "-f", "html:folder")
    assert result.code == 4
    assert result.err.startswith("Error: ")


def test_nothing_evaluated_is_3(check: Run) -> None:
    result = check(submit("blank.csv", "A,LĐLĐ huyện A,,,,"), "--fail-on", "none")
    assert result.code == 3
    assert "Nothing was checked" in result.out
    assert "No gap was found" not in result.out
    assert "Targets over all units" not in check("nothing-here.csv").out


@pytest.mark.parametrize("options", ["--skip work_files --skip online_meetings", "--unit B", "--level province"])
def test_what_leaves_nothing_to_check_is_3_and_said_even_quietly(check: Run, options: str) -> None:
    result = check(submit("met.csv", ALL_MET[1]), "-q", "--fail-on", "none", *options.split())
    assert (result.code, result.err.startswith("Nothing was checked")) == (3, True)


def test_period(check: Run) -> None:
    files = submit("5.csv", *GAPS, month="Tháng 5 năm 2025"), submit("6.csv", *ALL_MET)
    assert result_of(check(*files, "-f", "json"))["period"]["label"] == "2025-06"
    earlier = check(*files, "-f", "json", "--period", "2025-05")
    assert result_of(earlier)["period"]["label"] == "2025-05"
    assert earlier.code == 1


def test_only_and_skip(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    for options, expected in (
        (("--only", "work_files"), {"work_files"}),
        (("--skip", "work_files"), {"online_meetings"}),
        (("--only", "work_files", "--only", "online_meetings"), {"work_files", "online_meetings"}),
    ):
        targets = {each["id"] for each in result_of(check(file, "-f", "json", *options))["targets"]}
        assert targets == expected


def test_unit_and_level_narrow_what_is_shown_and_what_the_exit_code_looks_at(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    only_t = check(file, "-f", "json", "--unit", "T")
    assert (only_t.code, units_of(only_t)) == (0, {"T"})
    districts = check(file, "-f", "json", "--level", "district")
    assert (districts.code, units_of(districts)) == (1, {"A", "B"})
    ranks = {each["code"]: each["rank"] for each in result_of(only_t)["units"]}
    assert ranks == {"T": 3}


def test_expect_found_or_all(check: Run) -> None:
    file = submit("inbox/a.csv", *ALL_MET[:2])
    assert units_of(check(file, "-f", "json")) == {"T", "A"}
    assert units_of(check("inbox", "-f", "json")) == {"T", "A", "B"}
    assert units_of(check("inbox", "-f", "json", "--expect", "found")) == {"T", "A"}
    missing = check(file, "-f", "json", "--expect", "all")
    assert units_of(missing) == {"T", "A", "B"}
    assert missing.code == 1


def test_waivers(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    rows = [("A", "online_meetings"), ("A", "work_files"), ("B", "online_meetings")]
    with Path("waivers.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["unit", "target", "reason", "approver", "number", "last_day"])
        writer.writerows([*row, "Đang sửa chữa", "Ban Thường vụ", "12/QĐ", "2025-12-31"] for row in rows)
    result = check(file, "--waivers", "waivers.csv", "-f", "json")
    assert result.code == 0
    assert result_of(result)["summary"]["waived"] == 3


def test_a_waived_gap_is_still_said_to_be_one(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    Path("waivers.csv").write_text(
        "unit,target,reason,approver,number,last_day\n"
        "A,online_meetings,Flood,Standing committee,12/QĐ,2026-12-31\nA,work_files,Flood,Standing committee,12/QĐ,2026-12-31\n"
    )
    result = check(file, "--waivers", "waivers.csv", "--unit", "A", "-f", "table", "-f", "html:gaps.html")
    assert result.code == 0
    assert "No gap was found." not in result.out
    assert "No gap was found but those that are waived." in Path("gaps.html").read_text(encoding="utf-8")


def test_compare_with_a_period_and_with_a_result(check: Run) -> None:
    may, june = submit("5.csv", *GAPS, month="Tháng 5 năm 2025"), submit("6.csv", *ALL_MET)
    assert check(may, "-f", "json:may.json").code == 1
    for options in ((may, june, "--compare", "2025-05"), (june, "--compare", "may.json")):
        assessments = result_of(check(*options, "-f", "json"))["assessments"]
        previous = {(each["unit"], each["target"]): each["previous"] for each in assessments}
        assert previous["B", "online_meetings"]["status"] == "gap"
        assert previous["T", "online_meetings"]["status"] == "met"
    assert check(june, "--compare", "2025-04").code == 2


def test_top_says_of_how_many(check: Run) -> None:
    assert "1 of 3" in check(submit("gaps.csv", *GAPS), "--top", "1").out


def test_evidence_is_written(check: Run) -> None:
    result = result_of(check(submit("gaps.csv", *GAPS), "-f", "json", "--evidence", "all"))
    assert all(each["evidence"] for each in result["assessments"])


def test_language(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    assert "Kế hoạch thử" in check(file, "--lang", "vi").out
    assert result_of(check(file, "--lang", "vi", "-f", "json"))["language"] == "vi"


def test_quiet_and_verbose(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    loud = check(file, "-v", "-f", "json", "-f", "html:report.html")
    assert loud.err == f"Plan: {Path('targets.yaml').absolute()}\nRoster: units.csv (units: 3)\nPeriod: 2025-06\nWritten: report.html\n"
    assert result_of(loud)
    quiet = check(file, "-q", "-f", "json", "-f", "html:report.html")
    assert quiet.err == ""
    assert len(check(file, "-q").out.splitlines()) < 5


def test_verbose_says_that_there_is_no_roster(check: Run) -> None:
    file = submit("gaps.csv", *GAPS)
    Path("units.csv").unlink()
    result = check(file, "-v")
    assert "No roster: the units are those of the submissions." in result.err
    assert result.code == 1


def test_without_a_roster_levels_may_be_told(check: Run) -> None:
    Path("units.csv").unlink()
    file = submit("a.csv", "X1,Đơn vị lạ,10,7,5,5")
    for options in (("--level-of", "district"), ("--level-of", "X1=district")):
        units = result_of(check(file, "-f", "json", *options))["units"]
        assert [(unit["code"], unit["level"]) for unit in units] == [("X1", "district")]
    shown = check(file, "-f", "json", "--level-of", "district", "--unit", "X1")
    assert units_of(shown) == {"X1"}
    assert check(file, "--unit", "Y1").code == 2


def test_whose_file_it_is_may_be_told(check: Run) -> None:
    path = Path("form.csv")
    labels = HEADER.split(",")[2:]
    lines = ["Chỉ tiêu,Số liệu", *(f"{label},{figure}" for label, figure in zip(labels, (10, 7, 5, 5), strict=True))]
    path.write_text("\n".join(["Tháng 6 năm 2025", *lines, ""]), encoding="utf-8")
    assert check(path).code == 3
    result = check(path, "--unit-of", "form.csv=A", "-f", "json")
    assert (result.code, units_of(result)) == (0, {"A"})


def test_a_targets_file_in_the_inbox_is_passed_over_aloud(run: Run) -> None:
    submit("inbox/a.csv", *GAPS)
    Path("inbox/targets.yaml").write_text(PLAN, encoding="utf-8")
    result = run("check", "inbox", "-f", "json")
    assert result_of(result)["plan"]["code"] == "251/KH-LĐLĐ"
    assert "targets.yaml was not used" in result.err


def test_reports_of_every_format_go_to_a_folder(check: Run) -> None:
    kinds = ["csv", "html", "json", "xlsx"]
    names = [word for kind in kinds for word in ("-f", kind)]
    result = check(submit("gaps.csv", *GAPS), *names, "-o", "out/june")
    assert result.code == 1
    assert result.out == ""
    assert sorted(path.name for path in Path("out/june").iterdir()) == [
        f"union-audit-2025-06.{kind}" for kind in ("csv", "html", "json", "xlsx")
    ]


def test_a_folder_that_cannot_be_made_is_4_and_the_rest_is_written(check: Run) -> None:
    Path("file").touch()
    result = check(submit("gaps.csv", *GAPS), "-f", "json", "-f", "csv", "-o", "file", "-f", "table")
    assert result.code == 4
    assert "A test plan" in result.out
    assert result.err.startswith("Error:")


def test_a_report_never_overwrites_its_input(check: Run) -> None:
    submit("inbox/a.csv", *GAPS)
    for path in ("inbox/a.csv", "targets.yaml", "units.csv"):
        before = Path(path).read_bytes()
        result = check("inbox", "-f", f"csv:{path}")
        assert (result.code, result.out) == (2, "")
        assert Path(path).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ("--format tabel", "Did you mean “table”?"),
        ("--only online_meting", "Did you mean “online_meetings”?"),
        ("--skip work_file", "Did you mean “work_files”?"),
        ("--unit AA", "--unit"),
        ("--level distict", "Did you mean “district”?"),
        ("--expect any", "found, all"),
        ("--fail-on gaps", "Did you mean “gap”?"),
        ("--top 0", "above zero"),
        ("--evidence every", "auto, all"),
        ("--lang fr", "vi, en"),
        ("--period june", "2025-06"),
        ("--as-of june", "2025-07-05"),
        ("--targets missing.yaml", "missing.yaml"),
        ("--units missing.csv", "missing.csv"),
        ("--waivers missing.csv", "missing.csv"),
        ("--compare missing.json", "missing.json"),
        ("--unit-of a.csv=Z", "Z"),
        ("--level-of nowhere", "nowhere"),
        ("-f table -f json", "one place"),
        ("-f xlsx", "needs a file"),
        ("--output=", "--output is empty."),
        ("--targets=", "--targets is empty."),
    ],
)
def test_a_wrong_value_is_2_in_one_message(check: Run, options: str, word: str) -> None:
    result = check(submit("gaps.csv", *GAPS), *options.split())
    assert (result.code, result.out) == (2, "")
    assert word in result.err
    assert "Traceback" not in result.err


def test_a_broken_plan_is_2_with_every_fault(check: Run) -> None:
    Path("targets.yaml").write_text(PLAN.replace("numerator: online\n", "numerator: onlin\n").replace("goal:", "gaol:"), encoding="utf-8")
    result = check(submit("gaps.csv", *GAPS))
    assert (result.code, result.out) == (2, "")
    assert result.err.count("targets.yaml:") >= 3
    assert "Did you mean “goal”?" in result.err


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TARGETS", "other.yaml", "Kế hoạch khác"),
        ("UNITS", "other.csv", "LĐLĐ huyện Khác"),
        ("PERIOD", "2025-05", '"label": "2025-05"'),
        ("LANG", "vi", '"language": "vi"'),
        ("FORMAT", "json;csv:out.csv", '"schema"'),
    ],
)
def test_an_option_in_the_environment(check: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str) -> None:
    Path("other.yaml").write_text(PLAN.replace("Kế hoạch thử, en: A test plan", "Kế hoạch khác, en: Kế hoạch khác"), encoding="utf-8")
    Path("other.csv").write_text(UNITS.replace("huyện B", "huyện Khác"), encoding="utf-8")
    monkeypatch.setenv("UNION_AUDIT_FORMAT", "json")
    monkeypatch.setenv(f"UNION_AUDIT_{name}", value)
    files = submit("5.csv", *GAPS, month="Tháng 5 năm 2025"), submit("6.csv", *ALL_MET)
    assert expected in check(*files, "--expect", "all").out


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("FAIL_ON", "none", 0),
        ("ONLY", "work_files;online_meetings", 1),
        ("SKIP", "work_files; online_meetings", 3),
        ("UNIT", "T", 0),
        ("LEVEL", "province", 0),
        ("EXPECT", "nonsense", 2),
        ("AS_OF", "nonsense", 2),
        ("TOP", "nonsense", 2),
        ("WAIVERS", "nonsense", 2),
        ("COMPARE", "nonsense", 2),
        ("EVIDENCE", "nonsense", 2),
        ("OUTPUT", "units.csv", 4),
        ("UNIT_OF", "nonsense", 2),
        ("LEVEL_OF", "nonsense", 2),
        ("QUIET", "nonsense", 2),
        ("VERBOSE", "nonsense", 2),
        ("NO_COLOR", "nonsense", 2),
    ],
)
@pytest.mark.usefixtures("small_plan")
def test_every_other_option_is_read_from_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: int
) -> None:
    monkeypatch.setenv(f"UNION_AUDIT_{name}", value)
    assert run("check", submit("gaps.csv", *GAPS)).code == code


def test_defaults_of_the_plan_come_last(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("targets.yaml").write_text(PLAN + "defaults: {fail_on: none, format: [json]}\n", encoding="utf-8")
    file = submit("gaps.csv", *GAPS)
    assert check(file).code == 0
    assert result_of(check(file))
    monkeypatch.setenv("UNION_AUDIT_FAIL_ON", "gap")
    assert check(file).code == 1
    assert check(file, "--fail-on", "none").code == 0


def test_the_headline_needs_nothing_but_a_submission(run: Run) -> None:
    example = resources.shipped("targets.yaml").parent / "examples" / "data.xlsx"
    result = run("check", example)
    assert result.code == 1
    assert "No roster: missing units not checked" in result.out
