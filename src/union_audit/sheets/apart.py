"""Whether a file is parsed here or in a process of its own, and what comes of it: its content or a refusal."""

from typing import cast

from union_audit.findings import Finding
from union_audit.sheets import limits, parsing
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.parsing import Parsed
from union_audit.sheets.refusal import damaged, protected


def parsed(data: bytes, *, is_certain: bool) -> list[Parsed | None]:
    """Return the sheets of a workbook as calamine reads them; here only where it was seen to be plain and small.

    Refuses (`Refused`) what calamine does not read, or not within the limits.
    """
    answered = parsing.answer(parsing.WORKBOOK, data) if is_certain else _asked(parsing.WORKBOOK, data)
    return cast("list[Parsed | None]", _content(*answered))


def page(data: bytes) -> Book:
    """Return a web page as a book. Refuses (`Refused`) as its reader does, and what takes too long."""
    return cast("Book", _content(*_asked(parsing.PAGE, data)))


def _asked(wanted: int, data: bytes) -> tuple[int, object]:
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
    raise damaged(str(value))
