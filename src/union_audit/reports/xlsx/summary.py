"""The first sheet: the answer, what to do first, every target, what the other sheets hold, and how it was computed."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit import __version__
from union_audit.reports.view import View
from union_audit.reports.words import SYMBOL
from union_audit.reports.xlsx.cells import BLUE, QUIET, Paper, Said, Share, Value, clean
from union_audit.reports.xlsx.sheet import LINE, Table, add_bar, lines, write_heading, write_row
from union_audit.reports.xlsx.tables import share, status, value

_WIDTHS = (7, 46, 17, 12, 16, 11, 30, 13)
_LAST = len(_WIDTHS) - 1
_WORST = 3
_LINE_LETTERS = sum(_WIDTHS)
_FONT = 11


class Summary:
    """Writes the summary from above to below."""

    def __init__(self, view: View, paper: Paper, sheet: Worksheet) -> None:
        """Set the columns."""
        self._view, self._paper, self._sheet, self._row = view, paper, sheet, 0
        self._language = view.options.language
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)

    def fill(self, counted: Sequence[tuple[Table[Any], int]]) -> None:
        """Write all of it; `counted`: the other sheets' tables and how many rows they got."""
        self._answer()
        self._first()
        self._targets()
        self._not_audited()
        self._sheets(counted)
        self._method()

    def _answer(self) -> None:
        headline, language = self._view.headline, self._language
        self._line(headline.organisation, bold=True, font_color=QUIET)
        self._line(headline.plan, letters=105, bold=True, font_size=16, font_color=BLUE)
        self._line(language("Period: {period} · as of {date}", period=headline.period, date=headline.as_of))
        self._line(headline.reported, bold=True, font_size=13)
        if headline.missing:
            self._line(language("Did not report: {units}", units=self._view.words.few(headline.missing)))
        for line in (headline.change, *headline.notes):
            self._line(line)
        self._row += 1
        self._pair(language("Score"), share(headline.score))
        self._pair(language("With figures"), share(headline.coverage))
        for status_, count in headline.counts.items():
            self._pair(Said(f"{SYMBOL[status_]} {self._view.words.status(status_)}", status_), count)
        if headline.waived:
            self._pair(language("Waived gaps"), headline.waived)

    def _first(self) -> None:
        language, words, gaps = self._language, self._view.words, self._view.gaps(_WORST).rows
        if not gaps:
            self._section(self._view.no_gap)
            return
        self._section(language("To do first"))
        self._figures_heading(language("Rank"), language("Unit"))
        for row in gaps:
            who = f"{row.unit_name}\n{row.target.number}. {row.label}"
            todo = "\n".join(part for part in (row.phrases.to_go, self._view.say(row.target.action)) if part)
            now, attained = value(row.figure, words), share(row.figure.attainment)
            self._cells(row.rank, who, status(row), now, row.phrases.counts, row.phrases.goal, todo, attained)

    def _targets(self) -> None:
        language, words = self._language, self._view.words
        self._section(language("Targets over all units, worst first"))
        self._figures_heading(language("No."), language("Target"))
        first = self._row
        for row in self._view.targets():
            still = row.phrases.to_go or row.phrases.reason
            now, attained = value(row.figure, words), share(row.figure.attainment)
            self._cells(row.target.number, row.label, status(row), now, row.phrases.counts, row.phrases.goal, still, attained)
        add_bar(self._sheet, first, self._row - 1, _LAST)

    def _not_audited(self) -> None:
        language, rows = self._language, self._view.no_data()
        if rows:
            self._section(language("What could not be audited"))
        for row in rows:
            units = self._view.words.few(row.units)
            self._line(
                language.plural(
                    "{reason}: 1 figure of {units}", "{reason}: {count} figures of {units}", row.count, reason=row.reason_text, units=units
                )
            )

    def _sheets(self, counted: Sequence[tuple[Table[Any], int]]) -> None:
        language = self._language
        self._section(language("The sheets of this workbook"))
        for table, rows in counted:
            self._line(f"{table.name}: {table.note} {language.plural('1 row', '{count} rows', rows)}.")

    def _method(self) -> None:
        language, head, audit = self._language, self._view.headline, self._view.audit
        self._section(language("How it was computed"))
        for line in self._view.method():
            self._line(line)
        self._line(f"{head.targets_file}, SHA-256 {audit.plan.sha256}")
        if head.units_file:
            self._line(f"{head.units_file}, SHA-256 {audit.facts.roster.sha256}")
        at = self._view.options.generated_at
        program = f"union-audit {__version__}"
        self._line(
            language("Made by {program} on {date} at {time}.", program=program, date=at.date(), time=at.strftime("%H:%M %z").strip())
        )

    def _line(self, text: str, *, letters: int = _LINE_LETTERS, **properties: Any) -> None:
        """Write a text across all columns, in a row as high as it needs; nothing where there is none."""
        if text:
            self._sheet.set_row(self._row, lines(text, letters) * (LINE + properties.get("font_size", _FONT) - _FONT))
            look = self._paper.look(text_wrap=True, **properties)
            self._sheet.merge_range(self._row, 0, self._row, _LAST, "", look)
            self._sheet.write_string(self._row, 0, clean(text), look)
            self._row += 1

    def _pair(self, label: str | Said, figure: Share | int | None) -> None:
        self._paper.write(self._sheet, self._row, 1, label)
        self._paper.write(self._sheet, self._row, 2, figure)
        self._row += 1

    def _section(self, title: str) -> None:
        self._row += 1
        self._line(title, bold=True, font_size=13, font_color=BLUE, bottom=2, bottom_color=BLUE)

    def _figures_heading(self, *whose: str) -> None:
        language = self._language
        figures = language("Status"), language("Now"), language("Counts"), language("Goal"), language("Still to do"), language("Attainment")
        write_heading(self._sheet, self._paper, self._row, (*whose, *figures), _WIDTHS)
        self._row += 1

    def _cells(self, *values: Value) -> None:
        write_row(self._sheet, self._paper, self._row, values, _WIDTHS)
        self._row += 1
