"""Which files are looked at, in which order, under which names."""

import os
from pathlib import Path

import pytest

from union_audit.intake.facts import InputStatus
from union_audit.intake.files import FOREIGN, HIDDEN, SET_UP, find_files, natural


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_a_folder_is_searched_through_in_natural_order(tmp_path: Path) -> None:
    write(tmp_path, "b10.xlsx", "b2.XLSX", "A/z.csv", "A/sub/x.ods", "10/x.xls", "9/x.xls")
    found = find_files([tmp_path])
    assert [each.file for each in found.candidates] == ["b2.XLSX", "b10.xlsx", "9/x.xls", "10/x.xls", "A/z.csv", "A/sub/x.ods"]
    assert found.candidates[-1].folders == ("sub", "A", tmp_path.name)
    assert not found.findings


def test_what_is_passed_over_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a.xlsx", "~$a.xlsx", ".b.xlsx", ".git/c.xlsx", "scan.pdf", "README.txt", "units.csv", "targets.yaml", "plan.xlsx")
    found = find_files([tmp_path], [tmp_path / "plan.xlsx"])
    reasons = {finding.source.file: finding.args["reason"] for finding in found.findings if finding.source}
    assert [each.file for each in found.candidates] == ["a.xlsx"]
    assert reasons == {
        "~$a.xlsx": HIDDEN,
        ".b.xlsx": HIDDEN,
        ".git/c.xlsx": HIDDEN,
        "scan.pdf": FOREIGN,
        "README.txt": FOREIGN,
        "units.csv": SET_UP,
        "targets.yaml": SET_UP,
        "plan.xlsx": SET_UP,
    }
    assert {each.status for each in found.passed_over} == {InputStatus.PASSED_OVER}


def test_a_file_that_is_named_is_always_looked_at(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.pdf")
    assert [each.file for each in find_files([tmp_path / ".hidden.pdf"]).candidates] == [".hidden.pdf"]


def test_missing_paths_and_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, "x/only.pdf")
    found = find_files([tmp_path / "none.xlsx", tmp_path / "x"])
    assert [finding.code for finding in found.findings] == ["UA001", "UA003", "UA002"]
    assert found.passed_over[0].status is InputStatus.REFUSED


def test_equal_names_are_made_distinct(tmp_path: Path) -> None:
    write(tmp_path, "a/x.csv", "b/x.csv", "c/a/x.csv")
    found = find_files([tmp_path / "a", tmp_path / "b/x.csv", tmp_path / "c" / "a"])
    assert [each.file for each in found.candidates] == ["a/x.csv", "b/x.csv", "a/x.csv (2)"]


def test_a_file_reached_twice_is_one(tmp_path: Path) -> None:
    write(tmp_path, "a/x.csv")
    assert len(find_files([tmp_path, tmp_path / "a", tmp_path / "a/x.csv"]).candidates) == 1


def test_loops_of_links_end(tmp_path: Path) -> None:
    write(tmp_path, "a/x.csv")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [each.file for each in find_files([tmp_path]).candidates] == ["a/x.csv"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_a_closed_folder_is_said(tmp_path: Path) -> None:
    write(tmp_path, "open.csv", "closed/x.csv")
    (tmp_path / "closed").chmod(0)
    found = find_files([tmp_path])
    (tmp_path / "closed").chmod(0o700)
    assert [(finding.code, finding.source and finding.source.file) for finding in found.findings] == [("UA004", "closed")]


def test_natural_order() -> None:
    assert sorted(["T10", "t2", "T1", "1", "a"], key=natural) == ["1", "a", "T1", "t2", "T10"]
