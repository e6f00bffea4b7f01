"""What was made of each file, as JSON. Rows count from 1 and columns are letters, as a spreadsheet shows them."""

from collections.abc import Iterable, Sequence
from typing import Any

from union_audit.cli.settling import SetUpFiles, how_to_settle
from union_audit.findings import Finding, address
from union_audit.intake.facts import Input, Layout, TableRead
from union_audit.plan.model import Plan
from union_audit.reports.saying import say_finding
from union_audit.reports.words import Words


def readings_json(inputs: Sequence[Input], findings: Sequence[Finding], plan: Plan, words: Words, files: SetUpFiles) -> dict[str, Any]:
    """Return what `inspect -f json` prints; findings of no file stand at the end."""
    about = by_file(findings, inputs)
    return {
        "schema": "union-audit/inspect/1",
        "files": [
            {
                "file": each.file,
                "sha256": each.sha256,
                "status": each.status.value,
                "kind": each.kind,
                "facts": dict(each.facts),
                "tables": [_table(table) for table in each.tables],
                "findings": [_finding(finding, plan, words, files) for finding in about[each.file]],
            }
            for each in inputs
        ],
        "findings": [_finding(finding, plan, words, files) for finding in about[""]],
    }


def by_file(findings: Iterable[Finding], inputs: Iterable[Input]) -> dict[str, list[Finding]]:
    """Return the findings about each of the files, in their order; under "" those about none of them."""
    found: dict[str, list[Finding]] = {"": [], **{each.file: [] for each in inputs}}
    for finding in findings:
        found.get(finding.source.file if finding.source else "", found[""]).append(finding)
    return found


def line_of(index: int, *, is_row: bool) -> str:
    """Return a row's number or a column's letters: 4 is "5" or "E"."""
    return str(index + 1) if is_row else address(0, index)[:-1]


def _table(table: TableRead) -> dict[str, Any]:
    wide, transposed = table.layout is Layout.WIDE, table.layout is Layout.TRANSPOSED
    return {
        "sheet": table.sheet,
        "layout": table.layout.value,
        "header_rows": [row + 1 for row in table.header_rows],
        "headings": [
            {
                "place": line_of(heading.index, is_row=not wide),
                "text": heading.text,
                "role": heading.role,
                "field": heading.field,
                "how": heading.how,
                "styles": list(table.styles.get(heading.field or "", ())),
            }
            for heading in table.headings
        ],
        "left_out": [
            {"place": line_of(each.index, is_row=not transposed), "text": each.text, "reason": each.reason} for each in table.left_out
        ],
        "figures_in": [line_of(column, is_row=False) for column in table.figures_in],
        "units": list(table.units),
        "units_not_known": table.unknown,
        "unit_evidence": table.unit_evidence,
        "period": table.period.label if table.period else None,
        "period_evidence": table.period_evidence,
    }


def _finding(finding: Finding, plan: Plan, words: Words, files: SetUpFiles) -> dict[str, Any]:
    row = say_finding(finding, plan, {}, words)
    return {
        "code": finding.code,
        "severity": row.severity.value,
        "message": row.message,
        "action": row.action,
        "settle": how_to_settle(finding, files, words.language),
        "sheet": finding.source.sheet if finding.source else "",
        "cell": finding.source.cell if finding.source else "",
        "unit": finding.unit,
        "field": finding.field,
    }
