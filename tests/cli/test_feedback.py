"""`check --feedback DIR`: where it may be written, what is said, and what it costs nobody who does not ask for it."""

import csv
from pathlib import Path

import pytest

from feeding_back import form, workbook
from running import Run
from union_audit.cli.exit_codes import ExitCode

PLAN = """
code: T
title: {vi: Kế hoạch, en: Plan}
organisation: {vi: LĐLĐ tỉnh, en: Federation}
levels: {district: {label: {vi: Huyện, en: District}, submits: monthly}}
fields:
  computers: {label: {vi: Tổng số máy tính, en: Computers}, over_periods: last, covers: own}
  safe: {label: {vi: Số máy tính được bảo vệ bằng phần mềm, en: Safe computers}, over_periods: last, covers: own}
targets:
  safe:
    number: 1
    label: {vi: An toàn, en: Safety}
    goal: ">= 100%"
    numerator: safe
    denominator: computers
    levels: [district]
    source: {vi: Câu, en: Sentence}
"""
UNITS = "code,name,level\nBG01,LĐLĐ huyện Yên Dũng,district\nBG02,LĐLĐ huyện Lạng Giang,district\n"


@pytest.fixture(autouse=True)
def province(clean_machine: Path) -> Path:
    (clean_machine / "targets.yaml").write_text(PLAN, encoding="utf-8")
    (clean_machine / "units.csv").write_text(UNITS, encoding="utf-8")
    inbox = clean_machine / "inbox"
    inbox.mkdir()
    (inbox / "BG01.xlsx").write_bytes(workbook(S=form("BG01", ("chừng 12", 9, None, None))))
    (inbox / "BG02.xlsx").write_bytes(workbook(S=form("BG02", (9, 9, None, None))))
    return clean_machine


def test_each_unit_gets_a_folder(run: Run, province: Path) -> None:
    done = run("check", "inbox", "--feedback", "out", "--fail-on", "none")
    assert done.code == ExitCode.DONE
    assert "Feedback for 2 units written: out" in done.err
    assert sorted(path.relative_to(province / "out").as_posix() for path in (province / "out").rglob("*.*")) == [
        "BG01/BG01-marked.xlsx",
        "BG01/feedback.html",
        "BG01/mail.txt",
        "BG02/feedback.html",
        "BG02/mail.txt",
        "index.csv",
    ]
    again = run("check", "inbox", "--feedback", "out", "--unit", "BG02", "--fail-on", "none")
    assert "3 files of an earlier run were taken away there." in again.err
    assert run("check", "inbox", "--feedback", "out", "--quiet", "--fail-on", "none").err == ""


def test_the_folder_may_be_named_in_the_environment(run: Run, province: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNION_AUDIT_FEEDBACK", "elsewhere")
    run("check", "inbox")
    assert (province / "elsewhere" / "index.csv").is_file()


@pytest.mark.parametrize("folder", ["inbox", "inbox/out", ".", ".."])
def test_it_is_never_written_among_what_is_read(folder: str, run: Run, province: Path) -> None:
    before = sorted(province.rglob("*"))
    assert run("check", "inbox", "--feedback", folder).code == ExitCode.USAGE
    assert sorted(province.rglob("*")) == before


@pytest.mark.parametrize("report", ["csv:out/index.csv", "json:out/BG01/x.json"])
def test_no_report_is_written_into_it(report: str, run: Run, province: Path) -> None:
    done = run("check", "inbox", "--feedback", "out", "-f", report)
    assert done.code == ExitCode.USAGE
    assert "lies in this folder" in done.err
    assert not (province / "out").exists()


def test_it_may_lie_in_the_folder_of_the_reports(run: Run, province: Path) -> None:
    assert run("check", "inbox", "-o", "out", "--feedback", "out/units", "--fail-on", "none").code == ExitCode.DONE
    assert (province / "out" / "units" / "index.csv").is_file()


def test_what_cannot_be_written_is_said(run: Run, province: Path) -> None:
    (province / "out").write_text("no folder")
    done = run("check", "inbox", "--feedback", "out", "--fail-on", "none")
    assert done.code == ExitCode.OUTPUT
    assert "cannot be written" in done.err


def test_a_report_for_outside_changes_nothing_for_the_units(run: Run, province: Path) -> None:
    run("check", "inbox", "--redact", "-f", "json:r.json", "--feedback", "out")
    assert "Yên Dũng" not in (province / "r.json").read_text(encoding="utf-8")
    with (province / "out" / "index.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["name"] for row in csv.DictReader(stream)] == ["LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang"]
    assert "chừng 12" in (province / "out" / "BG01" / "mail.txt").read_text(encoding="utf-8")
