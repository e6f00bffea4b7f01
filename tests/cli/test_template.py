"""`union-audit template`: blank workbooks where they are wanted, and never over what is filled in already."""

from pathlib import Path

import pytest

from running import Run
from small_plan import SMALL
from union_audit.cli.progress import Progress

UNITS = "code,name,level,parent\nVP,Văn phòng,office,\nC1,Chi nhánh Một,branch,VP\nC2,Chi nhánh Hai,branch,VP\n"


@pytest.fixture
def plan(clean_machine: Path) -> Path:
    """A plan in the working folder, with a roster beside it."""
    (clean_machine / "targets.yaml").write_text(SMALL, encoding="utf-8")
    (clean_machine / "units.csv").write_text(UNITS, encoding="utf-8")
    return clean_machine


def made(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.xlsx")}


def test_who_has_to_submit_gets_a_workbook_for_the_month_that_runs(run: Run, plan: Path) -> None:
    result = run("template", "--as-of", "2025-06-20")
    assert (result.code, result.out, result.err) == (0, f"1 workbook written: {Path('forms/2025-06')}\n", "")
    assert made(plan) == {"forms/2025-06/VP.xlsx"}


def test_others_are_asked_for_by_name_level_or_table(run: Run, plan: Path) -> None:
    line = ("template", "-o", "out", "-q")
    assert run(*line, "--period", "2025-Q2", "--unit", "C1").out == ""
    assert run(*line, "--period", "2025-07", "--level", "branch").code == 0
    assert run(*line, "--period", "2025-08", "--per", "parent").code == 0
    assert run(*line, "--period", "2025-09", "--per", "level").code == 0
    assert made(plan / "out") == {
        "2025-Q2/C1.xlsx",
        *(f"2025-07/{name}.xlsx" for name in ("C1", "C2")),
        *(f"2025-08/{name}.xlsx" for name in ("top", "VP")),
        *(f"2025-09/{name}.xlsx" for name in ("office", "branch")),
    }


def test_what_is_there_is_left_as_it_is(run: Run, plan: Path) -> None:
    kept = plan / "forms" / "2025-06" / "VP.xlsx"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"filled in")
    result = run("template", "--period", "2025-06", "--level", "office", "--level", "branch")
    assert (result.code, kept.read_bytes()) == (0, b"filled in")
    assert result.out == f"2 workbooks written: {Path('forms/2025-06')}\n"
    assert result.err == "1 workbook that was there is left as it was.\n"


def test_who_waits_sees_which_workbook_is_written(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(Progress, "__call__", lambda _, *told_: told.append(told_))
    assert run("template", "--period", "2025-06", "--level", "branch").code == 0
    assert told == [(str(Path(f"forms/2025-06/C{number}.xlsx")), number, 2) for number in (1, 2)]
    assert made(plan) == {"forms/2025-06/C1.xlsx", "forms/2025-06/C2.xlsx"}


def test_without_a_roster_there_is_one_for_each_level(run: Run, plan: Path) -> None:
    (plan / "units.csv").unlink()
    result = run("template", "--period", "2025-06")
    assert (result.code, made(plan)) == (0, {"forms/2025-06/office.xlsx", "forms/2025-06/branch.xlsx"})
    assert "No roster: a form for each level" in result.err


@pytest.mark.parametrize("asked", [("--per", "parent"), ("--unit", "C1")])
def test_what_needs_a_roster_says_so(run: Run, plan: Path, asked: tuple[str, str]) -> None:
    (plan / "units.csv").unlink()
    result = run("template", *asked)
    assert (result.code, made(plan)) == (2, set())
    assert "There is no list of units to make this from." in result.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--per", "office"), "--per cannot be “office”"),
        (("--unit", "C9"), "there is no unit “C9”"),
        (("--level", "branches"), "this plan has no level “branches”"),
        (("--period", "2025-13"), "“2025-13” is no period"),
        (("--as-of", "yesterday"), "“yesterday” is no date"),
    ],
)
def test_what_is_not_understood_makes_nothing(run: Run, plan: Path, asked: tuple[str, str], said: str) -> None:
    result = run("template", *asked)
    assert (result.code, made(plan)) == (2, set())
    assert said in result.err


def test_where_nobody_is_asked_it_says_so(run: Run, plan: Path) -> None:
    (plan / "units.csv").write_text("code,name,level,submits\nC1,Chi nhánh Một,branch,never\n", encoding="utf-8")
    result = run("template", "--period", "2025-06")
    assert (result.code, "No unit has to report for 2025-06." in result.err) == (2, True)


def test_a_folder_that_cannot_be_written_is_exit_code_4(run: Run, plan: Path) -> None:
    (plan / "forms").write_text("a file", encoding="utf-8")
    assert run("template", "--period", "2025-06").code == 4


def test_what_it_writes_is_what_check_reads(run: Run, plan: Path) -> None:
    run("template", "--period", "2025-06", "-o", "out", "--lang", "vi")
    result = run("check", "out/2025-06", "-f", "json", "--fail-on", "none")
    assert (result.code, '"status": "read"' in result.out, '"UA126"' in result.out) == (3, True, True)  # a blank form is none handed in
    assert plan.is_dir()
