"""The CSV: the JSON's figures, a row each, in which no text is a formula."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from hostile import HOSTILE, texts
from sample_audit import named, options, small_audit, small_view
from union_audit.reports import View, csv_file, frames, json_result, write
from union_audit.reports.harmless import harmless


def rows(view: View) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    csv_file.write(view, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def of_json(view: View) -> list[dict[str, Any]]:
    stream = io.StringIO()
    json_result.write(view, stream)
    assessments: list[dict[str, Any]] = json.loads(stream.getvalue())["assessments"]
    return assessments


def test_every_figure_is_the_one_in_the_json() -> None:
    for row, record in zip(rows(small_view()), of_json(small_view()), strict=True):
        assert [row[name] for name in ("unit", "target", "status")] == [record[name] for name in ("unit", "target", "status")]
        for name in ("numerator", "denominator", "value", "required", "required_count", "gap", "to_go", "to_go_new", "attainment", "rank"):
            assert (float(row[name]) if row[name] else None) == record[name], (row, name)
        assert row["evidence"] == "; ".join(f"{cell['file']}|{cell['sheet']}|{cell['cell']}" for cell in record["evidence"])


def test_a_spreadsheet_opens_it_as_it_is_meant(tmp_path: Path) -> None:
    write("csv", small_audit(), tmp_path / "a.csv", options())
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfperiod,unit,unit_name,")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + 5 * 7


def test_columns_are_typed() -> None:
    frame = frames.assessments(small_view())
    assert list(frame.columns) == list(frames.COLUMNS)
    assert str(frame["numerator"].dtype) == "Int64"
    assert frame["value"].dtype == "float64"
    assert frame.loc[frame["unit"] == "05", "numerator"].isna().all()


def test_blocks_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = frames.assessments(small_view())
    monkeypatch.setattr(frames, "_ROWS", 4)
    assert [len(block) for block in frames.blocks(small_view())] == [4] * 8 + [3]
    pd.testing.assert_frame_equal(frames.assessments(small_view()), whole)
    assert len(rows(small_view())) == 35


def test_no_unit_is_a_heading_only() -> None:
    assert rows(View(small_audit({}, scope={"expect": "found", "waivers": ()}), options())) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_a_formula(text: str) -> None:
    shown = harmless(text)
    assert shown.lstrip()[:1] not in {"=", "+", "-", "@", "\t", "\r", "＝"}  # noqa: RUF001 (the wide sign is meant)
    assert harmless("Liên đoàn") == "Liên đoàn"


@given(texts)
@settings(max_examples=25)
def test_submitted_text_stays_in_its_cell(text: str) -> None:
    read = rows(named(text, sheet=text, text=text))
    assert len(read) == 14
    for row in read:
        assert set(row) == set(frames.COLUMNS)
        assert row["unit_name"] == harmless(text)
        assert not row["evidence"].lstrip().startswith(("=", "+", "-", "@"))


def test_a_bar_in_a_name_is_no_separator() -> None:
    evidence = rows(named("a|b", sheet="c; d\\e"))[0]["evidence"]
    assert evidence.split("; ")[0] == "a\\|b.xlsx|c\\"
    assert evidence.startswith("a\\|b.xlsx|c\\; d\\\\e|D2; ")
