"""A whole monthly run, from the options to the exit code."""

import hashlib
from pathlib import Path

from union_audit.cli import clock
from union_audit.cli.discovery import HISTORY, inside_any
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.post import MAIL, OUTBOX, mail_settings, send_edition
from union_audit.cli.progress import READING, Progress
from union_audit.cli.report_options import options_of
from union_audit.cli.request import Request
from union_audit.cli.screen import Screen
from union_audit.cli.set_up import set_up
from union_audit.cli.settings import Settings
from union_audit.cli.verdict import verdict
from union_audit.errors import Problem, UsageError
from union_audit.language import LOCALES, Language
from union_audit.mail.settings import MailSettings
from union_audit.monthly import Month, Outcome, run
from union_audit.monthly.log import Log
from union_audit.words import N_

LOG = "monthly.log"


def run_month(inbox: Path, settings: Settings, screen: Screen) -> ExitCode:
    """Make the edition of the period that is due, unless it is there already, and return the exit code.

    Raises:
        UnionAuditError: the command line or the set-up is wrong, or something could not be written; the next run completes it.
    """
    request = set_up((inbox,), settings, screen)
    if request.settings.one("lang") is None and request.plan.language in LOCALES:
        screen.language = Language(request.plan.language)  # whoever runs it, in whatever locale: the edition is the same
    month = _month(inbox, request, screen)
    mail = mail_settings(request.settings, request.plan.path.parent / MAIL) if request.settings.flag("send") else None
    fail_on = request.settings.choice("fail_on", ("gap", "data", "none")) or "data"
    with Progress(screen, READING) as progress:
        log = Log(month.reports / LOG, clock.now)
        outcome = run(month, log, lambda audit: verdict(audit, fail_on, written=True), progress)
    _tell(outcome, month, screen)
    if mail and not _mailed(outcome, month, mail, log, screen):
        return ExitCode.OUTPUT
    return ExitCode(outcome.exit_code)


def _mailed(outcome: Outcome, month: Month, mail: MailSettings, log: Log, screen: Screen) -> bool:
    """Mail the edition, unless it was before, and return whether everything was delivered."""
    sent = send_edition(outcome.folder, month.reports / OUTBOX, mail, screen)
    log.step("mailed", taken=len(sent.taken), later=len(sent.later), failed=len(sent.failed), doubtful=len(sent.doubtful))
    return sent.all_delivered


def _month(inbox: Path, request: Request, screen: Screen) -> Month:
    settings = request.settings
    reports = _reports(inbox, settings)
    history, waivers = settings.one("history"), settings.one("waivers")
    scope = request.scope
    return Month(
        inbox=inbox,
        reports=reports,
        history=history.path() if history else reports / HISTORY,
        as_of=scope.as_of,
        plan=request.plan,
        roster=request.roster,
        options=options_of(settings, screen),
        period=scope.period,
        waivers=scope.waivers,
        waivers_sha256=hashlib.sha256(waivers.path().read_bytes()).hexdigest() if waivers else "",
        unit_of=request.unit_of,
        level_of=request.level_of,
        wait=float(settings.positive("wait") or 600),
        files=(*request.files, _mail_file(request)),
        with_feedback=not settings.flag("no_feedback"),
    )


def _mail_file(request: Request) -> Path:
    given = request.settings.one("mail")
    return given.path() if given else request.plan.path.parent / MAIL


def _reports(inbox: Path, settings: Settings) -> Path:
    """Return the folder of the reports, which must not be searched for submissions, nor hold them.

    Raises:
        UsageError: it is not named, or lies in the inbox, or the inbox in it.
    """
    given = settings.one("output")
    if given is None:
        raise UsageError(Problem(N_("No folder for the reports is named."), hint=N_("Name one with --output.")))
    reports = given.path()
    if inside_any(reports, (inbox,)) or inside_any(inbox, (reports,)):
        raise given.fault(N_("{origin}: the inbox and the folder of the reports must not lie in one another."))
    return reports


def _tell(outcome: Outcome, month: Month, screen: Screen) -> None:
    """Say what there is; to whoever asked for quiet only what is new and needs somebody."""
    language = screen.language
    if screen.quiet:
        if outcome.is_new and outcome.exit_code:
            screen.result(outcome.summary)
        return
    screen.result(outcome.summary)
    edition = outcome.edition
    if outcome.is_new:
        screen.result(language("Edition {number}: {folder}", number=edition.number, folder=str(month.reports / edition.period.label)))
    else:
        date = edition.made_at.astimezone().date()
        screen.result(language("Nothing has changed since edition {number} of {date}.", number=edition.number, date=date))
