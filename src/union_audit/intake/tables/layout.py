"""The layout of a form: its table, where in the sheet its own figures and its unit stand, and what all other cells hold.

**Counts** are whole numbers, zero or more. Of those in the one column of figures, from the first figure to the last, finding a table
asks only whether a figure stands there, and whether they number the lines (1, 2, 3): so none is read through a layout whose counts
only rise. More is asked where percentages or figures since January stand beside them, where a field has two lines, or where anything is
wrong with a figure: there is no layout of such a form, nor of a sheet of several tables. All other numbers have to be the same.

**Answers** are the words in which nearly everybody says yes or no (`_ANSWERS`); a form may have any of them where another has one.

**Texts above and below the table**, that of the unit's own line among them, may be others that say the same to every question that is
asked there (`sayings.py`). So do the texts that they are taken together with. What is made of them stands nowhere but among the titles and
the names.
"""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import accumulate, pairwise
from operator import itemgetter, lt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from union_audit.frozen import dataclass, replace
from union_audit.intake import facts
from union_audit.intake.tables.headings import IGNORED, Headings, Stack
from union_audit.intake.tables.lines import told_by
from union_audit.intake.tables.sayings import Sayings
from union_audit.intake.tables.shares import is_share
from union_audit.intake.tables.table import Figures, Knowledge, Named, Table
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.plan.model import MAX_COUNT, Kind
from union_audit.sheets.model import Cell, Sheet

_OF_HEADINGS = {"UA102", "UA103", "UA106", "UA125"}
"""What may be wrong with a form whatever its figures are."""
_ANSWERS = {word: value for value, words in enumerate((("Không", "không", "Chưa", "chưa"), ("Có", "có"))) for word in words}


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of a form (None: there is none in the sheet), and where its own stands; places count the cells row after row.

    `same`: what `pick` takes of the cells, in all such forms the same. `free`: the counts that are the form's own, from the top down;
    `counted`: those of the free ones that are a field's; `answers`: the fields with a yes or no of the form's own, and the place of each;
    `fields`: the table's fields that the counts are of, then those of the answers. `lines`: by role the place of the line of the unit,
    and what it said; `texts`: what the other texts said that may be others, by place; `stacks`: what was asked for together with those.
    """

    table: Table | None
    pick: Callable[[Sequence[Cell]], Any]
    same: tuple[Cell, ...]
    free: Sequence[int] = ()
    fields: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))
    counted: Sequence[int] = ()
    answers: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    stacks: Sequence[Stack] = ()

    def tables(self, cells: Sequence[Cell], sayings: Sayings) -> list[Table] | None:
        """Return the tables of another sheet, whose cells are of the same types; None where it has to be read by itself."""
        if self.pick(cells) != self.same:
            return None
        if self.table is None:
            return []
        counts = _counts(cells, self.free)
        answers = [str(cells[place]) for place in self.answers.values()]
        if not _are_counts(counts) or _only_rise(counts) or not _ANSWERS.keys() >= {*answers}:
            return None
        lines = {role: str(cells[place]) for role, (place, _) in self.lines.items()}
        texts = {text: str(cells[place]) for place, text in self.texts.items()}
        own = texts | {line: lines[role] for role, (_, line) in self.lines.items()}
        if not sayings.are_alike(own, self.stacks):
            return None
        told, named = {role: [told_by(line)[1]] for role, line in lines.items()}, self.table.named
        codes = told.get("code") or [texts.get(each, each) for each in named.codes]
        names = told.get("name") or [texts.get(each, each) for each in named.names]
        return [
            replace(
                self.table,
                figures=self._figures(self.table.figures, counts, answers),
                titles=tuple([own.get(title, title) for title in self.table.titles]),
                named=Named(codes, names, named.levels, named.parents, named.place, named.line),
            )
        ]

    def _figures(self, of: Figures, counts: Sequence[float], answers: Sequence[str]) -> Figures:
        """Return the figures of a form with these counts and answers."""
        values = of.values.copy()
        values[0, self.fields] = [*map(counts.__getitem__, self.counted), *map(_ANSWERS.__getitem__, answers)]
        texts = of.texts | {(0, j): answer for j, answer in zip(self.answers, answers, strict=True)}
        return Figures(of.fields, values, of.state, of.row, of.column, texts, of.styles)


def layout_of(sheet: Sheet, cells: Sequence[Cell], tables: Sequence[Table], knows: Knowledge, sayings: Sayings) -> Layout | None:
    """Return the layout of a sheet that was read by itself; None where its tables depend on what would be each form's own."""
    of_unit = [(role, (place, cell)) for place, cell in enumerate(cells) if isinstance(cell, str) and (role := sayings.line(cell))]
    if not tables and not of_unit:
        return Layout(None, tuple, tuple(cells))
    if len(tables) != 1 or not _is_plain(tables[0], cells) or len(dict(of_unit)) < len(of_unit):
        return None
    (table,) = tables
    starts = [0, *accumulate(map(len, sheet.rows))]
    if not all(_is_apart(table, line, bisect(starts, place) - 1) for _, (place, line) in of_unit):
        return None
    free = _free(table, starts, cells, sheet, knows)
    order = {place: number for number, place in enumerate(free)}
    at = _figures_at(table, starts)
    own = {j: order[place] for place, j in at.items() if place in order}
    answers = {j: place for place, j in at.items() if cells[place] in _ANSWERS and _is_answer(table, j, sheet, knows)}
    texts = _texts(table, starts, cells, sayings)
    others = {*free, *answers.values(), *texts, *(place for _, (place, _) in of_unit)}
    pick = itemgetter(*(place for place in range(len(cells)) if place not in others))  # of several: a label stands beside each figure
    stacks = [*knows.headings.asked_with(*texts.values(), *(line for _, (_, line) in of_unit))]
    fields = np.array([*own, *answers], np.intp)
    layout = Layout(table, pick, pick(cells), free, fields, [*own.values()], answers, dict(of_unit), texts, stacks)
    return layout if _is_same(layout.tables(cells, sayings), table) else None


def _is_same(again: Sequence[Table] | None, table: Table) -> bool:
    """Whether a form read through its own layout says what it said by itself."""
    return again is not None and np.array_equal(again[0].figures.values, table.figures.values)


def _is_plain(table: Table, cells: Sequence[Cell]) -> bool:
    """Whether a table is one unit's form where no figure is compared with another."""
    if table.layout is not facts.Layout.FORM or len(table.named.place) != 1 or table.issues or table.since:
        return False
    is_compared = any(isinstance(cell, str) and (is_share(cell) or is_cumulative(cell)) for cell in cells)
    return not is_compared and _OF_HEADINGS.issuperset(each.code for each in table.findings)


def _is_apart(table: Table, line: str, row: int) -> bool:
    """Whether a line told whose a form is, stands apart from its table."""
    role, value = told_by(line)
    is_told = list(table.named.codes if role == "code" else table.named.names) == [value]
    return is_told and _is_outside(table, row)


def _is_outside(table: Table, row: int) -> bool:
    rows = [*table.header_rows, *(each.index for each in table.headings)]
    return not min(rows) <= row <= max(rows)


def _texts(table: Table, starts: Sequence[int], cells: Sequence[Cell], sayings: Sayings) -> dict[int, str]:
    """Return the texts above and below a table, by place, that may be others: nothing but titles and names holds what they say."""
    outside = [place for row, (start, end) in enumerate(pairwise(starts)) if _is_outside(table, row) for place in range(start, end)]
    said = [(place, text) for place in outside if isinstance(text := cells[place], str) and sayings.answers(text)]
    texts = {place: text for place, text in said if cells.count(text) == 1}
    others = [[each for each in of if each not in {*texts.values()}] for of in (table.titles, table.named.codes, table.named.names)]
    rest = table.layout, table.headings, table.left_out, table.signatures, table.findings, *others, table.named.levels, table.named.parents
    return {place: text for place, text in texts.items() if text not in repr(rest) and repr(text)[1:-1] == text}


def _is_answer(table: Table, j: int, sheet: Sheet, knows: Knowledge) -> bool:
    """Whether a field is of yes and no, and none of the words for these means anything else, or is shown in some other way."""
    is_asked = knows.plan.fields[table.figures.fields[j]].kind is Kind.YES_NO
    return is_asked and table.figures.at(0, j) not in sheet.formats and all(_is_no_heading(word, knows.headings) for word in _ANSWERS)


def _is_no_heading(text: str, headings: Headings) -> bool:
    return headings.match(text) is IGNORED and not headings.asked_with(text)


def _free(table: Table, starts: Sequence[int], cells: Sequence[Cell], sheet: Sheet, knows: Knowledge) -> list[int]:
    """Return the places of the counts in the column of figures, but for those of yes and no, and those that are shown in some other way."""
    rows, column = table.figures.row.ravel().tolist(), int(table.figures.column[0, 0])
    answers = {row for row, field in zip(rows, table.figures.fields, strict=True) if knows.plan.fields[field].kind is Kind.YES_NO}
    asked = [row for row in range(min(rows), max(rows) + 1) if row not in answers and (row, column) not in sheet.formats]
    places = [starts[row] + column for row in asked if column < len(sheet.rows[row])]
    return [place for place in places if _are_counts([cells[place]])]


def _figures_at(table: Table, starts: Sequence[int]) -> dict[int, int]:
    """Return which of the table's fields has its figure at each place."""
    at = (table.figures.at(0, j) for j in range(len(table.figures.fields)))
    return {starts[row] + column: j for j, (row, column) in enumerate(at)}


def _are_counts(cells: Sequence[Cell]) -> bool:
    return all([type(cell) is float and 0 <= cell <= MAX_COUNT and cell.is_integer() for cell in cells])  # noqa: C419 (of a few)


def _only_rise(counts: Sequence[float]) -> bool:
    """Whether each count is larger than the one above it, as the numbers of lines are."""
    return bool(counts) and all(map(lt, counts, counts[1:]))


def _counts(cells: Sequence[Cell], places: Sequence[int]) -> list[float]:
    return [cells[place] for place in places]  # type: ignore[misc]  # there are counts
