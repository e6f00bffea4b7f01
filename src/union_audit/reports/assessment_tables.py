"""The assessments as a table with a row each: one of all columns for some units at one target, text and numbers apart."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.audit.result import NONE, Change
from union_audit.plan.roster import Columns
from union_audit.reports.blocks import AtTarget, blocks
from union_audit.reports.evidence import Evidences
from union_audit.reports.figures import due_state
from union_audit.reports.records import REASON, STATUS, day
from union_audit.reports.unit_names import each_once
from union_audit.reports.view import View

_TEXT, _COUNT, _SHARE, _TRUTH = "string", "Int64", "float64", "bool"

COLUMNS = {
    "period": _TEXT,
    "unit": _TEXT,
    "unit_name": _TEXT,
    "level": _TEXT,
    "parent": _TEXT,
    "target": _TEXT,
    "target_label": _TEXT,
    "goal": _TEXT,
    "status": _TEXT,
    "reason": _TEXT,
    "waived": _TRUTH,
    "rank": _COUNT,
    "numerator": _COUNT,
    "denominator": _COUNT,
    "percentage_only": _TRUTH,
    "value": _SHARE,
    "required": _SHARE,
    "required_count": _COUNT,
    "gap": _SHARE,
    "to_go": _COUNT,
    "to_go_new": _COUNT,
    "attainment": _SHARE,
    "due": _TEXT,
    "due_state": _TEXT,
    "owner": _TEXT,
    "previous_status": _TEXT,
    "previous_value": _SHARE,
    "evidence": _TEXT,
}
"""The columns and their types, as pandas names them. Shares are fractions (0.6)."""

Values: TypeAlias = NDArray[Any] | Sequence[str | None]
"""Numbers, `NONE` where there is none, or texts, None where there is none."""


def tables(view: View) -> Iterator[list[dict[str, Values]]]:
    """Yield the columns by their names, for some units at each target.

    `evidence` is "file|sheet|cell; …", with a backslash before a `|`, `;` or backslash that belongs to a name.
    """
    evidences = Evidences(view, before, lambda _: "", "; ")
    roster = each_once(view.audit.facts.roster)
    for places, targets in blocks(view):
        units = _units(roster, places.tolist())
        yield [_table(view, at, units, evidences.of(at)) for at in targets]


def _units(roster: Columns, places: Sequence[int]) -> dict[str, Values]:
    codes, names = ([column[place] for place in places] for column in (roster.code, roster.name))
    level, parent = ([column[place] if column else None for place in places] for column in (roster.level, roster.parent))
    return {"unit": codes, "unit_name": [name or code for name, code in zip(names, codes, strict=True)], "level": level, "parent": parent}


def _table(view: View, at: AtTarget, units: dict[str, Values], evidence: list[str]) -> dict[str, Values]:
    audit, column, figures, count = view.audit, at.column, at.figures, len(at.units)
    statuses = figures.status.tolist()
    due = [due_state(status, column.due, audit.as_of) for status in STATUS]
    return {
        "period": [audit.period.label if audit.period else None] * count,
        **units,
        "target": [column.target.id] * count,
        "target_label": [view.say(column.target.label)] * count,
        "goal": [str(column.goal)] * count,
        "status": [STATUS[each] for each in statuses],
        "reason": [REASON[each] for each in figures.reason.tolist()],
        "waived": at.waived,
        "rank": at.rank,
        "numerator": figures.numerator,
        "denominator": figures.denominator,
        "percentage_only": figures.by_percentage,
        "value": figures.value,
        "required": figures.required,
        "required_count": figures.required_count,
        "gap": figures.gap,
        "to_go": figures.to_go,
        "to_go_new": figures.to_go_new,
        "attainment": figures.attainment,
        "due": [day(column.due)] * count,
        "due_state": [due[each] for each in statuses],
        "owner": [view.say(column.target.owner) or None] * count,
        **_previous(audit.change, at),
        "evidence": evidence,
    }


def _previous(change: Change | None, at: AtTarget) -> dict[str, Values]:
    """Return what was said of the target at each unit in the period compared with."""
    if change is None:
        return {"previous_status": [None] * len(at.units), "previous_value": np.full(len(at.units), float(NONE))}
    status, value = change.status[at.place, at.units], change.value[at.place, at.units]
    said = [None if each < 0 else STATUS[each] for each in status.tolist()]
    return {"previous_status": said, "previous_value": np.where((status >= 0) & np.isfinite(value), value, NONE)}


def before(_: str, file: str, sheet: str) -> str:
    """Return what stands before the address of a cell."""
    return f"{_escaped(file)}|{_escaped(sheet)}|"


@lru_cache(maxsize=1024)
def _escaped(name: str) -> str:
    return re.sub(r"([|;\\])", r"\\\1", name)
