"""The folder of all units: the list of what was written, what a later run leaves, and what is said when it cannot be written."""

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import facts, plan, roster, submissions, target, unit
from feeding_back import GOOD, audited, feed_back, form, options, wide, workbook, write_to
from hostile import HOSTILE
from submitting import ROSTER
from union_audit.audit import Scope, audit
from union_audit.errors import ReportError
from union_audit.reports.feedback import Written, write_feedback
from union_audit.sheets import Cell

BAD: tuple[Cell, ...] = ("chừng 12", 9, 1, None)


def listed(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_list_says_what_there_is_for_whom(tmp_path: Path) -> None:
    rows: dict[str, tuple[Cell, ...]] = {"BG01": GOOD, "BG02": BAD}
    units = roster(unit("BG01", name="LĐLĐ huyện Yên Dũng", email="a@b.example"), unit("BG02", name="LĐLĐ huyện Lạng Giang"), "BG03")
    folder = feed_back(tmp_path, {"a.xlsx": workbook(S=wide(rows))}, units=units)
    first, second, third = listed(folder)
    assert len({row.pop("digest") for row in (first, second, third)}) == 3
    assert first == {
        "code": "BG01",
        "name": "LĐLĐ huyện Yên Dũng",
        "email": "a@b.example",
        "folder": "BG01",
        "mail": "mail.txt",
        "files": "feedback.html",
        "reported": "1",
        "gaps": "0",
        "faults": "0",
    }
    assert (second["files"], second["email"], second["gaps"], second["faults"]) == ("feedback.html;excerpt.xlsx", "", "0", "2")
    assert (third["reported"], third["files"]) == ("0", "feedback.html")
    named = {f"{row['folder']}/{name}" for row in (first, second, third) for name in (row["mail"], *row["files"].split(";"))}
    assert files(folder) == named | {"index.csv"}


def test_only_the_units_shown_that_report_or_had_to(tmp_path: Path) -> None:
    of = audited(tmp_path, {"CS01.xlsx": workbook(S=form("CS01"))})
    write_to(tmp_path / "all", of)
    assert [row["code"] for row in listed(tmp_path / "all")] == ["BG", "BG01", "BG02", "BG03", "CS01"]
    shown = audited(tmp_path, {}, units=ROSTER, levels=("grassroots",))
    write_to(tmp_path / "some", shown)
    assert [row["code"] for row in listed(tmp_path / "some")] == ["CS01"]


def test_hostile_codes_and_names(tmp_path: Path) -> None:
    units = roster(*(unit(text, name=text) for text in HOSTILE), unit("../../x", name="=x", email="=a@b.c"))
    asked = plan(target("t", ">= 100%", ("a", "b")))
    of = audit(asked, submissions(facts(asked, units, {each.code: {"a": 1, "b": 2} for each in units.units})), Scope(date(2025, 7, 5)))
    write_to(tmp_path / "out", of)
    rows = listed(tmp_path / "out")
    assert len(rows) == len(units.units)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert {path.parent.parent for path in (tmp_path / "out").rglob("mail.txt")} == {tmp_path / "out"}
    for row in rows:
        assert not {value[:1] for value in row.values()} & set("=+-@\t＝")  # noqa: RUF001
        assert row["mail"] == "mail.txt"
        assert (tmp_path / "out" / row["folder"] / "mail.txt").is_file()


def test_a_later_run_replaces_what_an_earlier_one_wrote_and_nothing_else(tmp_path: Path) -> None:
    folder = feed_back(tmp_path / "1", {"a.xlsx": workbook(S=wide({"BG01": BAD, "BG02": BAD}))})
    (folder / "BG02" / "own note.txt").write_text("x")
    (folder / "other").mkdir()
    (folder / "other" / "mail.txt").write_text("x")
    before = files(folder)
    units = roster(*(each for each in ROSTER.units if each.code in ("BG01", "BG")))
    written = write_to(folder, audited(tmp_path / "2", {"a.xlsx": workbook(S=form("BG01"))}, units=units))
    assert before - files(folder) == {f"{place}/{name}" for place in ("BG02", "BG03") for name in ("mail.txt", "feedback.html")} | {
        "BG01/excerpt.xlsx",
        "BG02/excerpt.xlsx",
    }
    assert written == Written(units=2, workbooks=0, removed=6)
    assert not (folder / "BG03").exists()
    assert (folder / "BG02" / "own note.txt").exists()
    assert (folder / "other" / "mail.txt").exists()


@pytest.mark.parametrize("place", ["..", ".", "../keep", "/", "linked", "a\0b"])
def test_a_list_that_leads_elsewhere_is_not_followed(place: str, tmp_path: Path) -> None:
    folder, keep = tmp_path / "out", tmp_path / "keep"
    folder.mkdir()
    keep.mkdir()
    for where in (tmp_path, keep, folder):
        (where / "file.txt").write_text("x")
    (folder / "linked").symlink_to(keep)
    (folder / "index.csv").write_text(f"code,folder,mail,files\nx,{place},file.txt,../keep/file.txt;..\n")
    write_to(folder, audited(tmp_path / "1", {"a.xlsx": workbook(S=form("BG01"))}))
    assert (tmp_path / "file.txt").exists()
    assert (keep / "file.txt").exists()
    assert (folder / "file.txt").exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"a,b\n1,2\n", b'code,folder\n"x'])
def test_a_list_that_is_none_is_replaced(content: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "index.csv").write_bytes(content)
    assert write_to(folder, audited(tmp_path, {"a.xlsx": workbook(S=form("BG01"))})).removed == 0
    assert listed(folder)[0]["code"] == "BG"


def test_a_run_that_fails_leaves_no_list(tmp_path: Path) -> None:
    of = audited(tmp_path, {"a.xlsx": workbook(S=form("BG01"))})
    write_to(tmp_path / "out", of)
    shutil.rmtree(tmp_path / "out" / "BG02")
    (tmp_path / "out" / "BG02").write_text("no folder")
    with pytest.raises(ReportError):
        write_to(tmp_path / "out", of)
    assert not (tmp_path / "out" / "index.csv").exists()


def test_progress_is_told(tmp_path: Path) -> None:
    seen: list[tuple[Any, ...]] = []
    of = audited(tmp_path, {"a.xlsx": workbook(S=form("BG01"))})
    write_feedback(of, tmp_path / "out", options(), lambda *step: seen.append(step))
    assert seen[0] == ("LĐLĐ tỉnh Bắc Giang", 1, 4)
    assert seen[-1][1:] == (4, 4)


def test_the_same_audit_gives_the_same_words(tmp_path: Path) -> None:
    of = audited(tmp_path, {"a.xlsx": workbook(S=wide({"BG01": BAD}))})
    write_to(tmp_path / "1", of)
    write_to(tmp_path / "2", of)
    for path in (tmp_path / "1").rglob("*"):
        if path.suffix in (".html", ".txt", ".csv"):
            assert path.read_bytes() == (tmp_path / "2" / path.relative_to(tmp_path / "1")).read_bytes()
