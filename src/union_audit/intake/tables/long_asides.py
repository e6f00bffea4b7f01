"""Rows of a long table whose figure is none that is asked for: a plan's, a part's, of another period, counted since January."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from union_audit.findings import Finding, Source
from union_audit.folding import fold
from union_audit.intake.facts import LeftOut
from union_audit.intake.tables.row_kinds import RowKind
from union_audit.intake.vocabulary.parts import is_part
from union_audit.intake.vocabulary.periods import is_cumulative, is_of_earlier
from union_audit.intake.vocabulary.plans import is_plan
from union_audit.intake.vocabulary.values import NOT_VALUE


class Aside(NamedTuple):
    """Such a row: the text that says so, and of whom and which field it is."""

    text: str
    row: int
    key: tuple[object, ...]
    field: str

    @property
    def left_out(self) -> LeftOut:
        """The row as it is reported."""
        return LeftOut(self.row, (RowKind.PART if is_part(self.text) else RowKind.ASIDE).value, self.text)


def kind_of(texts: Iterable[str], *, is_since: bool) -> str:
    """Return the text of a row that says so, "" for none. `is_since`: its field is asked for since January."""
    return next((text for text in texts if text and (_is_other(text) or (is_cumulative(text) and not is_since))), "")


def about_asides(asides: Sequence[Aside], given: AbstractSet[tuple[tuple[object, ...], str]], column: int) -> list[Finding]:
    """Say which figures stand in such rows only. `given`: those that stand in others, by unit and field; `column`: that of the figures."""
    left = [each for each in asides if (each.key, each.field) not in given]
    parts = {each.text: each.row for each in reversed(left) if is_part(each.text)}
    others = [each for each in left if each.text not in parts]
    about = [Finding("UA147", {"text": text}, Source("", "", row, column)) for text, row in parts.items()]
    if others:
        args: dict[str, object] = {"periods": tuple(dict.fromkeys(each.text for each in others)), "count": len(others)}
        about.append(Finding("UA145", args, Source("", "", others[0].row, column)))
    return about


def _is_other(text: str) -> bool:
    return fold(text) in NOT_VALUE or is_plan(text) or is_of_earlier(text) or is_part(text)
