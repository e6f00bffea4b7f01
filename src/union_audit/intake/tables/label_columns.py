"""Which columns the labels of a form stand in: mostly one, or those of groups and their leaves beside each other."""

from collections.abc import Sequence

from union_audit.intake.tables.aspects import aspects
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid

_SAMPLE = 60
"""So many rows tell whether labels stand in two columns."""


def label_columns(grid: Grid, first: int, column: int) -> tuple[int, ...]:
    """Return the columns of the labels, from the left, if one of them stands at an address."""
    columns = [column]
    while (left := _beside(grid, first, columns[0], -1)) >= 0 and _are_groups(grid, first, left, columns[0]):
        columns.insert(0, left)
    while (right := _beside(grid, first, columns[-1], 1)) >= 0 and _are_leaves(grid, first, columns[-1], right):
        columns.append(right)
    return tuple(columns)


def parts(grid: Grid, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    """Return what labels a row, group first: the last text in the columns, under those to its left."""
    leaf = next((place for place in reversed(range(len(columns))) if any(map(str.isalpha, grid.text(row, columns[place])))), -1)
    if leaf < 0:
        return ()
    groups = (group(grid, row, column) for column in columns[:leaf])
    return (*filter(None, groups), grid.text(row, columns[leaf]))


def group(grid: Grid, row: int, column: int) -> str:
    """Return the text that a row stands under in a column of groups: its own, its merge's, or the last above it that is not merged."""
    if text := grid.text(*grid.merge_top(row, column)):
        return text
    above = next((up for up in range(row - 1, max(-1, row - _SAMPLE), -1) if grid.text(*grid.merge_top(up, column))), -1)
    is_open = above >= 0 and grid.merge_top(above, column) == (above, column) and grid.merge_top(above + 1, column) == (above + 1, column)
    return grid.text(above, column) if is_open else ""


def _beside(grid: Grid, first: int, column: int, step: int) -> int:
    """Return the next column that something stands in, to the left or to the right; -1 if there is none, or it begins with a number."""
    place, width = column + step, grid.width(first, first + _SAMPLE)
    while 0 <= place < width:
        top = next((row for row in _rows(grid, first) if grid.shown(row, place)), -1)
        if top >= 0:
            return place if grid.text(top, place) and not grid.text(top, place).isdigit() else -1
        place += step
    return -1


def _are_groups(grid: Grid, first: int, left: int, column: int) -> bool:
    """Whether labels in a column mean a field only with what stands to their left, or have a group there that is a label elsewhere."""
    rows = _rows(grid, first)
    if any(is_bare_figure(grid.cell(row, column)) for row in rows):
        return False
    labels = [(group(grid, row, left), grid.text(row, left), grid.text(row, column)) for row in rows]
    if any(_is_more(grid, above, leaf, alone=leaf) for above, _, leaf in labels if above and leaf):
        return True
    role = {text: grid.headings.match(text).role for _, *texts in labels for text in texts if text}
    is_beside = any(own and leaf and (role[own], role[leaf]) == ("ignored", "field") for _, own, leaf in labels)
    return is_beside and any(own and not leaf and role[own] == "field" for _, own, leaf in labels)


def _are_leaves(grid: Grid, first: int, column: int, right: int) -> bool:
    """Whether what stands to the right of some labels says more exactly what they mean: a part, or a plan and what was done."""
    rows = _rows(grid, first)
    if any(is_bare_figure(grid.cell(row, right)) for row in rows):
        return False
    if aspects(text for row in rows if (text := grid.text(row, right))):
        return True
    texts = ((group(grid, row, column), grid.text(row, right)) for row in rows)
    return any(_is_more(grid, above, leaf, alone=above) for above, leaf in texts if above and leaf)


def _is_more(grid: Grid, above: str, leaf: str, alone: str) -> bool:
    """Whether a group and a leaf mean a field together, and not one of them alone."""
    if grid.headings.is_measure(leaf):
        return False
    both = grid.headings.match_stack((above, leaf), near=False)
    return both.role == "field" and both.fields != grid.headings.match(alone).fields and both.fields != grid.headings.match(leaf).fields


def _rows(grid: Grid, first: int) -> range:
    return range(first, min(first + _SAMPLE, len(grid.rows)))
