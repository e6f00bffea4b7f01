"""Shares and what was before, as cells have them: numbers, never texts that look like numbers."""

from fractions import Fraction

import numpy as np

from union_audit.audit.exact import Float64
from union_audit.reports.rows import AssessmentRow, TargetRow
from union_audit.reports.xlsx.cells import Share, Value

ROUNDED = 3
"""Decimals of a share that one decimal of a percentage shows."""


def share(value: float) -> Value:
    """Return a score or a coverage (NaN: none), as a cell has it."""
    return shares(np.array([value]))[0]


def earlier(row: AssessmentRow | TargetRow) -> Value:
    """Return what a figure was in the period compared with, as a cell has it; None where there was none."""
    if row.before is None or row.before.value != row.before.value:
        return None
    if row.before.is_share:
        return share(row.before.value)
    return row.before.text if row.figure.is_yes_no else round(row.before.value)


def shares(values: Float64) -> list[Value]:
    """Return scores or coverages (NaN: none), as cells have them: one that is near 0% or 100% never looks like that."""
    cells: list[Value] = values.tolist()
    rounded = np.round(values, ROUNDED)
    for place in np.flatnonzero((rounded != values) & ((rounded == 0) | (rounded == 1))).tolist():
        cells[place] = Share(Fraction(float(values[place])))
    for place in np.flatnonzero(np.isnan(values)).tolist():
        cells[place] = None
    return cells
