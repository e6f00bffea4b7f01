"""A line for each ratio of each target over all units: what the audit found, and whether the units' lines add up to it."""

from fractions import Fraction

import numpy as np

from union_audit.audit.result import Reason
from union_audit.frozen import dataclass
from union_audit.plan.model import Kind
from union_audit.reports.figures import Figure, Figures
from union_audit.reports.rows import TargetRow
from union_audit.reports.view import View
from union_audit.reports.xlsx.lines import RatioLine
from union_audit.reports.xlsx.ratios import RatioSheet


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One ratio of a target over all units.

    `reported`: units that had to report and gave all its counts, `by_percentage`: a percentage in their place; `known`: some gave
    them, `sure`: all who had to did. `weight`: in the score. `is_live`: the units' lines add up to what the audit found; there are
    formulas only then.
    """

    line: int
    row: TargetRow
    part: int
    figure: Figure
    decides: bool
    weight: Fraction
    reported: int
    by_percentage: int
    known: bool
    sure: bool
    is_live: bool

    @property
    def is_yes_no(self) -> bool:
        """Whether units said yes or no, and their number stands in the place of a denominator."""
        return self.figure.field.kind is Kind.YES_NO and self.row.target.parts[self.part].denominator is None


def total_lines(view: View, units: RatioSheet) -> list[TotalLine]:
    """Return every ratio of every target, the worst target first."""
    audit, rollup = view.audit, view.audit.rollup
    is_whole = bool(np.array_equal(audit.shown, audit.judged))
    found: list[TotalLine] = []
    for row in view.targets():
        about = rollup.columns[row.column]
        weight = about.target.weight if about.applies[-1] else Fraction(0)
        for part in range(len(about.parts)):
            figure = Figures(audit.plan, about, part)[len(rollup.unit) - 1]
            decides = int(about.part[-1]) == part
            of = [line for line in units.lines if (line.column, line.part) == (row.column, part)]
            told = _added(view, units, of, figure, row)
            found.append(TotalLine(len(found) + 1, row, part, figure, decides, weight * decides, *told[:4], is_live=is_whole and told[4]))
    return found


def _added(view: View, units: RatioSheet, lines: list[RatioLine], figure: Figure, row: TargetRow) -> tuple[int, int, bool, bool, bool]:
    """Return how many units reported, how many by percentages, whether any did and all did, and whether their lines add up."""
    if not lines:
        return row.reported, row.by_percentage, True, True, False
    expected = [line for line in lines if view.audit.expected[line.unit]]
    reported, known = sum(line.sure for line in expected), any(line.sure for line in lines)
    by_percentage = sum(line.figure.share is not None for line in expected)
    sure = known and reported >= row.expected
    told = sure == (figure.reason in (Reason.NONE, Reason.ZERO_DENOMINATOR)) or figure.numerator is not None
    same = (_sums(units, lines, expected) if known else (None, None)) == (figure.numerator, figure.denominator)
    return reported, by_percentage, known, sure, same and told and all(line.is_live for line in lines)


def _sums(units: RatioSheet, lines: list[RatioLine], expected: list[RatioLine]) -> tuple[int, int | None]:
    """Return what the lines add up to: numerator and denominator; of yes and no those who said yes, and those who were asked."""
    if lines[0].inputs[0].field.kind is Kind.YES_NO:
        return sum(line.numerator or 0 for line in expected if line.sure), len(expected)
    adding = [line for line in lines if units.is_in_total(line)]
    whole = [line.denominator for line in adding if line.denominator is not None]
    return sum(line.numerator or 0 for line in adding), sum(whole) if whole else None
