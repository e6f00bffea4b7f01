"""The texts of a row, and what they say by themselves: found out once for all rows of all files that have the same texts."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TypeAlias

from union_audit.intake.tables.headings import Headings, Match

Words: TypeAlias = tuple[str | None, ...]
"""The cells of a row that are texts, tidied; None where there is another one or none."""

_WIDE = 64
"""Wider rows are not kept."""


class RowWords:
    """`texts`: the texts of a row by column."""

    def __init__(self, words: Words, headings: Headings, *, near: bool) -> None:
        """Hold the texts. `near`: misspelt headings count too."""
        self.texts: dict[int, str] = {column: text for column, text in enumerate(words) if text}
        self._headings, self._near = headings, near
        self._said: dict[Callable[[str], bool], bool] = {}

    @cached_property
    def hits(self) -> dict[int, Match]:
        """The headings of the plan's fields, by column."""
        found = {column: self._match(text) for column, text in self.texts.items() if len(text) > 1 and not text.isdigit()}
        return {column: match for column, match in found.items() if match.role == "field"}

    @cached_property
    def names_units(self) -> bool:
        """Whether a heading of a column of units is there, and others: where each field's is in two rows, no cell alone is one."""
        return len(self.texts) > 1 and any(self._match(text).role in ("code", "name", "ordinal") for text in self.texts.values())

    def says(self, what: Callable[[str], bool]) -> bool:
        """Whether one of the texts is of a kind."""
        said = self._said.get(what)
        if said is None:
            said = self._said[what] = any(map(what, self.texts.values()))
        return said

    def _match(self, text: str) -> Match:
        return self._headings.match(text, near=self._near)


def row_words(words: Words, headings: Headings, *, near: bool) -> RowWords:
    """Return what the texts of a row say."""
    return _row_words(words, headings, near) if len(words) <= _WIDE else RowWords(words, headings, near=near)


@lru_cache(maxsize=2048)
def _row_words(words: Words, headings: Headings, near: bool) -> RowWords:  # noqa: FBT001 (its caller takes it by name)
    return RowWords(words, headings, near=near)
