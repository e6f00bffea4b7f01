"""Tables with their units → one `Facts` a period. A unit that stands twice counts once: what it says in both places, or surely later."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.findings import Finding, Source, address
from union_audit.frozen import dataclass
from union_audit.intake.assembly.answers import by_time
from union_audit.intake.assembly.percentages import Cell as CellAt
from union_audit.intake.assembly.percentages import Percentages
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.rivals import Rivals
from union_audit.intake.assembly.since import Since
from union_audit.intake.facts import Bool, Facts, Int32, Int64, Layout, Places, State
from union_audit.intake.figures.cells import written
from union_audit.intake.tables.table import Figures, Given
from union_audit.plan.model import Field, Ratio
from union_audit.plan.roster import Roster

_FEW = 8
"""Texts beside figures, of which no array need be made to find their cells."""
_NAMED = 5
"""Cells that a finding names, before it only says how many there are."""


Block: TypeAlias = tuple[Any, ...]
"""What takes some rows and columns out of an array: slices where they follow each other, which copies nothing twice."""


@dataclass
class Assembly:
    """The facts of one period while tables are added to them. `names`: (file, sheet) of each table so far."""

    roster: Roster
    fields: tuple[Field, ...]
    ratios: tuple[Ratio, ...] = ()
    names: list[tuple[str, str]] = field(default_factory=list)
    texts: dict[tuple[int, int, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _rivals: Rivals = field(default_factory=Rivals)

    def __post_init__(self) -> None:
        """Begin with nothing submitted."""
        shape = (len(self.roster.units), len(self.fields))
        self.values = np.zeros(shape, np.int64, order="F")
        self.state = np.full(shape, State.MISSING, np.int8, order="F")
        self.table = np.full((shape[0], 1), -1, np.int32)  # as long as a row a unit and a column a field are enough (see `Places`)
        self.row, self.column = self.table.copy(), np.full((1, shape[1]), -1, np.int32)
        self.submitted: Bool = np.zeros(shape[0], np.bool_)
        self._since = Since(self.fields)
        self.percentages: Percentages | None = None  # few submissions have any

    def add(self, placed: Placed, units: Sequence[int]) -> None:
        """Add the figures of a table's units (roster indexes, -1: not used)."""
        self.names.append((placed.candidate.file, placed.sheet))
        self._rivals.add(placed)
        self._since.add(len(self.names) - 1, placed)
        table, figures = len(self.names) - 1, placed.table.figures
        place = np.array(units, np.int32)
        if placed.table.layout is Layout.FORM and len(units) == 1 and units[0] >= 0 and not self.submitted[units[0]]:
            self._put(figures, table, units[0])
        else:
            for rows, later in by_time(_rounds(place), place, placed.table.sent):
                self._merge(placed, table, rows, place[rows], later)
        self._add_texts(figures, table, place)
        for given in placed.table.given:
            self._add_percentages(placed, given, table, units)

    def _add_texts(self, figures: Figures, table: int, place: Int32) -> None:
        """Keep what stands in the cells of the units that are used, where it is not plain."""
        used = (place >= 0).tolist() if figures.texts else []
        at = figures.at if len(figures.texts) <= _FEW else _placing(figures)
        for (unit, j), text in figures.texts.items():
            if used[unit]:
                self.texts.setdefault((table, *at(unit, j)), text)

    def facts(self) -> Facts:
        """Return what was assembled."""
        self.findings += [*self._blank_units(), *self._since.findings(self.names, self.table, self.state)]
        places = Places(self.table, self.row, self.column)
        names, shares = tuple(self.names), self.percentages.shares() if self.percentages else None
        return Facts(self.roster, self.fields, self.values, self.state, self.submitted, (places,), names, self.texts, shares)

    def _add_percentages(self, placed: Placed, given: Given, table: int, units: Sequence[int]) -> None:
        """Add the percentages that a table gives without counts, and say which of them another table gives otherwise."""
        self.texts |= {(table, *given.cells[row]): text for row, text in given.texts.items() if units[row] >= 0}
        self.percentages = self.percentages or Percentages(len(self.roster.units), self.ratios)
        clashes = self.percentages.add(given, table, units, lambda other: self._rivals.order(table, other))
        if clashes:
            rows = np.array(units, np.int32)
            source, pairs = placed.source(*clashes[0].here[1:]), [(each.here, each.there) for each in clashes]
            unit = self._only(rows, clashes[0].row, len(clashes))
            self.findings.append(Finding("UA116", self._clash(pairs, len(pairs)), source, unit, field=given.ratio.numerator))

    def _put(self, figures: Figures, table: int, unit: int) -> None:
        """Add the figures of a form whose unit has none yet: what `_merge` does, for thousands of forms."""
        self._stretch_places()
        fields = _columns(figures.fields)
        self.state[unit, fields], self.values[unit, fields], self.table[unit, fields] = figures.state[0], figures.values[0], table
        self.row[unit, fields], self.column[unit, fields] = figures.row[0], figures.column[0]
        self.submitted[unit] = True

    def _merge(self, placed: Placed, table: int, rows: Int32, units: Int32, later: Bool) -> None:
        """Add rows of a table, no unit twice among them. `later`: which were surely sent after the same unit's before."""
        figures = placed.table.figures
        fields = np.array(figures.fields, np.intp)
        here = _block(units, fields)
        taken = _run(rows) or rows
        state, values = figures.state[taken], figures.values[taken]
        if not self.submitted[units].any():  # the usual case: nothing to compare with
            self.state[here], self.values[here] = state, values
            self._place(figures, table, rows, units, here)
            self.submitted[units] = True
            return
        self._stretch_places()
        old_state, old_values = self.state[here], self.values[here]
        both = (old_state >= State.ZERO) & (state >= State.ZERO)  # a blank that is a zero says something
        known = (old_state <= State.FIGURE) & (state <= State.FIGURE)
        clash = both & ((values != old_values) | ((state != old_state) & ~known))
        gains, yields = self._since.settle(table, fields, self.table[here], clash)
        clash &= ~gains & ~yields
        sent_later = clash & later[:, None] & (self.table[here] == table)
        rivals = clash & ~sent_later
        wins, loses = self._rivals.settle(table, units, fields, self.table, rivals) if rivals.any() else (rivals, rivals)
        wins = wins | sent_later
        takes = ((state > old_state) & ~clash & ~yields) | wins | gains | (both & ~clash & self._rivals.is_after(table, self.table[here]))
        unsure = clash & ~wins & ~loses
        if both.any():
            self._report(placed, rows, units, clash=unsure, both=both & ~wins & ~loses & ~gains & ~yields)
            self._report_versions(placed, rows, units, wins, is_later=True)
            self._report_versions(placed, rows, units, loses, is_later=False)
        self.state[here] = np.where(takes, state, np.where(unsure, np.int8(State.UNREADABLE), old_state))
        self.values[here] = np.where(takes, values, np.where(unsure, 0, old_values))
        self.table[here] = np.where(takes, table, self.table[here])
        for target, source in zip((self.row, self.column), _of_rows(figures, rows), strict=True):
            target[here] = np.where(takes, source, target[here])
        self.submitted[units] = True

    def _place(self, figures: Figures, table: int, rows: Int32, units: Int32, here: Block) -> None:
        """Note where the figures of units stand that had none before."""
        row, column = _of_rows(figures, rows)
        if row.shape[1] == 1 and column.shape[0] == 1:
            across = np.full((1, len(self.fields)), -1, np.int32)
            across[:, list(figures.fields)] = column
            self.column = self.column if self.submitted.any() else across
            if np.array_equal(self.column, across):
                self.table[units], self.row[units] = table, row
                return
        self._stretch_places()
        self.table[here], self.row[here], self.column[here] = table, row, column

    def _stretch_places(self) -> None:
        """Make room for a place of each figure."""
        if not self.table.shape == self.column.shape == self.state.shape:  # one unit, or one field, has either's shape from the start
            self.table = np.where(self.column >= 0, self.table, np.int32(-1))
            self.row, self.column = (np.broadcast_to(each, self.state.shape).copy() for each in (self.row, self.column))

    def _report_versions(self, placed: Placed, rows: Int32, units: Int32, settled: Bool, *, is_later: bool) -> None:
        """Say once a unit which of two versions was used, by its first figure that differs."""
        figures, new = placed.table.figures, len(self.names) - 1
        for at in np.flatnonzero(settled.any(axis=1)).tolist():
            j = int(np.argmax(settled[at]))
            unit, column = int(units[at]), figures.fields[j]
            old = int(self.table[unit, column])
            was = Source(*self.names[old], int(self.row[unit, column]), int(self.column[unit, column]))
            later, earlier = (new, old) if is_later else (old, new)
            evidence = self._rivals.version(later).words or self._rivals.version(earlier).words
            if old == new:
                evidence = (written(placed.table.sent[int(rows[at])]),)
            other = self._cell((old, was.row, was.column)) if old == new else self._name(earlier)
            args: dict[str, object] = {"other": other, "evidence": evidence, "count": int(settled[at].sum())}
            source = placed.of_figure(int(rows[at]), j) if is_later else was
            self.findings.append(Finding("UA132", args, source, self.roster.units[unit].code, field=self.fields[column].id))

    def _name(self, table: int) -> str:
        return " › ".join(filter(None, self.names[table]))

    def _report(self, placed: Placed, rows: Int32, units: Int32, *, clash: Bool, both: Bool) -> None:
        """Say of which fields figures differ, the first with its other cell, and which units only stand there once more."""
        figures = placed.table.figures
        for j in np.flatnonzero(clash.any(axis=0)).tolist():
            self._report_clash(placed, rows, units, j, np.flatnonzero(clash[:, j]))
        again = both.any(axis=1) & ~clash.any(axis=1)
        columns = np.array(figures.fields, np.intp)[np.argmax(both, axis=1)]
        where = self.table[units, columns]
        for other_table, count in sorted(Counter(where[again].tolist()).items()):
            first = int(np.flatnonzero(again & (where == other_table))[0])
            args: dict[str, object] = {"count": count, "other": self._name(other_table)}
            self.findings.append(Finding("UA115", args, placed.of_unit(int(rows[first])), self._only(units, first, count)))

    def _report_clash(self, placed: Placed, rows: Int32, units: Int32, j: int, clashing: Int64) -> None:
        """Say that figures of a field differ from others, `clashing` the places of their rows, and keep what stood in the others' cells."""
        figures, column, table = placed.table.figures, placed.table.figures.fields[j], len(self.names) - 1
        of_unit = units[clashing], column
        others = list(zip(*(each[of_unit].tolist() for each in (self.table, self.row, self.column)), strict=True))
        for other, value in zip(others, self.values[of_unit].tolist(), strict=True):
            self.texts.setdefault(other, str(value))
        named = [(table, *figures.at(row, j)) for row in rows[clashing[:_NAMED]].tolist()]
        first = int(rows[clashing[0]])
        self.texts[named[0]] = figures.texts.get((first, j), str(int(figures.values[first, j])))
        source, unit_code = placed.source(*named[0][1:]), self._only(units, int(clashing[0]), len(others))
        args = self._clash(list(zip(named, others, strict=False)), len(others))
        self.findings.append(Finding("UA116", args, source, unit_code, field=self.fields[column].id))

    def _clash(self, pairs: Sequence[tuple[CellAt, CellAt]], count: int) -> dict[str, object]:
        """Return what is said of `count` cells that do not say what others do; `pairs`: the first of them."""
        here, there = pairs[0]
        named = [address(*each[1:]) for each, _ in pairs[:_NAMED]] + ["…"] * (count > _NAMED)
        args: dict[str, object] = {"figure": self.texts[here], "other": self._cell(there), "other_figure": self.texts[there]}
        return {**args, "count": count, "cells": tuple(named)}

    def _only(self, units: Int32, at: int, count: int) -> str | None:
        return self.roster.units[int(units[at])].code if count == 1 else None

    def _cell(self, cell: tuple[int, int, int]) -> str:
        """Return a cell's whole address, as a person reads it."""
        table, row, column = cell
        file, sheet = self.names[table]
        return " › ".join(filter(None, (file, sheet, address(row, column))))

    def _blank_units(self) -> Iterator[Finding]:
        """Yield the units that have a place for their figures and none in it."""
        blank = self.submitted & (self.state <= State.BLANK.value).all(axis=1)
        if self.percentages:
            blank &= ~self.percentages.of_unit()
        places = Places(self.table, self.row, self.column)
        for unit in np.flatnonzero(blank).tolist():
            place = next(filter(None, (places.at(unit, field) for field in range(len(self.fields)))), None)
            if place:
                yield Finding("UA126", {}, Source(*self.names[place[0]], *place[1:]), self.roster.units[unit].code)


def _of_rows(figures: Figures, rows: Int32) -> tuple[Int32, Int32]:
    """Return the rows and columns of the figures in some rows; arrays that stretch to rows by fields."""
    row, column = (each[rows] if each.shape[0] > 1 else each for each in (figures.row, figures.column))
    return row, column


def _placing(figures: Figures) -> Callable[[int, int], tuple[int, int]]:
    """Return what tells where a figure stands, as `Figures.at` does, for many of them."""
    row, column = (np.broadcast_to(each, figures.values.shape).item for each in (figures.row, figures.column))
    return lambda unit, j: (row(unit, j), column(unit, j))


def _block(rows: Int32, columns: NDArray[np.intp]) -> Block:
    """Return what takes these rows and columns."""
    run, across = _run(rows), _run(columns)
    return (run, across) if run and across else np.ix_(rows, columns)


@lru_cache(maxsize=64)
def _columns(fields: tuple[int, ...]) -> slice | NDArray[np.intp]:
    """Return what takes the columns of some fields: of all forms and months mostly the same."""
    places = np.array(fields, np.intp)
    return _run(places) or places


def _run(places: NDArray[Any]) -> slice | None:
    """Return the slice of places that follow each other."""
    first, count = (int(places[0]) if places.size else 0), places.size
    return slice(first, first + count) if np.array_equal(places, np.arange(first, first + count)) else None


def _rounds(units: Int32) -> Iterator[Int32]:
    """Yield the rows of a table so that each unit is in a round once: the first of each, then the second of each."""
    rows = np.flatnonzero(units >= 0).astype(np.int32)
    if rows.size < 2:  # noqa: PLR2004 (none, or a form's one unit)
        yield from [rows] if rows.size else ()
        return
    sorted_rows = rows[np.argsort(units[rows], kind="stable")]
    is_first = np.diff(units[sorted_rows], prepend=-1) != 0
    if is_first.all():
        yield rows
        return
    times = np.arange(len(rows)) - np.maximum.accumulate(np.where(is_first, np.arange(len(rows)), 0))
    in_order = np.lexsort((sorted_rows, times))
    yield from np.split(sorted_rows[in_order], np.flatnonzero(np.diff(times[in_order])) + 1)
