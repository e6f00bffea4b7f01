"""How the figures of a column are written, for whoever asks why they were read as they were."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from union_audit.intake.facts import State
from union_audit.intake.figures.cells import Reading
from union_audit.words import N_, Message

NUMBERS = N_("numbers")
DIGITS = N_("digits as text")
BY_POINT = N_("thousands by points")
BY_COMMA = N_("thousands by commas")
BY_SPACE = N_("thousands by spaces")
DECIMAL_POINT = N_("decimals by a point")
DECIMAL_COMMA = N_("decimals by a comma")
WITH_WORDS = N_("words")
NOTHING = N_("signs for nothing")
DATES = N_("dates")
NOT_READ = N_("some that are not read")

_THOUSANDS = {".": BY_POINT, ",": BY_COMMA}
_DECIMALS = {".": DECIMAL_POINT, ",": DECIMAL_COMMA}


def styles_of(kinds: AbstractSet[type], odd: Collection[Reading], *, is_any_plain: bool) -> tuple[Message, ...]:
    """Return the styles of a line of cells: `kinds`, the types of its cells; `odd`, the readings of those that are not plain."""
    return _plain(frozenset(kinds), is_any_plain) if not odd else _styles_of(kinds, odd, is_any_plain=is_any_plain)


@lru_cache(maxsize=64)
def _plain(kinds: frozenset[type], is_any_plain: bool) -> tuple[Message, ...]:  # noqa: FBT001 (its only caller is above)
    """Return the styles of a line without odd cells: there are few, and a folder of forms has them ten thousand times."""
    return _styles_of(kinds, (), is_any_plain=is_any_plain)


def _styles_of(kinds: AbstractSet[type], odd: Iterable[Reading], *, is_any_plain: bool) -> tuple[Message, ...]:
    found = {style for reading in odd for style in _styles(reading)}
    has_numbers = not kinds.isdisjoint((int, float))
    if is_any_plain and str in kinds and not (has_numbers and found):  # between odd texts and numbers digits are not looked for
        found.add(DIGITS)
    if has_numbers:
        found.add(NUMBERS)
    return tuple(style for style in _ORDER if style in found)


_ORDER = (NUMBERS, DIGITS, BY_POINT, BY_COMMA, BY_SPACE, DECIMAL_POINT, DECIMAL_COMMA, WITH_WORDS, NOTHING, DATES, NOT_READ)


def _styles(reading: Reading) -> Iterator[Message]:
    if reading.code == "UA213":
        yield NOTHING
    elif reading.code == "UA211":
        yield DATES
    elif reading.state is not State.FIGURE:
        yield NOT_READ
    else:
        yield from _of_figure(reading)


def _of_figure(reading: Reading) -> Iterator[Message]:
    """Yield how a figure's text is written."""
    if reading.thousands in _THOUSANDS:
        yield _THOUSANDS[reading.thousands]
    elif " " in reading.text and reading.text.replace(" ", "").isdigit():
        yield BY_SPACE
    if reading.decimal in _DECIMALS:
        yield _DECIMALS[reading.decimal]
    if any(map(str.isalpha, reading.text)):
        yield WITH_WORDS
