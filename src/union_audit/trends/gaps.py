"""What became of the gaps of a target, and since when those of the newest period are open."""

from collections.abc import Sequence

import numpy as np

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.history import Edition, History
from union_audit.intake.facts import Bool, Int8, Int64
from union_audit.reports.changes import movements
from union_audit.trends.lineage import Lineage
from union_audit.trends.trend import Moves

_CLOSES = (Status.MET, Status.NOT_APPLICABLE, Status.TRACKED)
"""Who gives no figures closes no gap."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """`moves`: one a period. `unit`: the units with a gap in the newest that an earlier one had, `since` the index of the first such.

    int64, and `waived` bool, of shape (lasting gaps,).
    """

    moves: tuple[Moves, ...]
    unit: Int64
    since: Int64
    waived: Bool


def gaps(target: str, history: History, editions: Sequence[Edition], lineage: Lineage) -> Gaps:
    """Follow the gaps of a target through all editions, each the newest of its period."""
    statuses = [lineage.on_axis(history.figures(edition, "target", target, "status"), edition) for edition in editions]
    unit, since = _open_since(statuses, editions, lineage)
    waived = lineage.on_axis(history.figures(editions[-1], "target", target, "waived"), editions[-1])
    return Gaps(tuple(_moves(statuses, editions, lineage)), unit, since, waived[unit] == 1)


def _moves(statuses: Sequence[Int8], editions: Sequence[Edition], lineage: Lineage) -> list[Moves]:
    moves = [Moves(_count(statuses[0] == Status.GAP), None)]
    for before, now, edition in zip(statuses, statuses[1:], editions[1:], strict=False):
        moved = movements(lineage.carried(before, edition.period), now)
        moves.append(Moves(_count(now == Status.GAP), {movement: _count(where) for movement, where in moved.items()}))
    return moves


def _open_since(statuses: Sequence[Int8], editions: Sequence[Edition], lineage: Lineage) -> tuple[Int64, Int64]:
    """Return the units whose gap an earlier period had too, and the index of the first period of which nothing says it was closed."""
    newest = len(statuses) - 1
    since = np.full(len(statuses[-1]), newest)
    is_open = statuses[-1] == Status.GAP
    for place in range(newest - 1, -1, -1):
        status = lineage.carried(statuses[place], editions[-1].period)
        for closing in _CLOSES:
            is_open &= status != closing
        since[is_open & (status == Status.GAP)] = place
    unit = np.flatnonzero(since < newest)
    return unit, since[unit]


def _count(where: Bool) -> int:
    return int(np.count_nonzero(where))
