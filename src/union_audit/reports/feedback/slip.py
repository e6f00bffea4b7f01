"""What one unit is told: its own figures beside their goals, and what it is to correct and to send."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np

from union_audit.audit.result import Audit, Status
from union_audit.findings import CODES
from union_audit.frozen import dataclass
from union_audit.plan.model import Target
from union_audit.plan.roster import Unit
from union_audit.reports.feedback.faults import Fault, Faults
from union_audit.reports.figures import Assessment, Figure, assessed
from union_audit.reports.words import Phrases, Words
from union_audit.visible import brief, visible

_ORDER = (Status.GAP, Status.NO_DATA, Status.TRACKED, Status.MET)
"""What is still to do comes first; what does not apply is not shown."""

_KEPT = 1 << 14
"""So many lines are kept, then it is begun anew."""


@dataclass(frozen=True, slots=True)
class Line:
    """The unit at one target that applies to it."""

    target: Target
    label: str
    figure: Figure
    phrases: Phrases

    @property
    def is_to_do(self) -> bool:
        """Whether the unit has something to do there: a gap that is not waived."""
        return self.figure.status is Status.GAP and not self.figure.waived


@dataclass(frozen=True, slots=True)
class Slip:
    """All that one unit is told. `place`: its index; `missing`: labels of figures that its submission has no place for.

    `late`: that it came after the day that it was due, "" where it did not.
    """

    place: int
    unit: Unit
    name: str
    submitted: bool
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]
    missing: tuple[str, ...]
    late: str = ""

    @property
    def to_do(self) -> tuple[Line, ...]:
        """The gaps that are not waived."""
        return tuple(line for line in self.lines if line.is_to_do)

    @property
    def marked(self) -> tuple[Fault, ...]:
        """The faults of single cells, which a workbook can show."""
        return tuple(fault for fault in self.faults if fault.source and fault.source.cell)


def recipients(audit: Audit) -> Sequence[int]:
    """Return the units (by index) that are told: those shown that submitted, or had to."""
    return [int(unit) for unit in np.flatnonzero(audit.shown & (audit.expected | audit.reported))]


def slips(audit: Audit, owners: Mapping[str, str], words: Words) -> Iterator[Slip]:
    """Yield what each unit is told, in the roster's order."""
    faults, lines = Faults(audit, owners, words), _Lines(audit, words)
    rows = np.array(recipients(audit), dtype=np.int64)
    for unit, figures in groupby(assessed(audit.plan, audit.columns, rows), key=lambda each: each.unit):
        who = audit.facts.roster.units[unit]
        submitted = bool(audit.reported[unit])
        yield Slip(
            place=unit,
            unit=who,
            name=brief(who.name or who.code),
            submitted=submitted,
            lines=tuple(sorted(lines.of(figures), key=lambda line: _ORDER.index(line.figure.status))),
            faults=faults.of(unit),
            missing=faults.missing(unit) if submitted else (),
            late=_late(audit, who, words) if audit.late[unit] else "",
        )


def _late(audit: Audit, unit: Unit, words: Words) -> str:
    due = audit.plan.calendar.due(audit.period)
    return words.language(CODES["UA412"].message, day=audit.submitted_on[unit.code], due=due)


class _Lines:
    """The lines of all units; many have the same figures, of which the same is said."""

    def __init__(self, audit: Audit, words: Words) -> None:
        self._audit, self._words = audit, words
        self._known: dict[tuple[Any, ...], Line] = {}

    def of(self, figures: Iterable[Assessment]) -> Iterator[Line]:
        """Yield the lines of one unit, but for what does not apply to it."""
        for one in figures:
            if one.figure.status is not Status.NOT_APPLICABLE:
                yield self._line(one.column, one.figure, submitted=bool(self._audit.reported[one.unit]))

    def _line(self, place: int, figure: Figure, *, submitted: bool) -> Line:
        counts = (figure.field.id, figure.numerator, figure.denominator, figure.share)
        key = (place, submitted, figure.status, figure.reason, figure.waived, counts)
        if key not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            column, words = self._audit.columns[place], self._words
            phrases = words.phrases(figure, column.due, self._audit.as_of, submitted=submitted)
            self._known[key] = Line(column.target, visible(words.language.pick(column.target.label)), figure, phrases)
        return self._known[key]
