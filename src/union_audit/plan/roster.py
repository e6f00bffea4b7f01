"""The roster: which units there are, who is above whom, since when, and how they are also called."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.plan.model import Covers, Submits


class Unit(NamedTuple):
    """An office or a union. `level` is None only where a submission without a roster did not tell it.

    A tuple, since a nation has a hundred thousand: a frozen dataclass takes five times as long to make.
    """

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


@dataclass(frozen=True)
class Roster:
    """Units in the file's order. `path` is None where the units were taken from the submissions themselves."""

    units: tuple[Unit, ...]
    path: Path | None = None
    sha256: str = ""

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each unit code in `units`."""
        return {unit.code: place for place, unit in enumerate(self.units)}

    @cached_property
    def dated(self) -> tuple[int, ...]:
        """The places of the units that came or went on a day."""
        return tuple(place for place, unit in enumerate(self.units) if unit.valid_from or unit.valid_to)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[int, ...]]:
        """The places in `units` of each name and alias, folded. Units of different parents may share a name: then there are several."""
        places: dict[str, tuple[int, ...]] = {}
        for place, unit in enumerate(self.units):
            for folded in {fold(name) for name in (unit.name, *unit.aliases)}:
                places[folded] = (*places.get(folded, ()), place)
        return places
