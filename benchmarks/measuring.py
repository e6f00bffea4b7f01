"""Runs commands in turn, each as a whole process, and keeps what every run cost."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Job:
    """A command to measure. `counts_itself`: its output ends with the processor seconds of the part that counts.

    `prepare`: what has to be done before each run, and is not measured. `writes`: the file whose size is of interest.
    `whose`: the revision that is measured.
    """

    name: str
    command: tuple[str, ...]
    counts_itself: bool = False
    prepare: Callable[[], None] | None = None
    writes: Path | None = None
    whose: str = ""


@dataclass(frozen=True)
class Run:
    """What one run cost: processor seconds, bytes at its peak, seconds by the clock, bytes that it wrote."""

    cpu: float
    peak: int
    wall: float
    size: int = 0


@dataclass
class Cost:
    """All runs of a job; `failure` is what it said where a run failed."""

    runs: list[Run] = field(default_factory=list)
    failure: str = ""

    @property
    def cpu(self) -> float:
        """The median of the processor seconds."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        """The median of the peaks, in bytes."""
        return statistics.median(run.peak for run in self.runs)

    @property
    def size(self) -> float:
        """The median of the sizes, in bytes."""
        return statistics.median(run.size for run in self.runs)


def measure(jobs: Sequence[Job], runs: int, scratch: Path, tell: Callable[[str], None]) -> dict[tuple[str, str], Cost]:
    """Run all jobs in turn, `runs` times over, and return the costs by `whose` and name; one that failed is not run again."""
    costs = {(job.whose, job.name): Cost() for job in jobs}
    for number in range(1, runs + 1):
        for job in jobs:
            cost = costs[job.whose, job.name]
            if not cost.failure:
                tell(f"{number} of {runs}: {job.name} {job.whose}")
                _run(job, scratch, cost)
    return costs


def _run(job: Job, scratch: Path, cost: Cost) -> None:
    if job.prepare:
        job.prepare()
    stdout, stderr = scratch / "stdout", scratch / "stderr"
    launched = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-SE", str(LAUNCH), str(stdout), str(stderr), *job.command],
        env=environment(),
        cwd=scratch,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    said = json.loads(launched.stdout)
    if said["code"]:
        cost.failure = f"exit code {said['code']}: {stderr.read_text(encoding='utf-8')[-2000:].strip()}"
        return
    cpu = float(stdout.read_text(encoding="utf-8").split()[-1]) if job.counts_itself else said["cpu"]
    cost.runs.append(Run(cpu, said["peak"], said["wall"], job.writes.stat().st_size if job.writes else 0))


def environment() -> Mapping[str, str]:
    """Return what the commands find in their environment: what is needed to start, and nothing that changes what they do."""
    kept = {"PATH", "HOME", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH"}
    return {**{name: value for name, value in os.environ.items() if name in kept}, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
