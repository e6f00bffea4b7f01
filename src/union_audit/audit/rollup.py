"""Roll-up: the figures of whole branches and of the province, sums over sums, each with its coverage."""

from collections.abc import Sequence

import numpy as np

from union_audit.audit.column import column_of
from union_audit.audit.exact import Counts
from union_audit.audit.figures import Figures
from union_audit.audit.measure import measure
from union_audit.audit.result import Column, Reason, RollUp, Status
from union_audit.audit.scores import scores
from union_audit.audit.units import Units
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool
from union_audit.plan.model import Kind


@dataclass(frozen=True, slots=True)
class Assessed:
    """A target assessed unit by unit: its column, and the figures of each of its parts."""

    column: Column
    figures: tuple[Figures, ...]


def roll_up(units: Units, targets: Sequence[Assessed], judged: Bool, expected: Bool) -> RollUp:
    """Add up the targets over every branch, and over everything. `expected`: the units that had to report."""
    columns = tuple(_column(units, target, judged, expected) for target in targets)
    counts = np.zeros((6, len(targets), len(units.branches) + 1), np.int64)
    for place, target in enumerate(targets):
        counts[:, place] = units.count_up(_counted(target, expected))
    expected_, reported, by_share, met, gap, no_data = counts
    everything = scores(columns, np.ones(len(units.branches) + 1, np.bool_))
    return RollUp(np.append(units.branches, -1), columns, expected_, reported, by_share, met, gap, no_data, everything)


def _counted(target: Assessed, expected: Bool) -> tuple[Bool, ...]:
    """Return which units had to report the target; and which of these gave all counts, all but for percentages, meet it, and so on."""
    had_to = expected & target.figures[0].applicable
    complete = had_to & np.logical_and.reduce([part.complete for part in target.figures])
    counted = complete & np.logical_and.reduce([part.counted for part in target.figures])
    status = target.column.measure.status
    standing = (had_to & (status == each) for each in (Status.MET, Status.GAP, Status.NO_DATA))
    return had_to, counted, complete & ~counted, *standing


def _column(units: Units, target: Assessed, judged: Bool, expected: Bool) -> Column:
    column = target.column
    parts = tuple(measure(column.goal, _summed(units, part, judged, expected), column.target.on_zero) for part in target.figures)
    return column_of(column.target, column.goal, column.due, parts, np.zeros(len(units.branches) + 1, np.bool_))


def _summed(units: Units, part: Figures, judged: Bool, expected: Bool) -> Figures:
    """Return the part's figures summed over branches. Only complete counts are added, so that both sums speak of the same units.

    Where no unit of a branch has the target, it does not apply; where some that had to report did not, the sum is `PARTIAL`.
    """
    had_to, complete = expected & part.applicable, judged & part.counted
    counts = units.count_up((judged & part.applicable, had_to, had_to & complete, complete))
    applicable, units_expected, units_reported, adding = counts
    numerator, base, shown = _sums(units, part, complete, had_to)
    reason = np.full(len(adding), Reason.NONE, np.int8)
    reason[(units_reported < units_expected) | (adding == 0)] = Reason.PARTIAL
    reason[applicable == 0] = Reason.LEVEL
    return Figures(part.fields, reason, numerator, base, shown, (adding > 0) & (applicable > 0))


def _sums(units: Units, part: Figures, complete: Bool, had_to: Bool) -> tuple[Counts, Counts, Counts | None]:
    """Return numerator, base and shown denominator. A count, or a yes, is asked of each unit that had to report."""
    field = part.fields[0]
    if field.kind is Kind.YES_NO:
        said_yes, asked = units.count_up((had_to & complete & (part.numerator > 0), had_to))
        return said_yes, asked, asked
    stop = complete & units.covers_area(field.covers)
    numerator, base = units.sum_up([figures * complete for figures in (part.numerator, part.base)], stop=stop)
    if part.shown is not None:
        return numerator, base, base
    return numerator, units.count_up((had_to,))[0], None
