"""The names of units as they are shown, each made when it is asked for: a nation has 125,000, of which a report lists few."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from union_audit.frozen import dataclass
from union_audit.intake.facts import Int64
from union_audit.plan.roster import Roster, Unit
from union_audit.visible import brief


def shown_name(unit: Unit) -> str:
    """Return a unit's name, its code where it has none."""
    return brief(unit.name or unit.code)


def shown_names(roster: Roster, places: Iterable[int]) -> Iterator[str]:
    """Yield the names of the units at those indexes."""
    codes, names = roster.columns.code, roster.columns.name
    return (brief(names[place] or codes[place]) for place in places)


def shown_codes(roster: Roster, places: Iterable[int]) -> Iterator[str | None]:
    """Yield their codes; None where a unit's name is all that is known of it, and stands beside."""
    codes, names = roster.columns.code, roster.columns.name
    return (None if codes[place] == names[place] else codes[place] for place in places)


@dataclass(frozen=True, slots=True)
class NamesByCode(Mapping[str, str]):
    """The names of all units by their codes."""

    roster: Roster

    def __getitem__(self, code: str) -> str:
        return brief(self.roster.columns.name[self.roster.index[code]] or code)

    def __iter__(self) -> Iterator[str]:
        return iter(self.roster.index)

    def __len__(self) -> int:
        return len(self.roster.units)


@dataclass(frozen=True, slots=True)
class NamesOf(Sequence[str]):
    """The names of the units at those indexes."""

    roster: Roster
    places: Int64

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice):
            return tuple(shown_names(self.roster, self.places[place].tolist()))
        return next(shown_names(self.roster, [int(self.places[place])]))

    def __len__(self) -> int:
        return len(self.places)
