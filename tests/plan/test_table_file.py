"""Lists as CSV and workbooks of every kind: the same table."""

import io
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]

from told import told
from union_audit.plan.table import Table
from union_audit.plan.table_file import read_table

HEADINGS = {"code": ("Mã",), "name": ("Tên",), "day": ()}


def read(path: Path) -> Table:
    return read_table(path, HEADINGS, required=("code",))


def checked(path: Path) -> None:
    table = read(path)
    table.problems.raise_if_any()


def texts(table: Table) -> dict[str, list[str]]:
    return {column: list(table.texts(column)) for column in HEADINGS}


@pytest.mark.parametrize(
    "content",
    [
        "code,name,day\n01,Yên Dũng,\n,,\n 02 ,x,\n",
        "code;name;day\n01;Yên Dũng;\n;;\n02;x;\n",
        "code\tname\tday\n01\tYên Dũng\n\n02\tx\n",
        "\ufeffMã,Tên\r\n01,Yên Dũng\r\n\r\n02,x\r\n",
        '"name","code"\n"Ye\N{COMBINING CIRCUMFLEX ACCENT}n\nDu\N{COMBINING TILDE}ng","01"\nx,02\n',
        "name,,code\nYên  Dũng,,01\nx,,02,,\n",
    ],
)
def test_ways_to_write_a_csv(tmp_path: Path, content: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    assert texts(read(path)) == {"code": ["01", "02"], "name": ["Yên Dũng", "x"], "day": ["", ""]}


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('\ncode,name\n\n1,"a\nb"\n2,c\n', encoding="utf-8")
    assert list(read(path).lines) == [4, 6]


CELLS: list[list[Any]] = [["Mã", "Tên", "day"], ["01", "Yên Dũng", date(2024, 2, 29)], [2.0, 3, "29/02/2024"], [2.5, None, None]]


def xlsx() -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in CELLS:
        book.worksheets[0].append(row)
    book.save(stream)
    return stream.getvalue()


def xls() -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Sheet1")
    style = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell, style if isinstance(cell, date) else xlwt.Style.default_style)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("content", [xlsx(), xls()], ids=["xlsx", "xls"])
def test_a_workbook_is_told_by_its_content_and_codes_stay_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    table = read(path)
    assert texts(table)["code"] == ["01", "2", "2.5"]
    assert texts(table)["name"] == ["Yên Dũng", "3", ""]
    assert [*table.days("day")] == [date(2024, 2, 29), date(2024, 2, 29), None]
    assert table.lines == [2, 3, 4]


def test_the_first_sheet_that_is_seen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Ghi chú"])
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("Units").append(["code"])
    book.worksheets[1].append([datetime(2024, 1, 31, tzinfo=UTC).replace(tzinfo=None)])
    book.worksheets[1].append([time(8, 30)])
    book.save(tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx").texts("code") == ["2024-01-31", "08:30:00"]


def test_errors_in_cells_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["code", "name"], ["1", "=B9"], ["2", "#REF!"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "list.xlsx")
    assert [each.split(" and")[0] for each in told(checked, tmp_path / "list.xlsx")] == [
        "2:2: The cell holds =B9",
        "3:2: The cell holds #REF!",
    ]


def test_workbooks_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(xlsx()[:2000])
    assert len(told(checked, path)) == 1
    book = openpyxl.Workbook()
    book.save(path)
    assert told(checked, path) == ["0:0: The file is empty."]


def test_a_needed_column_without_a_heading_is_blank_to_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("code\n1\n", encoding="utf-8")
    table = read(path)
    assert ([*table.texts("name")], [*table.days("day")]) == ([""], [None])
