"""The columns of a long table ("Đơn vị | Chỉ tiêu | Giá trị"): a row for each unit and figure, as databases give them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field

import numpy as np

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import all_written
from union_audit.intake.periods.texts import in_heading, is_period
from union_audit.intake.tables.columns import is_unit
from union_audit.intake.tables.figure_like import is_figure_like
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headings import Match
from union_audit.intake.tables.long_header import LongHeader
from union_audit.intake.tables.spoken import is_of, told_above
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.answers import is_answer
from union_audit.intake.vocabulary.periods import PERIODS
from union_audit.intake.vocabulary.plans import is_task
from union_audit.intake.vocabulary.values import BESIDE, NOT_VALUE, REMARK, is_no_count, is_other_value

_NO_VALUES = (is_other_value, is_task, is_no_count)
_SAMPLE = 200
"""So many units tell whether a column is of units or of their measures ("Đơn vị": "máy")."""
_MOST_NEAR = 1_000
"""Of more labels none is taken for a misspelt one."""
_MOST_KINDS = 12
"""A column that says what its row holds says one of a few things."""


@dataclass(frozen=True, slots=True)
class LongColumns:
    """Which column is which. `headings`: what stands over them; `roles`: what that means of the units.

    `label`: the column that says which figure a row is, and `known` what its texts mean; `value`: that of the figures, `since`: that of
    those counted since January (-1: none); `named`: the columns that name the unit; `keys`: all that say of whom and of when a row is;
    `measures`: those of units of measure; `others`: those that are not read, and of these `kinds` those that say one of a few things of
    each row; `again`: another column that says which figure a row is, by its code or its name, and what its texts mean.
    """

    header: int
    headings: Mapping[int, str]
    roles: Mapping[int, Match]
    label: int
    known: Mapping[str, Match]
    value: int
    since: int
    named: tuple[int, ...]
    keys: tuple[int, ...]
    measures: tuple[int, ...]
    others: tuple[int, ...]
    kinds: tuple[int, ...]
    again: Mapping[int, Mapping[str, Match]]


def long_columns(grid: Grid, header: LongHeader, knows: Knowledge) -> LongColumns | None:
    """Return the columns of the long table under a row that may head one; None where it is none."""
    row, headings, roles, since = header.row, header.headings, header.roles, header.since
    values = list(header.values)
    others = [column for column in header.free if column not in (*values, *since)]
    below = _Below(grid, row, knows)
    label = max((column for column in others if fold(headings[column]) not in NOT_VALUE), key=below.fields, default=-1)
    named = below.naming(header.naming, label) if label >= 0 else []
    values = values or (below.values({column: headings[column] for column in others if column != label}, label) if named else [])
    if not named or len(values) != 1:
        return None
    others = [column for column in others if column not in values]
    placed = {column for column in headings if fold(headings[column]) in PERIODS or roles[column].role in ("level", "parent")}
    keys = {*named, *placed, *(column for column in others if below.are_periods(column))}
    is_read = {*keys, *values, *since, label, *(column for column in roles if roles[column].role == "ordinal")}
    left = tuple(column for column in headings if column not in is_read and fold(headings[column]) not in BESIDE)
    return LongColumns(
        header=row,
        headings=headings,
        roles=roles,
        label=label,
        known=below.known(label),
        value=values[0],
        since=[*since, -1][0],
        named=tuple(named),
        keys=tuple(sorted(keys)),
        measures=tuple(column for column in others if fold(headings[column]) in BESIDE - REMARK),
        others=left,
        kinds=tuple(column for column in left if fold(headings[column]) not in NOT_VALUE | REMARK and below.says_few(column)),
        again={column: below.known(column) for column in left if column in others and below.fields(column)},
    )


@dataclass
class _Below:
    """What stands below the headings of a row."""

    grid: Grid
    row: int
    knows: Knowledge
    _texts: dict[int, Sequence[str]] = field(default_factory=dict)
    _known: dict[int, dict[str, Match]] = field(default_factory=dict)

    def texts(self, column: int) -> Sequence[str]:
        """Return what stands in a column."""
        if column not in self._texts:
            rows = np.arange(self.row + 1, len(self.grid.rows))
            self.grid.work.spend(len(rows))
            self._texts[column] = all_written(self.grid.down(column, rows))
        return self._texts[column]

    def known(self, column: int) -> dict[str, Match]:
        """Return what each text of a column means; a field's own code in the plan means it too."""
        if column not in self._known:
            texts, codes = {*self.texts(column)}, {each.id for each in self.knows.plan.fields}
            near = len(texts) <= _MOST_NEAR
            means = {text: self.grid.headings.match(text, near=near) for text in texts}
            self._known[column] = means | {text: Match("field", (text,), "label") for text in texts & codes}
        return self._known[column]

    def fields(self, column: int) -> int:
        """Return how many fields the texts of a column mean."""
        return len({match.field for match in self.known(column).values()} - {None})

    def naming(self, columns: Sequence[int], label: int) -> list[int]:
        """Return those of some columns that name the units; none where all of them are units of measure, or codes of the labels.

        A unit that is known stands there, or several beside one figure's label.
        """
        beside = {column: self._beside(column, label) for column in columns}
        own = [column for column in columns if any(is_unit(text, self.knows) for text in list(beside[column])[:_SAMPLE])]
        if not own and not any(map(self._are_shared, beside.values())):
            return []
        return [column for column in columns if column in own or not self._is_of_label(column, label)]

    def _beside(self, column: int, label: int) -> dict[str, set[str]]:
        """Return the texts of a column that stand beside labels of fields, each with those fields."""
        beside: dict[str, set[str]] = defaultdict(set)
        known = self.known(label)
        for text, other in zip(self.texts(label), self.texts(column), strict=True):
            if other and (of := known[text].field):
                beside[other].add(of)
        return beside

    def _are_shared(self, beside: Mapping[str, set[str]]) -> bool:
        """Whether some field has several of these texts, none of which is a unit of measure."""
        fields = [of for each in beside.values() for of in each]
        return len(fields) > len({*fields}) and not any(map(self.grid.headings.is_measure, beside))

    def _is_of_label(self, column: int, label: int) -> bool:
        """Whether a column says one thing of each label, and not of all the same: codes of figures, or what these are about."""
        pairs = {pair for pair in zip(self.texts(label), self.texts(column), strict=True) if all(pair)}
        return len(pairs) == len({text for text, _ in pairs}) and len({other for _, other in pairs}) > 1

    def values(self, headings: Mapping[int, str], label: int) -> list[int]:
        """Return the columns that may hold the figures, by what stands in them; of several that say a period, those of the table's."""
        known = self.known(label)
        rows = [at for at, text in enumerate(self.texts(label)) if known[text].field]
        may_be = [column for column, text in headings.items() if not any(is_so(text) for is_so in _NO_VALUES)]
        found = [column for column in may_be if self._are_figures(column, rows)]
        period = told_above(self.grid, self.row, self.knows.asked)
        spoken = {column: in_heading(headings[column]) for column in found}
        return found if len(found) == 1 or not any(spoken.values()) else [column for column, said in spoken.items() if is_of(said, period)]

    def _are_figures(self, column: int, rows: Sequence[int]) -> bool:
        """Whether figures, or answers, stand in most of some rows."""
        texts = [text for at in rows if (text := self.texts(column)[at])]
        return 2 * sum(is_figure_like(text) or is_answer(text) for text in texts) > len(texts)

    def says_few(self, column: int) -> bool:
        """Whether a column says one of a few things."""
        return 0 < len({*self.texts(column)} - {""}) <= _MOST_KINDS

    def are_periods(self, column: int) -> bool:
        """Whether a column whose heading nobody knows says of each row of which period it is."""
        return self.says_few(column) and all(map(is_period, {*self.texts(column)} - {""}))
