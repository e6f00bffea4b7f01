"""An audit beside an earlier one: another period of the same submissions, or an earlier JSON result."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from union_audit.audit.result import NONE, Audit, Change, Column, Status
from union_audit.errors import Problem, UsageError
from union_audit.plan.roster import Roster
from union_audit.words import N_

RESULT_SCHEMA = "union-audit/result/1"
"""What a JSON result says it is."""


def since_audit(earlier: Audit) -> Change:
    """Return what an earlier audit of the same units and targets said."""
    judged = earlier.judged
    status = [np.where(judged, column.measure.status, np.int8(NONE)) for column in earlier.columns]
    value = [np.where(judged, column.measure.value, np.nan) for column in earlier.columns]
    shape = (len(earlier.columns), len(judged))
    totals = [column.measure for column in earlier.rollup.columns]
    return Change(
        earlier.period.label if earlier.period else "",
        np.array(status, np.int8).reshape(shape),
        np.array(value, np.float64).reshape(shape),
        np.array([total.status[-1] for total in totals], np.int8),
        np.array([total.value[-1] for total in totals], np.float64),
    )


def since_result(earlier: Mapping[str, Any], columns: Sequence[Column], roster: Roster) -> Change:
    """Return what an earlier JSON result said of these units and targets; UsageError if it is none of ours."""
    try:
        return _said(earlier, columns, roster)
    except (AttributeError, KeyError, TypeError, ValueError):  # whatever shape some other file has
        raise UsageError(Problem(N_("What to compare with is not a JSON result of this program."))) from None


def _said(earlier: Mapping[str, Any], columns: Sequence[Column], roster: Roster) -> Change:
    if earlier["schema"] != RESULT_SCHEMA:
        raise ValueError(earlier["schema"])
    targets = {column.target.id: place for place, column in enumerate(columns)}
    shape = (len(columns), len(roster.units))
    status, value = np.full(shape, NONE, np.int8), np.full(shape, np.nan)
    for assessment in earlier["assessments"]:
        target, unit = targets.get(assessment["target"]), roster.index.get(assessment["unit"])
        if target is not None and unit is not None:
            status[target, unit], value[target, unit] = _figure(assessment)
    total_status, total_value = np.full(len(columns), NONE, np.int8), np.full(len(columns), np.nan)
    for total in earlier["targets"]:
        if (place := targets.get(total["id"])) is not None:
            total_status[place], total_value[place] = _figure(total)
    return Change(earlier["period"]["label"] if earlier["period"] else "", status, value, total_status, total_value)


def _figure(record: Mapping[str, Any]) -> tuple[Status, float]:
    return Status[record["status"].upper()], np.nan if record["value"] is None else float(record["value"])
