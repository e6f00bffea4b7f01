"""A new plan's folder, from the option to the exit code: the files to fill in, and the lines for a scheduler."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from string import Template

from union_audit import resources
from union_audit.cli.discovery import TARGETS, UNITS
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.post import MAIL
from union_audit.cli.scheduling import blanks_of, program
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.cli.speech import tune
from union_audit.errors import Problem, ReportError, UsageError
from union_audit.words import N_

INBOX, REPORTS, INSTALL, WAIVERS = "inbox", "reports", "install", "waivers.csv"

_ENCODINGS = {".csv": "utf-8-sig", ".xml": "utf-16"}
"""Where it is not UTF-8: Excel and the Task Scheduler would misread Vietnamese."""


def run_init(folder: Path, settings: Settings, screen: Screen) -> ExitCode:
    """Make what is not there yet, and tell what was made and what was kept.

    Raises:
        UsageError: a plan is there already, or the folder's name cannot stand in a scheduler's line.
        ReportError: a file cannot be written. Called again, it makes the rest.
    """
    tune(screen, settings)
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 (a link stays a link, but “..” does not stay)
    if os.path.lexists(folder / TARGETS):
        hint = N_("Name another folder; this one is left as it is.")
        raise UsageError(Problem(N_("There is a plan already."), file=str(folder / TARGETS), hint=hint))
    files = contents(folder, program(), os.name)
    made: list[str] = []
    kept: list[str] = []
    try:
        for name in (INBOX, REPORTS, INSTALL):
            (folder / name).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (made if _add(folder / name, content) else kept).append(name)
    except OSError as error:
        said = N_("The file cannot be written ({detail}).")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(error.filename or folder))) from error
    if not screen.quiet:
        _tell(folder, made, kept, screen)
    return ExitCode.DONE


def contents(folder: PurePath, words: Sequence[str], system: str) -> dict[str, bytes]:
    """Return the files of a plan's folder: the plan last, so that a folder that has one is whole.

    `words`: what starts this program; `system`: as `os.name`; only its own schedulers get files. UsageError as `blanks_of`.
    """
    texts = {name: _shipped(name) for name in (UNITS, WAIVERS, MAIL)}
    for name, blanks in blanks_of(folder, words, system).items():
        texts[f"{INSTALL}/{name}"] = Template(_shipped(f"{INSTALL}/{name}")).substitute(blanks)
    plan = resources.shipped(TARGETS).read_text(encoding="utf-8")
    texts[TARGETS] = plan.replace("# defaults:\n", f"defaults:\n  waivers: {WAIVERS}\n")  # what lies beside it is used unasked
    return {name: _encoded(name, text) for name, text in texts.items()}


def _shipped(name: str) -> str:
    return (resources.shipped("templates") / "init" / name).read_text(encoding="utf-8")


def _encoded(name: str, text: str) -> bytes:
    suffix = PurePath(name).suffix
    lines = text.replace("\n", "\r\n") if suffix in (".cmd", ".xml") else text
    return lines.encode(_ENCODINGS.get(suffix, "utf-8"))


def _add(path: Path, content: bytes) -> bool:
    """Write a file, unless something of that name is there; return whether it was written."""
    if os.path.lexists(path):
        return False
    with path.open("xb") as stream:
        try:
            stream.write(content)
            stream.flush()
        except OSError:
            path.unlink()
            raise
    return True


def _tell(folder: Path, made: list[str], kept: list[str], screen: Screen) -> None:
    language = screen.language
    screen.result(language("Made in {folder}: {files}", folder=str(folder), files=", ".join(made)))
    if kept:
        screen.result(language("Left as they were: {files}", files=", ".join(kept)))
    screen.result(
        language("Now write your units into units.csv, look through targets.yaml, and put submissions into the folder inbox. Then:")
    )
    screen.result("  union-audit monthly inbox --output reports")
    screen.result(language("Blank forms for the units to fill in:"))
    screen.result("  union-audit template")
    screen.result(language("How to let it run by itself is written in the files of the folder install."))
