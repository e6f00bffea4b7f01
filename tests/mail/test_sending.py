"""Every message goes out once, whatever the server says, and nothing is lost."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest

from mail_server import PASSWORD, Mailbox, serving
from union_audit.mail import sending
from union_audit.mail.message import Letter, compose
from union_audit.mail.outbox import FAILED, QUEUED, SENDING, SENT, Outbox
from union_audit.mail.sending import Sent, send_all
from union_audit.mail.settings import MailSettings, Security

NOW = datetime(2025, 7, 3, 6, 0, tzinfo=UTC)


class Post:
    """An outbox beside a server."""

    def __init__(self, folder: Path) -> None:
        self.outbox, self.mailbox, self.folder = Outbox(folder / "outbox"), Mailbox(), folder
        self.pauses: list[float] = []

    def queue(self, *numbers: int, to: Sequence[str] = ("chu-tich@example.org",)) -> None:
        settings = MailSettings("localhost", 25, Security.NONE, "bao-cao@example.org")
        for number in numbers:
            self.outbox.add(compose(Letter(f"2025-06.{number}", tuple(to), f"Thư số {number}", "Nội dung\n.\n..dấu chấm\n"), settings, NOW))

    @contextmanager
    def server(self, **more: object) -> Iterator[MailSettings]:
        with serving(self.mailbox, self.folder, **more) as settings:  # type: ignore[arg-type]
            yield settings

    def send(self, pauses: Sequence[float] = (), **more: object) -> Sent:
        with self.server(**more) as settings:
            return send_all(self.outbox, settings, pauses, self.pauses.append)

    def states(self) -> dict[str, int]:
        return {state: len(list(self.outbox.posts(state))) for state in (QUEUED, SENDING, SENT, FAILED)}


@pytest.fixture
def post(tmp_path: Path) -> Post:
    return Post(tmp_path)


def test_each_message_is_sent_once(post: Post) -> None:
    post.queue(1, 2, 3)
    assert len(post.send().taken) == 3
    post.queue(1, 2, 3)  # the next run makes the same messages anew
    again = post.send()
    assert (again.taken, again.all_delivered) == ([], True)
    assert len(post.mailbox.messages) == 3
    assert post.states() == {QUEUED: 0, SENDING: 0, SENT: 3, FAILED: 0}


def test_what_arrives_is_what_lay_in_the_outbox(post: Post) -> None:
    post.queue(1)
    (waiting,) = post.outbox.posts(QUEUED)
    lay = post.outbox.message(waiting, QUEUED)
    post.send()
    arrived = post.mailbox.messages[0]
    assert message_from_bytes(arrived).get_payload() == message_from_bytes(lay).get_payload()
    assert waiting.recipients == ("chu-tich@example.org",)
    assert waiting.subject == "Thư số 1"


def test_not_now_is_tried_again_with_longer_and_longer_pauses(post: Post) -> None:
    post.queue(1)
    post.mailbox.answers = ["451 later", "452 later"]
    assert len(post.send(pauses=(2.0, 10.0, 30.0)).taken) == 1
    assert post.pauses == [2.0, 10.0]


def test_what_is_still_not_taken_waits_for_the_next_run_with_its_reason(post: Post) -> None:
    post.queue(1, 2)
    post.mailbox.answers = ["451 greylisted", "250 OK"]
    sent = post.send()
    assert [(waiting.subject, reason) for waiting, reason in sent.later] == [("Thư số 1", "451 greylisted")]
    (waiting,) = post.outbox.posts(QUEUED)
    assert (waiting.reason, waiting.attempts) == ("451 greylisted", 1)
    assert len(post.send().taken) == 1
    assert post.states() == {QUEUED: 0, SENDING: 0, SENT: 2, FAILED: 0}


def test_no_for_good_is_kept_with_its_reason(post: Post) -> None:
    post.queue(1)
    post.mailbox.answers = ["554 no such thing here"]
    sent = post.send()
    assert [reason for _, reason in sent.failed] == ["554 no such thing here"]
    (failed,) = post.outbox.posts(FAILED)
    assert failed.reason == "554 no such thing here"
    assert post.send().taken == []


def test_one_bad_recipient_of_ten_does_not_keep_the_others_from_it(post: Post) -> None:
    everybody = [f"u{number}@example.org" for number in range(10)]
    post.queue(1, to=everybody)
    post.mailbox.refuse = {"u3@example.org": "550 unknown"}
    sent = post.send()
    assert [(taken.subject, reason) for taken, reason in sent.partly] == [("Thư số 1", "u3@example.org: 550 unknown")]
    assert not sent.all_delivered
    assert post.states()[SENT] == 1
    assert post.send().taken == []


def test_a_recipient_who_cannot_be_reached_now_holds_the_message_back(post: Post) -> None:
    post.queue(1, to=["a@example.org", "b@example.org"])
    post.mailbox.refuse = {"b@example.org": "450 mailbox busy"}
    assert len(post.send().later) == 1
    assert post.mailbox.messages == []
    post.mailbox.refuse = {}
    assert len(post.send().taken) == 1


def test_when_all_recipients_are_refused_it_has_failed(post: Post) -> None:
    post.queue(1)
    post.mailbox.refuse = {"chu-tich@example.org": "550 unknown"}
    assert [reason for _, reason in post.send().failed] == ["chu-tich@example.org: 550 unknown"]


def test_a_connection_lost_after_the_message_was_handed_over_is_told_of_and_not_sent_again(post: Post) -> None:
    post.queue(1)
    post.mailbox.drop = 1
    sent = post.send(pauses=(1.0,))
    assert [doubtful.subject for doubtful in sent.doubtful] == ["Thư số 1"]
    again = post.send()
    assert [doubtful.id for doubtful in again.doubtful] == [sent.doubtful[0].id]
    assert len(post.mailbox.messages) == 1
    assert post.states() == {QUEUED: 0, SENDING: 1, SENT: 0, FAILED: 0}


def test_a_run_that_was_stopped_between_sending_and_recording_is_told_of(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.queue(1)
    move = Outbox.move

    def stop(outbox: Outbox, each: object, origin: str, to: str, reason: str = "") -> None:
        if to == SENT:
            raise KeyboardInterrupt
        move(outbox, each, origin, to, reason)  # type: ignore[arg-type]

    monkeypatch.setattr(Outbox, "move", stop)
    with pytest.raises(KeyboardInterrupt):
        post.send()
    monkeypatch.undo()
    post.queue(1)
    sent = post.send()
    assert len(sent.doubtful) == 1
    assert len(post.mailbox.messages) == 1


def test_a_server_that_is_not_there(post: Post) -> None:
    post.queue(1, 2)
    with post.server() as settings:
        pass
    sent = send_all(post.outbox, settings, (1.0,), post.pauses.append)
    assert len(sent.later) == 2
    assert post.states()[QUEUED] == 2
    assert len(post.send().taken) == 2


def test_a_server_whose_certificate_nobody_vouches_for_gets_neither_password_nor_message(post: Post) -> None:
    post.queue(1)
    sent = post.send(trusted=False)
    assert "certificate" in sent.later[0][1]
    assert post.mailbox.messages == []
    assert post.states()[QUEUED] == 1


def test_a_wrong_password_is_told_without_the_password(post: Post) -> None:
    post.queue(1)
    wrong = post.folder / "wrong.txt"
    wrong.write_text("sai-mat-khau", encoding="utf-8")
    sent = post.send(password_file=wrong)
    assert sent.later[0][1].startswith("535")
    everything = b"".join(path.read_bytes() for path in post.folder.rglob("*") if path.is_file() and path.parent.name != post.folder.name)
    assert b"sai-mat-khau" not in everything
    assert PASSWORD.encode() not in everything


def test_the_pauses_are_minutes_at_most() -> None:
    assert 0 < sum(sending.PAUSES) <= 60


def test_a_server_that_never_answers_is_not_waited_for_longer_than_the_settings_say(post: Post) -> None:
    post.queue(1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = MailSettings("127.0.0.1", silent.getsockname()[1], Security.STARTTLS, "bao-cao@example.org", timeout=1)
        sent = send_all(post.outbox, settings, ())
    assert "timed out" in sent.later[0][1]
    assert post.states()[QUEUED] == 1
