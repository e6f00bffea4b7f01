"""What a fast reader does not show of an ods workbook, and how far its cells reach before repeated rows are unfolded."""

import io
import re
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from xml.parsers import expat

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.number_format import PERCENT, NumberFormat
from union_audit.sheets.refusal import damaged, protected, too_large
from union_audit.sheets.seen import seen_as
from union_audit.sheets.unseen import Unseen

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_TEXT = "text:p"
_REMARK = "office:annotation"
_BETWEEN = re.compile(rb">\s+(?=<(?!/?text:(?!p[\s>/])))")
"""Not before what stands in a line of text, where a blank is one."""
_NUMBERS = ("float", "percentage", "currency")


def look(archive: Archive) -> list[Unseen]:
    """Look through the sheets, in their order. Refuses (`Refused`) what is encrypted or has too large a grid, all sheets together."""
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise protected()
    size = archive.size(_CONTENT)
    content = _Content(size)
    content.parse(archive.chunks(_CONTENT))
    limits.check_grid(_CONTENT, sum(sheet.rows * sheet.columns for sheet in content.sheets), 1, size)
    return content.sheets


def unspaced(archive: Archive) -> bytes:
    """Return the workbook without the blanks between its elements, which some programs put there and calamine takes for text."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in ("mimetype", _MANIFEST):
            if name in archive:
                packed.writestr(name, archive.read(name))
        packed.writestr(_CONTENT, _BETWEEN.sub(b">", b"".join(archive.chunks(_CONTENT))))
    return stream.getvalue()


class _Content:
    """Goes through the sheets: rows and columns up to the last one with a value, as repeated, and what is hidden in them."""

    def __init__(self, size: int) -> None:
        self.sheets: list[Unseen] = []
        self._size = size
        self._depth = 0
        self._row = self._column = self._column_style = 0
        self._row_repeats = 1
        self._noted = 0
        self._is_hidden = self._has_value = False
        self._formats: list[tuple[range, NumberFormat]] = []  # of the row: how columns of it show their numbers, and its errors
        self._errors: list[tuple[range, str]] = []
        self._cell: tuple[range, dict[str, str]] | None = None
        self._text: list[str] = []
        self._length = 0
        self._is_text = self._is_shown = self._is_aside = False

    def parse(self, chunks: Iterable[bytes]) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 (expat takes no keywords)
            parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError) as error:
            raise damaged(f"{_CONTENT}: {error}") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(Unseen(plain=False))
                self._row = self._column_style = 0
        elif self._depth != 1:
            return
        elif name == "table:table-row":
            self._start_row(attributes)
        elif name in _CELLS:
            self._start_cell(attributes)
        elif name == "table:table-column":
            repeats = int(attributes.get("table:number-columns-repeated", "1"))
            if _is_hidden(attributes):
                self.sheets[-1].hide_columns(self._column_style, self._column_style + repeats)
            self._column_style += repeats
        self._is_aside = self._is_aside or name == _REMARK
        self._is_text = name == _TEXT and not self._is_aside
        self._is_shown |= self._is_text

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeats = int(attributes.get("table:number-rows-repeated", "1"))
        self._is_hidden, self._has_value, self._column = _is_hidden(attributes), False, 0
        self._formats, self._errors = [], []

    def _start_cell(self, attributes: dict[str, str]) -> None:
        first = self._column
        self._column += int(attributes.get("table:number-columns-repeated", "1"))
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._has_value = True
            self.sheets[-1].columns = max(self.sheets[-1].columns, self._column)
            self._cell, self._text, self._length, self._is_shown = (range(first, self._column), attributes), [], 0, False

    def _characters(self, text: str) -> None:
        if self._is_text and self._cell:
            self._text.append(text)
            self._length += len(text)
            limits.check_piece("<text:p>", self._length)

    def _end(self, name: str) -> None:
        self._is_text = False
        self._is_aside = self._is_aside and name != _REMARK
        if name == "table:table":
            self._depth -= 1
        if self._depth != 1:
            return
        if name == "table:table-row":
            self._end_row()
        elif name in _CELLS and self._cell:
            self._end_cell(*self._cell)
            self._cell = None

    def _end_cell(self, columns: range, attributes: dict[str, str]) -> None:
        kind, formula = attributes.get("office:value-type", ""), attributes.get("table:formula", "")
        shown = "".join(self._text)
        if attributes.get("calcext:value-type") == "error":
            self._errors.append((columns, shown or "#VALUE!"))
        elif kind == "percentage" and not shown:
            self._formats.append((columns, PERCENT))
        elif kind in _NUMBERS:
            self._show(columns, attributes.get("office:value", ""), shown)
        elif formula and (not kind or (kind == "string" and not (attributes.get("office:string-value") or shown))):
            self._errors.append((columns, "=" + formula.partition("=")[2]))
        elif formula and kind == "string" and shown.startswith("#") and attributes.get("office:string-value") == "":
            self._errors.append((columns, shown))

    def _show(self, columns: range, value: str, shown: str) -> None:
        """Note a number that is not shown simply by its digits; the text that it is shown as need not be in the file."""
        if value != shown and (shown or self._is_shown):
            with suppress(ValueError):
                if look := seen_as(shown, float(value)):
                    self._formats.append((columns, look))

    def _end_row(self) -> None:
        seen = self.sheets[-1]
        rows = range(self._row, self._row + self._row_repeats)
        self._row = rows.stop
        if self._has_value:
            seen.rows = self._row
            limits.check_grid(_CONTENT, seen.rows, seen.columns, self._size)
            self._count(rows)
            if self._is_hidden:
                seen.hidden_rows.update(rows)
        for columns, look in self._formats:
            seen.formats.update(dict.fromkeys(product(rows, columns), look))
        for columns, text in self._errors:
            seen.errors.update(dict.fromkeys(product(rows, columns), text))

    def _count(self, rows: range) -> None:
        """Count what is to be noted of single cells and hidden rows; a row may be repeated a million times."""
        self._noted += len(rows) * (self._is_hidden + sum(len(columns) for columns, _ in (*self._formats, *self._errors)))
        if self._noted > limits.NOTED:
            raise too_large(_CONTENT, str(self._noted), str(limits.NOTED))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")
