"""The parts of one target → its column: the status of all, the figures of the part that decides."""

from dataclasses import fields
from datetime import date

import numpy as np

from union_audit.audit.exact import less, put
from union_audit.audit.result import Column, Measure, Reason, Status
from union_audit.intake.facts import Bool, Int8
from union_audit.plan.goal import Goal, Tracked
from union_audit.plan.model import Target


def column_of(target: Target, goal: Goal, due: date | None, parts: tuple[Measure, ...], waived: Bool) -> Column:
    """Join the parts. A target with a gap in any part is a gap; it shows the part with the lowest attainment."""
    status = _status(np.stack([part.status for part in parts])) if len(parts) > 1 else parts[0].status
    part = _deciding(parts, status)
    applies = np.zeros(len(status), np.bool_)
    if not isinstance(goal, Tracked):
        for each in parts:
            applies |= (each.status != Status.NOT_APPLICABLE) & (each.reason != Reason.ZERO_DENOMINATOR)
    return Column(target, goal, due, _chosen(parts, part), parts, part, applies, waived & (status == Status.GAP))


def _status(of_parts: Int8) -> Int8:
    """Any gap is a gap; else any part without data is no data; not applicable only if all parts are."""
    status: Int8 = of_parts.min(axis=0).astype(np.int8)
    for worse in (Status.TRACKED, Status.NO_DATA, Status.GAP):
        status = put(status, (of_parts == worse).any(axis=0), worse)
    return status


def _deciding(parts: tuple[Measure, ...], status: Int8) -> Int8:
    """Return the first part that has the target's status; among gaps the one with the lowest attainment, the first on ties."""
    if len(parts) == 1:
        return np.zeros(len(status), np.int8)
    same = np.stack([each.status == status for each in parts])
    part: Int8 = same.argmax(axis=0).astype(np.int8)
    rows = np.flatnonzero((status == Status.GAP) & (same.sum(axis=0) > 1))
    top, bottom = (np.stack([getattr(each, name)[rows] for each in parts]) for name in ("attained", "attainable"))
    lowest = part[rows]
    for index in range(1, len(parts)):
        now = np.arange(len(rows))
        lower = same[index, rows] & less(top[index], bottom[index], top[lowest, now], bottom[lowest, now])
        lowest[lower] = index
    part[rows] = lowest
    return part


def _chosen(parts: tuple[Measure, ...], part: Int8) -> Measure:
    """Return a measure whose every row is that of the part chosen for it."""
    chosen = parts[0]
    for index, each in enumerate(parts[1:], 1):
        rows = part == index
        if rows.any():
            chosen = Measure(*(np.where(rows, getattr(each, name.name), getattr(chosen, name.name)) for name in fields(Measure)))
    return chosen
