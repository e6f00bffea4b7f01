"""Units whose figures stand in several rows, one for each kind ("Khối HCSN", "Khối DN"): the first of them is not the whole."""

from bisect import bisect_left
from collections.abc import Sequence

from union_audit.intake.tables.row_kinds import RowKinds
from union_audit.intake.vocabulary.totals import is_total
from union_audit.intake.vocabulary.values import is_value


def split_units(units: Sequence[int], nameless: Sequence[int], kinds: RowKinds) -> list[int]:
    """Return the rows of such units; `nameless`: the rows of figures that name nobody. All from the top down."""
    found: list[int] = []
    without = set(nameless)
    for row in nameless:
        place = bisect_left(units, row) - 1
        unit = units[place] if place >= 0 else -1
        is_next = unit >= 0 and all(between in without for between in range(unit + 1, row))
        if is_next and unit not in found and _is_part(row, unit, kinds):
            found.append(unit)
    return found


def _is_part(row: int, unit: int, kinds: RowKinds) -> bool:
    """Whether a row goes on with the unit of another, and that row does not say that it is the whole."""
    grid, naming = kinds.grid, kinds.naming
    named = [column for column in (naming.name, naming.code) if column >= 0]
    said = [(grid.text(unit, column), grid.text(row, column)) for column in kinds.beside]
    if any(is_total(own) or is_value(own) for own, _ in said):
        return False
    is_merged = any(grid.merge_top(row, column) == (unit, column) for column in named)
    return is_merged or any(own and other and own != other for own, other in said)
