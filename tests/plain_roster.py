"""The rules of a list of units, said unit by unit as plainly as they can be: what the loader says by columns is held to them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from union_audit.folding import fold
from union_audit.plan.roster import Unit

Fault: TypeAlias = tuple[int, str, str]
"""Line, column, and the first words of the message."""


def faults(units: Sequence[Unit], levels: Mapping[str, str], days: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """Yield what is wrong with units, of which the first stands in line 2.

    `levels`: what a level means; a unit's own is as it is written. `days`: how each unit's first and last day are written.
    """
    for line, (unit, (first, last)) in enumerate(zip(units, days, strict=True), 2):
        for column, text in (("code", unit.code), ("name", unit.name), ("level", unit.level)):
            if not text:
                yield line, column, "“{heading}” is blank"
        if unit.level and fold(unit.level) not in levels:
            yield line, "level", "There is no level"
        for column, text, day in (("valid_from", first, unit.valid_from), ("valid_to", last, unit.valid_to)):
            if text and day is None:
                yield line, column, "“{text}” is no day"
        if unit.valid_from and unit.valid_to and unit.valid_from > unit.valid_to:
            yield line, "valid_to", "The unit ends on"
        if unit.merged_into and unit.valid_to is None:
            yield line, "valid_to", "The unit was merged"
        yield from _beside_others(units, line - 2)
    for column, up in (("parent", {each.code: each.parent for each in units if each.parent}), ("merged_into", _merged(units))):
        yield from _circles(units, column, up)


def _beside_others(units: Sequence[Unit], place: int) -> Iterator[Fault]:
    unit, before = units[place], units[:place]
    if unit.code and any(_key(other.code) == _key(unit.code) for other in before):
        yield place + 2, "code", "The code"
    for column, other in (("parent", unit.parent), ("merged_into", unit.merged_into)):
        if other is not None and all(each.code != other for each in units):
            yield place + 2, column, "There is no unit"
    if unit.name and any((each.parent, each.name.casefold()) == (unit.parent, unit.name.casefold()) for each in before):
        yield place + 2, "name", "“{name}” is also"
    called = [(at, fold(each.name)) for at, each in enumerate(units)] + [
        (at, fold(name)) for at, each in enumerate(before) for name in each.aliases
    ]
    for alias in unit.aliases:
        if fold(alias) != fold(unit.name) and any(at != place and name == fold(alias) for at, name in called):
            yield place + 2, "aliases", "“{name}” is also"


def _key(code: str) -> str:
    return code.casefold().replace(" ", "")


def _merged(units: Sequence[Unit]) -> dict[str, str]:
    return {each.code: each.merged_into for each in units if each.merged_into}


def _circles(units: Sequence[Unit], column: str, up: Mapping[str, str]) -> Iterator[Fault]:
    found = set()
    for code in up:
        way, here = [code], up[code]
        while here in up and here not in way:
            way.append(here)
            here = up[here]
        if here == code:
            found.add(frozenset(way))
    lines = {unit.code: line for line, unit in enumerate(units, 2)}
    for circle in found:
        yield min(map(lines.__getitem__, circle)), column, "Units"


def day(text: str) -> date | None:
    """Return the day that is written there; None if it is none."""
    parts = text.split("/")[::-1] if "/" in text else text.split("-")
    try:
        return date(*map(int, parts)) if [*map(len, parts)] == [4, 2, 2] else None
    except (TypeError, ValueError):
        return None
