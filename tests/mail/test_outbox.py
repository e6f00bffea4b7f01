"""An outbox of one file a message."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from union_audit.errors import ReportError
from union_audit.mail.message import Letter, compose
from union_audit.mail.outbox import QUEUED, Outbox
from union_audit.mail.settings import MailSettings, Security

SETTINGS = MailSettings("localhost", 25, Security.NONE, "bao-cao@example.org")


def message(identity: str = "1") -> bytes:
    return compose(Letter(identity, ("a@example.org",), "Thư", "Nội dung\n"), SETTINGS, datetime(2025, 7, 3, tzinfo=UTC))


def test_a_message_is_queued_once(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    assert [outbox.add(message()), outbox.add(message()), outbox.add(message("2"))] == [True, False, True]
    assert len(list(outbox.posts(QUEUED))) == 2


def test_what_lies_there_is_a_file_that_mail_programs_open(tmp_path: Path) -> None:
    Outbox(tmp_path).add(message())
    (file,) = (tmp_path / QUEUED).iterdir()
    assert file.suffix == ".eml"
    assert file.read_bytes() == message()


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file", encoding="utf-8")
    with pytest.raises(ReportError, match="outbox cannot be used"):
        Outbox(tmp_path / "outbox")


def test_a_message_that_was_half_written_is_none(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    (tmp_path / ".x.eml.partial").write_bytes(b"From: a")
    assert list(outbox.posts(QUEUED)) == []
