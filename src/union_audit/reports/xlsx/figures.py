"""Every figure that the audit used, a row each, with the cell that it came from: the sheet that people change figures on."""

from collections.abc import Sequence
from functools import cache

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.frozen import dataclass
from union_audit.plan.model import Field, Kind
from union_audit.reports.unit_names import shown_codes, shown_names
from union_audit.reports.view import View
from union_audit.reports.xlsx.cells import Paper, Value
from union_audit.reports.xlsx.formulas import Named, count_if, quoted, sum_if
from union_audit.reports.xlsx.headings import AS_READ, FIGURE, FIGURE_NO
from union_audit.reports.xlsx.lines import FigureLine, Input
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.sheet import Table

_FIGURE = 6
"""The place of the column that people may change."""


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """The sheet, and how formulas take a figure from it."""

    view: View
    named: Named

    def known(self, given: Input) -> str:
        """Return how many of the lines of a figure are known."""
        return "+".join(count_if(self._line(given), (self.named.column(FIGURE), wanted)) for wanted in self._wanted(given.field))

    def total(self, given: Input) -> str:
        """Return the sum of the lines of a figure; 1 for a yes."""
        if given.field.kind is Kind.YES_NO:
            return count_if(self._line(given), (self.named.column(FIGURE), self._wanted(given.field)[0]))
        return sum_if(self.named.column(FIGURE), self._line(given))

    @property
    def changed(self) -> str:
        """Return how many figures are not as they were read."""
        now, read = self.named.column(FIGURE), self.named.column(AS_READ)
        return f'SUMPRODUCT(--({now}&""<>{read}&""))'

    def table(self, lines: Sequence[FigureLine], note: str, more: str = "") -> Table:
        """Return the table of the figures."""
        language, roster = self.view.options.language, self.view.audit.facts.roster
        fields = {field.id: self.view.say(field.label) for field in self.view.audit.plan.fields}
        used = {field.id: self._used(field) for field in self.view.audit.plan.fields}
        say = cache(language.__call__)  # the same few words stand in thousands of rows
        units = [line.unit for line in lines]
        sources = [line.evidence.source if line.evidence else None for line in lines]
        read = [self._figure(line) for line in lines]
        columns = (
            Column(language(FIGURE_NO), 8, [line.number for line in lines], style="quiet"),
            Column(language("Code"), 10, list(shown_codes(roster, units))),
            Column(language("Unit"), 30, list(shown_names(roster, units))),
            Column(language("Field"), 40, [fields[line.field.id] for line in lines]),
            Column(language("For targets"), 9, [used[line.field.id] for line in lines]),
            Column(language(AS_READ), 10, read, style="quiet"),
            Column(language(FIGURE), 11, read, style="input"),
            Column(language("Taken as"), 14, [say(line.taken_as) for line in lines]),
            Column(language("File"), 24, [source.file if source else None for source in sources]),
            Column(language("Sheet"), 14, [source.sheet if source else None for source in sources]),
            Column(language("Cell"), 8, [source.cell if source else None for source in sources]),
            Column(language("Text in the cell"), 18, [line.evidence.text if line.evidence else None for line in lines]),
        )
        return Table(
            self.named.sheet,
            note,
            columns,
            len(lines),
            more,
            is_cut=bool(more),
            rules=lambda sheet, paper: self._rules(sheet, paper, len(lines)),
        )

    def _line(self, given: Input) -> tuple[str, str]:
        return self.named.column(FIGURE_NO), str(given.number)

    def _wanted(self, field: Field) -> tuple[str, ...]:
        """Return what a known figure of the field is like."""
        if field.kind is Kind.YES_NO:
            return quoted(self.view.words.yes_no(said=True)), quoted(self.view.words.yes_no(said=False))
        return ('">=0"',)

    def _figure(self, line: FigureLine) -> Value:
        if line.figure is None or line.field.kind is not Kind.YES_NO:
            return line.figure
        return self.view.words.yes_no(bool(line.figure))

    def _used(self, field: Field) -> str:
        return ", ".join(str(column.target.number) for column in self.view.audit.columns if field.id in column.target.fields)

    def _rules(self, sheet: Worksheet, paper: Paper, rows: int) -> None:
        """Take only figures where figures are changed, and show those that were."""
        language, words = self.view.options.language, self.view.words
        figure, read = (f"{xl_col_to_name(place)}2" for place in (_FIGURE, _FIGURE - 1))
        said = ",".join(f"{figure}={quoted(words.yes_no(each))}" for each in (True, False))
        rule = {
            "validate": "custom",
            "value": f"=IF(ISNUMBER({figure}),AND({figure}>=0,{figure}=INT({figure})),OR({said}))",
            "error_title": language("Not a figure"),
            "error_message": language("A whole number from 0, or yes or no for what is answered so; blank where nothing is known."),
        }
        sheet.data_validation(1, _FIGURE, rows, _FIGURE, rule)
        look = paper.made(bold=True, bg_color="#FFD966")
        changed = {"type": "formula", "criteria": f'=${figure[:-1]}2&""<>${read[:-1]}2&""', "format": look}
        sheet.conditional_format(1, _FIGURE, rows, _FIGURE, changed)
