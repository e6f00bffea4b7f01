"""Which period a text speaks of: a title, a sheet's or a file's name, a folder's."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from union_audit.folding import fold
from union_audit.frozen import dataclass
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

_NO_PERIOD = pattern(
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
_MONTHS_ALONE = pattern(r"(?:(?:ket qua|thuc hien|th|uoc|so lieu|luy ke|cong don|tong|cong|chinh thuc) )*(?:([369]) ?t(?:hang)?|ca nam)")
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
_YEAR_MONTH = pattern(r"\b((?:19|20)\d\d) ?(0[1-9]|1[0-2])\b|\b(20\d\d) ([1-9])\b")
_MONTH_YEAR = pattern(r"\b(?:(0?[1-9]|1[0-2]) |(0[1-9]|1[0-2]))((?:19|20)\d\d)\b")
_YEAR = pattern(r"\b(?:nam|year) ((?:19|20)\d\d)\b")
_LEFT_OPEN = pattern(
    r"\b(?:thang|quy|ban nien) nam (?:19|20)\d\d\b"
    r"|\b(?!(?:so|bieu|mau|luc|bang|phan|muc|bc) )\w+ (?:[a-z]?\d\w?|[ivx]+) nam (?:19|20)\d\d\b"
)
"""A form's "Tháng … năm 2025" whose month nobody filled in, or a part of the year that is none of ours ("Tuần 23", "Đợt 1", "Tháng 13").

These are not the year's figures; those of "Biểu số 02 năm 2025" are.
"""
_BARE_YEAR = pattern(r"\b(20\d\d)\b")
_PROSE = pattern(r"\b(?:ke hoach|giai doan|de an|nghi quyet|quyet dinh|chi thi|thong tu|huong dan|cong van|van ban)\b")
_IN_WORDS = pattern(r"\b(?:thang|quy|nam|month|quarter|year)[ .]?(?:\d|[ivx]+\b)|\b(?:dau|cuoi) nam\b|\b(?:first|second) half\b")
_AROUND = pattern(r"\b(?:bao cao|bc|so lieu|ky|nam|thang|quy|report|reports|period|of)\b")
"""What the name of a folder may have beside its period."""
_SINCE = pattern(r"\b(?:luy ke|cong don|tu dau nam|den het)\b")
_ONLY_SINCE = pattern(
    r"(?:(?:so lieu|bao cao|bieu|bang|tong hop|ket qua|tong|phan) )*(?:luy ke|cong don)"
    r"(?: (?:so lieu|bao cao|tu|dau|nam|cac|thang|quy|ky|den|nay|het|thoi diem|\d{1,2}))*"
)
"""A title of such figures that says no month."""
_LINE = pattern(r"(?:ky bao cao|ky so lieu|thang bao cao|reporting period|period|ky) ")
_LONGEST_TITLE = 200
_DECEMBER = 12
_TELLING = pattern(rf"q|half|month|thang|tdn|t\d|3 ?t\b|6 ?t\b|9 ?t\b|den|19\d\d|20\d\d|{'|'.join(_ENGLISH)}")
"""What a text has in it, folded, if any of these expressions is to find anything: most lines are done with at one look.

Each way begins with a letter or a digit of its own, so that the others are not looked at.
"""

_Found: TypeAlias = tuple[int, int, int]
"""A year (0: not said), a first month, a number of months; or the last month of some that are no period of ours, and `_TOGETHER`."""
_TOGETHER = 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one text says: whole periods, spans of months without their year, years alone."""

    text: str
    periods: frozenset[Period] = frozenset()
    spans: frozenset[tuple[int, int]] = frozenset()  # (first month, months)
    years: frozenset[int] = frozenset()
    is_year_told: bool = False  # "năm 2025", not only a number that looks like a year
    is_year_alone: bool = False  # "2025", and nothing else
    until: frozenset[tuple[int, int]] = frozenset()
    """Year (0: not said) and last month of months together that are no period of ours ("Tháng 5-6 năm 2025", "5 tháng đầu năm").

    What stands at their end is that month's; what is counted over all of them is not.
    """

    def __bool__(self) -> bool:
        """Whether it says anything of a period."""
        return bool(self.periods or self.spans or self.years or self.until)

    @property
    def all_years(self) -> set[int]:
        """The years that it tells, alone or with their months."""
        return {*self.years, *(period.year for period in self.periods), *(year for year, _ in self.until if year)}

    @property
    def year(self) -> int:
        """The year that it tells, 0 where it tells none or several."""
        years = self.all_years
        return years.pop() if len(years) == 1 else 0

    def in_year(self, year: int) -> set[Period]:
        """Return its periods; spans of months whose year it does not tell are of this one, none where that is 0."""
        own = self.year or year
        return {*self.periods, *(Period(own, first, months) for first, months in self.spans if own)}


@lru_cache(maxsize=4096)
def in_title(text: str) -> Spoken:
    """Read a line above a table. A year counts only where the line is a report's title, not in prose."""
    folded = fold(text)
    if len(folded) > _LONGEST_TITLE or not _TELLING.search(folded):
        return Spoken(tidy(text))
    if _LINE.match(folded):
        return in_name(text)
    spoken = _parse(text, folded)
    is_prose = _PROSE.search(folded) is not None
    return Spoken(
        spoken.text,
        spoken.periods,
        spoken.spans,
        frozenset() if is_prose else spoken.years,
        is_year_told=spoken.is_year_told and not is_prose,
        until=spoken.until,
    )


@lru_cache(maxsize=4096)
def in_heading(text: str) -> Spoken:
    """Read the heading of a column, where "6 tháng" says which months; a year may stand there alone."""
    months = _MONTHS_ALONE.fullmatch(fold(text))
    if months:
        return Spoken(tidy(text), spans=frozenset({(1, int(months[1] or _DECEMBER))}))
    return in_name(text) if text.isdigit() else in_title(text)


@lru_cache(maxsize=4096)
def in_name(text: str) -> Spoken:
    """Read the name of a sheet, a file (without its ending) or a folder, where "06.2025" and "202506" are periods too."""
    folded = fold(text)
    if _MONTHS_ALONE.fullmatch(folded):
        return in_heading(text)
    if not _TELLING.search(folded):
        return Spoken(tidy(text))
    spoken = _parse(text, folded)
    if spoken.periods or spoken.until:
        return spoken
    rest = _NO_PERIOD.sub(" ", folded)
    found = {Period(int(a or c), int(b or d), 1) for a, b, c, d in _YEAR_MONTH.findall(rest)}
    found |= {Period(int(year), int(one or other), 1) for one, other, year in _MONTH_YEAR.findall(_YEAR_MONTH.sub(" ", rest))}
    if found:
        return Spoken(spoken.text, frozenset(found))
    years = spoken.years or frozenset(int(year) for year in _BARE_YEAR.findall(rest))
    is_alone = bool(years) and not _bare(folded)
    return Spoken(spoken.text, frozenset(), spoken.spans, years, is_year_told=spoken.is_year_told, is_year_alone=is_alone)


@lru_cache(maxsize=4096)
def in_folder(text: str) -> Spoken:
    """Read the name of a folder, which counts only if it is a period by itself ("2023-06", "T6.2023") or says so in words ("Tháng 6")."""
    spoken = in_name(text)
    folded = fold(text)
    rest = _bare(folded)
    return spoken if not rest or _IN_WORDS.search(folded) else Spoken(spoken.text)


def is_since(text: str) -> bool:
    """Whether a title or a name says that figures are counted since an earlier month ("Lũy kế đến hết tháng 6/2025", "Lũy kế").

    Those of the first half of a year, or of all of it, are that period's own.
    """
    spoken, key = in_title(text), fold(text)
    said = {*spoken.spans, *((period.first, period.months) for period in spoken.periods)}
    if spoken.until or not said:
        return bool(spoken.until) or _ONLY_SINCE.fullmatch(key) is not None
    return all(first > 1 or months == 1 for first, months in said) and _SINCE.search(key) is not None


def is_since_january(text: str) -> bool:
    """Whether a text that says so says that they are counted since January, and not since another month ("Tháng 5-6", "Lũy kế quý II")."""
    spoken, key = in_title(text), fold(text)
    said = {*spoken.spans, *((period.first, period.months) for period in spoken.periods)}
    is_from_another = any(months > 1 for _, months in said) or (spoken.until and "dau nam" not in key)
    return not is_from_another and _SINCE.search(key) is not None


def is_period(text: str) -> bool:
    """Whether a text says a period, and nothing else ("Tháng 6", "Năm 2025")."""
    folded = fold(text)
    return _MONTHS_ALONE.fullmatch(folded) is not None or (bool(in_title(text)) and not _bare(folded))


def _bare(folded: str) -> str:
    """Return what a name has besides a period and the words for one."""
    for expression in (*(expression for expression, _ in _PATTERNS), _YEAR_MONTH, _MONTH_YEAR, _YEAR, _BARE_YEAR, _AROUND):
        folded = expression.sub(" ", folded)
    return folded.strip()


def _parse(text: str, folded: str) -> Spoken:
    folded = _SLIPPED.sub(_mended, folded)
    composed = tidy(text).casefold()
    found: set[_Found] = {(int(year), _MONTH_OF_WORD[fold(word)], 1) for word, year in _MONTH_IN_WORDS.findall(composed)}

    found |= {each for several in _SEVERAL.finditer(folded) for each in _several(several)}
    rest = _SEVERAL.sub(" | ", folded)
    for expression, make in _PATTERNS:
        found |= {made for match in expression.finditer(rest) if (made := make(match))}
        rest = expression.sub(" | ", rest)
    years = frozenset(int(year) for year in _YEAR.findall(rest))
    return Spoken(
        tidy(text),
        frozenset(Period(*each) for each in found if each[0] and each[2] != _TOGETHER),
        frozenset(each[1:] for each in found if not each[0] and each[2] != _TOGETHER),
        years,
        is_year_told=bool(years) and not _LEFT_OPEN.search(rest),
        until=frozenset(each[:2] for each in found if each[2] == _TOGETHER),
    )


def _mended(match: re.Match[str]) -> str:
    """Return a month whose word is misspelt as a month: "thag 6 nam 2025" is no year's figures; a word that there is stays itself."""
    word = match[1]
    is_slip = not is_syllable(word) and one_slip_apart(word, "thang")
    return f"thang {match[2]}" if is_slip else match[0]


def _several(match: re.Match[str]) -> set[_Found]:
    """Return the period of three months or more that are named one by one; the last of those on end, and each of others."""
    year, months = int(match[2]), [int(month) for month in _NUMBER.findall(match[1])]
    is_row = months == list(range(months[0], months[-1] + 1))
    together = _until(year, months[0], months[-1]) if is_row else None
    return {together} if together else {(year, month, _TOGETHER) for month in months}


def _span(year: int, first: int, last: int) -> _Found | None:
    return (year, first, last - first + 1) if (first, last) in _SHAPES else None


def _until(year: int, first: int, last: int) -> _Found | None:
    """Return the period from one month to another, None where there are no such months."""
    is_month = 1 <= first <= _DECEMBER and 1 <= last <= _DECEMBER
    return _span(year, first, last) or ((year, last, _TOGETHER) if is_month else None)


def _number(text: str) -> int:
    return _NUMERALS.get(text) or int(text)


def _months_of(match: re.Match[str]) -> _Found | None:
    months = _number(match[1])
    ends = (_DECEMBER + 1 - months, _DECEMBER) if match[2] == "cuoi" else (1, months)
    return _until(int(match[3] or match[4] or 0), *ends)


def _half(match: re.Match[str]) -> _Found:
    months = _number(match[3]) if match[3] else 6
    return int(match[4] or 0), 7 if match[1] == "second" else 1, months


def _label(match: re.Match[str]) -> _Found:
    period = Period.parse(f"{match[1]}-{match[2]}")
    return period.year, period.first, period.months


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found | None]], ...] = (
    (_DATES, lambda match: _until(int(match[3]), int(match[1]), int(match[2]))),
    (_MONTH_WORD, lambda match: (int(match[2]), _MONTH_OF_WORD[match[1]], 1)),
    (_MONTH_NUMERAL, lambda match: (int(match[2]), _ROMAN.index(match[1]) + 1, 1)),
    (_NO_PERIOD, lambda _: None),
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
