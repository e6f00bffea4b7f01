"""What a unit is to correct in its submission: what was found at each place, how it was taken, and what to do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from union_audit.audit.result import Audit, Status
from union_audit.findings import TEXTS, Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.facts import KNOWN, Bool, Evidence, State
from union_audit.reports.feedback.told import ACTIONS, is_for_units, without_places
from union_audit.reports.saying import say_finding
from union_audit.reports.words import Words
from union_audit.visible import visible
from union_audit.words import N_

_NOTHING = N_("Nothing stands here.")
_TAKEN_AS_NOTHING = N_("“{text}” was taken as a blank.")
_UNUSED = N_("“{text}” is no figure that can be used.")
_NO_FIGURE = N_("No figure was taken from here.")
_FILL_IN = N_("Write the figure; where there is none to count, write 0.")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct. `source`: its cell, or the sheet or file that it is about; None: the whole submission.

    `text`: what stood there. `is_blank`: nothing did, where a figure was asked for; `field` is then its label.
    """

    source: Source | None
    message: str
    action: str
    text: str = ""
    field: str = ""
    is_blank: bool = False


class Faults:
    """The faults of every unit. A unit's own are those that name it, and all those of the files that are its own."""

    def __init__(self, audit: Audit, owners: Mapping[str, str], words: Words) -> None:
        """Sort the findings by unit, once for all. `owners`: the unit's code by file."""
        self._audit = audit
        self._words = words
        self._index = {field.id: place for place, field in enumerate(audit.facts.fields)}
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        self._without_data: Bool = np.array([column.measure.status == Status.NO_DATA for column in audit.columns])
        self._flooded: set[tuple[str, str | None]] = set()
        for finding in filter(is_for_units, audit.findings):
            if finding.source and "alike" in finding.args:
                self._flooded.add((finding.source.file, finding.field))
            code = finding.unit or (owners.get(finding.source.file) if finding.source else None)
            if code:
                self._findings[code].append(finding)

    def of(self, unit: int) -> tuple[Fault, ...]:
        """Return the faults of one unit (its index): in the order of files, sheets and rows, those of the whole submission first."""
        code = self._audit.facts.roster.units[unit].code
        found = [self._fault(finding) for finding in self._findings.get(code, ())]
        told = {fault.source for fault in found}
        return tuple(sorted([*found, *self._among_many(unit, told), *self._blanks(unit, told)], key=_place))

    def missing(self, unit: int) -> tuple[str, ...]:
        """Return the labels of the figures that are asked of a unit (its index) and that its submission has no place for."""
        facts = self._audit.facts
        absent = (place for place in self._asked(unit) if all(layer.at(unit, place) is None for layer in facts.places))
        return tuple(self._label(place) for place in absent)

    def _fault(self, finding: Finding) -> Fault:
        told = replace(finding, args=without_places(finding.args))
        row = say_finding(told, self._audit.plan, {}, self._words)
        action = self._words.language(ACTIONS.get(finding.code, "")) or row.action
        text = next((str(finding.args[name]) for name in TEXTS if name in finding.args), "")
        return Fault(finding.source, row.message, action, text, row.field)

    def _among_many(self, unit: int, told: set[Source | None]) -> Iterator[Fault]:
        """Yield the unit's cells that are among so many of others that one finding speaks of all; `told`: the places that are named."""
        facts, language = self._audit.facts, self._words.language
        if not self._flooded:
            return
        for place in np.flatnonzero(np.isin(facts.state[unit], (State.UNREADABLE, State.INCONSISTENT))).tolist():
            for cell in facts.evidence(unit, place):
                if (cell.source.file, cell.field) in self._flooded and cell.source not in told:
                    message = language(_UNUSED if cell.text else _NO_FIGURE, text=visible(cell.text))
                    yield Fault(cell.source, message, language(_FILL_IN), cell.text, self._label(place))

    def _blanks(self, unit: int, told: set[Source | None]) -> Iterator[Fault]:
        """Yield the cells where a figure is asked for and none was found; `told`: the places of which more is known."""
        language = self._words.language
        for place in self._asked(unit):
            for cell, message in self._without_figure(unit, place):
                if cell.source not in told:
                    said = language(message, text=visible(cell.text))
                    yield Fault(cell.source, said, language(_FILL_IN), cell.text, self._label(place), is_blank=True)

    def _without_figure(self, unit: int, place: int) -> Iterator[tuple[Evidence, str]]:
        """Yield the blank cells of a figure; where it is made of months, those that gave none."""
        facts, state = self._audit.facts, self._audit.facts.state[unit, place]
        layers = [layer for layer in facts.places if layer.at(unit, place)]
        for layer, cell in zip(layers, facts.evidence(unit, place), strict=True):
            if state == State.BLANK:
                yield cell, _TAKEN_AS_NOTHING if cell.text else _NOTHING
            elif state == State.INCOMPLETE and facts.said(layer)[1][unit, place] != State.FIGURE and not self._is_zero(place):
                yield cell, _NO_FIGURE

    def _is_zero(self, place: int) -> bool:
        return self._audit.facts.fields[place].blank_is_zero

    def _asked(self, unit: int) -> Sequence[int]:
        """Return the fields (by index) that have no figure, and that a target which applies to the unit needs."""
        facts = self._audit.facts
        needed = (
            self._index[field]
            for column, has_none in zip(self._audit.columns, self._without_data[:, unit].tolist(), strict=True)
            if has_none
            for field in column.target.fields
        )
        return [place for place in dict.fromkeys(needed) if facts.state[unit, place] not in KNOWN]

    def _label(self, place: int) -> str:
        return visible(self._words.language.pick(self._audit.facts.fields[place].label))


def _place(fault: Fault) -> tuple[str, str, int, int]:
    source = fault.source
    return (source.file, source.sheet, source.row, source.column) if source else ("", "", -1, -1)
