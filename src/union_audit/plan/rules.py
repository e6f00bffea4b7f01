"""What must be true of a plan beyond its schema: words that differ, names that are declared, goals that their figures can meet.

Each rule takes what conformed (`plan`) and adds to the problems; what is missing in it has been said already.
"""

from collections.abc import Callable, Iterator

from union_audit.frozen import dataclass
from union_audit.plan.calendar import WEEKDAYS
from union_audit.plan.document import Document, Where
from union_audit.plan.goal import CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.heading_rules import Draft, headings_differ
from union_audit.words import N_


@dataclass(frozen=True, slots=True)
class Part:
    """A ratio as it is written: the field ids, and where each of them stands."""

    where: Where
    written: Draft

    @property
    def denominators(self) -> Iterator[tuple[Where, str]]:
        """The denominator and its exclusions."""
        if "denominator" in self.written:
            yield (*self.where, "denominator"), self.written["denominator"]
        less = self.written.get("less", [])
        for index, id_ in enumerate(as_list(less)):
            yield (*self.where, "less", *([index] if isinstance(less, list) else [])), id_

    @property
    def fields(self) -> Iterator[tuple[Where, str]]:
        """Every field named, numerator first."""
        if "numerator" in self.written:
            yield (*self.where, "numerator"), self.written["numerator"]
        yield from self.denominators


def as_list(value: str | list[str]) -> list[str]:
    """Return the texts of a key that may hold one or several."""
    return [value] if isinstance(value, str) else value


def parts_of(target: Draft, where: Where) -> list[Part]:
    """Return the ratios of a target: those under `all`, or its own."""
    if "all" in target:
        return [Part((*where, "all", index), part) for index, part in enumerate(target["all"])]
    return [Part(where, target)]


def _targets(plan: Draft) -> Iterator[tuple[Where, Draft]]:
    for id_, target in plan.get("targets", {}).items():
        yield ("targets", id_), target


def language_is_declared(plan: Draft, document: Document) -> None:
    """Check that reports are written in a language that every label has."""
    if plan.get("language", plan["languages"][0]) not in plan["languages"]:
        document.add(N_("“{key}” is not among the languages that this plan's labels must have."), ("language",))


def yes_no_fields_stand(plan: Draft, document: Document) -> None:
    """Check that nothing is asked of a yes/no field that only a number has."""
    for id_, field in plan.get("fields", {}).items():
        if field.get("kind") != "yes_no":
            continue
        if field.get("over_periods") == "sum":
            document.add(N_("“{key}”: yes and no cannot be added up over months: write last."), ("fields", id_, "over_periods"))
        if "blank_is" in field:
            document.add_at_key(N_("“{key}”: a blank yes/no cell cannot be zero."), ("fields", id_, "blank_is"))


def numbers_differ(plan: Draft, document: Document) -> None:
    """Check that no two targets have one number; a target without has its place in the file."""
    first: dict[int, str] = {}
    for place, (where, target) in enumerate(_targets(plan), start=1):
        number = target.get("number", place)
        other = first.setdefault(number, str(where[-1]))
        if other != where[-1]:
            document.add(N_("“{key}”: target “{other}” has this number too."), (*where, "number"), other=other)


def levels_are_known(plan: Draft, document: Document) -> None:
    """Check that targets apply to declared levels."""
    known = list(plan.get("levels", {}))
    for where, target in _targets(plan):
        levels = target.get("levels", [])
        if levels == "all":
            continue
        for index, id_ in enumerate(as_list(levels)):
            if id_ in as_list(levels)[:index]:
                document.add(N_("“{key}”: the level “{level}” stands twice."), (*where, "levels", index), level=id_)
            if known and id_ not in known:
                document.add_unknown(N_("There is no level “{word}”."), (*where, "levels", index), id_, [*known, "all"])


def fields_are_known(plan: Draft, document: Document) -> None:
    """Check that ratios are made of declared fields."""
    known = list(plan.get("fields", {}))
    for where, target in _targets(plan):
        for part in parts_of(target, where):
            for at, id_ in part.fields:
                if known and id_ not in known:
                    document.add_unknown(N_("There is no field “{word}”."), at, id_, known)


def parts_are_sound(plan: Draft, document: Document) -> None:
    """Check that each target says what is counted, once, of figures that cover the same."""
    fields = plan.get("fields", {})
    for where, target in _targets(plan):
        if document.has((*where, "all")):
            for key in ("numerator", "denominator", "less"):
                if key in target:
                    document.add_at_key(N_("“{key}” stands beside “all”: put it into the ratios under “all”."), (*where, key))
        elif not document.has((*where, "numerator")):
            document.add_at_key(N_("“{key}” lacks “numerator” (or “all”): say which field is counted."), where)
        for part in parts_of(target, where):
            _check_part(part, fields, document)


def _check_part(part: Part, fields: Draft, document: Document) -> None:
    if "less" in part.written and "denominator" not in part.written:
        document.add_at_key(N_("“{key}” needs a denominator to take it off."), (*part.where, "less"))
    seen: set[str] = set()
    for at, id_ in part.fields:
        if id_ in seen:
            document.add(N_("“{key}”: the field “{field}” stands twice in one ratio."), at, field=id_)
        seen.add(id_)
    covers = {fields[id_]["covers"] for _, id_ in part.fields if "covers" in fields.get(id_, {})}
    if len(covers) > 1:
        document.add_at_key(N_("“{key}” mixes figures of the own office with figures of the whole area (covers)."), part.where)


def goals_fit_their_figures(plan: Draft, document: Document) -> None:
    """Check that a percentage has a denominator, yes has a yes/no field, and a count has neither."""
    fields = plan.get("fields", {})
    for where, target in _targets(plan):
        if "goal" not in target:
            continue
        for part in parts_of(target, where):
            _check_goal(target["goal"], part, fields, document)
        if "on_zero_denominator" in target and not isinstance(target["goal"], RatioGoal):
            document.add_at_key(N_("“{key}” goes only with a goal in percent."), (*where, "on_zero_denominator"))


def _check_goal(goal: Goal, part: Part, fields: Draft, document: Document) -> None:
    has_denominator = document.has((*part.where, "denominator"))
    if isinstance(goal, RatioGoal) and not has_denominator:
        document.add_at_key(N_("“{key}”: the goal {goal} needs a denominator."), part.where, goal=str(goal))
    if isinstance(goal, CountGoal | YesGoal) and has_denominator:
        document.add_at_key(N_("“{key}”: the goal {goal} has no denominator."), (*part.where, "denominator"), goal=str(goal))
    for at, id_ in part.fields:
        is_yes_no = fields.get(id_, {}).get("kind") == "yes_no"
        may_be = not has_denominator if isinstance(goal, Tracked) else isinstance(goal, YesGoal)
        if is_yes_no and not may_be:
            document.add(N_("“{key}”: “{field}” is a yes/no field, but a number is needed here."), at, field=id_)
        if isinstance(goal, YesGoal) and id_ in fields and not is_yes_no:
            document.add(N_("“{key}”: the goal yes needs a yes/no field, and “{field}” is a count."), at, field=id_)


def milestones_lead_to_the_goal(plan: Draft, document: Document) -> None:
    """Check that interim goals are of the final goal's kind, and dated before its deadline."""
    for where, target in _targets(plan):
        deadline = target.get("deadline", plan.get("deadline"))
        final = target.get("goal")
        for day, goal in target.get("milestones", {}).items():
            at = (*where, "milestones", day.isoformat())
            if deadline is not None and day >= deadline:
                document.add_at_key(N_("“{key}” is not before the deadline ({deadline})."), at, deadline=deadline)
            if final is not None and not _leads_to(goal, final):
                message = N_("“{key}”: an interim goal {goal} does not lead to the final goal {final}.")
                document.add(message, at, goal=str(goal), final=str(final))


def _leads_to(goal: Goal, final: Goal) -> bool:
    if isinstance(goal, RatioGoal | CountGoal) and isinstance(final, RatioGoal | CountGoal):
        return type(goal) is type(final) and goal.is_upper == final.is_upper
    return False


def a_week_has_working_days(plan: Draft, document: Document) -> None:
    """Check that the weekend leaves a day to work on."""
    if len(set(plan.get("calendar", {}).get("weekend", ()))) == len(WEEKDAYS):
        document.add_at_key(N_("“{key}” leaves no working day."), ("calendar", "weekend"))


RULES: tuple[Callable[[Draft, Document], None], ...] = (
    language_is_declared,
    headings_differ,
    yes_no_fields_stand,
    numbers_differ,
    levels_are_known,
    fields_are_known,
    parts_are_sound,
    goals_fit_their_figures,
    milestones_lead_to_the_goal,
    a_week_has_working_days,
)
