"""Words, numbers and dates as Vietnamese and English write them."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from numbers import Integral

from union_audit import resources
from union_audit.words import Message

_FINEST = 6
"""The most decimals of a percentage."""


@dataclass(frozen=True, slots=True)
class Notation:
    """How a language writes figures. `day`: a date's format, of {day}, {month} (both numbers) and {year}, or with {name} for the month."""

    thousands: str
    decimal: str
    day: str
    months: tuple[str, ...] = ("",) * 12


LOCALES = {
    "vi": Notation(".", ",", "{day:02}/{month:02}/{year}"),
    "en": Notation(",", ".", "{day} {name} {year}", ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")),
}
"""The languages that have a catalogue, and how they write figures."""


class Language:
    """One language: calling it translates a catalogue message; its methods write figures. English is the catalogue's key."""

    def __init__(self, code: str) -> None:
        """Open the catalogue of `code`, a key of `LOCALES`."""
        self.code = code
        self._notation = LOCALES[code]
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations() if code == "en" else gettext.translation("union_audit", resources.LOCALES, languages=[code])
        )

    def __call__(self, message: str, /, **args: object) -> str:
        """Return `message` in this language, with `args` in it: messages translated, whole numbers and dates as it writes them."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**self._written(args)) if args else text

    def plural(self, one: str, many: str, count: int, /, **args: object) -> str:
        """Return the form of the message that goes with `count`, which the message names `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(**self._written({"count": count, **args}))

    def number(self, value: int) -> str:
        """Write a whole number: 1234567 is "1.234.567" in Vietnamese."""
        return f"{value:,}".replace(",", self._notation.thousands)

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
        name = self._notation.months[day.month - 1]
        return self._notation.day.format(day=day.day, month=day.month, name=name, year=day.year)

    def _percent(self, value: Fraction) -> str:
        """Write a fraction of at most eight decimals, whole."""
        whole, rest = divmod(abs(value) * 100, 1)
        decimals = f"{int(rest * 10**_FINEST):0{_FINEST}}".rstrip("0")
        number = self.number(int(whole)) + (self._notation.decimal + decimals if decimals else "")
        return f"{'-' if value < 0 else ''}{number}%"

    def _written(self, args: Mapping[str, object]) -> dict[str, object]:
        return {name: self._value(value) for name, value in args.items()}

    def _value(self, value: object) -> object:
        match value:
            case Message():
                return self(value)
            case date():
                return self.date(value)
            case bool():
                return value
            case Integral():
                return self.number(int(value))
        return value


def _rounded(value: Fraction, places: int) -> Fraction:
    """Round to that many decimals, a half away from zero, as people do."""
    scale = 10**places
    nearest = (abs(value) * scale + Fraction(1, 2)) // 1
    return Fraction(nearest if value >= 0 else -nearest, scale)
