"""Waivers: gaps that somebody with the authority has accepted, until a day."""

from datetime import date

from union_audit.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Waiver:
    """A gap of one unit at one target, accepted by `approver` with document `number`, up to and including `last_day`."""

    unit: str
    target: str
    reason: str
    approver: str
    number: str
    last_day: date
    line: int = 0

    def covers(self, end: date) -> bool:
        """Whether it covers a period that ends on that day."""
        return self.last_day >= end
