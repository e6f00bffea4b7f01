"""One edition of a period's reports: what it was made from, and when."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from union_audit.frozen import dataclass
from union_audit.plan.period import Period


@dataclass(frozen=True, slots=True)
class Edition:
    """`number`: 1, and one more for each correction. `fingerprint`: that of all it was made from; `made_at` is aware of its time zone.

    `folder`: where its reports are, relative to the folder of the reports. `inputs`: the SHA-256 of each input, by its name.
    """

    period: Period
    number: int
    fingerprint: str
    made_at: datetime
    as_of: date
    version: str
    folder: str
    inputs: Mapping[str, str] = field(default_factory=dict)
