"""The ranked gaps: a row each, worst first, looked up on the sheet of every unit at every target."""

from functools import cached_property

import numpy as np

from union_audit.frozen import dataclass
from union_audit.plan.goal import Comparison, RatioGoal
from union_audit.reports.figures import Figure, Figures, is_share
from union_audit.reports.to_do import when_due
from union_audit.reports.unit_names import shown_codes, shown_names
from union_audit.reports.view import View
from union_audit.reports.xlsx.amounts import Amounts
from union_audit.reports.xlsx.cells import COUNT, PERCENT, Formula, Value
from union_audit.reports.xlsx.computed import NOTHING, found
from union_audit.reports.xlsx.formulas import Named, either
from union_audit.reports.xlsx.headings import ATTAINMENT, DENOMINATOR, GAP, LINE, NEW, NOW, NUMERATOR, STATUS, TO_GO
from union_audit.reports.xlsx.ratios import RatioSheet
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.shares import earlier
from union_audit.reports.xlsx.sheet import STRUCTURED, Table
from union_audit.words import Message

_LOOKED_UP = (STATUS, NOW, NUMERATOR, DENOMINATOR, GAP, TO_GO, ATTAINMENT)


@dataclass(frozen=True)
class Gaps:
    """The sheet. `ratios` is None where there are no formulas."""

    view: View
    named: Named
    amounts: Amounts
    ratios: RatioSheet | None

    def table(self) -> Table:
        """Return the table: the ranked gaps, or the worst of very many, then those that are waived."""
        view, language, places = self.view, self.view.options.language, self._places
        roster, targets = view.audit.facts.roster, [self._said(column) for column in range(len(view.audit.columns))]
        rows = [self._row(unit, column, figure) for (unit, column), figure in zip(places, self._figures, strict=True)]
        before = [earlier(self.view.assessment(*place)) for place in places] if view.changes else []

        units = [unit for unit, _ in places]

        def column(heading: Message, width: float, *, bar: bool = False, aside: bool = False) -> Column:
            return Column(language(heading), width, [row.get(heading) for row in rows], bar=bar, signs=heading is STATUS, aside=aside)

        columns = (
            Column(language("Rank"), 7, [int(view.gap_ranks[column, unit]) or None for unit, column in places]),
            Column(language("Code"), 9, list(shown_codes(roster, units))),
            Column(language("Unit"), 31, list(shown_names(roster, units))),
            Column(language("No."), 5, [targets[column].number for _, column in places]),
            Column(language("Target"), 32, [targets[column].label for _, column in places]),
            column(STATUS, 15),
            column(NOW, 9),
            *([Column(language("Before"), 9, before)] if before else []),
            column(NUMERATOR, 12),
            column(DENOMINATOR, 13),
            Column(language("Goal"), 9, [targets[column].goal for _, column in places]),
            *(column(heading, width) for heading, width in ((GAP, 11), (TO_GO, 24), (NEW, 11))),
            column(ATTAINMENT, 12, bar=True),
            Column(language("Due"), 18, [targets[column].due for _, column in places]),
            *(
                [Column(language("In charge"), 16, [targets[column].owner for _, column in places])]
                if any(each.owner for each in targets)
                else []
            ),
            *([column(LINE, 8, aside=True)] if self.ratios else []),
        )
        note, total = language("Every gap, worst first; waived gaps, which have no rank, come last."), view.gap_count
        more = ""
        if self._top < total:
            more = language("The {shown} worst of {total} gaps: the matrix and the csv report have all.", shown=self._top, total=total)
        return Table(self.named.sheet, more or note, columns, len(places), more, is_cut=self._top >= STRUCTURED)

    @property
    def _top(self) -> int:
        """How many of the ranked gaps are listed."""
        top = self.view.options.top
        return min(self.view.gap_count, STRUCTURED if top is None else top)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """The (unit, column) of what is listed."""
        audit = self.view.audit
        waived = [
            (unit, place) for place, column in enumerate(audit.columns) for unit in np.flatnonzero(audit.shown & column.waived).tolist()
        ]
        return [*self.view.gap_places(self._top), *waived]

    @cached_property
    def _figures(self) -> list[Figure]:
        """The figures there: those of a target all at once."""
        audit, found_ = self.view.audit, dict[tuple[int, int], Figure]()
        for place, column in enumerate(audit.columns):
            units = [unit for unit, its in self._places if its == place]
            taken = Figures(audit.plan, column).take(np.array(units, np.int64))
            found_.update(zip(((unit, place) for unit in units), taken, strict=True))
        return [found_[place] for place in self._places]

    def _said(self, column: int) -> "_Said":
        """Return what is said of each gap at one target."""
        about, view = self.view.audit.columns[column], self.view
        of = next((figure for (_, its), figure in zip(self._places, self._figures, strict=True) if its == column), None)
        goal, due = (view.words.goal(of), when_due(about.due, view.audit.as_of, of, view.options.language)) if of else ("", "")
        return _Said(about.target.number, view.say(about.target.label), goal, due or None, view.say(about.target.owner) or None)

    def _row(self, unit: int, column: int, figure: Figure) -> dict[Message, Value]:
        """Return a gap's values by heading, formulas in the place of what is looked up."""
        target = self.view.audit.columns[column].target
        values = found(figure, self.amounts, target.weight) | {NEW: None if figure.waived else figure.to_go_new}
        if self.ratios is None:
            return values
        amount = PERCENT if is_share(target) else COUNT
        written = {NOW: amount, GAP: amount, ATTAINMENT: PERCENT, TO_GO: self.amounts.written(figure)}
        for heading in _LOOKED_UP:
            if values[heading] is not None:  # a count has no denominator
                text = self.ratios.named.at(heading, self.named.here(LINE))
                values[heading] = Formula(text, values[heading], written.get(heading, COUNT))
        if values[NEW] and isinstance(figure.goal, RatioGoal):
            values[NEW] = Formula(_new_in_a_row(self.named, figure.goal), values[NEW], COUNT)
        lines = self.ratios.of(unit, column)
        deciding = next(line for line in lines if self.ratios.lines[line - 1].decides)
        values[LINE] = Formula(self.ratios.named.deciding(lines), deciding) if len(lines) > 1 else deciding
        return values


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of each gap at one target."""

    number: int
    label: str
    goal: str
    due: str | None
    owner: str | None


def _new_in_a_row(named: Named, goal: RatioGoal) -> str:
    """Return how many new ones, all good, would meet the goal, as `RatioGoal.to_go_new` does."""
    p, q = goal.threshold.numerator, goal.threshold.denominator
    missing = f"({p}*{named.here(DENOMINATOR)}-{q}*{named.here(NUMERATOR)})"
    new = f"INT({missing}/{q - p})+1" if goal.comparison is Comparison.MORE else f"-INT(-{missing}/{q - p})"
    return either(f"N({named.here(TO_GO)})=0", NOTHING, new)
