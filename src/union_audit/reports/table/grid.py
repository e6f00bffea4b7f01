"""A table that is as wide as its terminal at most: figures are whole, and what room they leave is shared out among the words."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Literal, TypeVar

from rich import box
from rich.cells import cell_len
from rich.table import Column, Table
from rich.text import Text

from union_audit.frozen import dataclass
from union_audit.reports.table.terminal import Terminal

Row_contra = TypeVar("Row_contra", contravariant=True)

_LONGEST_WORD = 20
"""Longer words may be broken, where there is no room for them."""


@dataclass(frozen=True, slots=True)
class Wrapped(Generic[Row_contra]):
    """A column of words: wraps between them where it must."""

    heading: str
    cell: Callable[[Row_contra], Text]
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class Fixed(Generic[Row_contra]):
    """A column of figures, signs or bars: never wrapped; figures stand to the right. A long heading wraps within `at_most`."""

    heading: str
    cell: Callable[[Row_contra], Text]
    justify: Literal["left", "right"] = "right"
    at_most: int | None = None
    from_width: int = 0


def grid(terminal: Terminal, columns: Sequence[Wrapped[Row_contra] | Fixed[Row_contra]], rows: Iterable[Row_contra]) -> Table:
    """Return the table of those columns that the terminal is wide enough for."""
    shown = [column for column in columns if column.from_width <= terminal.width]
    headings = [terminal.text(column.heading) for column in shown]
    cells = [[column.cell(row) for column in shown] for row in rows]
    contents = list(zip(headings, *cells, strict=True))
    table = Table(
        *(
            Column(heading, width=width, justify="left" if isinstance(column, Wrapped) else column.justify, overflow="fold")
            for column, heading, width in zip(shown, headings, _widths(terminal.width, shown, contents), strict=True)
        ),
        box=box.ASCII2 if terminal.is_plain else box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for row in cells:
        table.add_row(*row)
    return table


def _widths(total: int, columns: Sequence[Wrapped[Row_contra] | Fixed[Row_contra]], contents: Sequence[Sequence[Text]]) -> list[int]:
    """Return how wide each column is: columns of words share what the others leave, each first as much as its longest word needs."""
    widths = [max(text.cell_len for text in column) for column in contents]
    words = [place for place, column in enumerate(columns) if isinstance(column, Wrapped)]
    for place, column in enumerate(columns):
        if isinstance(column, Fixed) and column.at_most is not None:
            widths[place] = min(widths[place], column.at_most)
    room = total - (2 * len(columns) - 1) - sum(width for place, width in enumerate(widths) if place not in words)
    least = [min(_longest_word(contents[place]), _LONGEST_WORD) for place in words]
    for place, width in zip(words, _shared(room, least, [widths[place] for place in words]), strict=True):
        widths[place] = width
    return widths


def _longest_word(texts: Sequence[Text]) -> int:
    return max((cell_len(word) for text in texts for word in text.plain.split()), default=0)


def _shared(room: int, least: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Share the room out: each gets its least if there is room for that, then the narrowest first what it wants."""
    widths = list(least) if sum(least) <= room else [1] * len(least)
    while sum(widths) < room and (short := [place for place, width in enumerate(widths) if width < wanted[place]]):
        widths[min(short, key=widths.__getitem__)] += 1
    return widths
