"""How targets and their gaps moved from month to month, as the history of the monthly runs has it."""

from union_audit.trends.trend import Trend

__all__ = ["Trend"]
