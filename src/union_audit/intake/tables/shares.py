"""The percentages of a table: which columns and rows hold them, and of which ratios of the plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.headings import IGNORED, SEPARATOR, Match
from union_audit.intake.tables.labels import Labels
from union_audit.intake.tables.likely import likely_rows
from union_audit.intake.tables.spoken import is_of_another
from union_audit.intake.tables.table import Knowledge
from union_audit.patterns import pattern
from union_audit.plan.model import Ratio
from union_audit.plan.period import Period

_LEAST_LABELS = 2
_SHARE = pattern(r"\b(?:dat )?(?:ty le|percentage|share|rate)\b(?: of\b)?|%")
_OF_SOMETHING_ELSE = pattern(
    r"\b(?:ke hoach|kh|so voi|cung ky|hoan thanh|chi tieu|giao|tang|giam|nam truoc|thang truoc|plan|target|previous)\b"
)


class Line(NamedTuple):
    """A row or a column of a sheet."""

    is_row: bool
    place: int


@dataclass(frozen=True, slots=True)
class Share:
    """The cells of one percentage, unit by unit, and the ratios that it may be of; those in one `line` are written alike."""

    line: Line
    cells: Sequence[tuple[int, int]]
    ratios: tuple[Ratio, ...]


def of_lines(headed: Sequence[Headed], units: Sequence[int], knows: Knowledge, period: Period | None, *, is_across: bool) -> list[Share]:
    """Return the percentages with a column of their own beside those of the figures (or a row, where units stand side by side).

    `period`: the table's; percentages of another are none of its own.
    """
    before = {each.place + 1: each.match.field for each in headed}
    planned = {_group(each) for each in headed if each.match.role == "ignored" and is_of_something_else(each.text)}
    shares = []
    for each in headed:
        if each.match.role in ("ignored", "share") and is_share(each.text) and not is_of_another(each.text.split(SEPARATOR), period):
            cells = [(each.place, unit) if is_across else (unit, each.place) for unit in units]
            ratios = _named(each.text, knows)
            if ratios is None:
                ratios = () if _group(each) in planned else _of_numerator(before.get(each.place), knows)
            shares.append(Share(Line(is_across, each.place), cells, ratios))
    return [share for share in shares if share.ratios]


def of_form(lines: Iterable[Headed], headings: Mapping[int, str], knows: Knowledge, period: Period | None) -> list[Share]:
    """Return the percentages in a column beside a form's figures, each that of its row; beside a plan's column they are shares of that."""
    if any(map(is_of_something_else, headings.values())):
        return []
    places = [place for place, text in headings.items() if is_share(text) and not is_of_another([text], period)]
    shares = [
        Share(Line(is_row=False, place=place), [(each.row, place)], _of_numerator(each.match.field, knows))
        for each in lines
        for place in places
    ]
    return [share for share in shares if share.ratios]


def of_measured(lines: Iterable[Headed], units: Sequence[int], knows: Knowledge) -> list[Share]:
    """Return the percentages in rows whose unit of measure says that their figures are such."""
    shares = [
        Share(Line(is_row=True, place=each.row), [(each.row, unit) for unit in units], _of_numerator(each.match.field, knows))
        for each in lines
    ]
    return [share for share in shares if share.ratios]


def with_shares(header: Header, knows: Knowledge) -> Header:
    """Return a header with the columns of percentages that say of what they are the share."""
    ignored = [column for column, match in header.matches.items() if match.role == "ignored"]
    shares = tuple(column for column in ignored if is_share(header.text(column)) and _named(header.text(column), knows))
    return replace(header, shares=shares) if shares else header


def share_labels(grid: Grid, knows: Knowledge) -> Labels | None:
    """Return the labels of a form that asks for percentages alone; None if it is none. One line alone may be a remark."""
    likely = likely_rows(grid.rows, is_share)
    named = [(row, column) for row in likely for column, text in grid.texts(row).items() if is_share(text) and _named(text, knows)]
    columns = {column for _, column in named}
    if len(named) < _LEAST_LABELS or len(columns) > 1:
        return None
    (column,) = columns
    rows = range(named[0][0], named[-1][0] + 1)
    headed = [
        Headed(row, text, Match("share") if (row, column) in named else IGNORED, row, column)
        for row in rows
        if (text := grid.text(row, column))
    ]
    return Labels((column,), rows.start, rows.stop, headed)


def marked(headed: Sequence[Headed], shares: Iterable[Share]) -> list[Headed]:
    """Return the headings, those of percentages as such."""
    places = {share.line.place for share in shares}
    return [replace(each, match=Match("share")) if each.match.role == "ignored" and each.place in places else each for each in headed]


def is_share(heading: str) -> bool:
    """Whether a heading says that it is one of percentages."""
    return _SHARE.search(fold(heading)) is not None


def is_of_something_else(heading: str) -> bool:
    """Whether a heading says that its percentages are of a plan, or of another period."""
    return _OF_SOMETHING_ELSE.search(fold(heading)) is not None


def _group(each: Headed) -> str:
    """Return what a heading stands under: a percentage beside a plan, or another period, may be of that."""
    return each.text.rpartition(SEPARATOR)[0]


def _named(heading: str, knows: Knowledge) -> tuple[Ratio, ...] | None:
    """Return the ratios that a percentage's heading names, by a target or a field; None where it names nothing, as "Tỷ lệ %" alone."""
    *above, leaf = heading.split(SEPARATOR)
    named, groups = _without_share(leaf), [group for group in above if _without_share(group)]
    labelled = [target for target in knows.plan.targets if named and named in map(_without_share, target.label.values())]
    if labelled:
        return tuple(dict.fromkeys(part for target in labelled for part in target.parts if part.denominator))
    tries = [[*groups, named], [*groups, f"so {named}"]] if named else [groups] if groups else []
    field = next(filter(None, (knows.headings.match_stack(parts).field for parts in tries)), None)
    return _of_numerator(field, knows) if field or (named and not is_of_something_else(heading)) else None


def _of_numerator(field: str | None, knows: Knowledge) -> tuple[Ratio, ...]:
    ratios = (part for target in knows.plan.targets for part in target.parts if part.denominator and part.numerator == field)
    return tuple(dict.fromkeys(ratios))


def _without_share(heading: str) -> str:
    return " ".join(_SHARE.sub(" ", fold(heading)).split())
