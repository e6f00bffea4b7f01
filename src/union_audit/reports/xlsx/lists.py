"""The lists: what was found wrong, and the files that were read."""

from collections.abc import Callable

from union_audit.intake.facts import Input
from union_audit.reports.saying import FindingRow
from union_audit.reports.view import View
from union_audit.reports.xlsx.cells import Value
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.sheet import ROWS, Table


def findings(view: View) -> Table:
    """Return the findings, errors first."""
    language, found = view.options.language, view.findings(top=ROWS + 1)

    def column(heading: str, width: float, cell: Callable[[FindingRow], Value]) -> Column:
        return Column(heading, width, (cell(row) for row in found.rows))

    columns = (
        column(language("Kind"), 11, lambda row: row.severity_word),
        column(language("Code"), 9, lambda row: row.code),
        column(language("File"), 24, lambda row: row.finding.source.file if row.finding.source else None),
        column(language("Sheet"), 12, lambda row: row.finding.source.sheet if row.finding.source else None),
        column(language("Cell"), 8, lambda row: row.finding.source.cell if row.finding.source else None),
        column(language("Unit"), 22, lambda row: row.unit),
        column(language("Target"), 20, lambda row: row.target),
        column(language("Field"), 20, lambda row: row.field),
        column(language("What was found"), 42, lambda row: row.message),
        column(language("What to do"), 42, lambda row: row.action),
    )
    note = language("What is wrong with the data, or worth knowing of it, errors first.")
    return Table(language("Findings"), note, columns, len(found.rows))


def sources(view: View) -> Table:
    """Return the files."""
    language, inputs = view.options.language, view.audit.inputs
    columns = (
        Column(language("File"), 44, [each.file for each in inputs]),
        Column(language("What became of it"), 20, [view.words.input_status(each.status) for each in inputs]),
        Column(language("Tables"), 60, [_tables(each, view) for each in inputs]),
        Column(language("Units"), 9, [sum(len(table.units) for table in each.tables) for each in inputs]),
        Column(language("Rows left out"), 9, [sum(len(table.left_out) for table in each.tables) for each in inputs]),
        Column("SHA-256", 36, [each.sha256 or None for each in inputs], style="quiet"),
    )
    return Table(language("Sources"), language("The files that were named or found."), columns, len(inputs))


def _tables(row: Input, view: View) -> str:
    """Return the sheets (a text file has none) and how their tables are laid out, a line each."""
    return "\n".join(": ".join(part for part in (each.sheet, view.words.layout(each.layout)) if part) for each in row.tables)
