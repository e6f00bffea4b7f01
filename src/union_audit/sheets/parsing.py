"""What calamine makes of a workbook, as plain values; as a script, it parses for another process within limits of its own."""

import io
import os
import pickle
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetMetadata, SheetTypeEnum, SheetVisibleEnum

WORKBOOK, AGAIN, WHOLE = range(3)
"""What may be asked for: sheets as calamine reads them, or as a second reader does; a whole book."""
READ, REFUSED, PASSWORD, DAMAGED, DIED, MEMORY, STOPPED = range(7)
"""What may be answered: sheets or a book; a finding; or why there are none, with a detail."""

Parsed: TypeAlias = tuple[list[list[Any]], str, bool, list[tuple[int, int, int, int]]]
"""A sheet's cells from A1 on, its name, whether it is hidden, its merged cells."""

REQUEST = struct.Struct("<BIQQ")
"""What is asked for, the seconds and the bytes of memory it may take, and the length of the file, which follows."""

_STANDARD_ERROR = 2


class Unparsed(Exception):  # noqa: N818 (a refusal is an answer, not an error of ours)
    """The workbook cannot be parsed: `reason` is `PASSWORD`, `DAMAGED` or `DIED`."""

    def __init__(self, reason: int, detail: str = "") -> None:
        """Hold why."""
        super().__init__(detail)
        self.reason, self.detail = reason, detail


def parse(data: bytes) -> list[Parsed | None]:
    """Return all sheets of a workbook, None for one that is no worksheet.

    Raises `Unparsed`, also for sheets of one name: each would be the first of them.
    """
    with _translated():
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        metadata = book.sheets_metadata
        if len({sheet.name for sheet in metadata}) < len(metadata):
            raise Unparsed(DAMAGED, "two sheets of one name")
        return [_parsed(book, index, each) for index, each in enumerate(metadata)]


def _parsed(book: CalamineWorkbook, index: int, metadata: SheetMetadata) -> Parsed | None:
    if metadata.typ != SheetTypeEnum.WorkSheet:
        return None
    sheet = book.get_sheet_by_index(index)
    merged = [(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return sheet.to_python(skip_empty_area=False), metadata.name, metadata.visible != SheetVisibleEnum.Visible, merged


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what calamine raises into one exception; a panic of its own is no `Exception`, so it is told by its name."""
    try:
        with _silenced():
            yield
    except PasswordError as error:
        raise Unparsed(PASSWORD) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Unparsed(DAMAGED, str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise Unparsed(DIED, "calamine") from error
        raise


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep a panic's own report off the screen: it goes past Python to the process's standard error."""
    try:
        screen = os.dup(_STANDARD_ERROR)
    except OSError:  # there is none
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STANDARD_ERROR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(screen, _STANDARD_ERROR)
        os.close(screen)


def answer(wanted: int, data: bytes) -> tuple[int, object]:
    """Return how it went, and what was read or why it was not."""
    try:
        if wanted == WORKBOOK:
            return READ, parse(data)
        from union_audit.sheets.alone import answer_with_all  # noqa: PLC0415 (workbooks need nothing of it)

        return answer_with_all(wanted, data)
    except Unparsed as why:
        return why.reason, why.detail
    except MemoryError:
        return MEMORY, ""


def _limit(seconds: int, memory: int) -> None:
    """Let this process take so much more time, and so much memory; where the system knows no limits, the caller's clock is left."""
    try:
        import resource  # noqa: PLC0415 (not everywhere)
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.RLIM_INFINITY))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        wanted, seconds, memory, size = REQUEST.unpack(head)
        _limit(seconds, memory)
        answered = answer(wanted, requests.read(size))
        pickler = pickle.Pickler(answers, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # the cells share next to nothing
        pickler.dump(answered)
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
