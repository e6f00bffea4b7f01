"""Finds what was not named: the targets file, the roster."""

from collections.abc import Iterable, Sequence
from os.path import isdir, isfile, realpath  # unlike those of Path, they never fail: a link in a circle is taken as it is
from pathlib import Path
from typing import TYPE_CHECKING

from union_audit import resources
from union_audit.cli.settings import Settings
from union_audit.errors import Problem, UsageError
from union_audit.words import N_

if TYPE_CHECKING:  # the plan comes with its loader, which help does not need
    from union_audit.plan.model import Plan

TARGETS = "targets.yaml"
UNITS = "units.csv"
HISTORY = "history.sqlite"
"""In the folder of the monthly reports."""


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


def _beside(named: Iterable[Path]) -> list[Path]:
    """Return where a targets file would stand beside each named file, each place once."""
    return list({realpath(path.parent): path.parent / TARGETS for path in named if isfile(path)}.values())


def inside_any(path: Path, named: Iterable[Path]) -> bool:
    """Whether a path lies in one of the folders that are named."""
    return any(Path(realpath(path)).is_relative_to(realpath(folder)) for folder in named if isdir(folder))
