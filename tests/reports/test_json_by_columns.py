"""Units and assessments written by columns are the records of each, one by one."""

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import facts, submissions
from hostile import texts
from result_records import of_assessments, of_units
from sample_audit import EARLIER, FIGURES, SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import earlier_audit
from union_audit.intake.facts import Facts
from union_audit.plan.period import Period
from union_audit.reports import View, blocks, json_units
from union_audit.reports.json_result import write
from union_audit.visible import HIDDEN
from worlds import a_world


def written(view: View) -> dict[str, list[str]]:
    """Return the lines of the result that are units and assessments."""
    stream = io.StringIO()
    write(view, stream)
    lists: dict[str, list[str]] = {}
    for name in ("units", "assessments"):
        _, *lines = stream.getvalue().partition(f'"{name}": [')[2].partition("\n  ]")[0].split("\n")
        lists[name] = [line.removesuffix(",").removeprefix("    ") for line in lines]
    return lists


def one_by_one(view: View) -> dict[str, list[str]]:
    return {"units": list(map(encoded, of_units(view))), "assessments": list(map(encoded, of_assessments(view)))}


def encoded(record: dict[str, Any]) -> str:
    return HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], json.dumps(record, ensure_ascii=False, allow_nan=False))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 9))
@settings(max_examples=150)
def test_whatever_the_plan_the_figures_and_the_month_before(seed: int, before: int, together: int) -> None:
    world = a_world(seed)
    now = replace(world, scope=replace(world.scope, compare=earlier_audit(a_world(before).audit)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "UNITS", together)
        patch.setattr(json_units, "_TOGETHER", together)
        for view in (View(each.audit, options()) for each in (world, now)):
            assert written(view) == one_by_one(view)


def test_one_of_everything() -> None:
    for view in (small_view("vi"), View(small_audit(scope={"compare": EARLIER, "units": ("02", "04")}), options())):
        assert written(view) == one_by_one(view)


@given(texts)
@settings(max_examples=25)
def test_submitted_text(text: str) -> None:
    view = named(text, sheet=text, text=text)
    assert written(view) == one_by_one(view)


def test_the_cells_of_every_month_of_a_sum() -> None:
    plan, months = small_plan(), [Period(2025, month, 1) for month in (4, 5, 6)]
    by_month: dict[Period | None, Facts] = {each: facts(plan, SMALL_ROSTER, FIGURES, file=f"{each.label}.xlsx") for each in months}
    view = View(audit(plan, submissions(by_month), Scope(date(2025, 7, 5), Period.parse("2025-Q2"))), options())
    assert written(view) == one_by_one(view)
    meetings = json.loads(written(view)["assessments"][1])
    assert [(cell["file"], cell["text"]) for cell in meetings["evidence"]] == [
        *((f"2025-0{month}.xlsx", "61") for month in (4, 5, 6)),
        *((f"2025-0{month}.xlsx", "100") for month in (4, 5, 6)),
    ]
