"""The result for other programs: one JSON object, written record by record, as `result.schema.json` describes it."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from union_audit import __version__
from union_audit.audit.earlier import RESULT_SCHEMA
from union_audit.plan.calendar import Calendar
from union_audit.plan.period import Period
from union_audit.reports import records
from union_audit.reports.evidence import wanted
from union_audit.reports.headline import file_as_found
from union_audit.reports.json_assessments import Assessments, Encode
from union_audit.reports.json_units import Units
from union_audit.reports.records import Record
from union_audit.reports.view import View
from union_audit.visible import HIDDEN

SCHEMA = Path(__file__).with_name("result.schema.json")
"""The published JSON Schema of the result."""

_BETWEEN = ",\n    "
"""What stands between two records of a list."""


def write(view: View, stream: IO[str]) -> None:
    """Write the result; a stream that is not in Unicode gets the same object in ASCII."""
    ascii_only = not (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
    encoder = json.JSONEncoder(ensure_ascii=ascii_only, allow_nan=False, default=str)
    stream.writelines(_chunks(view, lambda value: HIDDEN.sub(_escaped, encoder.encode(value))))


def _escaped(found: re.Match[str]) -> str:
    """Write a character that JSON may hold as it is, but that would hide or reorder text in a terminal or an editor."""
    return json.dumps(found[0])[1:-1]


def _chunks(view: View, encode: Encode) -> Iterator[str]:
    """Yield the text of the object: a line for each value and for each record of a list."""
    yield "{\n  " + ",\n  ".join(f'"{name}": {encode(value)}' for name, value in _head(view).items())
    for name, texts in _lists(view, encode):
        yield f',\n  "{name}": ['
        before = "\n    "
        for text in texts:
            yield before + text
            before = _BETWEEN
        yield "\n  ]"
    yield "\n}\n"


def _head(view: View) -> Record:
    audit, headline = view.audit, view.headline
    roster = audit.facts.roster
    period, counts = audit.period, headline.counts
    return {
        "schema": RESULT_SCHEMA,
        "tool": {"name": "union-audit", "version": __version__},
        "generated_at": view.options.generated_at.isoformat(timespec="seconds"),
        "as_of": records.day(audit.as_of),
        "language": view.options.language.code,
        "evidence": wanted(view),
        "plan": {
            "code": audit.plan.code,
            "title": view.say(audit.plan.title),
            "deadline": records.day(audit.plan.deadline),
            "targets_file": file_as_found(audit.plan.path),
            "targets_sha256": audit.plan.sha256,
        },
        "roster": {"units_file": file_as_found(roster.path), "units_sha256": roster.sha256} if roster.path else None,
        "period": _period(audit.plan.calendar, period) if period else None,
        "compared_with": audit.change.label if audit.change else None,
        "correction": asdict(view.options.correction) if view.options.correction else None,
        "summary": {
            "units_expected": int((audit.shown & audit.expected).sum()),
            "units_reported": int((audit.shown & audit.expected & audit.reported).sum()),
            **records.by_status(counts),
            "waived": headline.waived,
            "score": records.share(headline.score),
            "coverage": records.share(headline.coverage),
        },
    }


def _lists(view: View, encode: Encode) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the lists of the result: their names, and their records as texts, of which one may hold many."""
    yield "inputs", map(encode, map(records.of_input, view.audit.inputs))
    yield "targets", (encode(records.of_target(view, row)) for row in view.targets())
    yield "units", Units(view, encode).texts(_BETWEEN)
    yield "assessments", Assessments(view, encode).texts(_BETWEEN)
    yield "rollups", map(encode, records.of_rollups(view))
    yield "findings", (encode(records.of_finding(row, view)) for row in view.findings().rows)


def _period(calendar: Calendar, period: Period) -> dict[str, Any]:
    return {"label": period.label, "start": records.day(calendar.start(period)), "end": records.day(calendar.end(period))}
