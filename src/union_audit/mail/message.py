"""A message as mail programs like it: text and HTML, attachments under their names, an identity that never changes."""

import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from union_audit.errors import Problem, ReportError
from union_audit.frozen import dataclass
from union_audit.mail.settings import MailSettings, TooLarge
from union_audit.words import N_

_MB = 1_000_000
_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".csv": "text/csv",
    ".json": "application/json",
    ".html": "text/html",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said, to whom. `identity`: what it is about and of which edition; the same identity is the same message.

    `html` is "" where the text is all there is.
    """

    identity: str
    to: tuple[str, ...]
    subject: str
    text: str
    html: str = ""
    cc: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def compose(letter: Letter, settings: MailSettings, written_at: datetime) -> bytes:
    """Return the message, byte for byte as it will be sent. ReportError where it is too large and may not be made smaller."""
    message = _message(letter, settings, written_at)
    if len(message) <= settings.limit_mb * _MB:
        return message
    if settings.too_large is not TooLarge.REFUSE and letter.attachments:
        message = _message(replace(letter, attachments=_smaller(letter.attachments, settings.too_large)), settings, written_at)
        if len(message) <= settings.limit_mb * _MB:
            return message
    said = N_("The message “{subject}” is too large ({size} MB; the limit is {limit} MB).")
    hint = N_("Raise limit_mb, or choose what becomes of it with too_large: zip or drop_html.")
    args = {"subject": letter.subject, "size": -(-len(message) // _MB), "limit": settings.limit_mb}
    raise ReportError(Problem(said, args, file=str(settings.path), hint=hint))


def message_id(letter: Letter, settings: MailSettings) -> str:
    """Return the message's identity in the world's mail: the same letter to the same people always bears the same."""
    who = "\n".join((letter.identity, *letter.to, *letter.cc))
    domain = settings.sender.rpartition("@")[2]
    return f"<{hashlib.sha256(who.encode()).hexdigest()[:32]}.union-audit@{domain}>"


def _message(letter: Letter, settings: MailSettings, written_at: datetime) -> bytes:
    message = EmailMessage(SMTP)
    message["From"] = settings.sender
    message["To"] = ", ".join(letter.to)
    if letter.cc:
        message["Cc"] = ", ".join(letter.cc)
    if settings.reply_to:
        message["Reply-To"] = settings.reply_to
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(written_at)
    message["Message-ID"] = message_id(letter, settings)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for attachment in letter.attachments:
        kind, _, subtype = _type(attachment.name).partition("/")
        message.add_attachment(attachment.content, maintype=kind, subtype=subtype, filename=attachment.name)
    for number, part in enumerate(message.iter_attachments() if letter.attachments else (), 1):
        part["Content-ID"] = f"<{number}.{message_id(letter, settings)[1:]}"
    _fix_boundaries(message, letter.identity)
    return message.as_bytes()


def _fix_boundaries(message: EmailMessage, identity: str) -> None:
    """Give every part that holds others a boundary of its own that is the same each time."""
    parts = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{hashlib.sha256(f'{identity}/{number}'.encode()).hexdigest()[:40]}")


def _type(name: str) -> str:
    suffix = f".{name.rpartition('.')[2].lower()}"
    return _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")


def _smaller(attachments: Sequence[Attachment], how: TooLarge) -> tuple[Attachment, ...]:
    if how is TooLarge.DROP_HTML:
        return tuple(each for each in attachments if not each.name.endswith(".html"))
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for each in attachments:
            archive.writestr(ZipInfo(each.name), each.content, ZIP_DEFLATED, 9)
    return (Attachment("union-audit.zip", packed.getvalue()),)
