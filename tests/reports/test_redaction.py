"""A report for readers outside: nothing that anybody wrote into a submission, a roster or a waiver is in it."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import facts as make_facts
from builders import roster, submissions, unit
from sample_audit import FIGURES, options, small_audit, small_plan
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit, Change
from union_audit.findings import Finding, Source
from union_audit.findings.examples import EXAMPLES
from union_audit.intake.facts import Heading, Input, InputStatus, Layout, LeftOut, TableRead
from union_audit.plan.model import Plan
from union_audit.plan.waivers import Waiver
from union_audit.reports import FORMATS, Options, write
from union_audit.reports.options import Correction
from union_audit.reports.redaction import _OWN, redacted
from union_audit.words import Message

MARK = "Zqx"


def marked(mark: str = MARK, *, has_roster: bool = True) -> Audit:
    """Audit with the mark in every place that somebody else writes: names, files, sheets, cells, headings, waivers, findings."""
    plan = small_plan(path=Path(f"{mark}/{mark}.yaml"))
    codes = ("01", "02") if has_roster else (f"{mark}1", f"{mark}2")
    own = {"name": f"{mark} A", "aliases": (mark,), "email": f"{mark}@example.org", "merged_into": codes[0]}
    units = [unit(code, "district", above, **own) for code, above in zip(codes, (None, codes[0]), strict=True)]
    who = roster(*units, path=Path(f"{mark}.csv") if has_roster else None)
    file, sheet = f"{mark}.zip/{mark}.xlsx", f"{mark} sheet"
    facts = make_facts(plan, who, dict(zip(codes, (FIGURES["01"], FIGURES["02"]), strict=True)), file=file, sheet=sheet)
    facts = replace(facts, texts={(0, 1, place): mark for place in range(20)})
    table = TableRead(
        sheet, Layout.WIDE, (0,), (Heading(0, mark, "ignored"),), (LeftOut(3, "total", mark),), (*codes, mark), None, mark, mark
    )
    inputs = [Input(file, "a" * 64, InputStatus.READ, "xlsx", {mark: mark}, (table,)), Input(f"{mark}.{mark}", "", InputStatus.REFUSED)]
    waivers = tuple(Waiver(code, "meetings", mark, mark, mark, date(2025, 7, 30)) for code in (*codes, mark))
    given = submissions(facts, inputs=inputs, findings=tuple(_findings(mark, Source(file, sheet, 1, 2), codes[1])))
    done = audit(plan, given, Scope(date(2025, 7, 5), expect="all", waivers=waivers))
    shape = (len(done.columns), len(units))
    change = Change(mark, np.zeros(shape, np.int8), np.zeros(shape), np.zeros(shape[0], np.int8), np.zeros(shape[0]))
    return replace(done, change=change)


def marked_options(mark: str = MARK, **more: Any) -> Options:
    """Options that tell of a corrected edition whose files have the mark."""
    return options(correction=Correction(2, 1, date(2025, 7, 1), (mark, f"{mark}.xlsx"), (mark,), (f"{mark}/{mark}",), 3), **more)


def _findings(mark: str, source: Source, code: str) -> Iterator[Finding]:
    """Yield each finding there is, about a unit that is known and one that is not, with the mark for every text of a submission."""
    for of, example in EXAMPLES.items():
        args = {name: value if name in _OWN else _marked(value, mark) for name, value in example.args.items()}
        yield Finding(of, args, source, code)
        yield Finding(of, args, replace(source, file=mark), mark)


def _marked(value: object, mark: str) -> object:
    if isinstance(value, tuple | list):
        return tuple(_marked(each, mark) for each in value)
    return mark if isinstance(value, str) and not isinstance(value, Message) else value


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep; the plan's own words are not looked at."""
    if isinstance(value, Plan):
        yield from (str(value.path), str(value.units_file), str(value.defaults))
    elif is_dataclass(value):
        yield from (text for each in fields(value) for text in texts_of(getattr(value, each.name)))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for each in pair for text in texts_of(each))
    elif isinstance(value, tuple | list):
        yield from (text for each in value for text in texts_of(each))
    elif isinstance(value, str | Path):
        yield str(value)


@pytest.mark.parametrize("has_roster", [True, False])
def test_nothing_of_what_was_submitted_is_left(*, has_roster: bool) -> None:
    assert any(MARK in text for text in texts_of(marked(has_roster=has_roster)))
    left, told = redacted(marked(has_roster=has_roster), marked_options())
    assert [text for value in (left, told) for text in texts_of(value) if MARK in text] == []
    assert [unit.name for unit in left.facts.roster.units] == (["01", "02"] if has_roster else ["U01", "U02"])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("has_roster", [True, False])
def test_no_report_holds_a_word_of_a_submission(name: str, tmp_path: Path, *, has_roster: bool) -> None:
    done = marked(has_roster=has_roster)
    whole, clean = tmp_path / f"whole{FORMATS[name].suffix}", tmp_path / f"clean{FORMATS[name].suffix}"
    write(name, done, whole, marked_options(evidence="all"))
    write(name, done, clean, marked_options(evidence="all", redact=True))
    assert MARK.encode() in content(whole)
    assert MARK.encode() not in content(clean)


def content(report: Path) -> bytes:
    """Return all that a report holds; of a workbook each part, and the parts' names."""
    if report.suffix != ".xlsx":
        return report.read_bytes()
    with zipfile.ZipFile(report) as parts:
        return b"\n".join(name.encode() + b"\n" + parts.read(name) for name in parts.namelist())


@given(text=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=8))
@settings(max_examples=25)
def test_whatever_was_written_is_left_out(text: str) -> None:
    for has_roster in (True, False):
        stream = io.StringIO()
        write("json", marked(text, has_roster=has_roster), stream, marked_options(text, redact=True, evidence="all"))
        assert text not in stream.getvalue()


def test_figures_statuses_and_places_stay() -> None:
    whole = small_audit()
    clean, told = redacted(whole, marked_options("thang-6.xlsx"))
    assert clean.columns is whole.columns
    assert clean.facts.values is whole.facts.values
    assert [(each.code, each.source and each.source.cell) for each in clean.findings] == [
        (each.code, each.source and each.source.cell) for each in whole.findings
    ]
    assert [each.sha256 for each in clean.inputs] == [each.sha256 for each in whole.inputs]
    assert [each.file for each in clean.inputs] == ["file 1.xlsx", "file 2", "file 3.xls"]
    assert {each.source.file for each in clean.findings if each.source} == {"file 1.xlsx", "file 3.xls"}
    assert clean.facts.tables == (("file 1.xlsx", "sheet 1"),)
    assert told.correction
    assert told.correction.changed == ("file 1.xlsx",)


def test_of_a_flood_the_number_and_the_cells_stay_without_their_texts() -> None:
    args = {"text": MARK, "alike": 300, "last": "C400", "in_column": "C", "such_as": (f"C13 “{MARK}”", f"{MARK} › D4 “› A1 {MARK}”")}
    found = Finding("UA201", args, Source("a.csv", "", 11, 2))
    of, _ = redacted(replace(marked(), findings=(found,)), options())
    (kept,) = of.findings
    assert kept.args == {"text": "…", "alike": 300, "last": "C400", "in_column": "C", "such_as": ("C13", "D4")}


def test_what_the_program_says_itself_stays() -> None:
    args = {"cells": ("Biểu 02 › F12 = 96", "A1 › x"), "period": "2025-06", "kind": "xlsx", "extension": ".xls", "day": date(2025, 6, 30)}
    clean, _ = redacted(replace(small_audit(), findings=(Finding("UA301", dict(args)),)), options())
    assert clean.findings[0].args == {**args, "cells": ("F12", "…")}


def test_a_redacted_report_says_so() -> None:
    for redact in (True, False):
        stream = io.StringIO()
        write("table", small_audit(), stream, options(redact=redact, width=200))
        assert ("units by code" in stream.getvalue()) == redact
