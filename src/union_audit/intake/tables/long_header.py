"""Which row of headings may be that of a long table, a row for each unit and figure: asked of every row of headings, and soon answered."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from union_audit.folding import fold
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headings import IGNORED, Match
from union_audit.intake.vocabulary.periods import PERIODS, is_cumulative
from union_audit.intake.vocabulary.values import is_value

_FIRST_ROWS = 30


class LongHeader(NamedTuple):
    """The texts of such a row, and what they mean of the units; both by column.

    `naming`: the columns headed as those of units; `values`: as that of the figures, of which there is one or none; `since`: as that of
    figures counted since January; `free`: all whose headings mean nothing of units and periods, these among them.
    """

    row: int
    headings: Mapping[int, str]
    roles: Mapping[int, Match]
    naming: Sequence[int]
    values: Sequence[int]
    since: Sequence[int]
    free: Sequence[int]


def long_header(grid: Grid, row: int) -> LongHeader | None:
    """Return what a row says; None where it heads no long table. One that heads figures of fields is a wide table's."""
    headings = grid.texts(row)
    roles = {column: grid.headings.match(text) for column, text in headings.items()}
    naming = [column for column, match in roles.items() if match.role in ("code", "name")]
    if not naming or any(match.role == "field" for match in roles.values()):
        return None
    free = [column for column, match in roles.items() if match is IGNORED and fold(headings[column]) not in PERIODS]
    values = [column for column in free if is_value(grid.headings.without_measures(headings[column]))]
    since = [column for column in free if is_cumulative(headings[column])]
    if len(values) > 1 or len(since) > 1 or not (values or _begins(grid, row, free, naming)):
        return None
    return LongHeader(row, headings, roles, naming, values, since, free)


def _begins(grid: Grid, row: int, labels: Sequence[int], naming: Sequence[int]) -> bool:
    """Whether a field's label stands beside something in a column of units, in one of the first rows: no more of them is looked at here."""
    rows = range(row + 1, min(row + 1 + _FIRST_ROWS, len(grid.rows)))
    beside = (each for each in rows if not {*labels}.isdisjoint(grid.hits(each)))
    return any(grid.shown(each, column) for each in beside for column in naming)
