"""Tables counted since January beside those of the month: each field is taken from the one in which it stands as the plan asks for it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from union_audit.findings import Finding, Source
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.facts import Bool, Int8, Int32, State
from union_audit.intake.periods.since import is_since_january
from union_audit.plan.model import Field, OverPeriods


class Since:
    """The tables of a period that are counted since an earlier month, and what of them, and of others beside them, was left out."""

    def __init__(self, fields: Sequence[Field]) -> None:
        """Know none yet."""
        self._fields = fields
        self._summed = np.array([each.over_periods is OverPeriods.SUM for each in fields], np.bool_)
        self._since = np.array([bool(each.cumulative) for each in fields], np.bool_)
        self._tables: dict[int, tuple[str, list[int]]] = {}  # the text that says so, and the fields asked for the month alone
        self._left: dict[tuple[int, int], set[int]] = defaultdict(set)  # the fields of a table that another gives as they are asked for

    def add(self, table: int, placed: Placed) -> None:
        """Add a table, by its number."""
        if placed.table.since:
            self._tables[table] = placed.table.since, _asked_for_the_month(placed, self._fields)

    def settle(self, table: int, fields: NDArray[np.intp], others: Int32, clash: Bool) -> tuple[Bool, Bool]:
        """Return where a table has a figure as it is asked for and the others have not, and where these have; `clash`: where they differ.

        `others`: the tables that the figures so far stand in; all of shape units by `fields`.
        """
        if not self._tables:
            return np.zeros_like(clash), np.zeros_like(clash)
        is_own, are_others = table in self._tables, np.isin(others, [*self._tables])
        are_whole = np.isin(others, [each for each, (text, _) in self._tables.items() if is_since_january(text)])
        is_whole = is_own and is_since_january(self._tables[table][0])
        summed, since = self._summed[fields], self._since[fields]
        differ = clash & (are_others != is_own)
        gains = differ & ((summed & are_others) | (since & np.bool_(is_whole)))
        yields = differ & ((summed & np.bool_(is_own)) | (since & are_whole))
        for other in np.unique(others[gains | yields]).tolist():
            for lost, pair in ((gains, (other, table)), (yields, (table, other))):
                j = np.flatnonzero((lost & (others == other)).any(axis=0))
                self._left[pair].update(fields[j].tolist())
        return gains, yields

    def findings(self, names: Sequence[tuple[str, str]], tables: Int32, state: Int8) -> Iterator[Finding]:
        """Yield what was left out for another table's, and which tables have figures that are not asked for so and stand nowhere else."""
        for (table, other), left in sorted((pair, left) for pair, left in self._left.items() if left):
            text = self._tables[table if table in self._tables else other][0]
            args: dict[str, object] = {"text": text, "other": " › ".join(filter(None, names[other]))}
            yield Finding("UA148", args | _named(sorted(left), self._fields), Source(*names[table]))
        where = np.broadcast_to(tables, state.shape)
        settled = {table for (table, _), left in self._left.items() if left}
        for table, (text, asked) in self._tables.items():
            is_left = ((where[:, asked] == table) & (state[:, asked] == State.UNREADABLE)).any()
            if asked and (is_left or table not in settled):
                yield Finding("UA142", {"text": text, **_named(asked, self._fields)}, Source(*names[table]))


def since_unused(placed: Placed, fields: Sequence[Field]) -> Finding | None:
    """Return what is to be said of a table that is not used for another reason too."""
    asked = _asked_for_the_month(placed, fields) if placed.table.since else []
    return Finding("UA142", {"text": placed.table.since, **_named(asked, fields)}, placed.source()) if asked else None


def _asked_for_the_month(placed: Placed, fields: Sequence[Field]) -> list[int]:
    """Return which fields of a table are asked for the month alone, and have something there."""
    figures = placed.table.figures
    return [
        place
        for j, place in enumerate(figures.fields)
        if fields[place].over_periods is OverPeriods.SUM and (figures.state[:, j] == State.UNREADABLE).any()
    ]


def _named(places: Sequence[int], fields: Sequence[Field]) -> dict[str, object]:
    return {"fields": tuple(fields[place].label for place in places), "count": len(places)}
