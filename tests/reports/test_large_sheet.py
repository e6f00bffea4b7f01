"""A large sheet is XlsxWriter's own to the byte, whatever stands in it."""

import io
import zipfile
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from hostile import texts
from union_audit.reports.xlsx.large_sheet import LargeSheet, number, text

_CELLS = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace").decode()),
    st.sampled_from((" edge ", "two\nlines\n", "\u00a0", "_x0041_", "a & b < c > \"d\" 'e'", "\x01\x0b", "<r>rich</r", "\uffff")),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none(),
    st.booleans(),
)


def _sheet(kind: type[Worksheet], rows: list[list[object]]) -> bytes:
    stream = io.BytesIO()
    inert = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, {"constant_memory": True, **inert}) as workbook:
        sheet, look = workbook.add_worksheet("T", kind), workbook.add_format({"bold": True})
        for place, row in enumerate(rows):
            write = _in_one_piece if kind is LargeSheet else _one_by_one
            write(sheet, place, enumerate(row), look)
    with zipfile.ZipFile(stream) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


def _one_by_one(sheet: Worksheet, place: int, cells: Iterable[tuple[int, object]], look: Format) -> None:
    for column, value in cells:
        sheet.write(place, column, value, look)


def _in_one_piece(sheet: LargeSheet, place: int, cells: Iterable[tuple[int, Any]], look: Format) -> None:
    """Write numbers and texts that stand beside each other at once, and what is neither as XlsxWriter does."""
    sheet.begin(place)
    for is_plain, beside in groupby(cells, lambda each: type(each[1]) in (int, float, str) and each[1] != ""):
        some = list(beside)
        if is_plain:
            made = ((text if isinstance(value, str) else number)(place, column, value, look) for column, value in some)
            sheet.put(place, some[0][0], list(made))
        else:
            _one_by_one(sheet, place, some, look)


@settings(max_examples=60)
@given(st.lists(st.lists(_CELLS, max_size=30), max_size=4))
def test_every_cell_comes_out_as_xlsxwriter_writes_it(rows: list[list[object]]) -> None:
    assert _sheet(LargeSheet, rows) == _sheet(Worksheet, rows)
