"""What every format opens with: the worst targets and what they need, and what changed."""

import math
from typing import Any

import pytest

from sample_audit import EARLIER, FIGURES, options, small_audit, small_view
from union_audit.audit.result import Status
from union_audit.reports import View
from union_audit.reports.rows import Before, Movement

CLOSED, NEW, LASTING, UNKNOWN = Movement.CLOSED, Movement.NEW, Movement.LASTING, Movement.UNKNOWN


def compared(code: str = "en", earlier: dict[str, Any] = EARLIER, **scope: Any) -> View:
    return View(small_audit(scope={"compare": earlier, **scope}), options(code))


def moved(view: View, movement: Movement, top: int | None = None) -> list[tuple[str, str]]:
    return [(row.unit.code, row.target.id) for row in view.changed(movement, top).rows]


def test_the_worst_targets_say_what_they_need_and_of_how_many_units() -> None:
    needs = {row.target.id: row.needs for row in small_view().targets()}
    assert [row.target.id for row in small_view().worst_targets()] == [row.target.id for row in small_view().targets()][:3]
    assert needs["equipment"] == "13 more devices, 2 units"
    assert needs["studied"] == "2 more units"  # it is the units that are counted
    assert needs["outreach"] == ""


def test_no_target_is_called_worst_without_a_gap() -> None:
    perfect = {"01": {**FIGURES["01"], "antivirus": 40}}
    assert View(small_audit(perfect, scope={"expect": "found"}), options()).worst_targets() == ()


def test_each_gap_moved_one_way() -> None:
    view = compared()
    assert moved(view, NEW) == [("02", "courses")]
    assert moved(view, CLOSED) == [("01", "meetings")]
    assert moved(view, LASTING) == [("02", "studied"), ("02", "meetings")]  # by the rank of the gap
    assert len(moved(view, UNKNOWN)) == 7
    assert view.changes is not None
    assert view.changes.counts == {NEW: 1, CLOSED: 1, LASTING: 2, UNKNOWN: 7}
    assert view.changes.since == "May 2025"
    assert moved(view, UNKNOWN, top=2) == moved(view, UNKNOWN)[:2]
    assert view.changed(UNKNOWN, top=2).total == 7


def test_changes_are_those_of_the_units_shown() -> None:
    view = compared(units=("01",))
    assert [moved(view, each) for each in (NEW, CLOSED, LASTING, UNKNOWN)] == [[], [("01", "meetings")], [], []]


def test_without_a_comparison_nothing_changed() -> None:
    assert small_view().changes is None
    assert moved(small_view(), NEW) == []
    assert {row.before for row in small_view().targets()} | {row.before for row in small_view().gaps().rows} == {None}


@pytest.mark.parametrize(
    ("target", "before"),
    [
        ("meetings", Before(Status.NO_DATA, 0.6, "60%", is_share=True)),
        ("courses", Before(Status.GAP, 12, "12", is_share=False)),
        ("studied", Before(Status.GAP, 0.25, "25%", is_share=True)),
    ],
)
def test_a_target_has_what_it_was_before(target: str, before: Before) -> None:
    for view in (compared(), View(small_audit({}, scope={"compare": EARLIER}), options())):  # also where there is no figure now
        assert {row.target.id: row.before for row in view.targets()}[target] == before


def test_an_assessment_has_what_it_was_before() -> None:
    lasting = {row.target.id: row.before for row in compared().changed(LASTING).rows}
    assert lasting == {"meetings": Before(Status.GAP, 0.5, "50%", is_share=True), "studied": Before(Status.GAP, 0, "no", is_share=False)}
    unknown = {row.target.id: row.before for row in compared().changed(UNKNOWN).rows if row.unit.code == "05"}
    assert unknown == {"courses": Before(Status.GAP, 1, "1", is_share=False)}


def test_a_figure_that_was_missing_before_is_a_dash() -> None:
    nothing = {"status": "no_data", "numerator": None, "denominator": None, "value": None}
    earlier = {**EARLIER, "assessments": [{"unit": "02", "target": "meetings", **nothing}]}
    (before,) = (row.before for row in compared(earlier=earlier).changed(UNKNOWN).rows if row.before)
    assert math.isnan(before.value)
    assert before.text == "–"
