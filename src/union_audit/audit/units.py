"""The roster as columns: levels, who had to submit, and the tree that sums go up."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, reduce

import numpy as np

from union_audit.audit.exact import Counts, widened
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.coded import Coded
from union_audit.plan.model import Covers, Plan, Submits, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, given

ROOT = -1
"""The parent of a unit that has none."""


@dataclass(frozen=True)
class Units:
    """The units of the roster, as they were on the day `end`. All arrays have shape (units,)."""

    plan: Plan
    roster: Roster
    end: date

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.roster.units)

    @cached_property
    def level(self) -> Int64:
        """The index of each unit's level among the plan's, -1 where it is not known."""
        places: dict[str | None, int] = {level.id: place for place, level in enumerate(self.plan.levels)}
        return _meaning(self.roster.columns.level, places, len(self))

    def for_all_levels(self, target: Target) -> bool:
        """Whether a target holds for every level of the plan."""
        return all(level.id in target.levels for level in self.plan.levels)

    def at_level_of(self, target: Target) -> Bool:
        """Whether the target holds for each unit's level; of a unit whose level is not known, whether it holds for all levels."""
        return np.array([*(level.id in target.levels for level in self.plan.levels), self.for_all_levels(target)])[self.level]

    @cached_property
    def parent(self) -> Int64:
        """The index of the unit above each unit. Submissions without a roster may name parents in a circle: those are roots."""
        parent = np.asarray(self.roster.above).astype(np.int64)
        above, steps = parent, 1
        while steps < len(self) and (above != ROOT).any():
            above, steps = np.where(above == ROOT, ROOT, above[above]), steps * 2
        return np.where(above == ROOT, parent, ROOT)

    @cached_property
    def branches(self) -> Int64:
        """The units with others below them, in roster order."""
        return np.flatnonzero(np.bincount(self.parent[self.parent != ROOT], minlength=len(self)))

    @cached_property
    def _rows(self) -> Int64:
        """The row of each unit in a sum over branches, -1 for one without others below; the last is that of `ROOT`: everything."""
        rows = np.full(len(self) + 1, -1)
        rows[np.append(self.branches, ROOT)] = np.arange(len(self.branches) + 1)
        return rows

    @cached_property
    def _generations(self) -> tuple[Int64, ...]:
        """The rows of the branches in a sum, by depth, the lowest first."""
        depth, above = np.zeros(len(self.branches), np.int64), self.parent[self.branches]
        while (below := above != ROOT).any():
            depth += below
            above = np.where(below, self.parent[above], ROOT)
        return tuple(np.flatnonzero(depth == each) for each in range(int(depth.max(initial=-1)), -1, -1))

    @cached_property
    def _above(self) -> Int64:
        """The row of each unit's parent in a sum over branches."""
        return self._rows[self.parent]

    def sum_up(self, columns: Sequence[Counts], *, stop: Bool | None = None) -> Counts:
        """Return the sums of columns over whole branches, shape (columns, branches + 1); the last is everything.

        Where `stop` (units) is true a unit's own figures stand for its branch: nothing below it is added.
        """
        columns = widened(len(self), *columns)
        below = np.zeros((len(columns), len(self.branches) + 1), np.result_type(*columns))
        for total, column in zip(below, columns, strict=True):
            np.add.at(total, self._above, column)
        return self._upwards(below, columns, stop)

    def count_up(self, truths: Sequence[Bool]) -> Counts:
        """Return how many units of whole branches have each of up to eight truths, shape (truths, branches + 1); the last is everything.

        Of many units in few branches those that have the same truths are counted together.
        """
        if (len(self.branches) + 1) << len(truths) > len(self):
            return self.sum_up([truth.astype(np.int64) for truth in truths])
        which = reduce(np.add, (truth.view(np.uint8) * np.uint8(1 << bit) for bit, truth in enumerate(truths)))
        units = np.bincount((self._above << len(truths)) + which, minlength=(len(self.branches) + 1) << len(truths))
        have = np.arange(1 << len(truths)) >> np.arange(len(truths))[:, np.newaxis] & 1
        return self._upwards(have @ units.reshape(-1, 1 << len(truths)).T, truths, None)

    def _upwards(self, below: Counts, own: Sequence[Counts | Bool], stop: Bool | None) -> Counts:
        """Return the sums of branches, of those of the units right below each and of its own figures."""
        open_ = np.ones(len(self.branches), np.bool_) if stop is None else ~stop[self.branches]
        for rows in self._generations:
            above = self._above[self.branches[rows]]
            for total in below:
                np.add.at(total, above, total[rows] * open_[rows])
        below[:, :-1] = below[:, :-1] * open_ + np.stack([column[self.branches] for column in own])
        return below

    @cached_property
    def _covers(self) -> tuple[Int64, Bool]:
        """The units of which the roster says what their figures contain, and whether that is their whole area."""
        said = dict(given(self.roster.columns.covers))
        return np.array(list(said), np.int64), np.array([each is Covers.AREA for each in said.values()], np.bool_)

    def covers_area(self, of_fields: Covers) -> Bool:
        """Whether each unit's figure contains its whole area; the roster may say otherwise than the fields."""
        area = np.full(len(self), of_fields is Covers.AREA)
        places, said = self._covers
        area[places] = said
        return area

    @cached_property
    def existing(self) -> Bool:
        """Whether each unit existed on the day."""
        return self.existing_on(self.end)

    def existing_on(self, day: date) -> Bool:
        """Whether each unit existed on another day."""
        exists = np.ones(len(self), np.bool_)
        columns = self.roster.columns
        exists[[place for place, first in given(columns.valid_from) if first > day]] = False
        exists[[place for place, last in given(columns.valid_to) if last < day]] = False
        return exists

    @cached_property
    def successor(self) -> Int64:
        """The index of the unit that carries on each unit's history: itself while it exists, else what it was merged into, and so on."""
        index, exists, after = self.roster.index, self.existing, np.arange(len(self))
        for place, heir in given(self.roster.columns.merged_into):
            after[place] = place if exists[place] else index.get(heir, place)
        while not np.array_equal(further := after[after], after):  # the loader refuses circles
            after = further
        return after

    @cached_property
    def submits(self) -> Int64:
        """When each unit submits, as the roster says, else as its level: an index among `Submits`, -1 where neither is known."""
        order = {each: place for place, each in enumerate(Submits)}
        of_level: dict[str | None, int] = {level.id: order[level.submits] for level in self.plan.levels}
        submits = _meaning(self.roster.columns.level, of_level, len(self))
        for place, said in given(self.roster.columns.submits):
            submits[place] = order[said]
        return submits

    def asked(self, period: Period | None) -> Bool:
        """Whether each unit's calendar asks for a submission."""
        return np.array([*(each.asks(period) for each in Submits), False], np.bool_)[self.submits]


def _meaning(column: Coded[str | None] | None, meant: Mapping[str | None, int], count: int) -> Int64:
    """Return what each word of a column means, -1 where it means nothing."""
    return np.full(count, -1) if column is None else np.array([meant.get(word, -1) for word in column.words], np.int64)[column.places]
