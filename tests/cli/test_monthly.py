"""The monthly run as cron types it: what it prints, where it writes, what it ends with."""

import json
from pathlib import Path

import pytest

from running import Run
from small_plan import SMALL

UNITS = "code,name,level\nD1,Cơ quan Một,office\nD2,Cơ quan Hai,office\n"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "targets.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    submission = tmp_path / "inbox" / "2025-06" / "nop.csv"
    submission.parent.mkdir(parents=True)
    submission.write_text("Mã đơn vị;Máy tính;Máy được bảo vệ;Máy mật\nD1;5;4;0\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


MONTHLY = ("monthly", "inbox", "-o", "reports", "--as-of", "2025-07-03", "--lang", "en")


def test_it_says_in_two_lines_what_there_is(run: Run, office: Path) -> None:
    result = run(*MONTHLY)
    assert result.code == 1, result
    first, second = result.out.splitlines()
    assert "June 2025" in first
    assert second == "Edition 1: reports/2025-06"
    assert (office / "reports" / "2025-06" / "union-audit-2025-06.html").is_file()
    assert run(*MONTHLY).out.splitlines()[1].startswith("Nothing has changed since edition 1 of ")


def test_when_it_is_quiet_it_speaks_once_if_somebody_is_needed(run: Run) -> None:
    first, again = run(*MONTHLY, "-q"), run(*MONTHLY, "-q")
    assert len(first.out.splitlines()) == 1
    assert (again.out, again.err, again.code) == ("", "", first.code)


def test_when_it_is_quiet_and_nobody_is_needed_it_says_nothing(run: Run) -> None:
    result = run(*MONTHLY, "-q", "--fail-on", "none")
    assert (result.out, result.err, result.code) == ("", "", 0)


@pytest.mark.parametrize("reports", ["inbox/reports", "."])
def test_reports_and_inbox_do_not_lie_in_one_another(run: Run, office: Path, reports: str) -> None:
    result = run("monthly", "inbox", "-o", reports)
    assert result.code == 2
    assert not list(office.rglob("history.sqlite"))


def test_the_folder_of_the_reports_is_asked_for(run: Run) -> None:
    result = run("monthly", "inbox", "--lang", "en")
    assert (result.code, "--output" in result.err) == (2, True)


def test_an_inbox_that_is_not_there(run: Run) -> None:
    result = run("monthly", "nowhere", "-o", "reports", "--lang", "en")
    assert (result.code, "The inbox cannot be read" in result.err) == (2, True)


def test_reports_that_cannot_be_written(run: Run, office: Path) -> None:
    (office / "reports").write_text("a file", encoding="utf-8")
    result = run(*MONTHLY)
    assert result.code == 4
    assert "Traceback" not in result.err


def test_a_refused_file_is_3_also_the_second_time(run: Run, office: Path) -> None:
    (office / "inbox" / "2025-06" / "hong.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert [run(*MONTHLY).code for _ in range(2)] == [3, 3]


def test_each_step_is_a_line_of_json(run: Run, office: Path) -> None:
    run(*MONTHLY)
    lines = (office / "reports" / "monthly.log").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["step"] for line in lines] == ["begin", "read", "written", "recorded", "done"]


def test_a_check_compares_with_a_period_of_the_history(run: Run, office: Path) -> None:
    run(*MONTHLY)
    submission = office / "july.csv"
    submission.write_text("Mã đơn vị;Máy tính;Máy được bảo vệ;Máy mật\nD1;5;5;0\n", encoding="utf-8")
    asked = ("check", "july.csv", "--period", "2025-07", "--lang", "en", "-f", "json")
    result = json.loads(run(*asked, "--compare", "2025-06", "--history", "reports/history.sqlite").out)
    assert result["compared_with"] == "2025-06"
    (protection,) = [each for each in result["assessments"] if each["target"] == "protection" and each["unit"] == "D1"]
    assert protection["previous"] == {"status": "gap", "value": 0.8, "period": "2025-06"}


@pytest.mark.parametrize(("period", "said"), [("2025-04", "It has: 2025-06."), ("2025-Q1", "It has: 2025-06.")])
def test_a_period_that_the_history_does_not_have(run: Run, period: str, said: str) -> None:
    run(*MONTHLY)
    result = run("check", "inbox", "--compare", period, "--history", "reports/history.sqlite", "--lang", "en")
    assert (result.code, said in result.err) == (2, True)


def test_a_history_that_is_not_there(run: Run) -> None:
    result = run("check", "inbox", "--compare", "2025-06", "--history", "nowhere.sqlite", "--lang", "en")
    assert (result.code, "There is no history yet" in result.err) == (2, True)


def test_readers_outside_get_reports_of_their_own(run: Run, office: Path) -> None:
    run(*MONTHLY, "--redact")
    edition = office / "reports" / "2025-06"
    outside = sorted(path.name for path in (edition / "outside").iterdir())
    assert outside == ["union-audit-2025-06.html", "union-audit-2025-06.json", "union-audit-2025-06.xlsx"]
    assert "Cơ quan Một" in (edition / outside[1]).read_text(encoding="utf-8")
    assert not [name for name in outside[:2] if "Cơ quan Một" in (edition / "outside" / name).read_text(encoding="utf-8")]


@pytest.mark.parametrize("locale", ["en_US.UTF-8", "vi_VN.UTF-8", "C", ""])
def test_the_edition_is_in_the_language_of_the_plan_whoever_runs_it(run: Run, monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert "tháng 6 năm 2025" in run(*MONTHLY[:-2]).out
