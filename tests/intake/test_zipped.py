"""A zip of submissions is a folder, whatever its names say, and never unfolds beyond its limits."""

import struct
from pathlib import Path

import pytest

from submitting import HEAD, PLAN, ROSTER, codes, figures
from union_audit.intake import take_in
from union_audit.intake.facts import InputStatus, Submissions
from union_audit.sheets import limits
from workbooks import xlsx, zipped


def row(code: str) -> str:
    return f"Tháng 6 năm 2025\n{','.join(HEAD)}\n1,{code},,10,9,1,có\n"


def take(path: Path) -> Submissions:
    return take_in([path], PLAN, ROSTER)


def names(submissions: Submissions, status: InputStatus = InputStatus.READ) -> list[str]:
    return [each.file for each in submissions.inputs if each.status is status]


def test_a_zip_is_a_folder(tmp_path: Path) -> None:
    inner = zipped({"c.csv": row("BG03")})
    files: dict[str, str | bytes] = {"T6/b.csv": row("BG02"), "a.csv": row("BG01"), "sâu/thêm.zip": inner, "empty/": ""}
    files |= {"note.pdf": "x", "__MACOSX/._a.csv": "x"}
    (tmp_path / "all.zip").write_bytes(zipped(files))
    for path in (tmp_path / "all.zip", tmp_path):
        submissions = take(path)
        assert set(figures(submissions)) == {"BG01", "BG02", "BG03"}
        assert names(submissions) == ["all.zip/a.csv", "all.zip/sâu/thêm.zip/c.csv", "all.zip/T6/b.csv"]
        assert names(submissions, InputStatus.PASSED_OVER) == ["all.zip/__MACOSX/._a.csv", "all.zip/note.pdf"]
        assert codes(submissions) == ["UA003", "UA003"]


def test_what_was_read_can_be_read_once_more(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a.csv": row("BG01"), "inner.zip": zipped({"b.csv": row("BG02")})}))
    (tmp_path / "c.csv").write_text(row("BG03"), encoding="utf-8")
    inputs = take(tmp_path).inputs
    assert {each.file: each.content() for each in inputs if each.content} == {
        "all.zip/a.csv": row("BG01").encode(),
        "all.zip/inner.zip/b.csv": row("BG02").encode(),
        "c.csv": row("BG03").encode(),
    }


def test_the_names_of_a_zip_and_its_folders_tell_the_period(tmp_path: Path) -> None:
    (tmp_path / "2025-07.zip").write_bytes(zipped({"a.csv": row("BG01").partition("\n")[2]}))
    (tmp_path / "nam.zip").write_bytes(zipped({"2025-07/b.csv": row("BG02").partition("\n")[2]}))
    assert set(figures(take(tmp_path), "2025-07")) == {"BG01", "BG02"}


def test_a_copy_in_a_zip_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(row("BG01"), encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(zipped({"a.csv": row("BG01")}))
    assert codes(take(tmp_path)) == ["UA013"]


@pytest.mark.parametrize("name", ["../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv", "./../x.csv", "C:x.csv"])
def test_a_name_that_is_a_path_is_only_a_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(zipped({name: row("BG01")}))
    submissions = take(tmp_path / "in")
    (file,) = names(submissions)
    assert file in ("a.zip/x.csv", "a.zip/etc/x.csv")
    assert set(figures(submissions)) == {"BG01"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_two_entries_of_one_name_are_both_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"x.csv": row("BG01"), "../x.csv": row("BG02")}))
    submissions = take(tmp_path / "a.zip")
    assert [name.partition("/")[2] for name in names(submissions)] == ["a.zip/x.csv", "a.zip/x.csv (2)"]
    assert set(figures(submissions)) == {"BG01", "BG02"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_in_the_letters_that_were_meant(encoding: str, tmp_path: Path) -> None:
    meant = "Lạng Giang.csv".encode(encoding) if encoding == "utf-8" else "La\u0323ng Giang.csv".encode(encoding)
    plain = b"#" * len(meant)
    (tmp_path / "a.zip").write_bytes(zipped({plain.decode(): row("BG01")}).replace(plain, meant))
    assert names(take(tmp_path / "a.zip")) == ["a.zip/Lạng Giang.csv"]


def test_a_workbook_called_a_zip_is_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(xlsx({(0, 0): 1}))
    submissions = take(tmp_path)
    assert names(submissions) == ["a.zip"]
    assert codes(submissions) == ["UA011", "UA015"]


@pytest.mark.parametrize(
    ("data", "code"), [(b"PK\3\4 cut off", "UA007"), (b"", "UA007"), (zipped({}), "UA002"), (zipped({"a.doc": ""}), "UA002")]
)
def test_a_zip_without_submissions(data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    submissions = take(tmp_path)
    assert code in codes(submissions)
    assert names(submissions, InputStatus.REFUSED) == (["a.zip"] if code == "UA007" else [])


def test_a_bad_entry_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": row("BG01"), "b.csv": row("BG02"), "inner.zip": b"PK\3\4", "c.csv": row("BG03")}))
    locked = data.index(b"PK\1\2", data.index(b"PK\1\2") + 4)  # the directory's entry of b.csv
    data[locked + 8] |= 1  # encrypted
    broken = data.rindex(b"c.csv", 0, data.index(b"PK\1\2")) + 8
    data[broken] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    submissions = take(tmp_path)
    assert set(figures(submissions)) == {"BG01"}
    refused = {finding.source.file: finding.code for finding in submissions.findings if finding.source}
    assert refused == {"a.zip/b.csv": "UA008", "a.zip/c.csv": "UA007", "a.zip/inner.zip": "UA007"}


def test_what_would_unfold_too_far_is_not_unfolded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bytearray(zipped({"a.csv": row("BG01"), "bomb.csv": "1"}))
    at = bomb.rindex(b"PK\1\2")
    bomb[at + 24 : at + 28] = struct.pack("<I", 90 << 20)
    (tmp_path / "a.zip").write_bytes(bomb)
    assert {each.source.file for each in take(tmp_path).findings if each.source and each.code == "UA009"} == {"a.zip/bomb.csv"}
    monkeypatch.setattr(limits, "PART_BYTES", 1 << 20)
    monkeypatch.setattr("union_audit.intake.zipped._Left.__init__.__defaults__", (limits.ENTRIES, 1 << 20, limits.ENTRY_BYTES))
    submissions = take(tmp_path)
    assert names(submissions, InputStatus.REFUSED) == ["a.zip"]


def test_zips_in_zips_end(tmp_path: Path) -> None:
    data = zipped({"a.csv": row("BG01")})
    for _ in range(9):
        data = zipped({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    submissions = take(tmp_path)
    assert names(submissions, InputStatus.REFUSED) == ["a.zip/in.zip/in.zip/in.zip"]
    assert codes(submissions) == ["UA009"]


def test_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("union_audit.intake.zipped._Left.__init__.__defaults__", (2, limits.PART_BYTES, limits.ENTRY_BYTES))
    (tmp_path / "a.zip").write_bytes(zipped(dict.fromkeys("abc", "")))
    assert codes(take(tmp_path)) == ["UA009"]
