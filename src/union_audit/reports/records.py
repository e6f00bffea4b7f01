"""The records of the JSON result, in the order of its keys."""

import math
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from union_audit.audit.result import Change, Column, Reason, Status
from union_audit.intake.facts import Input, Layout
from union_audit.reports.figures import Assessment, Figure, assessed
from union_audit.reports.rows import TargetRow
from union_audit.reports.saying import FindingRow
from union_audit.reports.view import View

Record: TypeAlias = dict[str, Any]

STATUS = {status: status.name.lower() for status in Status}
LAYOUT = {each: Layout.WIDE if each is Layout.LONG else each for each in Layout}
"""The schema knows three: of a table with a row for each unit and figure it says what of other lists, that its units stand in rows."""
REASON = {reason: reason.name.lower() if reason else None for reason in Reason}


def of_input(given: Input) -> Record:
    """Return a file, and the tables found in it."""
    tables = [
        {"sheet": table.sheet, "layout": LAYOUT[table.layout], "units": len(table.units), "rows_left_out": len(table.left_out)}
        for table in given.tables
    ]
    return {"file": given.file, "sha256": given.sha256, "status": given.status, "tables": tables}


def of_target(view: View, row: TargetRow) -> Record:
    """Return a target over all units."""
    rollup = view.audit.rollup
    column = rollup.columns[row.column]
    whole = next(assessed(view.audit.plan, (column,), np.array([len(rollup.unit) - 1])))
    return {
        "rank": row.rank,
        "id": row.target.id,
        "number": row.target.number,
        "label": row.label,
        "goal": str(column.goal),
        **of_figure(row.figure),
        **of_due(view, column, row.figure),
        "units_expected": row.expected,
        "units_reported": row.reported,
        "units_by_percentage": row.by_percentage,
        "units_met": row.met,
        "units_gap": row.gaps,
        "units_no_data": row.no_data,
        "previous": of_previous(view.audit.change, row.column),
        "parts": of_parts(column, whole),
    }


def of_rollups(view: View) -> Iterator[Record]:
    """Yield each branch whose top is shown; the province stands under "targets"."""
    rollup, units = view.audit.rollup, view.audit.facts.roster.units
    branches = np.flatnonzero(view.audit.shown[rollup.unit[:-1]])
    for one in assessed(view.audit.plan, rollup.columns, branches):
        figures = of_figure(one.figure)
        yield {
            "unit": units[rollup.unit[one.unit]].code,
            "target": rollup.columns[one.column].target.id,
            **{name: figures[name] for name in ("status", "reason", "numerator", "denominator", "value")},
            "units_expected": int(rollup.expected[one.column, one.unit]),
            "units_reported": int(rollup.reported[one.column, one.unit]),
            "units_by_percentage": int(rollup.by_share[one.column, one.unit]),
        }


def of_finding(row: FindingRow, view: View) -> Record:
    """Return a finding; its message is the whole sentence, with the place and what to do."""
    found, source = row.finding, row.finding.source
    return {
        "code": found.code,
        "severity": row.severity,
        "message": row.sentence,
        "args": {name: _argument(value, view) for name, value in found.args.items()},
        "unit": found.unit,
        "target": found.target,
        "field": found.field,
        "file": source.file if source else None,
        "sheet": source.sheet or None if source else None,
        "cell": source.cell or None if source else None,
    }


def _argument(value: object, view: View) -> object:
    """Return an argument of a message as JSON has it: a list whole, words of the plan in the report's language, a date as text."""
    match value:
        case Mapping():
            return view.options.language.pick(value)
        case list() | tuple():
            return [_argument(each, view) for each in value]
        case bool() | int() | float() | None:
            return value
    return str(value)


def of_figure(figure: Figure) -> Record:
    """Return a figure, of a target or of one of its ratios."""
    is_share = figure.is_share
    return {
        "status": STATUS[figure.status],
        "reason": REASON[figure.reason],
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "percentage_only": figure.share is not None,
        "value": _value(figure, is_share=is_share),
        "required": number(figure.required, is_share=is_share),
        "required_count": figure.required_count,
        "gap": _gap(figure, is_share=is_share),
        "to_go": figure.to_go,
        "to_go_new": figure.to_go_new,
        "attainment": figure.attained / figure.attainable if figure.attained is not None and figure.attainable else None,
    }


def _value(figure: Figure, *, is_share: bool) -> float | int | None:
    """Return `Figure.value` as a number; a quotient of two counts is as exact as the fraction's own."""
    if figure.share is not None or figure.numerator is None or not is_share:
        return number(figure.value, is_share=is_share)
    return figure.numerator / figure.denominator if figure.denominator else None


def _gap(figure: Figure, *, is_share: bool) -> float | int | None:
    """Return `Figure.gap` as a number."""
    if figure.share is not None or not figure.to_go or figure.is_yes_no or not is_share:
        return number(figure.gap, is_share=is_share)
    return figure.to_go / figure.denominator if figure.denominator else None


def of_parts(column: Column, one: Assessment) -> list[Record]:
    """Return each of several ratios with the fields that it is made of; none where the target has one only."""
    ratios = zip(column.target.parts, one.parts, strict=True) if one.parts else ()
    return [
        {"fields": {"numerator": ratio.numerator, "denominator": ratio.denominator, "less": ratio.less}, **of_figure(figure)}
        for ratio, figure in ratios
    ]


def of_due(view: View, column: Column, figure: Figure) -> Record:
    """Return by when a target is to be met, and by whom."""
    return {
        "due": day(column.due),
        "due_state": figure.due_state(column.due, view.audit.as_of),
        "owner": view.say(column.target.owner) or None,
    }


def of_previous(change: Change | None, column: int, unit: int | None = None) -> Record | None:
    """Return what a target was before: at one unit, or over all."""
    said = change.said(column, unit) if change else None
    return {"status": STATUS[said[0]], "value": share(said[1]), "period": change.label} if change and said else None


def number(value: Fraction | None, *, is_share: bool) -> float | int | None:
    """Write a share as a number with a fraction, a count as a whole number."""
    if value is None:
        return None
    return float(value) if is_share or value.denominator != 1 else int(value)


def share(value: float) -> float | None:
    """Write a number from 0 to 1, null where there is none."""
    return value if math.isfinite(value) else None


def day(when: date | None) -> str | None:
    """Write a date as ISO 8601 does."""
    return when.isoformat() if when else None


def by_status(counts: dict[Status, int]) -> Record:
    """Write counts by the name of their status."""
    return {STATUS[status]: count for status, count in counts.items()}
