"""Percentages that a table gives without their counts: taken where they are sure, said where they are not."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import numpy as np

from union_audit.findings import Finding, Source
from union_audit.intake.facts import WHOLE, Bool, State
from union_audit.intake.figures.cells import is_nothing
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.percentages import all_shown, said, shown
from union_audit.intake.tables.share_check import Checked
from union_audit.intake.tables.shares import Share
from union_audit.intake.tables.table import Figures, Given
from union_audit.plan.model import Plan, Ratio

_ALL = 100
_NOTHING = (State.MISSING, State.BLANK)


class _Answer(NamedTuple):
    """What a cell says: parts of `WHOLE`, and whether it is sure."""

    value: int
    state: State
    is_sure: bool = True


_NONE = _Answer(0, State.MISSING)
"""Nothing stands there."""


def held_against(shares: Sequence[Share], figures: Figures, grid: Grid, plan: Plan) -> tuple[list[Given], list[Finding]]:
    """Hold a table's percentages against the counts beside them; return those that stand without counts, and what is wrong with any."""
    if not shares:
        return [], []
    checked = Checked(shares, figures, grid, plan)
    taken, findings = _given(shares, figures, grid, plan, checked)
    return taken, [*checked.findings(), *findings]


def _given(shares: Sequence[Share], figures: Figures, grid: Grid, plan: Plan, checked: Checked) -> tuple[list[Given], list[Finding]]:
    """Return the percentages of the units that give no numerator, or no denominator, and what is said of those that are not sure.

    A percentage that may be of several ratios is of none for sure.
    """
    taken: list[Given] = []
    findings: list[Finding] = []
    for share in shares:
        if len(share.ratios) > 1:
            continue
        (ratio,) = share.ratios
        states = [_state(field, figures, plan, len(share.cells)) for field in ratio.fields]
        one, unsure = _take(share, ratio, states, grid, checked)
        taken += [one] if (one.state != State.MISSING).any() else []
        if unsure:
            args: dict[str, object] = {"text": shown(grid, share.cells[unsure[0]]), "count": len(unsure)}
            findings.append(Finding("UA220", args, Source("", "", *share.cells[unsure[0]]), field=ratio.numerator))
    return taken, findings


def _state(field: str, figures: Figures, plan: Plan, units: int) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
    """Return the states of a field down the units, `MISSING` where the table has no place for it."""
    place = next((j for j, of in enumerate(figures.fields) if plan.fields[of].id == field), -1)
    return figures.state[:, place] if place >= 0 else np.full(units, State.MISSING, np.int8)


def _take(
    share: Share, ratio: Ratio, states: Sequence[np.ndarray[tuple[int], np.dtype[np.int8]]], grid: Grid, checked: Checked
) -> tuple[Given, list[int]]:
    """Return what is taken, and the units whose percentage is not sure."""
    values, state = np.zeros(len(share.cells), np.int64), np.full(len(share.cells), State.MISSING, np.int8)
    units = np.flatnonzero(_is_open(states))
    texts = all_shown(grid, [share.cells[unit] for unit in units.tolist()])
    read = cache(lambda text, is_beside_blank: _read(text, share, checked, is_beside_blank=is_beside_blank))
    answers = list(map(read, texts, (states[0][units] == State.BLANK).tolist()))
    values[units] = [answer.value for answer in answers]
    state[units] = [answer.state for answer in answers]
    found = [(unit, text, answer) for unit, text, answer in zip(units.tolist(), texts, answers, strict=True) if answer is not _NONE]
    kept = {unit: text for unit, text, _ in found}
    return Given(ratio, values, state, share.cells, kept), [unit for unit, _, answer in found if not answer.is_sure]


def _read(text: str, share: Share, checked: Checked, *, is_beside_blank: bool) -> _Answer:
    """Return what a cell says; a zero or a fault beside a blank may be what a formula makes of it."""
    if not text or is_nothing(text) or (is_beside_blank and text.startswith(_FORMULAS)):
        return _NONE
    percent = _percent(text, share, checked)
    if percent is None:
        return _Answer(0, State.UNREADABLE, is_sure=False)
    if percent == 0 and is_beside_blank:
        return _Answer(0, State.MISSING, is_sure=False)
    return _Answer(round(percent * WHOLE / _ALL), State.FIGURE)


_FORMULAS = ("#", "=")
"""How an error begins, and a formula without a result."""


def _is_open(states: Sequence[np.ndarray[tuple[int], np.dtype[np.int8]]]) -> Bool:
    """Whether the counts are not all there: the numerator, or the denominator, is blank or has no place."""
    return np.isin(states[0], _NOTHING) | np.isin(states[1], _NOTHING)


def _percent(text: str, share: Share, checked: Checked) -> Fraction | None:
    """Return how many per cent a cell says for sure: a bare number up to one may be so many, or a fraction."""
    one = said(text)
    if one and not one.is_signed and 0 < one.percent <= 1:
        one = one.as_fraction if share.line in checked.fractions else None
    return one.percent if one and one.percent <= _ALL else None
