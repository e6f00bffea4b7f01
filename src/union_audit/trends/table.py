"""A trend in a terminal, as wide as that is; or in one line."""

from collections.abc import Iterator, Sequence
from typing import IO

from rich.console import RenderableType
from rich.text import Text

from union_audit.audit.result import Status
from union_audit.reports.rows import Movement
from union_audit.reports.table.grid import Fixed, Wrapped, grid
from union_audit.reports.table.paper import STYLE, TOP, WIDE
from union_audit.reports.table.terminal import Terminal
from union_audit.trends.one_line import one_line
from union_audit.trends.rows import LineRow, MovesRow, OpenRow, PointRow
from union_audit.trends.view import TrendView

_SIGNS = ((WIDE, 36), (0, 12))
"""Periods that a line shows, the newest of them, by the width of the terminal."""


def write(view: TrendView, stream: IO[str]) -> None:
    """Write the targets, what became of the gaps, and which of them last; one line if that is all that is wanted."""
    table = _Table(view, Terminal(stream, view.options))
    with table.terminal.console.capture() as shown:
        if view.options.quiet:
            table.terminal.console.print(table.text(one_line(view)), soft_wrap=True)
        else:
            for section in table.sections():
                table.terminal.console.print(section)
    stream.writelines(f"{line.rstrip()}\n" for line in shown.get().splitlines())


class _Table:
    """A trend, and the terminal that it is shown on."""

    def __init__(self, view: TrendView, terminal: Terminal) -> None:
        self.view, self.terminal = view, terminal
        self.language, self.text = view.options.language, terminal.text

    def sections(self) -> Iterator[RenderableType]:
        """Yield what is printed, in order."""
        view = self.view
        yield self.text(view.plan, "bold")
        if view.organisation:
            yield self.text(view.organisation)
        yield self.text(view.span)
        if not view.trend.units:
            yield from self._heading(self.language("Targets over all units"))
            yield from self._lines(view.lines)
            yield from self._moves()
        for unit in view.units:
            yield from self._heading(unit.name)
            yield from map(self.text, unit.lineage)
            yield from self._lines(unit.lines)
        yield from self._open()
        yield Text()
        yield from (self.text(rule, "dim") for rule in view.rules)

    def _heading(self, words: str) -> Iterator[Text]:
        yield Text()
        yield self.text(words, "bold underline")

    def _lines(self, lines: Sequence[LineRow]) -> Iterator[RenderableType]:
        """Yield the targets; one that is shown alone period by period too."""
        language, text = self.language, self.text
        most = next(signs for least, signs in _SIGNS if self.terminal.width >= least)
        columns: tuple[Wrapped[LineRow] | Fixed[LineRow], ...] = (
            Fixed("", lambda row: text(row.symbol, _style(row.status))),
            Wrapped(language("Target"), lambda row: text(row.title)),
            Fixed("", lambda row: self.terminal.sparkline(row.values[-most:], _style(row.status)), justify="left"),
            Fixed(language("First"), lambda row: text(row.first)),
            Fixed(language("Now"), lambda row: text(row.now, _style(row.status))),
            Fixed(language("Goal"), lambda row: text(row.goal)),
            Fixed(language("Change"), lambda row: text(row.change), at_most=12),
            Wrapped(language("At this pace"), lambda row: text(row.outlook)),
            Wrapped(language("Pace"), lambda row: text(row.pace), from_width=WIDE),
        )
        yield grid(self.terminal, columns, lines)
        if len(self.view.trend.editions) > most:
            count = len(self.view.trend.editions)
            yield self.text(language("The lines show the last {shown} of {total} periods.", shown=most, total=count), "dim")
        if len(lines) == 1:
            yield Text()
            yield self._points(lines[0])

    def _points(self, line: LineRow) -> RenderableType:
        language, text = self.language, self.text
        columns: list[Wrapped[PointRow] | Fixed[PointRow]] = [
            Fixed("", lambda row: text(row.symbol, _style(row.point.status))),
            Wrapped(language("Period"), lambda row: text(row.period)),
            Fixed(language("Value"), lambda row: text(row.value, _style(row.point.status))),
            Fixed(language("Counts"), lambda row: text(row.counts)),
            Fixed(language("Goal"), lambda row: text(row.goal)),
            Wrapped(language("Status"), lambda row: text(row.status)),
        ]
        if not self.view.trend.units:
            columns.append(Fixed(language("Reported"), lambda row: text(row.reported)))
        return grid(self.terminal, columns, line.points)

    def _moves(self) -> Iterator[RenderableType]:
        language, text = self.language, self.text
        columns: tuple[Wrapped[MovesRow] | Fixed[MovesRow], ...] = (
            Wrapped(language("Period"), lambda row: text(row.period)),
            Fixed(language("Score"), lambda row: text(row.score)),
            Fixed(language("Gaps"), lambda row: text(language.number(row.gaps)), at_most=10),
            Fixed(language("New"), lambda row: self._moved(row, Movement.NEW), at_most=8),
            Fixed(language("Closed"), lambda row: self._moved(row, Movement.CLOSED), at_most=8),
            Fixed(language("Lasting"), lambda row: self._moved(row, Movement.LASTING), at_most=8),
            Fixed(language("Without figures then or now"), lambda row: self._moved(row, Movement.UNKNOWN), at_most=14),
        )
        yield from self._heading(language("Gaps from period to period"))
        yield grid(self.terminal, columns, self.view.moves())

    def _moved(self, row: MovesRow, movement: Movement) -> Text:
        return self.text("" if row.moved is None else self.language.number(row.moved[movement]))

    def _open(self) -> Iterator[RenderableType]:
        language, text = self.language, self.text
        found = self.view.open(TOP if self.view.options.top is None else self.view.options.top)
        if not found.total:
            yield from self._heading(language("No gap lasts."))
            return
        columns: tuple[Wrapped[OpenRow] | Fixed[OpenRow], ...] = (
            Wrapped(language("Unit"), lambda row: text(row.unit)),
            Wrapped(language("Target"), lambda row: text(row.target)),
            Wrapped(language("Open since"), lambda row: text(row.since)),
            Fixed(language("Open for"), lambda row: text(row.open)),
        )
        yield from self._heading(language("Lasting gaps, the longest first: {shown} of {total}", shown=len(found.rows), total=found.total))
        yield grid(self.terminal, columns, found.rows)


def _style(status: Status | None) -> str:
    return "" if status is None else STYLE[status]
