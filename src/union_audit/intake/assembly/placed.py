"""A table with the file and sheet it stands in, and its period."""

from dataclasses import replace
from datetime import date

from union_audit.findings import Source
from union_audit.frozen import dataclass
from union_audit.intake.assembly.versions import Version, version
from union_audit.intake.facts import Layout
from union_audit.intake.files import Candidate
from union_audit.intake.tables.table import NOBODY, Table, no_figures
from union_audit.plan.period import Period
from union_audit.words import N_, Message

LINE = N_("a line of the form")
SHEET = N_("the name of the sheet")
FILE = N_("the name of the file")
_FEW = 100
"""So many figures take less memory than what is said of their table."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A table in its file.

    `is_only_form`: the file's forms may all be the same unit's, so that the file's name may say whose. `named_by`: where the code and
    name of a form's unit were taken from.
    """

    candidate: Candidate
    sheet: str
    table: Table
    period: Period | None
    evidence: str
    is_usable: bool
    is_only_form: bool = True
    named_by: Message = LINE

    def without_figures(self) -> "Placed":
        """Return what is said of the table once its figures are taken: a nation's would stand in memory twice, a form's may."""
        if self.table.figures.values.size <= _FEW:
            return self
        figures = replace(no_figures(), fields=self.table.figures.fields)
        return replace(self, table=replace(self.table, figures=figures, named=NOBODY, issues=(), given=(), sent=()))

    def version(self) -> Version:
        """Return what the names of sheet, file and folders, and the lines around the table, say of its place among versions."""
        lines = (*self.table.titles, *(each.text for each in self.table.left_out))
        return version((self.candidate.stem, *self.candidate.folders), self.sheet, lines)

    def submitted_on(self) -> date | None:
        """Return the day that it bears, if that is one, else the day that its file was written."""
        own = self.version().dates
        return next(iter(own)) if len(own) == 1 else self.candidate.arrived_on()

    def source(self, row: int = -1, column: int = -1) -> Source:
        """Return a place in the table's sheet."""
        return Source(self.candidate.file, self.sheet, row, column)

    def of_unit(self, unit: int) -> Source:
        """Return the cell that names a unit of the table, or its row (or column)."""
        place, line = self.table.named.place[unit], self.table.named.line
        return self.source(place, line) if self.table.layout in (Layout.WIDE, Layout.LONG) else self.source(line, place)

    def of_figure(self, unit: int, field: int) -> Source:
        """Return the cell of a figure."""
        return self.source(*self.table.figures.at(unit, field))
