"""Formulas are written as XlsxWriter would write them."""

import io
import zipfile

import pytest
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from sample_audit import small_view
from union_audit.reports.xlsx import write
from union_audit.reports.xlsx.live_sheet import LiveSheet


def _parts() -> dict[str, bytes]:
    stream = io.BytesIO()
    write(small_view("vi"), stream)
    with zipfile.ZipFile(stream) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_no_formula_needs_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _parts()
    assert any(b"<f>" in part for part in ours.values())
    monkeypatch.setattr(LiveSheet, "_prepare_formula", lambda sheet, formula, _=False: Worksheet._prepare_formula(sheet, formula, True))  # noqa: SLF001, FBT003
    assert ours == _parts()
