"""Tables of months that are not yet filled in, beside one that is: they are no submissions of those months."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.facts import State
from union_audit.plan.period import Period


def without_blank_months(tables: Sequence[Placed], asked: Period | None) -> tuple[list[Placed], list[Finding]]:
    """Mark as unusable the blank tables of periods that were not asked for, where another table of the file has figures; and say so."""
    filled: dict[str, set[Period | None]] = defaultdict(set)
    for table in tables:
        if table.is_usable and not _is_blank(table):
            filled[table.candidate.file].add(table.period)
    result, findings = [], []
    for table in tables:
        others = filled[table.candidate.file]
        is_coming = bool(others) and table.period is not None and table.period != asked and table.period not in others
        if table.is_usable and is_coming and table.period and _is_blank(table):
            findings.append(Finding("UA138", {"period": table.period.label}, table.source()))
            result.append(replace(table, is_usable=False))
        else:
            result.append(table)
    return result, findings


def _is_blank(placed: Placed) -> bool:
    return bool((placed.table.figures.state <= State.BLANK).all())
