"""The audit as pandas tables, for those who compute on: the JSON result's assessments, a row each, typed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import pandas as pd

from union_audit.reports.records import Record, of_assessments
from union_audit.reports.view import View

_TEXT, _COUNT, _SHARE = "string", "Int64", "float64"

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
    "waived": "bool",
    "rank": _COUNT,
    "numerator": _COUNT,
    "denominator": _COUNT,
    "percentage_only": "bool",
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
"""The columns and their types. Shares are fractions (0.6); nothing (NA, NaN) stands where there is none."""

_ROWS = 50_000


def assessments(view: View) -> pd.DataFrame:
    """Return every unit shown at every target, in the roster's and then the plan's order, as the submissions have it.

    `evidence` is "file|sheet|cell; …", with a backslash before a `|`, `;` or backslash that belongs to a name.
    """
    return pd.concat(blocks(view), ignore_index=True)


def blocks(view: View) -> Iterator[pd.DataFrame]:
    """Yield the same rows in tables of bounded size; one that is empty if there are none."""
    rows = _rows(view)
    block = list(islice(rows, _ROWS))
    while True:
        yield pd.DataFrame(block, columns=list(COLUMNS)).astype(COLUMNS)
        block = list(islice(rows, _ROWS))
        if not block:
            return


def _rows(view: View) -> Iterator[Record]:
    audit = view.audit
    units = {unit.code: unit for unit in audit.facts.roster.units}
    columns = {column.target.id: column for column in audit.columns}
    goals = {id_: str(column.goal) for id_, column in columns.items()}
    period = audit.period.label if audit.period else None
    for record in of_assessments(view):
        unit, column, previous = units[record["unit"]], columns[record["target"]], record["previous"] or {}
        yield {
            **record,
            "period": period,
            "unit_name": unit.name or unit.code,
            "level": unit.level,
            "parent": unit.parent,
            "target_label": view.say(column.target.label),
            "goal": goals[column.target.id],
            "previous_status": previous.get("status"),
            "previous_value": previous.get("value"),
            "evidence": "; ".join(_place(cell) for cell in record["evidence"]),
        }


def _place(cell: Record) -> str:
    return f"{_escaped(cell['file'])}|{_escaped(cell['sheet'])}|{cell['cell']}"


@lru_cache(maxsize=1024)
def _escaped(name: str) -> str:
    return re.sub(r"([|;\\])", r"\\\1", name)
