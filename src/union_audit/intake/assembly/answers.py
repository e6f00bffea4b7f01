"""Rows of one table that a unit sent one after another, as the answers to an online form: in the order of their times."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

import numpy as np

from union_audit.folding import fold
from union_audit.intake.facts import Bool, Int32
from union_audit.intake.figures.cells import tidy
from union_audit.patterns import pattern
from union_audit.sheets.model import Cell

_DATE = pattern(r"(?<!\d)(\d{1,4})[/.-](\d{1,2})[/.-](\d{4}|\d{1,2})(?!\d)")
_TIME = pattern(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm|sa|ch)\b)?", re.IGNORECASE)
_NOON = 12
_ORDERS = ((2, 1, 0), (2, 0, 1), (0, 1, 2))
"""Day, month, year; month, day, year; year, month, day: where year, month and day stand."""
_YEARS = range(2000, 2100)


def by_time(rounds: Iterator[Int32], units: Int32, sent: Sequence[Cell]) -> Iterator[tuple[Int32, Bool]]:
    """Yield rounds of rows with those of a unit in the order that they were sent in, and which were surely sent after the one before."""
    later = np.zeros(len(units), np.bool_)
    if not sent:
        yield from ((rows, later[rows]) for rows in rounds)
        return
    place = np.arange(len(units), dtype=np.int32)
    several, counts = np.unique(units[units >= 0], return_counts=True)
    for unit in several[counts > 1].tolist():
        rows = np.flatnonzero(units == unit)
        order = in_order([sent[row] for row in rows.tolist()])
        if order:
            place[rows] = rows[order]
            later[rows[order][1:]] = True
    yield from ((place[rows], later[place[rows]]) for rows in rounds)


def in_order(cells: Sequence[Cell]) -> list[int] | None:
    """Return the places of some times from the earliest on; None where they do not surely tell.

    What is written in texts is read day first and month first: only what both say is sure. Of times and texts mixed, as a program
    leaves them that took some days for months, none is.
    """
    days = [cell for cell in cells if isinstance(cell, date)]
    readings = [list(map(_stamp, days))] if len(days) == len(cells) else list(_readings(cells))
    orders = {tuple(order) for times in readings if (order := _sorted(times))}
    return list(orders.pop()) if len(orders) == 1 and all(map(_sorted, readings)) else None


def _sorted(times: Sequence[datetime]) -> list[int] | None:
    order = sorted(range(len(times)), key=times.__getitem__)
    return order if all(times[one] < times[other] for one, other in pairwise(order)) else None


def _stamp(cell: date) -> datetime:
    return cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 (as the sheet has it)


def _readings(cells: Sequence[Cell]) -> Iterator[list[datetime]]:
    """Yield the times that texts may say, each reading of all of them."""
    texts = [tidy(cell) for cell in cells if isinstance(cell, str)]
    if len(texts) < len(cells):
        return
    for order in _ORDERS:
        times = [_read(text, order) for text in texts]
        if None not in times:
            yield [each for each in times if each]


def _read(text: str, order: Sequence[int]) -> datetime | None:
    day, time = _DATE.search(text), _TIME.search(text)
    if day is None:
        return None
    year, month, of_month = (int(day[1 + place]) for place in order)
    hour, minute, second = (int(part or 0) for part in time.groups()[:3]) if time else (0, 0, 0)
    half = fold(time[4] or "") if time else ""
    if half:
        hour = hour % _NOON + (_NOON if half in ("pm", "ch") else 0)
    try:
        return datetime(year, month, of_month, hour, minute, second) if year in _YEARS else None  # noqa: DTZ001
    except ValueError:
        return None
