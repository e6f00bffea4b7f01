"""How much of a long report is written, told to who waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from union_audit.frozen import dataclass

Row = TypeVar("Row")
Told = Callable[[int, int], None]

_EVERY = 2048
"""Rows between two tellings."""


def nobody(done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Counted:
    """Counts the rows of a report, about `total` in all its parts together, and tells of them: how many, of how many."""

    total: int = 0
    told: Told = nobody
    done: int = 0

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of one part."""
        for row in rows:
            if self.done % _EVERY == 0:
                self.told(min(self.done, self.total), self.total)
            self.done += 1
            yield row
