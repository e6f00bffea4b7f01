"""Tables with several rows a unit ("Kế hoạch", "Thực hiện", or months): which rows are those of the figures themselves."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.periods.texts import in_heading, is_period
from union_audit.intake.tables.row_kinds import RowKinds
from union_audit.intake.tables.spoken import is_of, told_above
from union_audit.intake.vocabulary.values import NOT_VALUE, is_value

_MOST = 12
"""A column that says what its row holds says one of a few things."""


@dataclass
class Aspects:
    """What the rows under a header say of what they hold."""

    kinds: RowKinds

    @cached_property
    def by_column(self) -> dict[int, dict[str, bool]]:
        """By column, from the right, which texts say that a row is that of the figures."""
        found = {column: self._in(column) for column in reversed(self.kinds.beside)}
        return {column: each for column, each in found.items() if each}

    @property
    def is_any(self) -> bool:
        """Whether some row may say so."""
        return bool(self.by_column or self._in_place_of_names)

    def of(self, row: int) -> bool | None:
        """Return whether a row says that it is that of a unit's figures; None where it says nothing of it.

        It may say so in place of the name, which stands above it; without figures that is the heading of a section.
        """
        kinds, grid = self.kinds, self.kinds.grid
        said = next((said[text] for column, said in self.by_column.items() if (text := grid.text(row, column)) in said), None)
        if said is not None or not self._in_place_of_names or not grid.has_figures(row, kinds.figures):
            return said
        return self._in_place_of_names.get(kinds.name(row))

    def is_named(self, row: int) -> bool:
        """Whether a row names a unit."""
        name = self.kinds.name(row)
        return bool(self.kinds.code(row) or (name and name not in self._in_place_of_names))

    def _in(self, column: int) -> dict[str, bool]:
        kinds = self.kinds
        texts = kinds.grid.texts_below(kinds.header.last, column, _MOST)
        return aspects(texts) or (self._months(texts) if self._goes_on(column) else {})

    @cached_property
    def _in_place_of_names(self) -> dict[str, bool]:
        grid, first, name = self.kinds.grid, self.kinds.header.last + 1, self.kinds.naming.name
        begin = range(first, min(len(grid.rows), first + _MOST)) if name >= 0 else range(0)
        if not any(_is_said(grid.text(row, name)) for row in begin):
            return {}
        texts = list(filter(_is_said, grid.texts_below(first - 1, name, len(grid.rows))))
        return aspects(texts) or self._months(texts)

    def _months(self, texts: Sequence[str]) -> dict[str, bool]:
        """Return which of some texts say the table's own month, where all say one, and some another."""
        kinds = self.kinds
        if not texts or len(texts) > _MOST or not all(map(is_period, texts)):
            return {}
        period = told_above(kinds.grid, kinds.header.first, kinds.knows.asked)
        said = {text: is_of(in_heading(text), period) for text in texts}
        return said if len({*said.values()}) > 1 else {}

    def _goes_on(self, column: int) -> bool:
        """Whether a column says something in a row right under a unit's that names none."""
        first = self.kinds.header.last + 2
        rows = range(first, min(len(self.kinds.grid.rows), first + _MOST))
        return any(self.kinds.grid.text(row, column) and not self.is_named(row) and self.is_named(row - 1) for row in rows)


def aspects(texts: Iterable[str]) -> dict[str, bool]:
    """Return those of a column's texts that say what their row holds: whether it is the figures; none where they do not say both."""
    distinct = set(texts)
    said = {text: is_value(text) for text in distinct if _says(text)} if len(distinct) <= _MOST else {}
    return said if len(set(said.values())) > 1 else {}  # "Kế hoạch" alone may be the name of an office


def _is_said(text: str) -> bool:
    return bool(text) and (_says(text) or is_period(text))


def _says(text: str) -> bool:
    return is_value(text) or fold(text) in NOT_VALUE
