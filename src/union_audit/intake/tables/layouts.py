"""Reads a form through the layout of an earlier one: thousands of offices fill in the same form, and its table need be found once.

A sheet is read so where it is the same in all that finding its tables depends on. The plan, the roster and the period that was asked
for are the run's. Of the sheet that is every text, every number, every other cell and where they stand, what is merged, how numbers
are shown, and the period that its name tells. Only two things may be others (`layout.py` says why that is safe): the counts and answers
in a form's one column of figures, and texts above and below the table. A form's figures, its unit and its titles are always its own.
"""

from collections.abc import Sequence
from itertools import chain

from union_audit.intake.periods.texts import in_name
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.layout import Layout, layout_of
from union_audit.intake.tables.sayings import Sayings
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.tables.work import Work, cells_of
from union_audit.sheets.model import Cell, Sheet

_MOST, _MOST_OF_ONE = 64, 16
"""So many outlines are kept, as there are many ways to leave lines blank; and so many layouts of one, which differ by their texts."""
_MOST_CELLS = 4_000
"""No form has more."""


class Layouts:
    """The layouts of the forms that a run has read so far."""

    def __init__(self, knows: Knowledge) -> None:
        """Know none yet."""
        self.knows = knows
        self._known: dict[object, list[Layout]] = {}  # by outline, and by what sheets of one outline are `like`
        self._sayings = Sayings(knows.headings)

    def tables(self, sheet: Sheet, work: Work) -> list[Table]:
        """Return a sheet's tables as `find_tables` does, and refuse (`Refused`) as that does."""
        if sheet.is_text or cells_of(sheet) > _MOST_CELLS:
            return find_tables(sheet, self.knows, work)
        cells = list(chain.from_iterable(sheet.rows))
        if sheet.like and (read := self._through(sheet.like, cells)):
            return read[1]
        layout, tables = self._by_outline(sheet, cells, work)
        if sheet.like and layout:
            self._keep(sheet.like, layout)
        return tables

    def _by_outline(self, sheet: Sheet, cells: Sequence[Cell], work: Work) -> tuple[Layout | None, list[Table]]:
        """Return a sheet's tables with their layout: that of an earlier sheet of the same outline, or else the sheet's own."""
        outline = _outline(sheet, cells)
        if read := self._through(outline, cells):
            return read
        tables = find_tables(sheet, self.knows, work)
        if layout := layout_of(sheet, cells, tables, self.knows, self._sayings):
            self._keep(outline, layout)
        return layout, tables

    def _through(self, outline: object, cells: Sequence[Cell]) -> tuple[Layout, list[Table]] | None:
        """Return the tables of a sheet of this outline, and the layout that they are read through; None where none fits."""
        for known in self._known.get(outline, ()):
            if (read := known.tables(cells, self._sayings)) is not None:
                return known, read
        return None

    def _keep(self, outline: object, layout: Layout) -> None:
        """Remember a layout, and forget the oldest of too many."""
        if outline not in self._known and len(self._known) >= _MOST:
            del self._known[next(iter(self._known))]
        kept = self._known.setdefault(outline, [])
        kept.insert(0, layout)
        del kept[_MOST_OF_ONE:]


def _outline(sheet: Sheet, cells: Sequence[Cell]) -> object:
    """Return what is the same in sheets of one layout, besides what their `cells` say."""
    named = in_name(sheet.name)
    told = named.periods, named.spans, named.years, named.is_year_told, named.until
    return tuple(map(type, cells)), tuple(map(len, sheet.rows)), sheet.merged, tuple(sheet.formats.items()), told
