"""A real SMTP server for tests, with TLS, a login, and answers that can be chosen."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from union_audit.mail.settings import MailSettings, Security

PASSWORD = "mat-khau"  # noqa: S105 (of the test's own server)


@dataclass
class Mailbox:
    """What the server took. `answers`: replies to the next messages' data, `refuse`: to recipients; `drop`: hang up instead of replying."""

    messages: list[bytes] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    drop: int = 0

    async def handle_RCPT(self, _s: SMTP, _i: Session, envelope: Envelope, address: str, _o: list[str]) -> str:  # noqa: N802
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _i: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.messages.append(envelope.content)
        if self.drop:
            self.drop -= 1
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            await asyncio.sleep(0.1)
        return answer


class _Certificate:
    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.ca_file = folder / "ca.pem"
        authority.cert_pem.write_to_path(str(self.ca_file))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(self.context)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        return int(waiting.getsockname()[1])


@contextmanager
def serving(mailbox: Mailbox, folder: Path, *, trusted: bool = True, **more: Any) -> Iterator[MailSettings]:
    """Yield the settings with which the server can be spoken to."""
    certificate = _Certificate(folder)

    def login(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"bao-cao", PASSWORD.encode()), handled=False)

    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=_free_port(),
        tls_context=certificate.context,
        require_starttls=True,
        auth_required=True,
        authenticator=login,
    )
    controller.start()
    secret = folder / "secret.txt"
    secret.write_text(PASSWORD, encoding="utf-8")
    given = {"ca_file": certificate.ca_file if trusted else None, "timeout": 5, "password_file": secret} | more
    try:
        yield MailSettings("localhost", controller.port, Security.STARTTLS, "bao-cao@example.org", "bao-cao", **given)
    finally:
        controller.stop()
