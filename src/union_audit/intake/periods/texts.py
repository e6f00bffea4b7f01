"""Which period a text speaks of: a title, a sheet's or a file's name, a folder's."""

from functools import lru_cache

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import tidy
from union_audit.intake.periods.spelled import DECEMBER, MONTHS_ALONE, NO_PERIOD, TELLING, TOGETHER, spelled, without_periods
from union_audit.patterns import pattern
from union_audit.plan.period import Period

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
_LINE = pattern(r"(?:ky bao cao|ky so lieu|thang bao cao|reporting period|period|ky) ")
_LONGEST_TITLE = 200


_TITLE_OF_MONTHS = pattern(
    r"(?:bao cao|bc|tong hop|bieu|bang|ky bao cao|ky)\b(?:.*(?<!moi)(?<!sau)(?<!truoc)(?<!trong)(?<!qua))? ([369]) thang"
)
"""A report's title that ends in so many months, which are the first of the year."""


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
    if len(folded) > _LONGEST_TITLE or not TELLING.search(folded):
        return Spoken(tidy(text))
    if months := _TITLE_OF_MONTHS.fullmatch(folded):
        return Spoken(tidy(text), spans=frozenset({(1, int(months[1]))}))
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
    months = MONTHS_ALONE.fullmatch(fold(text))
    if months:
        return Spoken(tidy(text), spans=frozenset({(1, int(months[1] or DECEMBER))}))
    return in_name(text) if text.isdigit() else in_title(text)


@lru_cache(maxsize=4096)
def in_name(text: str) -> Spoken:
    """Read the name of a sheet, a file (without its ending) or a folder, where "06.2025" and "202506" are periods too."""
    folded = fold(text)
    if MONTHS_ALONE.fullmatch(folded):
        return in_heading(text)
    if not TELLING.search(folded):
        return Spoken(tidy(text))
    spoken = _parse(text, folded)
    if spoken.periods or spoken.until:
        return spoken
    rest = NO_PERIOD.sub(" ", folded)
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


def is_period(text: str) -> bool:
    """Whether a text says a period, and nothing else ("Tháng 6", "Năm 2025")."""
    folded = fold(text)
    return MONTHS_ALONE.fullmatch(folded) is not None or (bool(in_title(text)) and not _bare(folded))


def _bare(folded: str) -> str:
    """Return what a name has besides a period and the words for one."""
    folded = without_periods(folded)
    for expression in (_YEAR_MONTH, _MONTH_YEAR, _YEAR, _BARE_YEAR, _AROUND):
        folded = expression.sub(" ", folded)
    return folded.strip()


def _parse(text: str, folded: str) -> Spoken:
    found, rest = spelled(text, folded)
    years = frozenset(int(year) for year in _YEAR.findall(rest))
    return Spoken(
        tidy(text),
        frozenset(Period(*each) for each in found if each[0] and each[2] != TOGETHER),
        frozenset(each[1:] for each in found if not each[0] and each[2] != TOGETHER),
        years,
        is_year_told=bool(years) and not _LEFT_OPEN.search(rest),
        until=frozenset(each[:2] for each in found if each[2] == TOGETHER),
    )
