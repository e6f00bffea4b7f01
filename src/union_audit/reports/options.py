"""How a report is to be written; what it says is the audit's."""

from dataclasses import dataclass
from datetime import datetime

from union_audit.language import Language


@dataclass(frozen=True, slots=True)
class Options:
    """`top`: rows of a ranking (None: as many as the format finds right); `evidence`: "auto" or "all" (the cells of every figure).

    `generated_at` is aware of its time zone. `width`, `color`: None finds out from the stream. `quiet`: one line, where the format has one.
    """

    language: Language
    generated_at: datetime
    top: int | None = None
    evidence: str = "auto"
    width: int | None = None
    color: bool | None = None
    quiet: bool = False
