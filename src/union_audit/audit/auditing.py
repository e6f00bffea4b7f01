"""A plan and its submissions → one Audit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from union_audit.audit import consistency, coverage
from union_audit.audit.column import column_of
from union_audit.audit.compare import since
from union_audit.audit.earlier import earlier_audit
from union_audit.audit.figures import figures
from union_audit.audit.measure import measure
from union_audit.audit.neighbours import compared
from union_audit.audit.over_time import over_time
from union_audit.audit.periods import chosen_period, facts_of, roster_of
from union_audit.audit.ranking import ranked_gaps, ranked_targets
from union_audit.audit.result import Audit, Change, Column, Reason
from union_audit.audit.rollup import Assessed, roll_up
from union_audit.audit.scope import Scope
from union_audit.audit.scores import scores
from union_audit.audit.timeliness import late, lateness, submitted_on
from union_audit.audit.units import Units
from union_audit.audit.waivers import attention, waived
from union_audit.errors import Problem, UsageError
from union_audit.findings import CODES, Finding, Severity, together
from union_audit.intake.facts import Bool, Facts, Submissions
from union_audit.plan.model import Plan, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.words import N_


def audit(plan: Plan, submissions: Submissions, scope: Scope) -> Audit:
    """Audit one period of the submissions. UsageError if the scope asks for what does not exist."""
    roster = roster_of(submissions)
    scope.check(plan, roster)
    period = chosen_period(submissions, scope.period)
    units = Units(plan, roster, plan.calendar.end(period) if period else scope.as_of)
    facts, disagreeing = facts_of(units, submissions, period)
    expected = _expected(units, facts, scope, period)
    judged = facts.submitted | expected
    targets = [_assessed(target, units, facts, scope) for target in scope.targets(plan)]
    columns = tuple(target.column for target in targets)
    rollup = roll_up(units, targets, judged, expected)
    days = submitted_on(submissions.inputs, period)
    were_late = late(units, days, period)
    target_order, target_rank = ranked_targets(rollup.columns, -1)
    found = [
        *disagreeing,
        *coverage.periods(submissions, scope, period, facts),
        *coverage.missing_months(units, submissions, period),
        *_found(units, facts, scope, targets, expected),
        *lateness(units, were_late, days, period),
        *over_time(units, compared(units, facts, period, submissions, scope.before)),
    ]
    return Audit(
        plan=plan,
        period=period,
        as_of=scope.as_of,
        facts=facts,
        judged=judged,
        expected=expected,
        shown=_shown(units, scope, judged),
        columns=columns,
        scores=scores(columns, judged, units.level),
        gaps=ranked_gaps(columns, judged),
        target_order=target_order,
        target_rank=target_rank,
        rollup=rollup,
        findings=_ordered((*submissions.findings, *together(found)), roster),
        inputs=submissions.inputs,
        waivers=scope.waivers,
        submitted_on=days,
        late=were_late,
        change=_change(units, submissions, scope, columns),
    )


def _found(units: Units, facts: Facts, scope: Scope, targets: Sequence[Assessed], expected: Bool) -> Iterator[Finding]:
    """Find what is wrong with the figures, with who gave them, and with the waivers."""
    columns = [target.column for target in targets]
    yield from consistency.contradictions(targets, facts)
    yield from consistency.areas(units, facts)
    yield from coverage.missing(units, facts, expected)
    yield from coverage.by_percentage(targets, facts, facts.submitted)
    yield from coverage.outside(units, facts, [column.target for column in columns])
    yield from attention(scope.waivers, columns, units.roster, units.end, scope.as_of)


def _expected(units: Units, facts: Facts, scope: Scope, period: Period | None) -> Bool:
    """Return who had to submit; where there is no roster, or only the units found are judged, those that did."""
    if scope.expect == "all" and units.roster.path is not None:
        return units.asked(period) & units.existing
    return facts.submitted & units.existing


def _assessed(target: Target, units: Units, facts: Facts, scope: Scope) -> Assessed:
    """Assess one target, unit by unit."""
    goal, due = target.required(units.end)
    elsewhere, closed = ~units.at_level_of(target), ~units.existing
    parts = tuple(
        figures(ratio, facts).not_applicable(elsewhere, Reason.LEVEL).not_applicable(closed, Reason.CLOSED) for ratio in target.parts
    )
    measures = tuple(measure(goal, part, target.on_zero) for part in parts)
    return Assessed(column_of(target, goal, due, measures, waived(scope.waivers, target, units.roster, units.end)), parts)


def _shown(units: Units, scope: Scope, judged: Bool) -> Bool:
    """Return the units that are judged and asked for."""
    shown = judged.copy()
    if scope.units:
        shown &= np.isin(np.arange(len(units)), [units.roster.index[code] for code in scope.units])
    if scope.levels:
        shown &= np.isin(units.level, [place for place, level in enumerate(units.plan.levels) if level.id in scope.levels])
    return shown


def _change(units: Units, submissions: Submissions, scope: Scope, columns: Sequence[Column]) -> Change | None:
    """Return what the audit to compare with said: an earlier one, or one of another period of the same submissions."""
    if scope.compare is None:
        return None
    if not isinstance(scope.compare, Period):
        return since(scope.compare, columns, units)
    held = {month for period in submissions.by_period if period for month in (period, *period.split())}
    if not held & {scope.compare, *scope.compare.split()}:
        raise UsageError(
            Problem(N_("The inputs hold no figures of {period}, the period to compare with."), {"period": scope.compare.label})
        )
    earlier = audit(units.plan, submissions, replace(scope, period=scope.compare, compare=None))
    return since(earlier_audit(earlier), columns, units)


def _ordered(findings: Sequence[Finding], roster: Roster) -> tuple[Finding, ...]:
    """Sort by severity, then in the roster's order (first what is of no unit), then by code; else as they were found."""
    severity = {code.id: list(Severity).index(code.severity) for code in CODES.values()}
    return tuple(sorted(findings, key=lambda each: (severity[each.code], roster.index.get(each.unit, -1) if each.unit else -1, each.code)))
