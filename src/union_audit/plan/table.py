"""A list kept as a table (roster, waivers), column by column: texts, days, choices, each fault at its line and column."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from union_audit.folding import are_tidy, fold
from union_audit.frozen import dataclass
from union_audit.plan.problems import Problems
from union_audit.words import N_

if TYPE_CHECKING:
    from union_audit.sheets.joined import JoinedTexts

Value = TypeVar("Value")


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

    def texts(self, column: str, *, needed: bool = False) -> Sequence[str]:
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

    def days(self, column: str, *, needed: bool = False) -> list[date | None]:
        """Return a column of days, written as 2025-12-31 or 31/12/2025; None where they are blank."""
        if column not in self.columns and not needed:
            return [None] * len(self.lines)
        texts = self.texts(column, needed=needed)
        meant = {text: _day(text) for text in {*texts}}
        for row in _without_meaning(texts, meant):
            self.add(N_("“{text}” is no day: write it as 2025-12-31 or 31/12/2025."), row, column, text=texts[row])
        return list(map(meant.__getitem__, texts))

    def choices(self, column: str, words: Mapping[Value, Sequence[str]], message: str, *, needed: bool = False) -> list[Value | None]:
        """Return a column of values, each written in one of its words; None where blank. `message` says that a `{word}` is none."""
        if column not in self.columns and not needed:
            return [None] * len(self.lines)
        values = {fold(word): value for value, written in words.items() for word in written}
        texts = self.texts(column, needed=needed)
        meant = {text: values.get(fold(text)) for text in {*texts}}
        for row in _without_meaning(texts, meant):
            self.add_unknown(message, row, column, texts[row], [written[0] for written in words.values()])
        return list(map(meant.__getitem__, texts))


def _without_meaning(texts: Sequence[str], meant: Mapping[str, object]) -> list[int]:
    """Return the rows of texts that mean nothing; blanks may."""
    none = {text for text, value in meant.items() if text and value is None}
    return [row for row, text in enumerate(texts) if text in none] if none else []


def _day(text: str) -> date | None:
    try:
        if "/" in text:
            day, month, year = text.split("/")
            return date(int(year) if len(year) == 4 else 0, int(month), int(day))  # noqa: PLR2004 (a year has four digits)
        return date.fromisoformat(text)
    except ValueError:
        return None
