"""Words, numbers and dates as Vietnamese and English write them."""

import gettext
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from numbers import Integral
from typing import TypedDict

from union_audit import resources
from union_audit.words import Message, Plural

LOCALES = {"vi": "vi", "en": "en"}
"""The languages that have a catalogue, and the locale by which their figures are written."""

_DATES = {"vi": "{day:02}/{month:02}/{year}", "en": "{day} {abbreviated} {year}"}
_LONG_DATES = {"vi": "ngày {day:02} tháng {telling} năm {year}", "en": "{day} {wide} {year}"}
_SPREADSHEET_DATES = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}
KEPT = "locales.read"
"""What Babel knows of the languages, in the wheel: asked when that was built, for to load Babel takes longer than to write all figures."""

MANY = 2
"""A number that is not one."""

_FINEST = 6
"""The most decimals of a percentage."""

_SHOWN = 3
"""The values of a list that a message names."""


class Language:
    """One language: calling it translates a catalogue message; its methods write figures. English is the catalogue's key."""

    def __init__(self, code: str) -> None:
        """Speak the language of `code`, a key of `LOCALES`; its catalogue is opened when it is needed."""
        self.code = code
        self._locale = LOCALES[code]

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == "en":
            return gettext.NullTranslations()
        return gettext.translation("union_audit", resources.LOCALES, languages=[self.code])

    def __call__(self, message: str, /, **args: object) -> str:
        """Return `message` in this language, with `args` in it, as this language writes them.

        Messages among them are translated, whole numbers and dates written, words given by language picked, and of a list the first
        values named.
        """
        if isinstance(message, Plural) and isinstance(count := args.get("count"), Integral):
            return self.plural(message.one, message, int(count), **args)
        text = self._template(message) if message else ""
        return text.format(**self._written(args)) if args else text

    def _template(self, message: str) -> str:
        """Return the message in this language; of one that differs by number the form for many."""
        if isinstance(message, Plural):
            return self._catalogue.ngettext(message.one, message, MANY)
        return self._catalogue.gettext(message)

    def plural(self, one: str, many: str, count: int, /, **args: object) -> str:
        """Return the form of the message that goes with `count`, which the message names `{count}`."""
        return self._catalogue.ngettext(one, many, count).format(**self._written({"count": count, **args}))

    def pick(self, words: Mapping[str, str]) -> str:
        """Return words given by language in this one, else in any that they are given in; "" if they are in none."""
        return words.get(self.code) or next(iter(words.values()), "")

    def lines(self, lines: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Return lines given by language in this one, else in any that they are given in; none if they are in none."""
        return lines.get(self.code) or next(iter(lines.values()), ())

    def number(self, value: int) -> str:
        """Write a whole number: 1234567 is "1.234.567" in Vietnamese."""
        return _whole(value, self._locale)

    def percent(self, value: Fraction, *, against: Fraction | None = None, decimals: int = 1) -> str:
        """Write a fraction as a percentage, rounded to that many decimals, or to more so as not to look like what it is not.

        What it must not look like is `against`, 0% and 100%: 1999/2000 is "99.95%", one in a million is "0.0001%". Where six
        decimals do not tell it from one of them, it says on which side it is: "<100%", ">0%".
        """
        bound = None if against is None else (against.numerator, against.denominator)
        return _percent(value.numerator, value.denominator, bound, decimals, self._locale)

    def long_date(self, day: date) -> str:
        """Write a date as the head of a document does: "ngày 05 tháng 7 năm 2025", "5 July 2025"."""
        return _date(day, _LONG_DATES[self.code], self._locale)

    def date(self, day: date) -> str:
        """Write a date: 30/06/2023 in Vietnamese, 30 Jun 2023 in English."""
        return _date(day, _DATES[self.code], self._locale)

    @property
    def date_format(self) -> str:
        """How a spreadsheet is told to write a date so."""
        return _SPREADSHEET_DATES[self.code]

    def _written(self, args: Mapping[str, object]) -> dict[str, object]:
        return {name: self._value(value) for name, value in args.items()}

    def _value(self, value: object) -> object:  # noqa: PLR0911 (one for each kind of value)
        match value:
            case Message():
                return self(value)
            case date():
                return self.date(value)
            case str() | bool():
                pass
            case int() | Integral():  # the first is soon told, and nearly always the case
                return self.number(int(value))
            case float():
                return self._every_digit(value)
            case Mapping():
                return self.pick(value)
            case list() | tuple():
                return self._listed(value)
        return value

    def _every_digit(self, value: float) -> str:
        """Write a number with all of its digits, where they are the point."""
        from babel.numbers import format_decimal  # noqa: PLC0415 (nearly no message has such a number)

        return format_decimal(Decimal(repr(value)), locale=self._locale, decimal_quantization=False)

    def _listed(self, values: Sequence[object]) -> str:
        """Return the first values, and how many more there are."""
        shown = [str(self._value(value)) for value in values[:_SHOWN]]
        more = len(values) - len(shown)
        return "; ".join([*shown, *([self.plural("and 1 more", "and {count} more", more)] if more else [])])


class Written(TypedDict):
    """How a language writes numbers and months: the marks between thousands and before decimals, the months' names by their width."""

    group: str
    decimal: str
    months: dict[str, list[str]]


def known_by_babel(locale: str) -> Written:
    """Return how a language writes numbers and months."""
    from babel.core import Locale  # noqa: PLC0415 (see `KEPT`)

    data = Locale(locale)
    symbols, months = data.number_symbols["latn"], data.months["format"]
    names = {width: [months[width][month] for month in range(1, 13)] for width in ("abbreviated", "wide")}
    return {"group": symbols["group"], "decimal": symbols["decimal"], "months": names}


@cache
def _how(locale: str) -> Written:
    kept = resources.shipped(KEPT)
    if not kept.exists():  # this is no wheel
        return known_by_babel(locale)
    import pickle  # noqa: PLC0415 (as the plan beside it is read)

    all_kept: dict[str, Written] = pickle.loads(kept.read_bytes())  # noqa: S301 (the package's own, as its code is)
    return all_kept[locale]


@cache
def _marks(locale: str) -> dict[int, str]:
    """Return what stands between thousands and before decimals, in the place of Python's own marks."""
    return str.maketrans({",": _how(locale)["group"], ".": _how(locale)["decimal"]})


@lru_cache(maxsize=1024)
def _date(day: date, written: str, locale: str) -> str:
    """Write a date; `telling` is a month that nobody can make another of: 01 and 02, which would become 11 and 12."""
    telling = f"{day.month:02}" if day.month < 3 else day.month  # noqa: PLR2004 (see above)
    names = {width: names[day.month - 1] for width, names in _how(locale)["months"].items()}
    return written.format(day=day.day, month=day.month, year=day.year, telling=telling, **names)


@lru_cache(maxsize=65536)  # reports write the same ones over and over
def _whole(value: int, locale: str) -> str:
    return f"{value:,}".translate(_marks(locale))


@lru_cache(maxsize=65536)
def _percent(top: int, bottom: int, bound: tuple[int, int] | None, decimals: int, locale: str) -> str:
    """Write a percentage as `Language.percent` does; a fraction is known by its two numbers sooner than by itself."""
    value = Fraction(top, bottom)
    telling = telling_decimals(value, bound and Fraction(*bound), decimals, _FINEST)
    places = _FINEST if telling is None else telling
    shown = _rounded(value, places + 2)
    sign = "" if telling is not None else "<" if top * 10 ** (places + 2) < shown * bottom else ">"
    whole, rest = divmod(abs(shown), 10**places)
    written = f"{whole:,}.{rest:0{places}}".rstrip("0").rstrip(".") if rest else f"{whole:,}"
    return f"{sign}{'-' if shown < 0 else ''}{written.translate(_marks(locale))}%"


@lru_cache(maxsize=65536)
def telling_decimals(value: Fraction, against: Fraction | None, fewest: int, most: int) -> int | None:
    """Return the fewest decimals of a percentage that tell it from `against`, 0% and 100%, where it is another; None if `most` do not."""
    others = [each for each in (against, 0, 1) if each is not None and each != value]
    for places in range(fewest, most + 1):
        shown = _rounded(value, places + 2)
        if all(shown * other.denominator != other.numerator * 10 ** (places + 2) for other in others):
            return places
    return None


def _rounded(value: Fraction, places: int) -> int:
    """Round to that many decimals, a half away from zero, as people do, and return how many of the last one it is."""
    scale: int = 10**places  # in whole numbers: a report rounds hundreds of thousands
    nearest = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    return nearest if value.numerator >= 0 else -nearest
