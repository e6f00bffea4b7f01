"""Which unit a code or a name means: by the roster's codes, names and aliases, never by a guess between two."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property, lru_cache

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.units.formerly import marked
from union_audit.intake.units.names import accented, agree, code_key, folded, unadorned
from union_audit.intake.units.near import NearNames
from union_audit.patterns import pattern
from union_audit.plan.roster import Roster, Unit, given
from union_audit.sheets.joined import JoinedTexts

_CODED = (
    pattern(r"[(\[]?(?P<code>(?=\S*[^\W\d_])\S*\w)[)\]]?\s*(?:\s[-–—]|:|(?<=[)\]]))\s*(?P<name>\S.*)"),
    pattern(r"(?P<name>.*\S)\s*(?:[(\[]|\s[-–—]\s)\s*(?P<code>(?=\S*[^\W\d_])\S*\w)[)\]]?"),
)
"""A code, with a letter in it, before or after a name, parted from it by a dash, a colon or brackets."""
_WITH_PARENT = pattern(r"(?P<name>.*\S)\s*(?:[(\[]|\s[-–—]\s|,\s)\s*(?P<parent>\S.*?)[)\]]?")
"""A name and that of the unit above it."""
_LONGEST_NAME = 300
_REMEMBERED = 16384
"""So many names are looked up once: the titles of a folder of forms are all the same."""
_REMEMBERED_ROWS = 1 << 18
"""So many rows that are not written as the roster's are told once: a table asks for each when it is found, and when it is put together."""


class How(StrEnum):
    """How a unit was told."""

    CODE = "code"
    ONLY_NAME = "only_name"  # the name is the roster's, the code beside it is not
    NAME = "name"
    NEAR = "near"
    AMBIGUOUS = "ambiguous"
    DISAGREE = "disagree"
    OTHER_TIME = "other_time"  # the name of a unit as it was before a merger, or is since
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
        self.rows_told: tuple[tuple[Sequence[str], ...], array[int]] | None = None  # codes, names and parents of a table, its units
        self.units: Sequence[Unit] = roster.units
        self.name = lru_cache(maxsize=_REMEMBERED)(self._name)
        self._told = lru_cache(maxsize=_REMEMBERED_ROWS)(self._tell)
        self.exactly = lru_cache(maxsize=_REMEMBERED)(self._exactly)

    @cached_property
    def by_code(self) -> dict[str, int]:
        """The unit of a code as it is compared."""
        return _single(list(map(code_key, self.roster.columns.code)), range(len(self.units)))

    @cached_property
    def by_written_code(self) -> dict[str, int]:
        """The unit of a code as the roster writes it."""
        return {code: place for code, place in self.roster.index.items() if code}

    def run(self, codes: Sequence[str]) -> range:
        """Return the units whose codes are these lines, to the letter and in the roster's order; none where they are not."""
        own = self.roster.columns.code
        if not (codes and isinstance(codes, JoinedTexts) and isinstance(own, JoinedTexts)):
            return range(0)
        first = own.find(codes[0])
        return range(first, first + len(codes)) if first >= 0 and own[first : first + len(codes)] == codes else range(0)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that folded names begin with; "" among them where that of some is not its first in letters."""
        names = self.roster.columns.name
        written = set(names.first_words if isinstance(names, JoinedTexts) else (name.partition(" ")[0] for name in names))
        written.update(alias.partition(" ")[0] for _, aliases in given(self.roster.columns.aliases) for alias in aliases)
        return frozenset(folded(word).partition(" ")[0] for word in written)

    @cached_property
    def highest(self) -> frozenset[int]:
        """The units at the top, with others below them."""
        above = self.roster.above
        return frozenset(place for place in {*above} if place >= 0 and self.units[place].parent is None)

    @cached_property
    def by_name(self) -> dict[str, tuple[int, ...]]:
        """The units that a folded name or alias may mean."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, names in enumerate(self.names):
            for name in names:
                key = folded(name)
                if key and place not in found[key]:
                    found[key].append(place)
        return {key: tuple(places) for key, places in found.items() if places}

    @cached_property
    def by_written_name(self) -> dict[str, int]:
        """The unit of a name to the letter as the roster writes it, where no other unit has the same."""
        pairs = [(alias, place) for place, aliases in given(self.roster.columns.aliases) for alias in aliases]
        aliases, owners = zip(*pairs, strict=True) if pairs else ((), ())
        return _single([*self.roster.columns.name, *aliases], [*range(len(self.units)), *owners])

    @property
    def names(self) -> Sequence[tuple[str, ...]]:
        """Each unit's name and aliases."""
        return self.roster.names

    @cached_property
    def by_folded_code(self) -> dict[str, int]:
        """Codes that a file's name may hold: with a letter, since bare digits are dates and numbers of documents."""
        lettered = [(fold(code), place) for place, code in enumerate(self.roster.columns.code) if any(map(str.isalpha, code))]
        return _single([code for code, _ in lettered], [place for _, place in lettered])

    @cached_property
    def first_words_of_codes(self) -> frozenset[str]:
        """The words that these codes begin with, folded."""
        return frozenset(code.partition(" ")[0] for code in self.by_folded_code)

    @cached_property
    def most_words(self) -> int:
        """How many words the longest name, or code, has."""
        return max((key.count(" ") + 1 for key in (*self.by_name, *self.by_folded_code)), default=0)

    @cached_property
    def with_others_below(self) -> frozenset[int]:
        """The units that others belong to."""
        return frozenset(up for place, up in enumerate(self.roster.above) if up not in (place, -1))

    @cached_property
    def _near_names(self) -> NearNames:
        return NearNames(self.names, self.by_name)

    def above(self, place: int) -> list[int]:
        """Return the units that a unit belongs to, the nearest first."""
        found: list[int] = []
        up = self._parent(place)
        while up >= 0 and up not in (place, *found):
            found.append(up)
            up = self._parent(up)
        return found

    def _parent(self, place: int) -> int:
        return self.roster.above[place]

    def tell(self, code: str, name: str, parent: str = "") -> Told:
        """Return the unit that a code and a name mean, of which either may be empty; `parent`: what is said of the unit above it."""
        return self._told(code, name, parent)

    def _tell(self, code: str, name: str, parent: str) -> Told:
        by_name = self.name(name) if name else UNKNOWN
        if code:
            return self._by_code(self.by_code.get(code_key(code), -1), name, by_name)
        if by_name.how is How.UNKNOWN and name:
            return self._by_parts(name)
        return self._below(by_name, parent, by_name) if parent and by_name.how is How.AMBIGUOUS else by_name

    def _by_code(self, place: int, name: str, by_name: Told) -> Told:
        """Tell a unit by its code (-1: nobody's) with the name beside it, which must not be another's."""
        if place < 0:
            return Told(by_name.unit, How.ONLY_NAME) if by_name.how is How.NAME else UNKNOWN
        if by_name.unit >= 0 and by_name.unit != place and by_name.how is How.NAME:
            return Told(-1, How.DISAGREE, (place, by_name.unit))
        if by_name.how is How.UNKNOWN and name and not self._may_be(place, name):
            return Told(-1, How.DISAGREE, (place,))
        return Told(place, How.CODE)

    def _by_parts(self, text: str) -> Told:
        """Tell a unit by a text that holds its name with its code, or with the name of the unit above it."""
        if parts := self._with_code(text):
            return self.tell(*parts)
        text = text[:_LONGEST_NAME]
        if (of_time := marked(text)) and (told := self.name(of_time.name)).unit >= 0:
            is_sure = told.how is How.NAME and self.is_told(told.unit, is_before=of_time.is_before)
            return Told(told.unit, How.NEAR) if is_sure else Told(-1, How.OTHER_TIME, (told.unit,))
        found = _WITH_PARENT.fullmatch(text)
        if not found:
            return UNKNOWN
        name, parent = found["name"], found["parent"]
        return self._below(self.name(name), parent, self._below(self.name(parent), name, UNKNOWN))

    def is_told(self, place: int, *, is_before: bool) -> bool:
        """Whether the roster tells which unit is meant: as it was before a merger one that is no more, as it is since the larger one."""
        unit = self.units[place]
        return bool(unit.merged_into or unit.valid_to) if is_before else unit.code in self._grown

    @cached_property
    def _grown(self) -> frozenset[str]:
        """The codes of the units that others were merged into."""
        return frozenset(code for _, code in given(self.roster.columns.merged_into) if code)

    def _below(self, told: Told, parent: str, otherwise: Told) -> Told:
        """Return the unit that was told, or the only one of those it could be, that belongs to another."""
        up = self.tell(parent, "").unit
        up = up if up >= 0 else self.name(parent).unit
        units = (place for place in (told.unit, *told.candidates) if place >= 0)
        found = [place for place in units if up in self.above(place) or self._is_within(place, parent)]
        return Told(found[0], told.how if told.unit >= 0 else How.NAME) if len(found) == 1 else otherwise

    def _is_within(self, place: int, text: str) -> bool:
        """Whether a text is the place of a unit above: "tỉnh Bắc Giang" of "LĐLĐ tỉnh Bắc Giang"."""
        key = f" {folded(text)}"
        return key.count(" ") > 1 and any(f" {folded(name)}".endswith(key) for up in self.above(place) for name in self.names[up])

    def _with_code(self, text: str) -> tuple[str, str] | None:
        """Take apart a code in the place of a name, alone or with the name: "BG01 - LĐLĐ huyện Một", "LĐLĐ huyện Một (BG01)"."""
        text = text[:_LONGEST_NAME]
        parts = (text, ""), *((found["code"], found["name"]) for pattern in _CODED if (found := pattern.fullmatch(text)))
        return next((each for each in parts if code_key(each[0]) in self.by_code), None)

    def _name(self, text: str) -> Told:
        """Return the unit that a name alone means."""
        found = self.by_name.get(folded(text), ())
        if not found and (bare := unadorned(text)) != text:
            return self.name(bare)
        if not found:
            return _one_of(self._near_names.units(text))
        if len(found) > 1:
            return self._by_accents(text, found)
        is_same = text in self.names[found[0]] or self._agrees(found[0], text)
        return Told(found[0], How.NAME if is_same else How.NEAR)

    def _exactly(self, text: str) -> Told:
        """Return the unit whose name a text is, in other letters at most; nothing near it is looked for, as few lines are names."""
        if folded(text) in self.by_name:
            return self.name(text)
        return self.exactly(bare) if (bare := unadorned(text)) != text else UNKNOWN

    def _agrees(self, place: int, text: str) -> bool:
        key = folded(text)
        return any(agree(text, name) for name in self.names[place] if folded(name) == key)

    def _by_accents(self, text: str, found: tuple[int, ...]) -> Told:
        same = [place for place in found if accented(text) in map(accented, self.names[place])]
        return Told(same[0], How.NAME) if len(same) == 1 else Told(-1, How.AMBIGUOUS, tuple(same or found))

    def _may_be(self, place: int, name: str) -> bool:
        """Whether an unknown name may be a longer or shorter form of the unit's own: all the words of one are in the other."""
        words = set(folded(name).split())
        return any(words <= set(own) or set(own) <= words for own in (folded(each).split() for each in self.names[place]))


def _single(keys: Sequence[str], places: Sequence[int]) -> dict[str, int]:
    """Return the keys that mean one unit only; `places`: the unit of each."""
    found = dict(zip(keys, places, strict=True))
    if len(found) < len(keys):
        twice = {key for key, place in zip(keys, places, strict=True) if found[key] != place}
        found = {key: place for key, place in found.items() if key not in twice}
    found.pop("", None)
    return found


def _one_of(close: AbstractSet[int]) -> Told:
    """Return the unit that a near name means, if there is only one."""
    if len(close) > 1:
        return Told(-1, How.AMBIGUOUS, tuple(sorted(close)))
    return Told(next(iter(close)), How.NEAR) if close else UNKNOWN
