"""The table: what each row divides by what, and the goal that it is held to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measuring import Cost

Costs = Mapping[str, Cost]
Of = Callable[[Costs], float]
MIB = 1024**2


@dataclass(frozen=True)
class Row:
    """`value` over `floor` is held to `goal`; without a floor `value` itself is. Without a goal a row is shown only.

    `unit`: "s" of processor time, "MiB", or "KB".
    """

    step: str
    value: Of
    floor: Of | None = None
    goal: float | None = None
    unit: str = "s"


@dataclass(frozen=True)
class Result:
    """A row, measured. `passed` is None where there is no goal to hold it to; `failure`: why it could not be measured."""

    step: str
    unit: str
    is_ratio: bool
    value: float | None = None
    floor: float | None = None
    ratio: float | None = None
    goal: float | None = None
    passed: bool | None = None
    failure: str = ""


def cpu(job: str, without: str | None = None) -> Of:
    """Return the processor seconds of a job, without those of another."""
    return lambda costs: costs[job].cpu - (costs[without].cpu if without else 0)


def peak(job: str, without: str | None = None) -> Of:
    """Return the peak of a job in MiB, above that of another."""
    return lambda costs: (costs[job].peak - (costs[without].peak if without else 0)) / MIB


def size(job: str) -> Of:
    """Return the kilobytes that a job wrote."""
    return lambda costs: costs[job].size / 1000


def result(row: Row, costs: Costs, *, judged: bool) -> Result:
    """Work a row out. `judged`: whether the sizes are those that the goals are about."""
    failures = [f"{name}: {cost.failure}" for name, cost in costs.items() if cost.failure]
    try:
        value = row.value(costs)
        floor = row.floor(costs) if row.floor else None
    except ValueError as error:  # no median of no runs
        return Result(row.step, row.unit, row.floor is not None, goal=row.goal, passed=False, failure="; ".join(failures) or str(error))
    ratio = None if floor is None else value / floor
    held = value if ratio is None else ratio
    passed = None if row.goal is None or not judged else held <= row.goal
    return Result(row.step, row.unit, row.floor is not None, value, floor, ratio, row.goal, passed)


@dataclass
class Measured:
    """All that was measured of the installed tool, or of a revision, and the Python that ran it."""

    name: str
    python: Path
    results: list[Result] = field(default_factory=list)
    costs: dict[str, Cost] = field(default_factory=dict)

    def add(self, rows: Sequence[Row], costs: Mapping[tuple[str, str], Cost], *, judged: bool) -> None:
        """Add the rows of a group, of which others' costs are no part."""
        own = {name: cost for (whose, name), cost in costs.items() if whose == self.name}
        self.costs |= own
        self.results += [result(row, own, judged=judged) for row in rows]
