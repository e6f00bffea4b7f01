"""What the process that parses is asked beside workbooks for calamine: files that it reads whole, and workbooks for the second reader."""

from collections.abc import Callable

from union_audit.sheets import parsing
from union_audit.sheets.html import read_html
from union_audit.sheets.kinds import HTML, OLE2, ZIP, kind_of
from union_audit.sheets.model import Book, Refused
from union_audit.sheets.workbook import read_ole, read_zip

_READERS: dict[str, Callable[[bytes], Book]] = {
    HTML: read_html,
    OLE2: lambda data: read_ole(data, is_apart=True),
    ZIP: lambda data: read_zip(data, is_apart=True),
}


def answer_with_all(wanted: int, data: bytes) -> tuple[int, object]:
    """Return how it went, and the sheets or the book."""
    try:
        if wanted == parsing.WHOLE:
            return parsing.READ, _READERS[kind_of(data)](data)
        from union_audit.sheets.second import parse_again  # noqa: PLC0415 (openpyxl, which few workbooks need)

        return parsing.READ, parse_again(data)
    except Refused as refused:
        return parsing.REFUSED, refused.finding
    except parsing.Unparsed as why:
        return why.reason, why.detail
