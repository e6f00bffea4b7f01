"""What is filled in as a blank workbook asks is read back to the last figure, and nothing is found wrong with it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import submitting
from filling_in import asked, blank, fill_in, save
from small_plan import SMALL
from union_audit.forms import Choice, Per, forms_of
from union_audit.intake import take_in
from union_audit.intake.facts import State
from union_audit.plan import load_plan
from union_audit.plan.model import Kind, Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.roster_file import load_roster
from union_audit.resources import shipped

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = load_plan(shipped("targets.yaml"))
ROSTER = load_roster(EXAMPLES / "units.csv", PLAN)
PERIODS = [Period.parse(label) for label in ("2025-01", "2025-06", "2025-12", "2025-Q2", "2025-H1", "2025-9M", "2025")]


def check_read_back(data: st.DataObject, plan: Plan, roster: Roster, period: Period, code: str) -> None:
    """Fill in one of the workbooks and take it in: alone, as a file of any name."""
    per = data.draw(st.sampled_from(Per))
    form = data.draw(st.sampled_from(forms_of(plan, roster, period, Choice(per))))
    places = list(asked(form, plan))
    figures = data.draw(st.lists(st.integers(0, 10**7), min_size=len(places), max_size=len(places)))
    sheet = blank(form, plan, period, code)
    fill_in(sheet, form, plan, figures, code)
    with TemporaryDirectory() as folder:
        save(sheet, Path(folder) / "in", data.draw(st.sampled_from([form.name, "nop"])))
        read = take_in([Path(folder) / "in"], plan, roster)
    assert read.findings == ()
    facts = read.by_period[period]
    for (unit, field), figure in zip(places, figures, strict=True):
        at = facts.roster.index[unit.code], plan.fields.index(field)
        assert facts.values[at] == (figure % 2 if field.kind is Kind.YES_NO else figure)
        assert facts.state[at] == State.FIGURE
    assert int((facts.state == State.FIGURE).sum()) == len(places)


@pytest.mark.parametrize("code", ["vi", "en"])
@given(data=st.data(), period=st.sampled_from(PERIODS))
@settings(max_examples=12)
def test_the_shipped_plans_forms_are_read_back_without_a_finding(code: str, data: st.DataObject, period: Period) -> None:
    check_read_back(data, PLAN, ROSTER, period, code)


@pytest.mark.parametrize("code", ["vi", "en"])
@given(data=st.data())
@settings(max_examples=5)
def test_another_plans_forms_are_read_back_without_a_finding(code: str, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "targets.yaml"
        file.write_text(SMALL, encoding="utf-8")
        plan = load_plan(file)
    roster = Roster.of(
        (Unit("VP", "Văn phòng", "office"), Unit("C1", "Chi nhánh Một", "branch", "VP"), Unit("C2", "Chi nhánh Hai", "branch", "VP"))
    )
    check_read_back(data, plan, roster, Period.parse("2025-06"), code)


@given(data=st.data())
@settings(max_examples=5)
def test_forms_with_excluded_and_zero_fields_are_read_back(data: st.DataObject) -> None:
    check_read_back(data, submitting.PLAN, submitting.ROSTER, Period.parse("2025-06"), "vi")


@pytest.mark.parametrize(("level", "name"), [("district", "LĐLĐ huyện Thử"), ("sector", "Công đoàn ngành Thử"), ("grassroots", "CĐCS Thử")])
def test_without_a_roster_a_form_says_whose_it_is_once_the_name_is_written(tmp_path: Path, level: str, name: str) -> None:
    period = Period.parse("2025-06")
    (form,) = forms_of(PLAN, None, period, Choice(levels=(level,)))
    sheet = blank(form, PLAN, period)
    fill_in(sheet, form, PLAN, [7] * len(list(asked(form, PLAN))))
    sheet["C2"] = name
    save(sheet, tmp_path / "in", form.name)
    read = take_in([tmp_path / "in"], PLAN, None)
    assert read.findings == ()
    (unit,) = read.by_period[period].roster.units
    assert (unit.name, unit.level) == (name, level)


def test_a_workbook_that_nobody_filled_in_is_named_as_blank(tmp_path: Path) -> None:
    period = Period.parse("2025-06")
    form = next(each for each in forms_of(PLAN, ROSTER, period, Choice()) if each.name == "BG06")
    save(blank(form, PLAN, period), tmp_path / "in", form.name)
    read = take_in([tmp_path / "in"], PLAN, ROSTER)
    assert [(finding.code, finding.unit) for finding in read.findings] == [("UA126", "BG06")]
