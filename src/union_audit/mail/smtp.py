"""One message to one server: delivered, refused, to be tried again, or nobody knows."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from union_audit.mail.settings import MailSettings, Security

_TRY_LATER = 500
"""Replies below are of a passing fault (4xx), from here on of a lasting one (5xx)."""


class NotNow(Exception):  # noqa: N818 (an answer, no fault of ours)
    """The server can't be reached or can't take it now; it has not got the message."""


class Refused(Exception):  # noqa: N818
    """The server will not take it."""


class Doubtful(Exception):  # noqa: N818
    """The message was handed over, but whether the server has taken it nobody knows."""


class Server:
    """A connection to the mail server, as its settings say; opened for many messages."""

    def __init__(self, settings: MailSettings) -> None:
        """Connect, encrypt and log in. NotNow or Refused."""
        self._settings = settings
        self._smtp = self._connected()

    def close(self) -> None:
        """Say good-bye."""
        with suppress(smtplib.SMTPException, OSError):
            self._smtp.quit()
        self._smtp.close()

    def deliver(self, message: bytes, sender: str, recipients: Sequence[str]) -> Mapping[str, str]:
        """Hand over a message; return the recipients that were refused, each with the reason, while others were not.

        Raises:
            NotNow: try again later. Refused: for good, for everybody. Doubtful: never try again unasked.
        """
        with _answers():
            self._smtp.rset()
            self._say(*self._smtp.mail(sender))
            answers = {recipient: self._smtp.rcpt(recipient) for recipient in recipients}
        refused = {recipient: _reason(*answer) for recipient, answer in answers.items() if answer[0] not in (250, 251)}
        if len(refused) == len(recipients):
            lasting = all(answer[0] >= _TRY_LATER for answer in answers.values())
            raise (Refused if lasting else NotNow)("; ".join(f"{who}: {why}" for who, why in refused.items()))
        if any(answer[0] < _TRY_LATER for who, answer in answers.items() if who in refused):
            raise NotNow("; ".join(f"{who}: {why}" for who, why in refused.items()))
        try:
            code, said = self._smtp.data(message)
        except smtplib.SMTPDataError as error:
            raise (NotNow if error.smtp_code < _TRY_LATER else Refused)(_reason(error.smtp_code, error.smtp_error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise Doubtful(str(error)) from error
        self._say(code, said)
        return refused

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        with _answers():
            context = ssl.create_default_context(cafile=str(settings.ca_file) if settings.ca_file else None)
            if settings.security is Security.TLS:
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=settings.timeout, context=context)
            else:
                smtp = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
            try:
                if settings.security is Security.STARTTLS:
                    smtp.starttls(context=context)
                if settings.user:
                    smtp.login(settings.user, settings.password())
                else:
                    smtp.ehlo_or_helo_if_needed()
            except BaseException:
                smtp.close()
                raise
        return smtp

    def _say(self, code: int, said: bytes) -> None:
        """Raise what a reply other than yes means."""
        if code >= _TRY_LATER:
            raise Refused(_reason(code, said))
        if code != 250:  # noqa: PLR2004 (RFC 5321: requested mail action okay, completed)
            raise NotNow(_reason(code, said))


@contextmanager
def _answers() -> Iterator[None]:
    """Turn what is said before a message is handed over into NotNow or Refused; no password is ever in it."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Refused(f"TLS: {error.verify_message}") from error
    except smtplib.SMTPAuthenticationError as error:
        raise (NotNow if error.smtp_code < _TRY_LATER else Refused)(_reason(error.smtp_code, error.smtp_error)) from None
    except smtplib.SMTPNotSupportedError as error:
        raise Refused(str(error)) from error
    except smtplib.SMTPResponseException as error:
        raise (NotNow if error.smtp_code < _TRY_LATER else Refused)(_reason(error.smtp_code, error.smtp_error)) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotNow(str(error) or type(error).__name__) from error


def _reason(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
