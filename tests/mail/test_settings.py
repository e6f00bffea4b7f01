"""A mail.yaml becomes settings, or every problem in it is told at once; the password is never among them."""

from pathlib import Path

import pytest

from told import told
from union_audit.errors import ConfigurationError
from union_audit.mail.settings import MailSettings, Security, TooLarge, load_mail_settings

WHOLE = """
host: mail.example.org
security: tls
user: bao-cao
password_file: secret.txt
from: bao-cao@example.org
reply_to: van-phong@example.org
to: [chu-tich@example.org, van-phong@example.org]
cc: [luu@example.org]
limit_mb: 10
too_large: drop_html
timeout: 5
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mail.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    assert load_mail_settings(written(tmp_path, WHOLE)) == MailSettings(
        "mail.example.org",
        465,
        Security.TLS,
        "bao-cao@example.org",
        "bao-cao",
        tmp_path / "secret.txt",
        reply_to="van-phong@example.org",
        to=("chu-tich@example.org", "van-phong@example.org"),
        cc=("luu@example.org",),
        limit_mb=10,
        too_large=TooLarge.DROP_HTML,
        timeout=5,
    )


def test_the_least_that_is_needed(tmp_path: Path) -> None:
    settings = load_mail_settings(written(tmp_path, "host: mail.example.org\nfrom: a@example.org\n"))
    assert (settings.security, settings.port, settings.to) == (Security.STARTTLS, 587, ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("from: a@example.org", "lacks “host”"),
        ("host: h\nfrom: An <a@example.org>", "“from” is no e-mail address"),
        (
            "host: h\nfrom: a@example.org\nto: [b@example.org, 'c@example.org, d@example.org']",
            "is no e-mail address: c@example.org, d@example.org",
        ),
        ("host: h\nfrom: a@example.org\nuser: u", "“user” needs a password"),
        ("host: h\nfrom: a@example.org\nuser: u\npassword: secret", "“password” is not a key that is known here"),
        ("host: h\nfrom: a@example.org\nuser: u\npassword_env: X\npassword_file: f", "not in both"),
        ("host: mail.example.org\nfrom: a@example.org\nsecurity: none", "without encryption"),
        ("host: h\nfrom: a@example.org\nsecurity: ssl", "“security” cannot be “ssl”"),
        ("host: h\nfrom: a@example.org\nport: 70000", "too large"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, complaint: str) -> None:
    said = told(load_mail_settings, written(tmp_path, text))
    assert any(complaint in each for each in said), said


def test_a_server_on_this_computer_may_be_spoken_to_in_the_open(tmp_path: Path) -> None:
    assert load_mail_settings(written(tmp_path, "host: localhost\nfrom: a@example.org\nsecurity: none\n")).port == 25


def test_where_the_password_is(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("mật khẩu \n", encoding="utf-8")
    in_file = load_mail_settings(written(tmp_path, WHOLE))
    assert in_file.password() == "mật khẩu "
    in_variable = load_mail_settings(written(tmp_path, WHOLE.replace("password_file: secret.txt", "password_env: MAIL_SECRET")))
    assert in_variable.password({"MAIL_SECRET": "x"}) == "x"
    assert "mật khẩu" not in repr(in_file)


def test_a_password_that_is_not_there(tmp_path: Path) -> None:
    settings = load_mail_settings(written(tmp_path, WHOLE))
    with pytest.raises(ConfigurationError, match="file with the password"):
        settings.password()
    in_variable = load_mail_settings(written(tmp_path, WHOLE.replace("password_file: secret.txt", "password_env: MAIL_SECRET")))
    with pytest.raises(ConfigurationError, match="MAIL_SECRET holds no password"):
        in_variable.password({})
