"""Runs one command as a child and prints what it cost, as JSON: `python -SE launch.py STDOUT STDERR COMMAND...`.

A program of its own that loads nothing: what a process needs at most begins, for the kernel, with what the process that started it had.
Seconds of processor time (user and system) are those of the child and of all that it waited for. The peak is the largest memory of a
process (bytes); on Linux also of all its processes together, looked at a hundred times a second, pages that they share counted once.
"""

import json
import os
import sys
import time
from collections.abc import Iterator

PAUSE = 0.01
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main(stdout: str, stderr: str, *command: str) -> None:
    """Run the command, its output in the two files."""
    began = time.monotonic()
    actions = [
        (os.POSIX_SPAWN_OPEN, stream, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) for stream, path in ((1, stdout), (2, stderr))
    ]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    together = 0
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        together = max(together, _resident(child))
        time.sleep(PAUSE)
    wall = time.monotonic() - began
    peak = max(usage.ru_maxrss * _MAXRSS_UNIT, together)
    cost = {"cpu": usage.ru_utime + usage.ru_stime, "peak": peak, "wall": wall, "code": os.waitstatus_to_exitcode(status)}
    sys.stdout.write(json.dumps(cost))


def _resident(process: int) -> int:
    """Return the bytes of a process and all below it, 0 where the system does not tell or it has none below."""
    own, shared = 0, 0
    family = list(_family(process))
    if len(family) < 2:  # noqa: PLR2004 (one alone is known exactly at its end)
        return 0
    for each in family:
        try:
            with open(f"/proc/{each}/statm", "rb") as file:  # noqa: PTH123 (nothing is loaded here)
                _, resident, pages = map(int, file.read().split()[:3])
        except (OSError, ValueError):
            continue
        own += resident - pages
        shared = max(shared, pages)
    return (own + shared) * _PAGE


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        with open(f"/proc/{process}/task/{process}/children", "rb") as file:  # noqa: PTH123
            children = [int(each) for each in file.read().split()]
    except OSError:
        return
    for child in children:
        yield from _family(child)


if __name__ == "__main__":
    main(*sys.argv[1:])
