"""The units whose names are near a text that is no unit's name: by their spaces, a letter, or a word for the kind of place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from union_audit.folding import fold
from union_audit.intake.units.names import accented, bare, folded, is_slip, letters, may_slip


class NearNames:
    """All names of a roster, indexed for what is near them. `names`: those of each unit; `by_name`: the units of a folded name."""

    def __init__(self, names: Sequence[Sequence[str]], by_name: Mapping[str, tuple[int, ...]]) -> None:
        """Hold the names; each index is made when the first text is near nothing yet."""
        self._names = names
        self._by_name = by_name

    def units(self, text: str) -> set[int]:
        """Return the units that a text may mean: of the first of these ways by which there are any."""
        key = folded(text)
        return self._spaced(text, key) or self._without_place(key) or self._slipped(key)

    def _spaced(self, text: str, key: str) -> set[int]:
        """Return the units whose name differs in its spaces only; if one's accents agree, that one."""
        found = self._by_letters.get(letters(key)) or self._by_letters.get(letters(fold(text))) or set()
        written = letters(accented(text)) if found else ""
        same = {place for place in found if any(written == letters(accented(name)) for name in self._names[place])}
        return same or found

    def _without_place(self, key: str) -> set[int]:
        """Return the units whose name has a word such as "huyện" that the text leaves off, or that an alias does; never another one."""
        key, places = bare(key)
        return {unit for unit, own in self._by_bare.get(key, ()) if places <= own}

    def _slipped(self, key: str) -> set[int]:
        """Return the units whose name differs in one letter of one long word."""
        near = {name for rest in _rests(key) for name in self._by_rest.get(rest, ()) if is_slip(key, name)}
        return {place for name in near for place in self._by_name[name]}

    @cached_property
    def _by_rest(self) -> dict[int, list[str]]:
        """The names by what is left of them without one long word: a text is held against few of a nation's names."""
        found: dict[int, list[str]] = defaultdict(list)
        for name in self._by_name:
            for rest in _rests(name):
                found[rest].append(name)
        return found

    @cached_property
    def _by_letters(self) -> dict[str, set[int]]:
        """The units by the letters of their names, whatever stands between them, short forms written out or not."""
        found: dict[str, set[int]] = defaultdict(set)
        for place, names in enumerate(self._names):
            for name in names:
                for key in (letters(folded(name)), letters(fold(name))):
                    found[key].add(place)
        return found

    @cached_property
    def _by_bare(self) -> dict[str, list[tuple[int, frozenset[str]]]]:
        """The units by their names without words for kinds of places, each with all of these words in its names."""
        found: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for place, names in enumerate(self._names):
            parts = [bare(folded(name)) for name in names]
            words = frozenset[str]().union(*(own for _, own in parts))
            for key in {key for key, _ in parts if key}:
                found[key].append((place, words))
        return found


def _rests(key: str) -> Iterator[int]:
    """Yield a number for each of the ways to leave out one word that may be misspelt: that of what stands before and behind it."""
    words = key.split()
    for place, word in enumerate(words):
        if may_slip(word):
            yield hash((place, *words[:place], *words[place + 1 :]))
