"""The CSV: the JSON's figures, a row each, in which no text is a formula."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import HOSTILE, texts
from sample_audit import EARLIER, named, options, small_audit, small_view
from union_audit.reports import View, blocks, csv_file, frames, json_result, write
from union_audit.reports.assessment_tables import COLUMNS
from union_audit.reports.harmless import harmless
from worlds import a_world


def written(view: View) -> str:
    stream = io.StringIO(newline="")
    csv_file.write(view, stream)
    return stream.getvalue()


def rows(view: View) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(view), newline="")))


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
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == COLUMNS
    assert frame.loc[frame["unit"] == "05", "numerator"].isna().all()


def by_pandas(view: View) -> str:
    """Return the text that pandas writes of the same table, its texts made harmless."""
    frame = frames.assessments(view)
    texts_ = [name for name, type_ in COLUMNS.items() if type_ == "string"]
    frame[texts_] = frame[texts_].map(harmless, na_action="ignore")
    stream = io.StringIO(newline="")
    frame.to_csv(stream, index=False, lineterminator="\r\n")
    return stream.getvalue()


@given(texts, st.integers(0, 10**6))
@settings(max_examples=40)
def test_it_is_what_pandas_would_write(text: str, seed: int) -> None:
    small = small_audit(scope={"compare": EARLIER})
    for view in (View(small, options("vi")), named(text, sheet=text, text=text), View(a_world(seed).audit, options())):
        assert written(view) == by_pandas(view)


def test_blocks_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, frame = rows(small_view()), frames.assessments(small_view())
    monkeypatch.setattr(blocks, "UNITS", 2)
    assert rows(small_view()) == whole
    pd.testing.assert_frame_equal(frames.assessments(small_view()), frame)
    assert len(whole) == len(frame) == 35


def test_no_unit_is_a_heading_only() -> None:
    view = View(small_audit({}, scope={"expect": "found", "waivers": ()}), options())
    assert rows(view) == []
    assert frames.assessments(view).dtypes.equals(frames.assessments(small_view()).dtypes)


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
        assert set(row) == set(COLUMNS)
        assert row["unit_name"] == harmless(text)
        assert not row["evidence"].lstrip().startswith(("=", "+", "-", "@"))


def test_a_bar_in_a_name_is_no_separator() -> None:
    evidence = rows(named("a|b", sheet="c; d\\e"))[0]["evidence"]
    assert evidence.split("; ")[0] == "a\\|b.xlsx|c\\"
    assert evidence.startswith("a\\|b.xlsx|c\\; d\\\\e|D2; ")
