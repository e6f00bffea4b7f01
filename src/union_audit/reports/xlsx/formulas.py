"""How formulas are written: tables and columns by name, texts in quotes, and what a goal asks for."""

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.plan.goal import Bound, Comparison, CountGoal, RatioGoal
from union_audit.reports.xlsx.headings import DECIDES, DENOMINATOR, LINE, ORDER, SURE
from union_audit.words import Message

_SPECIAL = re.compile(r"(['\[\]#@])")


@dataclass(frozen=True)
class Named:
    """A structured table as formulas name it; `sheet` is the name of its sheet, headings are messages of the catalogue."""

    sheet: str
    language: Language

    @cached_property
    def name(self) -> str:
        """The table's name: the letters of its sheet's; Excel takes none that begins with a digit."""
        name = fold(self.sheet).replace(" ", "_").replace("%", "")
        return f"_{name}" if name[:1].isdigit() else name

    @cached_property
    def column(self) -> Callable[[Message], str]:
        """All cells of a column; thousands of formulas name the same few."""
        return cache(lambda heading: f"{self.name}[{self._escaped(heading)}]")

    @cached_property
    def here(self) -> Callable[[Message], str]:
        """The cell of a column in the formula's own row."""
        return cache(lambda heading: f"{self.name}[[#This Row],[{self._escaped(heading)}]]")

    def at(self, heading: Message, line: int | str) -> str:
        """Return the cell of a column on the line of that number, wherever sorting has put it."""
        return f"INDEX({self.column(heading)},MATCH({line},{self.column(LINE)},0))"

    def deciding(self, lines: Sequence[int]) -> str:
        """Return the number of the one line of these that decides."""
        first, *others = lines
        return f"IF({self.at(DECIDES, first)}=1,{first},{self.deciding(others)})" if others else str(first)

    def decides(self, line: int, others: Sequence[int]) -> str:
        """Return whether a line decides among the lines of one target: the lowest order does, the first of those that share it."""
        earlier = (f"{self.here(ORDER)}<{'=' * (other > line)}{self.at(ORDER, other)}" for other in others)
        return either(f"AND({','.join(earlier)})", "1", "0")

    def weight(self, base: str, weight: str, others: Sequence[int]) -> str:
        """Return the weight in the score: that of the deciding line, unless there is nothing to count in any.

        `base`: the cell that is zero then, "" where there is none.
        """
        if not base:
            return weight
        counted = [either(f"{self.here(SURE)}=1", base, "1")]
        counted += [either(f"{self.at(SURE, other)}=1", self.at(DENOMINATOR, other), "1") for other in others]
        return either(f"AND({self.here(DECIDES)}=1,{'+'.join(counted)}>0)", weight, "0")

    def _escaped(self, heading: Message) -> str:
        """Return a heading as a formula names it."""
        return _SPECIAL.sub(r"'\1", self.language(heading))


def count_if(*pairs: tuple[str, str]) -> str:
    """Return how many rows have what is asked for in each of the columns."""
    return f"COUNTIFS({','.join(f'{column},{wanted}' for column, wanted in pairs)})"


def sum_if(values: str, *pairs: tuple[str, str]) -> str:
    """Return the sum of a column over the rows that have what is asked for in each of the others."""
    return f"SUMIFS({values},{','.join(f'{column},{wanted}' for column, wanted in pairs)})"


def quoted(text: str) -> str:
    """Return a text as a formula holds it."""
    return '"{}"'.format(text.replace('"', '""'))


def either(condition: str, then: str, otherwise: str) -> str:
    """Return the one or the other."""
    return f"IF({condition},{then},{otherwise})"


def required(goal: Bound, base: str) -> str:
    """Return the smallest whole number that meets the goal (of an upper bound: the largest), as `Goal.required` does.

    `base`: the cell of the denominator, or of the number of units that are to reach a count; "" for one unit's count or yes.
    Exact as long as base × threshold's numerator has at most 15 digits: whole numbers are then exact, and so is their rounded quotient.
    """
    if isinstance(goal, CountGoal):
        each = goal.count + goal.comparison.beyond
        return f"{each}*{base}" if base else str(each)
    if not isinstance(goal, RatioGoal):
        return base or "1"
    p, q, beyond = goal.threshold.numerator, goal.threshold.denominator, goal.comparison.beyond
    more = f"{beyond:+d}" if beyond else ""
    if q == 1:
        return f"{p}*{base}{more}"
    return (f"-INT(-{p}*{base}/{q})" if goal.comparison in (Comparison.AT_LEAST, Comparison.LESS) else f"INT({p}*{base}/{q})") + more
