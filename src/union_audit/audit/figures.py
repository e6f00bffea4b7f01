"""The figures of one ratio, unit by unit: what is known of it, or why nothing is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import numpy as np

from union_audit.audit.exact import Counts, put
from union_audit.audit.result import NONE, Reason
from union_audit.frozen import dataclass
from union_audit.intake.facts import KNOWN, Bool, Facts, Int8, Int64, State
from union_audit.plan.model import Field, OverPeriods, Ratio

_PRECEDENCE = (Reason.NONE, Reason.NOT_SUBMITTED, Reason.BLANK, Reason.INCOMPLETE_PERIOD, Reason.INCONSISTENT, Reason.UNREADABLE)
"""When several figures of a ratio are missing, the last of these is the reason: what most needs somebody's hand."""

_REASON = {
    State.MISSING: Reason.NOT_SUBMITTED,
    State.BLANK: Reason.BLANK,
    State.ZERO: Reason.NONE,
    State.FIGURE: Reason.NONE,
    State.UNREADABLE: Reason.UNREADABLE,
    State.INCONSISTENT: Reason.INCONSISTENT,
    State.INCOMPLETE: Reason.INCOMPLETE_PERIOD,
}
_NOTHING = (State.MISSING, State.BLANK)
_SEVERITY = np.array([_PRECEDENCE.index(_REASON[state]) for state in State], np.int8)
_REASONS = np.array(_PRECEDENCE, np.int8)
_KNOWN = np.array([state in (*KNOWN, State.INCOMPLETE) for state in State])


@dataclass(frozen=True, slots=True)
class Figures:
    """One ratio over rows (units, or branches). Arrays of shape (rows,).

    `reason` int8: why there is no sure figure, `Reason.NONE` where there is; `PARTIAL`: a sum over some of the units;
    `LEVEL`, `CLOSED`: it does not apply. `numerator` counts; `base`: what the goal is held against: the denominator after
    exclusions, or the number of units that are to reach a count or to say yes. `shown`: the denominator that reports show,
    None for a count. `known` bool: numerator and base are figures (sure, partial sums or sums over some of the units).
    `share` int64: a percentage that stands for them, in parts of `WHOLE`, `NONE` where there is none; None: nowhere.
    """

    fields: tuple[Field, ...]
    reason: Int8
    numerator: Counts
    base: Counts
    shown: Counts | None
    known: Bool
    share: Int64 | None = None

    @property
    def complete(self) -> Bool:
        """Where the figures are sure."""
        return np.equal(self.reason, Reason.NONE)

    @property
    def by_share(self) -> Bool:
        """Where a percentage stands for the counts."""
        return np.zeros(len(self.reason), np.bool_) if self.share is None else np.not_equal(self.share, NONE)

    @property
    def counted(self) -> Bool:
        """Where the counts are sure, so that they can be added up."""
        return self.complete & ~self.by_share

    @property
    def applicable(self) -> Bool:
        """Where the target applies at all."""
        return ~(np.equal(self.reason, Reason.LEVEL) | np.equal(self.reason, Reason.CLOSED))

    @property
    def of_the_month(self) -> bool:
        """Whether they are sums of what happened, which new ones add to."""
        return all(field.over_periods is OverPeriods.SUM for field in self.fields)

    def not_applicable(self, rows: Bool, reason: Reason) -> "Figures":
        """Return the figures with `rows` left out, for that reason."""
        share = None if self.share is None else np.where(rows, NONE, self.share)
        return replace(self, reason=put(self.reason, rows, reason), known=self.known & ~rows, share=share)


def figures(ratio: Ratio, facts: Facts) -> Figures:
    """Take the ratio's figures from the facts. One whose parts contradict each other is `INCONSISTENT`.

    Reasons, strongest first: the unit did not submit; unreadable; inconsistent; incomplete period; blank; no place for the field.
    Of the last two a percentage makes up for the numerator or the denominator.
    """
    index = {field.id: place for place, field in enumerate(facts.fields)}
    places = [index[id_] for id_ in ratio.fields]
    fields = tuple(facts.fields[place] for place in places)
    states = [np.ascontiguousarray(facts.state[:, place]) for place in places]  # each is gone through many times
    numerator, *parts = (np.ascontiguousarray(facts.values[:, place]) for place in places)
    worst = reduce(np.maximum, (_SEVERITY.take(state) for state in states))
    reason = put(_REASONS.take(worst), ~facts.submitted, Reason.NOT_SUBMITTED)
    known = reduce(np.logical_and, (_KNOWN.take(state) for state in states))
    if ratio.denominator is None:
        return Figures(fields, reason, numerator, np.ones(len(numerator), np.int64), None, known)
    base = reduce(np.subtract, parts)
    contradicting = (reason == Reason.NONE) & (numerator > base)
    reason = put(reason, contradicting, Reason.INCONSISTENT)
    share = _share(ratio, facts, reason, states)
    return Figures(fields, reason, numerator, base, base, known & ~contradicting, share)


def _share(ratio: Ratio, facts: Facts, reason: Int8, states: Sequence[Int8]) -> Int64 | None:
    """Return the percentages that stand for counts; where there is one, `reason` becomes its own.

    It does where nobody gave the numerator, or the denominator, while no figure of the ratio is there and not sure, and something was
    there to count.
    """
    if facts.shares is None or ratio not in facts.shares.ratios:
        return None
    place = facts.shares.ratios.index(ratio)
    given = facts.shares.state[:, place]
    is_nothing = [np.isin(state, _NOTHING) for state in states]
    is_clear = [each | np.isin(state, KNOWN) for each, state in zip(is_nothing, states, strict=True)]
    is_zero = ~is_nothing[1] & (facts.values[:, [field.id for field in facts.fields].index(ratio.fields[1])] == 0)
    rows = facts.submitted & (given != State.MISSING) & (is_nothing[0] | is_nothing[1]) & np.logical_and.reduce(is_clear) & ~is_zero
    reason[rows] = _REASONS[_SEVERITY[given[rows]]]
    return np.where(rows & (given == State.FIGURE), facts.shares.values[:, place], NONE)
