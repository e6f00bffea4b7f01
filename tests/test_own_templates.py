"""Our own templates were made into Python when the package was built: the same pages, and only of the same templates by the same Jinja."""

import io
import shutil
from pathlib import Path

import jinja2
import pytest

from sample_audit import small_view
from union_audit import own_templates, resources
from union_audit.reports import html
from union_audit.reports.templating import Templates

NAME = "report/end.html.j2"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with templates of its own, and what was made of them."""
    shutil.copytree(resources.shipped("templates"), tmp_path / "shipped" / "templates")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    kept = tmp_path / "shipped" / own_templates.KEPT
    kept.mkdir()
    for name, text in own_templates.keep():
        (kept / name).write_text(text, encoding="utf-8")
    return tmp_path / "shipped"


def page(own: Templates) -> str:
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(html, "templates", lambda _: own)
        html.write(small_view("vi"), stream)
    return stream.getvalue()


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the names of the templates that are compiled from now on."""
    names: list[str] = []
    whole = jinja2.Environment.compile

    def compile_(self: jinja2.Environment, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return whole(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(jinja2.Environment, "compile", compile_)
    return names


def test_what_was_kept_makes_the_same_page_and_nothing_is_compiled(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    kept = page(Templates(None))
    assert not names
    shutil.rmtree(package / own_templates.KEPT)
    assert page(Templates(None)) == kept
    assert len(names) > 10


def test_a_template_that_was_changed_is_compiled_as_it_stands(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (package / "templates" / NAME).open("a", encoding="utf-8") as file:
        file.write("<p>changed</p>")
    names = compiled(monkeypatch)
    assert "<p>changed</p>" in page(Templates(None))
    assert names == [NAME]


def test_what_another_jinja_made_is_not_used(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = compiled(monkeypatch)
    monkeypatch.setattr(jinja2, "__version__", "99.0")
    page(Templates(None))
    assert len(names) == len(set(names)) > 10
    assert package.exists()


def test_beside_templates_of_a_users_own_all_are_compiled_for_the_sandbox(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = compiled(monkeypatch)
    folder = tmp_path / "own"
    shutil.copytree(package / "templates" / "report", folder / "report")
    page(Templates(folder))
    assert {"report.html.j2", NAME} < {*names}
