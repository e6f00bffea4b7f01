"""One table as it was read, before its units and its period are settled."""

from collections.abc import Mapping, Sequence

import numpy as np

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.intake.facts import Heading, Int8, Int32, Int64, Layout, LeftOut
from union_audit.intake.figures.cells import Reading
from union_audit.intake.tables.headings import Headings
from union_audit.intake.units.identity import Register
from union_audit.intake.units.levels import Levels
from union_audit.plan.model import Plan, Ratio
from union_audit.plan.period import Period
from union_audit.sheets.model import Cell


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading a table needs to know: the plan, its words, the roster if there is one, the period if one was asked for."""

    plan: Plan
    headings: Headings
    levels: Levels
    register: Register | None
    asked: Period | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a table says of its units, one text a unit each, "" where nothing stands there.

    `place`: each unit's row (transposed: column); `line`: the column (row) where the names stand, -1 for none.
    """

    codes: Sequence[str]
    names: Sequence[str]
    levels: Sequence[str]
    parents: Sequence[str]
    place: Sequence[int]
    line: int = -1

    def told(self, said: Mapping[str, Sequence[str]]) -> "Named":
        """Return it as the lines around a table of one unit say, by role: the first of each, which stands in no column of the table."""
        code, name, level, parent = (said.get(role, [""])[:1] for role in ("code", "name", "level", "parent"))
        return Named(code, name, level, parent, self.place)


NOBODY = Named((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a table. Arrays units by its fields: `values` int64, `state` int8; `row`, `column` int32, may be broadcast.

    Those of a field lie side by side in memory.
    `fields`: the index in the plan of each field. `texts`: what stood there, where it is not plain, by (unit, field).
    `styles`: how the figures of each field are written.
    """

    fields: tuple[int, ...]
    values: Int64
    state: Int8
    row: Int32
    column: Int32
    texts: dict[tuple[int, int], str]
    styles: tuple[tuple[str, ...], ...] = ()

    def at(self, unit: int, j: int) -> tuple[int, int]:
        """Return the row and column of a figure."""
        rows, columns = self.row, self.column
        return (
            int(rows[min(unit, rows.shape[0] - 1), min(j, rows.shape[1] - 1)]),
            int(columns[min(unit, columns.shape[0] - 1), min(j, columns.shape[1] - 1)]),
        )


def no_figures(units: int = 0) -> Figures:
    """Return the figures of a table that has none that can be used."""
    shape = (units, 0)
    return Figures((), np.zeros(shape, np.int64), np.zeros(shape, np.int8), np.zeros((1, 0), np.int32), np.zeros((1, 0), np.int32), {})


@dataclass(frozen=True, slots=True)
class Given:
    """The percentages of one ratio that a table gives without counts. Arrays have shape (units,).

    `values` int64: in parts of `WHOLE`. `state` int8: `MISSING`, `FIGURE` or `UNREADABLE`. `cells`: where each stands; `texts`: what
    stands there, by unit.
    """

    ratio: Ratio
    values: Int64
    state: Int8
    cells: Sequence[tuple[int, int]]
    texts: dict[int, str]


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong with figures of one field of a table: a code, the units in order, and for each the finding's arguments.

    Of some codes (`tables.figures.TOGETHER`) only the first unit stands here, and the arguments count the others.
    """

    field: int
    code: str
    units: Sequence[int]
    args: Sequence[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Total:
    """A row (or column) that says it is the sum of others: its name, its place and its figures, one a field (None: not a figure).

    `cells`: the address of each; `unread`: what stands there instead of a figure, by field.
    """

    text: str
    place: int
    cells: Sequence[tuple[int, int]]
    figures: tuple[int | None, ...]
    unread: Mapping[int, Reading]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it is, what its headings mean, what it says of its units, their figures."""

    layout: Layout
    header_rows: tuple[int, ...]
    headings: tuple[Heading, ...]
    left_out: tuple[LeftOut, ...]
    named: Named
    figures: Figures
    issues: tuple[Issue, ...] = ()
    totals: tuple[Total, ...] = ()
    given: tuple[Given, ...] = ()
    findings: tuple[Finding, ...] = ()
    titles: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()  # below the only form of a sheet, each with the line under it
    since: str = ""  # what says that all is counted since an earlier month: what is asked for the month alone is unreadable then
    sent: Sequence[Cell] = ()  # when each unit's row was sent, in a table of answers to an online form
    is_usable: bool = True  # False: something is wrong with all of its figures
    is_unit_blank: bool = False  # a line asks for the unit and nothing stands there: a letterhead is no answer
    is_one_unit: bool = False  # the unit is told by a line, the sheet's or the file's name, not by a row's own cells
