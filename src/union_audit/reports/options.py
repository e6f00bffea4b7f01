"""How a report is to be written; what it says is the audit's."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from pathlib import Path

from union_audit.frozen import dataclass
from union_audit.language import Language
from union_audit.plan.period import Period
from union_audit.reports.counted import Told, nobody


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected edition replaces, and what differs: names of inputs, and how many assessments came out otherwise."""

    number: int
    replaces: int
    made_on: date
    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    assessments: int


@dataclass(frozen=True, slots=True)
class Options:
    """`top`: rows of a ranking (None: as many as the format finds right); `evidence`: "auto" or "all" (the cells of every figure).

    `generated_at` is aware of its time zone. `width`, `color`: None finds out from the stream. `quiet`: one line, where the format has one.
    `redact`: units by code only, and no submitted text. `script`: the page may hold one (the copy that is mailed may not).
    `templates`: a folder whose templates come before those of the program. `correction`: of an edition that replaces another.
    `told`: told how many rows of a long report are written, and of how many.
    `past`: by the target's id, its value over all units in the periods before, the earliest first, None where there was none.
    """

    language: Language
    generated_at: datetime
    top: int | None = None
    evidence: str = "auto"
    width: int | None = None
    color: bool | None = None
    quiet: bool = False
    redact: bool = False
    script: bool = True
    templates: Path | None = None
    correction: Correction | None = None
    told: Told = nobody
    past: Mapping[str, tuple[tuple[Period, float | None], ...]] = field(default_factory=dict)
