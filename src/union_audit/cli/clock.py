"""The one clock: every "today" and "now" of the program is read here."""

from datetime import date, datetime


def now() -> datetime:
    """Return the time, with its zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def today() -> date:
    """Return the local date."""
    return now().date()
