"""What each row under the headings of a wide table is: a unit's, or one that is left out, and why."""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from operator import itemgetter

from union_audit.folding import fold
from union_audit.intake import vocabulary
from union_audit.intake.facts import LeftOut
from union_audit.intake.figures.cells import written
from union_audit.intake.periods.texts import in_title
from union_audit.intake.tables.aspects import aspects
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.table import Knowledge
from union_audit.words import N_

_CODE = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_])[\w.-]{3,}")
_LETTERED = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?")
_LONGEST_NUMBERING = 4
"""What numbers a column, "(1)" or "A", is no longer."""


class RowKind(Enum):
    """What a row is; the value is the reason that it is left out for, "" where that needs none."""

    UNIT = "unit"
    BLANK = ""
    NEXT_TABLE = "next table"
    TOTAL = N_("a total")
    SECTION = N_("the heading of a section")
    NOTE = N_("a note or a signature below the table")
    NUMBERING = N_("the numbers of the columns")
    HEADING = N_("the headings once more")
    NAMELESS = N_("figures without a unit")
    SPILLED = N_("more cells than headings")
    ASIDE = N_("a plan, a share or another period")


@dataclass(frozen=True, slots=True)
class Naming:
    """The columns that name the unit, -1 where there is none."""

    code: int = -1
    name: int = -1
    level: int = -1
    parent: int = -1


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
    named_at: dict[int, int] = field(default_factory=dict)  # a unit's row → the row above it where its name stands
    end: int = 0
    _is_under_headings: bool = True

    def tell_apart(self) -> None:
        """Go through the rows to the end of the table; rows that bear a unit's code or name as the roster writes it need no look."""
        self.end = len(self.grid.rows)
        sure = self._sure()
        is_after_notes = False
        for row in range(self.header.last + 1, len(self.grid.rows)):
            if sure[row - self.header.last - 1] and row not in self._spilling and self._aspects.get(row, True):
                self.units.append(row)
                self._is_under_headings = False
                continue
            kind = self._aspect(row) if row in self._aspects else self._kind(row, is_after_notes=is_after_notes)
            if kind is RowKind.NEXT_TABLE or (kind is RowKind.HEADING and self._is_titled_anew(row)):
                self.end = row if kind is RowKind.NEXT_TABLE else self._after_units()
                self.left_out = [each for each in self.left_out if each.index < self.end]
                break
            is_after_notes = is_after_notes or kind is RowKind.NOTE
            self._put(row, kind)

    def _after_units(self) -> int:
        """Return the row after the last unit or total so far."""
        return max([self.header.last, *self.units[-1:], *self.totals[-1:]]) + 1

    def _is_titled_anew(self, row: int) -> bool:
        """Whether a line above headings that stand there once more tells a period: then they are another table's."""
        texts = (text for above in range(self._after_units(), row) for text in self.grid.texts(above).values())
        return any(spoken.periods or spoken.spans for spoken in map(in_title, texts))

    @cached_property
    def _aspects(self) -> dict[int, bool]:
        """Where a unit has several rows, "Kế hoạch" and "Thực hiện": whether a row is the one of its figures."""
        named = [column for role in ("ordinal", "level", "parent") for column in self.header.role(role)]
        columns = set(range(min(self._figures))) - {self.naming.code, self.naming.name, *named}
        return aspects(self.grid, self.header.last + 1, sorted(columns))

    def _sure(self) -> list[bool]:
        """Return for each row whether its code, or else its name, is one of the roster's to the letter."""
        body = self.grid.rows[self.header.last + 1 :]
        register = self.knows.register
        column = self.naming.code if self.naming.code >= 0 else self.naming.name
        if column < 0 or min(map(len, body), default=0) <= column:
            return [False] * len(body)
        if register is None:
            is_code = column == self.naming.code
            return [is_code and isinstance(cell, str) and _CODE.fullmatch(cell) is not None for cell in map(itemgetter(column), body)]
        known = register.by_written_code if column == self.naming.code else register.by_written_name
        return [cell.__hash__ is not None and cell in known for cell in map(itemgetter(column), body)]

    def _put(self, row: int, kind: RowKind) -> None:
        self._is_under_headings = kind in (RowKind.HEADING, RowKind.BLANK) and (self._is_under_headings or kind is RowKind.HEADING)
        if kind in (RowKind.UNIT, RowKind.TOTAL) and row in self._spilling:
            kind = RowKind.SPILLED
        if kind is RowKind.UNIT:
            self.units.append(row)
        elif kind is not RowKind.BLANK:
            self.left_out.append(LeftOut(row, kind.value, self._label(row)))
        if kind is RowKind.TOTAL:
            self.totals.append(row)
        if kind is RowKind.NAMELESS:
            self.nameless.append(row)
        if kind is RowKind.SPILLED:
            self.spilled.append(row)

    @cached_property
    def _spilling(self) -> frozenset[int]:
        """The rows of a text table that go on beyond its headings."""
        rows = range(self.header.last + 1, len(self.grid.rows)) if self.grid.sheet.is_text else ()
        headed = max(self.header.parts) + 1
        return frozenset(row for row in rows if self.grid.spills(row, self.header.last, headed))

    @cached_property
    def _figures(self) -> list[int]:
        return sorted(self.header.fields)

    @cached_property
    def _labels(self) -> list[int]:
        """The columns to the left of the first figure, and those that name the unit: where a row says what it is."""
        first = min(self._figures)
        named = [column for column in (self.naming.name, self.naming.code) if column >= 0]
        return [*named, *(column for column in range(first) if column not in named)]

    def _label(self, row: int) -> str:
        return next((text for column in self._labels if (text := self.grid.text(row, column))), "") or next(
            iter(self.grid.texts(row).values()), ""
        )

    def _kind(self, row: int, *, is_after_notes: bool) -> RowKind:
        grid = self.grid
        if grid.is_blank(row):
            return RowKind.BLANK
        is_named = len(self._shown(row, self.naming.name)) > _LONGEST_NUMBERING
        if self._is_under_headings and not is_named and grid.is_numbering(row, self._figures):
            return RowKind.NUMBERING
        if kind := self._by_label(row):
            return kind
        if self._is_section(row):
            return RowKind.TOTAL if grid.has_figures(row, self._figures) else RowKind.SECTION
        if is_named and any(isinstance(grid.cell(row, column), int | float) for column in self._figures):
            return RowKind.UNIT
        return self._heading(row) or self._with_text(row, is_after_notes=is_after_notes)

    def _by_label(self, row: int) -> RowKind | None:
        """Know a total or a comparison by its name, and a note that begins where units are numbered, whatever stands beside it."""
        if any(vocabulary.is_total(self.grid.text(row, column)) for column in self._labels):
            return RowKind.TOTAL
        if fold(self._shown(row, self.naming.name)) in vocabulary.NO_UNIT:
            return RowKind.ASIDE
        is_note = any(vocabulary.is_note(self.grid.text(row, column)) for column in self.header.role("ordinal"))
        return RowKind.NOTE if is_note else None

    def _aspect(self, row: int) -> RowKind:
        """Tell the row of a unit's figures from its others; the name may stand in one above it."""
        if not self._aspects[row]:
            return RowKind.ASIDE
        named = next((above for above in range(row, self.header.last, -1) if self._is_named(above) or above in self.units), -1)
        if named < 0 or (named != row and named in self.units):
            return RowKind.NAMELESS
        self.named_at[row] = named
        return RowKind.UNIT

    def _is_named(self, row: int) -> bool:
        return bool(self._shown(row, self.naming.name) or self._shown(row, self.naming.code))

    def _is_section(self, row: int) -> bool:
        """Whether a row heads a section, with its sums or without: it is lettered where units are numbered, and no unit that is known."""
        lettered = any(_LETTERED.fullmatch(self.grid.text(row, column)) for column in self.header.role("ordinal"))
        if not lettered or not self._is_numbered or self._shown(row, self.naming.code):
            return False
        register, name = self.knows.register, self._shown(row, self.naming.name)
        return register is None or register.tell("", name).unit < 0

    @cached_property
    def _is_numbered(self) -> bool:
        """Whether some row of the table has a number in the column of ordinals."""
        cells = (row[column] for row in self.grid.rows for column in self.header.role("ordinal") if column < len(row))
        return any(isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip(" .").isdigit()) for cell in cells)

    def _with_text(self, row: int, *, is_after_notes: bool) -> RowKind:
        """Tell a unit's row from sections, notes and signatures, by what stands in the columns of figures."""
        name, code = self._shown(row, self.naming.name), self._shown(row, self.naming.code)
        texts = [text for column in self._figures if (text := self._shown(row, column))]
        has_figures = self.grid.has_figures(row, self._figures)
        if not has_figures and (is_after_notes or any(map(vocabulary.is_note, self.grid.texts(row).values()))):
            return RowKind.NOTE
        if not texts:
            return RowKind.UNIT if self._is_known(code, name) else RowKind.SECTION
        if name or code or (self.naming.name < 0 and self.naming.code < 0):
            return RowKind.UNIT
        return RowKind.NAMELESS if has_figures else RowKind.NOTE

    def _shown(self, row: int, column: int) -> str:
        return written(self.grid.cell(row, column)) if column >= 0 else ""

    def _heading(self, row: int) -> RowKind | None:
        """Whether the row repeats the table's headings, or begins another table."""
        texts = self.grid.texts(row)
        repeated = sum(text in self.header.parts.get(column, ()) for column, text in texts.items())
        if repeated > 1 and repeated == len(texts):
            return RowKind.HEADING
        hits = self.grid.hits(row)
        is_next = len(hits) > 1 or (hits and self.naming.name in hits) or self._is_headed_anew(texts)
        return RowKind.NEXT_TABLE if is_next else None

    def _is_headed_anew(self, texts: dict[int, str]) -> bool:
        """Whether a row says what stands in the columns once more: "STT" or "Đơn vị", and texts over the figures.

        A "no" beside the figures is an answer, not the heading of running numbers.
        """
        roles = {self.grid.headings.match(text).role for column, text in texts.items() if column in self._labels}
        has_headings = not roles.isdisjoint(("ordinal", "name", "code"))
        return has_headings and any(column in texts for column in self._figures)

    def _is_known(self, code: str, name: str) -> bool:
        """Whether a row without figures names a unit (that left them blank), and not a section."""
        if self.knows.register is not None:
            return self.knows.register.tell(code, name).unit >= 0
        return (bool(code) and any(map(str.isdigit, code))) or (bool(name) and self.knows.levels.by_name(name) is not None)
