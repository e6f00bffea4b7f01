"""A table's headings as `inspect` shows them, and what is wrong with them; the same for columns and for rows."""

from collections.abc import Iterable, Iterator, Sequence

from union_audit.findings import Finding, Source
from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.facts import Heading
from union_audit.intake.tables.headings import Headings, Match
from union_audit.intake.vocabulary.values import BESIDE
from union_audit.plan.model import Plan, Words


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading: its text, what it means, its column (or, where fields stand below each other, its row) and the cell it stands in."""

    place: int
    text: str
    match: Match
    row: int
    column: int

    @property
    def source(self) -> Source:
        """The cell of the heading."""
        return Source("", "", self.row, self.column)


def shown(headed: Sequence[Headed]) -> tuple[Heading, ...]:
    """Return the headings as they are reported."""
    return tuple(Heading(each.place, each.text, _role(each.match), each.match.field, each.match.how) for each in headed)


def usable(headed: Sequence[Headed], headings: Headings) -> list[Headed]:
    """Return the headings of one field each whose figures are counted in ones."""
    return [each for each in headed if each.match.field and not headings.is_scaled(each.text)]


def findings(headed: Sequence[Headed], headings: Headings, plan: Plan) -> Iterator[Finding]:
    """Yield what is wrong with the headings, and once a table those that mean no field."""
    for each in headed:
        if each.match.role != "field":
            continue
        if each.match.field is None:
            yield Finding("UA103", {"heading": each.text, "fields": labels(each.match.fields, plan)}, each.source)
        elif headings.is_scaled(each.text):
            yield Finding("UA125", {"text": each.text}, each.source, field=each.match.field)
        elif each.match.how == "near":
            (label,) = labels(each.match.fields, plan)
            yield Finding("UA106", {"heading": each.text, "label": label}, each.source, field=each.match.field)
    yield from unknown([each for each in headed if each.match.role == "ignored" and fold(each.text) not in BESIDE])


def unknown(headed: Sequence[Headed]) -> list[Finding]:
    """Say, once for all of them, which headings mean no figure that can be used."""
    texts = tuple(each.text for each in headed)
    return [Finding("UA102", {"headings": texts, "count": len(texts)}, headed[0].source)] if texts else []


def labels(fields: Iterable[str], plan: Plan) -> tuple[Words, ...]:
    """Return the fields' labels, in every language that the plan has."""
    return tuple(plan.field(field).label for field in fields)


def _role(match: Match) -> str:
    return match.role if match.role != "field" or match.field else "ignored"
