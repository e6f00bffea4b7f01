"""What is still to do, as a number whose format says the words: it can be computed with, and sorted."""

from dataclasses import field, replace

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.reports.figures import Figure
from union_audit.reports.to_do import to_go
from union_audit.reports.words import SYMBOL, Words
from union_audit.reports.xlsx.cells import Number, Value

_MANY = 7_654_321
"""A number that no word beside it holds."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """The phrases of one report as number formats, each made once."""

    words: Words
    _formats: dict[object, str] = field(default_factory=dict)

    def still_to_do(self, figure: Figure) -> Value:
        """Return what is still to do, 0 where nothing is; None where that is not known. Of a percentage without counts, so many points."""
        if figure.to_go is not None:
            return Number(figure.to_go, self.written(figure))
        return to_go(figure, self.words.language) or None

    def written(self, figure: Figure) -> str:
        """Return the number format of what is still to do: "12 more computers", "1 more computer", "✓"."""
        key = figure.field.id, figure.goal, figure.waived, figure.is_yes_no
        if key not in self._formats:
            gap = replace(figure, status=Status.GAP, share=None)
            one, many = (to_go(replace(gap, to_go=count), self.words.language) for count in (1, _MANY))
            before, number, after = many.partition(self.words.language.number(_MANY))
            some = f"{_literal(before)}#,##0{_literal(after)}" if number else _literal(many)
            self._formats[key] = f"[=0]{_literal(SYMBOL[Status.MET])};[=1]{_literal(one)};{some}"
        return self._formats[key]


def _literal(text: str) -> str:
    """Return a text as a number format holds it."""
    return '"{}"'.format(text.replace('"', "”")) if text else ""
