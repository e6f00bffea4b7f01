"""A list kept as a table (roster, waivers), column by column: texts, days, choices, each fault at its line and column."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from union_audit.folding import are_tidy, fold
from union_audit.frozen import dataclass
from union_audit.plan.coded import Coded
from union_audit.plan.problems import Problems
from union_audit.words import N_

if TYPE_CHECKING:
    from union_audit.sheets.joined import JoinedTexts

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of (composed) text below the heading that are not blank.

    `lines`: the line of each row; `cells`: each known column that there is; `columns`: where it stands, from 1.
    """

    problems: Problems
    content: bytes
    lines: Sequence[int]
    cells: "Mapping[str, list[str] | JoinedTexts]"
    columns: Mapping[str, int]

    def add(self, message: str, row: int, column: str, **args: object) -> None:
        """Add a problem with a cell; the message may name its `{heading}`."""
        self.problems.add(message, self.lines[row], self.columns.get(column, 0), heading=column, **args)

    def add_unknown(self, message: str, row: int, column: str, word: str, choices: Sequence[str]) -> None:
        """Add a problem with a `{word}` in a cell that should be one of `choices`."""
        self.problems.add_unknown(message, self.lines[row], self.columns.get(column, 0), word, choices)

    def texts(self, column: str, *, needed: bool = False) -> "list[str] | JoinedTexts":
        """Return a column's cells, "" where they are blank (a problem if `needed`) or the file has no such column."""
        cells = self.cells.get(column) or [""] * len(self.lines)
        is_tidy = are_tidy(cells) if isinstance(cells, list) else cells.is_tidy
        texts = cells if is_tidy else [" ".join(text.split()) for text in cells]
        is_whole = all(texts) if isinstance(texts, list) else not texts.is_any_blank
        if column in self.cells and (not (is_tidy or all(map(str.isprintable, texts))) or (needed and not is_whole)):
            self._check_texts(texts, column, needed=needed)
        return texts

    def _check_texts(self, texts: Sequence[str], column: str, *, needed: bool) -> None:
        for row, text in enumerate(texts):
            if not text.isprintable():
                self.add(N_("The cell holds an invisible character: type its text again."), row, column)
            elif needed and not text:
                self.add(N_("“{heading}” is blank."), row, column)

    def coded(self, column: str, *, needed: bool = False) -> Coded[str]:
        """Return a column's cells, as `texts` does, of which many say the same."""
        texts = self.texts(column, needed=needed)
        return Coded.of(texts) if isinstance(texts, list) else Coded(*texts.coded)

    def days(self, column: str, *, needed: bool = False) -> Coded[date | None]:
        """Return a column of days, written as 2025-12-31 or 31/12/2025; None where they are blank."""
        texts = self.coded(column, needed=needed)
        for row, text in texts.rows(lambda text: text and _day(text) is None):
            self.add(N_("“{text}” is no day: write it as 2025-12-31 or 31/12/2025."), row, column, text=text)
        return texts.meaning(_day)

    def choices(self, column: str, words: Mapping[Value, Sequence[str]], message: str, *, needed: bool = False) -> Coded[Value | None]:
        """Return a column of values, each written in one of its words; None where blank. `message` says that a `{word}` is none."""
        values = {fold(word): value for value, written in words.items() for word in written}
        texts = self.coded(column, needed=needed)
        for row, text in texts.rows(lambda text: text and fold(text) not in values):
            self.add_unknown(message, row, column, text, [written[0] for written in words.values()])
        return texts.meaning(lambda text: values.get(fold(text)))


def _day(text: str) -> date | None:
    try:
        if "/" in text:
            day, month, year = text.split("/")
            return date(int(year) if len(year) == 4 else 0, int(month), int(day))  # noqa: PLR2004 (a year has four digits)
        return date.fromisoformat(text)
    except ValueError:
        return None
