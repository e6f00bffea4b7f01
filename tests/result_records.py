"""The units and assessments of a result one by one, each from its own figures: what is written by columns is held to these."""

from collections.abc import Iterator

from union_audit.audit.result import NONE, Status
from union_audit.intake.facts import Evidence
from union_audit.reports import View
from union_audit.reports.records import STATUS, Record, day, of_due, of_figure, of_parts, of_previous, share


def of_units(view: View) -> Iterator[Record]:
    """Yield every unit shown, the worst first, with the day of its submission."""
    scores, units = view.audit.scores, view.audit.facts.roster.units
    for place in view.order.tolist():
        unit = units[place]
        yield {
            "rank": int(scores.rank[place]) or None,
            "rank_in_level": int(scores.rank_in_level[place]) or None,
            "code": unit.code,
            "name": unit.name or unit.code,
            "level": unit.level,
            "parent": unit.parent,
            "reported": bool(view.audit.reported[place]),
            "submitted_on": day(view.audit.submitted_on.get(unit.code)),
            "score": share(float(scores.score[place])),
            "coverage": share(float(scores.coverage[place])),
            **{STATUS[status]: int(scores.counts[place, status]) for status in Status},
        }


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
