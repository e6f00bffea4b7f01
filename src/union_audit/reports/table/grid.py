"""A table that is as wide as its terminal at most: figures are whole, and what room they leave is shared out among the words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Generic, Literal, TypeVar

from union_audit.frozen import dataclass
from union_audit.reports.table.lines import columns as columns_of
from union_audit.reports.table.lines import wrapped
from union_audit.reports.table.terminal import Terminal, Text

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


def grid(terminal: Terminal, columns: Sequence[Wrapped[Row_contra] | Fixed[Row_contra]], rows: Iterable[Row_contra]) -> Iterator[str]:
    """Yield the lines of a table of those columns that the terminal is wide enough for; of a list, where no column has a heading."""
    shown = [column for column in columns if column.from_width <= terminal.width]
    headings = [terminal.text(column.heading, "bold") for column in shown]
    cells = [[column.cell(row) for column in shown] for row in rows]
    is_list = not any(heading.words for heading in headings)
    widths = _widths(terminal.width + is_list, shown, list(zip(headings, *cells, strict=True)))
    between, below, crossing = (" |", "-", "+") if terminal.is_plain and not is_list else ("  ", "─", "─")

    def lines(row: Sequence[Text], *, is_heading: bool = False) -> Iterator[str]:
        broken = [list(wrapped(text.words, width)) for text, width in zip(row, widths, strict=True)]
        height = max(map(len, broken))
        if is_heading:  # stands just above the line
            broken = [[""] * (height - len(each)) + each for each in broken]
        for line in zip_longest(*broken, fillvalue=""):
            yield between.join(map(cell, line, row, shown, widths))

    def cell(words: str, text: Text, column: Wrapped[Row_contra] | Fixed[Row_contra], width: int) -> str:
        blanks, styled = " " * (width - columns_of(words)), terminal.styled(words, text.style)
        return blanks + styled if isinstance(column, Fixed) and column.justify == "right" else styled + blanks

    if not is_list:
        yield from lines(headings, is_heading=True)
        yield crossing.join(below * (width + 1) for width in widths)
    for row in cells:
        yield from lines(row)


def _widths(total: int, columns: Sequence[Wrapped[Row_contra] | Fixed[Row_contra]], contents: Sequence[Sequence[Text]]) -> list[int]:
    """Return how wide each column is: columns of words share what the others leave, each first as much as its longest word needs."""
    widths = [max(columns_of(text.words) for text in column) for column in contents]
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
    return max((columns_of(word) for text in texts for word in text.words.split()), default=0)


def _shared(room: int, least: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Share the room out: each gets its least if there is room for that, then the narrowest first what it wants."""
    widths = list(least) if sum(least) <= room else [1] * len(least)
    while sum(widths) < room and (short := [place for place, width in enumerate(widths) if width < wanted[place]]):
        widths[min(short, key=widths.__getitem__)] += 1
    return widths
