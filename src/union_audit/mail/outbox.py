"""The messages that go out, a file each, in the folder that says how far it is.

    queued/   to be sent, now or later         sending/  handed over, and nobody knows yet whether it was taken
    sent/     taken by the server              failed/   refused for good, with the reason beside it

A message moves from one to the next at one stroke. One that is found in `sending/` was in the hands of a run that was stopped:
it may have gone out, so it is told of, and is not sent again unless somebody says so.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from email import message_from_bytes
from email.policy import SMTP
from email.utils import getaddresses
from pathlib import Path

from union_audit.errors import Problem, ReportError
from union_audit.frozen import dataclass
from union_audit.words import N_

QUEUED, SENDING, SENT, FAILED = "queued", "sending", "sent", "failed"
_FOLDERS = (QUEUED, SENDING, SENT, FAILED)
_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Post:
    """A message in the outbox. `id`: its Message-ID; `reason`: what the server said last; `attempts`: how often it was tried."""

    name: str
    id: str
    subject: str
    recipients: tuple[str, ...]
    reason: str = ""
    attempts: int = 0


class Outbox:
    """The folder of the outbox, which is made where there is none."""

    def __init__(self, folder: Path) -> None:
        """Make its folders."""
        self.folder = folder
        with _told(folder):
            for name in _FOLDERS:
                (folder / name).mkdir(parents=True, exist_ok=True)

    def add(self, message: bytes) -> bool:
        """Queue a message, unless it is here already, sent or not; return whether it was added."""
        found = _ID.search(message)
        if found is None:
            raise ValueError("a message without a Message-ID")
        name = re.sub(r"[^A-Za-z0-9.-]", "_", found[1].decode("ascii").strip("<>").partition("@")[0]) + ".eml"
        if any((self.folder / state / name).exists() for state in _FOLDERS):
            return False
        with _told(self.folder):
            partial = self.folder / f".{name}.partial"
            with partial.open("wb") as stream:
                stream.write(message)
                stream.flush()
                os.fsync(stream.fileno())
            partial.replace(self.folder / QUEUED / name)
        return True

    def posts(self, state: str) -> Iterator[Post]:
        """Yield the messages of a folder."""
        with _told(self.folder):
            for path in sorted((self.folder / state).glob("*.eml")):
                yield self._post(path)

    def message(self, post: Post, state: str) -> bytes:
        """Return a message as it is sent."""
        with _told(self.folder):
            return (self.folder / state / post.name).read_bytes()

    def move(self, post: Post, origin: str, to: str, reason: str = "") -> None:
        """Move a message at one stroke, after what is known of it was written down."""
        with _told(self.folder):
            if reason or post.reason:
                self._note(post, to, reason)
            (self.folder / origin / post.name).replace(self.folder / to / post.name)
            self._sync(self.folder / to)
            if origin != to:
                (self.folder / origin / post.name).with_suffix(".json").unlink(missing_ok=True)

    def _note(self, post: Post, state: str, reason: str) -> None:
        about = asdict(post) | {"reason": reason, "attempts": post.attempts + 1}
        note = (self.folder / state / post.name).with_suffix(".json")
        partial = note.with_suffix(".partial")
        partial.write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
        partial.replace(note)

    def _post(self, path: Path) -> Post:
        with path.open("rb") as stream:
            head = message_from_bytes(_head(stream.read(100_000)), policy=SMTP)
        try:
            about = json.loads(path.with_suffix(".json").read_bytes())
        except (OSError, ValueError):
            about = {}
        addresses = getaddresses([*head.get_all("To", []), *head.get_all("Cc", [])])
        return Post(
            path.name,
            str(head["Message-ID"]),
            str(head["Subject"]),
            tuple(dict.fromkeys(address for _, address in addresses if address)),
            str(about.get("reason", "")),
            int(about.get("attempts", 0)),
        )

    @staticmethod
    def _sync(folder: Path) -> None:
        if os.name == "posix":
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _head(content: bytes) -> bytes:
    return content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turn what the disk says into words."""
    try:
        yield
    except OSError as error:
        said = N_("The outbox cannot be used ({detail}).")
        raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(folder))) from error
