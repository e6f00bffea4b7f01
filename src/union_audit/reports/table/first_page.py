"""The answer first: who reported, what the worst targets need, every target, what changed, and what could not be audited."""

from collections.abc import Iterator
from itertools import chain

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from union_audit.audit.result import Status
from union_audit.reports.changes import MOVED
from union_audit.reports.rows import AssessmentRow, Movement, TargetRow
from union_audit.reports.table.grid import Fixed, Wrapped, grid
from union_audit.reports.table.paper import STYLE, WIDE, WIDEST, Paper
from union_audit.reports.words import SYMBOL

_MOVED = 5
"""New and closed gaps that are listed, each, unless `--top` says otherwise; those that last are in the ranking."""


def first_page(paper: Paper) -> Iterator[RenderableType]:
    """Yield what is printed, in order."""
    return chain(_headline(paper), _worst(paper), _targets(paper), _changes(paper), _not_audited(paper))


def _headline(paper: Paper) -> Iterator[RenderableType]:
    headline, language, text = paper.view.headline, paper.view.options.language, paper.text
    yield text(headline.plan, "bold")
    if headline.organisation:
        yield text(headline.organisation)
    yield text(language("Period: {period} · as of {date}", period=headline.period, date=headline.as_of))
    yield Text()
    yield text(headline.reported, "bold")
    yield text(
        language("Score {score}, with figures for {coverage} of what applies", score=headline.score_text, coverage=headline.coverage_text),
        "bold",
    )
    yield from paper.terminal.flow(_counts(paper))
    yield from map(text, (*paper.turnout(), *headline.notes))


def _counts(paper: Paper) -> Iterator[Text]:
    headline, language = paper.view.headline, paper.view.options.language
    for status, count in headline.counts.items():
        if count:
            words = f"{SYMBOL[status]} {paper.view.words.status(status)} {language.number(count)}"
            if status is Status.GAP and headline.waived:
                words += " " + language("({count} waived)", count=headline.waived)
            yield paper.text(words, STYLE[status])


def _worst(paper: Paper) -> Iterator[RenderableType]:
    """Yield the worst targets and what they need."""
    worst, text = paper.view.worst_targets(), paper.text
    if not worst:
        return
    yield from paper.heading(paper.view.options.language("What is needed most"))
    listed = Table.grid(Column(no_wrap=True), Column(overflow="fold"), Column(overflow="fold"), padding=(0, 2, 0, 0))
    for row in worst:
        listed.add_row(paper.sign(row.figure, row.phrases), text(f"{row.target.number}. {row.label}"), text(row.needs, "bold"))
    yield listed


def _targets(paper: Paper) -> Iterator[RenderableType]:
    language, text = paper.view.options.language, paper.text
    columns: tuple[Wrapped[TargetRow] | Fixed[TargetRow], ...] = (
        Fixed("", lambda row: paper.sign(row.figure, row.phrases)),
        Wrapped(language("Target"), lambda row: text(f"{row.target.number}. {row.label}")),
        Fixed("", lambda row: paper.bar(row.figure), justify="left"),
        *before_column(paper),
        Fixed(language("Now"), lambda row: paper.value(row.figure, row.phrases)),
        Fixed(language("Counts"), lambda row: text(row.phrases.counts), from_width=WIDE),
        Fixed(language("Goal"), lambda row: text(row.phrases.goal)),
        Fixed(language("Met by"), lambda row: text(row.met_by), from_width=WIDE),
        Wrapped(language("Still to do"), lambda row: paper.still(row.figure, row.phrases)),
        Wrapped(language("In charge"), lambda row: text(row.owner), from_width=WIDEST),
    )
    if paper.view.audit.judged.any():
        yield from paper.heading(language("Targets over all units, worst first"))
        yield grid(paper.terminal, columns, paper.view.targets())


def before_column(paper: Paper) -> Iterator[Fixed[TargetRow | AssessmentRow]]:
    """Yield the column of what was before, where something is compared."""
    if paper.view.changes:
        yield Fixed(paper.view.options.language("Before"), lambda row: paper.before(row.before))


def _changes(paper: Paper) -> Iterator[RenderableType]:
    """Yield what changed, and the gaps that are new or closed."""
    view, language = paper.view, paper.view.options.language
    if not view.changes:
        return
    yield from paper.heading(language("What changed"))
    yield paper.text(view.changes.sentence)
    for movement in (Movement.NEW, Movement.CLOSED):
        gaps = view.changed(movement, view.options.top or _MOVED)
        if gaps.rows:
            yield Text()
            yield paper.text(language(MOVED[movement], shown=len(gaps.rows), total=gaps.total), "bold")
            yield grid(paper.terminal, _moved_columns(paper), gaps.rows)


def _moved_columns(paper: Paper) -> tuple[Wrapped[AssessmentRow] | Fixed[AssessmentRow], ...]:
    language, text = paper.view.options.language, paper.text
    return (
        Wrapped(language("Unit"), lambda row: text(row.unit_name)),
        Wrapped(language("Target"), lambda row: text(row.label)),
        *before_column(paper),
        Fixed(language("Now"), lambda row: paper.value(row.figure, row.phrases)),
        Fixed(language("Goal"), lambda row: text(row.phrases.goal)),
        Wrapped(language("Still to do"), lambda row: paper.still(row.figure, row.phrases)),
    )


def _not_audited(paper: Paper) -> Iterator[RenderableType]:
    language, rows = paper.view.options.language, paper.view.no_data()
    if rows:
        yield from paper.heading(language("What could not be audited"))
    for row in rows:
        told = language.plural(
            "{reason}: 1 assessment of {units}",
            "{reason}: {count} assessments of {units}",
            row.count,
            reason=row.reason_text,
            units=paper.few(row.units),
        )
        yield paper.text(f"? {told}")
