"""Reporting periods: a month, a quarter, a half-year, nine months, a year."""

import re
from functools import total_ordering

from union_audit.frozen import dataclass

_LABEL = re.compile(r"([1-9][0-9]{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?")

NINE_MONTHS = 9


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """`months` months of `year`, from month `first`; the plan's `Calendar` says on which days. Ordered by its end, then by its length."""

    year: int
    first: int
    months: int

    @classmethod
    def parse(cls, label: str) -> "Period":
        """Read "2025-06", "2025-Q2", "2025-H1", "2025-9M" or "2025"; ValueError for anything else."""
        found = _LABEL.fullmatch(label.strip().upper())
        if found is None:
            raise ValueError(label)
        year, month, quarter, half, nine = found.groups()
        if month:
            return cls(int(year), int(month), 1)
        if quarter:
            return cls(int(year), int(quarter) * 3 - 2, 3)
        if half:
            return cls(int(year), int(half) * 6 - 5, 6)
        return cls(int(year), 1, 9 if nine else 12)

    @property
    def label(self) -> str:
        """The text that `parse` reads."""
        kind = {
            1: f"-{self.first:02d}",
            3: f"-Q{(self.first + 2) // 3}",
            6: f"-H{(self.first + 5) // 6}",
            9: "-9M",
            12: "",
        }
        return f"{self.year}{kind[self.months]}"

    @property
    def last(self) -> int:
        """Its last calendar month."""
        return self.first + self.months - 1

    @property
    def preceding(self) -> "Period":
        """The period of the same length before it."""
        return self._moved(-self.months)

    @property
    def following(self) -> "Period":
        """The period of the same length after it."""
        return self._moved(self.months)

    def split(self) -> tuple["Period", ...]:
        """Return its single months, in order."""
        return tuple(Period(self.year, month, 1) for month in range(self.first, self.last + 1))

    def covers(self, other: "Period") -> bool:
        """Whether the other period lies in this one, or is it."""
        return self.year == other.year and self.first <= other.first and other.last <= self.last

    def __lt__(self, other: "Period") -> bool:
        """Order by end, the longer period last."""
        return (self.year, self.last, self.months) < (other.year, other.last, other.months)

    def _moved(self, months: int) -> "Period":
        """Return the period as many months later; nine months, which a year holds but once, move by a year."""
        if self.months == NINE_MONTHS:
            return Period(self.year + (1 if months > 0 else -1), self.first, self.months)
        years, first = divmod(self.first - 1 + months, 12)
        return Period(self.year + years, first + 1, self.months)
