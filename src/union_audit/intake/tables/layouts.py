"""Reads a form through the layout of an earlier one: thousands of offices fill in the same form, and its table need be found once.

A sheet is read so where it is the same in all that finding its tables depends on. The plan, the roster and the period that was asked
for are the run's. Of the sheet that is every text, every number, every other cell and where they stand, what is merged, how numbers
are shown, and the period that its name tells. Only two things may be others (`layout.py` says why that is safe): the counts in a form's
one column of figures, and the lines that say whose it is. A form's figures, its unit and its titles are always its own.
"""

from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from union_audit.intake.periods.texts import in_name
from union_audit.intake.tables.find import find_tables
from union_audit.intake.tables.layout import Kinds, Layout, kind_of, layout_of
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.tables.work import Work
from union_audit.sheets.by_column import ByColumn
from union_audit.sheets.model import Cell, Sheet

Key: TypeAlias = tuple[object, ...]

_MOST = 256
"""So many layouts are kept: those of one form differ by which of its lines are left blank, and by its answers."""
_MOST_ROWS, _MOST_CELLS = 500, 10_000
"""No form is larger."""
_REMEMBERED = 16384


class Layouts:
    """The layouts of the forms that a run has read so far."""

    def __init__(self, knows: Knowledge) -> None:
        """Know none yet."""
        self.knows = knows
        self._known: dict[Key, Layout] = {}
        self._kind = _Kinds(knows)

    def tables(self, sheet: Sheet, work: Work) -> list[Table]:
        """Return a sheet's tables as `find_tables` does, and refuse (`Refused`) as that does."""
        is_large = isinstance(sheet.rows, ByColumn) or len(sheet.rows) > _MOST_ROWS
        cells = [] if is_large else list(chain.from_iterable(sheet.rows))
        if is_large or sheet.is_text or len(cells) > _MOST_CELLS:
            return find_tables(sheet, self.knows, work)
        kinds = self._kinds(cells)
        key = self._key(sheet, kinds)
        known = self._known.get(key)
        if known and (tables := known.tables(cells)) is not None:
            return tables
        tables = find_tables(sheet, self.knows, work)
        self._keep(key, layout_of(sheet, cells, kinds, tables, self.knows))
        return tables

    def _kinds(self, cells: Sequence[Cell]) -> Kinds:
        """Return what stands for each cell in a layout."""
        if len(self._kind) > _REMEMBERED:
            self._kind.clear()
        of_text = self._kind
        return tuple([None if cell is None else of_text[cell] if type(cell) is str else kind_of(cell) for cell in cells])

    def _key(self, sheet: Sheet, kinds: Kinds) -> Key:
        """Return all that finding a sheet's tables depends on, but for the counts that are `fixed` in a layout."""
        named = in_name(sheet.name)
        told = named.periods, named.spans, named.years, named.is_year_told
        return kinds, tuple(map(len, sheet.rows)), sheet.merged, tuple(sheet.formats.items()), told

    def _keep(self, key: Key, layout: Layout | None) -> None:
        """Remember a layout, and forget the oldest of too many."""
        if layout:
            self._known.pop(key, None)
            if len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            self._known[key] = layout


class _Kinds(dict[str, object]):
    """What stands in a layout for each text: found out once a text."""

    def __init__(self, knows: Knowledge) -> None:
        super().__init__()
        self._headings = knows.headings

    def __missing__(self, text: str) -> object:
        self[text] = kind = kind_of(text, self._headings)
        return kind
