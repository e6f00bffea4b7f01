"""Reads a goal as targets.yaml writes it: "> 60%", ">= 1", yes, tracked."""

import re
from fractions import Fraction

from union_audit.plan.goal import Comparison, CountGoal, Goal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import MAX_COUNT
from union_audit.words import N_

_WRITTEN = re.compile(r"(>=?|<=?) ?([0-9]{1,13})(?:[.,]([0-9]{1,4}))? ?(%?)")
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "\N{NO-BREAK SPACE}": " "})


def parse_goal(text: str) -> Goal:
    """Read a goal as targets.yaml writes it; ValueError, with a catalogue message of what is wrong, for anything else."""
    text = " ".join(text.translate(_SIGNS).casefold().split())
    if text == "yes":
        return YesGoal()
    if text == "tracked":
        return Tracked()
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(N_('Write a goal as "> 60%", ">= 100%", "<= 5%", ">= 1", yes or tracked.'))
    comparison, whole, decimals, percent = Comparison(found[1]), found[2], found[3] or "", found[4]
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    if percent:
        _check_possible(comparison, value, most=100)
        return RatioGoal(comparison, value / 100)
    if value.denominator != 1:
        raise ValueError(N_("A goal without % is a whole number."))
    _check_possible(comparison, value, most=MAX_COUNT)
    return CountGoal(comparison, int(value))


def _check_possible(comparison: Comparison, value: Fraction, most: int) -> None:
    """Refuse a goal that nothing can meet, or that everything meets: figures go from 0 to `most`."""
    if value > most or (comparison is Comparison.MORE and value == most) or (comparison is Comparison.LESS and value == 0):
        raise ValueError(N_("No figure can ever meet this goal."))
    if (comparison is Comparison.AT_LEAST and value == 0) or (comparison is Comparison.AT_MOST and value == most):
        raise ValueError(N_("Every figure meets this goal."))
