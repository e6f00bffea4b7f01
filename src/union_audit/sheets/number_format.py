"""How a number format shows numbers, where it is not simply by their digits: as a percentage, in thousands, with words, not at all."""

import operator
import re
from dataclasses import replace
from functools import lru_cache

from union_audit.frozen import dataclass
from union_audit.patterns import pattern
from union_audit.sheets.drawn import struck

_TOKEN = pattern(
    r"""(?P<section>;)|"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^]-]*)[^]]*]
    |\[(?P<test>[<>]=|<>|[<>=])\ *(?P<limit>-?\d+(?:\.\d+)?)]|\[[^]]*]|/\s*\d+
    |(?P<general>General|Standard|@|E[+-])|(?P<mark>[0\#?.,])|(?P<percent>%)|(?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPEAKS = pattern(r"[^\W_]|[%‰]")
"""What a person reads beside a number; signs of money, brackets and spaces are none of it."""
_DATE = pattern(r"[dmyhseb]", re.IGNORECASE)
_SCALE = pattern(r"(,*)(?:\.([0#?]*)(,*))?$")
_TESTS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
_OF_NUMBERS = 3
"""A section after so many is for texts."""
_LIKE_THOUSANDS = 3
"""So many decimals make a whole number look like thousands: 12.000."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a number is shown: times ten to some power, with words before and after it; `has_digits`: False where only words are.

    `decimals`: how many the format has, None for as many as there are. `test`: which numbers are shown so, None for all that are left.
    """

    power: int = 0
    decimals: int | None = None
    before: str = ""
    after: str = ""
    has_digits: bool = True
    test: tuple[str, float] | None = None
    is_struck: bool = False  # by the cell's font: the figure was crossed out
    hides_zero: bool = False  # "#" shows none of its digits, and an empty section nothing at all

    @property
    def is_plain(self) -> bool:
        """Whether what is seen is the number."""
        return not self.is_struck and not self.is_other_number and not _SPEAKS.search(self.before + self.after)

    @property
    def is_percentage(self) -> bool:
        """Whether a sign says that it is a percentage, be it the number's own or of the number times a hundred."""
        return "%" in self.before + self.after

    @property
    def is_other_number(self) -> bool:
        """Whether the digits seen are others than the number's: fewer, more, or none."""
        return self.power != 0 or self._is_long or not self.has_digits or any(map(str.isdigit, self.before + self.after))

    @property
    def _is_long(self) -> bool:
        return self.power == 0 and self.decimals == _LIKE_THOUSANDS

    def shown(self, number: float) -> str:
        """Return what a person sees; of a number that is not cut to thousands all decimals."""
        if not self.has_digits:
            return self.before.strip()
        value = number * 10.0**self.power
        digits = f"{value:.{self.decimals or 0}f}" if self.power < 0 or self._is_long else f"{value:.15g}"
        text = f"{self.before}{digits}{self.after}"
        return struck(text) if self.is_struck else text


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The looks that a format gives to numbers above zero, in the order that they are tried in; `hides_zero`: of a zero nothing is seen."""

    looks: tuple[Look, ...]
    hides_zero: bool = False

    @property
    def is_struck(self) -> bool:
        """Whether the cell's font crosses out what stands in it."""
        return any(look.is_struck for look in self.looks)

    @property
    def is_of_zeros(self) -> bool:
        """Whether all is seen as it is but zeros."""
        return self.hides_zero and all(look.is_plain for look in self.looks)

    def look(self, number: float) -> Look:
        """Return how a number is shown; one below zero as the one above it."""
        return next((look for look in self.looks if look.test is None or _TESTS[look.test[0]](abs(number), look.test[1])), Look())


def crossed_out(shown: NumberFormat | None) -> NumberFormat:
    """Return a format with a stroke through what it shows; None: one that shows the number."""
    looks = shown.looks if shown else (Look(),)
    return NumberFormat(tuple(replace(look, is_struck=True) for look in looks), hides_zero=shown is not None and shown.hides_zero)


def without_zero(shown: NumberFormat | None) -> NumberFormat:
    """Return a format that shows nothing of a zero; None: one that shows the number."""
    return NumberFormat(shown.looks if shown else (Look(),), hides_zero=True)


PERCENT = NumberFormat((Look(2, after="%"),))
BUILT_IN = {9: PERCENT, 10: PERCENT}
"""The formats that every workbook has, by their numbers, and that show something else than the number."""


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat | None:
    """Return how a format code shows numbers; None where every one is seen as it is, or as a date, which a reader makes of it."""
    sections = _sections(code)[:_OF_NUMBERS]
    looks = tuple(look for look in map(_look, sections) if look)
    if any(look.test for look in looks):
        of_zero: Look | None = NumberFormat(looks).look(0)
    else:
        of_zero = _look(sections[-1] if len(sections) == _OF_NUMBERS else sections[0])
        looks = looks[:1]  # the others are for what is below zero, and zero
    hides_zero = bool(code) and of_zero is not None and of_zero.hides_zero
    return None if not code or (all(look.is_plain for look in looks) and not hides_zero) else NumberFormat(looks, hides_zero)


def _sections(code: str) -> list[list[re.Match[str]]]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["section"]:
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _look(tokens: list[re.Match[str]]) -> Look | None:
    """Return the look that a section gives; None for that of a date."""
    marks = "".join(token["mark"] or "" for token in tokens)
    has_digits = any(token["general"] for token in tokens) or any(mark in "0#?" for mark in marks)
    if not has_digits and any(token["other"] and _DATE.match(token["other"]) for token in tokens):
        return None
    first = next((place for place, token in enumerate(tokens) if token["general"] or token["mark"]), len(tokens))
    before, after = ("".join(map(_words, part)) for part in (tokens[:first], tokens[first:]))
    scaled = _SCALE.search(marks)
    whole, decimals, end = scaled.groups("") if scaled else ("", "", "")
    power = 2 * sum(token["percent"] is not None for token in tokens) - 3 * len(whole + end)
    test = next(((token["test"], float(token["limit"])) for token in tokens if token["test"]), None)
    is_general, is_fraction = any(token["general"] for token in tokens), any(token[0].startswith("/") for token in tokens)
    says = bool((before + after).strip()) and not (has_digits and _SPEAKS.search(before + after))  # "-" is a zero, "máy" alone says none
    hides_zero = not (is_general or "0" in marks or is_fraction or says)
    return Look(power, None if is_general else len(decimals), before, after, has_digits, test, hides_zero=hides_zero)


def _words(token: re.Match[str]) -> str:
    return next((text for name in ("quoted", "escaped", "currency", "percent", "other") if (text := token[name])), "")
