"""What a blank workbook shows, what its cells let in, and how it prints."""

from io import BytesIO

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import JUNE, field, plan, roster, target, unit
from filling_in import asked, blank, inputs
from union_audit.forms import Choice, Form, Per, forms_of, write_form
from union_audit.language import Language
from union_audit.plan.calendar import Calendar
from union_audit.plan.model import Covers, Kind, OverPeriods

PLAN = plan(
    target("safe", ">= 100%", ("safe", "computers", "secret")),
    target("study", "yes", ("studied",), levels=("district",)),
    fields=(
        field("computers", unit={"vi": "máy", "en": "computers"}),
        field("secret", blank_is_zero=True, over=OverPeriods.SUM),
        field("safe", covers=Covers.AREA),
        field("studied", kind=Kind.YES_NO),
    ),
    calendar=Calendar(due_working_days=3),
)
ROSTER = roster(unit("P", "province", name="=1+1"), unit("D1", "district", "P", name="LĐLĐ huyện Một"), unit("D2", "district", "P"))


def forms(per: Per = Per.UNIT) -> dict[str, Form]:
    return {form.name: form for form in forms_of(PLAN, ROSTER, JUNE, Choice(per))}


def sheet_of(name: str, per: Per = Per.UNIT, code: str = "vi") -> Worksheet:
    return blank(forms(per)[name], PLAN, JUNE, code)


def texts(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_a_form_asks_for_what_the_targets_of_its_level_need_in_the_plans_order() -> None:
    assert [[each.id for each in PLAN.fields_of(level)] for level in ("province", "district", None)] == [
        ["computers", "secret", "safe"],
        ["computers", "secret", "safe", "studied"],
        ["computers", "secret", "safe", "studied"],
    ]
    assert len(inputs(sheet_of("P"))) == 3
    assert len(inputs(sheet_of("D1"))) == 4


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("vi", ("Đơn vị: LĐLĐ huyện Một", "Mã đơn vị: D1", "Tháng 6 năm 2025", "Gửi chậm nhất ngày 03/07/2025", "Số computers", "máy")),
        ("en", ("Unit: LĐLĐ huyện Một", "Unit code: D1", "June 2025", "To be sent by 3 Jul 2025", "Number of computers", "computers")),
    ],
)
def test_it_says_whose_figures_it_is_for_of_when_and_by_when(code: str, said: tuple[str, ...]) -> None:
    assert set(said) <= set(texts(sheet_of("D1", code=code)))


def test_a_plan_without_a_due_day_names_none() -> None:
    undated = plan(*PLAN.targets)
    (form, *_) = forms_of(undated, ROSTER, JUNE, Choice())
    assert not [text for text in texts(blank(form, undated, JUNE, "en")) if text.startswith("To be sent")]


@pytest.mark.parametrize(("per", "name"), [(Per.UNIT, "D1"), (Per.PARENT, "P")])
def test_only_what_is_to_be_filled_in_can_be_changed_and_no_password_is_needed_for_more(per: Per, name: str) -> None:
    sheet = sheet_of(name, per)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert all(not cell.protection.locked for cell in inputs(sheet))
    headed = {cell.value: cell.protection.locked for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert all(locked for value, locked in headed.items() if "……" not in str(value))


def test_a_count_takes_whole_numbers_and_yes_or_no_a_choice() -> None:
    sheet = sheet_of("D1", code="en")
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert len(rules) == 4
    said = [rules[cell.coordinate] for cell in inputs(sheet)]
    assert [(rule.type, rule.formula1, rule.formula2) for rule in said[:3]] == [("whole", "0", "1000000000000")] * 3
    assert (said[3].type, said[3].formula1) == ("list", '"yes,no"')
    assert [str(rule.prompt).split("\n")[1:] for rule in said] == [
        ["As it stands at the end of the period."],
        ["Of this period alone.", "May be left blank for 0."],
        ["As it stands at the end of the period.", "With all units below."],
        [],
    ]


def test_a_part_that_is_larger_than_its_whole_turns_red() -> None:
    rules = [rule for found in sheet_of("P").conditional_formatting for rule in found.rules]
    assert [rule.formula for rule in rules] == [["AND(ISNUMBER(D13),ISNUMBER(D11),D13>D11-N(D12))"]]


def test_a_table_says_once_a_column_what_its_cells_let_in() -> None:
    """Of a district's hundreds of grassroots unions a rule for each cell would be thousands."""
    sheet = sheet_of("P", Per.PARENT)
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["D10:D11", "E10:E11", "F10:F11", "G10:G11"]
    (marked,) = sheet.conditional_formatting
    assert (str(marked.sqref), [rule.formula for rule in marked.rules]) == (
        "F10:F11",
        [["AND(ISNUMBER(F10),ISNUMBER(D10),F10>D10-N(E10))"]],
    )


def test_a_table_has_a_row_for_each_unit_and_nothing_to_fill_in_where_nothing_is_asked() -> None:
    mixed = Form("mixed", tuple(ROSTER.units), is_table=True)
    sheet = blank(mixed, PLAN, JUNE)
    assert len(inputs(sheet)) == len(list(asked(mixed, PLAN))) == 3 + 4 + 4
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=10, max_row=12)}
    assert [rows["P"][6].protection.locked, rows["D1"][6].protection.locked] == [True, False]


def test_a_units_name_is_never_a_formula() -> None:
    assert "Đơn vị: =1+1" in texts(sheet_of("P"))
    top = sheet_of("top", Per.PARENT)
    assert [cell.data_type for row in top.iter_rows() for cell in row if cell.value == "=1+1"] == ["s"]


@pytest.mark.parametrize(("per", "name", "orientation"), [(Per.UNIT, "D1", "portrait"), (Per.PARENT, "P", "landscape")])
def test_it_prints_on_a4(per: Per, name: str, orientation: str) -> None:
    sheet = sheet_of(name, per)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation or "portrait") == (9, orientation)
    assert sheet.print_title_rows


def test_the_same_form_made_twice_is_the_same_file() -> None:
    made = [BytesIO(), BytesIO()]
    for stream in made:
        write_form(forms()["D1"], PLAN, JUNE, Language("vi"), stream)
    assert made[0].getvalue() == made[1].getvalue()
