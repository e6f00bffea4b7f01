"""The raw cells as JSON."""

import datetime as dt
import json
from pathlib import Path

from union_audit.findings import Finding, Source
from union_audit.sheets import Book, Cell, CellError, Sheet, cells_as_json, read_book


def test_every_kind_of_cell_has_a_plain_value() -> None:
    hour = dt.timedelta(hours=30)
    rows: list[list[Cell]] = [
        [None, True, 12, 0.5, "chữ", CellError("#REF!")],
        [dt.date(2025, 6, 1), dt.datetime(2025, 6, 1, 3, 4), dt.time(3, 4), hour, float("nan"), float("inf")],  # noqa: DTZ001 (a sheet has no zone)
    ]
    found = json.loads(json.dumps(cells_as_json(Book("xlsx", (Sheet("a", rows),))), allow_nan=False))
    assert found["sheets"]["a"] == [
        [None, True, 12, 0.5, "chữ", "#REF!"],
        ["2025-06-01", "2025-06-01T03:04:00", "03:04:00", 108000.0, "nan", "inf"],
    ]


def test_sheets_of_one_name_are_all_there() -> None:
    book = Book("xls", (Sheet("a", [[1]]), Sheet("a", [[2]]), Sheet("a (2)", [[3]])))
    assert cells_as_json(book)["sheets"] == {"a": [[1]], "a (2)": [[2]], "a (2) (2)": [[3]]}


def test_findings_are_warnings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b,c\n1,2,3\n1,2\n1,2,3\n")
    assert cells_as_json(read_book(path))["warnings"] == [
        {
            "code": "UA014",
            "message": "Cells in the row: 2; in most rows: 3.",
            "sheet": "",
            "cell": "A3",
        }
    ]
    book = Book("xls", (), findings=(Finding("UA017", source=Source("", "", 2, 0)), Finding("UA012", {"kind": "xls"})))
    warnings = cells_as_json(book)["warnings"]
    assert isinstance(warnings, list)
    assert [warning["cell"] for warning in warnings] == ["A3", ""]
