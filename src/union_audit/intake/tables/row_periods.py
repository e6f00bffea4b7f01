"""Rows that say of which period they are, by a column ("Kỳ báo cáo") or their section ("Tháng 5", "Kế hoạch"): which are the table's."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from union_audit.findings import Finding, Source
from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import written
from union_audit.intake.periods.texts import Spoken, in_name, in_title, is_period
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.spoken import is_of
from union_audit.intake.units.names import unadorned
from union_audit.intake.vocabulary.periods import PERIODS, is_earlier, is_present
from union_audit.intake.vocabulary.plans import is_plan
from union_audit.intake.vocabulary.values import NOT_VALUE, is_value
from union_audit.plan.period import Period

_OTHER, _NOW = "other", "now"
_LINE = "Kỳ báo cáo"
"""How the line above a table begins that says its period."""


@dataclass(frozen=True, slots=True)
class Told:
    """The rows that are of another period than the table, what its own say of theirs, and what is wrong."""

    others: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def rows_of_others(said: Mapping[int, str], rows: Sequence[int], period: Period | None) -> Told:
    """Tell the rows apart by what they say, nothing for some. `period`: the table's, as far as what stands above it or the user says."""
    texts = dict.fromkeys(said.values())
    if not texts:
        return Told()
    spoken = {text: _spoken(text) for text in texts}
    if len({*map(str, spoken.values())}) == 1 and len(said) == len(rows) and not isinstance(next(iter(spoken.values())), str):
        return Told(titles=_titles(texts))
    own = {text for text, each in spoken.items() if (each == _NOW if isinstance(each, str) else is_of(each, period))}
    others = tuple(row for row in rows if row in said and said[row] not in own)
    args: dict[str, object] = {"periods": tuple(texts), "count": len(others)}
    findings = [Finding("UA145", args, Source("", "", others[0], 0))] if not own and others else []
    return Told(others, _titles(text for text in texts if text in own and spoken[text] != _NOW), tuple(findings))


def said_by_rows(grid: Grid, header: Header, rows: Sequence[int], sections: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return what each row of a wide table says of its period, by its own cells or else the section it stands in."""
    said = said_by_sections(rows, sections)
    columns = [column for column, parts in header.parts.items() if fold(parts[-1]) in PERIODS]
    for row in rows if columns else ():
        texts = [_of_cell(header.parts[column][-1], written(grid.cell(row, column))) for column in columns]
        text = " ".join(filter(None, texts))
        if text and in_name(text):
            said[row] = text
    return said


def said_by_sections(rows: Sequence[int], sections: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return what the section says of its period that each row stands in, the last above it that says something."""
    bare = ((row, unadorned(text)) for row, text in sections)
    telling = sorted((row, text) for row, text in bare if is_period(text) or isinstance(_spoken(text), str))
    starts = [row for row, _ in telling]
    return {row: telling[place][1] for row in rows if (place := bisect_right(starts, row) - 1) >= 0} if telling else {}


def _titles(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts as lines that tell a period."""
    return tuple(text if in_title(text) else f"{_LINE}: {text}" for text in texts)


def _of_cell(heading: str, text: str) -> str:
    """Return what a cell says: alone, or with its heading ("Tháng", 5)."""
    said = in_name(text)
    return text if not text or said.periods or said.spans or said.until else f"{heading} {text}"


def _spoken(text: str) -> Spoken | str:
    key = fold(text)
    if is_earlier(key) or key in NOT_VALUE or is_plan(text):
        return _OTHER
    return _NOW if is_present(key) or is_value(text) else in_name(text)
