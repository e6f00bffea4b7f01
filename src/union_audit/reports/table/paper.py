"""What all sections of the table are drawn with: the words of the view, as the terminal can show them."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.text import Text

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.reports.figures import Figure
from union_audit.reports.rows import Before, UnitRow
from union_audit.reports.table.terminal import Terminal
from union_audit.reports.view import View
from union_audit.reports.words import Phrases

WIDE, WIDEST = 130, 160
"""Columns from which on a table has more columns of its own."""

TOP = 15
"""Rows of a ranking, unless `--top` says otherwise."""

STYLE = {Status.MET: "green", Status.GAP: "red", Status.NO_DATA: "yellow", Status.NOT_APPLICABLE: "dim", Status.TRACKED: "cyan"}

_FEW = 8
_BARS = ((WIDEST, 20), (WIDE, 12), (0, 8))


@dataclass(frozen=True, slots=True)
class Paper:
    """A view, and the terminal that it is shown on."""

    view: View
    terminal: Terminal

    @property
    def top(self) -> int:
        """How many rows of a ranking are shown."""
        return TOP if self.view.options.top is None else self.view.options.top

    def text(self, words: str, style: str = "") -> Text:
        """Return the words, inert and visible."""
        return self.terminal.text(words, style)

    def number(self, count: int) -> Text:
        """Return a count; nothing where it is 0, as the rank of what has none is."""
        return self.text(self.view.options.language.number(count) if count else "")

    def heading(self, words: str) -> Iterator[Text]:
        """Yield a heading, with room before it."""
        yield Text()
        yield self.text(words, "bold underline")

    def sign(self, figure: Figure, said: Phrases) -> Text:
        """Return the sign of a figure's status."""
        return self.text(said.symbol, STYLE[figure.status])

    def value(self, figure: Figure, said: Phrases) -> Text:
        """Return what was reached."""
        return self.text(said.value, "" if figure.waived else STYLE[figure.status])

    def before(self, before: Before | None) -> Text:
        """Return what it was in the period compared with."""
        return self.text(before.text if before else "")

    def bar(self, figure: Figure) -> Text:
        """Draw a figure against its goal."""
        share, goal = figure.bar
        return Text() if share is None else self.terminal.bar(share, self._bar_width, STYLE[figure.status], goal)

    def score_bar(self, row: UnitRow) -> Text:
        """Draw a score."""
        return Text() if math.isnan(row.score) else self.terminal.bar(Fraction(row.score), self._bar_width, "")

    def still(self, figure: Figure, said: Phrases) -> Text:
        """Say what is still to do, or why there is nothing to say; where the counts have no column, that there are none."""
        if figure.status is Status.GAP:
            new = said.to_go_new if self.terminal.width >= WIDE else ""
            uncounted = said.counts if figure.share is not None and self.terminal.width < WIDE else ""
            return self.text("; ".join(part for part in (said.to_go, new, uncounted) if part))
        words = (said.status, said.reason) if figure.status is not Status.TRACKED else ()
        return self.text(": ".join(word for word in words if word))

    def few(self, names: Sequence[str]) -> str:
        """List the first of the names."""
        return self.view.words.few(names, _FEW)

    def turnout(self) -> tuple[str, ...]:
        """Say who did not report, and who was late."""
        return self.view.turnout(_FEW)

    @property
    def _bar_width(self) -> int:
        return next(width for least, width in _BARS if self.terminal.width >= least)
