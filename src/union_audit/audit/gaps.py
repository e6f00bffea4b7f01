"""The ranked gaps: the worst of them are found without putting all in order."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from union_audit.audit.exact import Keys, competition_ranks, falling
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int16, Int64


@dataclass(frozen=True, slots=True)
class Ranked:
    """Gaps in their order, worst first. Shape (gaps,), all int64 but `column`.

    `place`, `unit` and `column` are indexes: among the `Gaps`, of the unit, of the target; `rank` is from 1 (1, 2, 2, 4).
    """

    place: Int64
    unit: Int64
    column: Int16
    rank: Int64

    def of(self, rows: Int64) -> "Ranked":
        """Return some of them."""
        return Ranked(self.place[rows], self.unit[rows], self.column[rows], self.rank[rows])

    def first(self, most: int | None) -> "Ranked":
        """Return the first so many."""
        return self.of(np.arange(len(self.rank))[:most])

    def rows(self) -> Iterator[tuple[int, int, int]]:
        """Yield unit, column and rank of each."""
        return zip(self.unit.tolist(), self.column.tolist(), self.rank.tolist(), strict=True)


@dataclass(frozen=True)
class Gaps:
    """The gaps that nobody has waived, by what each loses (`loss`), then by `to_go`; ties in the plan's and the roster's order.

    Arrays of shape (gaps,), in the plan's and the roster's order: `unit` and `column` are indexes, the other two order exactly.
    """

    unit: Int64
    column: Int16
    loss: Keys
    to_go: Int64

    def __len__(self) -> int:
        """Return how many gaps there are."""
        return len(self.unit)

    @cached_property
    def ranked(self) -> Ranked:
        """All gaps, worst first."""
        return self._ranked(np.arange(len(self)))

    def worst(self, most: int | None, which: Bool) -> Ranked:
        """Return the worst of some gaps (`which`, of shape (gaps,)), at most so many (None: all), with their ranks among all."""
        return self.down_to(most, which).first(most)

    def down_to(self, most: int | None, which: Bool) -> Ranked:
        """Return the same with all that have the rank of the last of them."""
        count = int(np.count_nonzero(which))
        if most is None or most >= count:
            everything = self.ranked
            return everything.of(np.flatnonzero(which[everything.place]))
        enough = count - max(most, 1)
        found = self._ranked(np.flatnonzero(self.loss >= np.partition(self.loss[which], enough)[enough]))
        wanted = found.of(np.flatnonzero(which[found.place]))
        return wanted.of(np.flatnonzero(wanted.rank <= wanted.rank[max(most, 1) - 1]))

    def _ranked(self, rows: Int64) -> Ranked:
        """Put gaps in order that lose more than all others."""
        order = rows[falling(self.loss[rows], self.to_go[rows])]
        return Ranked(order, self.unit[order], self.column[order], competition_ranks(self.loss[order], self.to_go[order]))
