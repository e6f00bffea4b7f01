"""`inspect` shows how files were read, in words and as JSON, and the raw cells of any file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from corpus.containers import CONTAINERS
from corpus.pages import Page
from running import Run
from union_audit.cli.readings_json import by_file
from union_audit.findings import Finding, Source
from union_audit.intake.facts import Input, InputStatus

EXAMPLES = Path(__file__).parents[2] / "examples"
MONTH = sorted(path for path in (EXAMPLES / "2023-06").iterdir() if path.is_file())
SUBMISSION = """\
Tháng 6 năm 2025
STT,Tên đơn vị,Tổng số máy tính kết nối mạng,Ghi chú
1,LĐLĐ huyện Yên Thế,12,
2,LĐLĐ huyện Tân Yên,nhiều,
,Tổng cộng,12,
"""


def read(run: Run, *arguments: object) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(run("inspect", *arguments, "-f", "json").out)
    return parsed


@pytest.fixture
def submission() -> Path:
    path = Path("a.csv")
    path.write_text(SUBMISSION, encoding="utf-8")
    return path


def test_the_words(run: Run, submission: Path) -> None:
    result = run("inspect", submission)
    assert (result.code, result.err) == (0, "")
    lines = [line.strip() for line in result.out.splitlines()]
    assert lines[0] == "a.csv · read"
    assert "a row for each unit" in lines
    assert "Header rows  2" in lines
    assert any(line.startswith("Period       2025-06") for line in lines)
    assert "C  Tổng số máy tính kết nối mạng → computers_networked (by its label; digits" in lines
    assert any(line.startswith("D  Ghi chú → not used") for line in lines)
    assert any(line.startswith("5  ") and "Tổng cộng" in line for line in lines)
    assert any(line.startswith("Error UA201 C4:") for line in lines)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_words_fit_80_columns(run: Run, language: str) -> None:
    result = run("inspect", *MONTH, "--units", EXAMPLES / "units.csv", "--lang", language)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= 80


def test_the_json(run: Run, submission: Path) -> None:
    content = read(run, submission)
    assert content["schema"] == "union-audit/inspect/1"
    (file,) = content["files"]
    assert (file["file"], file["status"], file["kind"]) == ("a.csv", "read", "text")
    (table,) = file["tables"]
    assert (table["layout"], table["header_rows"], table["period"]) == ("wide", [2], "2025-06")
    assert {heading["place"]: heading["field"] or heading["role"] for heading in table["headings"]} == {
        "A": "ordinal",
        "B": "name",
        "C": "computers_networked",
        "D": "ignored",
    }
    assert [(row["place"], row["text"]) for row in table["left_out"]] == [("5", "Tổng cộng")]
    assert len(table["units"]) == 2
    assert [finding["cell"] for finding in file["findings"] if finding["code"] == "UA201"] == ["C4"]
    assert content["findings"] == []


def test_every_layout_of_the_examples(run: Run) -> None:
    content = read(run, *MONTH, "--units", EXAMPLES / "units.csv")
    layouts = {table["layout"] for file in content["files"] for table in file["tables"]}
    assert layouts == {"wide", "form", "transposed"}
    places = {table["layout"]: table["headings"][0]["place"] for file in content["files"] for table in file["tables"]}
    assert places["wide"].isalpha()
    assert places["form"].isdigit()
    assert places["transposed"].isdigit()


def test_a_file_that_is_refused_or_missing_is_3(run: Run) -> None:
    Path("broken.xlsx").write_bytes(b"PK\x03\x04 but no more")
    assert run("inspect", "broken.xlsx").code == 3
    result = run("inspect", "missing.xlsx")
    assert result.code == 3
    assert "UA001" in result.out
    content = read(run, "missing.xlsx", "broken.xlsx")
    everywhere = [*content["findings"], *(each for file in content["files"] for each in file["findings"])]
    assert "UA001" in {finding["code"] for finding in everywhere}


def test_raw_cells(run: Run, submission: Path) -> None:
    result = run("inspect", "--cells", "-f", "json", submission)
    assert result.code == 0
    content = json.loads(result.out)
    assert content["warnings"] == []
    (rows,) = content["sheets"].values()
    assert rows[0][0] == "Tháng 6 năm 2025"
    assert rows[1][1] == "Tên đơn vị"


def test_raw_cells_of_a_ragged_file_are_a_warning(run: Run) -> None:
    Path("ragged.csv").write_text("a,b,c\n1,2,3\n4,5\n6,7,8\n", encoding="utf-8")
    result = run("inspect", "--cells", "-f", "json", "ragged.csv")
    assert result.code == 1
    said = {"code": "UA014", "message": "Cells in the row: 2; in most rows: 3.", "sheet": "", "cell": "A3"}
    assert json.loads(result.out)["warnings"] == [said]


def test_raw_cells_without_a_value_are_a_warning(run: Run) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([1, "=A1+1", True, date(2025, 6, 1), " 1.234 "])
    book.save("a.xlsx")
    result = run("inspect", "--cells", "-f", "json", "a.xlsx")
    content = json.loads(result.out)
    assert (result.code, content["sheets"]) == (1, {"Sheet": [[1, "=A1+1", True, "2025-06-01", " 1.234 "]]})
    assert [(each["code"], each["sheet"], each["cell"]) for each in content["warnings"]] == [("UA203", "Sheet", "B1")]


def test_what_is_only_worth_knowing_of_raw_cells_is_no_warning(run: Run) -> None:
    Path("a.xls").write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    result = run("inspect", "--cells", "-f", "json", "a.xls")
    content = json.loads(result.out)
    assert (result.code, content["warnings"], [note["code"] for note in content["notes"]]) == (0, [], ["UA011"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 but no more", b"\x00\x01\x02"])
def test_raw_cells_of_a_refused_file(run: Run, content: bytes) -> None:
    Path("a.xlsx").write_bytes(content)
    result = run("inspect", "--cells", "-f", "json", "a.xlsx")
    assert result.code == 3
    parsed = json.loads(result.out)
    assert parsed["sheets"] == {}
    assert parsed["warnings"][0]["code"].startswith("UA0")


def test_raw_cells_of_a_missing_file(run: Run) -> None:
    assert run("inspect", "--cells", "-f", "json", "missing.xlsx").code == 3


@pytest.mark.parametrize("line", ["--cells a.csv", "--cells -f json a.csv b.csv"])
def test_raw_cells_are_those_of_one_file_as_json(run: Run, line: str) -> None:
    result = run("inspect", *line.split())
    assert result.code == 2
    assert "--cells prints one file, as JSON." in result.err


def test_a_hostile_name_is_shown_harmless(run: Run) -> None:
    Path("a.csv").write_text("Tên đơn vị,Tổng số hồ sơ công việc\nLĐLĐ huyện \x1b[31mA,5\n", encoding="utf-8")
    assert "\x1b" not in run("inspect", "a.csv").out


def test_how_figures_are_written_is_said_of_each_column(run: Run, submission: Path) -> None:
    assert "computers_networked (by its label; digits as text, some that are not read)" in " ".join(run("inspect", submission).out.split())
    (table,) = read(run, submission)["files"][0]["tables"]
    assert [heading["styles"] for heading in table["headings"] if heading["field"]] == [["digits as text", "some that are not read"]]


def test_the_kind_is_told_by_the_content(run: Run) -> None:
    Path("a.xls").write_text("Tên đơn vị\tTổng số máy tính\nLĐLĐ huyện A\t5\n", encoding="utf-8")
    assert "text, by its content; encoding: utf-8; delimiter: tab" in run("inspect", "a.xls").out


def test_what_to_write_where_settles_an_open_question(run: Run) -> None:
    Path("Bieu 02.csv").write_text("Nội dung,Số liệu\nTổng số máy tính kết nối mạng,5\nTổng số hồ sơ công việc,7\n", encoding="utf-8")
    Path("units.csv").write_text("code,name,level\nBG01,LĐLĐ huyện A,district\n", encoding="utf-8")
    shown = " ".join(run("inspect", "Bieu 02.csv", "--units", "units.csv").out.split())
    assert 'Write: --unit-of "Bieu 02.csv=CODE"' in shown
    found = read(run, "Bieu 02.csv", "--units", "units.csv")["files"][0]["findings"]
    assert [each["settle"] for each in found if each["code"] == "UA114"] == ['Write: --unit-of "Bieu 02.csv=CODE"']


def test_every_figure_with_its_cell(run: Run, submission: Path) -> None:
    shown = run("inspect", "--figures", submission)
    assert shown.code == 0
    assert "computers_networked = not read · a.csv › C4 “nhiều”" in shown.out
    figures = json.loads(run("inspect", "--figures", "-f", "json", submission).out)["figures"]
    assert {each["cell"]: (each["value"], each["state"], each["text"]) for each in figures} == {
        "C3": (12, "figure", "12"),
        "C4": (None, "unreadable", "nhiều"),
    }
    assert {each["period"] for each in figures} == {"2025-06"}


def test_figures_are_answers_and_blanks_too(run: Run) -> None:
    label = "Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số"
    Path("a.csv").write_text(f'Tên đơn vị,Tổng số máy tính,"{label}"\nLĐLĐ huyện A,,có\n', encoding="utf-8")
    shown = run("inspect", "--figures", "a.csv").out
    assert "computers_networked = blank" in shown
    assert "directives_studied = yes" in shown


def test_a_form_says_which_column_its_figures_are_in(run: Run) -> None:
    lines = "Đơn vị:,LĐLĐ huyện A\nNội dung,ĐVT,Số liệu\nTổng số máy tính kết nối mạng,máy,5\nTổng số hồ sơ công việc,hồ sơ,7\n"
    Path("a.csv").write_text(lines, encoding="utf-8")
    shown = run("inspect", "a.csv").out
    assert "Figures in column  C" in shown
    assert "Period             not told" in shown
    (table,) = read(run, "a.csv")["files"][0]["tables"]
    assert (table["figures_in"], table["units_not_known"]) == (["C"], 0)


def test_units_that_are_not_known_are_counted(run: Run, submission: Path) -> None:
    Path("units.csv").write_text("code,name,level\nBG06,LĐLĐ huyện Yên Thế,district\n", encoding="utf-8")
    assert "Units not known  1" in run("inspect", submission, "--units", "units.csv").out
    (table,) = read(run, submission, "--units", "units.csv")["files"][0]["tables"]
    assert (table["units"], table["units_not_known"]) == (["BG06"], 1)


def test_a_finding_names_its_sheet(run: Run) -> None:
    book = CONTAINERS["xlsx"](
        {"Biểu": Page((("Tên đơn vị", "Tổng số hồ sơ công việc"), ("LĐLĐ huyện A", 5))), "Khác": Page((("a", 1),))}, "a"
    )
    Path("a.xlsx").write_bytes(book["a.xlsx"])
    assert "Note UA124 Khác: The sheet has no table of the plan." in run("inspect", "a.xlsx").out


def test_each_finding_stands_with_its_file_and_those_of_none_at_the_end(run: Run) -> None:
    for name, cell in (("a", "12a"), ("b", "~200"), ("c", "12")):
        Path(f"{name}.csv").write_text(f"Mã đơn vị,Tên đơn vị,Tổng số máy tính kết nối mạng\nBG01,LĐLĐ huyện Yên Dũng,{cell}\n", "utf-8")
    content = read(run, "a.csv", "b.csv", "c.csv", "missing.csv")
    unreadable = {each["file"]: [found["code"] for found in each["findings"] if found["code"] == "UA201"] for each in content["files"]}
    assert [unreadable[name] for name in ("a.csv", "b.csv", "c.csv")] == [["UA201"], ["UA201"], []]
    assert [each["file"] for each in content["files"]][-1] == "missing.csv"
    shown = run("inspect", "a.csv", "b.csv", "c.csv").out
    assert shown.index("a.csv") < shown.index("“12a”") < shown.index("b.csv") < shown.index("“~200”") < shown.index("c.csv")


def test_findings_are_put_to_their_files() -> None:
    inputs = [Input(name, "", InputStatus.READ) for name in ("a", "b")]
    findings = [Finding("UA015", {}, source) for source in (Source("b"), None, Source("a"), Source("c"), Source("b", "S"))]
    about = by_file(findings, inputs)
    assert {name: [findings.index(each) for each in found] for name, found in about.items()} == {"": [1, 3], "a": [2], "b": [0, 4]}
