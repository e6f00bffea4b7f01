"""A table whose columns know how wide a terminal must be to show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rich import box
from rich.table import Column, Table
from rich.text import Text

from union_audit.reports.table.terminal import Terminal

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Wrapped(Generic[Row]):
    """A column of words: wraps between them where it must, and never has room for less than `least` letters."""

    heading: str
    cell: Callable[[Row], Text]
    least: int = 12
    from_width: int = 0

    def column(self, heading: Text) -> Column:
        """Return it as rich has it."""
        return Column(heading, min_width=self.least, overflow="fold")


@dataclass(frozen=True, slots=True)
class Fixed(Generic[Row]):
    """A column of figures, signs or bars: never wrapped; figures stand to the right. A long heading wraps within `at_most`."""

    heading: str
    cell: Callable[[Row], Text]
    justify: Literal["left", "right"] = "right"
    at_most: int | None = None
    from_width: int = 0

    def column(self, heading: Text) -> Column:
        """Return it as rich has it."""
        return Column(heading, justify=self.justify, no_wrap=self.at_most is None, max_width=self.at_most)


def grid(terminal: Terminal, columns: Sequence[Wrapped[Row] | Fixed[Row]], rows: Iterable[Row]) -> Table:
    """Return the table of those columns that the terminal is wide enough for."""
    shown = [column for column in columns if column.from_width <= terminal.width]
    table = Table(
        *(column.column(terminal.text(column.heading)) for column in shown),
        box=box.ASCII2 if terminal.is_plain else box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for row in rows:
        table.add_row(*(column.cell(row) for column in shown))
    return table
