"""Which of the columns beside a form's labels holds its figures."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from union_audit.findings import Finding, Source, address
from union_audit.folding import fold
from union_audit.intake.figures.cells import written
from union_audit.intake.periods.texts import in_heading
from union_audit.intake.tables.columns import Columns
from union_audit.intake.tables.figure_like import is_figure_like
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.labels import Labels
from union_audit.intake.tables.shares import is_of_something_else, is_share
from union_audit.intake.tables.spoken import is_of, of_other_periods, told_above
from union_audit.intake.tables.ticks import pair_beside
from union_audit.intake.vocabulary.answers import is_answer
from union_audit.intake.vocabulary.parts import is_part_heading
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.plans import is_plan, is_task
from union_audit.intake.vocabulary.totals import is_total
from union_audit.intake.vocabulary.values import BESIDE, is_no_count, is_other_value, is_value
from union_audit.plan.period import Period

_LEAST_RUNNING = 3
"""So many running numbers beside labels are codes of lines; fewer may be figures."""


def value_column(
    grid: Grid, labels: Labels, columns: Columns, shares: AbstractSet[int], asked: Period | None
) -> tuple[list[int], list[Finding]]:
    """Return the column of a form's figures: the one that says so, else the only one with figures; and what the others are, or why none.

    `shares`: the columns of percentages, which are read as such. Where there are but two columns of ticks, the first stands for both.
    """
    pair = pair_beside(labels.headed, columns.headings, grid.headings)
    ticks = pair.columns if pair else set[int]()
    declared = [place for place, text in columns.headings.items() if place not in ticks and is_value(text)]
    plain = [place for place in columns.filled if place not in ticks and _may_hold_figures(grid, labels, columns, place)]
    plain = [place for place in plain if not is_cumulative(columns.headings.get(place, ""))] or plain
    choices = _of_period(grid, columns, declared or plain or _of_shares(labels, columns), asked)
    choices = [pair.yes] if pair and not choices else choices
    if len(choices) == 1:
        return choices, _unused(columns, {*choices, *shares, *ticks})
    source = Source("", "", columns.row if columns.row >= 0 else labels.first, choices[0] if choices else labels.column)
    texts = tuple(columns.headings.get(place) or address(labels.first, place) for place in choices)
    finding = Finding("UA107", {"headings": texts, "count": len(choices)}, source) if choices else Finding("UA108", {}, source)
    return [], [finding, *_unused(columns, set())]


def _of_shares(labels: Labels, columns: Columns) -> list[int]:
    """Return the columns of percentages, where a form asks for nothing else."""
    is_any = any(each.match.role == "field" for each in labels.headed)
    return (
        []
        if is_any
        else [place for place in columns.filled if is_share(text := columns.headings.get(place, "")) and not is_of_something_else(text)]
    )


def _may_hold_figures(grid: Grid, labels: Labels, columns: Columns, place: int) -> bool:
    """Whether figures or answers stand in a column, and neither its heading nor they themselves say that they are something else."""
    heading = columns.headings.get(place, "")
    is_none = any(is_so(heading) for is_so in (is_other_value, is_task, is_no_count, is_plan, is_part_heading))
    if is_none or grid.headings.match(heading).role in ("code", "ordinal"):
        return False
    return any(_is_value(grid, row, place) for row in labels.rows) and not _are_codes([grid.shown(row, place) for row in labels.rows])


def _are_codes(shown: Sequence[str]) -> bool:
    """Whether a column only numbers the lines: 1, 2, 3, or 01, 02, 03."""
    numbers = [int(text) for text in shown if text.isascii() and text.isdigit()]
    return len(shown) >= _LEAST_RUNNING and numbers == list(range(1, len(shown) + 1))


def _is_value(grid: Grid, row: int, place: int) -> bool:
    """Whether a cell may be a figure, a yes or a no, rather than a unit of measure."""
    cell = grid.cell(row, place)
    return is_figure_like(cell) or is_answer(written(cell))


def _of_period(grid: Grid, columns: Columns, places: Sequence[int], asked: Period | None) -> list[int]:
    """Return of columns that each speak of a period the one of the table's, their sum apart; a blank one that speaks is a choice too."""
    if any(in_heading(columns.headings.get(place, "")) for place in places):
        places = [place for place in places if not is_total(columns.headings.get(place, ""))]
    blank = [place for place in columns.headings if place not in columns.filled and in_heading(columns.headings[place])]
    spoken = {place: in_heading(columns.headings.get(place, "")) for place in places}
    if len(spoken) == 1 and not all(spoken.values()):
        return [*places, *blank]
    told = told_above(grid, columns.row, None)
    if told and len(spoken) == 1 and not blank and not is_of(spoken[places[0]], told):
        return []  # the only column, and of another period than the title
    others, is_open = of_other_periods(
        spoken | {place: in_heading(columns.headings[place]) for place in blank}, told_above(grid, columns.row, asked)
    )
    return list(places) if is_open or not all(spoken.values()) else [place for place in spoken if place not in others]


def _unused(columns: Columns, used: AbstractSet[int]) -> list[Finding]:
    """Say which columns of a form are not its figures."""
    others = [place for place, text in columns.headings.items() if place not in used and fold(text) not in BESIDE]
    texts = tuple(columns.headings[place] for place in others)
    return [Finding("UA102", {"headings": texts, "count": len(others)}, Source("", "", columns.row, others[0]))] if others else []
