"""The targets over all units, worst first, added up from the units' lines."""

from collections.abc import Sequence
from functools import cached_property

from union_audit.audit.result import Reason, Status
from union_audit.frozen import dataclass
from union_audit.plan.goal import Tracked
from union_audit.reports.figures import is_share
from union_audit.reports.view import View
from union_audit.reports.xlsx.cells import COUNT, PERCENT, Formula, Value
from union_audit.reports.xlsx.computed import NOTHING, ORDERS, WANTED, Ratio, found, say_status, weight_text
from union_audit.reports.xlsx.formulas import Named, count_if, either, quoted, sum_if
from union_audit.reports.xlsx.headings import (
    ATTAINMENT,
    BY_PERCENTAGE,
    CREDIT,
    DECIDES,
    DENOMINATOR,
    EXPECTED,
    GAP,
    HAD_TO,
    IN_TOTAL,
    KNOWN,
    LINE,
    MET,
    NO_DATA,
    NOW,
    NUMBER,
    NUMERATOR,
    ORDER,
    PART,
    PERCENTAGE_ONLY,
    REASON,
    REPORTED,
    REQUIRED,
    SHOWN,
    STATUS,
    SURE,
    TO_GO,
    WEIGHT,
    WITH_GAP,
)
from union_audit.reports.xlsx.ratios import RatioSheet
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.shares import share
from union_audit.reports.xlsx.sheet import Table
from union_audit.reports.xlsx.total_lines import TotalLine
from union_audit.words import Message

_ASIDE = (REQUIRED, LINE, PART, KNOWN, SURE, ORDER, DECIDES, WEIGHT, CREDIT, SHOWN)
_UNITS = {MET: Status.MET, WITH_GAP: Status.GAP, NO_DATA: Status.NO_DATA}


@dataclass(frozen=True)
class TotalSheet:
    """The sheet, and which of its lines are of which target."""

    view: View
    named: Named
    units: RatioSheet
    lines: Sequence[TotalLine]

    def of(self, column: int) -> tuple[int, ...]:
        """Return the lines of one target, by the index of its column."""
        return tuple(line.line for line in self.lines if line.row.column == column)

    def table(self) -> Table:
        """Return the table."""
        language, rows = self.view.options.language, [self._row(line) for line in self.lines]

        def column(heading: Message, width: float, *, bar: bool = False, aside: bool = False) -> Column:
            values = [row.get(heading) for row in rows]
            return Column(language(heading), width, values, bar=bar, signs=heading is STATUS, aside=aside)

        by_percentage = (BY_PERCENTAGE,) if any(line.row.by_percentage for line in self.lines) else ()
        shown = (
            Column(language("Rank"), 7, [line.row.rank or None for line in self.lines]),
            column(NUMBER, 5),
            Column(language("Target"), 34, [line.row.label for line in self.lines]),
            *(column(heading, width) for heading, width in ((STATUS, 16), (REASON, 16), (NOW, 9), (NUMERATOR, 12), (DENOMINATOR, 13))),
            Column(language("Goal"), 9, [self.view.words.goal(line.figure) for line in self.lines]),
            column(GAP, 11),
            column(TO_GO, 24),
            column(ATTAINMENT, 12, bar=True),
            *(column(heading, 10) for heading in (EXPECTED, REPORTED, *by_percentage, MET, WITH_GAP, NO_DATA)),
            *(
                [Column(language("In charge"), 16, [line.row.owner for line in self.lines])]
                if any(line.row.owner for line in self.lines)
                else ()
            ),
            Column(language("What is counted"), 50, [self.view.say(line.figure.field.label) for line in self.lines], on_paper=False),
            Column(language("Text of the plan"), 70, [self.view.say(line.row.target.source) for line in self.lines], on_paper=False),
        )
        note = language("Every target over all units, worst first.")
        return Table(self.named.sheet, note, (*shown, *(column(heading, 11, aside=True) for heading in _ASIDE if self.is_live)), len(rows))

    def look_up(self, column: int, heading: Message) -> Value:
        """Return what stands under a heading for one target (the index of its column), whichever of its lines decides."""
        decides, values = self._deciding[column]
        value = values.get(heading)
        if value is None or not self.is_live:
            return value
        text = self.named.at(heading, self.named.deciding(self.of(column)))
        return Formula(text, value, self._ratio(decides).written(decides.figure).get(heading, COUNT))

    def score(self) -> Value:
        """Return the score over all units."""
        value = share(self.view.headline.score)
        weight = f"SUM({self.named.column(WEIGHT)})"
        text = either(f"{weight}=0", NOTHING, f"SUM({self.named.column(CREDIT)})/{weight}")
        return Formula(text, value, PERCENT) if self.is_live else value

    def coverage(self) -> Value:
        """Return the share of the targets that apply which have figures."""
        value = share(self.view.headline.coverage)
        applying = (self.named.column(WEIGHT), '">0"')
        known = count_if(applying, (self.named.column(ORDER), f'"<>{ORDERS[Status.NO_DATA]}"'))
        text = either(f"{count_if(applying)}=0", NOTHING, f"{known}/{count_if(applying)}")
        return Formula(text, value, PERCENT) if self.is_live else value

    @cached_property
    def _deciding(self) -> dict[int, tuple[TotalLine, dict[Message, Value]]]:
        """By the index of a target's column the line that decides, and what the audit found there."""
        return {line.row.column: (line, self._found(line)) for line in self.lines if line.decides}

    @cached_property
    def is_live(self) -> bool:
        """Whether anything here is computed."""
        return any(line.is_live for line in self.lines)

    def _row(self, line: TotalLine) -> dict[Message, Value]:
        """Return the line's values by heading, formulas in the place of those that are computed."""
        values = self._found(line)
        if not line.is_live:
            return values
        ratio = self._ratio(line)
        return ratio.live(line.figure, values, self._own(line, ratio))

    def _found(self, line: TotalLine) -> dict[Message, Value]:
        """Return what the audit found, by heading."""
        row = line.row
        units = (row.expected, line.reported, row.met, row.gaps, row.no_data)
        own = (line.line, line.part + 1, line.known, line.sure, line.decides)
        return {
            **found(line.figure, self.units.amounts, line.weight),
            NUMBER: row.target.number,
            REASON: self._reason(line),
            BY_PERCENTAGE: line.by_percentage,
            **dict(zip((EXPECTED, REPORTED, MET, WITH_GAP, NO_DATA), units, strict=True)),
            **dict(zip((LINE, PART, KNOWN, SURE, DECIDES), map(int, own), strict=True)),
        }

    def _reason(self, line: TotalLine) -> str | None:
        if line.figure.reason is Reason.PARTIAL:
            return self._so_far(str(line.reported), str(line.row.expected))
        return self.view.words.reason(line.figure.reason) or None

    def _so_far(self, reported: str, expected: str) -> str:
        return self.view.options.language("{reported} of {expected} units so far", reported=reported, expected=expected)

    def _ratio(self, line: TotalLine) -> Ratio:
        """Return how a target's ratios are computed over all units, where a yes is a share of them."""
        share = line.is_yes_no or is_share(line.row.target)
        base = self.named.here(DENOMINATOR if share else EXPECTED)
        return Ratio(self.named, line.row.target, line.figure.goal, self.units.amounts, KNOWN, base, is_share=share, is_yes_no=False)

    def _own(self, line: TotalLine, ratio: Ratio) -> dict[Message, str]:
        """Return the formulas that add up the units' lines."""
        cell, units = self.named.here, self.units.named
        target, part = (units.column(NUMBER), cell(NUMBER)), (units.column(PART), cell(PART))
        had_to, sure, adding = ((units.column(heading), "1") for heading in (HAD_TO, SURE, IN_TOTAL))
        of_units = (had_to, sure) if line.is_yes_no else (adding,)
        deciding = (target, (units.column(DECIDES), "1"), had_to)
        formulas = {
            NUMERATOR: self._some(sum_if(units.column(NUMERATOR), target, part, *of_units)),
            REASON: self._reason_text(ratio),
            EXPECTED: count_if(target, part, had_to),
            REPORTED: count_if(target, part, had_to, sure),
            **{heading: count_if(*deciding, (units.column(ORDER), WANTED[status])) for heading, status in _UNITS.items()},
            BY_PERCENTAGE: count_if(target, part, had_to, (units.column(REASON), quoted(self.view.options.language(PERCENTAGE_ONLY)))),
            KNOWN: either(f"{count_if(target, part, sure)}>0", "1", "0"),
            SURE: either(f"AND({cell(KNOWN)}=1,{cell(REPORTED)}>={cell(EXPECTED)})", "1", "0"),
        }
        if line.is_yes_no:
            formulas[DENOMINATOR] = self._some(cell(EXPECTED))
        elif ratio.is_share:
            formulas[DENOMINATOR] = self._some(sum_if(units.column(DENOMINATOR), target, part, adding))
        others = [each for each in self.of(line.row.column) if each != line.line]
        if others:
            formulas[DECIDES] = self.named.decides(line.line, others)
        if not isinstance(ratio.goal, Tracked):
            formulas[WEIGHT] = self.named.weight(ratio.base, weight_text(ratio.target.weight), others)
        return formulas

    def _some(self, amount: str) -> str:
        return either(f"{self.named.here(KNOWN)}=1", amount, NOTHING)

    def _reason_text(self, ratio: Ratio) -> str:
        """Return why there is no status yet, "18 of 20 units so far", or why the target does not apply."""
        cell, words = self.named.here, self.view.words
        before, _, rest = self._so_far("\0", "\1").partition("\0")
        between, _, after = rest.partition("\1")
        so_far = "&".join((quoted(before), cell(REPORTED), quoted(between), cell(EXPECTED), quoted(after)))
        at_zero = either(f"{ratio.base}=0", quoted(words.reason(Reason.ZERO_DENOMINATOR)), NOTHING)
        return either(f"{cell(STATUS)}={quoted(say_status(Status.NO_DATA, words))}", so_far, at_zero)
