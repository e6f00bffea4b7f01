"""What is parsed here and what in a process of its own, and what comes of it: its content or a refusal."""

from typing import cast

from union_audit.findings import Finding
from union_audit.sheets import limits, parsing
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.parsing import Parsed
from union_audit.sheets.refusal import damaged, protected


class Unparsed(Refused):
    """Calamine took the workbook for broken, and said so: another reader may be asked."""


def parsed(data: bytes, *, is_here: bool) -> list[Parsed | None]:
    """Return the sheets of a workbook as calamine reads them. `is_here`: in this process, where that is safe.

    Refuses (`Refused`) what calamine does not read, or not within the limits.
    """
    return cast("list[Parsed | None]", _content(*_asked(parsing.WORKBOOK, data, is_here=is_here)))


def parsed_again(data: bytes, *, is_here: bool) -> list[Parsed | None]:
    """Return the sheets of an xlsx workbook as a second reader reads them. Refuses (`Refused`) as `parsed` does."""
    return cast("list[Parsed | None]", _content(*_asked(parsing.AGAIN, data, is_here=is_here)))


def whole(data: bytes) -> Book:
    """Return a workbook or a web page that is read from beginning to end in the other process. Refuses (`Refused`) as its reader does."""
    return cast("Book", _content(*_asked(parsing.WHOLE, data, is_here=False)))


def _asked(wanted: int, data: bytes, *, is_here: bool) -> tuple[int, object]:
    if is_here:
        return parsing.answer(wanted, data)
    from union_audit.sheets.worker import ask  # noqa: PLC0415 (most runs need no other process, nor what starts one)

    return ask(wanted, data)


def _content(status: int, value: object) -> object:
    if status == parsing.READ:
        return value
    if status == parsing.REFUSED:
        raise Refused(cast("Finding", value))
    if status == parsing.PASSWORD:
        raise protected()
    if status in (parsing.MEMORY, parsing.STOPPED):
        raise Refused(Finding("UA019", {"limit": value or limits.megabytes(limits.WORKER_BYTES)}))
    refused = damaged(str(value))
    raise Unparsed(refused.finding) if status == parsing.DAMAGED else refused
