"""A plan and its submissions → one Audit."""

from datetime import date

import numpy as np

from union_audit.audit.column import column
from union_audit.audit.figures import Figures, figures
from union_audit.audit.measure import measure
from union_audit.audit.periods import chosen_period, facts_of
from union_audit.audit.ranking import ranked_gaps, ranked_targets
from union_audit.audit.result import Audit, Reason
from union_audit.audit.rollup import Assessed, roll_up
from union_audit.audit.scope import Scope
from union_audit.audit.scores import scores
from union_audit.audit.units import Units
from union_audit.intake.facts import Bool, Facts, Submissions
from union_audit.plan.model import Plan, Target
from union_audit.plan.period import Period


def audit(plan: Plan, submissions: Submissions, scope: Scope) -> Audit:
    """Audit one period of the submissions. UsageError if the scope asks for what does not exist."""
    period = chosen_period(submissions, scope.period)
    facts = facts_of(plan, submissions, period)
    scope.check(plan, facts.roster)
    units = Units(plan, facts.roster)
    expected = _expected(units, facts, scope, period)
    judged = facts.submitted | expected
    targets = [_assessed(target, units, facts, scope, period) for target in scope.targets(plan)]
    columns = tuple(target.column for target in targets)
    rollup = roll_up(units, targets, judged, expected)
    target_order, target_rank = ranked_targets(rollup.columns, -1)
    return Audit(
        plan=plan,
        period=period,
        as_of=scope.as_of,
        facts=facts,
        judged=judged,
        expected=expected,
        reported=facts.submitted,
        shown=_shown(units, scope, judged),
        columns=columns,
        scores=scores(columns, judged, units.level),
        gaps=ranked_gaps(columns, judged),
        target_order=target_order,
        target_rank=target_rank,
        rollup=rollup,
        findings=submissions.findings,
        inputs=submissions.inputs,
        waivers=scope.waivers,
        has_roster=facts.roster.path is not None,
    )


def _end(scope: Scope, period: Period | None) -> date:
    """Return the day whose goals, units and waivers are in force."""
    return period.end if period else scope.as_of


def _expected(units: Units, facts: Facts, scope: Scope, period: Period | None) -> Bool:
    """Return who had to submit; with no roster, or where only the units found are judged, those."""
    if scope.expect == "all" and facts.roster.path is not None:
        return units.due(period)
    return facts.submitted & units.existing(_end(scope, period))


def _assessed(target: Target, units: Units, facts: Facts, scope: Scope, period: Period | None) -> Assessed:
    """Assess one target, unit by unit."""
    end = _end(scope, period)
    goal, due = target.required(end)
    known = np.array([level.id in target.levels for level in units.plan.levels])
    everywhere = bool(known.all())
    at_level = np.where(units.level >= 0, known[units.level], everywhere)
    closed = ~units.existing(end)
    parts: tuple[Figures, ...] = tuple(
        figures(ratio, facts).not_applicable(~at_level, Reason.LEVEL).not_applicable(closed, Reason.CLOSED) for ratio in target.parts
    )
    measures = tuple(measure(goal, part, target.on_zero) for part in parts)
    waived = np.zeros(len(units), np.bool_)
    for waiver in scope.waivers:
        place = facts.roster.index.get(waiver.unit)
        if place is not None and waiver.target == target.id and waiver.covers(end):
            waived[place] = True
    return Assessed(column(target, goal, due, measures, waived), parts)


def _shown(units: Units, scope: Scope, judged: Bool) -> Bool:
    """Return the units that are judged and asked for."""
    levels = [place for place, level in enumerate(units.plan.levels) if level.id in scope.levels]
    shown = judged.copy()
    if scope.units:
        shown &= np.isin(np.arange(len(units)), [units.roster.index[code] for code in scope.units])
    if scope.levels:
        shown &= np.isin(units.level, levels)
    return shown
