"""Submissions: files → sheets → tables → cells → facts."""

from union_audit.intake.submissions import take_in

__all__ = ["take_in"]
