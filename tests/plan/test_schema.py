"""What the JSON Schema of targets.yaml refuses, the loader refuses; the shipped plan conforms to both."""

import copy
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from small_plan import SMALL
from union_audit import resources
from union_audit.errors import ConfigurationError, Problem
from union_audit.plan import load_plan
from union_audit.plan.schema import plan_schema

VALIDATOR = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())


def plain(value: Any) -> Any:
    """Return what a YAML library of another language reads: dates as text, and JSON's types."""
    return json.loads(json.dumps(stringed(value), default=str))


def stringed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): stringed(each) for key, each in value.items()}
    return [stringed(each) for each in value] if isinstance(value, list) else value


def problems_of(folder: Path, text: str) -> Sequence[Problem]:
    """Load a targets.yaml; return its problems, none where it is a plan."""
    path = folder / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load_plan(path)
    except ConfigurationError as error:
        return error.problems
    return []


def test_the_schema_is_one_and_nobody_can_change_it() -> None:
    jsonschema.Draft202012Validator.check_schema(plan_schema())
    plan_schema()["properties"].clear()
    assert "targets" in plan_schema()["properties"]


@pytest.mark.parametrize("text", [resources.shipped("targets.yaml").read_text(encoding="utf-8"), SMALL], ids=["shipped", "small"])
def test_what_is_loaded_conforms(text: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(plain(yaml.safe_load(text)))] == []


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to everything in a document."""
    yield way
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from ways(value[key], (*way, key))


DOCUMENT = plain(yaml.safe_load(SMALL))
WAYS = [way for way in ways(DOCUMENT) if way]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2000),
    st.integers(0, 200).map(lambda hundredths: hundredths / 100),
    st.text(max_size=6),
    st.sampled_from(["yes", "> 60%", "2025-06-30", "all", "own", "protected", "computers", "members", "studied", "office", "sum"]),
    st.lists(st.sampled_from(["office", "secret", 1]), max_size=2),
    st.dictionaries(st.sampled_from(["vi", "en", "numerator", "2024-01-31", "x y"]), st.sampled_from(["a", 1, None, ">= 50%"]), max_size=3),
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Return the small plan with one to three places of it replaced, removed or renamed."""
    document = copy.deepcopy(DOCUMENT)
    for way in draw(st.lists(st.sampled_from(WAYS), min_size=1, max_size=3)):
        try:
            block = document
            for step in way[:-1]:
                block = block[step]
            change = draw(st.sampled_from(["replace", "replace", "remove", "rename"]))
            if change == "replace":
                block[way[-1]] = draw(VALUES)
            else:
                value = block.pop(way[-1])
                if change == "rename":
                    block[draw(st.sampled_from(["vi", "goals", "computers", "less", "number", "x y"]))] = value
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier change took the place away
    return document


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=mutated())
def test_what_the_schema_refuses_the_loader_refuses(tmp_path: Path, document: Any) -> None:
    problems = problems_of(tmp_path, yaml.safe_dump(document, allow_unicode=True, sort_keys=False))
    assert all(problem.message.format(**problem.args) and problem.line > 0 for problem in problems)
    if not problems:
        assert [error.message for error in VALIDATOR.iter_errors(document)] == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_text_cut_or_spoilt_anywhere_is_loaded_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SMALL)))
    end = data.draw(st.integers(start, min(len(SMALL), start + 30)))
    text = SMALL[:start] + data.draw(st.text(alphabet=" \t\n-:[]{}&*!|>'\"%@#?,abyesno0159", max_size=8)) + SMALL[end:]
    assert all(problem.hint.format(**problem.args) is not None for problem in problems_of(tmp_path, text))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60))
def test_any_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError):
        load_plan(path)


def keys(schema: Any) -> Iterator[str]:
    """Yield every key that a targets.yaml may have."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys(value)


def test_every_key_is_documented() -> None:
    documented = set(re.findall(r"`([\w-]+)", (Path(__file__).parents[2] / "docs" / "targets.md").read_text(encoding="utf-8")))
    assert set(keys(plan_schema())) - documented == set()
