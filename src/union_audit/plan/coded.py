"""A column of which many rows say the same: each thing once, and which of them each row says."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

Value_co = TypeVar("Value_co", bound=Hashable, covariant=True)
Other = TypeVar("Other", bound=Hashable)


class Coded(Sequence[Value_co]):
    """`words`: the things that are said; `places`: the place among them of what each row says, which numpy takes as an array of int32."""

    def __init__(self, words: Sequence[Value_co], places: "array[int]") -> None:
        """Hold a column."""
        self.words, self.places = words, places

    @classmethod
    def of(cls, column: Iterable[Value_co]) -> "Coded[Value_co]":
        """Return the column of some values."""
        values = list(column)
        words = list(dict.fromkeys(values))
        index = dict(zip(words, range(len(words)), strict=True))
        return cls(words, array("i", map(index.__getitem__, values)))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.places)

    @overload
    def __getitem__(self, row: int) -> Value_co: ...
    @overload
    def __getitem__(self, row: slice) -> list[Value_co]: ...
    def __getitem__(self, row: int | slice) -> Value_co | list[Value_co]:
        """Return what a row says, or some of them."""
        return self.words[self.places[row]] if isinstance(row, int) else list(map(self.words.__getitem__, self.places[row]))

    def __iter__(self) -> Iterator[Value_co]:
        """Go through the rows."""
        return map(self.words.__getitem__, self.places)

    def __eq__(self, other: object) -> bool:
        """Whether another column says the same."""
        return isinstance(other, Coded) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def __repr__(self) -> str:
        """Return how to write it."""
        return f"Coded.of({[*self]})"

    def meaning(self, mean: Callable[[Value_co], Other]) -> "Coded[Other]":
        """Return what the rows mean, found out once for all that say the same."""
        return Coded(list(map(mean, self.words)), self.places)

    def rows(self, is_so: Callable[[Value_co], object]) -> Iterator[tuple[int, Value_co]]:
        """Yield the rows of which something is so, with what they say."""
        chosen = {place for place, word in enumerate(self.words) if is_so(word)}
        if chosen:
            yield from ((row, self.words[place]) for row, place in enumerate(self.places) if place in chosen)
