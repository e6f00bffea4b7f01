"""Finds and loads what an audit needs, and says what is used."""

from pathlib import Path

from union_audit.cli.discovery import find_targets, ignored_targets
from union_audit.cli.request import Request, read_request
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.cli.speech import tune
from union_audit.plan import load_plan


def set_up(named: tuple[Path, ...], settings: Settings, screen: Screen) -> Request:
    """Return what is asked for, loaded and checked; from here on the screen speaks as the user and the plan want it.

    Raises:
        UnionAuditError: the command line or a file of the set-up is wrong.
    """
    plan = load_plan(find_targets(settings, named))
    settings = settings.with_plan(plan)
    tune(screen, settings, plan)
    request = read_request(named, settings, plan)
    _tell(request, screen)
    return request


def _tell(request: Request, screen: Screen) -> None:
    """Say which plan and roster are used, and which plan is not."""
    language, roster = screen.language, request.roster
    screen.detail(language("Plan: {file}", file=str(request.plan.path.absolute())))
    if roster is None:
        screen.detail(language("No roster: the units are those of the submissions."))
    else:
        screen.detail(language("Roster: {file} (units: {units})", file=str(roster.path), units=len(roster.units)))
    for path in ignored_targets(request.named, request.plan.path):
        screen.note(language("{file} was not used, since it lies among the submissions. To use it: --targets {file}", file=str(path)))
