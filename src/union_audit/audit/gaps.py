"""The ranked gaps: the worst of them are found without putting all in order."""

from functools import cached_property

import numpy as np

from union_audit.audit.exact import Keys, competition_ranks, falling
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int64


@dataclass(frozen=True, slots=True)
class Ranked:
    """Gaps in their order, worst first: `unit` and `column` are indexes, `rank` from 1 (1, 2, 2, 4). All int64, shape (gaps,)."""

    unit: Int64
    column: Int64
    rank: Int64


@dataclass(frozen=True)
class Gaps:
    """The gaps that nobody has waived, by what each loses (`loss`), then by `to_go`; ties in the plan's and the roster's order.

    Arrays of shape (gaps,), in the plan's and the roster's order: `unit` and `column` are indexes, the other two order exactly.
    """

    unit: Int64
    column: Int64
    loss: Keys
    to_go: Int64

    def __len__(self) -> int:
        """Return how many gaps there are."""
        return len(self.unit)

    @cached_property
    def ranked(self) -> Ranked:
        """All gaps, worst first."""
        return self._ranked(np.arange(len(self)))

    def worst(self, most: int | None, among: Bool) -> Ranked:
        """Return the worst gaps of the units `among` (shape (units,)), at most so many (None: all), with their ranks among all."""
        shown = among[self.unit]
        count = int(np.count_nonzero(shown))
        if most is None or most >= count:
            found = self.ranked
        else:
            enough = count - max(most, 1)
            found = self._ranked(np.flatnonzero(self.loss >= np.partition(self.loss[shown], enough)[enough]))
        rows = np.flatnonzero(among[found.unit])[:most]
        return Ranked(found.unit[rows], found.column[rows], found.rank[rows])

    def _ranked(self, rows: Int64) -> Ranked:
        """Put gaps in order that lose more than all others."""
        order = rows[falling(self.loss[rows], self.to_go[rows])]
        return Ranked(self.unit[order], self.column[order], competition_ranks(self.loss[order], self.to_go[order]))
