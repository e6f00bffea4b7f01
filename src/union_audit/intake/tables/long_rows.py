"""The rows of a long table: which of them says which figure of whom, and those of which nothing is sure."""

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import LeftOut
from union_audit.intake.figures.cells import written
from union_audit.intake.periods.texts import in_heading
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.headings import IGNORED, Match
from union_audit.intake.tables.long_asides import Aside, about_asides, kind_of
from union_audit.intake.tables.long_cells import LongCells
from union_audit.intake.tables.long_columns import LongColumns
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.values import is_value
from union_audit.sheets.model import Cell
from union_audit.words import N_

UNLABELLED = N_("a figure without a label")
_LOOKS = 20
"""A row is taken apart in the time of so many looks at a cell: half a million of them are refused before that takes their memory."""


class Record(NamedTuple):
    """A row that says one figure. `key`: of whom and of when; `named`: the cells that say so; `field`: "" for none that can be used."""

    row: int
    key: tuple[object, ...]
    named: Sequence[Cell]
    field: str
    column: int


@dataclass
class LongRows:
    """The rows under the headings of a long table, up to `end`, where another begins.

    `records`: from the top down; `told`: the rows that are read, or spoken of, of these `left_out` those that are not read; `labels`:
    all of them, each where it stands first.
    """

    grid: Grid
    columns: LongColumns
    knows: Knowledge
    end: int = 0
    records: list[Record] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    labels: dict[str, Headed] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _scaled: set[tuple[str, str]] = field(default_factory=set)
    _unsure: dict[str, Headed] = field(default_factory=dict)
    _asides: list[Aside] = field(default_factory=list)

    def tell_apart(self) -> None:
        """Go through the rows from the top down."""
        grid, columns = self.grid, self.columns
        rows = range(columns.header + 1, len(grid.rows))
        self._cells = cells = LongCells(grid, columns)
        rows = range(rows.start, next((row for row in rows if cells.begin_another(row)), rows.stop))
        self.end = rows.stop
        grid.work.spend(_LOOKS * len(rows))
        spilled = grid.moved.spilling(rows, columns.header, grid.moved.headed(columns.headings))
        named, measures = cells.named(rows), cells.measures(rows, self.knows)
        unlabelled = []
        for row, who in zip(rows, named, strict=True):
            if row in spilled or cells.are_headings(row):
                self.told.add(row)
            elif text := cells.shown(row, columns.label):
                self._take(row, text, who, measures.get(row, ""))
            elif is_bare_figure(cells.cell(row, columns.value)):
                unlabelled.append(row)
        self.told.update(unlabelled)
        for code, why, found in (("UA131", RowKind.SPILLED.value, sorted(spilled)), ("UA134", UNLABELLED, unlabelled)):
            self.findings += [Finding(code, {"count": len(found)}, self._source(found[0]))] if found else []
            self.left_out += [LeftOut(row, why, next(iter(grid.texts(row).values()), "")) for row in found]
        self.findings += [
            *self._about_unsure(),
            *self._about_value(),
            *about_asides(self._asides, {(each.key, each.field) for each in self.records}, columns.value),
        ]

    def _take(self, row: int, text: str, who: Sequence[Cell], measure: str) -> None:
        """Take the figure of a row with a label; one that is no figure's, and names no unit either, is no row of the table."""
        columns = self.columns
        match = columns.known.get(text, IGNORED)
        is_named = any(
            cell is not None and written(cell) for column, cell in zip(columns.keys, who, strict=True) if column in columns.named
        )
        if not is_named and not match.field and not is_bare_figure(self._cells.cell(row, columns.value)):
            return
        self.told.add(row)
        if other := self._disagreement(row, match):
            text, match = f"{text} / {other}", IGNORED
        label = self.labels.setdefault(text, Headed(row, text, match, row, columns.label))
        column = self._column(row, label)
        is_usable = match.field and not self.grid.headings.is_scaled(text) and not self._is_scaled(row, match.field, measure)
        said = [self._cells.text(row, column) for column in columns.kinds]
        if match.field and (kind := kind_of(said, is_since=self.grid.headings.is_since(match))):
            self._asides.append(Aside(kind, row, tuple(map(written, who)), match.field))
            self.left_out.append(self._asides[-1].left_out)
            return
        if is_named or is_usable:
            key = tuple(map(written, who)) if is_named else (row,)
            self.records.append(Record(row, key, who, match.field if match.field and is_usable and column >= 0 else "", column))

    def _disagreement(self, row: int, match: Match) -> str:
        """Return what another column says of the figure that a row is, where that is another figure: a code of one, the name of another."""
        said = ((self._cells.text(row, column), known) for column, known in self.columns.again.items())
        return next((text for text, known in said if match.field and known.get(text, IGNORED).field not in {None, match.field}), "")

    def _is_scaled(self, row: int, of: str, measure: str) -> bool:
        """Whether a figure is not counted in ones, which is said once a field and measure."""
        if measure and (of, measure) not in self._scaled:
            self._scaled.add((of, measure))
            self.findings.append(Finding("UA125", {"text": measure}, self._source(row), field=of))
        return bool(measure)

    def _column(self, row: int, label: Headed) -> int:
        """Return where a figure stands: in the month's column or in that of since January (see `since.columns_of`), -1 where either may."""
        columns, headings = self.columns, self.grid.headings
        if columns.since < 0 or headings.is_summed(label.match):
            return columns.value
        own, since = (self._cells.shown(row, column) for column in (columns.value, columns.since))
        if headings.is_since(label.match) or not own:
            return columns.since
        if since and own != since:
            self._unsure.setdefault(label.text, label)
            return -1
        return columns.value

    @property
    def scaled(self) -> list[int]:
        """The columns of figures whose heading says that they are thousands."""
        columns = (self.columns.value, self.columns.since)
        return [column for column in columns if column >= 0 and self.grid.headings.is_scaled(self.columns.headings[column])]

    def _about_value(self) -> list[Finding]:
        """Say which columns are not of ones, and which was taken for the figures though its heading does not say so."""
        headings, top = self.columns.headings, self.columns.header
        about = [Finding("UA125", {"text": headings[column]}, Source("", "", top, column)) for column in self.scaled]
        heading = headings[self.columns.value]
        is_said = is_value(self.grid.headings.without_measures(heading)) or in_heading(heading) or self.scaled
        return about if is_said else [*about, Finding("UA146", {"heading": heading}, Source("", "", top, self.columns.value))]

    def _about_unsure(self) -> list[Finding]:
        columns, labels = self.columns, tuple(self._unsure)
        if not labels:
            return []
        said = {"month": columns.headings[columns.value], "since": columns.headings[columns.since]}
        return [Finding("UA143", {**said, "labels": labels, "count": len(labels)}, self._source(self._unsure[labels[0]].row))]

    def _source(self, row: int) -> Source:
        return Source("", "", row, self.columns.value)
