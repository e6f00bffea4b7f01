"""What a monthly run is told, and what it comes to."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from union_audit.frozen import dataclass
from union_audit.history import Edition
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.waivers import Waiver
from union_audit.reports import Options


@dataclass(frozen=True, slots=True)
class Month:
    """`inbox`: where the submissions are; `reports`: where the editions go. `period` None: the last month that the calendar closed.

    `waivers_sha256`: "" without waivers. `wait`: seconds to wait for another run on the same folder.
    `files`: those of the set-up, which are no submissions wherever they lie. `with_feedback`: also make what goes back to each unit.
    """

    inbox: Path
    reports: Path
    history: Path
    as_of: date
    plan: Plan
    roster: Roster | None
    options: Options
    period: Period | None = None
    waivers: tuple[Waiver, ...] = ()
    waivers_sha256: str = ""
    unit_of: Mapping[str, str] = field(default_factory=dict)
    level_of: Mapping[str, str] = field(default_factory=dict)
    wait: float = 600.0
    files: tuple[Path, ...] = ()
    with_feedback: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edition that counts now. `is_new`: this run made it; `exit_code`: what its audit ends with; `summary`: that in a line."""

    edition: Edition
    folder: Path
    is_new: bool
    exit_code: int
    summary: str
