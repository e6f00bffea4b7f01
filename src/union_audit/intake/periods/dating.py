"""Decides a table's period on all that speaks of one: titles, the sheet's name, the file's, the folders'."""

from collections.abc import Sequence
from functools import lru_cache

from union_audit.findings import Finding
from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.periods.texts import Spoken, in_folder, in_name, in_title
from union_audit.patterns import pattern
from union_audit.plan.period import Period

_FILE, _FOLDER = 1, 2
_COUNTED = pattern(
    r"(?:(?:bao cao|so lieu|ket qua|tinh|luy ke|co|tong hop|chot|cap nhat) )*(?:thoi diem|den|het) (?:(?:het|ngay|thoi diem) )*"
    r"\d{1,2} (?:thang )?(\d{1,2}) (?:nam )?(20\d\d)\b"
)
_MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Dated:
    """The period, the text that tells it, and what is wrong. `is_usable`: the figures may be used (for `period`, None: unknown)."""

    period: Period | None = None
    evidence: str = ""
    findings: tuple[Finding, ...] = ()
    is_usable: bool = True


@dataclass(frozen=True, slots=True)
class _Source:
    """One text, and how far from the table it stands: 0 in the sheet, 1 the file's name, 2 a folder's."""

    scope: int
    spoken: Spoken


def date_table(titles: Sequence[str], sheet: str, stem: str, folders: Sequence[str], asked: Period | None) -> Dated:
    """Return the period that the texts agree on; `folders` from the nearest; `asked` decides what the texts leave open."""
    texts = [
        *((0, in_title(title)) for title in titles),
        (0, in_name(sheet)),
        (_FILE, in_name(stem)),
        *((_FOLDER, in_folder(folder)) for folder in folders),
    ]
    dated = _dated(tuple([(scope, spoken) for scope, spoken in texts if spoken]), asked)
    return dated if dated.evidence or dated.findings or asked is None else _as_counted((*titles, sheet), asked)


def _as_counted(texts: Sequence[str], asked: Period) -> Dated:
    """Return the period of figures of which only a day says when they were counted: what was asked for, but for an earlier month's."""
    months = {text: month for text in texts if (month := _counted_in(text))}
    latest = max(months, key=months.__getitem__, default="")
    return Dated(months[latest], latest) if latest and months[latest] < Period(asked.year, asked.first, 1) else Dated(asked)


@lru_cache(maxsize=4096)
def _counted_in(text: str) -> Period | None:
    """Return the month of the day that a text says figures were counted on ("Tính đến ngày 31/5/2025"), None for any other text."""
    found = _COUNTED.match(fold(text)) if any(map(str.isdigit, text)) else None
    month = int(found[1]) if found else 0
    return Period(int(found[2]), month, 1) if found and month in _MONTHS else None


@lru_cache(maxsize=256)  # two thousand forms of a month say the same of it
def _dated(texts: tuple[tuple[int, Spoken], ...], asked: Period | None) -> Dated:
    """Return the period of texts that each speak of one."""
    sources = [_Source(scope, spoken) for scope, spoken in texts]
    told = _told(sources, asked)
    if len(told) > 1:
        return _disagreement(told, asked)
    if told:
        period, evidence = next(iter(told.items()))
        return Dated(period, evidence)
    spans = [source.spoken for source in sources if source.spoken.spans or source.spoken.until]
    if spans and asked is None:
        return Dated(None, spans[0].text, (Finding("UA119", {"text": spans[0].text}),))
    return Dated(asked)


def _told(sources: Sequence[_Source], asked: Period | None) -> dict[Period, str]:
    """Return each period that is told, with the text that tells it first."""
    year = _year(sources) or (asked.year if asked else 0)
    found: dict[Period, str] = {}
    narrow: set[tuple[int, int]] = set()  # (year, scope) of what is more exact than a year
    for source in sources:
        for period in _exact(source.spoken, year):
            found.setdefault(period, source.spoken.text)
            narrow.add((period.year, source.scope))
    for source in sources:
        for each in source.spoken.years if _tells_year(source, asked) else ():
            if not any(told == each and scope <= source.scope for told, scope in narrow):
                found.setdefault(Period(each, 1, 12), source.spoken.text)
    return found


def _tells_year(source: _Source, asked: Period | None) -> bool:
    """Whether a text tells a year. A name that is nothing but one leaves it to what is asked for within it, a folder's to what it holds."""
    spoken = source.spoken
    is_against = source.scope < _FOLDER if asked is None else asked.year not in spoken.years
    return spoken.is_year_told or (spoken.is_year_alone and is_against)


def _exact(spoken: Spoken, year: int) -> list[Period]:
    """Return the periods of one text, in order; a month without its year takes it from the text itself or from around it."""
    own = spoken.year or year
    until = {Period(its or own, month, 1) for its, month in spoken.until if its or own}
    return sorted(spoken.in_year(year) | until)


def _year(sources: Sequence[_Source]) -> int:
    """Return the year that the nearest source tells, 0 if none does or it tells several."""
    return next((source.spoken.year for source in sources if source.spoken.all_years), 0)


def _disagreement(told: dict[Period, str], asked: Period | None) -> Dated:
    args: dict[str, object] = {"evidence": tuple(f"“{text}”: {period.label}" for period, text in told.items())}
    if asked in told:
        return Dated(asked, told[asked], (Finding("UA118", {**args, "period": asked.label}),))
    return Dated(None, "", (Finding("UA117", args),), is_usable=False)
