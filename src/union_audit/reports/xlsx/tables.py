"""The tables of the workbook: ranked gaps, units, targets, figures, findings, sources."""

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import Any

from union_audit.audit.result import Status
from union_audit.intake.facts import Input
from union_audit.reports.figures import Figure
from union_audit.reports.rows import AssessmentRow, TargetRow, UnitRow
from union_audit.reports.saying import FindingRow
from union_audit.reports.view import View
from union_audit.reports.words import Words
from union_audit.reports.xlsx.cells import Said, Share, Value
from union_audit.reports.xlsx.figures import code, figures
from union_audit.reports.xlsx.sheet import ROWS, Column, Table


def tables(view: View) -> Iterator[Table[Any]]:
    """Yield the tables in the order of their sheets."""
    yield _gaps(view)
    yield _units(view)
    yield _targets(view)
    yield figures(view)
    yield _findings(view)
    yield _sources(view)


def value(figure: Figure, words: Words) -> Value:
    """Return what was reached, as a cell has it."""
    if figure.value is None:
        return None
    if figure.is_yes_no:
        return words.yes_no(bool(figure.value))
    return Share(figure.value, figure.required) if figure.is_share else int(figure.value)


def distance(figure: Figure) -> Value:
    """Return the distance to the goal, as a cell has it: percentage points, or a count."""
    if not figure.gap:
        return None
    return Share(figure.gap) if figure.is_share else int(figure.gap)


def share(of: float | Fraction | None) -> Share | None:
    """Return a score, a coverage or an attainment, as a cell has it."""
    return None if of is None or math.isnan(of) else Share(Fraction(of))


def status(row: AssessmentRow | TargetRow) -> Said:
    """Return the status with its sign."""
    return Said(f"{row.phrases.symbol} {row.phrases.status}", row.figure.status)


def _gaps(view: View) -> Table[AssessmentRow]:
    language = view.options.language
    columns: tuple[Column[AssessmentRow], ...] = (
        Column(language("Rank"), 7, lambda row: row.rank or None),
        Column(language("Code"), 9, lambda row: code(row.unit)),
        Column(language("Unit"), 31, lambda row: row.unit_name),
        Column(language("No."), 5, lambda row: row.target.number),
        Column(language("Target"), 31, lambda row: row.label),
        Column(language("Now"), 9, lambda row: value(row.figure, view.words)),
        Column(language("Numerator"), 12, lambda row: row.figure.numerator),
        Column(language("Denominator"), 13, lambda row: row.figure.denominator),
        Column(language("Goal"), 9, lambda row: row.phrases.goal),
        Column(language("Gap to the goal"), 10, lambda row: distance(row.figure)),
        Column(language("To go"), 8, lambda row: row.figure.to_go),
        Column(language("Still to do"), 22, _still),
        Column(language("Attainment"), 12, lambda row: share(row.figure.attainment), bar=True),
        Column(language("Due"), 17, lambda row: row.phrases.due),
        Column(language("In charge"), 14, lambda row: row.owner),
    )
    note = language("Every gap, worst first; waived gaps, which have no rank, come last.")
    ranked = (view.assessment(int(unit), int(column)) for unit, column in view.gap_places)
    return Table(language("Ranked gaps"), note, columns, chain(ranked, view.waived()))


def _still(row: AssessmentRow) -> str:
    return "; ".join(part for part in (row.phrases.to_go, row.phrases.to_go_new) if part)


def _units(view: View) -> Table[UnitRow]:
    language = view.options.language
    columns: tuple[Column[UnitRow], ...] = (
        Column(language("Rank"), 7, lambda row: row.rank or None),
        Column(language("Rank in its level"), 10, lambda row: row.rank_in_level or None),
        Column(language("Code"), 10, lambda row: code(row.unit)),
        Column(language("Unit"), 40, lambda row: row.name),
        Column(language("Level"), 30, lambda row: row.level),
        Column(language("Unit above"), 12, lambda row: row.unit.parent),
        Column(language("Reported"), 10, lambda row: view.words.yes_no(row.reported)),
        Column(language("Score"), 12, lambda row: share(row.score), bar=True),
        Column(language("With figures"), 12, lambda row: share(row.coverage), bar=True),
        *(_count(view, status) for status in Status),
    )
    return Table(language("Units"), language("Every unit, worst first."), columns, view.ranking(ROWS).rows)


def _count(view: View, status: Status) -> Column[UnitRow]:
    return Column(view.words.status(status), 10, lambda row: row.counts[status])


def _targets(view: View) -> Table[TargetRow]:
    language = view.options.language
    columns: tuple[Column[TargetRow], ...] = (
        Column(language("Rank"), 7, lambda row: row.rank or None),
        Column(language("No."), 5, lambda row: row.target.number),
        Column(language("Target"), 31, lambda row: row.label),
        Column(language("Status"), 15, status),
        Column(language("Reason"), 16, lambda row: row.phrases.reason),
        Column(language("Now"), 9, lambda row: value(row.figure, view.words)),
        Column(language("Numerator"), 12, lambda row: row.figure.numerator),
        Column(language("Denominator"), 13, lambda row: row.figure.denominator),
        Column(language("Goal"), 9, lambda row: row.phrases.goal),
        Column(language("Gap to the goal"), 10, lambda row: distance(row.figure)),
        Column(language("Still to do"), 22, lambda row: row.phrases.to_go),
        Column(language("Attainment"), 12, lambda row: share(row.figure.attainment), bar=True),
        Column(language("Units expected"), 10, lambda row: row.expected),
        Column(language("Units reported"), 10, lambda row: row.reported),
        Column(language("By percentage only"), 10, lambda row: row.by_percentage),
        Column(language("Units met"), 9, lambda row: row.met),
        Column(language("Units with a gap"), 10, lambda row: row.gaps),
        Column(language("Units without data"), 12, lambda row: row.no_data),
        Column(language("In charge"), 16, lambda row: row.owner),
        Column(language("Text of the plan"), 70, lambda row: view.say(row.target.source), on_paper=False),
    )
    return Table(language("Targets"), language("Every target over all units, worst first."), columns, view.targets())


def _findings(view: View) -> Table[FindingRow]:
    language = view.options.language
    columns: tuple[Column[FindingRow], ...] = (
        Column(language("Kind"), 11, lambda row: row.severity_word),
        Column(language("Code"), 9, lambda row: row.code),
        Column(language("File"), 24, lambda row: row.finding.source.file if row.finding.source else None),
        Column(language("Sheet"), 12, lambda row: row.finding.source.sheet if row.finding.source else None),
        Column(language("Cell"), 8, lambda row: row.finding.source.cell if row.finding.source else None),
        Column(language("Unit"), 22, lambda row: row.unit),
        Column(language("Target"), 20, lambda row: row.target),
        Column(language("Field"), 20, lambda row: row.field),
        Column(language("What was found"), 42, lambda row: row.message),
        Column(language("What to do"), 42, lambda row: row.action),
    )
    note = language("What is wrong with the data, or worth knowing of it, errors first.")
    return Table(language("Findings"), note, columns, view.findings(top=ROWS).rows)


def _sources(view: View) -> Table[Input]:
    language = view.options.language
    columns: tuple[Column[Input], ...] = (
        Column(language("File"), 44, lambda row: row.file),
        Column(language("What became of it"), 20, lambda row: view.words.input_status(row.status)),
        Column(language("Tables"), 60, lambda row: _tables(row, view)),
        Column(language("Units"), 9, lambda row: sum(len(each.units) for each in row.tables)),
        Column(language("Rows left out"), 9, lambda row: sum(len(each.left_out) for each in row.tables)),
        Column("SHA-256", 36, lambda row: row.sha256),
    )
    return Table(language("Sources"), language("The files that were named or found."), columns, view.audit.inputs)


def _tables(row: Input, view: View) -> str:
    """Return the sheets (a text file has none) and how their tables are laid out, a line each."""
    return "\n".join(": ".join(part for part in (each.sheet, view.words.layout(each.layout)) if part) for each in row.tables)
