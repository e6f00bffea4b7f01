"""A history → a trend. Nothing is loaded that is not asked for: totals are rows, statuses arrays of a byte a unit."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import numpy as np

from union_audit.audit.result import NONE, Status
from union_audit.errors import Problem, UsageError
from union_audit.frozen import dataclass
from union_audit.history import Edition, History
from union_audit.history.history import Total
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.trends.figures import figure
from union_audit.trends.gaps import Gaps, gaps
from union_audit.trends.lineage import Lineage
from union_audit.trends.pace import pace
from union_audit.trends.trend import Line, Moves, OpenGaps, Outlook, Pace, Point, Trend, UnitLines
from union_audit.words import N_


def editions_of(history: History, first: Period | None, last: Period | None) -> tuple[Edition, ...]:
    """Return the newest edition of each period up to `last`, all as long as the periods asked for, else as the shortest there are.

    Raises:
        UsageError: there is none in the range.
    """
    newest = history.newest()
    lengths = {period.months for period in (first, last) if period} or {min((period.months for period in newest), default=1)}
    chosen = tuple(edition for period, edition in newest.items() if {period.months} == lengths and (last is None or period <= last))
    if not chosen or (first and chosen[-1].period < first):
        held = ", ".join(period.label for period in newest)
        raise UsageError(Problem(N_("The history has no period of those asked for."), {"held": held}, hint=N_("It has: {held}.")))
    return chosen


def targets_of(history: History, editions: Sequence[Edition], plan: Plan) -> tuple[str, ...]:
    """Return the targets that the editions hold: those of the plan in its order, then those that it no longer has."""
    held = dict.fromkeys(target for edition in reversed(editions) for target in history.totals(edition))
    return (*(target.id for target in plan.targets if target.id in held), *sorted(held.keys() - {target.id for target in plan.targets}))


@dataclass(frozen=True)
class Reader:
    """An open history, its editions and their units."""

    plan: Plan
    history: History
    editions: Sequence[Edition]
    lineage: Lineage

    def trend(self, targets: Sequence[str], units: Sequence[str], first: Period | None) -> Trend:
        """Return the trend of these targets, at these units or over all, from that period on."""
        followed = [gaps(target, self.history, self.editions, self.lineage) for target in targets]
        shown = tuple(edition for edition in self.editions if first is None or edition.period >= first)
        index = self.lineage.roster.index
        return Trend(
            self.plan,
            shown,
            tuple(self.history.score(edition)[0] for edition in shown),
            () if units else tuple(self._whole(target, each, shown) for target, each in zip(targets, followed, strict=True)),
            tuple(self._unit(index[code], targets, shown) for code in units),
            self._open(targets, followed, [index[code] for code in units]),
        )

    def _whole(self, id_: str, followed: Gaps, shown: Sequence[Edition]) -> Line:
        points = []
        for edition, moves in zip(shown, followed.moves[-len(shown) :], strict=True):
            total = self._totals[edition.period].get(id_)
            points.append(_over_all(edition.period, total, moves) if total else Point(edition.period))
        return self._line(id_, points)

    @cached_property
    def _totals(self) -> dict[Period, dict[str, Total]]:
        return {edition.period: self.history.totals(edition) for edition in self.editions}

    def _unit(self, unit: int, targets: Sequence[str], shown: Sequence[Edition]) -> UnitLines:
        units, successor = self.lineage.roster.units, self.lineage.successor(self.editions[-1].period)
        heir = int(successor[unit])
        merged = [int(place) for place in np.flatnonzero(successor == unit) if place != unit]
        lines = tuple(self._line(id_, list(self._at(unit, id_, shown))) for id_ in targets)
        return UnitLines(units[unit], lines, units[heir] if heir != unit else None, tuple(units[place] for place in merged))

    def _at(self, unit: int, target: str, shown: Sequence[Edition]) -> Iterator[Point]:
        for edition in shown:
            place = self.lineage.place(unit, edition)
            said = None if place is None else self.history.at(edition, target, place)
            if said is None or said.status == NONE:
                yield Point(edition.period)
            else:
                yield Point(edition.period, Status(said.status), _known(said.numerator), _known(said.denominator), said.value)

    def _line(self, id_: str, points: Sequence[Point]) -> Line:
        target = {target.id: target for target in self.plan.targets}.get(id_)
        figures = [(point, figure(point, target, self.plan)) for point in points]
        forecast = pace(figures, target.goal, target.deadline, self.plan.calendar) if target else Pace(Outlook.NO_GOAL)
        return Line(id_, target, tuple(points), forecast)

    def _open(self, targets: Sequence[str], followed: Sequence[Gaps], units: Collection[int]) -> OpenGaps:
        unit = np.concatenate([each.unit for each in followed])
        target = np.repeat(np.arange(len(followed)), [len(each.unit) for each in followed])
        since, waived = (np.concatenate([getattr(each, name) for each in followed]) for name in ("since", "waived"))
        some = np.isin(unit, list(units)) if units else np.ones(len(unit), np.bool_)
        periods = tuple(edition.period for edition in self.editions)
        return OpenGaps(self.lineage.roster.units, tuple(targets), periods, unit[some], target[some], since[some], waived[some])


def _over_all(period: Period, total: Total, moves: Moves) -> Point:
    counts = (_known(total.numerator), _known(total.denominator), total.value, total.expected, total.reported)
    return Point(period, Status(total.status), *counts, moves)


def _known(count: int) -> int | None:
    return None if count == NONE else count
