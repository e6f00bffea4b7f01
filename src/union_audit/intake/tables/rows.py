"""The rows under the headings of a wide table, gone through from the top down: units' rows, and those that are left out, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import compress
from operator import not_

import numpy as np

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.facts import LeftOut
from union_audit.intake.periods.texts import in_title
from union_audit.intake.tables import sums
from union_audit.intake.tables.aspects import Aspects
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.naming import Naming
from union_audit.intake.tables.row_kinds import RowKind, RowKinds
from union_audit.intake.tables.split_units import split_units
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.answers import is_yes_no
from union_audit.intake.vocabulary.periods import is_of_earlier, is_present
from union_audit.patterns import pattern
from union_audit.plan.model import Kind
from union_audit.sheets.by_column import Texts
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.model import Cell

_CODE = pattern(r"(?=\S*\d)(?=\S*[^\W\d_])[\w.-]{3,}")
_NUMBERED = pattern(r"\d[\d.-]+\d")
"""A code without a letter, which the number of a section may be too."""
_FIRST_BLOCK = 32
_FIRST_ROWS = 5
"""An example stands in one of so many rows."""


@dataclass
class Rows:
    """The rows under a header, told apart from the top down."""

    grid: Grid
    header: Header
    naming: Naming
    knows: Knowledge
    units: list[int] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    spilled: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    split: list[int] = field(default_factory=list)
    named_at: dict[int, int] = field(default_factory=dict)  # a unit's row → the row above it where its name stands
    end: int = 0
    _is_under_headings: bool = True
    _spilling: set[int] = field(default_factory=set)  # of a text table, as far as it was gone through
    _named: int = -1  # the last row with a name
    _untitled: int = 0  # the rows above it and below the last unit bear no title
    _sought: int = -1  # the last row up to which one was looked for

    def __post_init__(self) -> None:
        """Look at each row by itself."""
        self.kinds = RowKinds(self.grid, self.header, self.naming, self.knows)
        self.aspects = Aspects(self.kinds)

    def tell_apart(self) -> None:
        """Go through the rows to the end of the table; rows that bear a unit's code or name as the roster writes it need no look."""
        self.end = len(self.grid.rows)
        looked_at: list[int] = []
        is_after_notes = False
        first = self.header.last + 1
        for row in self._unsure():
            if row > first:
                self.units += range(first, row)
                self._is_under_headings = False
            first = row + 1
            if row == self.end:
                break
            aspect = self.aspects.of(row)
            kind = self._kind(row, is_after_notes=is_after_notes) if aspect is None else self._of_aspect(row, is_figures=aspect)
            if kind is RowKind.NEXT_TABLE or (kind is RowKind.HEADING and self._is_titled_anew(row)):
                self.end = row if kind is RowKind.NEXT_TABLE else self._after_units()
                self.left_out = [each for each in self.left_out if each.index < self.end]
                break
            is_after_notes = is_after_notes or kind is RowKind.NOTE
            looked_at += [row] if kind is RowKind.UNIT else []
            self._put(row, kind)
        if self.naming.is_any:
            self._take_out(sums.told_apart(looked_at, self.units, self.kinds))
            self._take_out(dict.fromkeys(sums.sums_among(self.nameless, self.units, self.kinds), RowKind.TOTAL))
            self._take_out(dict.fromkeys(split_units(self.units, self.nameless, self.kinds), RowKind.SPLIT))

    def _kind(self, row: int, *, is_after_notes: bool) -> RowKind:
        return self.kinds.kind(row, is_under_headings=self._is_under_headings, is_after_notes=is_after_notes)

    def _take_out(self, others: dict[int, RowKind]) -> None:
        """Leave out rows that were taken for units, or for rows without a name, and are something else after all."""
        if others:
            self.units = [row for row in self.units if row not in others]
            self.nameless = [row for row in self.nameless if row not in others]
            self.left_out = [each for each in self.left_out if each.index not in others]
            for row, kind in others.items():
                self._put(row, kind)
            self.left_out.sort(key=lambda each: each.index)
            self.totals.sort()

    def leave_out(self, rows: Iterable[int], kind: RowKind = RowKind.ASIDE) -> None:
        """Leave out units' rows that are of another period, or of a part."""
        self._take_out(dict.fromkeys(rows, kind))

    def of_one_unit(self, others: Sequence[int]) -> list[int]:
        """Return the row of a table that names no unit: the only one, or the total of parts; none where a total says otherwise.

        `others`: the rows of other periods, which a total is of too.
        """
        if not self.units and len(self.totals) == 1:
            self.units = [self.totals.pop()]
            self.left_out = [each for each in self.left_out if each.index not in self.units]
        rows = self.units if others else [*self.units, *self.totals]
        texts = {tuple(self.grid.shown(row, column) for column in self.kinds.figures) for row in rows}
        return self.units if len(self.units) == len(texts) == 1 else []

    def _after_units(self) -> int:
        """Return the row after the last unit or total so far."""
        return max([self.header.last, *self.units[-1:], *self.totals[-1:]]) + 1

    def _is_titled_anew(self, row: int) -> bool:
        """Whether a line above headings that stand there once more tells a period: then they are another table's."""
        first, self._untitled = max(self._after_units(), self._untitled), row
        return any(_titles_anew(text) for above in range(first, row) for text in self.grid.texts(above).values())

    def _of_aspect(self, row: int, *, is_figures: bool) -> RowKind:
        """Tell the row of a unit's figures from its others; the name may stand in one above it."""
        if not is_figures:
            return RowKind.ASIDE
        first = max(self._sought, self.header.last)
        self._named = next((above for above in range(row, first, -1) if self.aspects.is_named(above)), self._named)
        self._sought = row
        named = max([self._named, *self.units[-1:]])
        is_unit = named != row and named in self.units[-1:]
        if named < 0 or (is_unit and self.grid.has_figures(named, self.kinds.figures)):
            return RowKind.NAMELESS
        if is_unit:  # it only names the unit of those below it
            self.units.pop()
        self.named_at[row] = named
        return RowKind.UNIT

    def _unsure(self) -> Iterator[int]:
        """Yield the rows to look at, which bear no unit's code or name to the letter, or say that they hold something else; and the end.

        They are told in blocks, each twice as long as the one before: a table may end long before its sheet.
        """
        start, size, headed = (
            self.header.last + 1,
            _FIRST_BLOCK,
            self.grid.moved.headed({column: self.header.text(column) for column in self.header.parts}),
        )
        while start < self.end:
            rows = range(start, min(start + size, len(self.grid.rows)))
            spilling = self.grid.moved.spilling(rows, self.header.last, headed)
            spilling |= {row for row in self.grid.moved.shorter(rows, self.header.last) if self._is_moved(row)}
            self._spilling |= spilling
            others = {row for row in rows if self.aspects.of(row) is False} if self.aspects.is_any else set()
            examples = {row for row in rows[:_FIRST_ROWS] if self.kinds.is_example(row)} if rows.start == self.header.last + 1 else set()
            yield from sorted({*self._not_sure(rows), *spilling, *others, *examples})
            start, size = rows.stop, 2 * size
        yield self.end

    def _is_moved(self, row: int) -> bool:
        """Whether a row that lacks a cell has a yes or a no where a count belongs, or a count where one of these does."""
        fields = (
            (column, self.knows.headings.field(each.field or "")) for column, each in self.header.matches.items() if each.role == "field"
        )
        shown = [(field.kind, text) for column, field in fields if (text := self.grid.text(row, column)) and text not in {"0", "1"}]
        return any(is_yes_no(text) if kind is Kind.COUNT else is_bare_figure(text) for kind, text in shown)

    def _not_sure(self, rows: range) -> Iterable[int]:
        """Return those of some rows whose code, or else name, is none of the roster's to the letter."""
        register, naming, places = self.knows.register, self.naming, np.arange(rows.start, rows.stop)
        column = naming.code if naming.code >= 0 else naming.name
        if column < 0 or (register is None and naming.code < 0):
            return rows
        cells = _bare(self.grid.down(column, places))
        if register is None:
            names = _bare(self.grid.down(naming.name, places)) if naming.name >= 0 else [None] * len(rows)
            return self._no_codes(rows, cells, names)
        if column == naming.code and isinstance(cells, JoinedTexts) and register.run(cells):
            return ()
        known = register.by_written_code if column == naming.code else register.by_written_name
        return compress(rows, map(not_, map(known.__contains__, cells)))

    def _no_codes(self, rows: range, cells: Sequence[Cell], names: Sequence[Cell]) -> Iterable[int]:
        """Return the rows whose cells are no codes: with a letter and a digit in them, or with digits and beside a unit's name."""
        levels = self.knows.levels.by_names([name if isinstance(name, str) else "" for name in names])
        named = zip(rows, cells, levels, strict=True)
        return (
            row
            for row, cell, level in named
            if not isinstance(cell, str) or (level is None if _NUMBERED.fullmatch(cell) else not _CODE.fullmatch(cell))
        )

    def _put(self, row: int, kind: RowKind) -> None:
        self._is_under_headings = kind in (RowKind.HEADING, RowKind.BLANK) and (self._is_under_headings or kind is RowKind.HEADING)
        if kind in (RowKind.UNIT, RowKind.TOTAL) and row in self._spilling:
            kind = RowKind.SPILLED
        if kind is RowKind.UNIT:
            self.units.append(row)
        elif kind is not RowKind.BLANK:
            self.left_out.append(LeftOut(row, kind.value, self.kinds.label(row)))
        said = {
            RowKind.TOTAL: self.totals,
            RowKind.NAMELESS: self.nameless,
            RowKind.SPILLED: self.spilled,
            RowKind.DOUBTFUL: self.doubtful,
            RowKind.SPLIT: self.split,
        }
        if kind in said:
            said[kind].append(row)


def _titles_anew(text: str) -> bool:
    """Whether a line says a period, or that of "Tháng trước" or "Tháng này"."""
    spoken = in_title(text)
    is_said = spoken.periods or spoken.spans or spoken.until or spoken.is_year_told
    return bool(is_said) or is_of_earlier(text) or is_present(fold(text))


def _bare(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return cells with "" for a blank text; quicker to go through."""
    return cells.texts if isinstance(cells, Texts) else cells
