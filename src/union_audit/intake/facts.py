"""What the submissions say: one array units by fields of figures, and the cell that each of them stands in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.plan.model import Field, Ratio
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

Int64 = NDArray[np.int64]
Int32 = NDArray[np.int32]
Int16 = NDArray[np.int16]
Int8 = NDArray[np.int8]
Bool = NDArray[np.bool_]

WHOLE = 10**12
"""A percentage is so many parts of this: 85% is 850,000,000,000 of them. Ten decimals are more than any count below `MAX_COUNT` needs."""


class State(IntEnum):
    """What is known of one figure."""

    MISSING = 0  # no submission of the unit has a place for it
    BLANK = 1  # its cell is blank
    ZERO = 2  # its cell is blank, and the plan says that a blank is zero
    FIGURE = 3
    UNREADABLE = 4  # something stands there that is no sure figure
    INCONSISTENT = 5  # a negative or fractional number
    INCOMPLETE = 6  # summed over months of which some are missing: the value is the partial sum


KNOWN = (State.FIGURE, State.ZERO)
"""The states whose value may be used."""


def are_known(state: Int8) -> Bool:
    """Return which figures of these states may be used."""
    figure, zero = map(int, KNOWN)  # with a member of an enumeration numpy compares as with an array of int64, at fourteen times the cost
    return np.asarray((state == figure) | (state == zero))


@dataclass(frozen=True, slots=True)
class Places:
    """Where each figure stands: arrays that stretch to units by fields. `table` indexes `Facts.tables`; row and column from 0.

    Where a table has a row a unit and a column a field, a row number a unit and a column number a field are enough. A figure
    of which any of the three is -1 stands nowhere.
    `values`, `state`: what stands there, where it is one of several that were added up; None: what `Facts` says.
    """

    table: Int32
    row: Int32
    column: Int32
    values: Int64 | None = None
    state: Int8 | None = None

    def at(self, unit: int, field_index: int) -> tuple[int, int, int] | None:
        """Return the table, row and column of a figure; None where it stands nowhere."""
        table, row, column = (_stretched(each, unit, field_index) for each in (self.table, self.row, self.column))
        return None if min(table, row, column) < 0 else (table, row, column)

    def of_field(self, field_index: int, units: Int64 | slice = slice(None)) -> tuple[Int32, Int32, Int32]:
        """Return the tables, rows and columns of a field's figures, shape (units,); the table is -1 where one stands nowhere."""
        shape = len(self.table), self.column.shape[1]
        table, row, column = (np.broadcast_to(each, shape)[units, field_index] for each in (self.table, self.row, self.column))
        return np.where((row >= 0) & (column >= 0), table, np.int32(-1)), row, column

    def only(self, cells: Bool) -> "Places":
        """Return the places of some figures. `cells`: which; shape (units, fields), or 1 for either, where it is the same for all."""
        if cells.all():
            return self
        if len(cells) == 1:
            return replace(self, column=np.where(cells, self.column, np.int32(-1)))
        return replace(self, table=np.where(cells, self.table, np.int32(-1)))


def _stretched(places: Int32, unit: int, field_index: int) -> int:
    units, fields = places.shape
    return places.item(unit if units > 1 else 0, field_index if fields > 1 else 0)


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages that were given where a count of theirs was not. Axis 0: units; axis 1: `ratios`.

    `values` int64: in parts of `WHOLE`; 0 wherever `state` gives none. `state` int8: a `State`, of these `MISSING`, `FIGURE`,
    `UNREADABLE`, `INCONSISTENT` (others say another) or `INCOMPLETE` (given for months, which cannot be added up).
    `places`: the cells that they stand in, one layer.
    """

    ratios: tuple[Ratio, ...]
    values: Int64
    state: Int8
    places: Places


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cell that a figure was taken from, and the text that stood in it."""

    field: str
    source: Source
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures of one period. Axis 0: `roster.units`; axis 1: `fields`. Those of a field lie side by side in memory.

    `values` int64: the count, or 1 and 0 for yes and no; 0 wherever `state` gives no value.
    `state` int8: a `State`. `submitted` bool (units): a submission of the unit was read.
    `places`: one layer of cells, or one a month where a longer period was added up.
    `shares`: percentages in place of counts, None where there are none.
    `tables`: (file, sheet) of each table. `texts`: what stood in a cell, by (table, row, column), where that is
    not simply the count in digits.
    """

    roster: Roster
    fields: tuple[Field, ...]
    values: Int64
    state: Int8
    submitted: Bool
    places: tuple[Places, ...]
    tables: tuple[tuple[str, str], ...]
    texts: Mapping[tuple[int, int, int], str] = field(default_factory=dict)
    shares: Shares | None = None

    def share_evidence(self, unit: int, ratio: Ratio) -> Evidence | None:
        """Return the cell of the percentage that was given for a ratio, None where there is none; the field is the numerator."""
        if self.shares is None or ratio not in self.shares.ratios:
            return None
        at = unit, self.shares.ratios.index(ratio)
        place = self.shares.places.at(*at)
        if place is None:
            return None
        table, row, column = place
        plain = f"{100 * int(self.shares.values[at]) / WHOLE:.12g}%" if self.shares.state[at] == State.FIGURE else ""
        return Evidence(ratio.numerator, Source(*self.tables[table], row, column), self.texts.get(place, plain))

    @property
    def known(self) -> Bool:
        """Where a value may be used: bool, units by fields."""
        return are_known(self.state)

    def source_of(self, unit: int, field_index: int) -> Source | None:
        """Return the first cell of a figure; None where it has none."""
        return next((evidence.source for evidence in self.evidence(unit, field_index)), None)

    def evidence(self, unit: int, field_index: int) -> list[Evidence]:
        """Return the cells that a figure came from: none, one, or one a month."""
        found = []
        for layer in self.places:
            place = layer.at(unit, field_index)
            if place is None:
                continue
            table, row, column = place
            values, state = self.said(layer)
            text = self.texts.get(place, str(values.item(unit, field_index)) if state.item(unit, field_index) == State.FIGURE else "")
            found.append(Evidence(self.fields[field_index].id, Source(*self.tables[table], row, column), text))
        return found

    def said(self, layer: Places) -> tuple[Int64, Int8]:
        """Return the values and states of one of the `places`."""
        return (self.values, self.state) if layer.values is None or layer.state is None else (layer.values, layer.state)


class InputStatus(StrEnum):
    """What became of a file."""

    READ = "read"
    REFUSED = "refused"
    PASSED_OVER = "passed_over"


class Layout(StrEnum):
    """How a table is laid out: a row a unit, one unit with a row a field, a column a unit, or a row a unit and field."""

    WIDE = "wide"
    FORM = "form"
    TRANSPOSED = "transposed"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading and what was made of it. `index`: its column (wide) or row (else), from 0.

    `role`: "field", "share" (a percentage), "code", "name", "level", "parent", "ordinal", "total" or "ignored"; `how`: "label", "alias",
    "near", "ambiguous" or "none".
    """

    index: int
    text: str
    role: str
    field: str | None = None
    how: str = "none"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row (or, in a transposed table, a column) that is no unit, and why. `index` from 0; `reason`: a catalogue message."""

    index: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class TableRead:
    """How one table was read: everything that `inspect` shows. `units`: codes, in the table's order. `figures_in`: a form's columns.

    `unknown`: how many rows (or columns, or forms) name nobody that is known, so that their figures are not used. `submitted_on`: the
    day that it bears, else the one that its file was written on; None too where the plan has no day by which it is due. `styles`: how
    the figures of each field are written, catalogue messages.
    """

    sheet: str
    layout: Layout
    header_rows: tuple[int, ...]
    headings: tuple[Heading, ...]
    left_out: tuple[LeftOut, ...]
    units: Sequence[str]
    period: Period | None = None
    period_evidence: str = ""
    unit_evidence: str = ""
    unknown: int = 0
    submitted_on: date | None = None
    figures_in: tuple[int, ...] = ()
    styles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was named or found. `file` is relative to the named input; `sha256` is "" where it could not be read.

    `content` reads it once more (`Refused` or OSError where that cannot be done); None for what is no file.
    """

    file: str
    sha256: str
    status: InputStatus
    kind: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    tables: tuple[TableRead, ...] = ()
    content: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Submissions:
    """All that was taken in: the figures by period (None: nothing tells which), the files, and what was wrong with them."""

    by_period: Mapping[Period | None, Facts]
    inputs: Sequence[Input]
    findings: Sequence[Finding]
