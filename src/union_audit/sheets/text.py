"""Text tables (CSV, TSV, TXT) → one sheet of text cells."""

from union_audit.findings import Finding, Source
from union_audit.sheets.delimited import DELIMITERS, Table, read_as_it_stands, read_table
from union_audit.sheets.encoding import as_it_stands, decode
from union_audit.sheets.legacy import in_unicode, is_suspect
from union_audit.sheets.limits import CELL_BYTES, CELLS, LINE_CHARACTERS, LINES, MEGABYTE
from union_audit.sheets.model import Book, Refused, Sheet
from union_audit.sheets.refusal import too_large

_LINE_BYTES = 4 * LINE_CHARACTERS
_SEPARATORS = [each.encode() for each in DELIMITERS]
_LISTED = 500
"""So many rows of each kind are listed, and the others counted."""


def read_text(data: bytes) -> Book:
    """Read a text table. Its only sheet has no name: a text file has none, and its own name is known to the caller."""
    _check_lines(data)
    plain, encoding = as_it_stands(data)
    table, text = read_as_it_stands(plain), ""
    if table is None:
        text, encoding = decode(data)
        table = read_table(text)
    if not any(isinstance(cell, str) and cell.strip() for row in table.rows for cell in row):
        raise Refused(Finding("UA005"))
    facts = {"encoding": encoding, "delimiter": table.delimiter}
    book = Book("text", (Sheet("", table.rows, is_text=True, is_by_comma=table.delimiter == ","),), facts, tuple(_findings(table)))
    return in_unicode(book) if _is_suspect(table, text) else book


def _is_suspect(table: Table, text: str) -> bool:
    """Whether a letter may be one of an old font; of a large table its texts are looked through, which are a part of it."""
    if isinstance(table.rows, list):
        return is_suspect(text)
    from union_audit.sheets.by_column import ByColumn  # noqa: PLC0415 (small tables need no arrays)

    return any(map(is_suspect, table.rows.odd_texts() if isinstance(table.rows, ByColumn) else (text,)))


def _check_lines(data: bytes) -> None:
    """Refuse too many lines or cells, and a line that is too long, before the text is decoded, which would take as much memory again."""
    count = max(_count(data, b"\n"), _count(data, b"\r"))
    at = 0
    while len(data) - at > _LINE_BYTES:
        end = at + _LINE_BYTES
        at = max(data.rfind(b"\n", at, end), data.rfind(b"\r", at, end)) + 1
        if not at:
            raise too_large("CSV", f"{count} × {_LINE_BYTES}", f"{LINES} × {LINE_CHARACTERS}")
    if count > LINES:
        raise too_large("CSV", f"{count}", f"{LINES}")
    most = max(CELLS, len(data) // CELL_BYTES)
    if len(data) > most and (cells := max(_count(data, each) for each in _SEPARATORS)) > most:
        raise too_large("CSV", f"{cells}", f"{most}")


def _count(data: bytes, sign: bytes) -> int:
    if len(data) < MEGABYTE:
        return data.count(sign)
    import numpy as np  # noqa: PLC0415 (small tables need no arrays)

    signs = np.frombuffer(data, np.uint8)
    return sum(int(np.count_nonzero(signs[at : at + MEGABYTE] == ord(sign))) for at in range(0, len(signs), MEGABYTE))


def _findings(table: Table) -> list[Finding]:
    stray = [Finding("UA017", source=Source("", "", row, 0)) for row in table.stray[:_LISTED]]
    ragged = [Finding("UA014", {"found": found, "expected": table.width}, Source("", "", row, 0)) for row, found in table.ragged[:_LISTED]]
    others = sorted({*table.stray[_LISTED:], *(row for row, _ in table.ragged[_LISTED:])})
    unlisted = [Finding("UA020", {"count": len(others)}, Source("", "", others[0], 0))] if others else []
    return [*stray, *ragged, *unlisted]
