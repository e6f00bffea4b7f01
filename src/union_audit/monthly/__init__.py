"""The month that runs itself: read, audit, publish, record; run again, it changes nothing unless something changed."""

from union_audit.monthly.month import Month, Outcome
from union_audit.monthly.running import run

__all__ = ["Month", "Outcome", "run"]
