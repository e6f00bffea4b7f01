"""A whole check, from the options to the exit code."""

from dataclasses import replace
from pathlib import Path

from union_audit.audit import audit
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.feedback import read_folder, write_back
from union_audit.cli.outputs import read_outputs, refuse_overwriting, write_reports
from union_audit.cli.progress import READING, Progress
from union_audit.cli.report_options import options_of
from union_audit.cli.request import Request, units_shown
from union_audit.cli.screen import Screen
from union_audit.cli.set_up import set_up
from union_audit.cli.settings import Settings
from union_audit.cli.verdict import verdict
from union_audit.intake import take_in
from union_audit.intake.facts import Submissions
from union_audit.reports.vocabulary import NOTHING_CHECKED


def run_check(named: tuple[Path, ...], settings: Settings, screen: Screen) -> ExitCode:
    """Audit what is at the paths, write the reports, and return the exit code.

    Raises:
        UnionAuditError: the command line or the set-up is wrong; nothing was audited.
    """
    request = set_up(named, settings, screen)
    outputs, options = read_outputs(request.settings), options_of(request.settings, screen)
    folder = read_folder(request.settings, (*named, *request.files), outputs)
    submissions = read_submissions(request, screen)
    result = audit(request.plan, submissions, replace(request.scope, units=_units(request.settings, submissions)))
    refuse_overwriting(outputs, result, named, request.files)
    screen.detail(screen.language("Period: {period}", period=result.period.label if result.period else "–"))
    written = write_reports(outputs, result, options, screen)
    written = write_back(folder, result, options, screen) and written
    if not result.evaluated:
        screen.tell(screen.language(NOTHING_CHECKED))
    return verdict(result, request.fail_on, written=written)


def read_submissions(request: Request, screen: Screen) -> Submissions:
    """Take in what was named."""
    with Progress(screen, READING) as progress:
        return take_in(
            request.named,
            request.plan,
            request.roster,
            period=request.scope.period,
            level_of=request.level_of,
            unit_of=request.unit_of,
            set_up=request.files,
            progress=progress,
        )


def _units(settings: Settings, submissions: Submissions) -> tuple[str, ...]:
    """Return the units to show; without a roster it is the submissions that tell which units there are."""
    facts = next(iter(submissions.by_period.values()), None)
    return units_shown(settings, facts.roster) if facts else ()
