"""A monthly run, from the inbox to the names that stand for the newest edition. Stopped anywhere, the next run completes it."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from union_audit import __version__
from union_audit.audit import Scope, audit
from union_audit.audit.neighbours import needed_before
from union_audit.audit.periods import roster_of
from union_audit.audit.result import Audit
from union_audit.errors import Problem, ReportError
from union_audit.history import Edition, History
from union_audit.intake import take_in
from union_audit.intake.facts import Submissions
from union_audit.monthly.correction import correction
from union_audit.monthly.fingerprint import fingerprint
from union_audit.monthly.inbox import inputs_of, others_of
from union_audit.monthly.log import Log
from union_audit.monthly.month import Month, Outcome
from union_audit.monthly.past import past_of
from union_audit.monthly.posting import FEEDBACK, MAIL, write_mail
from union_audit.monthly.shelf import EDITIONS, LATEST, Shelf
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.reports import Options, file_name, write
from union_audit.reports.feedback import write_feedback
from union_audit.reports.options import Correction
from union_audit.words import N_

FORMATS = ("html", "xlsx", "json")
OUTSIDE = "outside"
LOCK = ".lock"
EDITION_SCHEMA = "union-audit/edition/1"

Progress = Callable[[str, int, int], None]


def run(month: Month, log: Log, judge: Callable[[Audit], int], progress: Progress | None = None) -> Outcome:
    """Make the edition of the period, unless the one that counts was made from the same; `judge`: the exit code of an audit.

    Raises:
        UnionAuditError: nothing was changed that was there before; the next run goes on from here.
    """
    shelf = Shelf(month.reports)
    with _alone(month.reports, month.wait):
        return _run(month, shelf, log, judge, progress)


@contextmanager
def _alone(reports: Path, wait: float) -> Iterator[None]:
    """Let no other run work on the folder meanwhile. ReportError where one does, and does not end in time."""
    lock = FileLock(reports / LOCK, timeout=wait)
    try:
        lock.acquire()
    except Timeout:
        hint = N_("Wait until it has ended, or let --wait be longer.")
        raise ReportError(Problem(N_("Another monthly run is at work here."), file=str(reports), hint=hint)) from None
    except OSError as error:
        said = N_("The reports cannot be written ({detail}).")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(reports))) from error
    try:
        yield
    finally:
        lock.release()


def _run(month: Month, shelf: Shelf, log: Log, judge: Callable[[Audit], int], progress: Progress | None) -> Outcome:
    period = month.period or month.plan.calendar.last_closed(month.as_of)
    log.step("begin", period=period.label, as_of=month.as_of, version=__version__, tidied=shelf.tidy())
    paths = inputs_of(month.inbox, period)
    submissions = take_in(
        paths, month.plan, month.roster, level_of=month.level_of, unit_of=month.unit_of, set_up=month.files, progress=progress
    )
    log.step("read", inputs=len(submissions.inputs), left_aside=sorted(others_of(month.inbox, period)))
    with History(month.history, to_write=True) as history:
        newest = history.newest()
        edition = _next(month, shelf, submissions, period, newest.get(period))
        is_recorded = edition == newest.get(period)
        about = shelf.about(edition)
        if not is_recorded or about is None:
            done = audit(month.plan, submissions, _scope(month, history, newest, roster_of(submissions), period))
            options = replace(month.options, correction=_correction(history, edition, done), past=past_of(history, period))
            if about is None:
                about = _about(edition, done, options, judge(done))
                shelf.add(edition, about, lambda folder: _fill(folder, done, month, options, progress))
                log.step("written", folder=edition.folder)
            if not is_recorded:
                history.record(edition, done)
                log.step("recorded", edition=edition.number, fingerprint=edition.fingerprint)
        shelf.point(period.label, edition)
        shelf.point(LATEST, max({**newest, period: edition}.items())[1])
    log.step("done", edition=edition.number, is_new=not is_recorded, exit_code=about["exit_code"])
    return Outcome(edition, shelf.place(edition), not is_recorded, about["exit_code"], about["summary"])


def _next(month: Month, shelf: Shelf, submissions: Submissions, period: Period, newest: Edition | None) -> Edition:
    """Return the newest edition, if it was made from the same, else the one to be made."""
    made_from = fingerprint(month, period, submissions.inputs)
    if newest and newest.fingerprint == made_from:
        return newest
    number = newest.number + 1 if newest else 1
    inputs = {each.file: each.sha256 for each in submissions.inputs if each.sha256}
    while True:
        folder = f"{EDITIONS}/{period.label}.{number}"
        edition = Edition(period, number, made_from, month.options.generated_at, month.as_of, __version__, folder, inputs)
        if shelf.is_free(edition):  # else it is of a history that was lost: nothing of it is touched
            return edition
        number += 1


def _scope(month: Month, history: History, newest: Mapping[Period, Edition], roster: Roster, period: Period) -> Scope:
    """Judge every unit that had to submit, beside what the history says of the periods before."""
    earlier = [each for each in newest if each < period and each.months == period.months]
    before = tuple(history.before(newest[each], month.plan, roster) for each in needed_before(period) if each in newest)
    return Scope(
        as_of=month.as_of,
        period=period,
        expect="all",
        waivers=month.waivers,
        compare=history.earlier(newest[max(earlier)]) if earlier else None,
        before=before,
    )


def _correction(history: History, edition: Edition, done: Audit) -> Correction | None:
    """Return what the edition changes of the one before it, None for a first edition."""
    before = [each for each in history.editions(edition.period) if each.number < edition.number]
    return correction(before[-1], history.earlier(before[-1]), edition.inputs, done, edition.number) if before else None


def _fill(folder: Path, done: Audit, month: Month, options: Options, progress: Progress | None) -> None:
    """Write the reports of an edition, what goes back to each unit, and where it was asked for the reports for readers outside."""
    ours = replace(options, redact=False)
    for name in FORMATS:
        write(name, done, folder / file_name(name, done), ours)
        if options.redact:
            write(name, done, folder / OUTSIDE / file_name(name, done), options)
    if month.with_feedback:
        write_feedback(done, folder / FEEDBACK, ours, progress)
    write_mail(done, folder / MAIL, ours)


def _about(edition: Edition, done: Audit, options: Options, exit_code: int) -> dict[str, Any]:
    line = io.StringIO()
    write("table", done, line, replace(options, quiet=True, color=False))
    return {
        "schema": EDITION_SCHEMA,
        "period": edition.period.label,
        "number": edition.number,
        "fingerprint": edition.fingerprint,
        "made_at": edition.made_at.isoformat(),
        "as_of": edition.as_of.isoformat(),
        "language": options.language.code,
        "exit_code": exit_code,
        "summary": line.getvalue().strip(),
    }
