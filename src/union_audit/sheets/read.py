"""A path → a `Book`: opened safely, recognised by its content, read by the reader of its kind."""

import os
import stat
from collections.abc import Callable
from functools import cache
from pathlib import Path

from union_audit.findings import Finding
from union_audit.sheets import limits
from union_audit.sheets.kinds import HTML, OLE2, TEXT, ZIP, kind_of
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.refusal import damaged, foreign, too_large

EXTENSIONS = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xltx": "xlsx",
    ".xltm": "xlsx",
    ".xls": "xls",
    ".xlt": "xls",
    ".xlsb": "xlsb",
    ".ods": "ods",
    ".ots": "ods",
    ".csv": "text",
    ".tsv": "text",
    ".tab": "text",
    ".txt": "text",
}
"""What the endings of names promise. The content decides; a broken promise is a finding."""

_PAGES = {".htm": "html", ".html": "html"}
"""Endings of pages, which a folder of submissions is not searched for: they may be reports."""
_KNOWN = EXTENSIONS | _PAGES
_TO_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened without waiting for somebody to write; one open file costs a small file much less than a stream."""


def read_book(path: Path) -> Book:
    """Read a workbook or a text table as it stands. Raises `Refused` with a UA0xx finding where it cannot be used.

    Findings name no file: their source is None or has an empty `file`, and the caller knows the name.
    """
    return read_content(file_content(path), path.suffix)


def read_content(data: bytes, extension: str) -> Book:
    """Read what a file holds; `extension`: the ending of its name. Refuses as `read_book` does."""
    if not data:
        raise Refused(Finding("UA005"))
    if not data[: limits.MEGABYTE].strip(b"\0"):
        raise damaged("0x00")
    kind = kind_of(data)
    read = _reader(kind)
    if read is None:
        raise foreign(kind)
    book = read(data)
    extension = extension.lower()
    if (extension in EXTENSIONS or extension[1:].isalpha()) and _KNOWN.get(extension) != book.kind:
        finding = Finding("UA011", {"extension": extension, "kind": "CSV" if book.kind == "text" else book.kind})
        book = Book(book.kind, book.sheets, book.facts, (finding, *book.findings))
    return book


def file_content(path: Path) -> bytes:
    """Return what an ordinary file holds. Refuses (`Refused`) what is none, is too large, may not be read, or grows meanwhile."""
    try:
        opened = os.open(path, _TO_READ)
        try:
            status = os.fstat(opened)
            if not stat.S_ISREG(status.st_mode):
                raise Refused(Finding("UA004", {"detail": stat.filemode(status.st_mode)}))
            if status.st_size > limits.FILE_BYTES:
                raise too_large(path.suffix.lower() or "?", limits.megabytes(status.st_size), limits.megabytes(limits.FILE_BYTES))
            data = os.read(opened, status.st_size + 1)
            while len(data) < status.st_size and (more := os.read(opened, status.st_size + 1 - len(data))):  # of a disk far away
                data += more
            is_another = len(data) != status.st_size or os.fstat(opened).st_mtime_ns != status.st_mtime_ns
        finally:
            os.close(opened)
    except (OSError, ValueError) as error:
        raise Refused(Finding("UA004", {"detail": getattr(error, "strerror", None) or type(error).__name__})) from error
    if is_another:
        raise Refused(Finding("UA004", {"detail": f"{status.st_size} → {len(data)}"}))
    return data


@cache
def _reader(kind: str) -> Callable[[bytes], Book] | None:
    """Return what reads files of a kind, loaded when there is one: each needs modules that the others do not."""
    if kind in (ZIP, OLE2):
        from union_audit.sheets.workbook import read_ole, read_zip  # noqa: PLC0415

        return read_zip if kind == ZIP else read_ole
    if kind == HTML:
        from union_audit.sheets.apart import whole  # noqa: PLC0415

        return whole
    if kind == TEXT:
        from union_audit.sheets.text import read_text  # noqa: PLC0415

        return read_text
    return None
