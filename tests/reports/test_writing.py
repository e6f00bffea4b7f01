"""Reports on disk: whole or not at all; every format in one registry."""

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sample_audit import options, small_audit
from union_audit.errors import ReportError
from union_audit.reports import FORMATS, file_name, write
from union_audit.reports.atomic import replacing


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_to_a_path(name: str, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / file_name(name, small_audit())
    write(name, small_audit(), target, options())
    assert target.stat().st_size > 500
    assert target.name == f"union-audit-2025-06{FORMATS[name].suffix}"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_table_in_a_file_does_not_depend_on_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "199")
    write("table", small_audit(), tmp_path / "a.txt", options())
    assert max(len(line) for line in (tmp_path / "a.txt").read_text(encoding="utf-8").splitlines()) <= 100


def test_what_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), replacing(target, encoding="utf-8") as stream:
        stream.writelines(["half", "\ud800"])
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_that_the_disk_did_not_make_is_not_blamed_on_it(tmp_path: Path) -> None:
    with pytest.raises(io.UnsupportedOperation), replacing(tmp_path / "a", encoding="utf-8"):
        raise io.UnsupportedOperation
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_a_disk_takes_is_no_trouble(tmp_path: Path) -> None:
    target = tmp_path / ("ệ" * 80 + ".json")
    write("json", small_audit(), target, options())
    assert target.exists()


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    with replacing(tmp_path / "t", encoding="utf-8") as stream:
        stream.write("một\r\nhai\n")
    with replacing(tmp_path / "b", encoding=None) as stream:
        stream.write(b"\x00\n")
    assert (tmp_path / "t").read_bytes() == "một\r\nhai\n".encode()
    assert (tmp_path / "b").read_bytes() == b"\x00\n"


def test_a_report_has_the_mode_of_what_it_replaces_or_of_a_new_file(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    kept.touch(mode=0o600)
    for path in (kept, fresh):
        with replacing(path, encoding="utf-8") as stream:
            stream.write("x")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o666 & ~mask


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    with replacing(tmp_path / "link", encoding="utf-8") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("place", ["file/below.txt", "folder"])
def test_a_place_that_cannot_be_written_is_a_report_error(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReportError) as raised, replacing(tmp_path / place, encoding="utf-8") as stream:
        stream.write("x")
    assert raised.value.exit_code == 4
    assert raised.value.problems[0].file == str(tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_device_is_written_to_and_its_refusal_is_told() -> None:
    with replacing(Path("/dev/null"), encoding="utf-8") as stream:
        stream.write("x")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(ReportError, match="No space left"), replacing(Path("/dev/full"), encoding="utf-8") as stream:
        stream.write("x")


@pytest.mark.skipif(os.name == "nt", reason="this system sets no limit to what a process writes")
@pytest.mark.parametrize("kilobytes", [1, 20, 80])
@pytest.mark.parametrize("name", FORMATS)
def test_a_disk_that_fills_up_is_told_by_its_own_error_and_nothing_else(name: str, kilobytes: int, tmp_path: Path) -> None:
    """Whatever the library that was writing makes of the error, and whenever Python tidies up what it left open."""
    program = (
        "import gc, resource, sys; sys.path.insert(0, 'tests')\n"
        "from pathlib import Path\n"
        "from sample_audit import *\n"
        "from union_audit.errors import ReportError\n"
        "from union_audit.reports import write\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes << 10}, {kilobytes << 10}))\n"
        f"try: write({name!r}, small_audit(), Path({str(tmp_path)!r}, 'report'), options())\n"
        "except ReportError as error: print(error.problems[0].args['detail'])\n"
        "gc.collect()\n"
    )
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    size = (tmp_path / "report").stat().st_size if (tmp_path / "report").exists() else 0
    assert (done.stdout, done.stderr, size > 0) in [("File too large\n", "", False), ("", "", True)]
    assert kilobytes > 1 or not size
    assert len(list(tmp_path.iterdir())) == (size > 0)


def test_the_terminal_needs_no_heavy_library() -> None:
    program = (
        "import io, sys; sys.path.insert(0, 'tests')\n"
        "from sample_audit import *\n"
        "from union_audit.reports import write\n"
        "for name in ('table', 'json'): write(name, small_audit(), io.StringIO(), options())\n"
        "print([name for name in ('pandas', 'openpyxl', 'jinja2', 'xlsxwriter') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout == "[]\n"
