"""The rows that every format shows of a trend: words where all formats agree, the values beside them."""

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.reports.figures import Figure
from union_audit.reports.rows import Movement
from union_audit.reports.sparkline import Sparkline
from union_audit.trends.trend import Line, OpenGap, Point


@dataclass(frozen=True, slots=True)
class PointRow:
    """One target in one period. Texts are "" where there is nothing to say; `moved` is None where nothing was before."""

    point: Point
    period: str
    figure: Figure | None
    symbol: str
    status: str
    value: str
    counts: str
    goal: str
    reported: str
    moved: dict[Movement, int] | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """One target over time: its first and its newest value, what is between them, its final goal, and where the pace leads."""

    line: Line
    number: int | None
    label: str
    owner: str
    points: tuple[PointRow, ...]
    symbol: str
    status: Status | None
    first: str
    now: str
    change: str
    goal: str
    due: str
    pace: str
    outlook: str
    values: tuple[float | None, ...]
    sparkline: Sparkline | None

    @property
    def title(self) -> str:
        """The number and the label."""
        return self.label if self.number is None else f"{self.number}. {self.label}"


@dataclass(frozen=True, slots=True)
class UnitRows:
    """A unit over time. `lineage`: what became of it and which units it came of, in words."""

    code: str
    name: str
    lineage: tuple[str, ...]
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class MovesRow:
    """The score of one period, the gaps of all targets shown, and what became of those before; None where nothing was before."""

    period: str
    score: str
    gaps: int
    moved: dict[Movement, int] | None


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A gap that lasts: where, since when, how long."""

    gap: OpenGap
    unit: str
    target: str
    since: str
    open: str
