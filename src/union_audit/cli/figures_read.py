"""Every figure that was read, with its cell: as text, a line each, and as JSON."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from union_audit.cli.screen import BOLD, Screen
from union_audit.findings import Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import KNOWN, WHOLE, Facts, State, Submissions
from union_audit.plan.model import Field, Kind
from union_audit.plan.period import Period
from union_audit.plan.roster import Unit
from union_audit.reports.words import Words
from union_audit.visible import brief
from union_audit.words import N_

STATE: Mapping[State, str] = {
    State.BLANK: N_("blank"),
    State.ZERO: N_("blank, taken as zero"),
    State.UNREADABLE: N_("not read"),
    State.INCONSISTENT: N_("not used"),
}


@dataclass(frozen=True, slots=True)
class FigureRead:
    """One figure's place: the unit, the field, its value (None: there is none) and the cell with what stood in it.

    `is_share`: it is a percentage that was given without counts, a fraction of one; the field is the numerator.
    """

    period: Period | None
    unit: Unit
    field: Field
    state: State
    value: int | bool | Fraction | None
    source: Source
    text: str
    is_share: bool = False


def figures_read(submissions: Submissions) -> Iterator[FigureRead]:
    """Yield what was read, by period, unit and field, then its percentages; what no file has a place for is left out."""
    for period, facts in submissions.by_period.items():
        for place, unit in enumerate(facts.roster.units):
            rows = zip(facts.fields, facts.state[place].tolist(), facts.values[place].tolist(), strict=True)
            for number, (field, state, value) in enumerate(rows):
                for cell in facts.evidence(place, number):
                    known = bool(value) if field.kind is Kind.YES_NO else int(value)
                    yield FigureRead(period, unit, field, State(state), known if state in KNOWN else None, cell.source, cell.text)
            yield from _shares(period, unit, facts, place)


def _shares(period: Period | None, unit: Unit, facts: Facts, place: int) -> Iterator[FigureRead]:
    """Yield the percentages that a unit gave without counts."""
    fields = {field.id: field for field in facts.fields}
    for number, ratio in enumerate(facts.shares.ratios if facts.shares else ()):
        cell = facts.share_evidence(place, ratio)
        if cell and facts.shares:
            state = State(int(facts.shares.state[place, number]))
            value = Fraction(int(facts.shares.values[place, number]), WHOLE) if state is State.FIGURE else None
            yield FigureRead(period, unit, fields[ratio.numerator], state, value, cell.source, cell.text, is_share=True)


def figures_json(submissions: Submissions) -> dict[str, object]:
    """Return what `inspect --figures -f json` prints."""
    return {
        "schema": "union-audit/figures/1",
        "figures": [
            {
                "period": each.period.label if each.period else None,
                "unit": each.unit.code,
                "field": each.field.id,
                "value": float(each.value) if isinstance(each.value, Fraction) else each.value,
                "percentage": each.is_share,
                "state": each.state.name.lower(),
                "file": each.source.file,
                "sheet": each.source.sheet,
                "cell": each.source.cell,
                "text": each.text,
            }
            for each in figures_read(submissions)
        ],
    }


def figures_text(submissions: Submissions, screen: Screen) -> Iterator[str]:
    """Yield a heading for each unit of a period, and a line for each of its figures: "computers_networked = 120 · T6 › E9 “120”"."""
    about: tuple[Period | None, str] | None = None
    for each in figures_read(submissions):
        if about != (each.period, each.unit.code):
            yield ("\n" if about else "") + _heading(each, screen)
            about = (each.period, each.unit.code)
        yield f"  {each.field.id} = {_value(each, screen)} · {_place(each)}"


def _heading(each: FigureRead, screen: Screen) -> str:
    names = dict.fromkeys(brief(text) for text in (each.unit.code, each.unit.name, each.period.label if each.period else "") if text)
    return screen.styled(" · ".join(names), BOLD)


def _value(each: FigureRead, screen: Screen) -> str:
    language = screen.language
    if each.value is None or each.state is State.ZERO:
        return language(STATE[each.state])
    if isinstance(each.value, Fraction):
        return language("{percent} (percentage only)", percent=language.percent(each.value))
    if isinstance(each.value, bool):
        return Words(language).yes_no(each.value)
    return language.number(each.value)


def _place(each: FigureRead) -> str:
    place = " › ".join(map(brief, each.source.steps))
    return f"{place} “{brief(each.text)}”" if each.text else place
