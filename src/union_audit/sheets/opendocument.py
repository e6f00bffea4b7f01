"""What a fast reader does not show of an ods workbook, and how far its cells reach before repeated rows are unfolded."""

import io
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from itertools import product, takewhile
from xml.parsers import expat

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.number_format import PERCENT, NumberFormat, crossed_out
from union_audit.sheets.opendocument_drawn import CELL, CellText, Styles
from union_audit.sheets.refusal import damaged, protected, too_large
from union_audit.sheets.seen import seen_as
from union_audit.sheets.unseen import Unseen

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_STYLES = "styles.xml"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_STYLE, _DEFAULT = "table:style-name", "table:default-cell-style-name"
_BETWEEN = re.compile(rb">\s+(?=<(?!/?text:(?!p[\s>/])))")
"""Not before what stands in a line of text, where a blank is one."""
_MERGE = 4
"""Merged cells count as so many cells of which something is kept."""
_NUMBERS = ("float", "percentage", "currency")


def look(archive: Archive) -> list[Unseen]:
    """Look through the sheets, in their order. Refuses (`Refused`) what is encrypted or has too large a grid, all sheets together."""
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise protected()
    size = archive.size(_CONTENT)
    styles = Styles()
    if _STYLES in archive:
        styles.read(archive.read(_STYLES))
    content = _Content(size, styles)
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

    def __init__(self, size: int, styles: Styles) -> None:
        self.sheets: list[Unseen] = []
        self._size = size
        self._styles = styles
        self._depth = 0
        self._row = self._column = self._column_style = 0
        self._row_repeats = 1
        self._noted = 0
        self._is_hidden = self._has_value = False
        self._formats: list[tuple[range, NumberFormat]] = []  # of the row: how columns of it show their numbers, its errors, and
        self._errors: list[tuple[range, str]] = []
        self._merged: list[tuple[int, int, int]] = []  # where cells begin that reach over more rows or columns, and over how many
        self._cell: tuple[range, dict[str, str]] | None = None
        self._text = CellText(styles)
        self._crossed: list[range] = []  # columns that cross out the cells that name no style, as the row does none
        self._of_row = ""

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
                self._crossed = []
        elif self._depth != 1:
            if not self._depth:
                self._styles.start(name, attributes)
        elif self._cell:
            self._text.start(name, attributes)
        elif name == "table:table-row":
            self._start_row(attributes)
        elif name in _CELLS:
            self._start_cell(attributes)
        elif name == "table:table-column":
            self._take_columns(attributes)

    def _take_columns(self, attributes: dict[str, str]) -> None:
        columns = range(self._column_style, self._column_style + int(attributes.get("table:number-columns-repeated", "1")))
        if _is_hidden(attributes):
            self.sheets[-1].hide_columns(columns.start, columns.stop)
        if self._styles.pen(CELL, attributes.get(_DEFAULT, "")):
            self._crossed.append(columns)
        self._column_style = columns.stop

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeats = int(attributes.get("table:number-rows-repeated", "1"))
        self._is_hidden, self._has_value, self._column = _is_hidden(attributes), False, 0
        self._formats, self._errors, self._merged = [], [], []
        self._of_row = attributes.get(_DEFAULT, "")

    def _start_cell(self, attributes: dict[str, str]) -> None:
        first = self._column
        self._column += int(attributes.get("table:number-columns-repeated", "1"))
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._has_value = True
            self.sheets[-1].columns = max(self.sheets[-1].columns, self._column)
            down, across = (int(attributes.get(f"table:number-{what}-spanned", "1")) for what in ("rows", "columns"))
            self._merged += [(first, down, across)] if max(down, across) > 1 else []
            self._cell, self._text = (range(first, self._column), attributes), CellText(self._styles)

    def _characters(self, text: str) -> None:
        if self._cell:
            self._text.letters(text)
            limits.check_piece("<text:p>", self._text.length)

    def _end(self, name: str) -> None:
        if name == "table:table":
            self._depth -= 1
        elif self._depth != 1:
            return
        elif name == "table:table-row":
            self._end_row()
        elif name in _CELLS and self._cell:
            self._end_cell(*self._cell)
            self._cross_out(*self._cell)
            self._cell = None
        elif self._cell:
            self._text.end()

    def _end_cell(self, columns: range, attributes: dict[str, str]) -> None:
        kind, formula = attributes.get("office:value-type", ""), attributes.get("table:formula", "")
        plain, shown = self._text.plain, self._text.seen
        if plain != shown:
            self.sheets[-1].drawn |= {plain: shown, attributes.get("office:string-value", plain): shown}
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
        if value != shown and (shown or self._text.is_any):
            with suppress(ValueError):
                if look := seen_as(shown, float(value)):
                    self._formats.append((columns, look))

    def _cross_out(self, columns: range, attributes: dict[str, str]) -> None:
        """Note a cell that its own style, the row's or its column's crosses out."""
        named = attributes.get(_STYLE) or self._of_row
        crossed = ([columns] if self._styles.pen(CELL, named) else []) if named else self._within(columns)
        shown = self._formats[-1][1] if crossed and self._formats and self._formats[-1][0] == columns else None
        self._formats += [(each, crossed_out(shown)) for each in crossed]

    def _within(self, columns: range) -> list[range]:
        """Return what of some columns their own styles cross out."""
        at = bisect_right(self._crossed, columns.start, key=lambda each: each.start) - 1
        found = takewhile(lambda each: each.start < columns.stop, map(self._crossed.__getitem__, range(max(at, 0), len(self._crossed))))
        parts = (range(max(columns.start, each.start), min(columns.stop, each.stop)) for each in found)
        return [part for part in parts if part]

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
        seen.merged += [(row, first, row + down - 1, first + across - 1) for row in rows for first, down, across in self._merged]
        for columns, text in self._errors:
            seen.errors.update(dict.fromkeys(product(rows, columns), text))

    def _count(self, rows: range) -> None:
        """Count what is to be noted of single cells and hidden rows; a row may be repeated a million times."""
        single = sum(len(columns) for columns, _ in (*self._formats, *self._errors))
        self._noted += len(rows) * (self._is_hidden + _MERGE * len(self._merged) + single)
        if self._noted > limits.NOTED:
            raise too_large(_CONTENT, str(self._noted), str(limits.NOTED))


def _is_hidden(attributes: dict[str, str]) -> bool:
    return attributes.get("table:visibility") in ("collapse", "filter")
