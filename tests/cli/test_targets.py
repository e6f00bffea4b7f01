"""`targets` lists the plan, finds the faults in its file, and prints its schema."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from running import Run
from union_audit import resources

SHIPPED = resources.shipped("targets.yaml")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_list_names_every_target_at_80_columns(run: Run, language: str) -> None:
    result = run("targets", "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert result.out.count("online_meetings") == 1
    assert "> 60%" in result.out
    assert " 14  grassroots_mobilised" in result.out
    assert str(SHIPPED) in result.out
    assert max(len(line) for line in result.out.splitlines() if str(SHIPPED) not in line) <= 80


def test_the_list_as_json(run: Run) -> None:
    listed = json.loads(run("targets", "-f", "json").out)
    assert [target["number"] for target in listed["targets"]] == list(range(1, 15))
    published = listed["targets"][6]
    assert published["id"] == "documents_published"
    assert published["parts"] == [{"numerator": "documents_published", "denominator": "documents_total", "less": ["documents_secret"]}]
    assert published["deadline"] == "2025-12-31"
    assert listed["plan"]["targets_file"] == str(SHIPPED)


def test_the_format_of_reports_in_the_environment_is_not_that_of_lists(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNION_AUDIT_FORMAT", "html:report.html")
    assert run("targets").code == 0
    result = run("targets", "-f", "html")
    assert result.code == 2
    assert "--format cannot be “html”" in result.err


def test_validate_says_that_a_file_is_right(run: Run) -> None:
    shutil.copy(SHIPPED, "mine.yaml")
    expected = "mine.yaml: no faults. Targets: 14; fields: 27; levels: 4.\n"
    assert run("targets", "validate", "mine.yaml").out == expected
    assert run("targets", "-t", "mine.yaml", "validate").out == expected


def test_validate_names_every_fault_with_its_place(run: Run) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    Path("targets.yaml").write_text(text.replace("levels:", "lewels:").replace('goal: "> 60%"', 'goal: "> 160%"'), encoding="utf-8")
    result = run("targets", "validate")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("targets.yaml:") > 2


def test_validate_a_file_that_is_not_there(run: Run) -> None:
    result = run("targets", "validate", "missing.yaml")
    assert result.code == 2
    assert result.err.startswith("Error: missing.yaml: ")


def test_the_schema_is_a_schema(run: Run) -> None:
    Draft202012Validator.check_schema(json.loads(run("targets", "schema").out))
