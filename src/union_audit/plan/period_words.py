"""A period in words: "June 2025", "the first quarter of 2025"."""

from union_audit.language import Language
from union_audit.plan.period import Period
from union_audit.words import N_

_MONTHS = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)
_LONGER = {
    (1, 3): N_("the first quarter of {year}"),
    (4, 3): N_("the second quarter of {year}"),
    (7, 3): N_("the third quarter of {year}"),
    (10, 3): N_("the fourth quarter of {year}"),
    (1, 6): N_("the first half of {year}"),
    (7, 6): N_("the second half of {year}"),
    (1, 9): N_("the first nine months of {year}"),
    (1, 12): N_("the year {year}"),
}
"""A period of several months, by its first and how many they are."""


def in_words(period: Period, language: Language) -> str:
    """Return a period in words."""
    text = _MONTHS[period.first - 1] if period.months == 1 else _LONGER[period.first, period.months]
    return language(text, year=str(period.year))
