"""A message as another mail program reads it."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.errors import ReportError
from union_audit.mail.message import Attachment, Letter, compose, message_id
from union_audit.mail.settings import MailSettings, Security, TooLarge

SETTINGS = MailSettings("h", 587, Security.STARTTLS, "bao-cao@example.org", reply_to="van-phong@example.org")
NOW = datetime(2025, 7, 3, 6, 0, tzinfo=UTC)
LETTER = Letter(
    "2025-06.1",
    ("chu-tich@example.org", "van-phong@example.org"),
    "Kết quả chuyển đổi số tháng 6/2025: 18/20 đơn vị đã báo cáo, còn 48 máy tính cần cài phần mềm diệt virus ở 6 đơn vị",
    "Kính gửi …\n\nCòn 48 máy tính.\n",
    "<!DOCTYPE html><p>Còn <b>48</b> máy tính.</p>",
    ("luu@example.org",),
    (Attachment("Báo cáo tháng 6 năm 2025 – Công đoàn.xlsx", b"PK\x03\x04\x00\xff"), Attachment("trang.html", b"<p>\xc3\xa1</p>")),
)


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def test_what_another_program_reads() -> None:
    message = read(compose(LETTER, SETTINGS, NOW))
    assert message["From"] == "bao-cao@example.org"
    assert message["To"] == "chu-tich@example.org, van-phong@example.org"
    assert (message["Cc"], message["Reply-To"]) == ("luu@example.org", "van-phong@example.org")
    assert message["Subject"] == LETTER.subject
    assert message["Date"].datetime == NOW
    assert message["Auto-Submitted"] == "auto-generated"
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().replace("\r\n", "\n") == LETTER.text
    assert html.get_content().strip() == LETTER.html
    attached = list(message.iter_attachments())
    assert [part.get_filename() for part in attached] == ["Báo cáo tháng 6 năm 2025 – Công đoàn.xlsx", "trang.html"]
    assert attached[0].get_content_type() == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert attached[0].get_content() == b"PK\x03\x04\x00\xff"


def test_it_can_go_through_every_server() -> None:
    content = compose(LETTER, SETTINGS, NOW)
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_same_letter_is_the_same_message_and_another_is_not() -> None:
    assert compose(LETTER, SETTINGS, NOW) == compose(LETTER, SETTINGS, NOW)
    others = (replace(LETTER, identity="2025-06.2"), replace(LETTER, to=("x@example.org",)), replace(LETTER, cc=()))
    assert len({message_id(each, SETTINGS) for each in (LETTER, *others)}) == 4
    assert read(compose(LETTER, SETTINGS, NOW))["Message-ID"] == message_id(LETTER, SETTINGS)


def test_a_text_alone() -> None:
    message = read(compose(Letter("1", ("a@example.org",), "S", "Chỉ có chữ.\n"), SETTINGS, NOW))
    assert message.get_content_type() == "text/plain"
    assert message.get_content().strip() == "Chỉ có chữ."


@given(st.text(min_size=1), st.text(alphabet=st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_no_subject_and_no_text_can_forge_a_header(subject: str, text: str) -> None:
    subject = "".join(letter for letter in subject if letter.isprintable())
    message = read(compose(replace(LETTER, subject=f"{subject}\r\nBcc: x@example.org", text=text), SETTINGS, NOW))
    assert message["Bcc"] is None
    assert message.keys().count("Subject") == 1


LARGE = replace(LETTER, attachments=(Attachment("a.xlsx", b"\0" * 900_000), Attachment("b.html", b"x" * 600_000)))


def names(how: TooLarge) -> list[str | None]:
    return [part.get_filename() for part in read(compose(LARGE, replace(SETTINGS, limit_mb=2, too_large=how), NOW)).iter_attachments()]


def test_a_message_that_is_too_large_is_made_smaller_as_the_settings_say() -> None:
    assert names(TooLarge.DROP_HTML) == ["a.xlsx"]
    assert names(TooLarge.ZIP) == ["union-audit.zip"]
    (packed,) = read(compose(LARGE, replace(SETTINGS, limit_mb=2), NOW)).iter_attachments()
    with ZipFile(BytesIO(packed.get_content())) as archive:
        assert {name: len(archive.read(name)) for name in archive.namelist()} == {"a.xlsx": 900_000, "b.html": 600_000}


@pytest.mark.parametrize("how", [TooLarge.REFUSE, TooLarge.DROP_HTML])
def test_a_message_that_stays_too_large_is_refused(how: TooLarge) -> None:
    with pytest.raises(ReportError, match="too large"):
        compose(LARGE, replace(SETTINGS, limit_mb=1, too_large=how), NOW)
