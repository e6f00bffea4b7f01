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
    """Figures of one field that something may be said of. Arrays are of shape (cells,).

    `unit`: whose each is; `now`: the figures; `then`: those of the latest period before of which they are known, and `which` that is.
    """

    field: int
    unit: Int64
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
        """Yield the code of each kind of finding with its places: (unit, field), shape (findings, 2), in the order of the roster."""
        units: dict[str, list[Int64]] = {"UA305": [], "UA306": [], "UA308": []}
        for field in range(len(self.plan.fields)):
            cells = self._cells(field)
            odd = self._is_out_of_line(cells)
            fell = (cells.now < cells.then) & self._never_falls[cells.which, field]
            jumped = ~odd & ~fell & self._jumps(field, cells.now, cells.then)
            for code, rows in (("UA305", fell), ("UA306", jumped), ("UA308", odd)):
                units[code].append(cells.unit[rows])
        for code, of_fields in units.items():
            places = np.sort(np.concatenate([rows * len(of_fields) + field for field, rows in enumerate(of_fields)]))
            yield code, np.stack(np.divmod(places, len(of_fields)), axis=1)
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

    def _cells(self, field: int) -> _Cells:
        """Return the figures of a field that are far enough from those right before them, or that have none right before."""
        now, known_right_before = self.now[:, field], self.known[0][:, field]
        right_before = self.compared.before[0].facts.values[:, field]
        higher = np.maximum(now, right_before)
        far = (higher >= FROM) & (higher >= TIMES * np.minimum(now, right_before))
        if self._never_falls[0, field]:
            far |= now < right_before
        unit = np.flatnonzero(self.known_now[:, field] & (far | self._jumps(field, now, right_before) | ~known_right_before))
        which, then = np.full(len(unit), _NOWHERE, np.int64), np.zeros(len(unit), np.int64)
        for place, (known, before) in reversed([*enumerate(zip(self.known, self.compared.before, strict=True))]):
            here = known[unit, field]
            which[here] = place
            np.copyto(then, before.facts.values[unit, field], where=here)
        kept = which != _NOWHERE
        return _Cells(field, unit[kept], which[kept], now[unit[kept]], then[kept])

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
    def _stands(self) -> list[bool]:
        """Which fields are denominators that stand from period to period, and that the plan says may not move much."""
        bases = {part.denominator for target in self.plan.targets for part in target.parts}
        is_asked = self.plan.denominator_jump is not None
        return [is_asked and field.id in bases and field.over_periods is OverPeriods.LAST for field in self.plan.fields]

    def _jumps(self, field: int, now: Int64, then: Int64) -> Bool:
        """Return where a denominator moved by more than the plan allows."""
        if not self._stands[field]:
            return np.zeros(len(now), np.bool_)
        return np.asarray((then > 0) & (np.abs(now - then) * 100 > (self.plan.denominator_jump or 0) * then))

    def _is_out_of_line(self, cells: _Cells) -> Bool:
        """Return where a count is ten times all of its neighbours in time, or a tenth of them."""
        field, now = self.plan.fields[cells.field], cells.now
        largest, smallest = np.full(now.shape, -1, np.int64), np.full(now.shape, np.iinfo(np.int64).max // TIMES)
        for is_known, before in zip(self.known, self.compared.before, strict=True):
            then, here = before.facts.values[cells.unit, cells.field], is_known[cells.unit, cells.field]
            np.maximum(largest, then, out=largest, where=here)
            np.minimum(smallest, then, out=smallest, where=here)
        above = (largest > 0) & (now >= TIMES * largest) & (now >= FROM)
        below = (smallest >= FROM) & (now * TIMES <= smallest)
        if field.over_periods is not OverPeriods.LAST:
            below &= now > 0  # of what happens, none may well happen
        return np.asarray((above | below) & (field.kind is Kind.COUNT))

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
