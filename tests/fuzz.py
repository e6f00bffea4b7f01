"""Fuzzing that a person runs: `python tests/fuzz.py --count 20000`. Mutated workbooks and text files go through the whole `check`.

Each file is made by its number and the seed. Nothing may end in a traceback, a wrong exit
code, output that is no JSON, or take longer than its limit. What does is saved, and listed at the end.
"""

import argparse
import io
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from mutating import mutated
from union_audit.cli import run
from union_audit.plan import load_plan
from union_audit.sheets.worker import end

LIMIT = 5.0
"""Seconds of processor time that a small file may take, with the process that parses it: a busy machine blames no file."""
HANGING = 30.0
"""Seconds after which a process is ended from outside."""
FINE = {0, 1, 3}
SHOWN = 500


class Answer(NamedTuple):
    """What became of a file: "" where all is well, else what failed and the file itself."""

    number: int
    name: str
    fault: str = ""
    content: bytes = b""


def main() -> int:
    """Read the options, run, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000, help="how many files (20000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first file (0)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other files (1)")
    parser.add_argument("--jobs", type=int, default=1, help="how many processes (1)")
    parser.add_argument("--save", type=Path, default=Path("fuzz-failures"), help="where failing files are saved (fuzz-failures)")
    options = parser.parse_args()
    numbers = range(options.first, options.first + options.count)
    failures = 0
    for answer in run_all(numbers, options.seed, options.jobs):
        if answer.fault:
            failures += 1
            options.save.mkdir(parents=True, exist_ok=True)
            (options.save / f"{options.seed}-{answer.name}").write_bytes(answer.content)
            sys.stdout.write(f"{answer.name}: {answer.fault}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{options.count} files, {failures} failures\n")
    return 1 if failures else 0


def run_all(numbers: range, seed: int, jobs: int) -> Iterator[Answer]:
    """Yield the answers of all files, from several processes; one that hangs or dies is told, and its process begun anew."""
    workers = [Worker(numbers[job::jobs], seed) for job in range(jobs)]
    done, began = 0, time.monotonic()
    while any(worker.left for worker in workers):
        for worker in workers:
            answer = worker.answer(wait=0.2)
            if answer is None:
                continue
            done += 1
            if done % SHOWN == 0:
                sys.stderr.write(f"{done} of {len(numbers)}, {(time.monotonic() - began) / done * 1000:.0f} ms each\n")
            yield answer
    for worker in workers:
        worker.close()


class Worker:
    """A process that checks files one after the other."""

    def __init__(self, numbers: range, seed: int) -> None:
        self.left, self._seed, self._home = list(numbers), seed, Path(tempfile.mkdtemp(prefix="fuzz-"))
        self._start()

    def _start(self) -> None:
        self._connection, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=work, args=(list(self.left), self._seed, self._home, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._since = time.monotonic()

    def close(self) -> None:
        """Leave nothing behind."""
        self._process.join()
        shutil.rmtree(self._home, ignore_errors=True)

    def answer(self, wait: float) -> Answer | None:
        """Return the next answer, None if there is none yet."""
        if not self.left:
            return None
        try:
            if self._connection.poll(wait):
                got: Answer = self._connection.recv()
                self.left.remove(got.number)
                self._since = time.monotonic()
                return got
        except EOFError:
            return self._gave_up(f"the process ended with {self._process.exitcode}")
        return self._gave_up("hangs") if time.monotonic() - self._since > HANGING else None

    def _gave_up(self, fault: str) -> Answer:
        self._process.kill()
        self._process.join()
        number, file = self.left.pop(0), next(self._home.glob("*.*"))
        answer = Answer(number, file.name, fault, file.read_bytes())
        file.unlink()
        self._start()
        return answer


def work(numbers: list[int], seed: int, home: Path, connection: Connection) -> None:
    """Check each of the files, alone in a folder, and send what became of it."""
    tempfile.tempdir = str(home)
    os.chdir(home)
    with patch("union_audit.cli.set_up.load_plan", cache(load_plan)):
        for number in numbers:
            name, content = mutated(seed, number)
            path = home / name
            path.write_bytes(content)
            fault = checked(path)
            path.unlink()
            connection.send(Answer(number, name, fault, content if fault else b""))


def checked(path: Path) -> str:
    """Check one file as a user does, and return what is wrong with the answer, "" if nothing is."""
    out, err, began = io.StringIO(), io.StringIO(), _processor_time()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["check", path.name, "-f", "json"])
    except BaseException:  # noqa: BLE001 (a library's panic is no Exception)
        return traceback.format_exc()
    finally:
        end()
    seconds = _processor_time() - began
    if code not in FINE:
        return f"exit code {code}: {err.getvalue().strip()} {_details()}"
    if seconds > LIMIT:
        return f"took {seconds:.1f} s of processor time"
    try:
        json.loads(out.getvalue())
    except ValueError as fault:
        return f"no JSON: {fault}"
    return "Traceback" if "Traceback" in err.getvalue() else ""


def _processor_time() -> float:
    """Return the seconds of a processor that this process and those that it ended took: no file shall pay for those before it."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _details() -> str:
    """Return the end of what a fault of ours saved."""
    saved = sorted(Path().glob("union-audit-*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in saved]
    for path in saved:
        path.unlink()
    return " | ".join(text[-1500:] for text in texts)


if __name__ == "__main__":
    sys.exit(main())
