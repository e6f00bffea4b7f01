"""What a target asks for: one class a kind. The same formulas serve one Python int and a whole numpy column.

All of them are exact: whole numbers and floor division, no floats. A caller whose products may pass 2**63 hands in
columns of dtype object. A threshold is `percent = p/q`, so `numerator/denominator >= p/q` is `numerator*q >= p*denominator`.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Comparison(StrEnum):
    """How a figure is held against the goal."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="

    @property
    def is_upper(self) -> bool:
        """Whether the goal is an upper bound: less is better."""
        return self in (Comparison.LESS, Comparison.AT_MOST)


@dataclass(frozen=True, slots=True)
class RatioGoal:
    """A share of the denominator: "> 60%" is (MORE, 3/5)."""

    comparison: Comparison
    threshold: Fraction

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        percent = self.threshold * 100
        return f"{self.comparison} {percent.numerator if percent.denominator == 1 else float(percent):g}%"


@dataclass(frozen=True, slots=True)
class CountGoal:
    """A number of things, whatever the size of the unit: ">= 1"."""

    comparison: Comparison
    count: int

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return f"{self.comparison} {self.count}"


@dataclass(frozen=True, slots=True)
class YesGoal:
    """Something to have done: a yes/no field says yes."""

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return "yes"


@dataclass(frozen=True, slots=True)
class Tracked:
    """Measured and shown, never counted as met or as a gap."""

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return "tracked"


Goal = RatioGoal | CountGoal | YesGoal | Tracked
