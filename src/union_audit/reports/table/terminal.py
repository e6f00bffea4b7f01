"""What a terminal can show: its width, its letters and signs, bars; submitted text is never markup."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import IO

from rich.console import Console
from rich.text import Text

from union_audit.reports.options import Options
from union_audit.visible import visible

NARROWEST, WIDEST = 80, 200
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SIGNS = str.maketrans(
    {"✓": "+", "✗": "x", "•": "*", "–": "-", "−": "-", "×": "x", "›": ">", "…": "...", "·": "-", "≥": ">=", "≤": "<=", "“": '"', "”": '"'}
)


class Terminal:
    """Where the table goes: `console`, and texts and bars that it can show."""

    def __init__(self, stream: IO[str], options: Options) -> None:
        """Find out what the stream can show; `options` may say its width, and whether it has colours."""
        self.console = Console(
            file=stream,
            force_terminal=options.color,  # None: rich looks at the stream; False: no style at all
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )
        width = options.width or self.console.width
        self.width = self.console.width = min(max(width, NARROWEST), WIDEST)
        self.is_plain = not _can_show(self.console.encoding, "đ█✓")

    def text(self, words: str, style: str = "") -> Text:
        """Return the words as they are, inert and visible; in plain letters where the terminal has no others."""
        return Text(self.letters(words), style)

    def letters(self, words: str) -> str:
        """Return the words in letters that the terminal has: "Liên đoàn" is "Lien doan" where it must be."""
        shown = visible(words)
        if not self.is_plain or shown.isascii():
            return shown
        bare = unicodedata.normalize("NFD", shown.translate(_SIGNS).replace("đ", "d").replace("Đ", "D"))
        return "".join(letter for letter in bare if not unicodedata.combining(letter)).encode("ascii", "replace").decode()

    def flow(self, phrases: Iterable[Text]) -> Iterator[Text]:
        """Yield lines of phrases side by side, none of them broken."""
        line = Text()
        for phrase in phrases:
            if line and line.cell_len + 3 + phrase.cell_len > self.width:
                yield line
                line = Text()
            line = Text("   ").join((line, phrase)) if line else phrase
        yield line

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


def _can_show(encoding: str, signs: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
