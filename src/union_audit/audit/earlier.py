"""What an earlier audit said, by the codes of its units and the ids of its targets: another period, a JSON result, the history."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from union_audit.audit.exact import Float64
from union_audit.audit.result import NONE, Audit, Measure, Status
from union_audit.errors import Problem, UsageError
from union_audit.findings import Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Facts, Int8, Int64
from union_audit.plan.period import Period
from union_audit.words import N_

RESULT_SCHEMA = "union-audit/result/1"
"""What a JSON result says it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one target: arrays of shape (units + 1,), the last row is everything.

    `status` int8, `numerator` and `denominator` int64: `NONE` where nothing was said. `value` float64, NaN where there was none.
    """

    status: Int8
    numerator: Int64
    denominator: Int64
    value: Float64

    def taken(self, rows: Sequence[int]) -> "Said":
        """Return what was said of these rows, in this order."""
        return Said(self.status[rows], self.numerator[rows], self.denominator[rows], self.value[rows])


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier audit. `label`: its period's, "" where it had none; `units`: the codes that the rows of each `Said` are of."""

    label: str
    units: tuple[str, ...]
    targets: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class Before:
    """What was submitted for an earlier period; the units are those of today's roster.

    `cells` tells the cell of a unit's field where the facts don't know it: of millions of figures few are asked for.
    """

    period: Period
    facts: Facts
    cells: Callable[[int, int], Source | None] | None = None

    def source_of(self, unit: int, place: int) -> Source | None:
        """Return the first cell of a figure; None where it has none."""
        return self.cells(unit, place) if self.cells else self.facts.source_of(unit, place)


def nothing_said(units: int) -> Said:
    """Return what was said of no unit, for as many units."""
    rows = units + 1
    return Said(np.full(rows, NONE, np.int8), np.full(rows, NONE), np.full(rows, NONE), np.full(rows, np.nan))


def earlier_audit(audit: Audit) -> Earlier:
    """Return what an audit said of the units that it judged."""
    codes = tuple(audit.facts.roster.columns.code)
    said = {
        column.target.id: _joined(column.measure, total.measure, audit.judged)
        for column, total in zip(audit.columns, audit.rollup.columns, strict=True)
    }
    return Earlier(audit.period.label if audit.period else "", codes, said)


def earlier_result(result: Mapping[str, Any]) -> Earlier:
    """Return what an earlier JSON result said, parsed; UsageError if it is none of ours."""
    try:
        return _parsed(result)
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):  # whatever shape some other file has
        raise UsageError(Problem(N_("What to compare with is not a JSON result of this program."))) from None


def _joined(measure: Measure, total: Measure, judged: Bool) -> Said:
    def rows(own: Any, everything: Any, nothing: float, dtype: type) -> Any:
        return np.append(np.where(judged, own, nothing), everything[-1]).astype(dtype)

    return Said(
        rows(measure.status, total.status, NONE, np.int8),
        rows(measure.numerator, total.numerator, NONE, np.int64),
        rows(measure.denominator, total.denominator, NONE, np.int64),
        rows(measure.value, total.value, np.nan, np.float64),
    )


def _parsed(result: Mapping[str, Any]) -> Earlier:
    if result["schema"] != RESULT_SCHEMA:
        raise ValueError(result["schema"])
    codes = tuple(dict.fromkeys(assessment["unit"] for assessment in result["assessments"]))
    index = {code: place for place, code in enumerate(codes)}
    targets: dict[str, Said] = {}
    for record in (*result["assessments"], *({**total, "target": total["id"], "unit": None} for total in result["targets"])):
        said = targets.setdefault(record["target"], nothing_said(len(codes)))
        row = -1 if record["unit"] is None else index[record["unit"]]
        said.status[row] = Status[record["status"].upper()]
        said.numerator[row] = _or(record["numerator"], NONE)
        said.denominator[row] = _or(record["denominator"], NONE)
        said.value[row] = _or(record["value"], np.nan)
    return Earlier(result["period"]["label"] if result["period"] else "", codes, targets)


def _or(figure: float | None, nothing: float) -> float:
    return nothing if figure is None else figure
