"""Headings that are misspelt, or have a small word more or less: which fields of the plan they may mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from union_audit.intake.vocabulary.headings import FILLERS, OTHERWISE
from union_audit.nearest import one_slip_apart

_TYPO_LETTERS = 4
"""A word this long may differ in one letter and still be meant, if the other is no word of the plan's headings itself."""
_TYPOS = 2
"""In a heading at most two words may be misspelt."""


class Misspelt:
    """The words of the plan's headings, indexed by their number and their places."""

    def __init__(self, fields_of: Mapping[str, Iterable[str]]) -> None:
        """Index headings, folded, each with the fields that it means."""
        self._words = frozenset(word for key in fields_of for word in key.split())
        self._by_words: dict[int, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
        self._by_place: dict[tuple[int, int, str], set[tuple[tuple[str, ...], str]]] = defaultdict(set)
        self._squeezed: dict[str, set[str]] = defaultdict(set)
        for key, fields in fields_of.items():
            bare = _bare(key)
            for field in fields:
                self._by_words[len(bare)].add((bare, field))
                for place, word in enumerate(bare):
                    self._by_place[len(bare), place, word].add((bare, field))
                self._squeezed[key.replace(" ", "")].add(field)

    def fields(self, key: str) -> set[str]:
        """Return the fields whose headings differ from a folded one in misspelt or small words at most, or in its spaces."""
        bare = _bare(key)
        is_near = len([word for word in bare if word not in self._words]) <= _TYPOS
        fields = {field for words, field in self._may_be(bare) if self._is_meant(bare, words)} if is_near else set()
        return fields | self._squeezed.get(key.replace(" ", ""), set())

    def _may_be(self, bare: Sequence[str]) -> Iterable[tuple[tuple[str, ...], str]]:
        """Return the plan's headings of as many words, with their fields; since two may be misspelt, those with one of any three."""
        if len(bare) <= _TYPOS:
            return self._by_words.get(len(bare), ())
        there = sorted((self._by_place.get((len(bare), place, word), set()) for place, word in enumerate(bare)), key=len)
        return set[tuple[tuple[str, ...], str]]().union(*there[: _TYPOS + 1])

    def _is_meant(self, given: Sequence[str], words: Sequence[str]) -> bool:
        differing = [(one, other) for one, other in zip(given, words, strict=True) if one != other]
        return len(differing) <= _TYPOS and all(
            min(len(one), len(other)) >= _TYPO_LETTERS and one not in self._words and one not in OTHERWISE and one_slip_apart(one, other)
            for one, other in differing
        )


def _bare(key: str) -> tuple[str, ...]:
    return tuple([word for word in key.split() if word not in FILLERS])
