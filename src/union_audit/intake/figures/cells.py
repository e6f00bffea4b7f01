"""What stands in a cell → a figure, or why not. Pure: one cell at a time, nothing around it (see `grouping` for that)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date, time, timedelta
from functools import lru_cache

from union_audit.folding import are_tidy, fold, nfc
from union_audit.frozen import dataclass
from union_audit.intake.facts import State
from union_audit.intake.vocabulary.answers import NO, NOTHING, TICKS, YES, is_yes_no
from union_audit.intake.vocabulary.measures import SCALES
from union_audit.patterns import pattern
from union_audit.plan.model import MAX_COUNT
from union_audit.sheets.by_column import Texts
from union_audit.sheets.model import Cell, CellError
from union_audit.sheets.number_format import Look, NumberFormat

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Letters and digits of an East Asian keyboard, as wide as a square, and what they are elsewhere."""
_LONGEST = 2_000
"""What is longer is neither a figure nor the name of anything."""
_GROUPED = pattern(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_SPACED = pattern(r"[1-9]\d{0,2}(?: \d{3})+")
_DECIMAL = pattern(r"(\d+|[1-9]\d{0,2}([.,])\d{3}(?:\2\d{3})*)([.,])(\d+)")
_NUMBER = r"\d+(?:[.,]\d+)*"
_WITH_WORDS = pattern(rf"({_NUMBER}|[1-9]\d{{0,2}}(?: \d{{3}})+) ?([^\W\d_][^\d]*)")
_NEGATIVE = pattern(rf"[-−–] ?{_NUMBER}")
_PERCENT = pattern(rf"[-−–]?{_NUMBER} ?%")
_PAIR = pattern(rf"\(?{_NUMBER}\)? ?(?:/|-|–|—|÷|\+|:|;|đến|to) ?{_NUMBER}.*")
_DATE = pattern(r"\d{1,2}([/.-])\d{1,2}\1\d{4}|\d{4}-\d{1,2}-\d{1,2}(?:[ T][\d:]+)?|\d{1,2}:\d{2}(?::\d{2})?")
_TWO_LINES = pattern(r"\d\s*[\n\r\t\v\f\x85\u2028\u2029]\s*\d")
"""Figures in two lines of a cell: a blank marks thousands, the end of a line does not."""
_ERROR = pattern(r"#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!)", re.IGNORECASE)
_NOISE = 1e-12
"""What computing with fractions leaves of a whole number, beyond the fifteen digits that a spreadsheet shows."""
_NO_FIGURE = frozenset({"UA201", "UA209", "UA210", "UA211", "UA212", "UA216"})
_DOTTED = pattern(r"^(?:\.{3,}|…|_{3,})[.…_]*\s*|\s*(?:\.{3,}|…|_{3,})[.…_]*(?=\s*[^\W\d]|\s*$)")
"""The line that a form has where something is to be filled in, before and behind what was."""
_NO_LETTERS = pattern(r"[-−–—_.…·*/\\]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says. `code` and `args`: the finding it is worth, if any.

    `high`: where a separator leaves two whole readings, the larger (`value` is the smaller), decided by `separator`'s role.
    `thousands`, `decimal`: the separator that this cell shows to mean that, for the cells that leave it open.
    """

    state: State
    value: int = 0
    text: str = ""
    code: str = ""
    args: dict[str, object] = field(default_factory=dict)
    high: int = 0
    separator: str = ""
    thousands: str = ""
    decimal: str = ""

    @property
    def is_open(self) -> bool:
        """Whether two readings are left."""
        return self.code == "UA202"

    @property
    def is_no_figure(self) -> bool:
        """Whether it is none by the kind of its text, whatever number is in it."""
        return self.code in _NO_FIGURE

    def of(self, text: str) -> "Reading":
        """Return the same of another text of the kind."""
        return _unreadable(self.code, text)


BLANK = Reading(State.BLANK)
HIDDEN = Reading(State.BLANK, text="0", code="UA223")
"""A zero of which nothing is seen: whoever looked at the cell saw a blank."""


def written(cell: Cell) -> str:
    """Return what stands in a cell as a person would see it, in one line."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, CellError):
        return cell.text
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else repr(cell)
    return tidy(cell) if isinstance(cell, str) else str(cell)


def all_written(cells: Iterable[Cell]) -> Sequence[str]:
    """Return what stands in each of some cells, as `written` does."""
    if isinstance(cells, Texts) and cells.are_tidy:
        return cells.texts
    found = list(map(_as_text, cells))
    return found if are_tidy(found) else list(map(tidy, found))


def _as_text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else written(cell)


def tidy(text: str) -> str:
    """Return the text composed, in one line, its spaces (of any kind) single and its edges bare; of a page of text its beginning."""
    return _joined(text) if len(text) <= _LONGEST else _joined.__wrapped__(text)[:_LONGEST]


@lru_cache(maxsize=16384)
def _joined(text: str) -> str:
    return " ".join((text if text.isascii() else nfc(text).translate(_INVISIBLE)).split())


def read_count(cell: Cell, words: frozenset[str], shown: NumberFormat | None = None) -> Reading:
    """Read a count; `words`: what may follow the number, folded; `shown`: how a number is shown, None if simply by its digits."""
    if not isinstance(cell, str):
        return _count_native(cell, words, shown)
    is_several = not cell.isprintable() and _TWO_LINES.search(cell)
    return _unreadable("UA210", tidy(cell)) if is_several else _count_text(tidy(cell), words)


def read_yes_no(cell: Cell, shown: NumberFormat | None = None) -> Reading:
    """Read a yes or a no; `shown`: how a number is shown, and then read, None if simply by its digits."""
    if shown and isinstance(cell, int | float) and not isinstance(cell, bool):
        cell = tidy(shown.look(cell).shown(cell)) or cell
    text = written(cell)
    if not text:
        return BLANK
    if isinstance(cell, bool):
        return Reading(State.FIGURE, int(cell), text)
    if isinstance(cell, int | float | str):
        if fold(text) in YES or set(text) <= TICKS:
            return Reading(State.FIGURE, 1, text)
        if fold(text) in NO:
            return Reading(State.FIGURE, 0, text)
        if isinstance(cell, str) and is_nothing(text) and not _ERROR.fullmatch(text):
            return _nothing(text)
    return _no_value(cell, text) or _unreadable("UA216", text)


def _unreadable(code: str, text: str, **args: object) -> Reading:
    return Reading(State.UNREADABLE, text=text, code=code, args={"text": text, **args})


def _inconsistent(code: str, text: str, **args: object) -> Reading:
    return Reading(State.INCONSISTENT, text=text, code=code, args={"text": text, **args})


def _nothing(text: str) -> Reading:
    return Reading(State.BLANK, text=text, code="UA213", args={"text": text})


def filled_in(text: str) -> str:
    """Return what was written on a dotted line ("……45…… máy")."""
    return _DOTTED.sub("", text).strip() if "..." in text or "…" in text or "___" in text else text


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing: a dash, dots, "không có"."""
    return _NO_LETTERS.fullmatch(text) is not None or fold(text) in NOTHING


def _no_value(cell: Cell, text: str) -> Reading | None:
    """Answer for what is no value at all: an error (in a text file it is text), a formula without a result, a date."""
    if isinstance(cell, str):
        return _unreadable("UA204", text) if _ERROR.fullmatch(text) else None
    if isinstance(cell, CellError):
        return _unreadable("UA203" if text.startswith("=") else "UA204", text)
    return _unreadable("UA211", text) if isinstance(cell, date | time | timedelta) else None


def _count_native(cell: Cell, words: frozenset[str], shown: NumberFormat | None) -> Reading:
    text = written(cell)
    if cell is None:
        return BLANK
    if isinstance(cell, bool):
        return _unreadable("UA212", text)
    if not isinstance(cell, int | float):
        return _no_value(cell, text) or _unreadable("UA201", text)
    look = shown.look(cell) if shown else None
    return _number(cell, text) if look is None or look.is_plain else _seen(cell, look, words)


def _seen(number: float, look: Look, words: frozenset[str]) -> Reading:
    """Read a number that is shown as something else than its digits; what a person sees decides whether it can be a count."""
    text = tidy(look.shown(number))
    if look.is_percentage:
        return _unreadable("UA209", text)
    if text == written(number) or not number or is_count(look, words):
        return _number(number, text)
    if look.is_other_number or _is_scaled(look):
        return _unreadable("UA219", text, held=written(number))
    return _unreadable("UA201", text)


def is_count(look: Look, words: frozenset[str]) -> bool:
    """Whether a number is shown as a count: by its digits, with nothing but `words` behind it."""
    is_bare = not look.is_struck and not look.is_percentage and not look.is_other_number and not look.before.strip()
    return is_bare and not _is_scaled(look) and fold(look.after) in {"", *words}


def _is_scaled(look: Look) -> bool:
    return any(word in SCALES for word in tidy(look.before + look.after).casefold().split())


def _number(number: float, text: str) -> Reading:
    if number != number:  # noqa: PLR0124 (not a number is the only one that differs from itself)
        return _unreadable("UA201", text)
    if number < 0:
        return _inconsistent("UA205", text)
    if number > MAX_COUNT:
        return _unreadable("UA208", text, limit=MAX_COUNT)
    if number >= 1 and abs(number - round(number)) <= _NOISE * number:
        return Reading(State.FIGURE, round(number), text)
    if number != int(number):
        thousand = round(number * 1000)
        is_whole = thousand % 1000 == 0  # but for the noise of a computed figure
        is_grouped = not is_whole and 1 <= number < 1000 and abs(number * 1000 - thousand) < 1e-6  # noqa: PLR2004 (three decimals)
        return _inconsistent("UA207", text, number=number, suggested=thousand) if is_grouped else _inconsistent("UA206", text)
    return Reading(State.FIGURE, int(number), text)


def _count_text(text: str, words: frozenset[str]) -> Reading:
    if not text:
        return BLANK
    if failed := _no_value(text, text):
        return failed
    plain = filled_in(text.translate(_WIDE))
    if is_nothing(text) or (plain != text and fold(plain) in words):
        return _nothing(text)
    found = _digits(plain, text)
    if found is None and (parts := _WITH_WORDS.fullmatch(plain)) and fold(parts[2]) in words:
        found = _digits(parts[1], text)
    return found or _unreadable(_why_no_count(text), text)


def _digits(number: str, text: str) -> Reading | None:
    """Read digits with or without separators; None if it is no number. `text` is the whole cell."""
    if number.isascii() and number.isdigit():
        return _whole(number, text)
    if _SPACED.fullmatch(number):
        return _whole(number.replace(" ", ""), text)
    if grouped := _GROUPED.fullmatch(number):
        return _grouped(number, grouped[1], text)
    if _NEGATIVE.fullmatch(number):
        return _inconsistent("UA205", text)
    return _decimal(number, text)


def _whole(digits: str, text: str) -> Reading:
    if digits.startswith("0") and len(digits) > 2:  # noqa: PLR2004 (05 is how offices write five)
        return _unreadable("UA217", text)
    value = int(digits) if len(digits) < 20 else MAX_COUNT + 1  # noqa: PLR2004 (far beyond the limit)
    return Reading(State.FIGURE, value, text) if value <= MAX_COUNT else _unreadable("UA208", text, limit=MAX_COUNT)


def _grouped(number: str, separator: str, text: str) -> Reading:
    """Read "1.234" as thousands, since 1.234 is no count; "12.000" has two readings."""
    head, *groups = number.split(separator)
    reading = _whole(head + "".join(groups), text)
    if reading.state is not State.FIGURE:
        return reading
    if groups == ["000"]:
        low, high = int(head), reading.value
        args: dict[str, object] = {"text": text, "low": low, "high": high}
        return Reading(State.UNREADABLE, low, text, "UA202", args, high=high, separator=separator)
    return Reading(State.FIGURE, reading.value, text, thousands=separator)


def _decimal(number: str, text: str) -> Reading | None:
    found = _DECIMAL.fullmatch(number)
    if found is None or found[2] == found[3]:
        return None
    head, decimals = re.sub(r"[.,]", "", found[1]), found[4]
    if head.startswith("0") and len(head) > 1:
        return None
    if decimals.strip("0"):
        return _inconsistent("UA206", text)
    reading = _whole(head, text)
    if reading.state is not State.FIGURE:
        return reading
    return Reading(State.FIGURE, reading.value, text, thousands=found[2] or "", decimal=found[3])


def _why_no_count(text: str) -> str:
    for code, written in (("UA211", _DATE), ("UA209", _PERCENT), ("UA210", _PAIR)):
        if written.fullmatch(text):
            return code
    return "UA212" if is_yes_no(text) else "UA201"
