"""The labels of a table whose fields stand below each other: each row's label and what it means."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import islice

from union_audit.folding import fold
from union_audit.frozen import dataclass, replace
from union_audit.intake.facts import LeftOut
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.headings import IGNORED, SEPARATOR, Match
from union_audit.intake.tables.label_columns import label_columns, parts
from union_audit.intake.tables.lines import is_unit_line, told_by
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.vocabulary.notes import is_note
from union_audit.intake.vocabulary.values import is_of_others, is_value
from union_audit.patterns import pattern

_FAR = 400
"""No form has more rows between its first label and its last."""
_BESIDE = 100
"""No row has more labels that need what stands above them or beside them."""

_LEAST_LETTERS = 3
"""Fewer are the number of a column."""
_NO_LINE = pattern(
    r"(?:nam|thang|quy|ky|ngay|year|month|quarter|period|date)\b"
    r"|(?:(?:ten|noi dung) )?(?:noi dung|chi tieu|tieu chi|danh muc|hang muc|linh vuc|indicators?|items?|content)(?: bao cao)?$"
)
"""What tells of when a form is, and what heads the labels: the numbers beside it may be years, or codes of units."""


@dataclass(slots=True)
class Labels:
    """The labels in a column, or in some beside each other: the rows they begin and end at, the headings and the rows left out."""

    columns: tuple[int, ...]
    first: int
    end: int
    headed: list[Headed] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def top(self) -> int:
        """The first row of a label, also where nobody knows what it means."""
        return min((each.row for each in self.headed), default=self.first)

    @property
    def rows(self) -> list[int]:
        """The rows of fields, or of percentages."""
        return [each.row for each in self.headed if each.match.role in ("field", "share")]

    @property
    def span(self) -> range:
        """All rows from the first of a field to the end, also those of which nobody knows what they are."""
        return range(min(self.rows, default=self.end), self.end)

    def leave_out(self, rows: Sequence[int]) -> None:
        """Leave out rows that are of another period."""
        self.left_out += [LeftOut(each.row, RowKind.ASIDE.value, each.text) for each in self.headed if each.row in rows]
        self.left_out.sort(key=lambda each: each.index)
        self.headed = [each for each in self.headed if each.row not in rows]

    @property
    def count(self) -> int:
        """How many fields there are, by themselves or with their groups and sections."""
        return len({each.match.fields for each in self.headed if each.match.role == "field"})

    @property
    def column(self) -> int:
        """The last of the columns: figures stand to its right."""
        return self.columns[-1]


def read_labels(grid: Grid, first: int, column: int, floor: int) -> Labels:
    """Read the labels down from the first that is a field's, to the last that is, or the figures right under it.

    `first`: the first that is one by itself; above it, down from `floor`, may be some that are only with their section.
    Where the headings come again, and then a label that was read, another unit's form begins; else it is only the next page.
    """
    labels = Labels(label_columns(grid, first, column), first, first)
    section = ""
    pending: list[Headed] = []
    seen = set[Match]()
    for row, texts in _texts_down(grid, _block_top(grid, first, labels.columns, floor), labels.columns):
        text = SEPARATOR.join(texts)
        match = _match(grid, section, texts)
        if match in seen and _begins_anew(grid, pending, first, floor):
            break
        has_cells = grid.reach(row) > labels.column
        if match.role == "field":
            above = pending if labels.headed else _above_first(grid, pending, row)
            labels.headed += [*above, Headed(row, _whole(section, texts, match, grid), match, row, column)]
            labels.end, pending = row + 1, []
            seen.add(match)
            is_heading = not has_cells and len(grid.texts(row)) <= len(texts) + 1  # but for its number, nothing is beside it
            section = text if is_heading else section
        elif has_cells:
            pending.append(Headed(row, text, IGNORED, row, column))
        else:
            section = text
            pending.append(Headed(row, text, Match("section"), row, column))
    for each in pending:  # what follows the last field without a gap belongs to the table, what follows later does not
        if each.row == labels.end and each.match.role == "ignored":
            labels.headed.append(each)
            labels.end += 1
    matches = grid.headings.narrowed([each.text for each in labels.headed], [each.match for each in labels.headed])
    labels.headed = [replace(each, match=match) for each, match in zip(labels.headed, matches, strict=True)]
    labels.left_out = [LeftOut(each.row, RowKind.SECTION.value, each.text) for each in labels.headed if each.match.role == "section"]
    labels.headed = [each for each in labels.headed if each.match.role != "section"]
    return labels


def _above_first(grid: Grid, pending: Sequence[Headed], first: int) -> list[Headed]:
    """Return the sections above the first label of a field, and the lines right above it that have a number and mean nothing known."""
    top = first
    for each in reversed(pending):
        top = each.row if each.row == top - 1 and (each.match.role == "section" or _is_line(grid, each)) else top
    return [each for each in pending if each.match.role == "section" or each.row >= top]


def _is_line(grid: Grid, each: Headed) -> bool:
    """Whether a row is a label with a number beside it; what tells the unit or the period is none, nor is a code."""
    beside = next((text for place in range(each.column + 1, len(grid.rows[each.row])) if (text := grid.shown(each.row, place))), "")
    if not beside.isdigit() or (beside.startswith("0") and len(beside) > 1):
        return False
    label = each.text.rpartition(SEPARATOR)[2]
    is_told = told_by(label)[0] or _NO_LINE.match(fold(label)) or grid.headings.match(label) is not IGNORED
    return not is_told and sum(map(str.isalpha, label)) >= _LEAST_LETTERS


def _begins_anew(grid: Grid, pending: list[Headed], first: int, floor: int) -> bool:
    """Whether the rows since the last label say the table's headings once more: those above its first label."""
    headings = [texts for row in range(floor, first) if len(texts := grid.texts(row)) > 1]
    return any(grid.texts(each.row) in headings for each in pending)


def _block_top(grid: Grid, first: int, columns: Sequence[int], floor: int) -> int:
    """Return the first row of the unbroken texts that a label stands in; a section further left is one of them, a title is not."""
    top, is_below_headings = first, True
    while top > floor and not _is_foreign(grid, top - 1, columns):
        if parts(grid, top - 1, columns):
            is_below_headings = is_below_headings and not grid.says(top - 1, lambda text: _heads(grid, text))
        elif not (is_below_headings and _alone(grid, top - 1, columns)):
            break
        top -= 1
    return top


def _heads(grid: Grid, text: str) -> bool:
    """Whether a text is the heading of running numbers or of figures."""
    return grid.headings.match(text).role == "ordinal" or is_value(text)


def with_others(grid: Grid, row: int) -> dict[int, Match]:
    """Return the labels of a row that mean a field only with the section right above them or the group beside them, by column."""
    found = {}
    for column, text in islice(grid.texts(row).items(), _BESIDE) if row < _FAR else ():
        if any(map(str.isalpha, text)) and grid.reach(row) > column:
            matches = (
                grid.headings.match_stack((above, text)) for above in (_section(grid, row, column), _group(grid, row, column)) if above
            )
            if match := next((match for match in matches if match.role == "field"), None):
                found[column] = match
    return found


def next_likely(grid: Grid, row: int) -> int:
    """Return the first row from one on that may have labels or headings; far down a sheet only those that are such by themselves."""
    return row if row < _FAR else grid.next_named(row)


def _section(grid: Grid, row: int, column: int) -> str:
    """Return the text above a label, if it stands alone in its row."""
    section = grid.text(row - 1, column)
    if section and grid.reach(row - 1) <= column:
        return section
    before = [text for place in range(column) if (text := grid.shown(row, place))]
    is_numbered = not before or (len(before) == 1 and sum(map(str.isalpha, before[0])) <= 1)
    return "".join(_alone(grid, row - 1, (column,))) if is_numbered else ""


def _group(grid: Grid, row: int, column: int) -> str:
    """Return the text to the left of a label."""
    return next((text for left in range(column - 1, -1, -1) if (text := grid.text(*grid.merge_top(row, left)))), "")


def _texts_down(grid: Grid, first: int, columns: Sequence[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the labels down some columns, group first, and the sections, up to a note below the table or the headings of another."""
    for row in range(first, min(first + _FAR, len(grid.rows))):
        if _is_foreign(grid, row, columns):
            return
        if texts := parts(grid, row, columns) or _alone(grid, row, columns):
            yield row, texts


def _alone(grid: Grid, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    """Return the text of a row that has nothing else, where it begins to the left of the labels as the heading of a section does."""
    column = grid.reach(row)
    text = grid.text(row, column) if 0 <= column < columns[0] and len(grid.texts(row)) == 1 else ""
    is_section = sum(map(str.isalpha, text)) > 1 and not is_note(text) and not is_unit_line(text)
    return (text,) if is_section else ()


def _is_foreign(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Whether a row is none of the labels': a note below the table, the headings of another, or the line of another unit."""
    own = [grid.text(row, column) for column in columns]
    hits = grid.hits(row)
    others = len(hits) - sum(column in hits for column in columns)
    is_headings = others > 1 and not any(grid.headings.match(text).role == "field" for text in own)
    return is_headings or any(map(is_note, own)) or grid.says(row, is_unit_line)


def _match(grid: Grid, section: str, texts: Sequence[str]) -> Match:
    match = grid.headings.match_stack(texts)
    is_own = match.role == "field" and not is_of_others(section)
    return match if is_own or not section else grid.headings.match_stack((section, *texts))


def _whole(section: str, texts: Sequence[str], match: Match, grid: Grid) -> str:
    """Return the label, with its section where only both together are a field's, or the section says in what its figures are counted."""
    is_enough = grid.headings.match_stack(texts) == match and not grid.headings.is_scaled(section)
    return SEPARATOR.join(texts if is_enough else (section, *texts))
