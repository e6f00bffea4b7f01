"""mail.yaml → how and to whom reports are mailed."""

import os
import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any

from union_audit.errors import ConfigurationError, Problem
from union_audit.frozen import dataclass
from union_audit.plan import document
from union_audit.plan.conforming import conform
from union_audit.plan.problems import Problems, decode, read_bytes
from union_audit.words import N_

_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Security(StrEnum):
    """How the way to the server is kept from being read: from the first word (tls), after a word in the open, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class TooLarge(StrEnum):
    """What becomes of a message that is larger than the limit."""

    DROP_HTML = "drop_html"
    ZIP = "zip"
    REFUSE = "refuse"


_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How and to whom reports are mailed.

    `ca_file`: certificates to trust instead of the system's. `limit_mb`: of a whole message, as it is sent. `to_units`: each unit
    gets what goes back to it, at the address that the roster has. The password is read when it is needed, and is in no value that
    anything could print.
    """

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password_file: Path | None = None
    password_env: str = ""
    ca_file: Path | None = None
    reply_to: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    limit_mb: int = 20
    too_large: TooLarge = TooLarge.ZIP
    timeout: int = 60
    to_units: bool = False
    path: Path = field(default=Path("mail.yaml"), compare=False)

    def password(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return the password; ConfigurationError where it is not where the settings say."""
        if self.password_env:
            found = environment.get(self.password_env, "")
            if not found:
                raise self._fault(N_("The environment variable {name} holds no password."), name=self.password_env)
            return found
        if self.password_file is None:
            return ""
        try:
            return self.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise self._fault(N_("The file with the password cannot be read: {name}."), name=str(self.password_file)) from None

    def _fault(self, message: str, **args: object) -> ConfigurationError:
        return ConfigurationError(Problem(message, args, file=str(self.path)))


def is_address(text: str) -> bool:
    """Whether a text is one address and nothing else: no name, no list, no second line."""
    return _ADDRESS.fullmatch(text) is not None and text.isprintable()


def load_mail_settings(path: Path) -> MailSettings:
    """Read a mail.yaml; ConfigurationError with every problem in it."""
    problems = Problems(path)
    draft = document.parse(decode(read_bytes(path, problems), problems), problems)
    written = conform(draft, SCHEMA, ())
    _check(written, draft)
    problems.raise_if_any()
    security = Security(written.get("security", Security.STARTTLS))
    return MailSettings(
        host=written["host"],
        port=written.get("port", _PORTS[security]),
        security=security,
        sender=written["from"],
        user=written.get("user", ""),
        password_file=written.get("password_file"),
        password_env=written.get("password_env", ""),
        ca_file=written.get("ca_file"),
        reply_to=written.get("reply_to", ""),
        to=tuple(written.get("to", ())),
        cc=tuple(written.get("cc", ())),
        limit_mb=written.get("limit_mb", 20),
        too_large=TooLarge(written.get("too_large", TooLarge.ZIP)),
        timeout=written.get("timeout", 60),
        to_units=written.get("feedback") == "send",
        path=path,
    )


def _check(written: Mapping[str, Any], draft: document.Document) -> None:
    """Check what the schema cannot: addresses, where a password comes from, and that none crosses a network in the open."""
    for key in ("from", "reply_to"):
        if key in written and not is_address(written[key]):
            draft.add(N_("“{key}” is no e-mail address: {found}."), (key,), found=written[key])
    for key in ("to", "cc"):
        for place, address in enumerate(written.get(key, ())):
            if not is_address(address):
                draft.add(N_("“{key}” is no e-mail address: {found}."), (key, place), found=address)
    if "password_file" in written and "password_env" in written:
        draft.add_at_key(N_("“{key}”: the password is in a file or in the environment, not in both."), ("password_env",))
    if "user" in written and not {"password_file", "password_env"} & written.keys():
        draft.add_at_key(N_("“{key}” needs a password: say in which file or variable it is."), ("user",))
    if written.get("security") == Security.NONE and written.get("host") not in _LOOPBACK:
        hint = N_("Only a server on this computer may be spoken to in the open.")
        draft.add(N_("“{key}”: without encryption anybody on the way can read the reports."), ("security",), hint)


def _text(description: str, **more: object) -> dict[str, Any]:
    return {"description": description, "type": "string", "minLength": 1, **more}


def _number(description: str, most: int) -> dict[str, Any]:
    return {"description": description, "type": "integer", "minimum": 1, "maximum": most}


def _addresses(description: str) -> dict[str, Any]:
    return {"description": description, "type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "union-audit mail",
    "description": "How and to whom reports are mailed.",
    "type": "object",
    "properties": {
        "host": _text("The mail server."),
        "port": _number("Its port; by default 587 with starttls, 465 with tls.", 65535),
        "security": _text("starttls (the default), tls, or none (only for a server on this computer).", enum=[*Security]),
        "user": _text("The name to log in with."),
        "password_file": _text("The file with the password, which only the program's user may read; relative to this one.", format="path"),
        "password_env": _text("The environment variable with the password."),
        "ca_file": _text("Certificates to trust instead of the system's; relative to this file.", format="path"),
        "from": _text("The sender's address."),
        "reply_to": _text("Where answers go."),
        "to": _addresses("Who gets the reports."),
        "cc": _addresses("Who gets a copy."),
        "limit_mb": _number("How large a message may be, in MB; 20 by default.", 1000),
        "too_large": _text("What becomes of a larger one: zip (the default), drop_html or refuse.", enum=[*TooLarge]),
        "feedback": _text("send: each unit gets what goes back to it; keep (the default): nobody does.", enum=["send", "keep"]),
        "timeout": _number("Seconds to wait for the server; 60 by default.", 3600),
    },
    "required": ["host", "from"],
    "additionalProperties": False,
    "$defs": {},
}
