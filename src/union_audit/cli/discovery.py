"""Finds what was not named: the targets file, the roster, the language."""

import locale
import os
from collections.abc import Iterable, Mapping, Sequence
from os.path import isdir, isfile, realpath  # unlike those of Path, they never fail: a link in a circle is taken as it is
from pathlib import Path
from typing import TYPE_CHECKING

from union_audit import resources
from union_audit.cli.settings import Settings
from union_audit.errors import Problem, UsageError
from union_audit.language import LOCALES, Language
from union_audit.words import N_

if TYPE_CHECKING:  # the plan comes with its loader, which help does not need
    from union_audit.cli.screen import Screen
    from union_audit.plan.model import Plan

TARGETS = "targets.yaml"
UNITS = "units.csv"
SHIPPED_LANGUAGE = "vi"
"""The language of the shipped plan: what is spoken before any plan was read."""


def find_targets(settings: Settings, named: Sequence[Path] = ()) -> Path:
    """Return the targets file: the one that was named, else beside the named files, in the working folder, the shipped one.

    One inside a named folder is never taken: whoever can hand in a submission must not be able to change the plan.

    Raises:
        UsageError: the named files have different targets files beside them.
    """
    if given := settings.one("targets"):
        return given.path()
    beside = [path for path in _beside(named) if isfile(path) and not inside_any(path, named)]
    if len(beside) > 1:
        names = ", ".join(map(str, beside))
        raise UsageError(
            Problem(
                N_("There is more than one targets file beside the named files: {names}."),
                {"names": names},
                hint=N_("Name one with --targets."),
            )
        )
    here = Path(TARGETS)
    if beside:
        return beside[0]
    return here if isfile(here) and not inside_any(here, named) else resources.shipped(TARGETS)


def ignored_targets(named: Sequence[Path], used: Path) -> list[Path]:
    """Return the targets files that were passed over since they are inside a named folder, for a word to the user."""
    inside = [folder / TARGETS for folder in named if isdir(folder)]
    return [path for path in inside if isfile(path) and realpath(path) != realpath(used)]


def find_units(settings: Settings, plan: "Plan") -> Path | None:
    """Return the roster's file: the one that was named, else the plan's own, else units.csv beside the plan; None if there is none."""
    if given := settings.one("units"):
        return given.path()
    if plan.units_file is not None:
        return plan.units_file
    beside = plan.path.parent / UNITS
    return beside if isfile(beside) else None


def choose_language(settings: Settings, plan: "Plan | None" = None) -> Language:
    """Return the language that was asked for, else that of the locale, else the plan's.

    Raises:
        UsageError: there is no such language.
    """
    asked = settings.choice("lang", LOCALES)
    spoken = plan.language if plan else SHIPPED_LANGUAGE
    return Language(asked or locale_language(os.environ) or (spoken if spoken in LOCALES else "en"))


def tune(screen: "Screen", settings: Settings, plan: "Plan | None" = None) -> None:
    """Let the screen speak as was asked for: its language, loudness and colours.

    Raises:
        UsageError: there is no such language, or a switch says neither yes nor no.
    """
    screen.language = choose_language(settings, plan)
    screen.quiet, screen.verbose = settings.flag("quiet"), settings.flag("verbose")
    screen.colors = screen.colors and not settings.flag("no_color")


def early_language(arguments: Sequence[str]) -> Language:
    """Return the language for what is said before the command line is understood: help, and errors in the line itself."""
    asked = _lang_of(arguments)
    if asked is None:
        asked = os.environ.get("UNION_AUDIT_LANG", "")
    return Language(asked if asked in LOCALES else locale_language(os.environ) or SHIPPED_LANGUAGE)


def locale_language(environment: Mapping[str, str]) -> str | None:
    """Return the language of the locale, where it is one that is spoken here."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        names.append(locale.getlocale()[0] or "")
    first = next(filter(None, names), "")[:2].lower()
    return first if first in LOCALES else None


def _lang_of(arguments: Sequence[str]) -> str | None:
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang":
            return "".join(arguments[place + 1 : place + 2])
    return None


def _beside(named: Iterable[Path]) -> list[Path]:
    """Return where a targets file would stand beside each named file, each place once."""
    return list({realpath(path.parent): path.parent / TARGETS for path in named if isfile(path)}.values())


def inside_any(path: Path, named: Iterable[Path]) -> bool:
    """Whether a path lies in one of the folders that are named."""
    return any(Path(realpath(path)).is_relative_to(realpath(folder)) for folder in named if isdir(folder))
