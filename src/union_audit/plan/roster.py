"""The roster: which units there are, who is above whom, since when, and how they are also called."""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, SupportsIndex, TypeGuard, TypeVar, cast, overload

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.plan.coded import Coded
from union_audit.plan.model import Covers, Submits

if TYPE_CHECKING:
    from union_audit.sheets.joined import JoinedTexts

Value = TypeVar("Value", bound=Hashable)

_FEW = 100
"""So many codes are found, of a nation's hundred thousand, before a table of them all is made."""


class Unit(NamedTuple):
    """An office or a union. `level` is None only where a submission without a roster did not tell it."""

    code: str
    name: str
    level: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    merged_into: str | None = None
    submits: Submits | None = None  # None: as its level
    email: str = ""
    covers: Covers | None = None  # None: as each field says

    def exists_at(self, end: date) -> bool:
        """Whether the unit existed at the end of a period (a unit closed during it no longer reports for it)."""
        return (self.valid_from is None or self.valid_from <= end) and (self.valid_to is None or self.valid_to >= end)


class Columns(NamedTuple):
    """What there is to say of some units, a column for each property of a `Unit`, all of one length; None where nobody has it."""

    code: Sequence[str] = ()
    name: Sequence[str] = ()
    level: Coded[str | None] | None = None
    parent: Coded[str | None] | None = None
    aliases: Coded[tuple[str, ...]] | None = None
    valid_from: Coded[date | None] | None = None
    valid_to: Coded[date | None] | None = None
    merged_into: Coded[str | None] | None = None
    submits: Coded[Submits | None] | None = None
    email: Coded[str] | None = None
    covers: Coded[Covers | None] | None = None


_NOTHING: tuple[Any, ...] = ("", "", *Unit._field_defaults.values())
"""What a unit has of a column that there is not."""


class Units(Sequence[Unit]):
    """Units kept by columns, since a nation has a hundred thousand: one is made when somebody asks for it."""

    def __init__(self, columns: Columns) -> None:
        """View the columns."""
        self._columns = columns

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._columns.code)

    @overload
    def __getitem__(self, place: SupportsIndex) -> Unit: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Unit, ...]: ...
    def __getitem__(self, place: SupportsIndex | slice) -> Unit | tuple[Unit, ...]:
        """Make a unit."""
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        pairs: Iterable[tuple[Sequence[Any] | None, Any]] = zip(self._columns, _NOTHING, strict=True)
        return Unit._make(nothing if column is None else column[int(place)] for column, nothing in pairs)

    def __iter__(self) -> Iterator[Unit]:
        """Make one after another."""
        pairs = zip(self._columns, _NOTHING, strict=True)
        return map(Unit._make, zip(*(repeat(nothing, len(self)) if column is None else column for column, nothing in pairs), strict=True))


@dataclass(frozen=True)
class Roster:
    """Units in the file's order, by columns. `path` is None where the units were taken from the submissions themselves."""

    columns: Columns = Columns()
    path: Path | None = None
    sha256: str = ""

    @classmethod
    def of(cls, units: Iterable[Unit], path: Path | None = None) -> "Roster":
        """Return the roster of some units."""
        columns: list[Any] = list(zip(*units, strict=True))
        return cls(Columns(*columns[:2], *(Coded.of(column) if any(column) else None for column in columns[2:])), path)

    @cached_property
    def units(self) -> Units:
        """The units, each made when it is asked for."""
        return Units(self.columns)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each unit code."""
        return dict(zip(self.columns.code, range(len(self.units)), strict=True))

    def places(self, codes: Sequence[str]) -> list[int]:
        """Return the place of each code, -1 where there is none. Of a large list a few are soonest found in its codes as they stand."""
        own = self.columns.code
        if are_lines(own) and len(codes) <= _FEW and "index" not in self.__dict__ and own.surely_differ():
            return [own.find(code) for code in codes]
        return [self.index.get(code, -1) for code in codes]

    @cached_property
    def above(self) -> Sequence[int]:
        """The place of the unit above each unit, -1 where there is none; numpy takes it as an array of int32."""
        parent = self.columns.parent
        if parent is None:
            return array("i", [-1]) * len(self.units)
        places = self.places([code or "" for code in parent.words])
        return array("i", map(places.__getitem__, parent.places))

    @cached_property
    def names(self) -> Sequence[tuple[str, ...]]:
        """Each unit's name and aliases."""
        aliases = self.columns.aliases or repeat((), len(self.units))
        return [(name, *others) for name, others in zip(self.columns.name, aliases, strict=True)]

    @cached_property
    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """The places of each name and alias, folded. Units of different parents may share a name: then there are several."""
        places: dict[str, tuple[int, ...]] = {}
        for place, names in enumerate(self.names):
            for folded in set(map(fold, names)):
                places[folded] = (*places.get(folded, ()), place)
        return places


def are_lines(texts: Sequence[str]) -> "TypeGuard[JoinedTexts]":
    """Whether the texts are those of a large list, which has no object for each."""
    return not isinstance(texts, list | tuple)


def given(column: Coded[Value | None] | None) -> Iterator[tuple[int, Value]]:
    """Yield the places of a column that say something, with what they say."""
    return cast("Iterator[tuple[int, Value]]", column.rows(bool) if column else iter(()))
