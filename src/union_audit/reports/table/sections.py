"""The sections of the terminal's table: the answer first, then targets, ranked gaps, units, what could not be audited, findings."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from union_audit.audit.result import Status
from union_audit.findings import Severity
from union_audit.reports.figures import Figure
from union_audit.reports.rows import AssessmentRow, TargetRow, UnitRow
from union_audit.reports.table.grid import Fixed, Wrapped, grid
from union_audit.reports.table.terminal import Terminal
from union_audit.reports.view import View
from union_audit.reports.words import SYMBOL, Phrases

TOP = 15
"""Rows of a ranking, unless `--top` says otherwise."""

_WIDE, _WIDEST = 110, 150
_FEW = 8
_STYLE = {Status.MET: "green", Status.GAP: "red", Status.NO_DATA: "yellow", Status.NOT_APPLICABLE: "dim", Status.TRACKED: "cyan"}
_SEVERITY = {Severity.ERROR: ("✗", "red"), Severity.WARNING: ("!", "yellow"), Severity.INFO: ("•", "cyan")}


class Sections:
    """An audit on one terminal: wider ones get more columns; unit and target stand first and are never cut."""

    def __init__(self, view: View, terminal: Terminal) -> None:
        """Keep what is shown, and where."""
        self._view, self._terminal = view, terminal
        self._language, self._text = view.options.language, terminal.text
        self._top = TOP if view.options.top is None else view.options.top
        self._bar_width = 20 if terminal.width >= _WIDEST else 12 if terminal.width >= _WIDE else 8

    def __iter__(self) -> Iterator[RenderableType]:
        """Yield what is printed, in order."""
        return chain(self._headline(), self._targets(), self._gaps(), self._units(), self._no_data(), self._findings(), self._end())

    def _headline(self) -> Iterator[RenderableType]:
        headline, language = self._view.headline, self._language
        yield self._text(headline.plan, "bold")
        if headline.organisation:
            yield self._text(headline.organisation)
        yield self._text(language("Period: {period} · as of {date}", period=headline.period, date=headline.as_of))
        yield Text()
        yield self._text(headline.reported, "bold")
        yield self._text(
            language(
                "Score {score}, with figures for {coverage} of what applies", score=headline.score_text, coverage=headline.coverage_text
            ),
            "bold",
        )
        yield from self._terminal.flow(self._counts())
        if headline.missing:
            yield self._text(language("Did not report: {units}", units=self._few(headline.missing)))
        yield from (self._text(line) for line in (headline.change, *headline.notes) if line)

    def _counts(self) -> Iterator[Text]:
        headline, language = self._view.headline, self._language
        for status, count in headline.counts.items():
            if count:
                words = f"{SYMBOL[status]} {self._view.words.status(status)} {language.number(count)}"
                if status is Status.GAP and headline.waived:
                    words += " " + language("({count} waived)", count=headline.waived)
                yield self._text(words, _STYLE[status])

    def _targets(self) -> Iterator[RenderableType]:
        language, text = self._language, self._text
        columns: tuple[Wrapped[TargetRow] | Fixed[TargetRow], ...] = (
            Fixed("", lambda row: text(row.phrases.symbol, _STYLE[row.figure.status])),
            Wrapped(language("Target"), lambda row: text(f"{row.target.number}. {row.label}"), least=24),
            Fixed("", lambda row: self._bar(row.figure), justify="left"),
            Fixed(language("Now"), lambda row: text(row.phrases.value, _STYLE[row.figure.status])),
            Fixed(language("Counts"), lambda row: text(row.phrases.counts), from_width=_WIDE),
            Fixed(language("Goal"), lambda row: text(row.phrases.goal)),
            Fixed(language("Met by"), lambda row: text(row.met_by), from_width=_WIDE),
            Wrapped(language("Still to do"), lambda row: self._still(row.figure, row.phrases), least=14),
            Wrapped(language("In charge"), lambda row: text(row.owner), from_width=_WIDEST),
        )
        if not self._view.audit.judged.any():
            return
        yield from self._heading(language("Targets over all units, worst first"))
        yield grid(self._terminal, columns, self._view.targets())

    def _gaps(self) -> Iterator[RenderableType]:
        language, text, gaps = self._language, self._text, self._view.gaps(self._top)
        waived = self._view.waived()[: self._top]
        columns: tuple[Wrapped[AssessmentRow] | Fixed[AssessmentRow], ...] = (
            Fixed("#", lambda row: text(language.number(row.rank) if row.rank else "")),
            Wrapped(language("Unit"), lambda row: text(row.unit_name), least=18),
            Wrapped(language("Target"), lambda row: text(row.label), least=18),
            Fixed(language("Now"), lambda row: text(row.phrases.value, "" if row.figure.waived else "red")),
            Fixed(language("Counts"), lambda row: text(row.phrases.counts), from_width=_WIDE),
            Fixed(language("Goal"), lambda row: text(row.phrases.goal)),
            Wrapped(language("Still to do"), lambda row: self._still(row.figure, row.phrases), least=14),
            Wrapped(language("Due"), lambda row: text(row.phrases.due), from_width=_WIDEST),
        )
        if not gaps.total and not waived:
            yield from self._heading(self._view.no_gap)
            return
        yield from self._heading(language("Ranked gaps, worst first: {shown} of {total}", shown=len(gaps.rows), total=gaps.total))
        yield grid(self._terminal, columns, (*gaps.rows, *waived))

    def _units(self) -> Iterator[RenderableType]:
        language, text, units = self._language, self._text, self._view.ranking(self._top)
        columns: tuple[Wrapped[UnitRow] | Fixed[UnitRow], ...] = (
            Fixed("#", lambda row: text(language.number(row.rank) if row.rank else "")),
            Wrapped(language("Unit"), lambda row: text(row.name), least=20),
            Wrapped(language("Level"), lambda row: text(row.level), from_width=_WIDEST),
            Fixed("", self._score_bar, justify="left"),
            Fixed(language("Score"), lambda row: text(row.score_text)),
            Fixed(language("With figures"), lambda row: text(row.coverage_text), from_width=_WIDE),
            *(self._count(status) for status in (Status.MET, Status.GAP, Status.NO_DATA)),
        )
        if units.total:
            yield from self._heading(language("Units, worst first: {shown} of {total}", shown=len(units.rows), total=units.total))
            yield grid(self._terminal, columns, units.rows)

    def _count(self, status: Status) -> Fixed[UnitRow]:
        return Fixed(self._view.words.status(status), lambda row: self._text(self._language.number(row.counts[status])), at_most=9)

    def _no_data(self) -> Iterator[RenderableType]:
        language, rows = self._language, self._view.no_data()
        if rows:
            yield from self._heading(language("What could not be audited"))
        for row in rows:
            told = language.plural(
                "{reason}: 1 figure of {units}",
                "{reason}: {count} figures of {units}",
                row.count,
                reason=row.reason_text,
                units=self._few(row.units),
            )
            yield self._text(f"? {told}")

    def _findings(self) -> Iterator[RenderableType]:
        language, found = self._language, self._view.findings(Severity.ERROR, Severity.WARNING, top=self._top)
        notes = self._view.findings(Severity.INFO, top=0).total
        if found.total:
            yield from self._heading(language("Findings: {shown} of {total}", shown=len(found.rows), total=found.total))
        listed = Table.grid(Column(no_wrap=True), Column(overflow="fold"), padding=(0, 2, 0, 0))
        for row in found.rows:
            sign, style = _SEVERITY[row.severity]
            about = " · ".join(part for part in (row.place, row.unit, row.target) if part)
            listed.add_row(
                Text("\n  ").join((self._text(f"{sign} {row.severity_word}", style), self._text(row.code, style))),
                Text("\n").join((self._text(about, "bold"), self._text(f"{row.message} {row.action}"))),
            )
        yield listed
        if notes:
            yield Text()
            yield self._text(
                language.plural("1 more note on how the files were read", "{count} more notes on how the files were read", notes)
            )

    def _end(self) -> Iterator[RenderableType]:
        language = self._language
        yield Text()
        for line in self._view.method():
            yield self._text(line, "dim")
        headline = self._view.headline
        units = headline.units_file or language("no roster")
        yield self._text(language("Targets: {targets} · units: {units}", targets=headline.targets_file, units=units), "dim")
        yield self._text(
            language("More rows: --top N. Everything: -f xlsx, -f html, -f csv. What a code means: union-audit explain CODE."), "dim"
        )

    def _heading(self, words: str) -> Iterator[Text]:
        yield Text()
        yield self._text(words, "bold underline")

    def _bar(self, figure: Figure) -> Text:
        share, goal = figure.bar
        return Text() if share is None else self._terminal.bar(share, self._bar_width, _STYLE[figure.status], goal)

    def _score_bar(self, row: UnitRow) -> Text:
        return Text() if math.isnan(row.score) else self._terminal.bar(Fraction(row.score), self._bar_width, "")

    def _still(self, figure: Figure, said: Phrases) -> Text:
        """Say what is still to do, or why there is nothing to say."""
        if figure.status is Status.GAP:
            new = said.to_go_new if self._terminal.width >= _WIDE else ""
            return self._text("; ".join(part for part in (said.to_go, new) if part))
        words = (said.status, said.reason) if figure.status is not Status.TRACKED else ()
        return self._text(": ".join(word for word in words if word))

    def _few(self, names: Sequence[str]) -> str:
        return self._view.words.few(names, _FEW, ", ")
