"""How large the data are: those of the goals, or small ones to try the benchmark itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Units of the nation, one-unit forms, months of the nation's year and of its history."""

    units: int = 125_000
    forms: int = 2_000
    months: int = 12
    history: int = 36


FULL = Sizes()
QUICK = Sizes(units=2_000, forms=40, months=6, history=4)
