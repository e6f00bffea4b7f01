"""`--templates DIR`: a page of one's own, and what is told of one that is wrong."""

from pathlib import Path

import pytest

from running import Run
from small_plan import SMALL
from union_audit.cli.exit_codes import ExitCode

DATA = "Tháng 6 năm 2025\nMã đơn vị,Tên đơn vị,Máy tính,Máy được bảo vệ\nA,Chi nhánh A,10,10\n"
OWN = '<p>{{ view.headline.plan }}: {{ language("Goal") }}</p>'


@pytest.fixture
def check(run: Run) -> Run:
    """Run `check` on one small submission, with a page as its only report."""
    Path("targets.yaml").write_text(SMALL, encoding="utf-8")
    Path("data.csv").write_text(DATA, encoding="utf-8")
    return lambda *arguments: run("check", "data.csv", "--fail-on", "none", "-f", "html:page.html", *arguments)


def template(text: str, name: str = "report.html.j2") -> Path:
    folder = Path("own")
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def page() -> str:
    return Path("page.html").read_text(encoding="utf-8")


def test_a_template_of_the_same_name_is_taken(check: Run) -> None:
    assert check("--templates", template(OWN)).code == ExitCode.DONE
    assert page().endswith(": Goal</p>")


def test_the_rest_is_the_program_s(check: Run) -> None:
    assert check().code == ExitCode.DONE
    ours = page()
    folder = template("h1 { color: #123456 }", "report.css")
    assert check("--templates", folder).code == ExitCode.DONE
    assert "h1 { color: #123456 }" in page()
    assert page().partition("</head>")[2] == ours.partition("</head>")[2]


def test_the_environment_and_the_plan_can_say_it(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    template(OWN)
    monkeypatch.setenv("UNION_AUDIT_TEMPLATES", "own")
    assert check().code == ExitCode.DONE
    assert page().endswith(": Goal</p>")
    monkeypatch.delenv("UNION_AUDIT_TEMPLATES")
    Path("targets.yaml").write_text(f"{SMALL}defaults: {{templates: own}}\n", encoding="utf-8")
    template("plan")
    assert check().code == ExitCode.DONE
    assert page() == "plan"


def test_a_template_that_cannot_be_read_is_told_before_the_audit(check: Run) -> None:
    done = check("--templates", template("\n{% if %}"))
    assert done.code == ExitCode.USAGE
    assert done.err.startswith("Error: own/report.html.j2:2: This cannot be read as a template: ")
    assert not Path("page.html").exists()


def test_a_folder_that_is_not_there_is_told(check: Run) -> None:
    done = check("--templates", "nowhere")
    assert done.code == ExitCode.USAGE
    assert done.err == "Error: nowhere: There is no such folder of templates.\n"


def test_a_fault_while_writing_leaves_what_was_there_and_the_other_reports(check: Run) -> None:
    Path("page.html").write_text("before", encoding="utf-8")
    done = check("-f", "csv:figures.csv", "--templates", template("<p>\n{{ nothing }}"))
    assert done.code == ExitCode.OUTPUT
    assert done.err.startswith("Error: own/report.html.j2:2: The template asks for something that is not there: 'nothing' is undefined")
    assert page() == "before"
    assert Path("figures.csv").exists()
    assert {path.name for path in Path().iterdir()} == {"targets.yaml", "data.csv", "page.html", "figures.csv", "own"}
