"""Figures that contradict, or hardly follow, those of the periods before. They are named with both cells, and never changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np

from union_audit.audit.consistency import seen_from
from union_audit.audit.coverage import beyond_listed
from union_audit.audit.neighbours import Compared
from union_audit.audit.units import Units
from union_audit.findings import LISTED, Finding
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.model import Cumulative, Kind, OverPeriods, Plan

TIMES = 10
"""A figure so many times its neighbours in time, or the so manieth part of them, is likely one with a digit too many or too few."""

FROM = 20
"""Smaller figures than that may well be ten times those of another month."""

COPIED = 3
"""Figures fewer than that are alike by chance."""

_NOWHERE = -1
_ROWS = 2048
"""So many units' figures are held against others at once: what is in between stays in the processor's own memory."""


def over_time(units: Units, comparisons: Iterable[Compared]) -> Iterator[Finding]:
    """Hold the figures of periods against those before them; of each kind of finding so many are named, and the rest counted."""
    total: Counter[str] = Counter()
    for each in comparisons:
        beside = _Beside(units, each)
        for code, places in beside.found():
            yield from (beside.finding(code, unit, place) for unit, place in places[: max(0, LISTED - total[code])].tolist())
            total[code] += len(places)
    for code, count in total.items():
        yield from beyond_listed(code, count, len(units))


@dataclass(frozen=True, slots=True)
class _Cells:
    """Figures that something may be said of, in the order of the roster and then the plan. Arrays are of shape (cells,).

    `at`: their places in an array of units by fields that is laid out in one row, and `field` which they are of; `now`: the figures;
    `then`: those of the latest period before of which they are known, and `which` that is.
    """

    at: Int64
    field: Int64
    which: Int64
    now: Int64
    then: Int64


@dataclass(frozen=True)
class _Beside:
    """The figures of a period beside those before it. Arrays are of shape (units, fields) unless said otherwise."""

    units: Units
    compared: Compared

    @property
    def plan(self) -> Plan:
        return self.units.plan

    @property
    def now(self) -> Int64:
        return self.compared.facts.values

    @cached_property
    def known_now(self) -> Bool:
        return self.compared.facts.known

    @cached_property
    def known(self) -> list[Bool]:
        """Which figures of each earlier period can be compared with: not those of a unit from before it took over others."""
        return [each.facts.known & ~self._took_over_since(place)[:, None] for place, each in enumerate(self.compared.before)]

    def found(self) -> Iterator[tuple[str, Int64]]:
        """Yield the code of each kind of finding with its places: (unit, field), shape (findings, 2)."""
        cells = self._cells()
        odd = self._is_out_of_line(cells)
        fell = (cells.now < cells.then) & self._never_falls[cells.which, cells.field]
        jumps = ~odd & ~fell & self._stands[cells.field] & self._jumps(cells.now, cells.then)
        for code, these in (("UA305", fell), ("UA306", jumps), ("UA308", odd)):
            yield code, np.stack(np.divmod(cells.at[these], self.now.shape[1]), axis=1)
        yield "UA307", self._copied()

    def finding(self, code: str, unit: int, place: int) -> Finding:
        """Name a figure with both cells; where all of a unit's are meant, the first of them."""
        before = self.compared.before[next(number for number, known in enumerate(self.known) if known[unit, place])]
        facts = self.compared.facts
        here, there = facts.source_of(unit, place), before.source_of(unit, place)
        said: dict[str, object] = {"figure": int(self.now[unit, place]), "before": int(before.facts.values[unit, place])}
        if code == "UA307":
            said = {"count": int(self.known_now[unit].sum())}
        args = {**said, "period": before.period.label, "cell": seen_from(here, there)}
        return Finding(code, args, here, facts.roster.units[unit].code, field=None if code == "UA307" else facts.fields[place].id)

    def _cells(self) -> _Cells:
        """Return the figures that are far enough from the latest ones before them, or have none in the period right before."""
        blocks = [slice(first, first + _ROWS) for first in range(0, len(self.now), _ROWS)]
        width = self.now.shape[1]
        doubtful = [np.flatnonzero(self._is_doubtful(rows)) + rows.start * width for rows in blocks]
        at = np.concatenate([np.zeros(0, np.int64), *doubtful])
        which, then = np.full(len(at), _NOWHERE, np.int64), np.zeros(len(at), np.int64)
        for place, known in reversed(list(enumerate(self.known))):
            here = known.take(at)
            which[here] = place
            np.copyto(then, self.compared.before[place].facts.values.take(at), where=here)
        kept = which != _NOWHERE
        at, which, then = (each if kept.all() else each[kept] for each in (at, which, then))
        return _Cells(at, at % width, which, self.now.take(at), then)

    def _is_doubtful(self, rows: slice) -> Bool:
        """Return where something may be said of some units' figures, by the period right before alone."""
        now, then = self.now[rows], self.compared.before[0].facts.values[rows]
        higher = np.maximum(now, then)
        doubtful = (higher >= FROM) & (higher >= TIMES * np.minimum(now, then))
        doubtful[:, self._never_falls[0]] |= (now < then)[:, self._never_falls[0]]
        doubtful[:, self._stands] |= self._jumps(now[:, self._stands], then[:, self._stands])
        return np.asarray(self.known_now[rows] & (doubtful | ~self.known[0][rows]))

    def _took_over_since(self, place: int) -> Bool:
        """Return which units took over others after the end of an earlier period: bool, shape (units,)."""
        end, roster = self.plan.calendar.end, self.compared.facts.roster
        then, now = end(self.compared.before[place].period), end(self.compared.period)
        took = np.zeros(len(roster.units), np.bool_)
        gone = np.flatnonzero(self.units.existing_on(then) & ~self.units.existing_on(now)).tolist()
        took[[heir for each in gone if (heir := int(self._successors[each])) != each]] = True
        return took

    @cached_property
    def _successors(self) -> Int64:
        """The unit that carries on the history of each at the end of the period: itself, or what it was merged into."""
        return Units(self.plan, self.compared.facts.roster, self.plan.calendar.end(self.compared.period)).successor

    @cached_property
    def _never_falls(self) -> Bool:
        """Which fields only grow from each earlier period to this: shape (periods, fields)."""
        grows = [
            {Cumulative.ALWAYS: True, Cumulative.YEAR: self.compared.period.year == before.period.year, None: False}
            for before in self.compared.before
        ]
        return np.array([[each[field.cumulative] for field in self.plan.fields] for each in grows], np.bool_)

    @cached_property
    def _stands(self) -> Bool:
        """Which fields are denominators that stand from period to period, and that the plan says may not move much: shape (fields,)."""
        bases = {part.denominator for target in self.plan.targets for part in target.parts}
        is_asked = self.plan.denominator_jump is not None
        standing = [is_asked and field.id in bases and field.over_periods is OverPeriods.LAST for field in self.plan.fields]
        return np.array(standing, np.bool_)

    def _jumps(self, now: Int64, then: Int64) -> Bool:
        """Return where a figure moved by more than the plan allows a denominator."""
        return np.asarray((then > 0) & (np.abs(now - then) * 100 > (self.plan.denominator_jump or 0) * then))

    def _is_out_of_line(self, cells: _Cells) -> Bool:
        """Return where a count is ten times all of its neighbours in time, or a tenth of them."""
        now = cells.now
        largest, smallest = np.full(now.shape, -1, np.int64), np.full(now.shape, np.iinfo(np.int64).max // TIMES)
        for is_known, each in zip(self.known, self.compared.before, strict=True):
            then, here = each.facts.values.take(cells.at), is_known.take(cells.at)
            np.maximum(largest, then, out=largest, where=here)
            np.minimum(smallest, then, out=smallest, where=here)
        counts = np.array([field.kind is Kind.COUNT for field in self.plan.fields], np.bool_)[cells.field]
        stands = np.array([field.over_periods is OverPeriods.LAST for field in self.plan.fields], np.bool_)[cells.field]
        above = (largest > 0) & (now >= TIMES * largest) & (now >= FROM)
        below = (smallest >= FROM) & (now * TIMES <= smallest) & (stands | (now > 0))  # of what happens, none may well happen
        return np.asarray(counts & (above | below))

    def _copied(self) -> Int64:
        """Return the units whose figures are those of their last submission, every one of them, each with its first figure."""
        facts, open_ = self.compared.facts, self.compared.facts.submitted.copy()
        copied = np.zeros(len(open_), np.bool_)
        for known, before in zip(self.known, self.compared.before, strict=True):
            rows = np.flatnonzero(open_)
            for field in range(self.now.shape[1]):  # after the first of them few rows are left
                at = rows, field
                rows = rows[(facts.state[at] == before.facts.state[at]) & (facts.values[at] == before.facts.values[at])]
            copied[rows[(self.known_now[rows] & known[rows]).sum(axis=1) >= COPIED]] = True
            open_ &= ~before.facts.submitted
        rows = np.flatnonzero(copied)
        rows = rows[(self.known_now[rows] & (self.now[rows] > 0)).any(axis=1)]
        is_beside = self.known_now[rows] & np.logical_or.reduce([known[rows] for known in self.known])
        return np.stack([rows, is_beside.argmax(axis=1)], axis=1).astype(np.int64).reshape(-1, 2)
