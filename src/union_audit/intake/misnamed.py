"""Workbooks whose name does not end as a workbook's does ("Bao cao thang 6.2025"): told by their content."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from union_audit.intake.zipped import is_workbook
from union_audit.sheets.kinds import OLE2, ZIP, kind_of

if TYPE_CHECKING:
    from mimetypes import MimeTypes

_HEAD = 4096
_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_MOST = 1 << 26


def is_misnamed(path: Path) -> bool:
    """Whether a file under a name that says nothing is a workbook."""
    if _known().guess_type(path.name)[0] or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            kind = kind_of(head)
            if kind == OLE2:
                content = head + file.read(_MOST)
                return any(name in content for name in _STREAMS)
    except OSError:
        return False
    return kind == ZIP and is_workbook(path)


@cache
def _known() -> "MimeTypes":
    """Return what endings mean to everybody: a file that is called a document or a picture is none of ours, whatever is in it."""
    from mimetypes import MimeTypes  # noqa: PLC0415 (only where a name says nothing to us)

    return MimeTypes(filenames=())
