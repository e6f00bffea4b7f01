"""The rows of a long table: which of them says which figure of whom, and those of which nothing is sure."""

from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import LeftOut
from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.down import is_scale
from union_audit.intake.tables.figure_like import is_bare_figure
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.headings import IGNORED, Match
from union_audit.intake.tables.long_asides import Aside, about_asides, kind_of
from union_audit.intake.tables.long_columns import LongColumns
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.measures import is_ditto
from union_audit.sheets.model import Cell
from union_audit.words import N_

UNLABELLED = N_("a figure without a label")
_HEADS = ("code", "name", "ordinal")
_LOOKS = 24
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
    _down: dict[int, Sequence[Cell]] = field(default_factory=dict)
    _scaled: set[tuple[str, str]] = field(default_factory=set)
    _unsure: dict[str, Headed] = field(default_factory=dict)
    _asides: list[Aside] = field(default_factory=list)

    def tell_apart(self) -> None:
        """Go through the rows from the top down."""
        grid, columns = self.grid, self.columns
        rows = range(columns.header + 1, len(grid.rows))
        used = {*columns.keys, *columns.kinds, *columns.again, columns.label, columns.value, columns.since} - {-1}
        self._down = {column: self._cells(column) for column in used}
        rows = range(rows.start, next((row for row in rows if self._begins_another(row)), rows.stop))
        self.end = rows.stop
        grid.work.spend(_LOOKS * len(rows))
        spilled = grid.moved.spilling(rows, columns.header, grid.moved.headed(columns.headings))
        named, measures = self._named(rows), self._measures(rows)
        unlabelled = []
        for row, who in zip(rows, named, strict=True):
            if row in spilled or self._is_heading(row):
                self.told.add(row)
            elif text := written(self._cell(row, columns.label)):
                self._take(row, text, who, measures.get(row, ""))
            elif is_bare_figure(self._cell(row, columns.value)):
                unlabelled.append(row)
        self.told.update(unlabelled)
        for code, why, found in (("UA131", RowKind.SPILLED.value, sorted(spilled)), ("UA134", UNLABELLED, unlabelled)):
            self.findings += [Finding(code, {"count": len(found)}, self._source(found[0]))] if found else []
            self.left_out += [LeftOut(row, why, next(iter(grid.texts(row).values()), "")) for row in found]
        self.findings += [
            *self._about_unsure(),
            *about_asides(self._asides, {(each.key, each.field) for each in self.records}, columns.value),
        ]

    def _cells(self, column: int) -> Sequence[Cell]:
        """Return what stands in a column: a row of a large sheet costs as much as all of its cells."""
        self.grid.work.spend(len(self.grid.rows))
        return list(self.grid.down(column, np.arange(len(self.grid.rows))))

    def _cell(self, row: int, column: int) -> Cell:
        return self._down[column][row]

    def _text(self, row: int, column: int) -> str:
        cell = self._down[column][row]
        return tidy(cell) if isinstance(cell, str) else ""

    def _begins_another(self, row: int) -> bool:
        """Whether a row has the heading of a column of units, and is not the table's own once more."""
        columns = (*self.columns.keys, self.columns.label)
        is_headed = any(self.grid.headings.match(text).role in _HEADS for column in columns if (text := self._text(row, column)))
        return is_headed and not self._is_heading(row) and not is_bare_figure(self._cell(row, self.columns.value))

    def _is_heading(self, row: int) -> bool:
        """Whether the headings stand there once more."""
        headings = self.columns.headings
        return all(self._text(row, column) == headings[column] for column in (self.columns.label, self.columns.value))

    def _take(self, row: int, text: str, who: Sequence[Cell], measure: str) -> None:
        """Take the figure of a row with a label; one that is no figure's, and names no unit either, is no row of the table."""
        columns = self.columns
        match = columns.known.get(text, IGNORED)
        is_named = any(
            cell is not None and written(cell) for column, cell in zip(columns.keys, who, strict=True) if column in columns.named
        )
        if not is_named and not match.field and not is_bare_figure(self._cell(row, columns.value)):
            return
        self.told.add(row)
        if other := self._disagreement(row, match):
            text, match = f"{text} / {other}", IGNORED
        label = self.labels.setdefault(text, Headed(row, text, match, row, columns.label))
        column = self._column(row, label)
        is_usable = match.field and not self.grid.headings.is_scaled(text) and not self._is_scaled(row, match.field, measure)
        said = [self._text(row, column) for column in columns.kinds]
        if match.field and (kind := kind_of(said, is_since=self.grid.headings.is_since(match))):
            self._asides.append(Aside(kind, row, tuple(map(written, who)), match.field))
            self.left_out.append(self._asides[-1].left_out)
            return
        if is_named or is_usable:
            key = tuple(map(written, who)) if is_named else (row,)
            self.records.append(Record(row, key, who, match.field if match.field and is_usable and column >= 0 else "", column))

    def _disagreement(self, row: int, match: Match) -> str:
        """Return what another column says of the figure that a row is, where that is another figure: a code of one, the name of another."""
        said = ((self._text(row, column), known) for column, known in self.columns.again.items())
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
        own, since = (written(self._cell(row, column)) for column in (columns.value, columns.since))
        if headings.is_since(label.match) or not own:
            return columns.since
        if since and own != since:
            self._unsure.setdefault(label.text, label)
            return -1
        return columns.value

    def _about_unsure(self) -> list[Finding]:
        columns, labels = self.columns, tuple(self._unsure)
        if not labels:
            return []
        said = {"month": columns.headings[columns.value], "since": columns.headings[columns.since]}
        return [Finding("UA143", {**said, "labels": labels, "count": len(labels)}, self._source(self._unsure[labels[0]].row))]

    def _named(self, rows: range) -> list[Sequence[Cell]]:
        """Return the cells of each row that say of whom and of when it is; a unit may be written once over all of its rows."""
        down = [self._filled(rows, column, place) for place, column in enumerate(self.columns.keys)]
        return list(zip(*down, strict=True))

    def _filled(self, rows: range, column: int, place: int) -> list[Cell]:
        top = self.grid.merge_top
        cells = [self._cell(*of) if (of := top(row, column))[1] == column else self.grid.cell(*of) for row in rows]
        shown = list(map(written, cells))
        labelled = [self._cell(row, self.columns.label) not in {None, ""} for row in rows]
        texts = [text for text, is_labelled in zip(shown, labelled, strict=True) if is_labelled]
        if all(texts) or any(one and one == other for one, other in pairwise(texts)):
            return cells  # each row says it, and one that does not is nobody's
        above: Cell = None
        for at, row in enumerate(rows):
            begins = shown[at] or not labelled[at] or any(written(self._cell(row, left)) for left in self.columns.keys[:place])
            above = cells[at] if begins else above
            cells[at] = above
        return cells

    def _measures(self, rows: range) -> dict[int, str]:
        """Return by row the unit of measure that is not ones ("nghìn người", "%"); "nt" is that above it."""
        found: dict[int, str] = {}
        for column in self.columns.measures:
            above = ""
            for row in rows:
                text = self.grid.text(*self.grid.merge_top(row, column))
                above = above if is_ditto(text) else text
                found |= {row: above} if above and is_scale(above, self.knows) else {}
        return found

    def _source(self, row: int) -> Source:
        return Source("", "", row, self.columns.value)
