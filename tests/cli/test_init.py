"""`union-audit init`: the folder of a plan that can be worked in at once, and lines that schedulers read as they are meant."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree as ET

import pytest

from running import Run
from union_audit import resources
from union_audit.cli.scheduling import program
from union_audit.cli.starting import contents
from union_audit.errors import UsageError
from union_audit.mail.settings import SCHEMA, load_mail_settings
from union_audit.plan import load_plan
from union_audit.plan.roster_file import load_roster
from union_audit.plan.waivers_file import load_waivers

NAME = "Công đoàn 100% 'tỉnh' $HOME"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / NAME
    result = run("init", folder)
    assert (result.code, result.err) == (0, "")
    return folder


def command_of(crontab: Path) -> str:
    """Return the command of the one line as cron hands it to the shell: up to a bare %, an escaped one without its backslash."""
    (line,) = [line for line in crontab.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    *times, command = line.split(maxsplit=5)
    assert times == ["30", "6", "8-31", "*", "*"]
    return re.split(r"(?<!\\)%", command)[0].replace(r"\%", "%")


def as_cron_does(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as cron does: by sh, in the home folder, with next to no environment."""
    bare = {"HOME": "/", "LOGNAME": "nobody", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(["/bin/sh", "-c", command], env=bare, cwd="/", capture_output=True, encoding="utf-8", check=False)  # noqa: S603


def test_it_names_what_it_made(run: Run, tmp_path: Path) -> None:
    result = run("init", tmp_path / "office", "--lang", "en")
    assert result.out.startswith(f"Made in {tmp_path / 'office'}: units.csv, waivers.csv, mail.yaml, install/crontab, ")
    assert "targets.yaml\n" in result.out
    assert all((tmp_path / "office" / name).is_dir() for name in ("inbox", "reports"))


def test_without_a_name_it_is_the_working_folder(run: Run) -> None:
    assert (run("init", "-q").out, Path("targets.yaml").is_file()) == ("", True)


def test_the_plan_the_roster_and_the_waivers_hold(office: Path) -> None:
    plan = load_plan(office / "targets.yaml")
    roster = load_roster(office / "units.csv", plan)
    assert [unit.code for unit in roster.units] == ["VD", "VD01"]
    assert load_waivers(office / "waivers.csv", plan, roster) == ()


def test_the_plan_is_the_one_that_comes_with_the_program_but_for_its_waivers(office: Path) -> None:
    ours, shipped = load_plan(office / "targets.yaml"), load_plan(resources.shipped("targets.yaml"))
    assert dict(ours.defaults) == {"waivers": "waivers.csv"}
    assert (ours.targets, ours.fields, ours.levels) == (shipped.targets, shipped.fields, shipped.levels)


def test_excel_reads_the_lists_as_they_are(office: Path) -> None:
    assert (office / "units.csv").read_bytes().startswith(b"\xef\xbb\xbfcode,")


def test_the_settings_of_the_mail_name_every_key_and_hold_once_they_are_filled_in(office: Path) -> None:
    file = office / "mail.yaml"
    text = file.read_text(encoding="utf-8")
    assert [key for key in SCHEMA["properties"] if not re.search(rf"^(# )?{key}:", text, re.MULTILINE)] == []
    filled = re.sub(r"^host:$", "host: mail.congdoan.example", text, flags=re.MULTILINE)
    filled = re.sub(r"^from:$", "from: bao-cao@congdoan.example", filled, flags=re.MULTILINE)
    file.write_text(filled.replace("# to: []", "to: [mot@congdoan.example]"), encoding="utf-8")
    settings = load_mail_settings(file)
    assert (settings.port, settings.to, settings.password()) == (587, ("mot@congdoan.example",), "")


def test_mail_that_is_not_filled_in_is_said_with_its_lines(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office)
    result = run("monthly", "inbox", "-o", "reports", "--send", "--lang", "en")
    assert result.code == 2
    assert "“host” has no value" in result.err


def test_a_check_and_a_monthly_run_work_at_once(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office)
    (office / "inbox" / "2025-06").mkdir()
    shutil.copy(resources.shipped("targets.yaml").parent / "examples" / "data.xlsx", office / "inbox" / "2025-06")
    assert run("check", "inbox").code == 3  # other units' figures: those of the roster did not report
    assert run("monthly", "inbox", "-o", "reports", "--as-of", "2025-07-10").code == 3
    assert (office / "reports" / "2025-06" / "edition.json").is_file()


def test_a_plan_that_is_there_is_left_alone_with_all_beside_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    result = run("init", tmp_path, "--lang", "en")
    assert (result.code, "There is a plan already" in result.err) == (2, True)
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "targets.yaml").read_text(encoding="utf-8") == "mine"


def test_other_files_are_kept_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("code,name,level\n", encoding="utf-8")
    (tmp_path / "waivers.csv").symlink_to("nowhere.csv")
    result = run("init", tmp_path, "--lang", "en")
    assert "Left as they were: units.csv, waivers.csv\n" in result.out
    assert (tmp_path / "units.csv").read_text(encoding="utf-8") == "code,name,level\n"
    assert not (tmp_path / "nowhere.csv").exists()


@pytest.mark.skipif(not Path("/dev/full").exists() or os.geteuid() != 0, reason="needs a disk that is full: a small tmpfs, made by root")
def test_what_a_full_disk_left_out_is_made_by_the_next_call(run: Run, tmp_path: Path) -> None:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", tmp_path], check=False, capture_output=True)  # noqa: S603, S607
    if mounted.returncode:
        pytest.skip("no tmpfs can be mounted here")
    try:
        result = run("init", tmp_path / "office", "--lang", "en")
        assert (result.code, "cannot be written" in result.err) == (4, True)
        assert not (tmp_path / "office" / "targets.yaml").exists()
        subprocess.run(["mount", "-o", "remount,size=1m", tmp_path], check=True)  # noqa: S603, S607
        assert run("init", tmp_path / "office").code == 0
        load_plan(tmp_path / "office" / "targets.yaml")
    finally:
        subprocess.run(["umount", tmp_path], check=True)  # noqa: S603, S607


def test_a_file_in_place_of_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "inbox").write_text("", encoding="utf-8")
    result = run("init", tmp_path, "--lang", "en")
    assert (result.code, "cannot be written" in result.err) == (4, True)


@pytest.mark.parametrize("language", [{}, {"LANG": "C"}])
def test_the_line_of_cron_runs_in_a_bare_environment(office: Path, language: dict[str, str]) -> None:
    done = as_cron_does(command_of(office / "install" / "crontab"), **language)
    assert (done.returncode, done.stderr) == (3, "")
    assert "0/2 đơn vị đã báo cáo" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert len((office / "reports" / "monthly.log").read_text(encoding="utf-8").splitlines()) >= 4
    again = as_cron_does(command_of(office / "install" / "crontab"), **language)
    assert (again.returncode, again.stdout, again.stderr) == (3, "", "")


def test_the_program_is_named_with_its_whole_path(tmp_path: Path) -> None:
    shown = subprocess.run([*program(), "--version"], cwd=tmp_path, env={}, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    assert shown.stdout.startswith("union-audit ")
    assert Path(program()[0]).is_absolute()


def test_without_its_script_python_starts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert program() == (str(tmp_path / "python3"), "-m", "union_audit")


def unit_of(content: bytes) -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None, comment_prefixes=("#",), delimiters=("=",), strict=True)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read_string(content.decode("utf-8"))
    return unit


@pytest.mark.parametrize(
    ("folder", "words", "home"),
    [
        ("/srv/công đoàn 5%", ("/opt/ua/bin/union-audit",), "yes"),
        ("/home/office/plan", ("/opt/ua/bin/union-audit",), "read-only"),
        ("/srv/plan", ("/home/office/ua/bin/union-audit",), "read-only"),
        ("/homeless", ("/usr/bin/python3", "-m", "union_audit"), "yes"),
    ],
)
def test_the_service_runs_in_the_folder_and_writes_to_the_reports_only(folder: str, words: tuple[str, ...], home: str) -> None:
    service = unit_of(contents(PurePosixPath(folder), words, "posix")["install/union-audit.service"])["Service"]
    assert service["WorkingDirectory"].replace("%%", "%") == folder
    assert shlex.split(service["ReadWritePaths"].replace("%%", "%")) == [f"{folder}/reports"]
    assert shlex.split(service["ExecStart"])[: len(words) + 2] == [*words, "monthly", "inbox"]
    assert service["ProtectHome"] == home
    assert (service["ProtectSystem"], service["NoNewPrivileges"], service["PrivateTmp"]) == ("strict", "yes", "yes")


def test_systemd_takes_the_service_and_the_timer(office: Path) -> None:
    systemd = shutil.which("systemd-analyze")
    if systemd is None:
        pytest.skip("systemd-analyze is not there")
    units = [str(office / "install" / name) for name in ("union-audit.service", "union-audit.timer")]
    done = subprocess.run([systemd, "verify", *units], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if "Failed to initialize manager" in done.stderr:
        pytest.skip(done.stderr.strip())
    said = [line for line in done.stderr.splitlines() if "union-audit." in line]
    assert (done.returncode, said) == (0, [])


def test_the_task_of_windows_is_xml_as_its_scheduler_reads_it() -> None:
    folder = PureWindowsPath("C:\\Công đoàn & 5%")
    made = contents(folder, ("C:\\Program Files\\ua\\union-audit.exe",), "nt")
    assert {name for name in made if name.startswith("install/")} == {"install/union-audit.xml", "install/install.cmd"}
    content = made["install/union-audit.xml"]
    assert content.startswith((b"\xff\xfe", b"\xfe\xff"))
    task = ET.fromstring(content)  # noqa: S314 (ours)
    assert task.findtext(f".//{TASK}WorkingDirectory") == str(folder)
    assert task.findtext(f".//{TASK}Arguments") == (
        '/d /c ""C:\\Program Files\\ua\\union-audit.exe" monthly inbox --output reports --lang vi --quiet >>messages.txt 2>&1"'
    )
    assert [day.text for day in task.iter(f"{TASK}Day")] == [str(day) for day in range(8, 32)]
    assert len(list(task.find(f".//{TASK}Months") or ())) == 12


def test_lines_for_windows_end_as_windows_ends_them() -> None:
    lines = contents(PureWindowsPath("C:\\plan"), ("C:\\union-audit.exe",), "nt")["install/install.cmd"].split(b"\r\n")
    assert lines[-2].startswith(b"schtasks /Create ")
    assert not any(b"\n" in line for line in lines)


@pytest.mark.parametrize("name", ["two\nlines", 'a"b', "a\\b", "bell\a"])
def test_a_folder_that_a_scheduler_would_misread_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    result = run("init", tmp_path / name, "--lang", "en")
    assert (result.code, "scheduler cannot" in result.err) == (2, True)
    assert not (tmp_path / name).exists()


def test_a_windows_folder_may_hold_backslashes_but_no_line() -> None:
    with pytest.raises(UsageError):
        contents(PureWindowsPath("C:\\a\nb"), ("union-audit.exe",), "nt")
