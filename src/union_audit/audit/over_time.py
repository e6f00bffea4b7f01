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
from union_audit.intake.facts import Bool, Int64, are_known
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
        for code, count, places in beside.found():
            yield from (beside.finding(code, unit, place) for unit, place in places[: max(0, LISTED - total[code])].tolist())
            total[code] += count
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

    def found(self) -> Iterator[tuple[str, int, Int64]]:
        """Yield the code of each kind of finding, how many there are, and the places of at least the first `LISTED` of them.

        Places are (unit, field), shape (findings, 2), in the order of the roster and then the plan.
        """
        units: dict[str, list[Int64]] = {"UA305": [], "UA306": [], "UA308": []}
        for field in range(len(self.plan.fields)):
            cells = self._cells(field)
            odd = self._is_out_of_line(cells)
            fell = (cells.now < cells.then) & self._never_falls[cells.which, field]
            jumped = ~odd & ~fell & self._jumps(field, cells.now, cells.then)
            for code, rows in (("UA305", fell), ("UA306", jumped), ("UA308", odd)):
                units[code].append(cells.unit[rows])
        for code, of_fields in units.items():
            places = np.concatenate([rows * len(of_fields) + field for field, rows in enumerate(of_fields)])
            first = np.sort(np.partition(places, LISTED)[:LISTED] if len(places) > LISTED else places)
            yield code, len(places), np.stack(np.divmod(first, len(of_fields)), axis=1)
        copied = self._copied()
        yield "UA307", len(copied), copied

    def finding(self, code: str, unit: int, place: int) -> Finding:
        """Name a figure with both cells; where all of a unit's are meant, the first of them."""
        before = next(each for number, each in enumerate(self.compared.before) if self._known(number, place)[unit])
        facts = self.compared.facts
        here, there = facts.source_of(unit, place), before.source_of(unit, place)
        said: dict[str, object] = {"figure": int(self.now[unit, place]), "before": int(before.facts.values[unit, place])}
        if code == "UA307":
            said = {"count": int(are_known(facts.state[unit]).sum())}
        args = {**said, "period": before.period.label, "cell": seen_from(here, there)}
        return Finding(code, args, here, facts.roster.units[unit].code, field=None if code == "UA307" else facts.fields[place].id)

    def _cells(self, field: int) -> _Cells:
        """Return the figures of a field that are far enough from those right before them, or that have none right before."""
        now, right_before = self.now[:, field], self.compared.before[0].facts.values[:, field]
        known = [self._known(place, field) for place in range(len(self.compared.before))]
        higher = np.maximum(now, right_before)
        far = (higher >= FROM) & (higher >= TIMES * np.minimum(now, right_before))
        if self._never_falls[0, field]:
            far |= now < right_before
        far |= self._jumps(field, now, right_before)
        unit = np.flatnonzero(are_known(self.compared.facts.state[:, field]) & (far | ~known[0]))
        which, then = np.full(len(unit), _NOWHERE, np.int64), np.zeros(len(unit), np.int64)
        for place, before in reversed([*enumerate(self.compared.before)]):
            here = known[place][unit]
            which[here] = place
            np.copyto(then, before.facts.values[unit, field], where=here)
        kept = which != _NOWHERE
        return _Cells(field, unit[kept], which[kept], now[unit[kept]], then[kept])

    def _known(self, place: int, field: int) -> Bool:
        """Return of which units a figure of an earlier period can be compared with: not of those that took over others since."""
        return np.asarray(are_known(self.compared.before[place].facts.state[:, field]) & ~self._took_over[place])

    @cached_property
    def _took_over(self) -> list[Bool]:
        """Which units took over others since the end of each earlier period: shape (units,)."""
        return [self._took_over_since(place) for place in range(len(self.compared.before))]

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
        for place, before in enumerate(self.compared.before):
            then, here = before.facts.values[cells.unit, cells.field], self._known(place, cells.field)[cells.unit]
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
        for took_over, before in zip(self._took_over, self.compared.before, strict=True):
            rows = np.flatnonzero(open_ & ~took_over)
            for field in range(self.now.shape[1]):  # after the first of them few rows are left
                at = rows, field
                rows = rows[(facts.state[at] == before.facts.state[at]) & (facts.values[at] == before.facts.values[at])]
            copied[rows[are_known(facts.state[rows]).sum(axis=1) >= COPIED]] = True
            open_ &= ~before.facts.submitted
        rows = np.flatnonzero(copied)
        known = are_known(facts.state[rows])
        rows = rows[((self.now[rows] > 0) & known).any(axis=1)]
        return np.stack([rows, are_known(facts.state[rows]).argmax(axis=1)], axis=1).astype(np.int64).reshape(-1, 2)
