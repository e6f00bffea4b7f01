"""Answers that are ticked in one of two columns, “Có” and “Không”, beside a form's labels or under a wide table's heading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.tables.figures import Line
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.table import Figures
from union_audit.intake.vocabulary.answers import NO_HEADINGS, TICKS, YES_HEADINGS
from union_audit.plan.model import Kind
from union_audit.sheets.model import Cell

_MARKS = frozenset({"x", "v", "1"})


@dataclass(frozen=True, slots=True)
class Pair:
    """The columns of those that said yes and of those that said no, and their headings."""

    yes: int
    no: int
    texts: tuple[str, str]

    @property
    def columns(self) -> set[int]:
        """Both columns."""
        return {self.yes, self.no}

    def answer(self, grid: Grid, row: int) -> tuple[Cell, int]:
        """Return what is ticked in a row, and the column that says so; what is no tick, or ticked twice, as it stands."""
        shown = grid.shown(row, self.yes), grid.shown(row, self.no)
        if all(shown):
            return "; ".join(shown), self.yes
        place = self.no if shown[1] else self.yes
        text, heading = shown[place == self.no], self.texts[place == self.no]
        is_ticked = fold(text) in {*_MARKS, fold(heading)} or (bool(text) and set(text) <= TICKS)
        return heading if is_ticked else text or None, place


def pair_beside(labels: Iterable[Headed], columns: Mapping[int, str], headings: Headings) -> Pair | None:
    """Return the only two columns beside labels that are headed so, where some of these ask for a yes or a no."""
    is_asked = any(each.match.field and headings.field(each.match.field).kind is Kind.YES_NO for each in labels)
    return _pair(columns) if is_asked else None


def pairs_under(header: Header, headings: Headings) -> dict[int, Pair]:
    """Return such columns under each heading of a wide table that asks for a yes or a no, by the field's column."""
    asked = {column: parts[:-1] for column, parts in header.parts.items() if _is_asked(header, column, headings)}
    under = {
        column: {place: parts[-1] for place, parts in header.parts.items() if len(parts) > 1 and parts[:-1] == group}
        for column, group in asked.items()
        if group
    }
    return {column: pair for column, texts in under.items() if (pair := _pair(texts)) and pair.yes == column}


def _is_asked(header: Header, column: int, headings: Headings) -> bool:
    field = header.matches[column].field
    return field is not None and headings.field(field).kind is Kind.YES_NO


def _pair(headings: Mapping[int, str]) -> Pair | None:
    yes = [place for place, text in headings.items() if fold(text) in YES_HEADINGS]
    no = [place for place, text in headings.items() if fold(text) in NO_HEADINGS]
    return Pair(yes[0], no[0], (headings[yes[0]], headings[no[0]])) if len(yes) == len(no) == 1 else None


def with_ticks(grid: Grid, lines: Sequence[Line], pair: Pair, at: Mapping[int, list[int]]) -> tuple[list[Line], dict[int, list[int]]]:
    """Return a form's lines, those of answers with what is ticked, and by row where each stands; `at`: where it stands otherwise.

    What stands in the column of the figures goes before a tick.
    """
    found, places = [], dict(at)
    for line in lines:
        is_elsewhere = not pair.columns & {*at[line.place]} and any(cell not in (None, "") for cell in line.cells)
        if line.field.kind is Kind.YES_NO and not is_elsewhere:
            cell, column = pair.answer(grid, line.place)
            line, places[line.place] = Line(line.field, line.heading, line.place, [cell]), [column]  # noqa: PLW2901
        found.append(line)
    return found, places


def ticked(grid: Grid, lines: Sequence[Line], pairs: Mapping[int, Pair], rows: Sequence[int]) -> tuple[list[Line], dict[int, list[int]]]:
    """Return a wide table's lines with what is ticked for each, and by line where each row's answer stands; `pairs`: by line's place."""
    found, at = list(lines), dict[int, list[int]]()
    for number, line in enumerate(lines if pairs else ()):
        if pair := pairs.get(line.place):
            answers = [pair.answer(grid, row) for row in rows]
            found[number] = Line(line.field, line.heading, line.place, [cell for cell, _ in answers])
            at[line.place] = [column for _, column in answers]
    return found, at


def at_ticks(figures: Figures, at: Mapping[int, Sequence[int]]) -> Figures:
    """Return a wide table's figures with the columns that their answers stand in."""
    places = figures.column[0].tolist()
    if not {*places} & {*at}:
        return figures
    units = len(figures.values)
    columns = [at.get(place, [place] * units) for place in places]
    return replace(figures, column=np.array(columns, np.int32).T)
