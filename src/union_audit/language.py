"""Words, numbers and dates as Vietnamese and English write them."""

import gettext
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property, lru_cache
from numbers import Integral
from typing import TypeAlias

from union_audit import resources
from union_audit.words import Message

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
"""The languages that have a catalogue, and the locale that their figures are written in."""

_DAYS = {"vi": "dd/MM/y", "en": "d MMM y"}
"""How a date is written, in the letters of Unicode's locale data."""

_FINEST = 6
"""The most decimals of a percentage."""

_SHOWN = 3
"""The values of a list that a message names."""

_LONGEST = 400
"""The most digits of a number: more than the largest that a spreadsheet's cell can hold has."""

Writer: TypeAlias = Callable[[Fraction | int], str]


class Language:
    """One language: calling it translates a catalogue message; its methods write figures. English is the catalogue's key."""

    def __init__(self, code: str) -> None:
        """Open the catalogue of `code`, a key of `LOCALES`."""
        self.code = code
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations() if code == "en" else gettext.translation("union_audit", resources.LOCALES, languages=[code])
        )

    def __call__(self, message: str, /, **args: object) -> str:
        """Return `message` in this language, with `args` in it, as this language writes them.

        Messages among them are translated, whole numbers and dates written, words given by language picked, and of a list the first
        values named.
        """
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**self._written(args)) if args else text

    def plural(self, one: str, many: str, count: int, /, **args: object) -> str:
        """Return the form of the message that goes with `count`, which the message names `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(**self._written({"count": count, **args}))

    def pick(self, words: Mapping[str, str]) -> str:
        """Return words given by language in this one, else in any that they are given in; "" if they are in none."""
        return words.get(self.code) or next(iter(words.values()), "")

    def number(self, value: int) -> str:
        """Write a whole number: 1234567 is "1.234.567" in Vietnamese."""
        return self._number(value)

    def percent(self, value: Fraction, *, against: Fraction | None = None, decimals: int = 1) -> str:
        """Write a fraction as a percentage, rounded to that many decimals, or to more so as not to look like what it is not.

        What it must not look like is `against`, 0% and 100%: 1999/2000 is "99.95%", one in a million is "0.0001%". Where six
        decimals do not tell it from one of them, it says on which side it is: "<100%", ">0%".
        """
        others = {each for each in (against, Fraction(0), Fraction(1)) if each is not None and each != value}
        for places in range(decimals, _FINEST + 1):
            shown = _rounded(value, places + 2)
            if shown not in others:
                return self._percent(shown)
        return f"{'<' if value < shown else '>'}{self._percent(shown)}"

    def date(self, day: date) -> str:
        """Write a date: 30/06/2023 in Vietnamese, 30 Jun 2023 in English."""
        from babel.dates import format_date  # noqa: PLC0415 (help and lists of targets need no dates)

        return format_date(day, format=_DAYS[self.code], locale=LOCALES[self.code])

    @cached_property
    def _number(self) -> Writer:
        return self._writer("#,##0")

    @cached_property
    def _percent(self) -> Writer:
        return self._writer("#,##0." + "#" * _FINEST + "%")

    def _writer(self, pattern: str) -> Writer:
        """Return what writes numbers in that pattern of Unicode's locale data; it remembers what it wrote."""
        from babel.core import Locale  # noqa: PLC0415 (a tenth of a small command's time, which help and lists of targets need not take)
        from babel.numbers import parse_pattern  # noqa: PLC0415

        parsed, locale = parse_pattern(pattern), Locale.parse(LOCALES[self.code])

        @lru_cache(maxsize=65536)
        def write(value: Fraction | int) -> str:
            with localcontext(prec=_LONGEST):
                return str(parsed.apply(Decimal(value.numerator) / value.denominator, locale))

        return write

    def _written(self, args: Mapping[str, object]) -> dict[str, object]:
        return {name: self._value(value) for name, value in args.items()}

    def _value(self, value: object) -> object:
        match value:
            case Message():
                return self(value)
            case date():
                return self.date(value)
            case bool():
                pass
            case Integral():
                return self.number(int(value))
            case Mapping():
                return self.pick(value)
            case list() | tuple():
                return self._listed(value)
        return value

    def _listed(self, values: Sequence[object]) -> str:
        """Return the first values, and how many more there are."""
        shown = [str(self._value(value)) for value in values[:_SHOWN]]
        more = len(values) - len(shown)
        return "; ".join([*shown, *([self.plural("and 1 more", "and {count} more", more)] if more else [])])


def _rounded(value: Fraction, places: int) -> Fraction:
    """Round to that many decimals, a half away from zero, as people do."""
    scale = 10**places
    nearest = (abs(value) * scale + Fraction(1, 2)) // 1
    return Fraction(nearest if value >= 0 else -nearest, scale)
