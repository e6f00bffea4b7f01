"""Text tables (CSV, TSV, TXT) → one sheet of text cells."""

from union_audit.findings import Finding, Source
from union_audit.sheets.delimited import Table, read_table
from union_audit.sheets.encoding import decode
from union_audit.sheets.legacy import in_unicode, is_suspect
from union_audit.sheets.limits import LINE_CHARACTERS
from union_audit.sheets.model import Book, Refused, Sheet
from union_audit.sheets.refusal import too_large

_LISTED = 500
"""So many rows of each kind are listed, and the others counted."""


def read_text(data: bytes) -> Book:
    """Read a text table. Its only sheet has no name: a text file has none, and its own name is known to the caller."""
    head = data[: 4 * LINE_CHARACTERS]
    if len(head) == 4 * LINE_CHARACTERS and b"\n" not in head and b"\r" not in head:
        raise too_large("CSV", f"{len(data)}", f"{LINE_CHARACTERS}")
    text, encoding = decode(data)
    table = read_table(text)
    if not any(cell and not cell.isspace() for row in table.rows for cell in row):
        raise Refused(Finding("UA005"))
    facts = {"encoding": encoding, "delimiter": table.delimiter}
    book = Book("text", (Sheet("", table.rows, is_text=True),), facts, tuple(_findings(table)))
    return in_unicode(book) if is_suspect(text) else book


def _findings(table: Table) -> list[Finding]:
    stray = [Finding("UA017", source=Source("", "", row, 0)) for row in table.stray[:_LISTED]]
    ragged = [Finding("UA014", {"found": found, "expected": table.width}, Source("", "", row, 0)) for row, found in table.ragged[:_LISTED]]
    others = sorted({*table.stray[_LISTED:], *(row for row, _ in table.ragged[_LISTED:])})
    unlisted = [Finding("UA020", {"count": len(others)}, Source("", "", others[0], 0))] if others else []
    return [*stray, *ragged, *unlisted]
