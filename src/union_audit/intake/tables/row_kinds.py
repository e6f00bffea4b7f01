"""What a row under the headings of a wide table is by what stands in it: a unit's, or one that is left out, and why."""

import re
from enum import Enum
from functools import cached_property

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import written
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.naming import Naming
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.examples import EXAMPLE_ROWS
from union_audit.intake.vocabulary.notes import is_note
from union_audit.intake.vocabulary.totals import is_comparison, is_remark, is_total
from union_audit.words import N_

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
    EXAMPLE = N_("an example")
    PART = N_("a part of the row above, or a remark on it")
    DOUBTFUL = N_("perhaps no unit")
    SPLIT = N_("one of several rows of a unit")


@dataclass
class RowKinds:
    """Tells the rows under a header apart, each by itself."""

    grid: Grid
    header: Header
    naming: Naming
    knows: Knowledge
    _named: tuple[int, str] = (-1, "")

    @cached_property
    def figures(self) -> list[int]:
        """The columns of figures."""
        return self.header.figures

    def label(self, row: int) -> str:
        """Return the text that a row is known by: its name, else the first that stands there."""
        named = (text for column in self._labels if (text := self.grid.text(row, column)))
        return next(named, "") or next(iter(self.grid.texts(row).values()), "")

    def name(self, row: int) -> str:
        """Return what stands where the unit's name should; most rows are asked for it several times, one after the other."""
        if self._named[0] != row:
            self._named = row, self._shown(row, self.naming.name)
        return self._named[1]

    def code(self, row: int) -> str:
        """Return what stands where the unit's code should."""
        return self._shown(row, self.naming.code)

    def kind(self, row: int, *, is_under_headings: bool, is_after_notes: bool) -> RowKind:
        """Return what a row is; `is_under_headings`: nothing stands between it and them; `is_after_notes`: a note stands above it."""
        grid = self.grid
        if grid.is_blank(row):
            return RowKind.BLANK
        is_named = len(self.name(row)) > _LONGEST_NUMBERING
        if is_under_headings and not is_named and grid.is_numbering(row, self.figures):
            return RowKind.NUMBERING
        if kind := self._by_label(row):
            return kind
        if self._is_section(row):
            return RowKind.TOTAL if grid.has_figures(row, self.figures) else RowKind.SECTION
        if is_named and any(grid.is_number(row, column) for column in self.figures):
            return RowKind.UNIT
        return self._heading(row) or self._with_text(row, is_after_notes=is_after_notes)

    @cached_property
    def _labels(self) -> list[int]:
        """The columns to the left of the first figure, and those that name the unit: where a row says what it is."""
        first = min(self.figures)
        named = [column for column in (self.naming.name, self.naming.code) if column >= 0]
        return [*named, *(column for column in range(first) if column not in named)]

    def _by_label(self, row: int) -> RowKind | None:
        """Know a total or a comparison by its name, a note or an example where units are numbered, whatever stands beside it."""
        texts = [text for column in self._labels if (text := self.grid.text(row, column))]
        if any(map(is_total, texts)):
            return RowKind.TOTAL
        names = [self.name(row)] if self.naming.is_any else texts
        if any(map(is_comparison, names)):
            return RowKind.ASIDE
        if any(is_remark(name) and not self.is_known("", name) for name in names):
            return RowKind.PART
        if self.is_example(row):
            return RowKind.EXAMPLE
        is_noted = any(is_note(self.grid.text(row, column)) for column in self.header.role("ordinal"))
        return RowKind.NOTE if is_noted else None

    def is_example(self, row: int) -> bool:
        """Whether a row shows how one is filled in: it says so where units are numbered."""
        return any(fold(self.grid.text(row, column)) in EXAMPLE_ROWS for column in self.header.role("ordinal"))

    def _is_section(self, row: int) -> bool:
        """Whether a row heads a section, with its sums or without: it is lettered where units are numbered, and no unit that is known."""
        lettered = any(_LETTERED.fullmatch(self.grid.text(row, column)) for column in self.header.role("ordinal"))
        if not lettered or not self._is_numbered or self.code(row):
            return False
        register, name = self.knows.register, self.name(row)
        return register is None or register.tell("", name).unit < 0

    @cached_property
    def beside(self) -> list[int]:
        """The columns before the figures that neither name, number nor place a unit."""
        placing = {column for role in ("ordinal", "level", "parent") for column in self.header.role(role)}
        return [column for column in range(min(self.figures)) if column not in {self.naming.code, self.naming.name, *placing}]

    @cached_property
    def _is_numbered(self) -> bool:
        """Whether some row has a number in the column of ordinals."""
        return any(map(self.grid.is_numbered, self.header.role("ordinal")))

    def _with_text(self, row: int, *, is_after_notes: bool) -> RowKind:
        """Tell a unit's row from sections, notes and signatures, by what stands in the columns of figures."""
        name, code = self.name(row), self.code(row)
        has_texts = any(self._shown(row, column) for column in self.figures)
        has_figures = self.grid.has_figures(row, self.figures)
        if not has_figures and (is_after_notes or self.grid.says(row, is_note)):
            return RowKind.NOTE
        if not has_texts:
            return RowKind.UNIT if self.is_known(code, name) else RowKind.SECTION
        if name or code or not self.naming.is_any:
            return RowKind.UNIT
        return RowKind.NAMELESS if has_figures else RowKind.NOTE

    def is_known(self, code: str, name: str) -> bool:
        """Whether a code and a name are a unit's, and not a section's: by the roster, else by their look."""
        if self.knows.register is not None:
            return self.knows.register.tell(code, name).unit >= 0
        return (bool(code) and any(map(str.isdigit, code))) or (bool(name) and self.knows.levels.by_name(name) is not None)

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
        return has_headings and any(column in texts for column in self.figures)

    def _shown(self, row: int, column: int) -> str:
        return written(self.grid.cell(row, column)) if column >= 0 else ""
