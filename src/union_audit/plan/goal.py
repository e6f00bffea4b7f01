"""What a target asks for: one class a kind. The same formulas serve one Python int and a whole numpy column.

All of them are exact: whole numbers and floor division, no floats. A caller whose products may pass 2**63 hands in
columns of dtype object; `factor` is the most that a formula multiplies a count by. A threshold is `p/q`, so that
`numerator/denominator >= p/q` is `numerator*q >= p*denominator`, and the smallest numerator that does is found by division.
"""

from abc import ABC, abstractmethod
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeAlias

from union_audit.frozen import dataclass

Amount: TypeAlias = Any
"""One count (int), or a numpy column of counts; a truth (bool), or a column of truths. This floor does not know numpy."""


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

    @property
    def beyond(self) -> int:
        """How far past the threshold itself the first whole number is that will do."""
        return {Comparison.MORE: 1, Comparison.LESS: -1}.get(self, 0)


class _Bound(ABC):
    """The formulas that every goal with a bound shares. `required` is what the method of that name gave for the row."""

    __slots__ = ()

    @property
    def is_upper(self) -> bool:
        """Whether the goal is an upper bound: less is better."""
        return False

    @abstractmethod
    def required(self, base: Amount) -> Amount:
        """Return the smallest numerator that meets the goal (of an upper bound: the largest).

        `base`: the denominator, or the number of units that are to reach it.
        """

    def meets(self, numerator: Amount, required: Amount) -> Amount:
        """Whether the goal is met."""
        return numerator <= required if self.is_upper else numerator >= required

    def to_go(self, numerator: Amount, required: Amount) -> Amount:
        """Return how many numerators are missing (of an upper bound: too many), 0 where the goal is met."""
        distance = numerator - required if self.is_upper else required - numerator
        return distance * (distance > 0)

    def attainment(self, numerator: Amount, required: Amount) -> tuple[Amount, Amount]:
        """Return the attainment as a fraction: reached of required (of an upper bound: allowed of reached), 1/1 where met."""
        met = self.meets(numerator, required) * 1
        missed = 1 - met
        reached, whole = (required, numerator) if self.is_upper else (numerator, required)
        return reached * missed + met, whole * missed + met


class _Compared(_Bound):
    """A bound that may be an upper one."""

    __slots__ = ()
    comparison: Comparison

    @property
    def is_upper(self) -> bool:
        """Whether the goal is an upper bound: less is better."""
        return self.comparison.is_upper


@dataclass(frozen=True, slots=True)
class RatioGoal(_Compared):
    """A share of the denominator: "> 60%" is (MORE, 3/5)."""

    comparison: Comparison
    threshold: Fraction

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        percent = Decimal(self.threshold.numerator) * 100 / Decimal(self.threshold.denominator)
        return f"{self.comparison} {percent:f}%"

    @property
    def factor(self) -> int:
        """The most that a formula multiplies a count by."""
        return max(self.threshold.numerator, self.threshold.denominator)

    def required(self, base: Amount) -> Amount:
        """Return the smallest numerator that meets the goal for this denominator (of an upper bound: the largest)."""
        p, q = self.threshold.numerator, self.threshold.denominator
        rounded = -(-p * base // q) if self.comparison in (Comparison.AT_LEAST, Comparison.LESS) else p * base // q
        return rounded + self.comparison.beyond if self.comparison.beyond else rounded

    @property
    def takes_new_ones(self) -> bool:
        """Whether new ones, all of them good, would meet it one day: a share to reach, under 100%."""
        return not self.is_upper and self.threshold < 1

    def to_go_new(self, numerator: Amount, base: Amount) -> Amount:
        """Return how many new ones in a row, all of them good, would meet the goal where it is missed and `takes_new_ones`."""
        p, q = self.threshold.numerator, self.threshold.denominator
        missing, gained = p * base - q * numerator, q - p
        return missing // gained + 1 if self.comparison is Comparison.MORE else -(-missing // gained)


@dataclass(frozen=True, slots=True)
class CountGoal(_Compared):
    """A number of things, whatever the size of the unit: ">= 1"."""

    comparison: Comparison
    count: int

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return f"{self.comparison} {self.count}"

    @property
    def factor(self) -> int:
        """The most that a formula multiplies a count by."""
        return self.count + 1

    def required(self, base: Amount) -> Amount:
        """Return what `base` units have to reach together (of an upper bound: may reach)."""
        return (self.count + self.comparison.beyond) * base


@dataclass(frozen=True, slots=True)
class YesGoal(_Bound):
    """Something to have done: a yes/no field says yes."""

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return "yes"

    @property
    def factor(self) -> int:
        """The most that a formula multiplies a count by."""
        return 1

    def required(self, base: Amount) -> Amount:
        """Return how many of `base` units have to say yes: all."""
        return base


@dataclass(frozen=True, slots=True)
class Tracked:
    """Measured and shown, never counted as met or as a gap."""

    def __str__(self) -> str:
        """Return the goal as targets.yaml writes it."""
        return "tracked"


Bound = RatioGoal | CountGoal | YesGoal
Goal = Bound | Tracked
