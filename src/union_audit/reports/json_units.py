"""The units of the JSON result, the worst first, put together from columns of texts."""

from collections.abc import Iterator, Sequence

import numpy as np

from union_audit.audit.exact import Float64
from union_audit.audit.result import NONE, Status
from union_audit.intake.facts import Int64
from union_audit.reports.json_assessments import BOOL, NULL, Encode, each_of
from union_audit.reports.records import STATUS, day
from union_audit.reports.unit_names import each_once
from union_audit.reports.view import View
from union_audit.reports.written import Written

_NAMES = ("rank", "rank_in_level", "code", "name", "level", "parent", "reported", "submitted_on", "score", "coverage")
_UNIT = "{" + ", ".join(f'"{name}": %s' for name in (*_NAMES, *(STATUS[status] for status in Status))) + "}"

_TOGETHER = 4096
"""So many units are written at a time."""


class Units:
    """Writes the units of a view."""

    def __init__(self, view: View, encode: Encode) -> None:
        """Know nothing yet but how things are written."""
        self._view, self._encode, self._roster = view, encode, each_once(view.audit.facts.roster)
        self._counts, self._shares, self._words = Written(str, NULL), Written(repr, NULL), Written(encode, NULL)

    def texts(self, between: str) -> Iterator[str]:
        """Yield the records of all units shown, some thousand in a text, with `between` between two of them."""
        for start in range(0, len(self._view.order), _TOGETHER):
            units = self._view.order[start : start + _TOGETHER]
            yield between.join(map(_UNIT.__mod__, zip(*self._columns(units), strict=True)))

    def _columns(self, units: Int64) -> Iterator[list[str]]:
        """Yield the texts of each property, in the order of the record."""
        audit, places = self._view.audit, units.tolist()
        roster, scores = self._roster, audit.scores
        codes = [roster.code[place] for place in places]
        yield from (self._counts.all(np.where(rank[units] > 0, rank[units], NONE)) for rank in (scores.rank, scores.rank_in_level))
        yield list(map(self._encode, codes))
        yield [self._encode(roster.name[place] or roster.code[place]) for place in places]
        yield from (self._of_few(column, places) for column in (roster.level, roster.parent))
        yield each_of(BOOL, audit.reported[units])
        yield self._words.all([day(audit.submitted_on.get(code)) for code in codes])
        yield from (self._shares.all(_or_none(share[units])) for share in (scores.score, scores.coverage))
        yield from map(self._counts.all, scores.counts[units].T)

    def _of_few(self, column: Sequence[str | None] | None, places: Sequence[int]) -> list[str]:
        return self._words.all([None if column is None else column[place] for place in places])


def _or_none(shares: Float64) -> Float64:
    return np.where(np.isfinite(shares), shares, NONE)
