"""Words, numbers and dates as Vietnamese and English write them."""

import gettext
from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.dates import format_date
from babel.numbers import format_decimal

from union_audit import resources
from union_audit.words import Message

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
"""The languages that have a catalogue, and the locale that their figures are written in."""


class Language:
    """One language: calling it translates a catalogue message; its methods write figures. English is the catalogue's key."""

    def __init__(self, code: str) -> None:
        """Open the catalogue of `code`, a key of `LOCALES`."""
        self.code = code
        self._locale = LOCALES[code]
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations() if code == "en" else gettext.translation("union_audit", resources.LOCALES, languages=[code])
        )

    def __call__(self, message: str, /, **args: object) -> str:
        """Return `message` in this language, formatted with `args`: messages among them translated, whole numbers and dates as it writes them."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**self._written(args)) if args else text

    def plural(self, one: str, many: str, count: int, /, **args: object) -> str:
        """Return the form of the message that goes with `count`, which the message names `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(**self._written({"count": count, **args}))

    def number(self, value: int) -> str:
        """Write a whole number: 1234567 is "1.234.567" in Vietnamese."""
        return format_decimal(value, locale=self._locale)

    def percent(self, value: Fraction, *, against: Fraction | None = None) -> str:
        """Write a fraction as a percentage, with as many decimals (one to six) as it takes not to look equal to `against`.

        1999/2000 against 1 is "99.95%" and 1/3 is "33.3%"; what is not 100% never looks like "100%".
        """
        for digits in range(1, 7):
            shown = Fraction(round(value * 100 * 10**digits), 10**digits)
            if against is None or value == against or shown != against * 100:
                break
        decimal = Decimal(shown.numerator) / Decimal(shown.denominator)
        return format_decimal(decimal, format="#,##0.######", locale=self._locale) + "%"

    def date(self, day: date) -> str:
        """Write a date: 30/06/2023 in Vietnamese, 30 Jun 2023 in English."""
        return format_date(day, format="dd/MM/y" if self.code == "vi" else "d MMM y", locale=self._locale)

    def _written(self, args: dict[str, object]) -> dict[str, object]:
        return {name: self._value(value) for name, value in args.items()}

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return self.number(value)
        return self.date(value) if isinstance(value, date) else value
