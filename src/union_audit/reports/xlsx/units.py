"""The units, worst first: scores and counts."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from union_audit.audit.exact import Float64
from union_audit.audit.result import Reason, Status
from union_audit.intake.facts import Int64
from union_audit.reports.unit_names import shown_codes, shown_names
from union_audit.reports.view import View
from union_audit.reports.xlsx.cells import PERCENT, Formula, Number, Value
from union_audit.reports.xlsx.computed import NOTHING, ORDERS, WANTED
from union_audit.reports.xlsx.formulas import Named, count_if, either, sum_if
from union_audit.reports.xlsx.headings import CREDIT, DECIDES, ORDER, UNIT_NO, WEIGHT
from union_audit.reports.xlsx.ratios import RatioSheet
from union_audit.reports.xlsx.rows import Column
from union_audit.reports.xlsx.shares import shares
from union_audit.reports.xlsx.sheet import Table

_DAY_0 = date(1899, 12, 30)
"""Where spreadsheets begin to count days."""


def units(view: View, named: Named, ratios: RatioSheet | None) -> Table:
    """Return the table; `ratios` is None where there are no formulas."""
    language, audit, order = view.options.language, view.audit, view.order
    roster, scores, own = audit.facts.roster, audit.scores, named.here(UNIT_NO)
    said = {each: view.words.yes_no(each) for each in (True, False)}
    levels = {level.id: view.say(level.label) for level in audit.plan.levels}
    columns = (
        Column(language("Rank"), 7, _ranks(scores.rank[order])),
        Column(language("Rank in its level"), 10, _ranks(scores.rank_in_level[order])),
        Column(language(UNIT_NO), 8, (order + 1).tolist(), style="quiet"),
        Column(language("Code"), 10, shown_codes(roster, order.tolist())),
        Column(language("Unit"), 40, shown_names(roster, order.tolist())),
        Column(language("Level"), 34, (levels.get(level or "") for level in _of(roster.columns.level, order))),
        Column(language("Unit above"), 12, _of(roster.columns.parent, order)),
        Column(language("Reported"), 10, (said[each] for each in audit.reported[order].tolist())),
        *_submitted_on(view),
        Column(language("Score"), 12, _computed(scores.score[order], score_text(ratios, own) if ratios else ""), bar=True),
        Column(language("With figures"), 12, _computed(scores.coverage[order], _coverage_text(ratios, own) if ratios else ""), bar=True),
        *(Column(view.words.status(status), 11, _counts(view, named, ratios, status)) for status in Status),
    )
    return Table(named.sheet, language("Every unit, worst first."), columns, len(order))


def _of(column: Sequence[str | None] | None, units: Int64) -> Iterator[str | None]:
    """Yield what a column of the roster says of units."""
    return (None if column is None else column[unit] for unit in units.tolist())


def score_text(ratios: RatioSheet, unit_no: str) -> str:
    """Return the score of the unit of that number."""
    of_unit = (ratios.named.column(UNIT_NO), unit_no)
    weight = sum_if(ratios.named.column(WEIGHT), of_unit)
    return either(f"{weight}=0", NOTHING, f"{sum_if(ratios.named.column(CREDIT), of_unit)}/{weight}")


def _computed(values: Float64, formula: str) -> list[Value]:
    """Return scores or coverages, computed where there is a formula."""
    return [Formula(formula, value, PERCENT) for value in shares(values)] if formula else shares(values)


def _coverage_text(ratios: RatioSheet, unit_no: str) -> str:
    """Return how many of the targets that apply to the unit of that number have figures."""
    of_unit, applying = (ratios.named.column(UNIT_NO), unit_no), (ratios.named.column(WEIGHT), '">0"')
    known = count_if(of_unit, applying, (ratios.named.column(ORDER), f'"<>{ORDERS[Status.NO_DATA]}"'))
    return either(f"{count_if(of_unit, applying)}=0", NOTHING, f"{known}/{count_if(of_unit, applying)}")


def _counts(view: View, named: Named, ratios: RatioSheet | None, status: Status) -> Iterator[Value]:
    """Yield how many targets of each unit have a status; those that are not for a unit have no line to be counted."""
    order, audit = view.order, view.audit
    counts = audit.scores.counts[order, status].tolist()
    if ratios is None:
        yield from counts
        return
    elsewhere = sum(np.isin(column.measure.reason[order], (Reason.LEVEL, Reason.CLOSED)) * 1 for column in audit.columns)
    wanted = (
        (ratios.named.column(heading), value)
        for heading, value in ((UNIT_NO, named.here(UNIT_NO)), (DECIDES, "1"), (ORDER, WANTED[status]))
    )
    text = count_if(*wanted)
    for count, more in zip(counts, np.broadcast_to(elsewhere, order.shape).tolist(), strict=True):
        yield Formula(f"{text}+{more}" if more and status is Status.NOT_APPLICABLE else text, count)


def _submitted_on(view: View) -> Iterator[Column]:
    """Yield when each unit submitted, and how many days late, where the plan says by when."""
    audit, language = view.audit, view.options.language
    due = audit.plan.calendar.due(audit.period)
    if due is None:
        return
    days = [audit.submitted_on.get(audit.facts.roster.columns.code[unit]) for unit in view.order.tolist()]
    yield Column(language("Submitted on"), 12, [Number((day - _DAY_0).days, language.date_format) if day else None for day in days])
    yield Column(language("Days late"), 8, [(day - due).days if day and day > due else None for day in days])


def _ranks(ranks: Int64) -> list[int | None]:
    return [rank or None for rank in ranks.tolist()]
