"""Long tables, a row for each unit and figure: laid out as the wide table that they are, read as that, and put back into their cells."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import field, replace

import numpy as np

from union_audit.findings import Source
from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.facts import Layout, State
from union_audit.intake.tables import headed
from union_audit.intake.tables.figures import Read
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.headings import IGNORED, Match
from union_audit.intake.tables.long_columns import LongColumns, long_columns
from union_audit.intake.tables.long_header import LongHeader
from union_audit.intake.tables.long_rows import LongRows, Record
from union_audit.intake.tables.merged import without_merged
from union_audit.intake.tables.table import NOBODY, Figures, Knowledge, Table, no_figures
from union_audit.intake.tables.wide import read_wide
from union_audit.intake.vocabulary.periods import PERIODS
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import NumberFormat

_PERIOD = "Kỳ báo cáo"
"""The heading of a column of periods."""
_MOST_NAMED = 1_000
"""So many labels are named."""


def read_long(grid: Grid, header: LongHeader, knows: Knowledge) -> tuple[Grid, Table, int] | None:
    """Read a long table; return the sheet with the table as it was laid out, what was read, and the row after it; None where it is none."""
    columns = long_columns(grid, header, knows)
    if columns is None:
        return None
    rows = LongRows(grid, columns, knows)
    rows.tell_apart()
    laid = _LaidOut(rows)
    wide = laid.grid()
    table, _ = read_wide(wide, laid.header(), knows)
    return wide, laid.put_back(table or _nothing(columns)), rows.end


@dataclass
class _LaidOut:
    """A long table with a row for each unit, its first in the sheet, and a column for each field, beyond those of the sheet.

    A figure that is given once more stands in another row of its unit. `at`: by address there, that in the sheet; `cells`: by row.
    """

    rows: LongRows
    at: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put each figure into its place."""
        rows, sheet = self.rows, self.rows.grid
        used = dict.fromkeys(record.field for record in rows.records if record.field)
        first = max(sheet.width(rows.columns.header, rows.end - 1), 1)
        self.places = {name: first + place for place, name in enumerate(used)}
        of_key: dict[tuple[object, ...], list[int]] = defaultdict(list)
        times: Counter[tuple[tuple[object, ...], int]] = Counter()
        for record in rows.records:
            place = self.places.get(record.field, -1)
            own, time = of_key[record.key], times[record.key, place]
            if time == len(own):
                own.append(record.row)
                self.cells[record.row] = self._begun(record, first + len(used))
            row = own[time]
            if place >= 0:
                times[record.key, place] += 1
                cell = record.row, record.column
                self.at[row, place], self.cells[row][place] = cell, sheet.cell(*cell)
                self.formats |= {(row, place): look} if (look := sheet.sheet.formats.get(cell)) else {}

    def _begun(self, record: Record, width: int) -> list[Cell]:
        cells: list[Cell] = [None] * width
        for column, cell in zip(self.rows.columns.keys, record.named, strict=True):
            cells[column] = cell
        return cells

    def grid(self) -> Grid:
        """Return the sheet, as far as the table reaches, with the table as it is laid out; what is no row of it stays where it is."""
        of, told = self.rows.grid, self.rows.told
        rows: list[Sequence[Cell]] = [self.cells.get(row, ()) if row in told else of.rows[row] for row in range(self.rows.end)]
        sheet = replace(of.sheet, rows=rows, merged=(), formats=self.formats, is_text=False, like=None)
        return Grid(sheet, of.headings, of.work, is_part=True)

    def header(self) -> Header:
        """Return the headings of the columns that tell the units and their periods, and of those of the fields."""
        columns = self.rows.columns
        texts = {column: columns.headings[column] for column in columns.keys}
        texts |= {column: _PERIOD for column in columns.keys if columns.roles[column] is IGNORED and fold(texts[column]) not in PERIODS}
        matches = {column: columns.roles[column] for column in columns.keys}
        labels = {each.match.field: each.text for each in reversed(self.rows.labels.values())}
        for name, place in self.places.items():
            texts[place], matches[place] = labels[name], Match("field", (name,), "label")
        return Header(columns.header, columns.header, {column: (text,) for column, text in texts.items()}, matches)

    def put_back(self, table: Table) -> Table:
        """Return the table with its figures, and what is said of them, in the cells of the sheet."""
        rows, columns = self.rows, self.rows.columns
        labels = list(rows.labels.values())[:_MOST_NAMED]
        keys = [headed.Headed(columns.header, columns.headings[at], columns.roles[at], columns.header, at) for at in columns.keys]
        others = [headed.Headed(columns.header, columns.headings[at], IGNORED, columns.header, at) for at in columns.others]
        read = without_merged(Read(self._at_cells(table), table.issues, ()), rows.grid)
        about = [replace(each, source=self._source(each.source)) for each in table.findings if each.code != "UA102"]
        return replace(
            table,
            layout=Layout.LONG,
            headings=headed.shown([*keys, *others, *labels]),
            left_out=tuple(sorted((*table.left_out, *rows.left_out), key=lambda each: each.index)),
            is_usable=not rows.scaled,
            figures=read.figures,
            titles=(*table.titles, columns.headings[columns.value]),
            issues=read.issues,
            totals=tuple([replace(each, cells=[self.at.get(cell, cell) for cell in each.cells]) for each in table.totals]),
            findings=(*headed.findings([*others, *labels], rows.grid.headings, rows.knows.plan), *about, *rows.findings),
        )

    def _at_cells(self, table: Table) -> Figures:
        """Return the figures with the cells that they stand in; what has no row is missing, and no blank."""
        figures, places = table.figures, table.figures.column[0].tolist()
        at = [self.at.get((row, place), (-1, -1)) for row in table.named.place for place in places]
        cells = np.array(at, np.int32).reshape(len(table.named.place), len(places), 2)
        row, column = (np.asfortranarray(cells[:, :, axis]) for axis in (0, 1))
        state = np.asfortranarray(np.where(row < 0, np.int8(State.MISSING), figures.state))
        return replace(figures, state=state, row=row, column=column)

    def _source(self, source: Source | None) -> Source | None:
        """Return the cell in the sheet of one beyond its columns; of a whole row that is the one where its figure stands."""
        if source is None or not self.places or source.column < min(self.places.values()):
            return source
        row, column = self.at.get((source.row, source.column), (source.row, self.rows.columns.value))
        return replace(source, row=row, column=column)


def _nothing(columns: LongColumns) -> Table:
    """Return the table where none of its figures can be used."""
    return Table(Layout.LONG, (columns.header,), (), (), NOBODY, no_figures())
