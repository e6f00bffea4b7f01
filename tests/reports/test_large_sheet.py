"""A large sheet is XlsxWriter's own to the byte, whatever stands in it."""

import io
import zipfile

import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from hostile import texts
from union_audit.reports.xlsx.large_sheet import LargeSheet

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
            for column, value in enumerate(row):
                sheet.write(place, column, value, look if column % 2 else None)
    with zipfile.ZipFile(stream) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


@settings(max_examples=60)
@given(st.lists(st.lists(_CELLS, max_size=30), max_size=4))
def test_every_cell_comes_out_as_xlsxwriter_writes_it(rows: list[list[object]]) -> None:
    assert _sheet(LargeSheet, rows) == _sheet(Worksheet, rows)


def test_most_cells_do_not_take_the_long_way() -> None:
    taken: list[object] = []

    class Counting(LargeSheet):
        def _xml_number_element(self, number: object, *_: object) -> None:
            taken.append(number)

    _sheet(Counting, [[1, 2, 3, 4]])
    assert taken == [1, 3], "without a look"
