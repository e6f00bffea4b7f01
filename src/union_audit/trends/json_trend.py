"""A trend for other programs: one JSON object, as `trend.schema.json` describes it."""

import json
from pathlib import Path
from typing import IO, Any

from union_audit import __version__
from union_audit.trends.records import of_line, of_open
from union_audit.trends.rows import UnitRows
from union_audit.trends.trend import UnitLines
from union_audit.trends.view import TrendView
from union_audit.visible import HIDDEN

TREND_SCHEMA = "union-audit/trend/1"

SCHEMA = Path(__file__).with_name("trend.schema.json")
"""The published JSON Schema of a trend."""


def write(view: TrendView, stream: IO[str]) -> None:
    """Write the trend; a stream that is not in Unicode gets the same object in ASCII."""
    ascii_only = not (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
    text = json.dumps(_trend(view), ensure_ascii=ascii_only, allow_nan=False, indent=1)
    stream.write(HIDDEN.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text) + "\n")


def _trend(view: TrendView) -> dict[str, Any]:
    trend, options = view.trend, view.options
    calendar = trend.plan.calendar
    return {
        "schema": TREND_SCHEMA,
        "tool": {"name": "union-audit", "version": __version__},
        "generated_at": options.generated_at.isoformat(timespec="seconds"),
        "language": options.language.code,
        "plan": {"code": trend.plan.code, "title": options.language.pick(trend.plan.title), "targets_sha256": trend.plan.sha256},
        "periods": [
            {
                "label": edition.period.label,
                "start": calendar.start(edition.period).isoformat(),
                "end": calendar.end(edition.period).isoformat(),
                "edition": edition.number,
                "made_at": edition.made_at.isoformat(),
                "score": score,
            }
            for edition, score in zip(trend.editions, trend.scores, strict=True)
        ],
        "targets": [of_line(row) for row in view.lines],
        "units": [_unit(unit, rows) for unit, rows in zip(trend.units, view.units, strict=True)],
        "open_gaps": {"total": len(trend.open.unit), "gaps": [of_open(row) for row in view.open(options.top).rows]},
    }


def _unit(unit: UnitLines, rows: UnitRows) -> dict[str, Any]:
    return {
        "code": unit.unit.code,
        "name": rows.name,
        "merged_into": unit.merged_into.code if unit.merged_into else None,
        "merged": [each.code for each in unit.merged],
        "targets": [of_line(row) for row in rows.lines],
    }
