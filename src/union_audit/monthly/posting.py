"""An edition as mail: the folder that it is mailed from, and the letters made of it."""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from union_audit.audit.result import Audit
from union_audit.errors import Problem, ReportError
from union_audit.mail.message import Attachment, Letter
from union_audit.mail.settings import MailSettings, is_address
from union_audit.monthly.shelf import ABOUT
from union_audit.reports import Options, View, file_name, write
from union_audit.reports.atomic import replacing
from union_audit.reports.letter import write_html, write_text
from union_audit.words import N_

FEEDBACK = "feedback"
MAIL = "mail"
_TEXT, _HTML, _INDEX = "mail.txt", "mail.html", "index.csv"


def write_mail(audit: Audit, folder: Path, options: Options) -> None:
    """Write what an edition's mail says, and the page without its script, which mail gateways would hold back."""
    view = View(audit, options)
    for name, part in ((_TEXT, write_text), (_HTML, write_html)):
        with replacing(folder / name, encoding="utf-8") as stream:
            part(view, stream)
    write("html", audit, folder / file_name("html", audit), replace(options, script=False))


def is_edition(folder: Path) -> bool:
    """Whether a folder is an edition of a monthly run."""
    return (folder / ABOUT).is_file()


def letters_of(edition: Path, settings: MailSettings, *, to_units: bool) -> Iterator[Letter]:
    """Yield the letters of an edition: the report's, and with `to_units` one for each unit that has an address.

    Raises:
        ReportError: a file of the edition cannot be read.
    """
    try:
        about = json.loads((edition / ABOUT).read_bytes())
        if settings.to:
            yield _report(edition, settings, about["fingerprint"])
        if to_units:
            yield from _feedback(edition / FEEDBACK, about["period"])
    except (OSError, ValueError, KeyError) as error:
        raise ReportError(Problem(N_("The edition cannot be read ({detail})."), {"detail": str(error)}, file=str(edition))) from error


def letter_of(files: Sequence[Path], settings: MailSettings, subject: str) -> Letter:
    """Return a letter that carries reports, as they are. ReportError where one cannot be read."""
    try:
        attachments = tuple(Attachment(file.name, file.read_bytes()) for file in files)
    except OSError as error:
        said = N_("The report cannot be read ({detail}).")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(error.filename))) from error
    digest = hashlib.sha256(b"".join(hashlib.sha256(each.content).digest() for each in attachments)).hexdigest()
    names = "\n".join(f"- {each.name}" for each in attachments)
    return Letter(digest, settings.to, subject, f"{subject}\n\n{names}\n", cc=settings.cc, attachments=attachments)


def without_address(edition: Path) -> tuple[str, ...]:
    """Return the names of the units that something goes back to and that have no address that can be used."""
    return tuple(row["name"] or row["code"] for row in _rows(edition / FEEDBACK) if not is_address(row["email"].strip()))


def _report(edition: Path, settings: MailSettings, fingerprint: str) -> Letter:
    subject, text = _read(edition / MAIL / _TEXT)
    pages = [path for path in sorted((edition / MAIL).glob("*.html")) if path.name != _HTML]
    attachments = [Attachment(path.name, path.read_bytes()) for path in (*pages, *sorted(edition.glob("*.xlsx")))]
    html = (edition / MAIL / _HTML).read_text(encoding="utf-8")
    return Letter(fingerprint, settings.to, subject, text, html, settings.cc, tuple(attachments))


def _feedback(folder: Path, period: str) -> Iterator[Letter]:
    """Yield a letter for each unit. It is another letter only where it says something else: a correction of others is none to it."""
    for row in _rows(folder):
        address, place = row["email"].strip(), folder / row["folder"]
        if not is_address(address):
            continue
        subject, text = _read(place / row["mail"])
        attachments = tuple(Attachment(name, (place / name).read_bytes()) for name in row["files"].split(";") if name)
        yield Letter(f"{period}/{row['code']}/{row['digest']}", (address,), subject, text, attachments=attachments)


def _rows(folder: Path) -> list[dict[str, str]]:
    """Return what goes back to units; nothing where the edition was made without it."""
    if not folder.is_dir():
        return []
    with (folder / _INDEX).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _read(file: Path) -> tuple[str, str]:
    """Return subject and text of a mail's file."""
    subject, _, text = file.read_text(encoding="utf-8").partition("\n")
    return subject, text.lstrip("\n")
