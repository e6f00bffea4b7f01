"""The names of units as they are shown, each made when it is asked for: a nation has 125,000, of which a report lists few."""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from union_audit.frozen import dataclass
from union_audit.intake.facts import Int64
from union_audit.plan.roster import Roster, Unit
from union_audit.visible import brief


def shown_name(unit: Unit) -> str:
    """Return a unit's name, its code where it has none."""
    return brief(unit.name or unit.code)


@dataclass(frozen=True, slots=True)
class NamesByCode(Mapping[str, str]):
    """The names of all units by their codes."""

    roster: Roster

    def __getitem__(self, code: str) -> str:
        return shown_name(self.roster.units[self.roster.index[code]])

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
        units = self.roster.units
        if isinstance(place, slice):
            return tuple(shown_name(units[each]) for each in self.places[place])
        return shown_name(units[self.places[place]])

    def __len__(self) -> int:
        return len(self.places)
