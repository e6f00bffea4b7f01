"""A figure in cells that are merged over several units or fields: whose it is nobody can tell, so it is nobody's."""

from dataclasses import replace

import numpy as np

from union_audit.findings import address
from union_audit.intake.facts import State
from union_audit.intake.tables.figures import Read
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.table import Figures, Issue


def without_merged(read: Read, grid: Grid) -> Read:
    """Return the figures without those that one merged cell shows for several of them, and say which these are."""
    figures = read.figures
    if not figures.values.size or not grid.sheet.merged:
        return read
    state, texts, issues = figures.state.copy(), dict(figures.texts), list(read.issues)
    for area in grid.sheet.merged:
        text = grid.shown(*area[:2]) if _may_touch(figures, area) else ""
        within = _within(figures, area) if text else np.zeros(0, np.bool_)
        if within.sum() <= 1:
            continue
        state[within] = State.UNREADABLE
        args: dict[str, object] = {"text": text, "cells": f"{address(*area[:2])}:{address(*area[2:])}"}
        for j in np.flatnonzero(within.any(axis=0)).tolist():
            units = np.flatnonzero(within[:, j]).tolist()
            texts |= {(unit, j): text for unit in units}
            issues = [each for each in issues if each.field != j or each.unit not in units or each.args.get("count", 1) != 1]
            issues.append(Issue(units[0], j, "UA221", {**args, "count": len(units)}))
    values = np.where(state == State.UNREADABLE, 0, figures.values)
    return replace(read, figures=replace(figures, values=values, state=state, texts=texts), issues=tuple(issues))


def _may_touch(figures: Figures, area: tuple[int, int, int, int]) -> bool:
    top, left, bottom, right = area
    rows, columns = figures.row, figures.column
    return bool(top <= rows.max() and bottom >= rows.min() and left <= columns.max() and right >= columns.min() and area[:2] != area[2:])


def _within(figures: Figures, area: tuple[int, int, int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Return which figures an area covers."""
    top, left, bottom, right = area
    rows = (figures.row >= top) & (figures.row <= bottom)
    columns = (figures.column >= left) & (figures.column <= right)
    return rows & columns
