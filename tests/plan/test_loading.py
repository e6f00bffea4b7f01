"""The shipped plan was read when the package was built: the same plan, and only of the same bytes at the same place."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from union_audit import resources
from union_audit.plan import load_plan
from union_audit.plan.loading import READ, keep


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with its own plan, which is kept under another code than it has, so that one knows where it comes from."""
    plan = load_plan(resources.shipped("targets.yaml"))
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    shutil.copy(plan.path, shipped)
    (shipped / READ).write_bytes(keep(plan.path.read_bytes(), replace(plan, code="as kept")))
    return shipped


def test_what_is_kept_is_the_whole_plan(package: Path) -> None:
    plan = load_plan(package / "targets.yaml")
    assert plan.code == "as kept"
    (package / READ).unlink()
    assert load_plan(package / "targets.yaml") == replace(plan, code=load_plan(package / "targets.yaml").code)
    assert plan.path == package / "targets.yaml"


def test_a_plan_that_was_changed_is_read_as_it_stands(package: Path) -> None:
    with (package / "targets.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert load_plan(package / "targets.yaml").code == "251/KH-LĐLĐ"


def test_a_plan_that_was_cut_is_read_as_it_stands(package: Path) -> None:
    whole = (package / "targets.yaml").read_bytes()
    (package / "targets.yaml").write_bytes(whole.rstrip())
    assert load_plan(package / "targets.yaml").code == "251/KH-LĐLĐ"


def test_a_plan_anywhere_else_is_read_as_it_stands(package: Path, tmp_path: Path) -> None:
    for name in ("targets.yaml", READ):
        shutil.copy(package / name, tmp_path)
    assert load_plan(tmp_path / "targets.yaml").code == "251/KH-LĐLĐ"
