"""Templates of one's own: they take the place of the program's, reach nothing but the report, and their faults are told in one message."""

import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

from sample_audit import small_view
from union_audit import resources
from union_audit.errors import ReportError, UnionAuditError
from union_audit.reports import html, letter
from union_audit.reports.feedback import write_feedback
from union_audit.reports.sandbox import Sandbox
from union_audit.reports.template_faults import check_templates, fault
from union_audit.reports.templating import Templates, templates
from union_audit.reports.view import View

NAME = "report.html.j2"


@pytest.fixture(scope="module")
def view() -> View:
    return small_view("en")


def told(do: Callable[..., object], *args: object, **more: str) -> list[str]:
    """Return each problem as "file:line: message hint"."""
    with pytest.raises(UnionAuditError) as caught:
        do(*args, **more)
    return [
        f"{Path(problem.file).name}{f':{problem.line}' if problem.line else ''}: {problem.message} {problem.hint}".format(**problem.args)
        for problem in caught.value.problems
    ]


def written(folder: Path, view: View, text: str, **more: str) -> str:
    """Return what a template makes of a view."""
    for name, content in {NAME: text, **more}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    stream = io.StringIO()
    Templates(folder).write(NAME, stream, view=view, language=view.options.language, words=view.words)
    return stream.getvalue()


def faults(folder: Path, view: View, text: str, **more: str) -> str:
    """Return what is told of a template."""
    (only,) = told(written, folder, view, text, **more)
    return only


def test_a_template_may_use_what_the_report_shows(tmp_path: Path, view: View) -> None:
    text = """{% for row in view.gaps().rows %}{{ row.unit_name }}: {{ row.phrases.value }} {{ language("Goal") }}
{% endfor %}{{ view.options.generated_at.strftime("%H:%M") }} {{ 3 * 4 }} {{ range(3)|list }} {{ "%s"|format("a") }}"""
    lines = written(tmp_path, view, text).splitlines()
    assert lines[0] == f"{view.gaps().rows[0].unit_name}: {view.gaps().rows[0].phrases.value} Goal"
    assert lines[-1] == "08:30 12 [0, 1, 2] a"


def test_every_text_is_escaped(tmp_path: Path, view: View) -> None:
    assert written(tmp_path, view, "{{ '<b>' }}{{ language('<i>') }}") == "&lt;b&gt;&lt;i&gt;"


def test_only_the_file_of_the_same_name_is_another(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("h1 { color: red }", encoding="utf-8")
    assert templates(tmp_path).source("report.css") == "h1 { color: red }"
    assert templates(tmp_path).source(NAME) == (resources.shipped("templates") / NAME).read_text(encoding="utf-8")
    assert templates(None).source("report.css") == (resources.shipped("templates") / "report.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\n{{ nothing }}", "report.html.j2:3: The template asks for something that is not there: 'nothing' is undefined"),
        ("{{ view.nothing }}", "report.html.j2:1: The template asks for something that is not there: "),
        ("{% include 'part.j2' %}", "part.j2:2: The template asks for something that is not there: 'nothing' is undefined"),
        ("{% include 'none.j2' %}", "report.html.j2:1: There is no template “none.j2”."),
        ("{% if %}", "report.html.j2:1: This cannot be read as a template: "),
        ("\n{{ 1|bold }}", "report.html.j2:2: This cannot be read as a template: No filter named 'bold'."),
        ("\n{{ 1 / 0 }}", "report.html.j2:2: The template cannot be carried out: division by zero"),
        ("{{ language() }}", "report.html.j2:1: The template cannot be carried out: "),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "report.html.j2:1: The template cannot be carried out: maximum recursion"),
        ("{% include 'report.html.j2' %}", "report.html.j2:1: The template cannot be carried out: maximum recursion"),
        ("{{ ''.__class__.__mro__ }}", "report.html.j2:1: A template may not do this: "),
        ("{{ language._catalogue }}", "report.html.j2:1: A template may not do this: "),
        ("{{ language|attr('__class__') }}", "report.html.j2:1: A template may not do this: "),
        ("{{ [language]|map(attribute='__class__')|join }}", "report.html.j2:1: A template may not do this: "),
        ("{{ '{0.__class__}'.format(language) }}", "report.html.j2:1: A template may not do this: "),
        ("{{ view.audit.plan.path.unlink() }}", "report.html.j2:1: A template may not do this: "),
        ("{{ view.audit.plan.path.read_text() }}", "report.html.j2:1: A template may not do this: "),
        ("{{ view.audit.reported.fill(1) }}", "report.html.j2:1: A template may not do this: "),
        ("{{ view.audit.reported.tofile('stolen') }}", "report.html.j2:1: A template may not do this: "),
        ("{{ view.audit.reported[0].tofile('stolen') }}", "report.html.j2:1: A template may not do this: "),
        ("{{ [1].append(2) }}", "report.html.j2:1: A template may not do this: "),
        ("{{ 'x' * 10000000000 }}", "report.html.j2:1: A template may not do this: "),
        ("{{ 9 ** 9 ** 9 }}", "report.html.j2:1: A template may not do this: "),
    ],
)
def test_its_faults_are_told_with_their_place(tmp_path: Path, view: View, text: str, said: str) -> None:
    assert said in faults(tmp_path, view, text, **{"part.j2": "\n{{ nothing }}"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["part.j2", NAME]
    assert view.audit.plan.path.name == "targets.yaml"
    assert view.audit.reported.sum() < len(view.audit.reported)


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(10**9) %}{% endfor %}".replace("10**9", "1000000000"),
        "{% for i in range(0, -1000000000000000000000000000000, -3) %}{% endfor %}",
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
    ],
)
def test_what_has_no_end_is_ended(tmp_path: Path, view: View, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("union_audit.reports.sandbox._STEPS", 10_000)
    assert "report.html.j2:1: The template does not come to an end." in faults(tmp_path, view, text)


def test_a_page_without_end_is_ended(tmp_path: Path, view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("union_audit.reports.sandbox._LETTERS", 1000)
    assert "The template does not come to an end." in faults(tmp_path, view, "{% for i in range(2000) %}x{% endfor %}")


def test_nothing_of_a_page_is_written_that_cannot_be_finished(tmp_path: Path, view: View) -> None:
    (tmp_path / NAME).write_text("much\n" * 100_000 + "{{ nothing }}", encoding="utf-8")
    stream = io.StringIO()
    with pytest.raises(ReportError):
        Templates(tmp_path).write(NAME, stream, view=view)
    assert stream.getvalue() == ""


def test_a_fault_of_the_program_is_none_of_the_template(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{{ ask() }}", encoding="utf-8")
    with pytest.raises(KeyError) as caught:
        Sandbox(loader=FileSystemLoader(tmp_path)).carry_out(NAME, {"ask": {}.popitem})
    assert fault(caught.value, tmp_path) is not None
    assert fault(caught.value, tmp_path / "another") is None


def folder_of(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")
    return folder


def test_a_folder_is_looked_through_before_the_audit(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, NAME, "report.css", "logo.j2", "notes.txt")
    (folder / NAME).write_text('{% include "logo.j2" %}', encoding="utf-8")
    check_templates(folder)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (NAME, b"\n{% for %}", "report.html.j2:2: This cannot be read as a template: "),
        (NAME, b"{{ 1", "report.html.j2:1: This cannot be read as a template: "),
        (NAME, b"\xff\xfe", "report.html.j2: This is no file of UTF-8 text that can be opened."),
        ("raport.html.j2", b"text", "takes the place of no template, and no template takes it in. Did you mean “report.html.j2”?"),
        ("notes.txt", b"text", "No file in this folder has the name of a template: "),
    ],
)  # fmt: skip
def test_what_is_wrong_in_it_is_told(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (only,) = told(check_templates, tmp_path)
    assert said in only


def test_all_of_it_is_told_at_once(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, NAME, "report.csss.j2")
    (folder / NAME).write_text("{{ 1", encoding="utf-8")
    assert len(told(check_templates, folder)) == 2


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (only,) = told(check_templates, tmp_path / "none")
    assert only == "none: There is no such folder of templates. "


MANUAL = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")


def test_every_template_and_every_name_in_it_is_documented(view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = resources.shipped("templates")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in (".j2", ".css", ".js")}
    given: dict[str, object] = {}

    def text(_: Templates, __: str, **names: object) -> str:
        given.update(names)
        return ""

    monkeypatch.setattr(Templates, "write", lambda _, __, ___, **names: given.update(names))
    monkeypatch.setattr(Templates, "text", text)
    html.write(view, io.StringIO())
    write_feedback(view.audit, tmp_path, view.options)
    letter.write_html(view, io.StringIO())
    assert {"page", "letter", "subject"} <= set(given)
    assert {f"`{name}`" for name in files | set(given)} - set(re.findall(r"`[^`\n]+`", MANUAL)) == set()


def test_the_template_of_the_manual_makes_a_page(tmp_path: Path, view: View) -> None:
    lines = MANUAL[MANUAL.index("    <!DOCTYPE") :].splitlines()
    text = "\n".join(line[4:] for line in itertools.takewhile(lambda line: line.startswith("    "), lines))
    assert written(tmp_path, view, text).count("<tr>") == view.gaps(10).total
