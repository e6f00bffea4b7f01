"""A number, and the text that it is seen as → how it is shown. Web pages and ods workbooks hold both."""

import re
from functools import lru_cache

from union_audit.patterns import pattern
from union_audit.sheets.number_format import Look, NumberFormat, without_zero

_DIGITS = pattern(r"\d[\d.,\s\u00a0\u202f]*\d|\d")
_GROUPING = pattern(r"[.,\s\u00a0\u202f]")
_WHOLE = pattern(r"\d+|\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+")
_SCIENTIFIC = pattern(r"-?\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_POWERS = (0, -3, -6, -9)
_PERCENT_POWERS = (2, 0)
_LONGEST = 60


def seen_as(text: str, number: float) -> NumberFormat | None:
    """Return how a number is shown by a text; None where simply by its digits, grouped or rounded in any way."""
    text = text.strip()
    digits = _DIGITS.search(text)
    if _SCIENTIFIC.fullmatch(text) or (not digits and not number):
        return None if text else without_zero(None)
    for power in _PERCENT_POWERS if "%" in text else _POWERS:
        decimals = _decimals(digits[0], abs(number) * 10.0**power) if digits else None
        if digits and decimals is not None:
            return _format(Look(power, decimals, text[: digits.start()].strip("-−("), text[digits.end() :]))
    return _format(Look(before=text[:_LONGEST], has_digits=False))


def _decimals(digits: str, value: float) -> int | None:
    """Return how many decimals the digits have, with a point or a comma before them, if they are those of the value; else None."""
    for point in ".,":
        whole, _, decimals = digits.rpartition(point) if digits.count(point) == 1 else (digits, "", "")
        if _WHOLE.fullmatch(whole) and (not decimals or decimals.isdigit()):
            read = float(f"{_GROUPING.sub('', whole)}.{decimals or 0}")
            if abs(value - read) <= 0.5001 * 10.0 ** -len(decimals):
                return len(decimals)
    return None


@lru_cache(maxsize=256)
def _format(look: Look) -> NumberFormat | None:
    return None if look.is_plain else NumberFormat((look,))
