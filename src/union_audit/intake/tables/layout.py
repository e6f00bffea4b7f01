"""The layout of a form: its table, where in the sheet its own figures and its unit stand, and what all other cells hold.

**Counts** are whole numbers, zero or more. Of those in the one column of figures, from the first figure to the last, finding a table
asks only whether a figure stands there, and whether they number the lines (1, 2, 3): so none is read through a layout whose counts
only rise. More is asked where percentages or figures since January stand beside them, where a field has two lines, or where anything is
wrong with a figure: there is no layout of such a form, nor of a sheet of several tables. All other numbers have to be the same.

**Answers** are the words in which nearly everybody says yes or no (`_ANSWERS`); a form may have any of them where another has one.

**Lines that say whose the form is** ("Đơn vị: …") may say anything, as long as they are nothing else to any question: no heading, no
period, no note, and so on (`_NEUTRAL`); they stand above or below the table, and were never taken together with another text.
"""

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import accumulate
from operator import itemgetter, lt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from union_audit.frozen import dataclass, replace
from union_audit.intake import facts, vocabulary
from union_audit.intake.figures.cells import tidy
from union_audit.intake.periods.texts import in_title
from union_audit.intake.tables.headings import IGNORED, Headings
from union_audit.intake.tables.lines import told_by
from union_audit.intake.tables.shares import is_of_something_else, is_share
from union_audit.intake.tables.table import Figures, Knowledge, Named, Table
from union_audit.plan.model import MAX_COUNT, Kind
from union_audit.sheets.model import Cell, Sheet

_ROLES = ("name", "code")
_OF_HEADINGS = {"UA102", "UA103", "UA106", "UA125"}
"""What may be wrong with a form whatever its figures are."""
_NEUTRAL = (vocabulary.is_note, vocabulary.is_other_value, vocabulary.is_signed_on, is_of_something_else, is_share, in_title)
"""What is asked of a text that may stand anywhere in it; by its beginning the line of a unit is told from all else."""
_ANSWERS = {word: value for value, words in enumerate((("Không", "không", "Chưa", "chưa"), ("Có", "có"))) for word in words}


def line_of(text: str, headings: Headings) -> str:
    """Return "name" or "code" for a line that says so of a form's unit and is nothing else to any question, "" for another text."""
    role, value = told_by(text) if ":" in text else ("", "")
    if role not in _ROLES or not value or text != tidy(text) or any(is_it(text) for is_it in _NEUTRAL):
        return ""
    return role if headings.match(text) is IGNORED and not headings.is_scaled(text) else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of a form (None: there is none in the sheet), and where its own stands; places count the cells row after row.

    `same`: what `pick` takes of the cells, in all such forms the same. `free`: the counts that are the form's own, from the top down;
    `counted`: those of the free ones that are a field's; `answers`: the fields with a yes or no of the form's own, and the place of each;
    `fields`: the table's fields that the counts are of, then those of the answers. `lines`: by role the place of the line of the unit,
    and what it said.
    """

    table: Table | None
    pick: Callable[[Sequence[Cell]], Any]
    same: tuple[Cell, ...]
    free: Sequence[int] = ()
    fields: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))
    counted: Sequence[int] = ()
    answers: Mapping[int, int] = field(default_factory=dict)
    lines: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def tables(self, cells: Sequence[Cell], lines: Mapping[str, str]) -> list[Table] | None:
        """Return the tables of another sheet, whose cells are of the same types; None where it has to be read by itself.

        `lines`: which line of a unit each text is.
        """
        if self.pick(cells) != self.same:
            return None
        if self.table is None:
            return []
        counts = _counts(cells, self.free)
        answers = [str(cells[place]) for place in self.answers.values()]
        if not _are_counts(counts) or _only_rise(counts) or not _ANSWERS.keys() >= {*answers}:
            return None
        own = [(role, str(cells[place]), line) for role, (place, line) in self.lines.items()]
        if any(lines[text] != role for role, text, _ in own):
            return None
        titles, named = self.table.titles, self.table.named
        for role, text, line in own:
            titles = tuple([text if title == line else title for title in titles])
            told = [told_by(text)[1]]
            codes, names = (told, named.names) if role == "code" else (named.codes, told)
            named = Named(codes, names, named.levels, named.parents, named.place, named.line)
        return [replace(self.table, figures=self._figures(self.table.figures, counts, answers), titles=titles, named=named)]

    def _figures(self, of: Figures, counts: Sequence[float], answers: Sequence[str]) -> Figures:
        """Return the figures of a form with these counts and answers."""
        values = of.values.copy()
        values[0, self.fields] = [*map(counts.__getitem__, self.counted), *map(_ANSWERS.__getitem__, answers)]
        texts = of.texts | {(0, j): answer for j, answer in zip(self.answers, answers, strict=True)}
        return Figures(of.fields, values, of.state, of.row, of.column, texts, of.styles)


def layout_of(sheet: Sheet, cells: Sequence[Cell], tables: Sequence[Table], knows: Knowledge, lines: Mapping[str, str]) -> Layout | None:
    """Return the layout of a sheet that was read by itself; None where its tables depend on what would be each form's own."""
    of_unit = [(lines[cell], (place, cell)) for place, cell in enumerate(cells) if isinstance(cell, str) and lines[cell]]
    if not tables and not of_unit:
        return Layout(None, tuple, tuple(cells))
    if len(tables) != 1 or not _is_plain(tables[0], cells) or len(dict(of_unit)) < len(of_unit):
        return None
    (table,) = tables
    starts = [0, *accumulate(map(len, sheet.rows))]
    if not all(_is_apart(table, line, bisect(starts, place) - 1, knows.headings) for _, (place, line) in of_unit):
        return None
    free = _free(table, starts, cells, sheet, knows)
    order = {place: number for number, place in enumerate(free)}
    at = _figures_at(table, starts)
    own = {j: order[place] for place, j in at.items() if place in order}
    answers = {j: place for place, j in at.items() if cells[place] in _ANSWERS and _is_answer(table, j, sheet, knows)}
    others = {*free, *answers.values(), *(place for _, (place, _) in of_unit)}
    pick = itemgetter(*(place for place in range(len(cells)) if place not in others))  # of several: a label stands beside each figure
    layout = Layout(table, pick, pick(cells), free, np.array([*own, *answers], np.intp), [*own.values()], answers, dict(of_unit))
    return layout if _is_same(layout.tables(cells, lines), table) else None


def _is_same(again: Sequence[Table] | None, table: Table) -> bool:
    """Whether a form read through its own layout says what it said by itself."""
    return again is not None and np.array_equal(again[0].figures.values, table.figures.values)


def _is_plain(table: Table, cells: Sequence[Cell]) -> bool:
    """Whether a table is one unit's form where no figure is compared with another."""
    if table.layout is not facts.Layout.FORM or len(table.named.place) != 1 or table.issues:
        return False
    is_compared = any(isinstance(cell, str) and (is_share(cell) or vocabulary.is_cumulative(cell)) for cell in cells)
    return not is_compared and _OF_HEADINGS.issuperset(each.code for each in table.findings)


def _is_apart(table: Table, line: str, row: int, headings: Headings) -> bool:
    """Whether a line told whose a form is, stands apart from its table, and was not asked for together with another text."""
    role, value = told_by(line)
    rows = [*table.header_rows, *(each.index for each in table.headings)]
    is_told = list(table.named.codes if role == "code" else table.named.names) == [value]
    return is_told and not min(rows) <= row <= max(rows) and not headings.was_part(line)


def _is_answer(table: Table, j: int, sheet: Sheet, knows: Knowledge) -> bool:
    """Whether a field is of yes and no, and none of the words for these means anything else, or is shown in some other way."""
    is_asked = knows.plan.fields[table.figures.fields[j]].kind is Kind.YES_NO
    return is_asked and table.figures.at(0, j) not in sheet.formats and all(_is_no_heading(word, knows.headings) for word in _ANSWERS)


def _is_no_heading(text: str, headings: Headings) -> bool:
    return headings.match(text) is IGNORED and not headings.was_part(text)


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
