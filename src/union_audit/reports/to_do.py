"""What is still to do: how many of what, by when, and what would make up for the past."""

from datetime import date
from fractions import Fraction

from union_audit.audit.result import Status
from union_audit.language import Language
from union_audit.plan.goal import YesGoal
from union_audit.reports.figures import DueState, Figure


def to_go(figure: Figure, language: Language) -> str:
    """Return what is still to do: "12 more computers", "short by 3 meetings", "to be done", "… (waived)"; "" where there is nothing.

    Of how many a percentage without counts falls short it does not say: it is so many points from the goal.
    """
    if not figure.to_go and not (figure.share is not None and figure.gap):
        return ""
    if figure.to_go is None:
        amount = points(figure.gap or Fraction(0), language)
    elif figure.is_yes_no:
        amount = language("to be done")
    elif isinstance(figure.goal, YesGoal):
        amount = language.plural("1 more unit", "{count} more units", figure.to_go)
    else:
        amount = _things(figure, figure.to_go, language) if figure.field.unit else _number(figure, figure.to_go, language)
    return language("{to_go} (waived)", to_go=amount) if figure.waived else amount


def points(share: Fraction, language: Language) -> str:
    """Write a distance between two percentages: "2 points"."""
    percent = language.percent(share).removesuffix("%")
    return language.plural("{percent} point", "{percent} points", 1 if percent == "1" else 2, percent=percent)


def to_go_new(figure: Figure, language: Language) -> str:
    """Return what would make up for figures of the past: "6 new in a row would meet it"; "" where nothing would."""
    if not figure.to_go_new or figure.waived:
        return ""
    return language.plural("1 new one would meet it", "{count} new in a row would meet it", figure.to_go_new)


def needs(figure: Figure, units: int, language: Language) -> str:
    """Return what would close the gap of several units together: "48 more computers, 6 units"; "" where there is none."""
    if figure.status is not Status.GAP:
        return ""
    concerned = language.plural("1 unit", "{count} units", units) if units and not isinstance(figure.goal, YesGoal) else ""
    return ", ".join(part for part in (to_go(figure, language), concerned) if part)


def when_due(due: date | None, as_of: date, figure: Figure, language: Language) -> str:
    """Return the date by which a gap is to be closed, and that it has passed; "" where nothing is due."""
    state = figure.due_state(due, as_of)
    if state is None:
        return ""
    return language("overdue since {date}", date=due) if state is DueState.OVERDUE else language("not yet due, by {date}", date=due)


def _things(figure: Figure, count: int, language: Language) -> str:
    things = language.pick(figure.field.unit)
    said = {"things": things, "thing": figure.field.unit_one.get(language.code, things)}
    if figure.is_upper:
        return language.plural("1 {thing} too many", "{count} {things} too many", count, **said)
    if figure.is_summed:
        return language.plural("short by 1 {thing}", "short by {count} {things}", count, **said)
    return language.plural("1 more {thing}", "{count} more {things}", count, **said)


def _number(figure: Figure, count: int, language: Language) -> str:
    if figure.is_upper:
        return language("{count} too many", count=count)
    return language("short by {count}", count=count) if figure.is_summed else language("{count} more", count=count)
