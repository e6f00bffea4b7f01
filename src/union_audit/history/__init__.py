"""What earlier months said: every edition of every period, in one SQLite file. Nothing outside this room knows SQL."""

from union_audit.history.editions import Edition
from union_audit.history.history import History

__all__ = ["Edition", "History"]
