"""The records of a trend for other programs: units and targets by code and id, shares as fractions, None for none."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from union_audit.reports.figures import Figure
from union_audit.reports.rows import Movement
from union_audit.trends.rows import LineRow, OpenRow, PointRow
from union_audit.trends.view import TrendView

Record: TypeAlias = dict[str, Any]


def of_point(row: PointRow) -> Record:
    """Return a target in one period."""
    point, moves = row.point, row.point.moves
    return {
        "period": point.period.label,
        "status": point.status.name.lower() if point.status is not None else None,
        "value": _value(row.figure),
        "numerator": point.numerator,
        "denominator": point.denominator,
        "goal": str(row.figure.goal) if row.figure and row.goal else None,
        "required": float(row.figure.required) if row.figure and row.figure.required is not None else None,
        "units_expected": point.expected,
        "units_reported": point.reported,
        "gaps": moves.gaps if moves else None,
        **{movement.value: row.moved[movement] if row.moved else None for movement in Movement},
    }


def of_line(row: LineRow) -> Record:
    """Return a target over time."""
    target, pace = row.line.target, row.line.pace
    return {
        "id": row.line.id,
        "number": row.number,
        "label": row.label if target else None,
        "goal": str(target.goal) if target else None,
        "deadline": target.deadline.isoformat() if target and target.deadline else None,
        "pace": {
            "change": float(pace.change) if pace.change is not None else None,
            "periods": pace.periods,
            "outlook": pace.outlook.value,
            "reached_in": pace.by.label if pace.by else None,
        },
        "points": [of_point(point) for point in row.points],
    }


def of_open(row: OpenRow) -> Record:
    """Return a gap that lasts."""
    gap = row.gap
    return {
        "unit": gap.unit.code,
        "unit_name": row.unit,
        "target": gap.target,
        "since": gap.since.label,
        "months": gap.months,
        "waived": gap.waived,
    }


def flat(view: TrendView) -> Iterator[Record]:
    """Yield a record a target and period, over all units (no unit) or of each unit that was asked for."""
    for unit, lines in (("", view.lines), *((unit.code, unit.lines) for unit in view.units)):
        for line in lines:
            for row in line.points:
                point = of_point(row)
                yield {"period": point.pop("period"), "unit": unit, "target": line.line.id, "target_label": line.label, **point}


def _value(figure: Figure | None) -> float | None:
    return None if figure is None or figure.value is None else float(figure.value)
