"""Tables of months that are not yet filled in, beside one that is: they are no submissions of those months."""

from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.facts import State
from union_audit.plan.period import Period


def set_blank_months_aside(tables: list[Placed], asked: Period | None) -> list[Finding]:
    """Mark as unusable the blank tables of a file for periods that were not asked for, where another of them has figures; and say so."""
    if len(tables) < 2:  # noqa: PLR2004 (there is another)
        return []
    blank = [table.is_usable and _is_blank(table) for table in tables]
    filled = {table.period for table, is_blank in zip(tables, blank, strict=True) if table.is_usable and not is_blank}
    findings = []
    for place, table in enumerate(tables):
        if blank[place] and filled and table.period and table.period != asked and table.period not in filled:
            findings.append(Finding("UA138", {"period": table.period.label}, table.source()))
            tables[place] = replace(table, is_usable=False)
    return findings


def _is_blank(placed: Placed) -> bool:
    return bool((placed.table.figures.state <= State.BLANK).all())
