"""A point of a trend as the figure that reports show, held against the goal of its period."""

from dataclasses import replace

from union_audit.audit.result import Reason, Status
from union_audit.intake.facts import WHOLE
from union_audit.plan.goal import CountGoal, Goal, Tracked
from union_audit.plan.model import Covers, Field, Kind, OverPeriods, Plan, Target
from union_audit.reports.figures import Figure
from union_audit.trends.trend import Line, Point


def figure(point: Point, target: Target | None, plan: Plan) -> Figure | None:
    """Return the figure, None where nothing was said; of a target that the plan no longer has, it is only shown."""
    if point.status is None:
        return None
    goal: Goal = target.required(plan.calendar.end(point.period))[0] if target else Tracked()
    field = plan.field(target.parts[0].numerator) if target else Field("", {}, Kind.COUNT, OverPeriods.LAST, Covers.OWN)
    share = round(point.value * WHOLE) if point.numerator is None and point.value is not None else None
    return Figure(
        goal=goal,
        field=field,
        status=Status(point.status),
        reason=Reason.NONE,
        waived=False,
        of_the_month=False,
        numerator=point.numerator,
        denominator=point.denominator,
        required_count=_required(goal, point),
        to_go=None,
        attained=None,
        attainable=None,
        share=share,
    )


def _required(goal: Goal, point: Point) -> int | None:
    """Return what a count is held against: that of all units that had to report, together."""
    if not isinstance(goal, CountGoal):
        return None
    return int(goal.required(1 if point.expected is None else point.expected))


def final(shown: Figure, line: Line) -> Figure:
    """Return the newest figure beside the final goal, whatever goal is in force before that."""
    if line.target is None:
        return shown
    newest = next(point for point in reversed(line.points) if point.status is not None)
    return replace(shown, goal=line.target.goal, required_count=_required(line.target.goal, newest))
