"""Which unit a code or a name means: by the roster's codes, names and aliases, never by a guess between two."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from union_audit.folding import fold
from union_audit.intake.units.names import accented, agree, code_key, folded, is_slip, letters, unadorned
from union_audit.plan.roster import Roster, Unit

_CODED = (
    re.compile(r"[(\[]?(?P<code>(?=\S*[^\W\d_])\S*\w)[)\]]?\s*(?:\s[-–—]|:|(?<=[)\]]))\s*(?P<name>\S.*)"),
    re.compile(r"(?P<name>.*\S)\s*(?:[(\[]|\s[-–—]\s)\s*(?P<code>(?=\S*[^\W\d_])\S*\w)[)\]]?"),
)
"""A code, with a letter in it, before or after a name, parted from it by a dash, a colon or brackets."""
_LONGEST_NAME = 300


class How(StrEnum):
    """How a unit was told."""

    CODE = "code"
    ONLY_NAME = "only_name"  # the name is the roster's, the code beside it is not
    NAME = "name"
    NEAR = "near"
    AMBIGUOUS = "ambiguous"
    DISAGREE = "disagree"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """The unit that was told (an index of the roster), or -1 and the units it could be."""

    unit: int
    how: How
    candidates: tuple[int, ...] = ()


UNKNOWN = Told(-1, How.UNKNOWN)


class Register:
    """A roster, indexed for look-up. Plain dicts: a nation's rows are looked up without a Python function each."""

    def __init__(self, roster: Roster) -> None:
        """Index the roster's codes, names and aliases."""
        self.roster = roster
        self.units: Sequence[Unit] = roster.units
        self.by_code = _single((code_key(unit.code), place) for place, unit in enumerate(roster.units))
        self.by_written_code = _single((unit.code, place) for place, unit in enumerate(roster.units))

    @cached_property
    def highest(self) -> frozenset[int]:
        """The units at the top, with others below them."""
        parents = {unit.parent for unit in self.units}
        return frozenset(place for place, unit in enumerate(self.units) if unit.parent is None and unit.code in parents)

    @cached_property
    def by_name(self) -> dict[str, tuple[int, ...]]:
        """The units that a folded name or alias may mean."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            for name in (unit.name, *unit.aliases):
                key = folded(name)
                if key and place not in found[key]:
                    found[key].append(place)
        return {key: tuple(places) for key, places in found.items() if places}

    @cached_property
    def by_written_name(self) -> dict[str, int]:
        """The unit of a name to the letter as the roster writes it, where no other unit has the same."""
        return _single((name, place) for place, unit in enumerate(self.units) for name in (unit.name, *unit.aliases))

    @cached_property
    def _by_shape(self) -> dict[tuple[int, int], list[str]]:
        shapes: dict[tuple[int, int], list[str]] = defaultdict(list)
        for name in self.by_name:
            shapes[name.count(" "), len(name)].append(name)
        return shapes

    @cached_property
    def _by_letters(self) -> dict[str, set[int]]:
        """The units by the letters of their names and aliases, whatever stands between them, short forms written out or not."""
        found: dict[str, set[int]] = defaultdict(set)
        for place in range(len(self.units)):
            for name in self._names(place):
                for key in (letters(folded(name)), letters(fold(name))):
                    found[key].add(place)
        return found

    def tell(self, code: str, name: str) -> Told:
        """Return the unit that a code and a name mean, of which either may be empty."""
        by_code = self.by_code.get(code_key(code), -1) if code else -1
        by_name = self.name(name) if name else UNKNOWN
        if by_code >= 0:
            if by_name.unit >= 0 and by_name.unit != by_code and by_name.how is How.NAME:
                return Told(-1, How.DISAGREE, (by_code, by_name.unit))
            if by_name.how is How.UNKNOWN and name and not self._may_be(by_code, name):
                return Told(-1, How.DISAGREE, (by_code,))
            return Told(by_code, How.CODE)
        if code:
            return Told(by_name.unit, How.ONLY_NAME) if by_name.how is How.NAME else UNKNOWN
        if by_name.how is How.UNKNOWN and (parts := self._with_code(name)):
            return self.tell(*parts)
        return by_name

    def _with_code(self, text: str) -> tuple[str, str] | None:
        """Take apart a code in the place of a name, alone or with the name: "BG01 - LĐLĐ huyện Một", "LĐLĐ huyện Một (BG01)"."""
        text = text[:_LONGEST_NAME]
        parts = (text, ""), *((found["code"], found["name"]) for pattern in _CODED if (found := pattern.fullmatch(text)))
        return next((each for each in parts if code_key(each[0]) in self.by_code), None)

    def name(self, text: str) -> Told:
        """Return the unit that a name alone means."""
        found = self.by_name.get(folded(text), ())
        if not found and (bare := unadorned(text)) != text:
            return self.name(bare)
        if not found:
            return self._near(text)
        if len(found) > 1:
            return self._by_accents(text, found)
        return Told(found[0], How.NAME if self._agrees(found[0], text) else How.NEAR)

    def _names(self, place: int) -> tuple[str, ...]:
        return (self.units[place].name, *self.units[place].aliases)

    def _agrees(self, place: int, text: str) -> bool:
        key = folded(text)
        return any(agree(text, name) for name in self._names(place) if folded(name) == key)

    def _by_accents(self, text: str, found: tuple[int, ...]) -> Told:
        same = [place for place in found if accented(text) in map(accented, self._names(place))]
        return Told(same[0], How.NAME) if len(same) == 1 else Told(-1, How.AMBIGUOUS, tuple(same or found))

    def _near(self, text: str) -> Told:
        """Return the only unit whose name differs from the text in its spaces, or in one letter of one long word."""
        key = folded(text)
        if spaced := self._by_letters.get(letters(key)) or self._by_letters.get(letters(fold(text))):
            same = [place for place in spaced if any(letters(accented(text)) == letters(accented(name)) for name in self._names(place))]
            return _one_of(set(same) or spaced)
        words, length = key.count(" "), len(key)
        close = {
            place
            for size in (length - 1, length, length + 1)
            for name in self._by_shape.get((words, size), ())
            if is_slip(key, name)
            for place in self.by_name[name]
        }
        return _one_of(close)

    def _may_be(self, place: int, name: str) -> bool:
        """Whether an unknown name may be a longer or shorter form of the unit's own: all the words of one are in the other."""
        words = set(folded(name).split())
        return any(words <= set(own) or set(own) <= words for own in (folded(each).split() for each in self._names(place)))

    def within(self, text: str) -> set[int]:
        """Return the units whose code or name stands in a text such as a file's name; of names inside each other the longest."""
        words = folded(text).split()
        found: list[tuple[int, int, tuple[int, ...]]] = []
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                units = self._phrase(" ".join(words[start : start + size]), text)
                if units and not any(first <= start and start + size <= last for first, last, _ in found):
                    found.append((start, start + size, units))
        return {unit for _, _, units in found for unit in units}

    def _phrase(self, phrase: str, text: str) -> tuple[int, ...]:
        coded = self._by_folded_code.get(phrase)
        if coded is not None:
            return (coded,)
        found = self.by_name.get(phrase, ()) if len(phrase) > 3 else ()  # noqa: PLR2004 (shorter ones stand in any text by chance)
        if len(found) > 1:
            same = tuple(place for place in found if any(accented(name) in accented(text) for name in self._names(place)))
            return same or found
        return found

    @cached_property
    def _by_folded_code(self) -> dict[str, int]:
        """Codes that a file's name may hold: with a letter, since bare digits are dates and numbers of documents."""
        return _single((fold(unit.code), place) for place, unit in enumerate(self.units) if any(map(str.isalpha, unit.code)))


def _single(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the keys that mean one unit only."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for key, place in pairs:
        if found.setdefault(key, place) != place:
            twice.add(key)
    return {key: place for key, place in found.items() if key and key not in twice}


def _one_of(close: AbstractSet[int]) -> Told:
    """Return the unit that a near name means, if there is only one."""
    if len(close) > 1:
        return Told(-1, How.AMBIGUOUS, tuple(sorted(close)))
    return Told(next(iter(close)), How.NEAR) if close else UNKNOWN
