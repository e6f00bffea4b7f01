"""What the lines of a scheduler are filled in with: each reads spaces, quotes and % in its own way."""

import getpass
import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from xml.sax.saxutils import escape

from union_audit.cli.speech import SHIPPED_LANGUAGE
from union_audit.errors import Problem, UsageError
from union_audit.words import N_

CRONTAB, SERVICE, TIMER, TASK, ADD_TASK = "crontab", "union-audit.service", "union-audit.timer", "union-audit.xml", "install.cmd"

_HOMES = ("/home", "/root", "/run/user")
_DAYS = range(8, 32)


def program() -> tuple[str, ...]:
    """Return the words that start this program, whatever PATH holds: its script beside Python, else Python with its name."""
    script = Path(sys.executable).with_name("union-audit.exe" if os.name == "nt" else "union-audit")
    return (str(script),) if script.is_file() else (sys.executable, "-m", "union_audit")


def blanks_of(folder: PurePath, words: Sequence[str], system: str) -> Mapping[str, Mapping[str, str]]:
    """Return what stands for each name in the templates of each file; `folder`: absolute; `system`: as `os.name`.

    Raises:
        UsageError: a scheduler would misread the folder's name.
    """
    _check(str(folder), system)
    return _windows(folder, words) if system == "nt" else _posix(folder, words)


def _posix(folder: PurePath, words: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    install = folder / "install"
    cron = {
        "folder": _cron(str(folder)),
        "program": " ".join(map(_cron, words)),
        "crontab": shlex.quote(str(install / CRONTAB)),
        "language": SHIPPED_LANGUAGE,
    }
    at_home = any(PurePath(path).is_relative_to(home) for path in (folder, words[0]) for home in _HOMES)
    service = {
        "folder": _specifiers(str(folder)),
        "program": " ".join([_systemd(words[0]), *words[1:]]),
        "reports": _systemd(str(folder / "reports")),
        "units": " ".join(shlex.quote(str(install / name)) for name in (SERVICE, TIMER)),
        "user": getpass.getuser(),
        "protect_home": "read-only" if at_home else "yes",
        "language": SHIPPED_LANGUAGE,
    }
    return {CRONTAB: cron, SERVICE: service, TIMER: {}}


def _windows(folder: PurePath, words: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    task = {
        "folder": escape(str(folder)),
        "program": escape(" ".join([f'"{words[0]}"', *words[1:]])),
        "days": "".join(f"<Day>{day}</Day>" for day in _DAYS),
        "language": SHIPPED_LANGUAGE,
    }
    return {TASK: task, ADD_TASK: {}}


def _check(folder: str, system: str) -> None:
    """Refuse signs that end a line, or that one of the schedulers has no way to write."""
    odd = [sign for sign in folder if not sign.isprintable() or (sign in '"\\' and system != "nt")]
    if odd:
        said = N_("A scheduler cannot be told of a folder with {sign} in its name.")
        raise UsageError(Problem(said, {"sign": ascii(odd[0])}, file=folder, hint=N_("Name a folder without it.")))


def _cron(text: str) -> str:
    """Quote a word for the shell, in a line of which cron would end the command at a bare %."""
    return shlex.quote(text).replace("%", "\\%")


def _systemd(text: str) -> str:
    return f'"{_specifiers(text)}"'


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")
