"""A sheet that is held in memory is XlsxWriter's own to the byte, whatever stands in it."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from fractions import Fraction

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from hostile import texts
from sample_audit import small_view
from union_audit.reports.xlsx import sheet as sheet_
from union_audit.reports.xlsx import write
from union_audit.reports.xlsx.cells import Formula, Number, Paper, Share, Value
from union_audit.reports.xlsx.live_sheet import LiveSheet
from union_audit.reports.xlsx.rows import Column, add_bar, write_row
from union_audit.words import Message

_TEXTS = texts.map(lambda text: text.encode("utf-8", "replace").decode()) | st.sampled_from((" edge ", "a & b < c > \"d\" 'e'", "x\ny"))
_PLAIN: st.SearchStrategy[Value] = st.one_of(
    _TEXTS,
    _TEXTS.map(Message),
    st.none(),
    st.integers(-(10**16), 10**16),
    st.floats(-1, 1),
    st.fractions(0, 1).map(Share),
    st.builds(Number, st.floats(-100, 100), st.sampled_from(('#,##0" computers"', "0.00"))),
)
_FORMULAS = st.builds(
    Formula, st.sampled_from(('IF(A1<B1,"a & b",A1>2)', "SUM(Table[[#This Row],[Số]])")), _PLAIN, st.sampled_from(("", "0.0%"))
)


def _book(kind: type[Worksheet], rows: list[tuple[Value, ...]], *, heights: Sequence[float] = (), bars: bool = False) -> dict[str, bytes]:
    """Return the parts of a workbook with the rows on a sheet of that kind, below a row of XlsxWriter's own and above another."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet, paper = workbook.add_worksheet("T", kind), Paper(workbook)
        high = [*heights, *[31.0] * len(rows)]
        if isinstance(sheet, LiveSheet):
            sheet.keep(
                1, [(height, tuple(paper.cell(value, "bold") for value in values)) for height, values in zip(high, rows, strict=False)]
            )
        else:
            for row, (height, values) in enumerate(zip(high, rows, strict=False), 1):
                sheet.set_row(row, height)
                for column, value in enumerate(values):
                    paper.write(sheet, row, column, value, "bold")
        for row in (0, len(rows) + 1):
            for column in range(len(rows[0])):
                sheet.write_number(row, column, row)
        if bars:
            add_bar(sheet, 1, len(rows), 0)
    return _parts(stream)


def _parts(stream: io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(stream) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}  # which says when it was made


@settings(max_examples=60)
@given(
    st.integers(1, 30).flatmap(lambda width: st.lists(st.tuples(*[_PLAIN | _FORMULAS] * width), min_size=1, max_size=4)),
    st.lists(st.sampled_from((15.5, 31.0, 46.5, 186.0)), max_size=4),
    st.booleans(),
)
def test_every_cell_comes_out_as_xlsxwriter_writes_it(rows: list[tuple[Value, ...]], heights: list[float], bars: bool) -> None:  # noqa: FBT001 (hypothesis gives it)
    assert _book(LiveSheet, rows, heights=heights, bars=bars) == _book(Worksheet, rows, heights=heights, bars=bars)


def test_no_formula_needs_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _report()
    assert any(b"<f>" in part for part in ours.values())
    monkeypatch.setattr(LiveSheet, "_prepare_formula", lambda sheet, formula, _=False: Worksheet._prepare_formula(sheet, formula, True))  # noqa: SLF001, FBT003
    assert ours == _report()


def test_a_report_is_xlsxwriters_own_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _report()
    monkeypatch.setattr(sheet_, "LiveSheet", Worksheet)
    monkeypatch.setattr(sheet_, "write_rows", _by_cells)
    assert ours == _report()


def _by_cells(sheet: Worksheet, paper: Paper, columns: Sequence[Column], rows: Iterable[tuple[Value, ...]]) -> None:
    for row, values in enumerate(rows, 1):
        write_row(sheet, paper, row, values, columns)


def test_a_share_and_a_number_are_told_from_each_other() -> None:
    sheet = _book(LiveSheet, [(1, 1.0, True, Share(Fraction(1)), "1", Formula("1", 1))])["xl/worksheets/sheet1.xml"]
    assert sheet.count(b"<v>1</v>") == 5
    assert sheet.count(b' t="s"') == 1


def _report() -> dict[str, bytes]:
    stream = io.BytesIO()
    write(small_view("en"), stream)
    return _parts(stream)
