"""What a terminal can show: its width, its letters and signs, bars; submitted text is never markup."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import IO

from union_audit.frozen import dataclass
from union_audit.reports.options import Options
from union_audit.reports.table.lines import columns, wrapped
from union_audit.visible import visible

NARROWEST, WIDEST = 80, 200
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SIGNS = str.maketrans(
    {"✓": "+", "✗": "x", "•": "*", "–": "-", "−": "-", "×": "x", "›": ">", "…": "...", "·": "-", "≥": ">=", "≤": "<=", "“": '"', "”": '"'}
)


_CODES = {"bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
"""What a terminal is told, by the words of a style."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words, and their style: "bold underline"."""

    words: str = ""
    style: str = ""


class Terminal:
    """Where the table goes: its width, and texts, lines and bars that it can show."""

    def __init__(self, stream: IO[str], options: Options) -> None:
        """Find out what the stream can show; `options` may say its width, and whether it has colours."""
        self.width = min(max(options.width or _width(), NARROWEST), WIDEST)
        self.is_plain = not _can_show(getattr(stream, "encoding", None) or "utf-8", "đ█✓")
        self._has_styles = _shows_styles(stream) if options.color is None else options.color

    def text(self, words: str, style: str = "") -> Text:
        """Return the words as they are, inert and visible; in plain letters where the terminal has no others."""
        return Text(self.letters(words), style)

    def lines(self, words: str, style: str = "") -> Iterator[str]:
        """Yield the same in lines."""
        return (self.styled(line, style) for line in wrapped(self.letters(words), self.width))

    def styled(self, words: str, style: str) -> str:
        """Return words in a style, where the terminal has any."""
        return f"\x1b[{';'.join(_CODES[each] for each in style.split())}m{words}\x1b[0m" if words and style and self._has_styles else words

    def letters(self, words: str) -> str:
        """Return the words in letters that the terminal has: "Liên đoàn" is "Lien doan" where it must be."""
        shown = visible(words)
        if not self.is_plain or shown.isascii():
            return shown
        bare = unicodedata.normalize("NFD", shown.translate(_SIGNS).replace("đ", "d").replace("Đ", "D"))
        return "".join(letter for letter in bare if not unicodedata.combining(letter)).encode("ascii", "replace").decode()

    def flow(self, phrases: Iterable[Text]) -> Iterator[str]:
        """Yield lines of phrases side by side, none of them broken."""
        line, used = list[str](), 0
        for phrase in phrases:
            needed = columns(phrase.words)
            if line and used + needed > self.width:
                yield "   ".join(line)
                line, used = [], 0
            line.append(self.styled(phrase.words, phrase.style))
            used += needed + 3
        yield "   ".join(line)

    def bar(self, share: Fraction, width: int, style: str, goal: Fraction | None = None) -> Text:
        """Draw a share from 0 to 1: full only when it is 1, never empty unless it is 0. A goal below 1 has its mark."""
        filled, rest, mark = ("#", ".", "|") if self.is_plain else ("█", "░", "┃")
        steps = int(min(max(share, Fraction(0)), Fraction(1)) * width * 8)
        whole, eighths = divmod(max(steps, 1) if share > 0 else 0, 8)
        cells = [filled] * whole + [rest] * (width - whole)
        if eighths and not self.is_plain:
            cells[whole] = _EIGHTHS[eighths]
        if goal is not None and 0 < goal < 1:
            cells[int(goal * width)] = mark
        return Text("".join(cells), style)

    def sparkline(self, values: Sequence[float | None], style: str) -> Text:
        """Draw values between the lowest and the highest of them, a sign each; a dot where there is none."""
        signs, nothing = ("_.-=#", ",") if self.is_plain else ("▁▂▃▅▇", "·")
        known = [value for value in values if value is not None]
        low, high = min(known, default=0), max(known, default=0)
        steps = len(signs) - 1

        def sign(value: float) -> str:
            return signs[round((value - low) / (high - low) * steps)] if high > low else signs[steps // 2]

        return Text("".join(nothing if value is None else sign(value) for value in values), style)


def _width() -> int:
    """Return the width of the terminal that the process was started from, the narrowest where there is none."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal():
        return int(asked)
    for stream in range(3):  # a table that goes through `less` is read on the same terminal
        with suppress(OSError):
            return os.get_terminal_size(stream).columns
    return NARROWEST


def _shows_styles(stream: IO[str]) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _can_show(encoding: str, signs: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
