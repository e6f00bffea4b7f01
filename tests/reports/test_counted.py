"""Who waits for a long report is told how much of it is written."""

import io

import pytest

from sample_audit import options, small_audit
from union_audit.reports import View, blocks, counted, write
from union_audit.reports.counted import Counted
from union_audit.reports.xlsx import book, gaps, sheet


def test_rows_are_told_from_part_to_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "_EVERY", 2)
    told: list[tuple[int, int]] = []
    rows = Counted(7, lambda done, total: told.append((done, total)))
    assert [*rows.rows("abc"), *rows.rows("defgh"), *rows.rows("i")] == [*"abcdefghi"]
    assert told == [(0, 7), (2, 7), (4, 7), (6, 7), (7, 7)]


@pytest.mark.parametrize("name", ["json", "csv", "xlsx"])
def test_every_long_report_tells(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "_EVERY", 2)
    monkeypatch.setattr(blocks, "UNITS", 1)
    for module in (sheet, book, gaps):
        monkeypatch.setattr(module, "STRUCTURED", 4)
    told: list[tuple[int, int]] = []
    view = View(small_audit(), options(told=lambda done, total: told.append((done, total))))
    write(name, view.audit, io.BytesIO() if name == "xlsx" else io.StringIO(), view.options)
    assert len(told) > 3
    assert told == sorted(told)
    assert {total for _, total in told}
    assert all(done <= total for done, total in told)
