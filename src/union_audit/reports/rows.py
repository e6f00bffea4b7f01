"""The rows that every format shows: words where all formats agree, exact figures beside them."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from union_audit.audit.result import Reason, Status
from union_audit.frozen import dataclass
from union_audit.plan.model import Target
from union_audit.plan.roster import Unit
from union_audit.reports.figures import Figure
from union_audit.reports.words import Phrases

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Some(Generic[Row]):
    """The first rows of a longer list, and how long that is: what every "N of M" is said from."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer in a few lines, each a finished phrase ("" where there is nothing to say).

    `counts` are assessments of the units shown, `waived` the gaps among them that are; score and coverage are the province's
    (NaN: none). `missing`, `late`: names of the units that had to report and did not, and of those that did after the day. The files are
    named as they were given, never by a path of the computer that wrote the report; `units_file` is "" without a roster.
    """

    plan: str
    organisation: str
    period: str
    as_of: str
    reported: str
    missing: Sequence[str]
    late: Sequence[str]
    score: float
    score_text: str
    coverage: float
    coverage_text: str
    counts: dict[Status, int]
    waived: int
    change: str
    notes: tuple[str, ...]
    targets_file: str
    units_file: str


class Movement(StrEnum):
    """What became of a gap since the period that is compared with. What has no figures then or now is `UNKNOWN`."""

    NEW = "new"
    CLOSED = "closed"
    LASTING = "lasting"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the period that is compared with: `since` is that period in words, `counts` are gaps of the units shown."""

    since: str
    sentence: str
    counts: Mapping[Movement, int]


@dataclass(frozen=True, slots=True)
class Before:
    """What one figure was in the period compared with. `value`: a share from 0 to 1, or a count; NaN where there was none."""

    status: Status
    value: float
    text: str
    is_share: bool


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One unit at one target. `rank` is that of its gap, 0 where it has none; `place` its (unit, column) in the arrays.

    `before` is None where nothing is compared, or nothing was said then.
    """

    rank: int
    place: tuple[int, int]
    unit: Unit
    unit_name: str
    level: str
    target: Target
    label: str
    owner: str
    figure: Figure
    phrases: Phrases
    before: Before | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target over all units. Six counts are numbers of units: that had to report it, that did, and their statuses.

    `by_percentage`: those that gave only a percentage, which is in no sum; the others reported counts.
    `met_by`: how many of those that it applies to have met it, "3/18"; "" where it is only tracked. `needs`: what would close its gap,
    and how many units have one, "48 more computers, 6 units"; "" where it has none. `before`: as in `AssessmentRow`.
    """

    rank: int
    column: int
    target: Target
    label: str
    owner: str
    figure: Figure
    phrases: Phrases
    expected: int
    reported: int
    by_percentage: int
    met: int
    gaps: int
    no_data: int
    met_by: str
    needs: str
    before: Before | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit in the ranking; `rank` is 0 where no target applies. `score`, `coverage` from 0 to 1, NaN where there is none.

    `remark`: that it did not report, or reported late; "" where there is nothing to remark.
    """

    rank: int
    rank_in_level: int
    unit: Unit
    name: str
    level: str
    reported: bool
    remark: str
    score: float
    score_text: str
    coverage: float
    coverage_text: str
    counts: dict[Status, int]


@dataclass(frozen=True, slots=True)
class NoDataRow:
    """Figures that could not be audited for one reason: how many, and of which units (names, in the roster's order)."""

    reason: Reason
    reason_text: str
    count: int
    units: Sequence[str]
