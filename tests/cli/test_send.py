"""Mail as an office sends it: the month's edition, what goes back to each unit, single files."""

import json
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from mail_server import Mailbox, serving
from running import Result, Run
from small_plan import SMALL

UNITS = "code,name,level,email\nD1,Cơ quan Một,office,mot@example.org\nD2,Cơ quan Hai,office,hai@example.org\nD3,Cơ quan Ba,office,\n"


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mailbox: Mailbox) -> Iterator[Path]:
    (tmp_path / "targets.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    submit(tmp_path, "nop.csv", "D1;5;4;0", "D2;5;3;0")
    monkeypatch.chdir(tmp_path)
    with serving(mailbox, tmp_path) as settings:
        lines = {
            "host": settings.host,
            "port": settings.port,
            "user": settings.user,
            "password_file": "secret.txt",
            "ca_file": "ca.pem",
            "from": "bao-cao@example.org",
            "to": "[chu-tich@example.org]",
            "cc": "[luu@example.org]",
        }
        (tmp_path / "mail.yaml").write_text("\n".join(f"{key}: {value}" for key, value in lines.items()) + "\n", encoding="utf-8")
        yield tmp_path


def submit(office: Path, name: str, *rows: str) -> None:
    file = office / "inbox" / "2025-06" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(["Mã đơn vị;Máy tính;Máy được bảo vệ;Máy mật", *rows]) + "\n", encoding="utf-8")


@pytest.fixture
def month(run: Run) -> Callable[..., Result]:
    def command(*more: str) -> Result:
        return run("monthly", "inbox", "-o", "reports", "--as-of", "2025-07-03", "--lang", "vi", "--fail-on", "none", *more)

    return command


def letters(mailbox: Mailbox) -> list[EmailMessage]:
    found = [message_from_bytes(content, policy=default) for content in mailbox.messages]
    assert all(isinstance(each, EmailMessage) for each in found)
    return found


def to_units(office: Path) -> None:
    with (office / "mail.yaml").open("a", encoding="utf-8") as stream:
        stream.write("feedback: send\n")


def test_the_month_is_mailed_once(month: Callable[..., Result], mailbox: Mailbox) -> None:
    assert month("--send").code == 0
    assert month("--send").code == 0
    (letter,) = letters(mailbox)
    assert letter["Subject"].startswith("7/KH, tháng 6 năm 2025: 2/3 đơn vị đã báo cáo")
    assert (letter["To"], letter["Cc"]) == ("chu-tich@example.org", "luu@example.org")
    attached = {part.get_filename(): part for part in letter.iter_attachments()}
    assert sorted(map(str, attached)) == ["union-audit-2025-06.html", "union-audit-2025-06.xlsx"]
    assert "<script" not in attached["union-audit-2025-06.html"].get_content()
    assert attached["union-audit-2025-06.xlsx"].get_content().startswith(b"PK")


def test_a_correction_is_another_message(month: Callable[..., Result], mailbox: Mailbox, office: Path) -> None:
    month("--send")
    submit(office, "muon.csv", "D3;2;2;0")
    month("--send")
    assert len(mailbox.messages) == 2


def test_each_unit_gets_its_own_and_nobody_elses(month: Callable[..., Result], mailbox: Mailbox, office: Path) -> None:
    to_units(office)
    month("--send")
    sent = {letter["To"]: letter for letter in letters(mailbox)}
    assert sent.keys() == {"chu-tich@example.org", "mot@example.org", "hai@example.org"}
    for mine, other in (("mot", "Cơ quan Hai"), ("hai", "Cơ quan Một")):
        letter = sent[f"{mine}@example.org"]
        assert letter["Cc"] is None
        body = letter.get_body(("plain",))
        assert body is not None
        assert other not in body.get_content()


def test_a_unit_whose_own_has_not_changed_gets_no_second_mail(month: Callable[..., Result], mailbox: Mailbox, office: Path) -> None:
    to_units(office)
    month("--send")
    submit(office, "nop.csv", "D1;5;4;0", "D2;5;5;0")
    month("--send")
    again = [letter["To"] for letter in letters(mailbox)[3:]]
    assert sorted(again) == ["chu-tich@example.org", "hai@example.org"]


def test_an_edition_is_sent_later(run: Run, month: Callable[..., Result], mailbox: Mailbox, office: Path) -> None:
    month()
    assert mailbox.messages == []
    result = run("send", "reports/2025-06", "--to", "khac@example.org", "--lang", "en")
    assert (result.code, "1 message sent." in result.err) == (0, True)
    assert [letter["To"] for letter in letters(mailbox)] == ["khac@example.org"]
    assert list((office / "reports" / "outbox" / "sent").glob("*.eml"))


def test_files_go_out_together(run: Run, month: Callable[..., Result], mailbox: Mailbox) -> None:
    month()
    files = ("reports/2025-06/union-audit-2025-06.xlsx", "reports/2025-06/union-audit-2025-06.json")
    assert run("send", *files).code == 0
    (letter,) = letters(mailbox)
    assert [part.get_filename() for part in letter.iter_attachments()] == ["union-audit-2025-06.xlsx", "union-audit-2025-06.json"]


def test_a_dry_run_writes_what_would_be_sent(run: Run, month: Callable[..., Result], mailbox: Mailbox, office: Path) -> None:
    month()
    result = run("send", "reports/2025-06", "--to-units", "--dry-run", "out", "--lang", "en")
    assert (result.code, mailbox.messages, len(result.out.splitlines())) == (0, [], 3)
    files = sorted((office / "out").iterdir())
    assert [file.suffix for file in files] == [".eml"] * 3
    assert message_from_bytes(files[0].read_bytes(), policy=default)["To"] == "chu-tich@example.org"


def test_what_could_not_be_sent_is_4_and_goes_out_the_next_time(
    month: Callable[..., Result], mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("union_audit.mail.sending.PAUSES", ())
    monkeypatch.setattr("union_audit.mail.sending.send_all.__defaults__", ((), lambda _: None))
    mailbox.answers = ["451 later"]
    first = month("--send", "-q")
    assert (first.code, "451 later" in first.err) == (4, True)
    again = month("--send", "-q")
    assert (again.code, again.out, again.err) == (0, "", "")
    assert len(mailbox.messages) == 1


def test_a_server_that_is_down_is_said_once(
    month: Callable[..., Result], mailbox: Mailbox, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("union_audit.mail.sending.send_all.__defaults__", ((), lambda _: None))
    to_units(office)
    mailbox.answers = ["451 later"] * 3
    result = month("--send", "-q", "--lang", "en")
    assert result.code == 4
    (line,) = [line for line in result.err.splitlines() if "451 later" in line]
    assert line.startswith("3 messages not sent yet, the next run tries again: ")


def test_a_doubtful_message_is_told_of_until_somebody_decides(
    run: Run, month: Callable[..., Result], mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("union_audit.mail.sending.send_all.__defaults__", ((), lambda _: None))
    mailbox.drop = 1
    first = month("--send", "-q")
    assert (first.code, "--again" in first.err or "Có thể" in first.err) == (4, True)
    assert month("--send", "-q").code == 4
    assert len(mailbox.messages) == 1
    identity = letters(mailbox)[0]["Message-ID"]
    assert run("send", "--settled", identity, "--outbox", "reports/outbox").code == 0
    assert month("--send", "-q").code == 0
    assert len(mailbox.messages) == 1


def test_a_message_of_which_nobody_knows(run: Run) -> None:
    result = run("send", "--again", "<x@y>", "--lang", "en")
    assert (result.code, "holds no such message" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mail", "nowhere.yaml"), "There is no such file"),
        (("--to", "An <a@example.org>"), "no e-mail address"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(
    run: Run, month: Callable[..., Result], arguments: tuple[str, ...], said: str
) -> None:
    month()
    result = run("send", "reports/2025-06", *arguments, "--lang", "en")
    assert (result.code, said in result.err) == (2, True)


def test_a_report_that_is_not_there(run: Run) -> None:
    result = run("send", "nowhere.xlsx", "--lang", "en")
    assert (result.code, "cannot be read" in result.err) == (4, True)


def test_the_mail_is_logged_without_its_text(month: Callable[..., Result], office: Path) -> None:
    month("--send")
    lines = (office / "reports" / "monthly.log").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1])["step"] == "mailed"
    assert "mat-khau" not in "".join(lines)
