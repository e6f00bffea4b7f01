"""The assessments of a result one by one, each from its own figures: what the reports that are written by columns are held to."""

from collections.abc import Iterator

from union_audit.audit.result import NONE
from union_audit.intake.facts import Evidence
from union_audit.reports import View
from union_audit.reports.records import Record, of_due, of_figure, of_parts, of_previous


def of_assessments(view: View) -> Iterator[Record]:
    """Yield every unit shown at every target, with all of its cells."""
    units = view.audit.facts.roster.units
    for one in view.assessments():
        column = view.audit.columns[one.column]
        yield {
            "unit": units[one.unit].code,
            "target": column.target.id,
            "waived": one.figure.waived,
            "rank": int(view.gap_ranks[one.column, one.unit]) or None,
            **of_figure(one.figure),
            **of_due(view, column, one.figure),
            "previous": of_previous(view.audit.change, one.column, one.unit),
            "parts": of_parts(column, one),
            "evidence": [
                {"field": cell.field, "file": cell.source.file, "sheet": cell.source.sheet, "cell": cell.source.cell, "text": cell.text}
                for cell in _cells(view, one.unit, one.column)
            ],
        }


def _cells(view: View, unit: int, column: int) -> Iterator[Evidence]:
    facts, about = view.audit.facts, view.audit.columns[column]
    for field in about.target.fields:
        yield from facts.evidence(unit, [each.id for each in facts.fields].index(field))
    for ratio, part in zip(about.target.parts, about.parts, strict=True):
        cell = facts.share_evidence(unit, ratio) if part.share[unit] != NONE else None
        yield from [cell] if cell else []
