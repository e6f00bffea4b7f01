"""Every figure of the result can be found in the cell that it names, by other libraries than those that read it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import union_audit.reports
from second_reader import Cells, cells
from union_audit.plan import load_plan

ROOT = Path(__file__).parents[2]
MONTH = ROOT / "examples" / "2023-06"
SAID = {"12 máy": 12, "có": 1, "x": 1, "đã": 1, "chưa": 0}
"""What the words that stand in the examples' cells mean."""


@cache
def second(file: str) -> Cells:
    return cells(MONTH / file)


def test_the_result_is_as_the_published_schema_says(result: dict[str, Any]) -> None:
    schema = json.loads((Path(union_audit.reports.__file__).parent / "result.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER).validate(result)


def test_every_file_was_read(result: dict[str, Any]) -> None:
    assert {each["file"]: each["status"] for each in result["inputs"]} == {path.name: "read" for path in MONTH.iterdir()}


def test_the_text_of_every_piece_of_evidence_stands_in_its_cell(result: dict[str, Any]) -> None:
    evidence = [cell for assessment in result["assessments"] for cell in assessment["evidence"]]
    assert len(evidence) > 600
    wrong = [cell for cell in evidence if second(cell["file"])[cell["sheet"]].get(cell["cell"], "") != cell["text"]]
    assert wrong == []


def test_every_figure_is_made_of_the_cells_that_it_names(result: dict[str, Any]) -> None:
    """Numerator and denominator of each assessment, computed anew from what the second reader finds in the cells."""
    compared = 0
    for assessment, ratio, figures in _ratios(result):
        if figures["numerator"] is None:
            continue
        compared += 1
        found = {cell["field"]: second(cell["file"])[cell["sheet"]].get(cell["cell"], "") for cell in assessment["evidence"]}
        assert figures["numerator"] == _count(found[ratio["numerator"]]), assessment
        if ratio["denominator"]:
            exclusions = sum(_count(found.get(field, "")) for field in ratio["less"])
            assert figures["denominator"] == _count(found[ratio["denominator"]]) - exclusions, assessment
    assert compared > 250


def test_every_finding_names_a_cell_that_is_there(result: dict[str, Any]) -> None:
    for finding in result["findings"]:
        if finding["cell"]:
            assert finding["sheet"] in second(finding["file"]) or finding["file"].endswith(".csv"), finding


@pytest.mark.parametrize("text", ["khoảng 20", "#REF!"])
def test_what_cannot_be_read_is_an_error_with_its_cell(result: dict[str, Any], text: str) -> None:
    found = [finding for finding in result["findings"] if text in json.dumps(finding["args"], ensure_ascii=False)]
    assert found
    for finding in found:
        assert second(finding["file"])[finding["sheet"]][finding["cell"]] == text


def _ratios(result: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Yield each assessment with each of its ratios (their fields) and the figures that it gives for it."""
    targets = {target.id: target for target in load_plan(ROOT / "targets.yaml").targets}
    for assessment in result["assessments"]:
        ratio = targets[assessment["target"]].parts[0]
        only = {"numerator": ratio.numerator, "denominator": ratio.denominator, "less": ratio.less}
        for part in assessment["parts"] or [{"fields": only, **assessment}]:
            yield assessment, part["fields"], part


def _count(text: str) -> int:
    return SAID[text] if text in SAID else int(text.replace(".", "").replace("-", "") or 0)
