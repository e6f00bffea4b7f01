"""What a text outside a table says to all that finding tables asks of one: where two say the same, one may stand for the other.

**Lines that say whose a form is** ("Đơn vị: …") may say anything, as long as they are nothing else to any question: no heading, no
period, no note, and so on (`_OF_LINES`); by their beginning they are told from all else. **Other texts** (a letterhead, the number of a
document, a place and a day) may be others where every question has the same answer, and none has to do with headings or periods.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from union_audit.folding import fold
from union_audit.intake.figures.cells import tidy
from union_audit.intake.periods.since import is_since
from union_audit.intake.periods.texts import in_heading, in_title
from union_audit.intake.tables.figure_like import is_bare_figure, is_figure_like
from union_audit.intake.tables.headings import IGNORED, Headings, Stack
from union_audit.intake.tables.lines import told_by
from union_audit.intake.tables.shares import is_of_something_else, is_share
from union_audit.intake.vocabulary import (
    answers,
    examples,
    headings,
    measures,
    notes,
    parts,
    periods,
    plans,
    titles,
    totals,
    units,
    values,
)

Answers: TypeAlias = tuple[bool, ...]

_ROLES = ("name", "code")
_OF_LINES = (notes.is_note, values.is_other_value, notes.is_signed_on, is_of_something_else, is_share, in_title)
"""What is asked of a text that may stand anywhere in it."""
_ROOMS = (answers, examples, headings, measures, notes, parts, periods, plans, titles, totals, units, values)
_VOCABULARY = {name: each for room in _ROOMS for name, each in vars(room).items() if not name.startswith("_")}
"""All that the vocabulary can be asked, so that nothing is forgotten that is asked one day."""
QUESTIONS: tuple[Callable[[str], bool], ...] = (
    *(ask for name, ask in _VOCABULARY.items() if name.startswith("is_")),
    *(is_share, is_of_something_else, is_figure_like, is_bare_figure, is_since),
)
WORDS = tuple(words for words in _VOCABULARY.values() if isinstance(words, frozenset | dict))
BEGINNINGS = tuple(words for words in _VOCABULARY.values() if isinstance(words, tuple))
_REMEMBERED, _LONGEST = 4096, 200
"""So many texts are remembered, none that is longer than any line of a unit."""


class Sayings:
    """What texts say to a plan's `headings`, and to everything else: found out once a text."""

    def __init__(self, headings: Headings) -> None:
        """Know none yet."""
        self._headings = headings
        self.line = lru_cache(maxsize=_REMEMBERED)(self._line)
        self.answers = lru_cache(maxsize=_REMEMBERED)(self._answers)

    def _line(self, text: str) -> str:
        """Return "name" or "code" for a line that says so of a form's unit and is nothing else to any question, "" for another text."""
        role, value = told_by(text) if ":" in text and len(text) <= _LONGEST else ("", "")
        if role not in _ROLES or not value or text != tidy(text) or any(ask(text) for ask in _OF_LINES):
            return ""
        return role if self._is_no_heading(text) else ""

    def are_alike(self, own: Mapping[str, str], stacks: Iterable[Stack]) -> bool:
        """Whether each of some texts may be stood for by its `own`, alone and in the `stacks` that it was asked for in."""
        others = {text: other for text, other in own.items() if other != text}
        asked = (stack for stack in stacks if not others.keys().isdisjoint(stack[0]))
        return all(map(self._is_alike, others, others.values())) and all(self._means_the_same(others, *stack) for stack in asked)

    def _is_alike(self, text: str, other: str) -> bool:
        role = self.line(text)
        return role == self.line(other) and (bool(role) or self.answers(text) == self.answers(other))

    def _means_the_same(self, others: Mapping[str, str], parts: Sequence[str], near: bool) -> bool:  # noqa: FBT001 (as it was asked)
        meant = self._headings.match_stack(parts, near=near)
        return self._headings.match_stack([others.get(part, part) for part in parts], near=near) == meant

    def _answers(self, text: str) -> Answers | None:
        """Return what another text answers to every question; None for one that no other may stand for."""
        is_one = len(text) <= _LONGEST and text == tidy(text) and bool(fold(text)) and not told_by(text)[0]
        if not is_one or in_title(text) or in_heading(text) or not self._is_no_heading(text):
            return None
        key = fold(text)
        asked = [bool(ask(each)) for ask in QUESTIONS for each in (text, key)]
        return *asked, *[key in words for words in WORDS], *[key.startswith(words) for words in BEGINNINGS]

    def _is_no_heading(self, text: str) -> bool:
        return self._headings.match(text) is IGNORED and not self._headings.is_scaled(text)
