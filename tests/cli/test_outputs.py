"""Each report goes to its place, and to nobody else's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders import facts, plan, roster, submissions, target
from union_audit.audit import Scope, audit
from union_audit.cli.outputs import Output, read_outputs, refuse_overwriting, write_reports
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.errors import UsageError
from union_audit.language import Language
from union_audit.reports import Options

PLAN = plan(target("meetings", "> 60%", ("online", "total")))
AUDIT = audit(PLAN, submissions(facts(PLAN, roster("A"), {"A": {"online": 60, "total": 100}})), Scope(as_of=date(2025, 7, 5)))
OPTIONS = Options(Language("en"), datetime(2025, 7, 5, 8, 0, tzinfo=UTC))
SCREEN = Screen(Language("en"))
OUT = Path("out")


@pytest.mark.parametrize(
    ("formats", "output", "expected"),
    [
        ([], None, [Output("table")]),
        ([], "out", [Output("table"), Output("xlsx", folder=OUT), Output("html", folder=OUT)]),
        (["json"], None, [Output("json")]),
        (["JSON:-"], None, [Output("json")]),
        (["csv:-"], None, [Output("csv")]),
        (["html:report.html"], None, [Output("html", Path("report.html"))]),
        (["html:C:\\reports\\x.html"], None, [Output("html", Path("C:\\reports\\x.html"))]),
        (["table", "json"], "out", [Output("table"), Output("json", folder=OUT)]),
        (["csv", "json:-"], "out", [Output("csv", folder=OUT), Output("json")]),
        (["table:a.txt", "table"], None, [Output("table", Path("a.txt")), Output("table")]),
        (["xlsx:a.xlsx", "xlsx:b.xlsx"], None, [Output("xlsx", Path("a.xlsx")), Output("xlsx", Path("b.xlsx"))]),
    ],
)
def test_where_reports_go(formats: Sequence[str], output: str | None, expected: Sequence[Output]) -> None:
    assert list(read_outputs(Settings({"format": list(formats), "output": output}, {}))) == expected


@pytest.mark.parametrize(
    ("formats", "output", "message", "hint"),
    [
        (["tabel"], None, "--format cannot be “tabel”.", "Did you mean “table”?"),
        (["pdf"], None, "--format cannot be “pdf”.", "It can be: table, json, csv, xlsx, html."),
        (["report.html"], None, "--format cannot be “report.html”.", "Write html:report.html."),
        (["C:\\report.xlsx"], None, "--format cannot be “C:\\report.xlsx”.", "Write xlsx:C:\\report.xlsx."),
        (["xlsx"], None, "--format: xlsx needs a file.", "Write xlsx:FILE, or give a folder with --output."),
        (["csv"], None, "--format: csv needs a file.", "Write csv:FILE, or give a folder with --output."),
        (["xlsx:-"], "out", "--format: xlsx needs a file.", "Write xlsx:FILE, or give a folder with --output."),
        (["table", "json"], None, "Two reports would go to one place: -.", "Give each its own path: -f NAME:PATH."),
        (["html:a", "csv:a"], None, "Two reports would go to one place: a.", "Give each its own path: -f NAME:PATH."),
        (["html", "html"], "out", "Two reports would go to one place: out (html).", "Give each its own path: -f NAME:PATH."),
    ],
)
def test_what_cannot_be_written(formats: Sequence[str], output: str | None, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_outputs(Settings({"format": list(formats), "output": output}, {}))
    problem = caught.value.problems[0]
    assert (problem.message.format(**problem.args), problem.hint.format(**problem.args)) == (message, hint)


def test_the_plan_may_name_the_reports_beside_itself() -> None:
    in_folder = plan(*PLAN.targets, path=Path("plans", "targets.yaml"), defaults={"format": ["html:r.html", "csv"], "output": "out"})
    expected = (Output("html", Path("plans", "r.html")), Output("csv", folder=Path("plans", "out")))
    assert read_outputs(Settings({}, {}, in_folder)) == expected


def test_reports_are_written_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = (Output("json"), Output("csv", folder=OUT), Output("table", Path("t.txt")))
    assert write_reports(outputs, AUDIT, OPTIONS, SCREEN)
    shown = capsys.readouterr()
    assert shown.out.startswith("{")
    assert shown.err == f"Written: {OUT / 'union-audit-2025-06.csv'}\nWritten: t.txt\n"
    assert (OUT / "union-audit-2025-06.csv").stat().st_size
    assert Path("t.txt").stat().st_size


def test_one_report_that_cannot_be_written_leaves_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("file").touch()
    outputs = (Output("csv", folder=Path("file")), Output("csv", Path("file", "a.csv")), Output("csv", Path("b.csv")))
    assert not write_reports(outputs, AUDIT, OPTIONS, SCREEN)
    assert capsys.readouterr().err.count("Error:") == 2
    assert Path("b.csv").exists()


def test_a_report_never_overwrites_what_was_read() -> None:
    Path("data.csv").touch()
    refuse_overwriting([Output("csv", Path("data.csv"))], AUDIT, [Path("other.csv")], [])
    refuse_overwriting([Output("csv", Path("new.csv")), Output("table")], AUDIT, [Path("data.csv")], [])
    for named, files in (([Path("data.csv")], []), ([], [Path("data.csv")])):
        with pytest.raises(UsageError, match="would overwrite"):
            refuse_overwriting([Output("csv", Path(".", "data.csv").absolute())], AUDIT, named, files)


@pytest.mark.parametrize("output", [Output("csv", Path("box", "new.csv")), Output("xlsx", folder=Path("box", "out"))])
def test_a_report_never_becomes_a_submission(output: Output) -> None:
    """What lies in a searched folder would be read the next time, and its figures taken for a unit's."""
    Path("box").mkdir()
    with pytest.raises(UsageError, match="among the submissions"):
        refuse_overwriting([output], AUDIT, [Path("box")], [])
    refuse_overwriting([replace(output, name="html", path=Path("box", "page.html"), folder=None)], AUDIT, [Path("box")], [])
    refuse_overwriting([output], AUDIT, [Path("box", "a.csv")], [])
