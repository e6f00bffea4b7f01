"""Figures that contradict, or hardly follow, those of the periods before. They are named with both cells, and never changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np

from union_audit.audit.consistency import seen_from
from union_audit.audit.coverage import LISTED, beyond_listed
from union_audit.audit.neighbours import Compared
from union_audit.audit.units import Units
from union_audit.findings import Finding
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
    def known(self) -> list[Bool]:
        """Which figures of each earlier period can be compared with: not those of a unit from before it took over others."""
        return [each.facts.known & ~self._took_over_since(place)[:, None] for place, each in enumerate(self.compared.before)]

    @cached_property
    def which(self) -> Int64:
        """The latest of the periods before of which a figure is known, -1 for none, or where there is none now."""
        which = np.full(self.now.shape, _NOWHERE, np.int64)
        for place in reversed(range(len(self.known))):
            which[self.known[place]] = place
        return np.where(self.compared.facts.known, which, _NOWHERE)

    @cached_property
    def then(self) -> Int64:
        """The figures of that period, 0 where there is none."""
        before = self.compared.before
        return np.select([self.which == place for place in range(len(before))], [each.facts.values for each in before], 0)

    def found(self) -> Iterator[tuple[str, Int64]]:
        """Yield the code of each kind of finding with its places: (unit, field), shape (findings, 2)."""
        both = self.which != _NOWHERE
        odd = self._out_of_line() & both
        fell = both & (self.now < self.then) & self._never_falls()
        yield "UA305", np.argwhere(fell)
        yield "UA306", np.argwhere(both & ~odd & ~fell & self._jumps())
        yield "UA308", np.argwhere(odd)
        yield "UA307", self._copied()

    def finding(self, code: str, unit: int, place: int) -> Finding:
        """Name a figure with both cells; where all of a unit's are meant, the first of them."""
        before = self.compared.before[int(self.which[unit, place])]
        facts = self.compared.facts
        here, there = facts.source_of(unit, place), before.source_of(unit, place)
        said: dict[str, object] = {"figure": int(self.now[unit, place]), "before": int(self.then[unit, place])}
        if code == "UA307":
            said = {"count": int(facts.known[unit].sum())}
        args = {**said, "period": before.period.label, "cell": seen_from(here, there)}
        return Finding(code, args, here, facts.roster.units[unit].code, field=None if code == "UA307" else facts.fields[place].id)

    def _took_over_since(self, place: int) -> Bool:
        """Return which units took over others after the end of an earlier period: bool, shape (units,)."""
        end, roster = self.plan.calendar.end, self.compared.facts.roster
        then, now = end(self.compared.before[place].period), end(self.compared.period)
        took = np.zeros(len(roster.units), np.bool_)
        gone = (each for each in roster.dated if roster.units[each].exists_at(then) and not roster.units[each].exists_at(now))
        took[[heir for each in gone if (heir := int(self._successors[each])) != each]] = True
        return took

    @cached_property
    def _successors(self) -> Int64:
        """The unit that carries on the history of each at the end of the period: itself, or what it was merged into."""
        return Units(self.plan, self.compared.facts.roster, self.plan.calendar.end(self.compared.period)).successor

    def _never_falls(self) -> Bool:
        """Return where a figure only grows from the earlier period to this."""
        result = np.zeros(self.now.shape, np.bool_)
        for place, before in enumerate(self.compared.before):
            grows = {Cumulative.ALWAYS: True, Cumulative.YEAR: self.compared.period.year == before.period.year}
            fields = [grows.get(field.cumulative, False) if field.cumulative else False for field in self.plan.fields]
            result |= (self.which == place) & np.array(fields, np.bool_)
        return result

    def _jumps(self) -> Bool:
        """Return where a denominator that stands from period to period moved by more than the plan allows."""
        jump = self.plan.denominator_jump
        if jump is None:
            return np.zeros(self.now.shape, np.bool_)
        bases = {part.denominator for target in self.plan.targets for part in target.parts}
        standing = np.array([field.id in bases and field.over_periods is OverPeriods.LAST for field in self.plan.fields], np.bool_)
        return np.asarray(standing & (self.then > 0) & (np.abs(self.now - self.then) * 100 > jump * self.then))

    def _out_of_line(self) -> Bool:
        """Return where a count is ten times all of its neighbours in time, or a tenth of them."""
        now = self.now
        largest, smallest = np.full(now.shape, -1, np.int64), np.full(now.shape, np.iinfo(np.int64).max // TIMES)
        for is_known, each in zip(self.known, self.compared.before, strict=True):  # one after the other: a nation's take 20 MB each
            np.maximum(largest, each.facts.values, out=largest, where=is_known)
            np.minimum(smallest, each.facts.values, out=smallest, where=is_known)
        counts = np.array([field.kind is Kind.COUNT for field in self.plan.fields], np.bool_)
        stands = np.array([field.over_periods is OverPeriods.LAST for field in self.plan.fields], np.bool_)
        above = (largest > 0) & (now >= TIMES * largest) & (now >= FROM)
        below = (smallest >= FROM) & (now * TIMES <= smallest) & (stands | (now > 0))  # of what happens, none may well happen
        return np.asarray(counts & (above | below))

    def _copied(self) -> Int64:
        """Return the units whose figures are those of their last submission, every one of them, each with its first figure."""
        facts, open_ = self.compared.facts, self.compared.facts.submitted.copy()
        copied = np.zeros(len(open_), np.bool_)
        for place, before in enumerate(self.compared.before):
            then = before.facts
            same = ((facts.state == then.state) & (facts.values == then.values)).all(axis=1)
            both = (facts.known & self.known[place]).sum(axis=1) >= COPIED
            copied |= open_ & same & both
            open_ &= ~then.submitted
        copied &= (np.where(facts.known, facts.values, 0) > 0).any(axis=1)
        rows = np.flatnonzero(copied)
        return np.stack([rows, (self.which[rows] != _NOWHERE).argmax(axis=1)], axis=1).astype(np.int64).reshape(-1, 2)
