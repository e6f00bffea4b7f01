"""The names of units as they are shown, each made when it is asked for: a nation has 125,000, of which a report lists few."""

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from union_audit.frozen import dataclass
from union_audit.intake.facts import Int64
from union_audit.plan.roster import Columns, Roster, Unit
from union_audit.visible import brief

_MANY = 1000


def shown_name(unit: Unit) -> str:
    """Return a unit's name, its code where it has none."""
    return brief(unit.name or unit.code)


def each_once(roster: Roster) -> Columns:
    """Return the columns of a roster, with the codes and names of all units made at once: for who writes all of them."""
    columns = roster.columns
    return columns._replace(code=list(columns.code), name=list(columns.name))


def shown_names(roster: Roster, places: Sequence[int]) -> Iterator[str]:
    """Yield the names of the units at those indexes."""
    codes, names = _codes_and_names(roster, len(places))
    return (brief(names[place] or codes[place]) for place in places)


def shown_codes(roster: Roster, places: Sequence[int]) -> Iterator[str | None]:
    """Yield their codes; None where a unit's name is all that is known of it, and stands beside."""
    codes, names = _codes_and_names(roster, len(places))
    return (None if (code := codes[place]) == names[place] else code for place in places)


def _codes_and_names(roster: Roster, count: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return both for so many units: of few one is made at a time."""
    columns = each_once(roster) if count > _MANY else roster.columns
    return columns.code, columns.name


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
