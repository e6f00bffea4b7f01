"""Sends what is in the outbox: each message once."""

import time
from collections.abc import Callable, Sequence
from dataclasses import field, replace

from union_audit.frozen import dataclass
from union_audit.mail.outbox import FAILED, QUEUED, SENDING, SENT, Outbox, Post
from union_audit.mail.settings import MailSettings
from union_audit.mail.smtp import Doubtful, NotNow, Refused, Server

PAUSES = (2.0, 10.0, 30.0)
"""Seconds between the tries of one run; what is still not taken then waits for the next run."""


@dataclass(slots=True)
class Sent:
    """What became of the messages. `partly`: taken, but not for every recipient, with the reasons; `later`: to be tried by the next run.

    `doubtful`: handed over by this run or one that was stopped, and nobody knows whether they were taken.
    """

    taken: list[Post] = field(default_factory=list)
    partly: list[tuple[Post, str]] = field(default_factory=list)
    later: list[tuple[Post, str]] = field(default_factory=list)
    failed: list[tuple[Post, str]] = field(default_factory=list)
    doubtful: list[Post] = field(default_factory=list)

    @property
    def all_delivered(self) -> bool:
        """Whether every message was taken for everybody."""
        return not (self.partly or self.later or self.failed or self.doubtful)


def send_all(outbox: Outbox, settings: MailSettings, pauses: Sequence[float] = PAUSES, sleep: Callable[[float], None] = time.sleep) -> Sent:
    """Send every queued message; what was found half sent is only told of."""
    sent = Sent(doubtful=list(outbox.posts(SENDING)))
    waiting = list(outbox.posts(QUEUED))
    for pause in (*pauses, None):
        reasons = _round(outbox, settings, waiting, sent)
        waiting = [post for post, _ in reasons]
        if not waiting:
            return sent
        if pause is None:
            sent.later += reasons
            return sent
        sleep(pause)
    return sent


def _round(outbox: Outbox, settings: MailSettings, posts: Sequence[Post], sent: Sent) -> list[tuple[Post, str]]:
    """Try each message once; return those to be tried again, with the reasons."""
    later: list[tuple[Post, str]] = []
    line = _Line(settings)
    try:
        for place, post in enumerate(posts):
            try:
                server = line.server()
            except (NotNow, Refused) as answer:  # of the server, not of a message: all of them wait
                return [*later, *(_waits(outbox, each, QUEUED, answer) for each in posts[place:])]
            try:
                _deliver(outbox, settings, server, post, sent)
            except NotNow as answer:
                later.append(_waits(outbox, post, SENDING, answer))
                line.close()
            except Doubtful:
                sent.doubtful.append(post)
                line.close()
    finally:
        line.close()
    return later


class _Line:
    """The connection to the server: one for many messages, a new one after it was broken."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._server: Server | None = None

    def server(self) -> Server:
        self._server = self._server or Server(self._settings)
        return self._server

    def close(self) -> None:
        if self._server:
            self._server.close()
        self._server = None


def _waits(outbox: Outbox, post: Post, where: str, answer: Exception) -> tuple[Post, str]:
    """Lay a message where the next try finds it, with the reason."""
    outbox.move(post, where, QUEUED, str(answer))
    return replace(post, attempts=post.attempts + 1), str(answer)


def _deliver(outbox: Outbox, settings: MailSettings, server: Server, post: Post, sent: Sent) -> None:
    """Hand over one message. NotNow or Doubtful: it lies in `sending/`."""
    outbox.move(post, QUEUED, SENDING)
    try:
        refused = server.deliver(outbox.message(post, SENDING), settings.sender, post.recipients)
    except Refused as answer:
        outbox.move(post, SENDING, FAILED, str(answer))
        sent.failed.append((post, str(answer)))
    else:
        reason = "; ".join(f"{who}: {why}" for who, why in refused.items())
        outbox.move(post, SENDING, SENT, reason)
        if refused:
            sent.partly.append((post, reason))
        else:
            sent.taken.append(post)
