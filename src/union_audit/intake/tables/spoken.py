"""Columns that each speak of a period of their own, such as one a month: which of them the table is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from union_audit.findings import Finding
from union_audit.intake.periods.texts import Spoken, in_heading, in_name, in_title
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.headings import IGNORED
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.totals import is_total
from union_audit.plan.period import Period

_TITLE_ROWS = 15
"""The title with the period stands at most so many rows above the headings."""


def told_above(grid: Grid, row: int, asked: Period | None) -> Period | None:
    """Return the period that the lines above a row of headings, or the sheet's name, tell; of several, or else, the one asked for."""
    above = (text for line in range(max(0, row - _TITLE_ROWS), max(0, row)) for text in grid.texts(line).values())
    said = (*map(in_title, above), in_name(grid.sheet.name))
    year = asked.year if asked else 0
    told = {period for each in said for period in each.in_year(year)}
    told = told or {Period(year, 1, 12) for each in said if each.is_year_told and asked is None for year in each.years}
    return next(iter(told)) if len(told) == 1 else asked if asked in told or not told else None


def of_other_periods(spoken: Mapping[int, Spoken], period: Period | None) -> tuple[list[int], bool]:
    """Return the columns that speak of another period than the table's; and whether they are all of them, since nothing decides."""
    said = {place: each for place, each in spoken.items() if each}
    if len({(each.periods, each.spans, each.years, each.until) for each in said.values()}) < 2:  # noqa: PLR2004 (all speak of one)
        return [], False
    others = [place for place, each in said.items() if not is_of(each, period)]
    return others, len(others) == len(said)


def is_of(said: Spoken, period: Period | None) -> bool:
    """Whether what is said is the period; a year is its own as long as no month is said."""
    if period is None:
        return False
    is_year = not said.periods and not said.spans and not said.until and said.years == {period.year}
    return period in said.periods or (period.first, period.months) in said.spans or is_year


def is_of_another(parts: Iterable[str], period: Period | None) -> bool:
    """Whether what stands over a column speaks of another period than the table's, or of all since an earlier one."""
    texts = tuple(parts)
    return any(map(is_cumulative, texts)) or any(said and not is_of(said, period) for said in map(in_heading, texts))


def of_own_period(headed: Sequence[Headed], grid: Grid, header: Header, asked: Period | None) -> tuple[list[Headed], list[Finding]]:
    """Return the headings of a wide table, those of other periods as ignored; where nothing tells whose it is, all that speak of one.

    The sum beside a month is of several.
    """
    fields = [each for each in headed if each.match.field]
    spoken = {each.place: _spoken(_over(grid, header, each.place)) for each in fields}
    period = told_above(grid, header.first, asked)
    others, is_open = of_other_periods(spoken, period)
    if period and not others and not all(spoken.values()):  # beside what is the table's own, one alone may be another's
        others = [place for place, said in spoken.items() if said and not is_of(said, period)]
    own = {each.match for each in fields if is_of(spoken[each.place], period)}
    others += [each.place for each in fields if each.match in own and not spoken[each.place] and is_total(header.parts[each.place][-1])]
    since = {each.place for each in fields if any(map(is_cumulative, _over(grid, header, each.place)))}
    counted = {each.match for each in fields if each.place in since}
    others += [each.place for each in fields if grid.headings.is_since(each.match) and each.place not in since and each.match in counted]
    left_out = set(others)
    result = [replace(each, match=IGNORED) if each.place in left_out else each for each in headed]
    texts = tuple(each.text for each in fields if each.place in left_out)
    return result, [Finding("UA107", {"headings": texts, "count": len(texts)}, fields[0].source)] if is_open else []


def _over(grid: Grid, header: Header, place: int) -> tuple[str, ...]:
    """Return what stands over a column besides the heading that means its field by itself."""
    *groups, leaf = header.parts[place]
    return (*groups, *(() if grid.headings.match(leaf).role == "field" else (leaf,)))


def _spoken(parts: Sequence[str]) -> Spoken:
    return next((said for part in reversed(parts) if (said := in_heading(part))), Spoken(""))
