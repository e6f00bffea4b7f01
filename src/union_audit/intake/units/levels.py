"""Which level of the plan a word, or the beginning of a unit's name, means."""

from collections.abc import Sequence
from functools import lru_cache

from union_audit.folding import fold
from union_audit.intake.units.names import folded
from union_audit.plan.model import Plan

_UNION = "cong doan"
_REMEMBERED = 4096
_BEGINNING = 24
"""So many letters of a name mostly hold all words that tell its level."""


class Levels:
    """The plan's levels, indexed by their words."""

    def __init__(self, plan: Plan) -> None:
        """Index ids, labels and aliases, and the beginnings of names, the longest first."""
        self._by_word = {
            fold(word): level.id for level in plan.levels for word in (*level.aliases, *level.label.values(), level.id) if fold(word)
        }
        begin = {folded(words): level.id for level in plan.levels for words in level.names_begin if folded(words)}
        self._begin = sorted(begin.items(), key=lambda each: -len(each[0]))
        self._beginnings = tuple(f"{words} " for words in begin)
        self.beginning = lru_cache(maxsize=_REMEMBERED)(self._beginning)
        self._most_words = max((words.count(" ") + 1 for words in begin), default=0)
        self._known: dict[str, str | None] = {}
        self._order = {level.id: place for place, level in enumerate(plan.levels)}
        self.words = frozenset(word for key in (*self._by_word, *begin) for word in key.split())

    def by_word(self, text: str) -> str | None:
        """Return the level that a cell of a level column names."""
        return self._by_word.get(fold(text))

    def by_name(self, name: str) -> str | None:
        """Return the level whose units' names begin like this one."""
        first = " ".join(name.split(maxsplit=self._most_words)[: self._most_words])
        if first not in self._known:
            key = folded(first) + " "
            self._known[first] = next((level for words, level in self._begin if key.startswith(words + " ")), None)
        return self._known[first]

    def _beginning(self, name: str) -> tuple[str | None, str]:
        """Return the level whose units' names begin like this one, which may lack its "Công đoàn", and the rest of the folded name."""
        for key in (folded(name), f"{_UNION} {folded(name)}"):
            if f"{key} ".startswith(self._beginnings):
                return next((level, key[len(words) + 1 :]) for words, level in self._begin if f"{key} ".startswith(f"{words} "))
        return None, ""

    def is_below(self, level: str, other: str | None) -> bool:
        """Whether a level is below another."""
        return other is not None and self._order[level] > self._order[other]

    def by_names(self, names: Sequence[str]) -> list[str | None]:
        """Return what `by_name` does of each name, found out once for those that begin alike."""
        begin = [name[:_BEGINNING] for name in names]
        told = {each: self.by_name(each) for each in {*begin} if len(each) < _BEGINNING or len(each.split()) > self._most_words}
        if len(told) < len({*begin}):  # the words of some go on beyond it
            told |= {name: self.by_name(name) for name, each in zip(names, begin, strict=True) if each not in told}
            begin = [each if each in told else name for name, each in zip(names, begin, strict=True)]
        return list(map(told.__getitem__, begin))
