"""The plan as values: levels, fields, targets, and the plan itself. All frozen; ids are the plan's own words."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

from union_audit.frozen import dataclass
from union_audit.plan.calendar import Calendar
from union_audit.plan.goal import Goal
from union_audit.plan.period import Period
from union_audit.plan.picture import Picture

Words: TypeAlias = Mapping[str, str]
"""The same words by language code, {"vi": "máy tính", "en": "computers"}: `Language.pick` chooses among them."""

Lines: TypeAlias = Mapping[str, tuple[str, ...]]
"""The same lines of text by language code: `Language.lines` chooses among them."""

MAX_COUNT = 10**12
"""A larger count is refused as unreadable: no sum of a nation's counts, nor any product made of them, is then a surprise."""


class Submits(StrEnum):
    """When a level, or a unit, hands in its figures."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    VIA_PARENT = "via_parent"
    NEVER = "never"

    def asks(self, period: Period | None) -> bool:
        """Whether it asks for a submission: of a quarter in its last month, of a year in December.

        A longer period asks as its last month does; where the period is not known, all that ever submit themselves are asked.
        """
        calendar = {
            Submits.MONTHLY: True,
            Submits.QUARTERLY: period is None or period.last % 3 == 0,
            Submits.YEARLY: period is None or period.last == 12,  # noqa: PLR2004 (December)
        }
        return calendar.get(self, False)


class Kind(StrEnum):
    """What a field's figure is."""

    COUNT = "count"
    YES_NO = "yes_no"


class OverPeriods(StrEnum):
    """How monthly figures make a longer period's: what happened is summed; what stands at the end is the last."""

    SUM = "sum"
    LAST = "last"


class Cumulative(StrEnum):
    """How long a figure that is counted up goes on: it never falls within a year, or never at all."""

    YEAR = "year"
    ALWAYS = "always"


class Covers(StrEnum):
    """What a unit's figure contains: its own office, or its whole area (its branch of the roster)."""

    OWN = "own"
    AREA = "area"


class OnZero(StrEnum):
    """What a target is when there is nothing to count (the denominator is zero)."""

    NOT_APPLICABLE = "not_applicable"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Level:
    """A tier of the organisation. `names_begin`: how the names of its units begin, to tell a unit's level without a roster."""

    id: str
    label: Words
    submits: Submits
    aliases: tuple[str, ...] = ()
    names_begin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One figure of the reporting form. `unit`: what is counted ("computers"), shown after a count; may be empty.

    `unit_one`: the same after one ("computer"), in the languages that write it otherwise.
    """

    id: str
    label: Words
    kind: Kind
    over_periods: OverPeriods
    covers: Covers
    unit: Words = dataclasses.field(default_factory=dict)
    blank_is_zero: bool = False
    cumulative: Cumulative | None = None
    aliases: tuple[str, ...] = ()
    unit_one: Words = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A numerator over a denominator less its exclusions, all field ids. A count or yes/no goal has no denominator."""

    numerator: str
    denominator: str | None = None
    less: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that the ratio needs, numerator first."""
        return (self.numerator, *((self.denominator,) if self.denominator else ()), *self.less)


@dataclass(frozen=True, slots=True)
class Milestone:
    """An interim goal, in force from its date until the next."""

    day: date
    goal: Goal


@dataclass(frozen=True, slots=True)
class Target:
    """What the plan asks for. `parts` has one ratio, or several when all of them must reach the goal (`all:`)."""

    id: str
    number: int
    label: Words
    source: Words
    levels: tuple[str, ...]
    goal: Goal
    parts: tuple[Ratio, ...]
    weight: Fraction = Fraction(1)
    owner: Words = dataclasses.field(default_factory=dict)
    deadline: date | None = None
    milestones: tuple[Milestone, ...] = ()
    on_zero: OnZero = OnZero.NOT_APPLICABLE
    action: Words = dataclasses.field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that its ratios need, each once."""
        return tuple(dict.fromkeys(id_ for ratio in self.parts for id_ in ratio.fields))

    def required(self, end: date) -> tuple[Goal, date | None]:
        """Return the goal in force at a period's end, and the date it is due: the last milestone reached, else the final goal."""
        reached = [milestone for milestone in self.milestones if milestone.day <= end]
        if not reached or (self.deadline is not None and self.deadline <= end):
            return self.goal, self.deadline
        last = max(reached, key=lambda milestone: milestone.day)
        return last.goal, last.day


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What makes a report a document of the organisation; what is empty is not shown. `reports/letterhead.py` says it in a language.

    `issued_by`: the superior body first, one's own last. `signatory`: an office, never a person. `accent`: "#0a4a8f" or "".
    """

    issued_by: Lines = dataclasses.field(default_factory=dict)
    number: Words = dataclasses.field(default_factory=dict)
    motto: Lines = dataclasses.field(default_factory=dict)
    place: Words = dataclasses.field(default_factory=dict)
    heading: Lines = dataclasses.field(default_factory=dict)
    signatory: Lines = dataclasses.field(default_factory=dict)
    recipients: Lines = dataclasses.field(default_factory=dict)
    logo: Picture | None = None
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole targets.yaml. `defaults`: its own values for command-line options; `denominator_jump`: in per cent, what is usual."""

    code: str
    title: Words
    organisation: Words
    language: str
    deadline: date | None
    levels: tuple[Level, ...]
    fields: tuple[Field, ...]
    targets: tuple[Target, ...]
    path: Path
    sha256: str
    units_file: Path | None = None
    defaults: Mapping[str, object] = dataclasses.field(default_factory=dict)
    denominator_jump: int | None = None
    calendar: Calendar = dataclasses.field(default_factory=Calendar)
    report: ReportSettings = dataclasses.field(default_factory=ReportSettings)

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Every share that a target asks for, each once."""
        return tuple(dict.fromkeys(part for target in self.targets for part in target.parts if part.denominator))

    def level(self, id_: str) -> Level:
        """Return the level with that id; KeyError if there is none."""
        return {level.id: level for level in self.levels}[id_]

    def fields_of(self, level: str | None) -> tuple[Field, ...]:
        """Return what a unit of that level has to report: the fields of the targets that hold for it; of a level not known, all of them."""
        asked = {id_ for target in self.targets if level is None or level in target.levels for id_ in target.fields}
        return tuple(field for field in self.fields if field.id in asked)

    def field(self, id_: str) -> Field:
        """Return the field with that id; KeyError if there is none."""
        return {field.id: field for field in self.fields}[id_]
