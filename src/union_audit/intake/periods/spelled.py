"""How periods are spelled: months, quarters, halves and spans of months, by numbers, numerals and words."""

import re
from collections.abc import Callable
from typing import TypeAlias

from union_audit.folding import fold
from union_audit.intake.figures.cells import tidy
from union_audit.nearest import one_slip_apart
from union_audit.patterns import pattern
from union_audit.plan.period import Period
from union_audit.sheets.syllables import is_syllable

_ENGLISH = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_VIETNAMESE = ["muoi mot", "muoi hai", "mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "gieng", "chap"]
_MONTH_OF_WORD = dict(zip(_VIETNAMESE, (11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 12), strict=True))
_NUMERALS = {
    **_MONTH_OF_WORD,
    "bon": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "six": 6,
    "nine": 9,
    "three": 3,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHAPES = {(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12), (1, 9), (1, 12), *((month, month) for month in range(1, 13))}

NO_PERIOD = pattern(
    r"\bngay thang (?:\d{1,2} )?nam (?:\d{4})?"
    r"|\bngay \d{1,2} (?:thang )?\d{1,2} (?:nam )?\d{4}\b|(?<!\bthang )\b\d{1,2} \d{1,2} (?:19|20)\d\d\b|\b(?:19|20)\d\d \d{1,2} \d{1,2}\b"
    r"|\bso (?:sanh )?voi(?: cung ky)?(?: (?:thang|quy) (?:\d{1,2}|[ivx]+))?(?: nam)?(?: (?:19|20)\d\d)?\b"
    r"|\b(?:giai doan |tu nam )?(?:19|20)\d\d (?:den )?(?:nam )?(?:19|20)\d\d\b|\b(?:den|tu|truoc|sau) nam \d{4}\b"
)
"""Dates (the day may be left open), what figures are compared with, and spans of years: they tell no period."""
_MONTH_IN_WORDS = pattern(r"tháng (một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười một|mười hai|mười) ?[/-] ?(\d{4})")
"""A month in words with its accents: without them "tháng sau" is the next one, and "tháng năm" a blank line."""

_RANGE = pattern(r"\b(?:tu )?(?:thang |t)(\d{1,2}) (?:den |toi |va )?(?:het )?(?:thang |t)?(\d{1,2}) (?:nam )?((?:19|20)\d\d)\b")
_DATES = pattern(r"\btu (?:ngay )?0?1 (\d{1,2})(?: \d{4})? den (?:het )?(?:ngay )?(?:28|29|30|31) (\d{1,2}) (\d{4})\b")
_MONTHS_OF = pattern(
    r"\b(\d{1,2}|muoi mot|muoi|hai|ba|bon|nam|sau|bay|tam|chin) thang"
    r"(?: (dau|cuoi)(?: cua)?(?: nam)?(?: (\d{4}))?| (?:nam )?((?:19|20)\d\d))\b"
)
MONTHS_ALONE = pattern(r"(?:(?:ket qua|thuc hien|th|uoc|so lieu|luy ke|cong don|tong|cong|chinh thuc) )*(?:([369]) ?t(?:hang)?|ca nam)")
"""A heading, or the name of a sheet, that says how many months: the first of the year, or all."""
_MONTHS_SHORT = pattern(r"\b([369]) ?t(?:(?:dn| dau nam)(?: (?:nam )?(\d{4}))?| (?:nam )?(20\d\d))\b")
_HALF = pattern(r"\b(?:(?:(first|second) half|(first) (six|nine|three) months)(?: of)?(?: (\d{4}))?)\b")
_QUARTER = pattern(r"\b(?:quy|quarter|q) ?(iii|ii|iv|i|[1-4])(?: (?:nam |of )?(\d{4}))?\b")
_QUARTER_WORD = pattern(r"\b(first|second|third|fourth) quarter(?: of)?(?: (\d{4}))?\b")
_MONTH = pattern(r"\b(?:(?:thang|month) ?|t)(0?[1-9]|1[0-2])(?: (?:nam )?(\d{4}))?\b")
_SLIPPED = pattern(r"\b([a-z]{4,6}) ((?:0?[1-9]|1[0-2]) nam (?:19|20)\d\d)\b")
_MONTH_NUMERAL = pattern(r"\bthang (viii|vii|vi|v|iv|iii|ii|i|ix|xii|xi) nam (\d{4})\b")
"""A month in Roman numerals; "tháng x" is any month."""
_SEVERAL = pattern(r"\bthang ((?:0?[1-9]|1[0-2])(?: (?:va |thang )*(?:0?[1-9]|1[0-2])){2,}) nam (\d{4})\b")
_NUMBER = pattern(r"\d+")
_MONTH_NAME = pattern(rf"\b({'|'.join(_ENGLISH)}) (\d{{4}})\b")
_MONTH_WORD = pattern(rf"\bthang ({'|'.join(_VIETNAMESE)}) nam (\d{{4}})\b")
_LABEL = pattern(r"\b((?:19|20)\d\d) ?(q[1-4]|h[12]|9m)\b")
DECEMBER = 12
TELLING = pattern(rf"q|half|month|thang|tdn|t\d|3 ?t\b|6 ?t\b|9 ?t\b|den|19\d\d|20\d\d|{'|'.join(_ENGLISH)}")
"""What a text has in it, folded, if any of these expressions is to find anything: most lines are done with at one look.

Each way begins with a letter or a digit of its own, so that the others are not looked at.
"""

Found: TypeAlias = tuple[int, int, int]
"""A year (0: not said), a first month, a number of months; or the last month of some that are no period of ours, and `TOGETHER`."""
TOGETHER = 0


def spelled(text: str, folded: str) -> tuple[set[Found], str]:
    """Return the periods that a text spells, and what is left of it, folded, without them."""
    folded = _SLIPPED.sub(_mended, folded)
    composed = tidy(text).casefold()
    found: set[Found] = {(int(year), _MONTH_OF_WORD[fold(word)], 1) for word, year in _MONTH_IN_WORDS.findall(composed)}
    found |= {each for several in _SEVERAL.finditer(folded) for each in _several(several)}
    rest = _SEVERAL.sub(" | ", folded)
    for expression, make in _PATTERNS:
        found |= {made for match in expression.finditer(rest) if (made := make(match))}
        rest = expression.sub(" | ", rest)
    return found, rest


def without_periods(folded: str) -> str:
    """Return a folded text without the periods that it spells."""
    for expression, _ in _PATTERNS:
        folded = expression.sub(" ", folded)
    return folded


def _mended(match: re.Match[str]) -> str:
    """Return a month whose word is misspelt as a month: "thag 6 nam 2025" is no year's figures; a word that there is stays itself."""
    word = match[1]
    is_slip = not is_syllable(word) and one_slip_apart(word, "thang")
    return f"thang {match[2]}" if is_slip else match[0]


def _several(match: re.Match[str]) -> set[Found]:
    """Return the period of three months or more that are named one by one; the last of those on end, and each of others."""
    year, months = int(match[2]), [int(month) for month in _NUMBER.findall(match[1])]
    is_row = months == list(range(months[0], months[-1] + 1))
    together = _until(year, months[0], months[-1]) if is_row else None
    return {together} if together else {(year, month, TOGETHER) for month in months}


def _span(year: int, first: int, last: int) -> Found | None:
    return (year, first, last - first + 1) if (first, last) in _SHAPES else None


def _until(year: int, first: int, last: int) -> Found | None:
    """Return the period from one month to another, None where there are no such months."""
    is_month = 1 <= first <= DECEMBER and 1 <= last <= DECEMBER
    return _span(year, first, last) or ((year, last, TOGETHER) if is_month else None)


def _number(text: str) -> int:
    return _NUMERALS.get(text) or int(text)


def _months_of(match: re.Match[str]) -> Found | None:
    months = _number(match[1])
    ends = (DECEMBER + 1 - months, DECEMBER) if match[2] == "cuoi" else (1, months)
    return _until(int(match[3] or match[4] or 0), *ends)


def _half(match: re.Match[str]) -> Found:
    months = _number(match[3]) if match[3] else 6
    return int(match[4] or 0), 7 if match[1] == "second" else 1, months


def _label(match: re.Match[str]) -> Found:
    period = Period.parse(f"{match[1]}-{match[2]}")
    return period.year, period.first, period.months


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Found | None]], ...] = (
    (_DATES, lambda match: _until(int(match[3]), int(match[1]), int(match[2]))),
    (_MONTH_WORD, lambda match: (int(match[2]), _MONTH_OF_WORD[match[1]], 1)),
    (_MONTH_NUMERAL, lambda match: (int(match[2]), _ROMAN.index(match[1]) + 1, 1)),
    (NO_PERIOD, lambda _: None),
    (_RANGE, lambda match: _until(int(match[3]), int(match[1]), int(match[2]))),
    (_LABEL, _label),
    (_HALF, _half),
    (_MONTHS_OF, _months_of),
    (_MONTHS_SHORT, lambda match: (int(match[2] or match[3] or 0), 1, int(match[1]))),
    (_QUARTER_WORD, lambda match: (int(match[2] or 0), _number(match[1]) * 3 - 2, 3)),
    (_QUARTER, lambda match: (int(match[2] or 0), _number(match[1]) * 3 - 2, 3)),
    (_MONTH, lambda match: (int(match[2] or 0), int(match[1]), 1)),
    (_MONTH_NAME, lambda match: (int(match[2]), _ENGLISH.index(match[1]) + 1, 1)),
)
"""From the most telling to the least; what one has read the next does not see."""
