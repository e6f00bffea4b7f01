"""What stands in the workbook: its sheets in their order, with formulas as long as it is not too large for them."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

import numpy as np

from union_audit.audit.result import Reason, Status
from union_audit.frozen import dataclass
from union_audit.reports.view import View
from union_audit.reports.xlsx import lists
from union_audit.reports.xlsx.amounts import Amounts
from union_audit.reports.xlsx.cells import Value
from union_audit.reports.xlsx.figures import FigureSheet
from union_audit.reports.xlsx.formulas import Named
from union_audit.reports.xlsx.gaps import Gaps
from union_audit.reports.xlsx.lines import FigureLine, asked_for, figure_lines, ratio_lines, share_lines
from union_audit.reports.xlsx.matrix import matrix
from union_audit.reports.xlsx.ratios import RatioSheet
from union_audit.reports.xlsx.sheet import STRUCTURED, Table
from union_audit.reports.xlsx.total_lines import total_lines
from union_audit.reports.xlsx.totals import TotalSheet
from union_audit.reports.xlsx.units import units


@dataclass(frozen=True)
class Book:
    """The parts of one audit's workbook."""

    view: View

    @cached_property
    def is_live(self) -> bool:
        """Whether figures can be changed, and what follows from them follows: not where there are too many of them."""
        audit, shown = self.view.audit, self.view.units
        ratios = sum(
            len(column.target.parts) * int(np.count_nonzero(~np.isin(column.measure.reason[shown], (Reason.LEVEL, Reason.CLOSED))))
            for column in audit.columns
        )
        fields = {field for column in audit.columns for field in column.target.fields}
        return 0 < ratios <= STRUCTURED and len(shown) * len(fields) * len(audit.facts.places) <= STRUCTURED

    @cached_property
    def amounts(self) -> Amounts:
        """How what is still to do is written."""
        return Amounts(self.view.words)

    @cached_property
    def figures(self) -> FigureSheet:
        """The sheet of all figures."""
        return FigureSheet(self.view, self._named(self.view.options.language("All figures")))

    @cached_property
    def ratios(self) -> RatioSheet:
        """The sheet of every unit at every target; without lines where there are no formulas."""
        lines = ratio_lines(self.view, self._figure_lines) if self.is_live else []
        return RatioSheet(self.view, self._named(self.view.options.language("Every assessment")), self.figures, self.amounts, lines)

    @cached_property
    def totals(self) -> TotalSheet:
        """The sheet of the targets over all units."""
        return TotalSheet(self.view, self._named(self.view.options.language("Targets")), self.ratios, total_lines(self.view, self.ratios))

    def count(self, status: Status) -> Value:
        """Return how many assessments of the units shown have a status."""
        found = self.view.headline.counts[status]
        elsewhere = 0
        if status is Status.NOT_APPLICABLE:
            elsewhere = found - sum(line.decides and line.figure.status is status for line in self.ratios.lines)
        return self.ratios.count(status, found, elsewhere)

    def tables(self) -> Iterator[Table]:
        """Yield the tables in the order of their sheets."""
        view, language = self.view, self.view.options.language
        live = self.ratios if self.is_live else None
        yield Gaps(view, self._named(language("Ranked gaps")), self.amounts, live).table()
        yield matrix(view, self._named(language("Units and targets")), live, self.totals)
        yield units(view, self._named(language("Units")), live)
        yield self.totals.table()
        if live:
            yield live.table()
        yield self._all_figures()
        yield lists.findings(view)
        yield lists.sources(view)

    @cached_property
    def _figure_lines(self) -> list[FigureLine]:
        """Every figure of the units shown; where they are too many, those of the gaps, the worst first."""
        asked = list(asked_for(self.view)) if self.is_live else self.view.gap_places(STRUCTURED)
        lines = list(islice(figure_lines(self.view, asked), None if self.is_live else STRUCTURED))
        return [*lines, *share_lines(self.view, asked, lines[-1].number if lines else 0)]

    def _all_figures(self) -> Table:
        language = self.view.options.language
        if self.is_live:
            return self.figures.table(
                self._figure_lines, language("Every figure, with the file, the sheet and the cell that it came from.")
            )
        note = language("The figures of the worst gaps only: there are too many for a sheet that people work in. The csv report has all.")
        return self.figures.table(self._figure_lines, note, note)

    def _named(self, sheet: str) -> Named:
        return Named(sheet, self.view.options.language)
