"""The pieces that only the page has: bars, ratios in words, a unit in full."""

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.reports.rows import AssessmentRow, UnitRow
from union_audit.reports.words import Phrases


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from 0 to 100: how far it is filled, and where on it the goal stands ("": at its end; None: there is no goal)."""

    fill: str
    goal: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One ratio of a target over all units: what is counted, in words, and what it shows."""

    formula: str
    value: str
    counts: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Targets that have no figure of a unit for the same reason: they do not apply, or it was not submitted."""

    status: Status
    phrases: Phrases
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnitInFull:
    """A unit at every target, in the plan's order: `rows` are those with something to say, the others are told in `silent`."""

    unit: UnitRow
    cells: tuple[AssessmentRow, ...]
    rows: tuple[AssessmentRow, ...]
    silent: tuple[Silent, ...]
