"""Units × targets: what each unit has reached of each target, and in colour and sign whether that is enough."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np

from union_audit.audit.result import Column as Target
from union_audit.audit.result import Status
from union_audit.intake.facts import Int64
from union_audit.plan.goal import RatioGoal
from union_audit.plan.model import Kind
from union_audit.reports.figures import Figure, Figures, is_share
from union_audit.reports.unit_names import shown_codes, shown_names
from union_audit.reports.view import View
from union_audit.reports.words import SYMBOL
from union_audit.reports.xlsx.cells import COUNT, PERCENT, Formula, Share, Value, clean
from union_audit.reports.xlsx.formulas import Named
from union_audit.reports.xlsx.headings import SHOWN
from union_audit.reports.xlsx.matrix_rules import Rules
from union_audit.reports.xlsx.ratios import RatioSheet
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.shares import ROUNDED, shares
from union_audit.reports.xlsx.sheet import Table
from union_audit.reports.xlsx.totals import TotalSheet
from union_audit.reports.xlsx.units import score_text

_BLOCK = 4096
"""Units that are turned into cells at a time, so that a nation's are never all in memory as objects."""

_HEADING_LETTERS = 120


def matrix(view: View, named: Named, ratios: RatioSheet | None, totals: TotalSheet) -> Table:
    """Return the table; `ratios` is None where there are no formulas."""
    language, audit, order = view.options.language, view.audit, view.order.tolist()
    roster, scores = audit.facts.roster, shares(audit.scores.score[view.order])
    given = (
        Column(language("Rank"), 7, (rank or None for rank in audit.scores.rank[view.order].tolist())),
        Column(language("Code"), 9, shown_codes(roster, order)),
        Column(language("Unit"), 34, shown_names(roster, order)),
        Column(
            language("Score"),
            10,
            (Formula(score_text(ratios, str(unit + 1)), score, PERCENT) for unit, score in zip(order, scores, strict=True))
            if ratios
            else scores,
        ),
    )
    whole = [Figures(audit.plan, column)[len(audit.rollup.unit) - 1] for column in audit.rollup.columns]
    targets = tuple(
        Column(_heading(view, target, figure), 12, style="middle", values=_live(view, ratios, place) if ratios else _reached(view, target))
        for place, (target, figure) in enumerate(zip(audit.columns, whole, strict=True))
    )
    last = (None, None, language("All units"), totals.score(), *(totals.look_up(place, SHOWN) for place in range(len(targets))))
    note = language(
        "What each unit has reached of each target: {signs}.",
        signs=", ".join(f"{SYMBOL[each]} {view.words.status(each)}" for each in Status),
    )
    rules = Rules(view, len(given), len(order))
    return Table(named.sheet, note, (*given, *targets), len(order), last=last, rules=rules.add)


def _heading(view: View, target: Target, whole: Figure) -> str:
    """Return a target's number, label and goal: no two are the same."""
    label = view.say(target.target.label)
    cut = label if len(label) <= _HEADING_LETTERS else f"{label[:_HEADING_LETTERS]}…"
    goal = view.words.goal(replace(whole, required_count=None)).replace(" ", "\u00a0")
    return clean(f"{target.target.number}. {cut} ({goal})")


def _live(view: View, ratios: RatioSheet, place: int) -> Iterator[Value]:
    """Yield the cells of one target as formulas, but where it is not for the unit."""
    target = view.audit.columns[place]
    written = PERCENT if is_share(target.target) else COUNT
    for unit, value in zip(view.order.tolist(), _reached(view, target), strict=True):
        lines = ratios.of(unit, place)
        yield Formula(ratios.named.at(SHOWN, ratios.named.deciding(lines)), value, written) if lines else value


def _reached(view: View, target: Target) -> Iterator[Value]:
    """Yield what each unit has reached, or the sign of why there is nothing."""
    measure, kind = target.measure, view.audit.plan.field(target.target.parts[0].numerator).kind
    values = measure.value
    for start in range(0, len(view.order), _BLOCK):
        units = view.order[start : start + _BLOCK]
        status, reached = measure.status[units], values[units]
        if is_share(target.target):
            cells = _shares(target, units, reached)
        elif kind is Kind.YES_NO:
            cells = np.where(reached > 0, view.words.yes_no(said=True), view.words.yes_no(said=False)).astype(object)
        else:
            cells = np.where(np.isnan(reached), 0, reached).astype(np.int64).astype(object)
        cells[np.isnan(reached)] = SYMBOL[Status.MET]
        for each in (Status.NO_DATA, Status.NOT_APPLICABLE):
            cells[status == each] = SYMBOL[each]
        yield from cells.tolist()


def _shares(target: Target, units: Int64, reached: np.ndarray) -> np.ndarray:
    """Return shares as cells; those that one decimal would make look like what they are not keep more."""
    threshold = target.goal.threshold if isinstance(target.goal, RatioGoal) else None
    cells, rounded = reached.astype(object), np.round(reached, ROUNDED)
    telling = [0.0, 1.0, *([float(threshold)] if threshold is not None else [])]
    for place in np.flatnonzero((rounded != reached) & np.isin(rounded, np.round(telling, ROUNDED))).tolist():
        top, bottom = (int(counts[units[place]]) for counts in (target.measure.numerator, target.measure.denominator))
        cells[place] = Share(Fraction(top, bottom), threshold)
    return cells
