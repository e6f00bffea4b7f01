"""A large xlsx sheet whose XML is written as programs write it → its cells by columns, at the speed of its bytes."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from union_audit.sheets import limits, ooxml
from union_audit.sheets.by_column import ByColumn, Column, Numbers, Texts
from union_audit.sheets.digits import PAD, Words
from union_audit.sheets.formats_by_column import FormatsByColumn
from union_audit.sheets.joined import JoinedTexts
from union_audit.sheets.look import HIDES_ZEROS
from union_audit.sheets.marks import segments
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.plain_tags import Cells, OtherwiseWritten, are_shown, cells
from union_audit.sheets.unseen import column_index

_BEFORE_ROWS, _AFTER_ROWS = b"<sheetData>", b"</sheetData>"
_AS_NOTHING = b' width="0'
_FIRST = frozenset(("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols"))
"""What may stand before the rows of a sheet."""
_CELLS = frozenset(("row", "c", "v", "f", "is"))
"""What stands among the rows alone."""
_ADDRESS = r"([A-Z]{1,2})([1-9]\d{0,5})"
_DIMENSION = re.compile(f"{_ADDRESS}(?::{_ADDRESS})?")
_MERGED = re.compile(f"{_ADDRESS}:{_ADDRESS}")
_NUMBER = re.compile(rb"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_MOST_FORMATS = 1 << 14
_PIECE = 4 * limits.MEGABYTE
"""A row that is longer is left to a process with limits."""

Merged: TypeAlias = tuple[tuple[int, int, int, int], ...]
Styles: TypeAlias = Mapping[int, NumberFormat | None]


def read_sheet(
    part: str, chunks: Iterable[bytes], size: int, texts: JoinedTexts | list[str], styles: Styles
) -> tuple[ByColumn, Merged, Mapping[tuple[int, int], NumberFormat]]:
    """Return the rows of a sheet, its merged cells, and how its numbers are shown.

    `size`: how large its grid may be, as for `limits.check_grid`; `styles`: how the cells of each show a number, None for as it is.

    Raises `OtherwiseWritten` for a sheet with anything that is not understood here to the letter: formulas, errors, hidden rows or
    columns, dates, texts in the cells themselves. Refuses (`Refused`) what is broken or too large.
    """
    grid = _Grid(part, size, texts, styles)
    before = after = b""
    for number, (segment, marks) in enumerate(segments(chunks)):
        start, end = segment.find(marks.row), segment.rfind(marks.row_end) + len(marks.row_end)
        if marks.row != b"<row" or len(segment) > _PIECE or after or (number and start > 0):
            raise OtherwiseWritten
        if start < 0:
            after = segment
        else:
            before = before or segment[:start]
            grid.add(segment[start:end])
    return grid.rows(), _merged(before, after), grid.formats()


def _merged(before: bytes, after: bytes) -> Merged:
    """Return the merged cells from what stands around the rows, which must be as usual: the rows in their place, nothing written twice."""
    xml = before + after
    is_around = before.endswith(_BEFORE_ROWS) and after.startswith(_AFTER_ROWS)
    is_shown = are_shown(xml) and _AS_NOTHING not in xml and HIDES_ZEROS.search(before) is None
    if len(xml) > limits.MEGABYTE or xml.count(b"<sheetData") != 1 or b"&#" in xml or not is_shown or not (is_around or not before):
        raise OtherwiseWritten
    sheet = ooxml.parse("", xml)
    names = [ooxml.local(part.tag) for part in sheet]
    if (
        "sheetData" not in names
        or not _FIRST.issuperset(names[: names.index("sheetData")])
        or names.count("mergeCells") > 1
        or not _CELLS.isdisjoint(ooxml.local(part.tag) for part in sheet.iter())
        or not all(map(_DIMENSION.fullmatch, _refs(sheet, "dimension")))
    ):
        raise OtherwiseWritten
    areas = [*map(_MERGED.fullmatch, _refs(sheet, "mergeCell"))]
    if len(areas) != sum(len(part) for part in sheet if ooxml.local(part.tag) == "mergeCells"):
        raise OtherwiseWritten
    return tuple(map(_area, areas))


def _refs(sheet: ET.Element, name: str) -> list[str]:
    """Return the areas of the elements of a name, wherever they stand."""
    return [part.get("ref", "") for part in sheet.iter() if ooxml.local(part.tag) == name]


def _area(found: re.Match[str] | None) -> tuple[int, int, int, int]:
    if found is None:
        raise OtherwiseWritten
    left, top, right, bottom = found.groups()
    return int(top) - 1, column_index(left), int(bottom) - 1, column_index(right)


class _Grid:
    """The cells of a sheet while its pieces are added."""

    def __init__(self, part: str, size: int, texts: JoinedTexts | list[str], styles: Styles) -> None:
        self._part, self._size, self._texts, self._styles = part, size, texts, styles
        self._odd = tuple({id(shown): shown for shown in styles.values() if shown}.values())
        self._shown: list[tuple[int, NDArray[np.uint16]]] = []  # by piece: its first row, and the number of each cell's format
        self._pieces: list[tuple[NDArray[np.float64], NDArray[np.int32]]] = []
        self._count = self._width = 0

    def add(self, rows: bytes) -> None:
        """Add a piece of whole rows."""
        piece = b"".join((PAD, rows, PAD))
        words = Words(piece)
        found = cells(words, self._count - 1)
        if not len(found.row):
            return
        numbers, texts = self._values(piece, words, found)
        before, self._count = self._count, int(found.row[-1]) + 1
        width = int(found.column.max()) + 1
        self._width = max(self._width, width)
        limits.check_grid(self._part, self._count, self._width, self._size)
        shape = width, self._count - before
        block = np.full(shape, np.nan), np.full(shape, -1, np.int32)
        block[0][found.column, found.row - before] = numbers
        block[1][found.column[found.texts], found.row[found.texts] - before] = texts
        self._pieces.append(block)
        if (shown := self._formats(found, numbers)) is not None:
            formats = np.zeros(shape, np.uint16)
            formats[found.column, found.row - before] = shown
            self._shown.append((before, formats))

    def _values(self, piece: bytes, words: Words, found: Cells) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the numbers of the cells, NaN for a text, and the places of the texts."""
        numbers, is_number = words.digits(found.start, found.end)
        texts = numbers[found.texts]
        if not (texts < len(self._texts)).all():  # not a number is not less either
            raise OtherwiseWritten
        for at in np.flatnonzero(~is_number).tolist():
            text = piece[int(found.start[at]) : int(found.end[at])]
            if not _NUMBER.fullmatch(text):
                raise OtherwiseWritten
            numbers[at] = float(text)
        numbers[found.texts] = np.nan
        return numbers, texts

    def _formats(self, found: Cells, values: NDArray[np.float64]) -> NDArray[np.uint16] | None:
        """Return the number of the format of each cell, from 1, and 0 where it is seen by its digits; None where all are.

        `values`: the numbers of the cells; formats that hide zeros are those of zeros alone.
        """
        used = found.styles.tolist()
        if not all(style in self._styles for style in used):
            raise OtherwiseWritten
        if not any(self._styles[style] for style in used):
            return None
        if len(self._odd) > _MOST_FORMATS:
            raise OtherwiseWritten
        numbers = {id(shown): number for number, shown in enumerate(self._odd, 1)}
        table = np.zeros(used[-1] + 1, np.uint16)
        table[used] = [numbers.get(id(self._styles[style]), 0) for style in used]
        formats: NDArray[np.uint16] = table[found.style]
        of_zeros = [number for number, shown in enumerate(self._odd, 1) if shown.is_of_zeros]
        if of_zeros:
            formats[np.isin(formats, of_zeros) & (values != 0)] = 0
        return formats

    def formats(self) -> Mapping[tuple[int, int], NumberFormat]:
        """Return how numbers are shown, where it is not simply by their digits."""
        if not self._shown:
            return {}
        columns = np.zeros((self._width, self._count), np.uint16)
        for first, piece in self._shown:
            columns[: len(piece), first : first + piece.shape[1]] = piece
        return FormatsByColumn(self._odd, list(columns))

    def rows(self) -> ByColumn:
        """Return what was added, by columns."""
        return ByColumn([self._column(place) for place in range(self._width)], self._count, {})

    def _column(self, place: int) -> Column:
        numbers = np.concatenate([of[place] if place < len(of) else np.full(of.shape[1], np.nan) for of, _ in self._pieces])
        texts = np.concatenate([of[place] if place < len(of) else np.full(of.shape[1], -1, np.int32) for _, of in self._pieces])
        at = np.flatnonzero(texts >= 0)
        if len(at) == self._count:
            return Texts(self._said(texts))
        words: list[Cell] = [text or None for text in self._said(texts[at])]
        rows = at.tolist()
        if 2 * len(at) <= self._count:
            return Numbers(numbers, {row: word for row, word in zip(rows, words, strict=True) if word is not None})
        found: list[Cell] = [None if number != number else number for number in numbers.tolist()]  # noqa: PLR0124 (as `Numbers` tells it)
        for row, word in zip(rows, words, strict=True):
            found[row] = word
        return found

    def _said(self, places: NDArray[np.int32]) -> JoinedTexts | list[str]:
        """Return texts by their places, joined where they stand in that order, as the first of each do in what programs write."""
        if isinstance(self._texts, list):
            return list(map(self._texts.__getitem__, places.tolist()))
        if (np.diff(places) > 0).all():
            return self._texts.take(places)
        return list(map(self._texts.strings.__getitem__, places.tolist()))
