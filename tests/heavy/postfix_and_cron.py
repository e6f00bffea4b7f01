"""Lets Debian's cron start the line of `init`, and Debian's postfix deliver what it mails: a month as a real office has it.

    .venv/bin/python tests/heavy/postfix_and_cron.py

It needs root on a Debian with a network, and changes nothing of it: all happens in a copy of the file system that lives in memory,
with processes and a network of its own. What cannot be had here is said, and skipped. About four minutes.
"""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import trustme

from union_audit.cli.scheduling import program

COPY = Path("/tmp/union-audit-copy")  # noqa: S108 (its own mount)
FOLDER = Path("/srv/Công đoàn 100%")
CRON_USER, HEAD, OFFICE, UNIT = "keeper", "chutich", "vanphong", "thidu"
DOMAIN = "congdoan.test"
PATIENCE = 240
"""Seconds to wait for what cron starts each minute."""

SETTINGS = f"""
host: localhost
port: 25
security: starttls
ca_file: ca.pem
from: bao-cao@{DOMAIN}
to: [{HEAD}@{DOMAIN}]
cc: [{OFFICE}@{DOMAIN}]
feedback: send
"""


def main() -> int:
    """Make the copy, and go on inside it, where the network is already its own."""
    if sys.argv[1:] == ["inside"]:
        return inside()
    missing = [name for name in ("unshare", "chroot", "apt-get") if shutil.which(name) is None]
    if os.geteuid() != 0 or missing:
        return skip(f"needs root, unshare, chroot and apt-get; missing: {', '.join(missing) or 'root'}")
    return subprocess.run(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc", COPYING], check=False).returncode  # noqa: S603, S607


COPYING = f"""
mkdir -p {COPY}; mount -t tmpfs -o size=1g none {COPY}; cd {COPY}; mkdir up work root
mount -t overlay overlay -o lowerdir=/,upperdir=up,workdir=work root || {{ echo 'skipped: no overlay can be mounted here'; exit 0; }}
mount --rbind /dev root/dev; mount -t proc proc root/proc; mount -t tmpfs none root/run; mount -t tmpfs none root/tmp
printf '#!/bin/sh\\nexit 101\\n' > root/usr/sbin/policy-rc.d; chmod 755 root/usr/sbin/policy-rc.d
export DEBIAN_FRONTEND=noninteractive
chroot root sh -c 'apt-get -qq update && apt-get -qq install --yes --no-install-recommends postfix cron' >apt.log 2>&1 ||
  {{ tail -5 apt.log; echo 'skipped: postfix and cron cannot be installed here'; exit 0; }}
exec unshare --net chroot root {sys.executable} {Path(__file__).resolve()} inside
"""


def inside() -> int:
    """Start the servers, let cron work, and look into the mailboxes."""
    loopback_up()
    for user in (CRON_USER, HEAD, OFFICE, UNIT):
        sh("useradd", "--create-home", "--shell", "/bin/sh", user)
    for folder in (Path(program()[0]), Path(sys.executable).resolve()):
        for parent in folder.parents:
            parent.chmod(parent.stat().st_mode | 0o005)  # an environment in somebody's home: cron's user may use it
    start_postfix()
    start_office()
    line = cron_line()
    write(Path("/tmp/crontab"), f"MAILTO={OFFICE}\n{line}\n")  # noqa: S108
    sh("crontab", "-u", CRON_USER, "/tmp/crontab")  # noqa: S108
    sh("cron")
    told(f"cron has: {line}")
    wait_for(lambda: len(log_steps("mailed")) >= 1, "the first run")
    wait_for(lambda: len(log_steps("mailed")) >= 2, "the second run")
    time.sleep(5)
    return look()


def start_postfix() -> None:
    authority = trustme.CA()
    issued = authority.issue_cert("localhost")
    issued.private_key_and_cert_chain_pem.write_to_path("/etc/postfix/server.pem")
    FOLDER.mkdir(parents=True)
    authority.cert_pem.write_to_path(str(FOLDER / "ca.pem"))
    for setting in (
        "inet_interfaces=loopback-only",
        "inet_protocols=ipv4",
        f"myhostname=mail.{DOMAIN}",
        f"myorigin={DOMAIN}",
        f"mydestination={DOMAIN}, localhost",
        "home_mailbox=Maildir/",
        "compatibility_level=3.6",
        "maillog_file=/var/log/postfix.log",
        "smtpd_tls_security_level=encrypt",
        "smtpd_tls_chain_files=/etc/postfix/server.pem",
        "alias_maps=",
        "alias_database=",
    ):
        sh("postconf", "-e", setting)
    sh("postconf", "-M", "postlog/unix-dgram=postlog unix-dgram n - n - 1 postlogd")
    write(Path("/etc/hosts"), f"127.0.0.1 localhost mail.{DOMAIN}\n")
    sh("postfix", "start")


def start_office() -> None:
    """Start the folder as an office does, for the month before, with one submission of two."""
    sh(*program(), "init", str(FOLDER), "--lang", "en")
    units = (FOLDER / "units.csv").read_text(encoding="utf-8-sig").replace("congdoan.example", DOMAIN)
    write(FOLDER / "units.csv", units)
    write(FOLDER / "mail.yaml", SETTINGS)
    rows = "Mã đơn vị;Tổng số máy tính kết nối mạng;Số máy tính cài phần mềm diệt virus có bản quyền\nVD01;12;9\n"
    inbox = FOLDER / "inbox" / f"{date.today().replace(day=1) - timedelta(days=1):%Y-%m}"  # noqa: DTZ011 (as cron's clock)
    inbox.mkdir()
    write(inbox / "thí dụ.csv", rows)
    sh("chown", "-R", f"{CRON_USER}:", str(FOLDER))


def cron_line() -> str:
    """Return the line of `init`, as it is but for the hour, with --send as its comment says."""
    (line,) = [line for line in (FOLDER / "install" / "crontab").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")]
    return f"* * * * * {line.split(maxsplit=5)[5]} --send"


def look() -> int:
    """Hold every mailbox against what must be in it."""
    boxes = {user: mailbox(user) for user in (HEAD, OFFICE, UNIT)}
    for user, messages in boxes.items():
        for message in messages:
            files = [part.get_filename() for part in message.iter_attachments()]
            told(f"{user}: {message['Subject']} | from {message['From']} | {', '.join(map(str, files)) or 'no attachment'}")
    (report,) = boxes[HEAD]
    assert report["Auto-Submitted"] == "auto-generated"
    assert {Path(str(part.get_filename())).suffix for part in report.iter_attachments()} == {".html", ".xlsx"}
    assert "1/2 đơn vị đã báo cáo" in text_of(report)
    copies = [message for message in boxes[OFFICE] if message["Message-ID"] == report["Message-ID"]]
    signals = [message for message in boxes[OFFICE] if "Cron" in str(message["Subject"])]
    assert (len(copies), len(signals), len(boxes[OFFICE])) == (1, 1, 2)
    told(f"cron's own mail says: {text_of(signals[0]).strip()}")
    (feedback,) = boxes[UNIT]
    assert feedback["To"] == f"{UNIT}@{DOMAIN}"
    steps = log_steps("done")
    assert [('"is_new": true' in step) for step in steps[:2]] == [True, False]
    assert (FOLDER / "reports" / "latest").resolve().name.endswith(".1")
    told(f"{len(steps)} runs of cron, one edition, each message once")
    return 0


def mailbox(user: str) -> list[EmailMessage]:
    files = sorted(Path(f"/home/{user}/Maildir/new").glob("*"))
    return [message_from_bytes(file.read_bytes(), policy=default) for file in files]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def log_steps(step: str) -> list[str]:
    log = FOLDER / "reports" / "monthly.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return [line for line in lines if f'"step": "{step}"' in line]


def wait_for(arrived: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not arrived():
        if time.monotonic() > end:
            raise SystemExit(f"{what} did not come within {PATIENCE} seconds:\n{sh('sh', '-c', 'tail -20 /var/log/postfix.log')}")
        time.sleep(1)


def loopback_up() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: up and running


def sh(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 (our own commands)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def told(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def skip(why: str) -> int:
    told(f"skipped: {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
