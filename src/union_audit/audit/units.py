"""The roster as columns: levels, who had to submit, and the tree that sums go up."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from union_audit.audit.exact import widened
from union_audit.audit.result import Counts
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.model import Covers, Plan, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

ROOT = -1
"""The parent of a unit that has none."""


@dataclass(frozen=True)
class Units:
    """`level` int64: the index among the plan's levels, -1 for none. `parent` int64: the index of the unit above, `ROOT` for none."""

    plan: Plan
    roster: Roster

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.roster.units)

    @cached_property
    def level(self) -> Int64:
        """The index of each unit's level among the plan's, -1 where it is not known."""
        places: dict[str | None, int] = {level.id: place for place, level in enumerate(self.plan.levels)}
        return np.array([places.get(unit.level, -1) for unit in self.roster.units], np.int64)

    @cached_property
    def parent(self) -> Int64:
        """The index of the unit above each unit. Submissions without a roster may name parents in a circle: those are roots."""
        index: dict[str | None, int] = dict(self.roster.index.items())
        parent = np.array([index.get(unit.parent, ROOT) for unit in self.roster.units], np.int64)
        above, steps = parent, 1
        while steps < len(self) and (above != ROOT).any():
            above, steps = np.where(above == ROOT, ROOT, above[above]), steps * 2
        return np.where(above == ROOT, parent, ROOT)

    @cached_property
    def _generations(self) -> tuple[tuple[Int64, Int64, Int64], ...]:
        """The units below others, lowest first: (units of one depth sorted by parent, where each parent's begin, the parents)."""
        depth, above = np.zeros(len(self), np.int64), self.parent
        while (below := above != ROOT).any():
            depth += below
            above = np.where(below, self.parent[above], ROOT)
        generations = []
        for each in range(int(depth.max(initial=0)), 0, -1):
            members = np.flatnonzero(depth == each)
            members = members[np.argsort(self.parent[members], kind="stable")]
            parents, starts = np.unique(self.parent[members], return_index=True)
            generations.append((members, starts, parents))
        return tuple(generations)

    def sum_up(self, own: Counts, *, stop: Bool | None = None) -> Counts:
        """Return the sums over whole branches, shape (units + 1, columns) for (units, columns); the last row is everything.

        Where `stop` is true a unit's own figure stands for its branch: nothing below it is added.
        """
        (own,) = widened(len(self) + 1, own)
        total = np.concatenate([own, np.zeros((1, own.shape[1]), own.dtype)])
        open_ = np.ones(own.shape, np.bool_) if stop is None else ~stop
        for members, starts, parents in self._generations:
            total[parents] += np.add.reduceat(total[members], starts, axis=0) * open_[parents]
        total[-1] = total[:-1][self.parent == ROOT].sum(axis=0)
        return total

    @cached_property
    def branches(self) -> Int64:
        """The units with others below them, in roster order."""
        return np.unique(self.parent[self.parent != ROOT])

    def covers_area(self, of_fields: Covers) -> Bool:
        """Whether each unit's figure contains its whole area; the roster may say otherwise than the fields."""
        area = np.full(len(self), of_fields is Covers.AREA)
        for place, unit in enumerate(self.roster.units):
            if unit.covers is not None:
                area[place] = unit.covers is Covers.AREA
        return area

    def existing(self, end: date) -> Bool:
        """Whether each unit existed on that day."""
        return np.array([unit.exists_at(end) for unit in self.roster.units], np.bool_)

    @cached_property
    def submits(self) -> tuple[Submits | None, ...]:
        """When each unit submits: as the roster says, else as its level; None where neither is known."""
        of_level: dict[str | None, Submits | None] = {level.id: level.submits for level in self.plan.levels}
        return tuple(unit.submits or of_level.get(unit.level) for unit in self.roster.units)

    def due(self, period: Period | None) -> Bool:
        """Whether each unit has to submit for the period: by its calendar, and if it existed at the period's end.

        Quarterly units have to in a quarter's last month, yearly ones in December, and for any longer period that ends then.
        Where the period is not known, all that submit on their own account have to.
        """
        calendar: dict[Submits | None, bool] = {
            Submits.MONTHLY: True,
            Submits.QUARTERLY: period is None or period.last % 3 == 0,
            Submits.YEARLY: period is None or period.last == 12,  # noqa: PLR2004 (December)
        }
        asked = np.array([calendar.get(submits, False) for submits in self.submits], np.bool_)
        return asked if period is None else asked & self.existing(period.end)
