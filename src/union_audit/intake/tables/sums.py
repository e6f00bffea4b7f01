"""Rows that bear a name nobody knows, among units: those that are sums of others, and those that may be no units at all."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from union_audit.intake import vocabulary
from union_audit.intake.figures.cells import written
from union_audit.intake.tables.row_kinds import RowKind, RowKinds

_LEAST_ALIKE = 2
"""One figure may be the sum of others by chance, two hardly."""
_SAMPLE = 200
"""So many units tell what marks them as such."""


def told_apart(rows: Sequence[int], units: Sequence[int], kinds: RowKinds) -> dict[int, RowKind]:
    """Return which of the rows that were taken for units are none, or perhaps none; `units`: all that were."""
    strange = [row for row in rows if _is_strange(row, kinds)]
    found = dict.fromkeys(_sums(units, strange, kinds), RowKind.TOTAL)
    if strange and kinds.knows.register is None:
        sure = sorted(set(units).difference(strange))[:_SAMPLE]
        found |= {row: RowKind.DOUBTFUL for row in strange if row not in found and _is_doubtful(row, sure, kinds)}
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
    for before, row, after in _between(strange):
        groups = ([each for each in plain if row < each < after], [each for each in plain if before < each < row], plain)
        if any(_is_sum(row, group, kinds) for group in groups):
            yield row


def _between(rows: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each row with the one before it and the one after it."""
    edges = [-1, *rows, max(rows) + 10**9]
    yield from ((before, row, after) for (before, row), (_, after) in zip(pairwise(edges), pairwise(edges[1:]), strict=False))


def _is_sum(row: int, group: Sequence[int], kinds: RowKinds) -> bool:
    if len(group) <= 1:
        return False
    declared = {column: number for column in kinds.figures if (number := _number(row, column, kinds)) is not None}
    alike = [number for column, number in declared.items() if number == sum(_number(each, column, kinds) or 0 for each in group)]
    return len(alike) == len(declared) and sum(map(bool, alike)) >= _LEAST_ALIKE


def _number(row: int, column: int, kinds: RowKinds) -> int | None:
    text = written(kinds.grid.cell(row, column)).replace(".", "").replace(" ", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _is_doubtful(row: int, sure: Sequence[int], kinds: RowKinds) -> bool:
    """Whether a row lacks what makes the others units: a code, a running number; or is named as a group of them is."""
    if vocabulary.is_group(kinds.name(row)):
        return True
    marks = [kinds.naming.code, *kinds.header.role("ordinal")]
    return any(
        column >= 0 and not kinds.grid.shown(row, column) and 2 * sum(bool(kinds.grid.shown(each, column)) for each in sure) > len(sure) > 1
        for column in marks
    )
