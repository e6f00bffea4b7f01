"""Parses in a process of its own, which may hang, die or want too much memory without taking the audit with it.

One is started for a run, at the first file that is not plain and small. It is a fresh interpreter, not a fork: libraries with
threads are loaded here, and a fork of them may stand still. Where none can be started the file is parsed in this process.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import cast

from union_audit.sheets import limits, parsing

_SCRIPT = Path(parsing.__file__)
_TOO_LONG: int = getattr(signal, "SIGXCPU", 0)
_KILLED: int = getattr(signal, "SIGKILL", 0)


def ask(wanted: int, data: bytes) -> tuple[int, object]:
    """Return what `parsing.answer` returns of a file, or that the process was stopped; end it where it gave no answer."""
    worker = _Worker.current()
    return worker.ask(wanted, data) if worker else parsing.answer(wanted, data)


def end() -> None:
    """End the process, if there is one."""
    worker = _Worker.running()
    if worker:
        worker.end()


class _Worker:
    """The process. One that was stopped or died is replaced at the next file."""

    _current: "_Worker | None" = None

    def __init__(self) -> None:
        command = [sys.executable, "-P", str(_SCRIPT)]
        paths = os.pathsep.join(filter(None, (str(_SCRIPT.parents[2]), os.environ.get("PYTHONPATH"))))  # where this very package is
        self._process = subprocess.Popen(  # noqa: S603 (ourselves)
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONPATH": paths}
        )
        atexit.register(self.end)

    @classmethod
    def current(cls) -> "_Worker | None":
        """Return the process, started if there is none; None where none can be."""
        if cls._current is None and _is_possible():
            try:
                cls._current = cls()
            except OSError:
                return None
        return cls._current

    @classmethod
    def running(cls) -> "_Worker | None":
        """Return the process that is running."""
        return cls._current

    def ask(self, wanted: int, data: bytes) -> tuple[int, object]:
        """Return the process's answer; one that gave none is ended."""
        seconds = limits.worker_seconds(len(data))
        clock = Timer(limits.WALL_SECONDS * seconds, self._process.kill)
        clock.start()
        try:
            return self._exchange(parsing.REQUEST.pack(wanted, seconds, limits.WORKER_BYTES, len(data)), data)
        except (OSError, EOFError, pickle.UnpicklingError):
            is_late = clock.finished.is_set()
            code = self.end(patience=1)
            if is_late or code == -_TOO_LONG:
                return parsing.STOPPED, f"{seconds} s"
            if code in (-signal.SIGABRT, -_KILLED):  # what the parser does where memory ends, and the system
                return parsing.MEMORY, ""
            return parsing.DIED, f"calamine: {code}"
        except BaseException:  # an interrupt: what the process answers later would be taken for another file's
            self.end()
            raise
        finally:
            clock.cancel()

    def _exchange(self, head: bytes, data: bytes) -> tuple[int, object]:
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise EOFError
        requests.write(head)
        requests.write(data)
        requests.flush()
        return cast("tuple[int, object]", pickle.load(answers))  # noqa: S301 (of our own process)

    def end(self, patience: float = 0) -> int:
        """End the process and return its code; `patience`: the seconds that one which is ending by itself is given."""
        atexit.unregister(self.end)
        _Worker._current = None
        try:
            code = self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was still to be written
                if pipe:
                    pipe.close()
        return code


def _is_possible() -> bool:
    """Whether this program stands in files that another interpreter can run."""
    return bool(sys.executable) and _SCRIPT.is_file()
