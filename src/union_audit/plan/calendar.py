"""The reporting calendar: when a period begins and closes, and by which day its figures are due."""

from datetime import date, timedelta
from typing import Final

from union_audit.frozen import dataclass
from union_audit.plan.period import Period

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of `date.weekday`."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When periods close and what is a working day.

    `closing_day`: the day of a period's last month on which it closes, None for the month's last. With 14, June runs from 15 May
    to 14 June and the year from 15 December to 14 December, as periodic reports in Viet Nam do (Decree 09/2019/ND-CP, article 12).
    `due_working_days`: so many working days after that the figures are due; None: nothing is ever late.
    `weekend`: days of the week (0 is Monday) on which nobody works; `holidays`: other such days.
    """

    closing_day: int | None = None
    due_working_days: int | None = None
    weekend: frozenset[int] = frozenset((5, 6))
    holidays: frozenset[date] = frozenset()

    def start(self, period: Period) -> date:
        """Return the period's first day."""
        before = (period.year, period.first - 1) if period.first > 1 else (period.year - 1, 12)
        return self._closing(*before) + _DAY

    def end(self, period: Period) -> date:
        """Return the period's last day."""
        return self._closing(period.year, period.last)

    def due(self, period: Period | None) -> date | None:
        """Return the last day on which its figures are in time, None where the plan names none or the period is not known."""
        if self.due_working_days is None or period is None:
            return None
        day, left = self.end(period), self.due_working_days
        while left:
            day += _DAY
            left -= self.is_working(day)
        return day

    def is_working(self, day: date) -> bool:
        """Whether offices work on that day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def month_of(self, day: date) -> Period:
        """Return the month, as the calendar has it, in which a day lies."""
        month = Period(day.year, day.month, 1)
        return month if day <= self.end(month) else month.following

    def last_closed(self, day: date) -> Period:
        """Return the latest month that had closed before that day."""
        return self.month_of(day).preceding

    def _closing(self, year: int, month: int) -> date:
        from calendar import monthrange  # noqa: PLC0415 (explaining a target needs the plan, but closes no month)

        last = monthrange(year, month)[1]
        return date(year, month, last if self.closing_day is None else min(self.closing_day, last))
