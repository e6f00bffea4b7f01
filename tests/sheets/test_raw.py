"""The raw cells as JSON."""

import datetime as dt
import json

from union_audit.sheets import Book, Cell, CellError, Sheet, cells_as_json


def test_every_kind_of_cell_has_a_plain_value() -> None:
    hour = dt.timedelta(hours=30)
    rows: list[list[Cell]] = [
        [None, True, 12, 0.5, "chữ", CellError("#REF!")],
        [dt.date(2025, 6, 1), dt.datetime(2025, 6, 1, 3, 4), dt.time(3, 4), hour, float("nan"), float("inf")],  # noqa: DTZ001 (a sheet has no zone)
    ]
    found = json.loads(json.dumps(cells_as_json(Book("xlsx", (Sheet("a", rows),))), allow_nan=False))
    assert found["a"] == [
        [None, True, 12, 0.5, "chữ", "#REF!"],
        ["2025-06-01", "2025-06-01T03:04:00", "03:04:00", 108000.0, "nan", "inf"],
    ]


def test_sheets_of_one_name_are_all_there() -> None:
    book = Book("xls", (Sheet("a", [[1]]), Sheet("a", [[2]]), Sheet("a (2)", [[3]])))
    assert cells_as_json(book) == {"a": [[1]], "a (2)": [[2]], "a (2) (2)": [[3]]}
