"""Sending mail, from the options to the exit code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from union_audit.cli import clock
from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Given, Settings
from union_audit.cli.speech import tune
from union_audit.errors import Problem, ReportError, UsageError
from union_audit.mail.message import Letter, compose
from union_audit.mail.outbox import FAILED, QUEUED, SENDING, SENT, Outbox
from union_audit.mail.sending import Sent, send_all
from union_audit.mail.settings import MailSettings, is_address, load_mail_settings
from union_audit.monthly.posting import is_edition, letter_of, letters_of, without_address
from union_audit.monthly.shelf import EDITIONS
from union_audit.words import N_

MAIL = "mail.yaml"
OUTBOX = "outbox"
_LOCK = ".lock"


def run_send(reports: Sequence[Path], settings: Settings, screen: Screen) -> ExitCode:
    """Queue the reports, send all that waits, and return the exit code.

    Raises:
        UnionAuditError: the command line or the settings are wrong, or something could not be read or written.
    """
    tune(screen, settings)
    mail = _addressed(mail_settings(settings, Path(MAIL)), settings)
    letters = [letter for report in _grouped(reports) for letter in _letters(report, mail, settings, screen)]
    if reports and not letters:
        raise UsageError(Problem(N_("Nobody is named to send it to."), hint=N_("Name somebody with --to, or in mail.yaml.")))
    if dry := settings.one("dry_run"):
        return _written(dry.path(), letters, mail, screen)
    outbox = Outbox(_outbox_of(reports, settings))
    _decide(outbox, settings)
    return ExitCode.DONE if deliver(outbox, letters, mail, screen).all_delivered else ExitCode.OUTPUT


def mail_settings(settings: Settings, usual: Path) -> MailSettings:
    """Return what --mail says, else the usual file."""
    given = settings.one("mail")
    return load_mail_settings(given.path() if given else usual)


def send_edition(edition: Path, outbox: Path, mail: MailSettings, screen: Screen) -> Sent:
    """Mail an edition, and whatever else waits in the outbox."""
    if not mail.to and not mail.to_units:
        raise UsageError(Problem(N_("Nobody is named to send it to."), file=str(mail.path), hint=N_("Name somebody under “to”.")))
    return deliver(Outbox(outbox), letters_of(edition, mail, to_units=mail.to_units), mail, screen)


def deliver(outbox: Outbox, letters: Iterable[Letter], mail: MailSettings, screen: Screen) -> Sent:
    """Queue letters that are not in the outbox yet, send all that waits, tell what became of it, and return that."""
    try:
        with FileLock(outbox.folder / _LOCK, timeout=mail.timeout):
            for letter in letters:
                outbox.add(compose(letter, mail, clock.now()))
            sent = send_all(outbox, mail)
    except Timeout:
        raise ReportError(Problem(N_("Another run is sending from this outbox."), file=str(outbox.folder))) from None
    _tell(sent, screen)
    return sent


def _grouped(reports: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Return each edition alone, and all other files together: they go out in one message."""
    editions = [(path.resolve(),) for path in reports if is_edition(path)]
    files = tuple(path for path in reports if not is_edition(path))
    return [*editions, *([files] if files else [])]


def _letters(report: tuple[Path, ...], mail: MailSettings, settings: Settings, screen: Screen) -> list[Letter]:
    if not is_edition(report[0]):
        subject = screen.language("Reports: {names}", names=", ".join(path.stem for path in report))
        return [letter_of(report, mail, subject)] if mail.to else []
    to_units = mail.to_units or settings.flag("to_units")
    if to_units and (missing := without_address(report[0])):
        screen.note(
            screen.language.plural(
                "1 unit has no e-mail address: {units}", "{count} units have no e-mail address: {units}", len(missing), units=missing
            )
        )
    return list(letters_of(report[0], mail, to_units=to_units))


def _addressed(mail: MailSettings, settings: Settings) -> MailSettings:
    """Return the settings with the addresses of the command line in place of their own."""
    to, cc = settings.many("to"), settings.many("cc")
    return replace(mail, to=_addresses(to) or mail.to, cc=_addresses(cc) if to or cc else mail.cc)


def _addresses(given: Iterable[Given]) -> tuple[str, ...]:
    found = []
    for each in given:
        if not is_address(each.value):
            raise each.fault(N_("{origin}: “{value}” is no e-mail address."))
        found.append(each.value)
    return tuple(found)


def _outbox_of(reports: Sequence[Path], settings: Settings) -> Path:
    if given := settings.one("outbox"):
        return given.path()
    for path in reports:
        place = path.resolve()
        if is_edition(path) and place.parent.name == EDITIONS:
            return place.parent.parent / OUTBOX
    return Path(OUTBOX)


def _decide(outbox: Outbox, settings: Settings) -> None:
    """Do what somebody decided of messages that are doubtful or had failed.

    Raises:
        UsageError: there is no such message.
    """
    for name, to, states in (("again", QUEUED, (SENDING, FAILED)), ("settled", SENT, (SENDING,))):
        for given in settings.many(name):
            found = [(post, state) for state in states for post in outbox.posts(state) if given.value in (post.id, post.id.strip("<>"))]
            if not found:
                raise given.fault(N_("{origin}: the outbox holds no such message that is doubtful or has failed: {value}."))
            for post, state in found:
                outbox.move(post, state, to)


def _written(folder: Path, letters: Iterable[Letter], mail: MailSettings, screen: Screen) -> ExitCode:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, letter in enumerate(letters, 1):
            file = folder / f"{number:03d}.eml"
            file.write_bytes(compose(letter, mail, clock.now()))
            screen.result(screen.language("{file}: to {to}: {subject}", file=str(file), to=", ".join(letter.to), subject=letter.subject))
    except OSError as error:
        said = N_("The messages cannot be written ({detail}).")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(folder))) from error
    return ExitCode.DONE


def _tell(sent: Sent, screen: Screen) -> None:
    """Say how many messages went out; of each that did not, and why."""
    language = screen.language
    if sent.taken:
        screen.note(language.plural("1 message sent.", "{count} messages sent.", len(sent.taken)))
    for post, reason in sent.partly:
        screen.tell(language("Sent, but not to everybody: {subject} ({reason})", subject=post.subject, reason=reason))
    for reason in dict.fromkeys(reason for _, reason in sent.later):  # a server that is down is one thing to say, not one for each message
        subjects = [post.subject for post, said in sent.later if said == reason]
        told = language.plural(
            "Not sent yet, the next run tries again: {subject} ({reason})",
            "{count} messages not sent yet, the next run tries again: {subject} and others ({reason})",
            len(subjects),
            subject=subjects[0],
            reason=reason,
        )
        screen.tell(told)
    for post, reason in sent.failed:
        screen.tell(language("Refused: {subject} ({reason}). To try again: --again {id}", subject=post.subject, reason=reason, id=post.id))
    for post in sent.doubtful:
        screen.tell(
            language(
                "Perhaps sent, perhaps not: {subject}, to {to}. Ask whether it came; then --settled {id} or --again {id}.",
                subject=post.subject,
                to=", ".join(post.recipients),
                id=post.id,
            )
        )
