"""What the user asked to audit: the period, the targets and units, the waivers."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from union_audit.audit.earlier import Before, Earlier
from union_audit.errors import Problem, UsageError
from union_audit.frozen import dataclass
from union_audit.nearest import suggestion
from union_audit.plan.model import Plan, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.waivers import Waiver
from union_audit.words import N_


@dataclass(frozen=True, slots=True)
class Scope:
    """`expect`: judge the units found, or all that had to submit. `only` and `skip` choose targets, by id.

    `units` and `levels` narrow what is shown, not what is audited. `compare`: what to compare with: an earlier audit,
    or a period of the same submissions. `before`: the figures of earlier periods, as the history has them.
    """

    as_of: date
    period: Period | None = None
    expect: Literal["found", "all"] = "found"
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    compare: Period | Earlier | None = None
    before: tuple[Before, ...] = ()

    def targets(self, plan: Plan) -> tuple[Target, ...]:
        """Return the targets to audit, in the plan's order."""
        return tuple(target for target in plan.targets if (not self.only or target.id in self.only) and target.id not in self.skip)

    def check(self, plan: Plan, roster: Roster) -> None:
        """Raise UsageError for every target, unit and level that is asked for and does not exist."""
        asked = (
            (N_("Unknown target: {name}."), (*self.only, *self.skip), [target.id for target in plan.targets]),
            (N_("Unknown unit: {name}."), self.units, roster.columns.code),
            (N_("Unknown level: {name}."), self.levels, [level.id for level in plan.levels]),
        )
        wrong = [_unknown(message, name, known) for message, names, known in asked for name in names if name not in known]
        if wrong:
            raise UsageError(*wrong)


def _unknown(message: str, name: str, known: Iterable[str]) -> Problem:
    hint, proposed = suggestion(name, known)
    return Problem(message, {"name": name, **proposed}, hint=hint)
