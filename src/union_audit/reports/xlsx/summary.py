"""The first sheet: the answer on one page, what the other sheets hold, and how it was computed."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit import __version__
from union_audit.audit.result import Status
from union_audit.reports.letterhead import letterhead
from union_audit.reports.rows import TargetRow
from union_audit.reports.words import SYMBOL
from union_audit.reports.xlsx.book import Book
from union_audit.reports.xlsx.cells import INK, LINE, QUIET, Paper, Value
from union_audit.reports.xlsx.computed import NOTHING
from union_audit.reports.xlsx.formulas import either, quoted
from union_audit.reports.xlsx.headings import ATTAINMENT, NO_DATA, NOW, STATUS, TO_GO, WITH_GAP
from union_audit.reports.xlsx.letterhead import add_end, add_head
from union_audit.reports.xlsx.page import Page
from union_audit.reports.xlsx.rows import LINE as HEIGHT
from union_audit.reports.xlsx.rows import add_bar, add_signs
from union_audit.reports.xlsx.shares import earlier
from union_audit.reports.xlsx.sheet import sheet_name

_WIDTHS = (6, 68, 17, 12, 15, 12, 26, 15, 15)
_BEFORE = 11


class Summary:
    """Writes the summary."""

    def __init__(self, book: Book, paper: Paper, sheet: Worksheet) -> None:
        """Set the columns."""
        self._book, self._view, self._paper, self._sheet = book, book.view, paper, sheet
        self._language = book.view.options.language
        self._widths = (*_WIDTHS[:4], _BEFORE, *_WIDTHS[4:]) if self._view.changes else _WIDTHS
        self._page = Page(paper, sheet, self._widths)

    def fill(self, sheets: Sequence[tuple[str, str]]) -> None:
        """Write all of it; `sheets`: the names of the others, and what they hold."""
        head = letterhead(self._view.audit.plan, self._view.options)
        add_head(self._page, head)
        if not head.issued_by:
            self._page.line(self._view.headline.organisation, bold=True, font_color=QUIET)
        self._answer()
        self._worst()
        self._targets()
        self._changes()
        self._not_audited()
        add_end(self._page, head, self._language)
        self._sheet.print_area(0, 0, self._page.row - 1, self._page.last)
        self._sheet.fit_to_pages(1, 1)  # a document of one page, whose signature is never cut off; what follows is for the screen
        self._sheets(sheets)
        self._method()

    def _answer(self) -> None:
        page, headline, language = self._page, self._view.headline, self._language
        page.line(headline.plan, bold=True, font_size=16, font_color=self._paper.accent)
        page.line(language("Period: {period} · as of {date}", period=headline.period, date=headline.as_of))
        page.line(headline.reported, bold=True, font_size=13)
        for note in (*self._view.turnout(), *headline.notes):
            page.line(note)
        self._changed_by_hand()
        self._counts()

    def _changed_by_hand(self) -> None:
        """Say how many figures are not as they were read, as soon as there are any."""
        if self._book.is_live:
            language = self._language
            told = language(
                "Figures that were changed here since the audit: {count}. Ranks and words remain those of the audit.", count="\0"
            )
            before, _, after = told.partition("\0")
            changed = self._book.figures.changed
            text = either(f"{changed}=0", NOTHING, f"{quoted(before)}&{changed}&{quoted(after)}")
            look = self._paper.look(bold=True, font_color=INK[Status.NO_DATA])
            self._sheet.merge_range(self._page.row, 0, self._page.row, self._page.last, "", look)
            self._sheet.write_formula(self._page.row, 0, f"={text}", look, "")
        self._page.row += 1

    def _counts(self) -> None:
        """Write the score and how many assessments have which status, each under its word."""
        headline, words, language = self._view.headline, self._view.words, self._language
        boxes: list[tuple[str, Value, str]] = [
            (language("Score"), self._book.totals.score(), self._paper.accent),
            (language("With figures"), self._book.totals.coverage(), self._paper.accent),
            *((f"{SYMBOL[status]} {words.status(status)}", self._book.count(status), INK[status]) for status in headline.counts),
            (language("Waived gaps"), headline.waived, QUIET),
        ]
        for column, (label, value, colour) in enumerate(boxes, 1):
            look = self._paper.look(font_color=colour, align="left", indent=1, text_wrap=True, top=1, top_color=LINE)
            self._sheet.write_string(self._page.row, column, label, look)
            self._paper.write(self._sheet, self._page.row + 1, column, value, "large")
        self._sheet.set_row(self._page.row, 2 * HEIGHT)
        self._sheet.set_row(self._page.row + 1, 22)
        self._page.row += 2

    def _worst(self) -> None:
        """Write the targets that are worst, with what they need and what to do."""
        worst = self._view.worst_targets()
        if not worst:
            self._page.section(self._view.no_gap)
            return
        self._page.section(self._language("To do first"))
        self._heading()
        for row in worst:
            action = self._view.say(row.target.action)
            self._cells(row, f"{row.label}\n{action}" if action else row.label)

    def _targets(self) -> None:
        self._page.section(self._language("Targets over all units, worst first"))
        self._heading()
        for row in self._view.targets():
            self._cells(row, row.label)

    def _heading(self) -> None:
        language = self._language
        before = (language("Before"),) if self._view.changes else ()
        whose, figures = (language("No."), language("Target"), language(STATUS), language(NOW)), (language(ATTAINMENT), language("Goal"))
        self._page.heading((*whose, *before, *figures, language(TO_GO), language(WITH_GAP), language(NO_DATA)))

    def _cells(self, row: TargetRow, label: str) -> None:
        """Write one target over all units."""
        look_up, place = self._book.totals.look_up, self._page.row
        before = (earlier(row),) if self._view.changes else ()
        to_do = (look_up(row.column, TO_GO) or row.phrases.reason, look_up(row.column, WITH_GAP), look_up(row.column, NO_DATA))
        reached = look_up(row.column, STATUS), look_up(row.column, NOW)
        self._page.cells((row.target.number, label, *reached, *before, look_up(row.column, ATTAINMENT), row.phrases.goal, *to_do))
        add_signs(self._sheet, self._paper, place, place, 2)
        add_bar(self._sheet, place, place, 4 + len(before))

    def _changes(self) -> None:
        if self._view.changes:
            self._page.section(self._language("What changed"))
            self._page.line(self._view.changes.sentence)

    def _not_audited(self) -> None:
        language, rows = self._language, self._view.no_data()
        if rows:
            self._page.section(language("What could not be audited"))
        for row in rows:
            units = self._view.words.few(row.units)
            self._page.line(
                language.plural(
                    "{reason}: 1 assessment of {units}",
                    "{reason}: {count} assessments of {units}",
                    row.count,
                    reason=row.reason_text,
                    units=units,
                )
            )

    def _sheets(self, sheets: Sequence[tuple[str, str]]) -> None:
        """List the sheets, each a link to it."""
        language, page = self._language, self._page
        page.section(language("The sheets of this workbook"))
        link = self._paper.look(font_color=self._paper.accent, underline=1)
        for name, note in sheets:
            page.beside(note, 2, page.last)
            self._sheet.merge_range(page.row, 0, page.row, 1, "", link)
            self._sheet.write_url(page.row, 0, f"internal:'{sheet_name(name)}'!A1", link, sheet_name(name))
            page.row += 1
        if self._book.is_live:
            figures = self._book.figures.named.sheet
            page.line(language("Figures may be changed in the yellow column of “{sheet}”: all else is computed from them.", sheet=figures))
        else:
            page.line(language("There are too many figures for formulas: this workbook holds values. All figures are in the csv report."))

    def _method(self) -> None:
        language, head, audit, page = self._language, self._view.headline, self._view.audit, self._page
        page.section(language("How it was computed"))
        for line in self._view.method():
            page.line(line)
        page.line(f"{head.targets_file}, SHA-256 {audit.plan.sha256}")
        if head.units_file:
            page.line(f"{head.units_file}, SHA-256 {audit.facts.roster.sha256}")
        at, program = self._view.options.generated_at, f"union-audit {__version__}"
        page.line(language("Made by {program} on {date} at {time}.", program=program, date=at.date(), time=at.strftime("%H:%M %z").strip()))
