"""Stops a monthly run everywhere it can be stopped: every change of the disk is refused once, and 200 runs are killed at random moments.

    .venv/bin/python tests/heavy/monthly_faults.py [KILLS]

What must hold each time: what was published before can be read to its end, and the next run makes the edition, once. Half as many runs are
killed while they mail, slowly: no message arrives twice, and one that does not arrive is told of. About a quarter of an hour.
"""

import asyncio
import errno
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from email import message_from_bytes
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from faulty_disk import changes_of_a_run, completed, corrected, refuse, whole  # noqa: E402
from mail_server import Mailbox, serving  # noqa: E402
from office import Office  # noqa: E402

KILLS = int(sys.argv[1]) if sys.argv[1:] else 200


def refuse_each() -> None:
    with TemporaryDirectory() as folder:
        changes = changes_of_a_run(Path(folder))
    told = sum(refuse_one(number, code) for number in range(1, changes + 1) for code in (errno.ENOSPC, errno.EACCES))
    sys.stdout.write(f"{changes} changes refused twice; {told} runs ended with a word, the others could do without\n")


def refuse_one(number: int, code: int) -> bool:
    with TemporaryDirectory() as folder:
        office = corrected(Path(folder))
        told = refuse(office, number, code)
        assert whole(office.reports / "2025-06")
        completed(office)
    return told


def command(office: Office) -> list[str]:
    run = ("monthly", str(office.inbox), "-o", str(office.reports), "--as-of", str(date(2025, 7, 3)), "-q", "--lang", "en")
    folder = office.inbox.parent
    return [sys.executable, "-m", "union_audit", *run, "-t", str(folder / "targets.yaml"), "--units", str(folder / "units.csv")]


def kill_at_random() -> None:
    chance = random.Random(0)  # noqa: S311 (nothing secret)
    with TemporaryDirectory() as folder:
        office = corrected(Path(folder))
        begin = time.monotonic()
        subprocess.run(command(office), check=False)  # noqa: S603 (our own command)
        length = time.monotonic() - begin
    killed = 0
    for number in range(KILLS):
        with TemporaryDirectory() as folder:
            office = killable(Path(folder))
            run = subprocess.Popen(command(office))  # noqa: S603
            time.sleep(chance.random() * length)
            run.send_signal(signal.SIGKILL)
            killed += run.wait() == -signal.SIGKILL
            check_killed(office)
        if number % 20 == 19:
            sys.stdout.write(f"{number + 1} runs, {killed} of them killed at work\n")


def killable(folder: Path) -> Office:
    """Return an office whose first edition was made by the command itself, so that both editions are of the same program."""
    office = Office(folder)
    office.submit("2025-06", ("D1", 10, 10))
    subprocess.run(command(office), check=False)  # noqa: S603
    office.submit("2025-06", ("D1", 10, 9), ("D2", 4, 4))
    return office


def check_killed(office: Office) -> None:
    assert whole(office.reports / "2025-06")
    subprocess.run(command(office), check=False)  # noqa: S603
    editions = sorted(path.name for path in (office.reports / "editions").iterdir())
    assert editions == ["2025-06.1", "2025-06.2"], editions
    assert (office.reports / "2025-06").resolve().name == "2025-06.2"
    assert whole(office.reports / "latest")


TO = {"van-phong@example.org", "mot@example.org", "hai@example.org"}
SLOW = 0.2
"""Seconds before the server answers, so that a run is often killed between handing a message over and the answer."""


class SlowMailbox(Mailbox):
    async def handle_DATA(self, *args: Any) -> str:  # noqa: N802
        answer = await super().handle_DATA(*args)
        await asyncio.sleep(SLOW)
        return answer


def kill_while_mailing() -> None:
    chance = random.Random(1)  # noqa: S311 (nothing secret)
    doubtful = 0
    for _ in range(KILLS // 2):
        with TemporaryDirectory() as folder:
            office, mailbox = killable(Path(folder)), SlowMailbox()
            units = "code,name,level,email\nD1,LĐLĐ huyện Một,district,mot@example.org\nD2,LĐLĐ huyện Hai,district,hai@example.org\n"
            (Path(folder) / "units.csv").write_text(units, encoding="utf-8")
            with serving(mailbox, Path(folder)) as server:
                given = {"host": server.host, "port": server.port, "user": server.user, "from": server.sender, "feedback": "send"}
                files = {"password_file": "secret.txt", "ca_file": "ca.pem", "to": "[van-phong@example.org]"}
                lines = [f"{key}: {value}" for key, value in (given | files).items()]
                (Path(folder) / "mail.yaml").write_text("\n".join(lines), encoding="utf-8")
                doubtful += kill_one(office, mailbox, chance)
    sys.stdout.write(f"{KILLS // 2} runs killed while they mailed; {doubtful} messages left in doubt, and told of\n")


def kill_one(office: Office, mailbox: Mailbox, chance: random.Random) -> int:
    """Kill a run once its first message is out, and complete it; return how many messages nobody knows to have arrived."""
    run = subprocess.Popen([*command(office), "--send"], stderr=subprocess.DEVNULL)  # noqa: S603
    while not mailbox.messages and run.poll() is None:
        time.sleep(0.01)
    time.sleep(chance.random() * SLOW * 3)
    run.send_signal(signal.SIGKILL)
    run.wait()
    ended = [subprocess.run([*command(office), "--send"], check=False, stderr=subprocess.DEVNULL).returncode for _ in range(2)]  # noqa: S603
    left = list((office.reports / "outbox" / "sending").glob("*.eml"))
    arrived = Counter(message_from_bytes(each)["To"] for each in mailbox.messages)
    assert set(arrived.values()) == {1}, arrived
    assert arrived.keys() | {message_from_bytes(file.read_bytes())["To"] for file in left} == TO, (arrived, left)
    assert ended == ([4, 4] if left else [1, 1] if ended[0] else [0, 0]), ended
    return len(left)


if __name__ == "__main__":
    refuse_each()
    kill_at_random()
    kill_while_mailing()
