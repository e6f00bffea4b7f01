"""Totals are no units: one that is no figure is said with its cell, and what marks a cell that needs none is no fault."""

from datetime import date
from pathlib import Path

import pytest

from submitting import HEAD, Rows, codes, figures, submit
from union_audit.findings import CODES, Finding, Severity
from union_audit.sheets import Cell, CellError, Sheet
from union_audit.sheets.number_format import NumberFormat, number_format

UNITS: Rows = [
    ["Tháng 6 năm 2025"],
    HEAD,
    [1, "BG01", "LĐLĐ huyện Yên Dũng", 12_000, 96, 3, "có"],
    [2, "BG02", "LĐLĐ huyện Lạng Giang", 8_000, 75, 2, "chưa"],
]
READ = {
    "BG01": {"computers": 12_000, "safe": 96, "secret": 3, "studied": 1},
    "BG02": {"computers": 8_000, "safe": 75, "secret": 2, "studied": 0},
}


def said(folder: Path, rows: Rows, **sheet: object) -> list[Finding]:
    """Return what is said of a table; its units are read as they stand."""
    submissions = submit(folder, {"a.xlsx": {"T6": Sheet("T6", rows, **sheet)}})  # type: ignore[arg-type]
    assert figures(submissions) == READ
    return [finding for finding in submissions.findings if CODES[finding.code].severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        *(("~200", "~200"), (200.4, "200.4"), ("200,4", "200,4"), ("khoảng 200", "khoảng 200"), ("195-205", "195-205"), (-200, "-200")),
        *((CellError("#REF!"), "#REF!"), (CellError("=SUM(E3:E4)"), "=SUM(E3:E4)"), (date(2025, 6, 30), "2025-06-30"), ("85%", "85%")),
    ],
)
def test_a_total_that_is_no_figure_is_said(tmp_path: Path, cell: Cell, text: str) -> None:
    (finding,) = said(tmp_path, [*UNITS, [None, None, "Tổng cộng", 20_000, cell, 5]])
    assert (finding.code, finding.field, finding.args) == ("UA222", "safe", {"text": text, "name": "Tổng cộng"})
    assert finding.source is not None
    assert (finding.source.file, finding.source.sheet, finding.source.cell) == ("a.xlsx", "T6", "E5")


@pytest.mark.parametrize(
    "cells",
    [
        *((20_000, 171, 5), (None, None, None), (20_000, "-", "…"), ("x", "x", "x"), ("20.000", "171 máy", 5)),
        *(("20 000", "171,0", 5), (20_000, 171, 5, "1/2 đơn vị"), (20_000, 171, 5, "50%"), (20_000, " ", "không")),
    ],
)
def test_a_total_that_agrees_or_is_not_given_is_no_fault(tmp_path: Path, cells: tuple[Cell, ...]) -> None:
    assert said(tmp_path, [*UNITS, [None, None, "Tổng cộng", *cells]]) == []


def test_a_total_with_two_readings_of_which_none_is_the_sum_is_said(tmp_path: Path) -> None:
    (finding,) = said(tmp_path, [*UNITS, [None, None, "Tổng cộng", "21.000", 171, 5]])
    assert (finding.code, finding.args["text"]) == ("UA222", "21.000")


@pytest.mark.parametrize(("unit", "total", "expected"), [("#REF!", "#REF!", False), ("12a", "#VALUE!", False), ("12a", "~9", True)])
def test_an_error_in_a_total_of_what_is_no_figure_is_not_said_again(tmp_path: Path, unit: str, total: str, expected: bool) -> None:  # noqa: FBT001 (drawn)
    rows: Rows = [*UNITS[:3], [2, "BG02", "LĐLĐ huyện Lạng Giang", 8_000, unit, 2, "chưa"], [None, None, "Tổng cộng", 20_000, total, 5]]
    assert ("UA222" in codes(submit(tmp_path, {"a.xlsx": {"T6": rows}}))) is expected


@pytest.mark.parametrize(("code", "expected"), [('0" nghìn"', ["UA222"]), ('#,##0" máy"', []), ("#,##0", [])])
def test_a_total_is_what_its_cell_shows(tmp_path: Path, code: str, expected: list[str]) -> None:
    shown = number_format(code)
    formats: dict[tuple[int, int], NumberFormat] = {(4, 3): shown} if shown else {}
    found = said(tmp_path, [*UNITS, [None, None, "Tổng cộng", 20_000, 171, 5]], formats=formats)
    assert [finding.code for finding in found] == expected


def test_a_column_of_totals(tmp_path: Path) -> None:
    rows: Rows = [
        ("Nội dung", "LĐLĐ huyện Yên Dũng", "LĐLĐ huyện Lạng Giang", "Tổng cộng"),
        (HEAD[3], 10, 8, 18),
        (HEAD[4], 9, 7, "~16"),
        (HEAD[5], 1, 0, 1),
    ]
    submissions = submit(tmp_path, {"a.xlsx": {"T6": rows}})
    (finding,) = [each for each in submissions.findings if each.code == "UA222"]
    assert finding.source is not None
    assert (finding.source.cell, finding.args) == ("D3", {"text": "~16", "name": "Tổng cộng"})
    assert "UA121" not in codes(submissions)
