"""Each hostile file ends in its own finding, in seconds and without more than its share of memory, and the others are read."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hostile_files import CHECKED_TOGETHER, HOSTILE_FILES, make_all
from union_audit.sheets import Refused, limits, read_book, worker
from workbooks import ods, xls, xlsx

SECONDS = 5
MEGABYTES = 500
ROOT = Path(__file__).parents[2]
GOOD = ROOT / "examples" / "2023-06"


def checked(*paths: Path) -> tuple[int, dict[str, object], float, float]:
    """Run the real command; return its exit code, its result, its processor seconds and its largest memory in megabytes."""
    command = [sys.executable, "-m", "union_audit", "check", *map(str, paths), "-f", "json", "--lang", "en"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
    assert process.stdout
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, json.loads(output), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    make_all(folder)
    return folder


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, float]:
    """What a check of a tiny file takes: the seconds and the megabytes."""
    path = tmp_path_factory.mktemp("tiny") / "a.csv"
    path.write_text("a;b\n1;2\n")
    return checked(path)[2:]


@pytest.mark.parametrize("name", [name for name in HOSTILE_FILES if name not in CHECKED_TOGETHER])
def test_a_hostile_file_ends_in_its_finding_within_its_limits(hostile: Path, start: tuple[float, float], name: str) -> None:
    code, result, seconds, megabytes = checked(hostile / name)
    assert code == 3
    findings = result["findings"]
    assert isinstance(findings, list)
    assert HOSTILE_FILES[name][0] in [finding["code"] for finding in findings]
    assert seconds - start[0] < SECONDS
    assert megabytes - start[1] < MEGABYTES


def test_the_others_are_audited_all_the_same(hostile: Path) -> None:
    code, result, _, _ = checked(hostile, GOOD)
    assert code == 3
    findings = result["findings"]
    assert isinstance(findings, list)
    assert {code for code, _ in HOSTILE_FILES.values()} <= {finding["code"] for finding in findings}
    assert result["units"]


def test_a_folder_that_is_called_as_a_workbook_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").mkdir()
    code, result, _, _ = checked(tmp_path / "x.xlsx")
    assert code == 3
    assert "UA002" in str(result["findings"])


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n1;2\n")
    to_read = os.read

    def grown(opened: int, size: int) -> bytes:
        with path.open("ab") as stream:
            stream.write(b"3;4\n")
        return to_read(opened, size)

    monkeypatch.setattr(os, "read", grown)
    with pytest.raises(Refused) as caught:
        read_book(path)
    assert caught.value.finding.code == "UA004"


ENDINGS = {
    "hangs": ("import time; time.sleep(60)", "UA019"),
    "works for ever": ("while True: pass", "UA019"),
    "aborts": ("import os; os.abort()", "UA019"),
    "dies": ("import os; os._exit(9)", "UA007"),
    "answers nonsense": ("print('nonsense'); import sys; sys.stdout.flush()", "UA007"),
}


@pytest.mark.parametrize(("program", "code"), ENDINGS.values(), ids=ENDINGS)
def test_a_parser_that_does_not_answer_is_a_refusal_and_the_next_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, code: str
) -> None:
    (tmp_path / "script.py").write_text(program)
    (tmp_path / "a.ods").write_bytes(ods({(0, 0): 1}))
    worker.end()
    with monkeypatch.context() as another:
        another.setattr(worker, "_SCRIPT", tmp_path / "script.py")
        another.setattr(limits, "worker_seconds", lambda _: 1)
        begun = time.monotonic()
        with pytest.raises(Refused) as caught:
            read_book(tmp_path / "a.ods")
        assert time.monotonic() - begun < 2 * limits.WALL_SECONDS
    assert caught.value.finding.code == code
    assert read_book(tmp_path / "a.ods").sheets[0].rows == [[1]]


def test_memory_has_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xls").write_bytes(xls({(row, column): row for row in range(2000) for column in range(40)}))
    worker.end()
    with monkeypatch.context() as little:
        little.setattr(limits, "WORKER_BYTES", 12 << 20)
        with pytest.raises(Refused) as caught:
            read_book(tmp_path / "a.xls")
    worker.end()
    assert (caught.value.finding.code, caught.value.finding.args) == ("UA019", {"limit": "12 MB"})


def test_without_another_interpreter_files_are_parsed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.ods").write_bytes(ods({(0, 0): 1}))
    worker.end()
    monkeypatch.setattr(sys, "executable", "")
    assert read_book(tmp_path / "a.ods").sheets[0].rows == [[1]]
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert read_book(tmp_path / "a.ods").sheets[0].rows == [[1]]


def test_a_plain_small_workbook_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx({(0, 0): 1}))
    worker.end()
    monkeypatch.setattr(subprocess, "Popen", None)
    assert read_book(tmp_path / "a.xlsx").sheets[0].rows == [[1]]
