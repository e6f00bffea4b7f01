"""The column of labels of a table whose fields stand below each other: each row's label and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from union_audit.intake import vocabulary
from union_audit.intake.facts import LeftOut
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.headings import IGNORED, SEPARATOR, Match
from union_audit.intake.tables.lines import is_unit_line
from union_audit.intake.tables.rows import RowKind

_FAR = 400
"""No form has more rows between its first label and its last."""


@dataclass(slots=True)
class Labels:
    """A column of labels: the rows it begins and ends at, its headings and the rows left out."""

    column: int
    first: int
    end: int
    headed: list[Headed] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def rows(self) -> list[int]:
        """The rows of fields."""
        return [each.row for each in self.headed if each.match.role == "field"]


def read_labels(grid: Grid, first: int, column: int, floor: int) -> Labels:
    """Read the labels down a column from the first that is a field's, to the last that is, or the figures right under it.

    `first`: the first that is one by itself; above it, down from `floor`, may be some that are only with their section.
    Where the headings come again, and then a label that was read, another unit's form begins; else it is only the next page.
    """
    labels = Labels(column, first, first)
    section = ""
    pending: list[Headed] = []
    for row, text in _texts_down(grid, _block_top(grid, first, column, floor), column):
        match = _match(grid, section, text)
        if match.role == "field" and any(each.match == match for each in labels.headed) and _begins_anew(grid, pending, first, floor):
            break
        has_cells = any(grid.shown(row, right) for right in range(column + 1, len(grid.rows[row])))
        if match.role == "field":
            above = pending if labels.headed else [each for each in pending if each.match.role == "section"]
            labels.headed += [*above, Headed(row, _whole(section, text, match, grid), match, row, column)]
            labels.end, pending = row + 1, []
            section = section if has_cells else text  # a label with nothing beside it may be the heading of those below it
        elif has_cells:
            pending.append(Headed(row, text, IGNORED, row, column))
        else:
            section = text
            pending.append(Headed(row, text, Match("section"), row, column))
    for each in pending:  # what follows the last field without a gap belongs to the table, what follows later does not
        if each.row == labels.end and each.match.role == "ignored":
            labels.headed.append(each)
            labels.end += 1
    labels.left_out = [LeftOut(each.row, RowKind.SECTION.value, each.text) for each in labels.headed if each.match.role == "section"]
    labels.headed = [each for each in labels.headed if each.match.role != "section"]
    return labels


def _begins_anew(grid: Grid, pending: list[Headed], first: int, floor: int) -> bool:
    """Whether the rows since the last label say the table's headings once more: those above its first label."""
    headings = [texts for row in range(floor, first) if len(texts := grid.texts(row)) > 1]
    return any(grid.texts(each.row) in headings for each in pending)


def _block_top(grid: Grid, first: int, column: int, floor: int) -> int:
    """Return the first row of the unbroken texts that a label stands in."""
    top = first
    while top > floor and grid.text(top - 1, column) and not _is_foreign(grid, top - 1, column):
        top -= 1
    return top


def count_fields(grid: Grid, first: int, column: int, floor: int) -> int:
    """Return how many fields the labels down a column name, by themselves or with their sections."""
    return len({each.match.fields for each in read_labels(grid, first, column, floor).headed if each.match.role == "field"})


def sectioned(grid: Grid, row: int) -> dict[int, Match]:
    """Return the labels of a row that mean a field only with the section that stands right above them, by column."""
    found = {}
    for column, text in grid.texts(row).items() if 0 < row < _FAR else ():
        section = grid.text(row - 1, column)
        is_section = section and not any(grid.shown(row - 1, right) for right in range(column + 1, len(grid.rows[row - 1])))
        if is_section and any(grid.shown(row, right) for right in range(column + 1, len(grid.rows[row]))):
            match = _match(grid, section, text)
            found.update({column: match} if match.role == "field" else {})
    return found


def _texts_down(grid: Grid, first: int, column: int) -> Iterator[tuple[int, str]]:
    """Yield the texts down a column, up to a note below the table or the headings of another."""
    for row in range(first, min(first + _FAR, len(grid.rows))):
        if _is_foreign(grid, row, column):
            return
        if text := grid.text(row, column):
            yield row, text


def _is_foreign(grid: Grid, row: int, column: int) -> bool:
    """Whether a row is none of the labels': a note below the table, the headings of another, or the line of another unit."""
    text = grid.text(row, column)
    others = [place for place in grid.hits(row) if place != column]
    is_headings = len(others) > 1 and grid.headings.match(text).role != "field"
    return is_headings or vocabulary.is_note(text) or any(map(is_unit_line, grid.texts(row).values()))


def _match(grid: Grid, section: str, text: str) -> Match:
    match = grid.headings.match(text)
    return match if match.role == "field" or not section else grid.headings.match_stack((section, text))


def _whole(section: str, text: str, match: Match, grid: Grid) -> str:
    """Return the label, with its section where only both together are a field's."""
    return text if grid.headings.match(text) == match else f"{section}{SEPARATOR}{text}"
