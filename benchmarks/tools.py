"""How the tool, the floors and the library are called in one environment."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.data.making import Data
from benchmarks.measuring import Job, environment

HERE = Path(__file__).parent
_PERIODS = {12: "2025", 6: "2025-H1", 3: "2025-Q1", 1: "2025-01"}


@dataclass(frozen=True)
class Tools:
    """The data, a folder for what is written, and the Python of the environment, with the tool beside it."""

    data: Data
    scratch: Path
    python: Path = Path(sys.executable)

    def of_size(self, **sizes: int) -> "Tools":
        """Return the same with data of another size."""
        return replace(self, data=Data(self.data.folder, replace(self.data.sizes, **sizes)))

    def tool(self, name: str, *arguments: str, prepare: Callable[[], None] | None = None, writes: Path | None = None) -> Job:
        """Return a run of the installed tool."""
        return Job(name, (str(self.python.with_name("union-audit")), *arguments), prepare=prepare, writes=writes)

    def floor(self, name: str, program: str, *arguments: str, counts_itself: bool = False) -> Job:
        """Return a run of a program of `floors/`."""
        return Job(name, (str(self.python), str(HERE / "floors" / f"{program}.py"), *arguments), counts_itself=counts_itself)

    def by_library(self, *arguments: str) -> tuple[str, ...]:
        """Return the command that calls the library itself, for this nation."""
        return (str(self.python), str(HERE / "library.py"), arguments[0], str(self.data.plan()), str(self.data.roster()), *arguments[1:])

    def check_nation(self, table: Path, *, plan: Path | None = None, period: str = "2025-06") -> tuple[str, ...]:
        """Return the arguments that check a nation's table, or a folder of them."""
        return ("check", str(table), "-t", str(plan or self.data.plan()), "--units", str(self.data.roster()), *_judged(period))

    def check_year(self, tables: Sequence[Path]) -> tuple[str, ...]:
        """Return the arguments that check a nation's months together."""
        return self.check_nation(tables[0].parents[1], period=_PERIODS[len(tables)])

    def check_offices(self, forms: Path) -> tuple[str, ...]:
        """Return the arguments that check a folder of forms, or one of them."""
        return ("check", str(forms), "--units", str(self.data.offices()), *_judged("2025-06"))

    def history(self, months: int) -> Path:
        """Return a history of so many months, written by this environment's library and kept for as long as it would write the same."""
        return self.data.history(months, self._history_key(), self._record)

    def _record(self, figures: Path, path: Path) -> None:
        subprocess.run(self.by_library("record", str(figures), str(path)), check=True, env=environment())  # noqa: S603 (ourselves)

    def _history_key(self) -> str:
        find = "from union_audit import history; print(history.__path__[0])"
        done = subprocess.run([self.python, "-c", find], check=True, env=environment(), capture_output=True, encoding="utf-8")  # noqa: S603
        sources = sorted(Path(done.stdout.strip()).glob("*.py"))
        return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]


def _judged(period: str) -> tuple[str, ...]:
    return ("--period", period, "--as-of", "2026-01-05", "--lang", "en", "--fail-on", "none")
