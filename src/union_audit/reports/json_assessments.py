"""The assessments of the JSON result: each thing is written once, and records are put together from columns of texts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np

from union_audit.audit.exact import Counts, Float64
from union_audit.audit.result import NONE, Column, Reason, Status
from union_audit.intake.facts import Bool, Int8
from union_audit.plan.model import Ratio
from union_audit.reports.blocks import AtTarget, blocks
from union_audit.reports.columns import Columns
from union_audit.reports.evidence import Evidences
from union_audit.reports.figures import due_state
from union_audit.reports.records import REASON, STATUS, day, number, share
from union_audit.reports.view import View
from union_audit.reports.written import Written

Encode: TypeAlias = Callable[[Any], str]
"""Writes any value as JSON."""

_FIGURE = ", ".join(
    f'"{name}": %s'
    for name in (
        *("status", "reason", "numerator", "denominator", "percentage_only", "value", "required", "required_count"),
        *("gap", "to_go", "to_go_new", "attainment"),
    )
)
BOOL = ("false", "true")
NULL = "null"


class Assessments:
    """Writes the assessments of a view; what it has written once it knows."""

    def __init__(self, view: View, encode: Encode) -> None:
        """Find out what is the same in all of them."""
        self._view, self._encode = view, encode
        self._counts, self._shares = Written(str, NULL), Written(repr, NULL)
        self._statuses, self._reasons = [encode(STATUS[each]) for each in Status], [encode(REASON[each]) for each in Reason]
        self._evidences = Evidences(view, self._before, lambda text: f'", "text": {encode(text)}}}', ", ")
        self._due_states = [self._of_due(column) for column in view.audit.columns]
        self._templates = [self._template(column) for column in view.audit.columns]
        self._parts = [[self._part(ratio) for ratio in column.target.parts] for column in view.audit.columns]

    def texts(self, between: str) -> Iterator[str]:
        """Yield the records, some thousand in a text, with `between` between two of them."""
        every = list(self._view.audit.facts.roster.columns.code)
        for some, targets in blocks(self._view):
            codes = [self._encode(every[unit]) for unit in some.tolist()]
            yield between.join(chain.from_iterable(zip(*(self._records(codes, at) for at in targets), strict=True)))

    def _template(self, column: Column) -> str:
        """Return the record of a target, in which what differs from unit to unit is left out."""
        target, due, owner = map(self._constant, (column.target.id, day(column.due), self._view.say(column.target.owner) or None))
        return (
            f'{{"unit": %s, "target": {target}, "waived": %s, "rank": %s, {_FIGURE}, "due": {due}, "due_state": %s, "owner": {owner}, '
            '"previous": %s, "parts": [%s], "evidence": [%s]}'
        )

    def _part(self, ratio: Ratio) -> str:
        fields = self._constant({"numerator": ratio.numerator, "denominator": ratio.denominator, "less": ratio.less})
        return f'{{"fields": {fields}, {_FIGURE}}}'

    def _constant(self, value: Any) -> str:
        """Write a value for a template."""
        return self._encode(value).replace("%", "%%")

    def _records(self, codes: Sequence[str], at: AtTarget) -> Iterator[str]:
        columns = (
            codes,
            each_of(BOOL, at.waived),
            self._counts.all(at.rank),
            *self._figure(at.figures),
            each_of(self._due_states[at.place], at.figures.status),
            self._previous(at),
            self._of_parts(at),
            self._evidences.of(at),
        )
        return map(self._templates[at.place].__mod__, zip(*columns, strict=True))

    def _figure(self, figures: Columns) -> tuple[list[str], ...]:
        """Return the texts of figures, in the order of `_FIGURE`."""
        gap = np.where(figures.gap == NONE, NONE, figures.to_go)
        return (
            each_of(self._statuses, figures.status),
            each_of(self._reasons, figures.reason),
            self._counts.all(figures.numerator),
            self._counts.all(figures.denominator),
            each_of(BOOL, figures.by_percentage),
            self._numbers(figures.is_share, figures.value, figures.numerator),
            self._required(figures),
            self._counts.all(figures.required_count),
            self._numbers(figures.is_share, figures.gap, gap),
            self._counts.all(figures.to_go),
            self._counts.all(figures.to_go_new),
            self._shares.all(figures.attainment),
        )

    def _numbers(self, is_share: Bool, shares: Float64, counts: Counts) -> list[str]:
        """Write shares as numbers with a fraction, counts as whole numbers."""
        if is_share.all():
            return self._shares.all(shares)
        both = zip(is_share.tolist(), self._shares.all(shares), self._counts.all(counts), strict=True)
        return [share if of_shares else count for of_shares, share, count in both]

    def _required(self, figures: Columns) -> list[str]:
        if figures.goal is None:
            return self._counts.all(figures.required_count)
        return each_of([self._encode(number(figures.goal, is_share=is_share)) for is_share in (False, True)], figures.is_share)

    def _of_due(self, column: Column) -> list[str]:
        """Return how each status stands to the day by which a target is to be met."""
        due, as_of = column.due, self._view.audit.as_of
        return [self._encode(due_state(status, due, as_of)) for status in Status]

    def _previous(self, at: AtTarget) -> list[str]:
        """Return what was said of the target at each unit in the period compared with."""
        change = self._view.audit.change
        if change is None:
            return [NULL] * len(at.units)
        label = self._encode(change.label)
        said = zip(change.status[at.place, at.units].tolist(), change.value[at.place, at.units].tolist(), strict=True)
        return [
            NULL if status < 0 else f'{{"status": {self._statuses[status]}, "value": {self._encode(share(value))}, "period": {label}}}'
            for status, value in said
        ]

    def _of_parts(self, at: AtTarget) -> list[str]:
        """Return each of several ratios."""
        if not at.parts:
            return [""] * len(at.units)
        figures = (zip(*self._figure(each), strict=True) for each in at.parts)
        parts = (map(part.__mod__, each) for part, each in zip(self._parts[at.place], figures, strict=True))
        return list(map(", ".join, zip(*parts, strict=True)))

    def _before(self, field: str, file: str, sheet: str) -> str:
        """Return the begin of the record of a cell."""
        return self._encode({"field": field, "file": file, "sheet": sheet})[:-1] + ', "cell": "'


def each_of(texts: Sequence[str], which: Bool | Int8) -> list[str]:
    """Return the text of each, by its number."""
    return list(map(texts.__getitem__, which.tolist()))
