"""Rows that bear a name nobody knows, among units: those that are sums of others, and those that may be no units at all."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from union_audit.intake.figures.cells import written
from union_audit.intake.tables.row_kinds import RowKind, RowKinds
from union_audit.intake.vocabulary.units import is_group

_LEAST_ALIKE = 2
"""One figure may be the sum of others by chance, two hardly."""
_SAMPLE = 200
"""So many units tell what marks them as such."""


def told_apart(rows: Sequence[int], units: Sequence[int], kinds: RowKinds) -> dict[int, RowKind]:
    """Return which of the rows that were taken for units are none, or perhaps none; `units`: all that were."""
    strange = [row for row in rows if _is_strange(row, kinds)]
    found = dict.fromkeys(_sums(units, strange, kinds), RowKind.TOTAL)
    if strange and kinds.knows.register is None:
        marks = _marks(sorted(set(units).difference(strange))[:_SAMPLE], kinds)
        found |= {row: RowKind.DOUBTFUL for row in strange if row not in found and _is_doubtful(row, marks, kinds)}
    return found


def sums_among(rows: Sequence[int], units: Sequence[int], kinds: RowKinds) -> list[int]:
    """Return which of some rows without a name are the sums of units."""
    return list(_sums([*units, *rows], rows, kinds))


def _is_strange(row: int, kinds: RowKinds) -> bool:
    """Whether neither a code nor a level nor a known name tells that a row is a unit's."""
    if kinds.code(row) or (kinds.naming.level >= 0 and kinds.grid.shown(row, kinds.naming.level)):
        return False
    return bool(kinds.name(row)) and not kinds.is_known("", kinds.name(row))


def _sums(units: Sequence[int], strange: Sequence[int], kinds: RowKinds) -> Iterator[int]:
    """Yield the strange rows whose figures are the sums of those below them, above them, or of all others."""
    if not strange or len(strange) == len(units):
        return
    plain = sorted(set(units).difference(strange))
    up_to = {column: [0, *accumulate(_number(row, column, kinds) or 0 for row in plain)] for column in kinds.figures}
    for before, row, after in _between(strange):
        start, here, end = (bisect_left(plain, edge) for edge in (before, row, after))
        if any(_is_sum(row, group, up_to, kinds) for group in ((here, end), (start, here), (0, len(plain)))):
            yield row


def _between(rows: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each row with the one before it and the one after it."""
    edges = [-1, *rows, max(rows) + 10**9]
    yield from ((before, row, after) for (before, row), (_, after) in zip(pairwise(edges), pairwise(edges[1:]), strict=False))


def _is_sum(row: int, group: tuple[int, int], up_to: Mapping[int, Sequence[int]], kinds: RowKinds) -> bool:
    """Whether a row's figures are the sums of some others'. `up_to`: the sums of each column up to each of all others."""
    first, end = group
    if end - first <= 1:
        return False
    declared = {column: number for column in kinds.figures if (number := _number(row, column, kinds)) is not None}
    alike = [number for column, number in declared.items() if number == up_to[column][end] - up_to[column][first]]
    return len(alike) == len(declared) and sum(map(bool, alike)) >= _LEAST_ALIKE


def _number(row: int, column: int, kinds: RowKinds) -> int | None:
    text = written(kinds.grid.cell(row, column)).replace(".", "").replace(" ", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _marks(sure: Sequence[int], kinds: RowKinds) -> list[int]:
    """Return the columns in which most units have what makes them such: a code, a running number."""
    marks = [column for column in (kinds.naming.code, *kinds.header.role("ordinal")) if column >= 0]
    return [column for column in marks if 2 * sum(bool(kinds.grid.shown(each, column)) for each in sure) > len(sure) > 1]


def _is_doubtful(row: int, marks: Sequence[int], kinds: RowKinds) -> bool:
    """Whether a row lacks one of the others' marks, or is named as a group of them is."""
    return is_group(kinds.name(row)) or any(not kinds.grid.shown(row, column) for column in marks)
