"""A figure in cells that are merged over several units or fields: whose it is nobody can tell, so it is nobody's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from union_audit.findings import address
from union_audit.intake.facts import State
from union_audit.intake.tables.figures import Read
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.table import Figures, Issue

Area: TypeAlias = tuple[int, int, int, int]
"""The first row and column of merged cells, and the last."""
_AT_A_LOOK = 1_000
"""So many figures of an array are held against an area in the time of one look at a cell."""


def without_merged(read: Read, grid: Grid) -> Read:
    """Return the figures without those that one merged cell shows for several of them, and say which these are."""
    figures = read.figures
    if not figures.values.size or not grid.sheet.merged:
        return read
    state, texts, issues = figures.state.copy(), dict(figures.texts), list(read.issues)
    touching = _touching(figures, grid.sheet.merged)
    grid.work.spend(len(touching) * (1 + figures.values.size // _AT_A_LOOK))
    for area in touching:
        text = grid.shown(*area[:2])
        within = _within(figures, area) if text else np.zeros(0, np.bool_)
        if within.sum() <= 1:
            continue
        state[within] = State.UNREADABLE
        args: dict[str, object] = {"text": text, "cells": f"{address(*area[:2])}:{address(*area[2:])}"}
        for j in np.flatnonzero(within.any(axis=0)).tolist():
            units = np.flatnonzero(within[:, j]).tolist()
            texts |= {(unit, j): text for unit in units}
            issues = [*(_without(each, j, {*units}) for each in issues), Issue(j, "UA221", units[:1], [{**args, "count": len(units)}])]
    values = np.where(state == State.UNREADABLE, 0, figures.values)
    return replace(read, figures=replace(figures, values=values, state=state, texts=texts), issues=tuple(issues))


def _without(issue: Issue, field: int, units: set[int]) -> Issue:
    """Return what is wrong with other figures than those of some units at a field; what counts several cells stays."""
    if issue.field != field:
        return issue
    left = [(unit, args) for unit, args in zip(issue.units, issue.args, strict=True) if unit not in units or args.get("count", 1) != 1]
    return replace(issue, units=[unit for unit, _ in left], args=[args for _, args in left])


def _touching(figures: Figures, areas: Sequence[Area]) -> list[Area]:
    """Return the merged areas of several cells that may cover a figure."""
    rows, columns = ((int(each.min()), int(each.max())) for each in (figures.row, figures.column))
    return [
        (top, left, bottom, right)
        for top, left, bottom, right in areas
        if top <= rows[1] and bottom >= rows[0] and left <= columns[1] and right >= columns[0] and (top, left) != (bottom, right)
    ]


def _within(figures: Figures, area: Area) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return which figures an area covers."""
    top, left, bottom, right = area
    rows = (figures.row >= top) & (figures.row <= bottom)
    columns = (figures.column >= left) & (figures.column <= right)
    return rows & columns
