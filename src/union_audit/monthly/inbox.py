"""Which part of an inbox is a period's: a folder a period, or all in one with the period in names and titles."""

from collections.abc import Iterator
from pathlib import Path

from union_audit.errors import Problem, UsageError
from union_audit.intake.files import natural
from union_audit.intake.periods.dating import date_table
from union_audit.plan.period import Period
from union_audit.words import N_


def inputs_of(inbox: Path, period: Period) -> tuple[Path, ...]:
    """Return what to read for a period: all that the inbox holds but folders that are another's.

    Raises:
        UsageError: the inbox cannot be looked into.
    """
    try:
        children = sorted(inbox.iterdir(), key=lambda child: natural(child.name))
    except OSError as error:
        said = N_("The inbox cannot be read ({detail}).")
        raise UsageError(Problem(said, {"detail": error.strerror or str(error)}, file=str(inbox))) from None
    ours = tuple(child for child in children if not _is_anothers(child, period))
    return ours if children else (inbox,)  # an empty folder is said to be empty


def others_of(inbox: Path, period: Period) -> Iterator[str]:
    """Yield the names of the folders that are another period's."""
    return (child.name for child in inbox.iterdir() if _is_anothers(child, period))


def _is_anothers(child: Path, period: Period) -> bool:
    if not child.is_dir():
        return False
    told = date_table((), "", child.name, (), None).period
    return told is not None and not (period.covers(told) or (told.covers(period) and told.last == period.last))
