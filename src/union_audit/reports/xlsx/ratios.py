"""Every unit at every target, computed from the figures: what gaps, matrix, units and targets look up."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from union_audit.audit.result import Reason, Status
from union_audit.frozen import dataclass
from union_audit.plan.goal import Tracked
from union_audit.plan.model import Kind
from union_audit.reports.figures import is_share
from union_audit.reports.unit_names import shown_codes, shown_names
from union_audit.reports.view import View
from union_audit.reports.xlsx.amounts import Amounts
from union_audit.reports.xlsx.cells import COUNT, Formula, Share, Value
from union_audit.reports.xlsx.computed import NOTHING, WANTED, Ratio, found, say_status, weight_text
from union_audit.reports.xlsx.figures import FigureSheet
from union_audit.reports.xlsx.formulas import Named, count_if, either, quoted
from union_audit.reports.xlsx.headings import (
    ATTAINMENT,
    CREDIT,
    DECIDES,
    DENOMINATOR,
    GAP,
    HAD_TO,
    IN_TOTAL,
    LINE,
    NOW,
    NUMBER,
    NUMERATOR,
    ORDER,
    PART,
    PERCENTAGE_ONLY,
    REASON,
    REQUIRED,
    SHOWN,
    STATUS,
    SURE,
    TO_GO,
    UNIT_NO,
    WEIGHT,
)
from union_audit.reports.xlsx.lines import RatioLine
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.sheet import Table
from union_audit.words import Message

_ASIDE = (REQUIRED, PART, UNIT_NO, HAD_TO, SURE, ORDER, DECIDES, IN_TOTAL, WEIGHT, CREDIT, SHOWN)


@dataclass(frozen=True)
class RatioSheet:
    """The sheet, and which of its lines are whose."""

    view: View
    named: Named
    figures: FigureSheet
    amounts: Amounts
    lines: Sequence[RatioLine]

    def of(self, unit: int, column: int) -> tuple[int, ...]:
        """Return the lines of one unit at one target: one, or one for each of its ratios; none where it is not for the unit."""
        return self._places.get((unit, column), ())

    def is_in_total(self, line: RatioLine) -> bool:
        """Whether a total adds the line: its figures are sure, and those of no unit above contain it."""
        return line.sure and not any(self.lines[above - 1].sure for above in line.above)

    def count(self, status: Status, found: int, elsewhere: int) -> Value:
        """Return how many assessments have a status: `found`, of which `elsewhere` have no line."""
        named = self.named
        text = count_if((named.column(DECIDES), "1"), (named.column(ORDER), WANTED[status]))
        return Formula(f"{text}+{elsewhere}" if elsewhere else text, found, COUNT) if self.lines else found

    def table(self) -> Table:
        """Return the table."""
        view, language, rows = self.view, self.view.options.language, [self._row(line) for line in self.lines]
        roster, labels = view.audit.facts.roster, [view.say(column.target.label) for column in view.audit.columns]
        fields = {field.id: view.say(field.label) for field in view.audit.plan.fields}
        figures = {line.column: line.figure for line in self.lines}
        goals = {column: view.words.goal(replace(figure, required_count=None)) for column, figure in figures.items()}

        units = [line.unit for line in self.lines]

        def column(heading: Message, width: float, *, bar: bool = False, aside: bool = False) -> Column:
            values = [row.get(heading) for row in rows]
            return Column(language(heading), width, values, bar=bar, signs=heading is STATUS, aside=aside)

        shown = (
            column(LINE, 7),
            Column(language("Code"), 10, list(shown_codes(roster, units))),
            Column(language("Unit"), 31, list(shown_names(roster, units))),
            column(NUMBER, 5),
            Column(language("Target"), 34, [labels[line.column] for line in self.lines]),
            *(column(heading, width) for heading, width in ((STATUS, 16), (REASON, 17), (NOW, 9), (NUMERATOR, 12), (DENOMINATOR, 13))),
            Column(language("Goal"), 9, [goals[line.column] for line in self.lines]),
            column(GAP, 11),
            column(TO_GO, 24),
            column(ATTAINMENT, 12, bar=True),
            Column(language("What is counted"), 60, [fields[line.figure.field.id] for line in self.lines], on_paper=False),
        )
        note = language(
            "Every unit at every target that is for it, computed from the figures; a target of several ratios has a row for each."
        )
        return Table(self.named.sheet, note, (*shown, *(column(heading, 11, aside=True) for heading in _ASIDE)), len(rows))

    def _row(self, line: RatioLine) -> dict[Message, Value]:
        """Return the line's values by heading, formulas in the place of those that are computed."""
        audit = self.view.audit
        about = audit.columns[line.column]
        weight = about.target.weight if line.decides and about.applies[line.unit] else Fraction(0)
        values = {
            **found(line.figure, self.amounts, weight),
            LINE: line.line,
            NUMBER: about.target.number,
            REASON: self._reason(line),
            PART: line.part + 1,
            UNIT_NO: line.unit + 1,
            HAD_TO: int(audit.expected[line.unit]),
            SURE: int(line.sure),
            DECIDES: int(line.decides),
            IN_TOTAL: int(self.is_in_total(line)),
        }
        if not line.is_live:
            return values
        ratio = self._ratios[line.column]
        values |= {NUMERATOR: line.numerator, DENOMINATOR: line.denominator}
        if line.figure.share is None:
            values[NOW] = self._now(line, ratio)
        return ratio.live(line.figure, values, self._own(line, ratio))

    def _now(self, line: RatioLine, ratio: Ratio) -> Value:
        """Return what the figures come to, also where they are not complete."""
        top, bottom = line.numerator, line.denominator
        if ratio.is_yes_no:
            return None if top is None else self.view.words.yes_no(top == 1)
        if not ratio.is_share:
            return top
        if top is None or not bottom or top > bottom:
            return None
        return Share(Fraction(top, bottom), line.figure.required)

    def _reason(self, line: RatioLine) -> str | None:
        figure = line.figure
        if figure.share is not None:
            return self.view.options.language(PERCENTAGE_ONLY)
        if figure.waived and figure.status is Status.GAP:
            return self.view.options.language("waived")
        return self.view.words.reason(figure.reason, submitted=bool(self.view.audit.facts.submitted[line.unit])) or None

    def _own(self, line: RatioLine, ratio: Ratio) -> dict[Message, str]:
        """Return the formulas that are the line's own: they name its figures, or other lines."""
        cell, figures, whole = self.named.here, self.figures, line.inputs[1:]
        known = [figures.known(each) for each in line.inputs]
        fits = either(f"{cell(NUMERATOR)}>{cell(DENOMINATOR)}", "0", "1") if whole else "1"
        formulas = {
            NUMERATOR: either(f"{known[0]}>0", figures.total(line.inputs[0]), NOTHING),
            SURE: either(f"{'+'.join(known)}={sum(each.lines for each in line.inputs)}", fits, "0"),
            REASON: self._reason_text(line, ratio),
            IN_TOTAL: either(f"AND({','.join(self._alone(line))})", "1", "0"),
        }
        if whole:
            there = f"AND({','.join(f'{each}>0' for each in known[1:])})"
            formulas[DENOMINATOR] = either(there, "-".join(figures.total(each) for each in whole), NOTHING)
        others = [each for each in self.of(line.unit, line.column) if each != line.line]
        if others:
            formulas[DECIDES] = self.named.decides(line.line, others)
        if not isinstance(ratio.goal, Tracked):
            formulas[WEIGHT] = self.named.weight(ratio.base, weight_text(ratio.target.weight), others)
        return formulas

    def _alone(self, line: RatioLine) -> list[str]:
        """Return the conditions under which a total adds the line."""
        return [f"{self.named.here(SURE)}=1", *(f"{self.named.at(SURE, above)}=0" for above in line.above)]

    def _reason_text(self, line: RatioLine, ratio: Ratio) -> str:
        words, language, cell = self.view.words, self.view.options.language, self.named.here
        waived = either(f"{cell(STATUS)}={quoted(say_status(Status.GAP, words))}", quoted(language("waived")), NOTHING)
        told = waived if line.figure.waived else NOTHING
        missing = line.figure.reason if line.figure.reason not in (Reason.NONE, Reason.ZERO_DENOMINATOR) else Reason.BLANK
        unsure = quoted(words.reason(missing, submitted=bool(self.view.audit.facts.submitted[line.unit])))
        if line.figure.share is not None:
            unsure = quoted(language(PERCENTAGE_ONLY))
        if ratio.is_share:
            told = either(f"{cell(DENOMINATOR)}=0", quoted(words.reason(Reason.ZERO_DENOMINATOR)), told)
            if all(each.lines == 1 for each in line.inputs):
                top, bottom = cell(NUMERATOR), cell(DENOMINATOR)
                contradicting = quoted(words.reason(Reason.INCONSISTENT))
                unsure = either(f"AND(ISNUMBER({top}),ISNUMBER({bottom}),{top}>{bottom})", contradicting, unsure)
        return either(f"{cell(SURE)}=1", told, unsure)

    @cached_property
    def _places(self) -> dict[tuple[int, int], tuple[int, ...]]:
        places: dict[tuple[int, int], tuple[int, ...]] = {}
        for line in self.lines:
            places[line.unit, line.column] = (*places.get((line.unit, line.column), ()), line.line)
        return places

    @cached_property
    def _ratios(self) -> list[Ratio]:
        """How each target's ratios are computed."""
        audit, made = self.view.audit, []
        for column in audit.columns:
            share = is_share(column.target)
            yes_no = not share and audit.plan.field(column.target.parts[0].numerator).kind is Kind.YES_NO
            base = self.named.here(DENOMINATOR) if share else ""
            made.append(Ratio(self.named, column.target, column.goal, self.amounts, SURE, base, is_share=share, is_yes_no=yes_no))
        return made
