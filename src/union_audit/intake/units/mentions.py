"""The units that a text mentions, such as the name of a file or the title of a report."""

from functools import lru_cache

from union_audit.intake.units.identity import Register
from union_audit.intake.units.names import accented, folded

_SHORTEST = 4
"""Shorter names stand in any text by chance."""


def units_within(text: str, register: Register, *, by_code: bool = True) -> set[int]:
    """Return the units whose name, or code, stands in a text; of names inside each other the longest."""
    return set(_within(text, register, by_code=by_code))


@lru_cache(maxsize=4096)
def _within(text: str, register: Register, *, by_code: bool) -> frozenset[int]:
    words = folded(text).split()
    if register.first_words.isdisjoint(("", *words)) and not (by_code and not register.first_words_of_codes.isdisjoint(words)):
        return frozenset()
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for size in range(min(len(words), register.most_words), 0, -1):
        for start in range(len(words) - size + 1):
            units = _of_phrase(" ".join(words[start : start + size]), text, register, by_code=by_code)
            if units and not any(first <= start and start + size <= last for first, last, _ in found):
                found.append((start, start + size, units))
    return frozenset(unit for _, _, units in found for unit in units)


def _of_phrase(phrase: str, text: str, register: Register, *, by_code: bool) -> tuple[int, ...]:
    coded = register.by_folded_code.get(phrase) if by_code else None
    if coded is not None:
        return (coded,)
    found = register.by_name.get(phrase, ()) if len(phrase) >= _SHORTEST else ()
    if len(found) > 1:
        same = tuple(place for place in found if any(accented(name) in accented(text) for name in register.names[place]))
        return same or found
    return found
