"""Who gets a workbook, and how it is named."""

from datetime import date

import pytest

from builders import JUNE, LEVELS, plan, roster, target, unit
from union_audit.forms import Choice, Per, forms_of
from union_audit.forms.choosing import Form
from union_audit.plan.model import Level, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit

PLAN = plan(target("safe", ">= 100%", ("safe", "computers")))
ROSTER = roster(
    unit("P", "province"),
    unit("D1", "district", "P"),
    unit("D2", "district", "P", submits=Submits.QUARTERLY),
    unit("D3", "district", "P", valid_to=date(2025, 6, 14), merged_into="D1"),
    unit("D4", "district", "P", submits=Submits.NEVER),
    unit("C1", "grassroots", "D1"),
    unit("C2", "grassroots", "D1", submits=Submits.MONTHLY),
)


def named(choice: Choice, period: Period = JUNE, units: Roster | None = ROSTER) -> dict[str, list[str]]:
    return {form.name: [each.code for each in form.units] for form in forms_of(PLAN, units, period, choice)}


def test_each_unit_that_has_to_submit_in_the_period_gets_a_form() -> None:
    assert named(Choice()) == {code: [code] for code in ("P", "D1", "D2", "C2")}
    assert "D2" not in named(Choice(), Period(2025, 5, 1))  # a quarter's figures are asked for in its last month
    assert "D3" in named(Choice(), Period(2025, 5, 1))  # it still was there


@pytest.mark.parametrize("choice", [Choice(codes=("C1",)), Choice(levels=("grassroots",), codes=("C1",))])
def test_who_is_named_gets_a_form_though_another_gathers_its_figures(choice: Choice) -> None:
    assert named(choice) == {"C1": ["C1"]}


def test_a_table_for_each_unit_has_those_right_below_it_each_once() -> None:
    assert named(Choice(Per.PARENT)) == {"top": ["P"], "P": ["D1", "D2"], "D1": ["C1", "C2"]}
    assert [form.of for form in forms_of(PLAN, ROSTER, JUNE, Choice(Per.PARENT))] == [None, ROSTER.units[0], ROSTER.units[1]]


def test_a_table_for_each_level_has_its_units() -> None:
    assert named(Choice(Per.LEVEL)) == {"province": ["P"], "district": ["D1", "D2"], "grassroots": ["C1", "C2"]}
    assert named(Choice(Per.LEVEL, levels=("district",))) == {"district": ["D1", "D2"]}


def test_without_a_roster_there_is_a_form_for_each_level_that_reports() -> None:
    never = plan(*PLAN.targets, levels=(*LEVELS, Level("archive", {"vi": "Lưu"}, Submits.NEVER)))
    assert forms_of(never, None, JUNE, Choice()) == tuple(Form(level.id, (Unit("", "", level.id),)) for level in LEVELS)


def test_codes_that_no_computer_takes_as_names_get_others() -> None:
    names = list(named(Choice(), units=roster(unit("a/b"), unit("A/B"), unit("con"))))
    assert len({name.casefold() for name in names}) == 3
    assert not any(set(name) & set('/\\:*?"<>|') for name in names)
    assert "con" not in names
