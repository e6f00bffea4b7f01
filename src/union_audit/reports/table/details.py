"""What the answer rests on: the ranked gaps, the units, the findings, and how it was computed."""

from collections.abc import Iterator
from itertools import chain

import numpy as np
from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from union_audit.audit.result import Status
from union_audit.findings import Severity
from union_audit.reports.rows import AssessmentRow, UnitRow
from union_audit.reports.table.first_page import before_column
from union_audit.reports.table.grid import Fixed, Wrapped, grid
from union_audit.reports.table.paper import WIDE, WIDEST, Paper

_SEVERITY = {Severity.ERROR: ("✗", "red"), Severity.WARNING: ("!", "yellow"), Severity.INFO: ("•", "cyan")}


def details(paper: Paper) -> Iterator[RenderableType]:
    """Yield what is printed, in order; a unit that is shown alone at every target, several with their gaps."""
    view = paper.view
    is_alone = len(view.units) == 1 < np.count_nonzero(view.audit.judged)
    return chain(_alone(paper) if is_alone else _gaps(paper), _units(paper), _findings(paper), _end(paper))


def _gaps(paper: Paper) -> Iterator[RenderableType]:
    view, language, text = paper.view, paper.view.options.language, paper.text
    gaps, waived = view.gaps(paper.top), view.waived()[: paper.top]
    if not gaps.total and not waived:
        yield from paper.heading(view.no_gap)
        return
    yield from paper.heading(language("Ranked gaps, worst first: {shown} of {total}", shown=len(gaps.rows), total=gaps.total))
    unit: Wrapped[AssessmentRow] = Wrapped(language("Unit"), lambda row: text(row.unit_name))
    yield grid(paper.terminal, (_rank(paper), unit, *_figures(paper)), (*gaps.rows, *waived))


def _alone(paper: Paper) -> Iterator[RenderableType]:
    view = paper.view
    rows = [view.assessment(int(view.units[0]), column) for column in range(len(view.audit.columns))]
    yield from paper.heading(view.options.language("{unit}, target by target", unit=rows[0].unit_name))
    sign: Fixed[AssessmentRow] = Fixed("", lambda row: paper.sign(row.figure, row.phrases))
    yield grid(paper.terminal, (sign, *_figures(paper), _rank(paper)), rows)


def _rank(paper: Paper) -> Fixed[AssessmentRow]:
    return Fixed("#", lambda row: paper.number(row.rank))


def _figures(paper: Paper) -> tuple[Wrapped[AssessmentRow] | Fixed[AssessmentRow], ...]:
    """Return the columns of a unit's figure at a target."""
    language, text = paper.view.options.language, paper.text
    return (
        Wrapped(language("Target"), lambda row: text(row.label)),
        *before_column(paper),
        Fixed(language("Now"), lambda row: paper.value(row.figure, row.phrases)),
        Fixed(language("Counts"), lambda row: text(row.phrases.counts), from_width=WIDE),
        Fixed(language("Goal"), lambda row: text(row.phrases.goal)),
        Wrapped(language("Still to do"), lambda row: paper.still(row.figure, row.phrases)),
        Wrapped(language("Due"), lambda row: text(row.phrases.due), from_width=WIDEST),
    )


def _units(paper: Paper) -> Iterator[RenderableType]:
    language, text, units = paper.view.options.language, paper.text, paper.view.ranking(paper.top)
    columns: tuple[Wrapped[UnitRow] | Fixed[UnitRow], ...] = (
        Fixed("#", lambda row: paper.number(row.rank)),
        Wrapped(language("Unit"), lambda row: text(f"{row.name} ({row.remark})" if row.remark else row.name)),
        Wrapped(language("Level"), lambda row: text(row.level), from_width=WIDEST),
        Fixed("", paper.score_bar, justify="left"),
        Fixed(language("Score"), lambda row: text(row.score_text)),
        Fixed(language("With figures"), lambda row: text(row.coverage_text), from_width=WIDE),
        *(_count(paper, status) for status in (Status.MET, Status.GAP, Status.NO_DATA)),
    )
    if units.total:
        yield from paper.heading(language("Units, worst first: {shown} of {total}", shown=len(units.rows), total=units.total))
        yield grid(paper.terminal, columns, units.rows)


def _count(paper: Paper, status: Status) -> Fixed[UnitRow]:
    number = paper.view.options.language.number
    return Fixed(paper.view.words.status(status), lambda row: paper.text(number(row.counts[status])), at_most=9)


def _findings(paper: Paper) -> Iterator[RenderableType]:
    view, language, text = paper.view, paper.view.options.language, paper.text
    found, notes = view.findings(Severity.ERROR, Severity.WARNING, top=paper.top), view.findings(Severity.INFO, top=0).total
    if found.total:
        yield from paper.heading(language("Findings: {shown} of {total}", shown=len(found.rows), total=found.total))
    listed = Table.grid(Column(no_wrap=True), Column(overflow="fold"), padding=(0, 2, 0, 0))
    for row in found.rows:
        sign, style = _SEVERITY[row.severity]
        about = " · ".join(part for part in (row.place, row.unit, row.target) if part)
        listed.add_row(text(f"{sign} {row.severity_word}", style), text(about, "bold"))
        listed.add_row(text(f"  {row.code}", style), text(f"{row.message} {row.action}"))
    yield listed
    if notes:
        yield Text()
        yield text(language.plural("1 more note on how the files were read", "{count} more notes on how the files were read", notes))


def _end(paper: Paper) -> Iterator[RenderableType]:
    language, headline, text = paper.view.options.language, paper.view.headline, paper.text
    yield Text()
    for line in paper.view.method():
        yield text(line, "dim")
    units = headline.units_file or language("no roster")
    yield text(language("Targets: {targets} · units: {units}", targets=headline.targets_file, units=units), "dim")
    yield text(language("More rows: --top N. Everything: -f xlsx, -f html, -f csv. What a code means: union-audit explain CODE."), "dim")
