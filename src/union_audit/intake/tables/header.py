"""The heading rows of a wide table: which rows they are, and what stands over each column, group first."""

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.periods.texts import in_title
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headings import SEPARATOR, Match
from union_audit.intake.vocabulary.values import NOT_VALUE

_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Header:
    """The rows from `first` to `last`; the parts of each column's heading, group first, and what it means.

    `shares`: the columns of percentages that say of what they are the share.
    """

    first: int
    last: int
    parts: dict[int, tuple[str, ...]]
    matches: dict[int, Match]
    shares: tuple[int, ...] = ()

    def text(self, column: int) -> str:
        """Return a column's whole heading."""
        return SEPARATOR.join(self.parts[column])

    @property
    def fields(self) -> dict[int, str]:
        """The columns of one field each."""
        return {column: match.field for column, match in self.matches.items() if match.field}

    @property
    def figures(self) -> list[int]:
        """The columns whose cells say that a row is a unit's: those of fields, or else of percentages."""
        return sorted(self.fields) or list(self.shares)

    def role(self, role: str) -> list[int]:
        """Return the columns of a role, from the left."""
        return [column for column, match in self.matches.items() if match.role == role]


def read_header(grid: Grid, row: int, floor: int) -> Header:
    """Return the header that a row with headings belongs to; `floor`: the row after the table above."""
    first, last = _naming_row(grid, row, floor), row
    while last - first + 1 < _MOST_ROWS:
        if _belongs_below(grid, first, last):
            last += 1
        elif first > floor and _belongs_above(grid, first):
            first -= 1
        else:
            break
    parts = {column: found for column in range(grid.width(first, last)) if (found := _parts(grid, first, last, column))}
    matches = [grid.headings.match_stack(texts) for texts in parts.values()]
    matches = grid.headings.narrowed([texts[-1] for texts in parts.values()], matches)
    return Header(first, last, parts, dict(zip(parts, matches, strict=True)))


def _naming_row(grid: Grid, row: int, floor: int) -> int:
    """Return the row, this one or above it, that says which columns name the unit, if all between says nothing more in those."""
    for first in range(row, max(floor, row - _MOST_ROWS + 1) - 1, -1):
        texts = grid.texts(first)
        names = _naming_columns(grid, first, first)
        if names:
            is_left = min(names) == min(texts) and len(texts) > 1
            is_bare = not any(grid.text(below, column) for below in range(first + 1, row + 1) for column in names)
            return first if first == row or (is_left and is_bare) else row
        if not texts:
            return row
    return row


def _naming_columns(grid: Grid, first: int, last: int) -> list[int]:
    """Return the columns that some heading rows say to name the unit."""
    texts = ((column, text) for row in range(first, last + 1) for column, text in grid.texts(row).items())
    return [column for column, text in texts if grid.headings.match(text).role in ("code", "name", "ordinal")]


def _belongs_below(grid: Grid, first: int, last: int) -> bool:
    """Whether the row under the header so far is one more row of headings: texts only, none in the columns that name the unit."""
    row = last + 1
    if row >= len(grid.rows):
        return False
    texts = grid.texts(row)
    if not texts or grid.has_figures(row, [column for column in range(len(grid.rows[row])) if column not in texts]):
        return False
    if any(grid.merge_top(row, column)[0] < row and grid.merge_top(row, column)[0] >= first for column in range(len(grid.rows[row]))):
        return True
    names = _naming_columns(grid, first, last)
    stacked = {column for column, text in texts.items() if _is_stacked(grid, last, column, text)}
    if any(column in texts for column in names if column not in stacked):
        return False
    is_more = len(texts) > 1 or bool(stacked or grid.hits(row)) or any(fold(text) in NOT_VALUE for text in texts.values())
    return bool(names) and is_more and not any(text.isdigit() for text in texts.values())


def _is_stacked(grid: Grid, last: int, column: int, text: str) -> bool:
    """Whether a text means a field together with the one above it."""
    above = grid.text(*grid.merge_top(last, column))
    return bool(above) and grid.headings.match_stack((above, text), near=False).role == "field"


def _belongs_above(grid: Grid, first: int) -> bool:
    """Whether the row over the header so far holds its groups: several texts, or one merged over some columns, and no title."""
    row = first - 1
    texts = grid.texts(row) if row >= 0 else {}
    if not texts or any(in_title(text) or ":" in text for text in texts.values()):
        return False
    below = grid.texts(first)
    reached = {grid.merge_top(first, column) for column in range(grid.width(row, first))}
    if any(top == row and grid.text(top, left) for top, left in reached):
        return True
    left = min(texts)
    is_group = left > min(below, default=0) and grid.merge_top(row, left + 1) == (row, left)
    return len(texts) > 1 or is_group


def _parts(grid: Grid, first: int, last: int, column: int) -> tuple[str, ...]:
    """Return the texts over a column, each once."""
    parts: list[str] = []
    for row in range(first, last + 1):
        text = _shown(grid, first, row, last, column)
        if text and text not in parts[-1:]:
            parts.append(text)
    return tuple(parts)


def _shown(grid: Grid, first: int, row: int, last: int, column: int) -> str:
    """Return a header cell's text, or that of the group it stands in: by its merge, or where nothing is merged the text to the left."""
    text = grid.text(*grid.merge_top(row, column))
    if text or row == last or grid.sheet.merged:
        return text
    if not any(grid.text(below, column) for below in range(row + 1, last + 1)):
        return ""
    left = next((place for place in range(column - 1, -1, -1) if grid.text(row, place)), -1)
    if any(grid.text(above, place) for above in range(first, row) for place in range(left + 1, column + 1)):
        return ""  # another group has begun above
    has_leaves = left >= 0 and any(grid.text(below, left) for below in range(row + 1, last + 1))
    return grid.text(row, left) if has_leaves and not _is_centred(grid, row, last, left) else ""


def _is_centred(grid: Grid, row: int, last: int, column: int) -> bool:
    """Whether a group's text stands over the middle of its columns: what stands before it means a field only under that group.

    Where the group ends is then not known.
    """
    leaf = grid.text(last, column - 1) if column and not grid.text(row, column - 1) else ""
    if not leaf or grid.headings.match(leaf).role != "ignored":
        return False
    before = next((text for place in range(column - 1, -1, -1) if (text := grid.text(row, place))), "")
    of_before, of_group = (grid.headings.match_stack((text, leaf), near=False).role for text in (before, grid.text(row, column)))
    return of_before != "field" and of_group == "field"
