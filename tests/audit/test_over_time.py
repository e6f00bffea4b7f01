"""A month beside the months before it: what cannot be, or hardly can, is named with both cells."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Rows, facts, field, plan, roster, submissions, target, unit
from union_audit.audit import Scope, audit
from union_audit.audit.earlier import Before
from union_audit.audit.neighbours import Compared, needed_before
from union_audit.audit.over_time import over_time
from union_audit.audit.units import Units
from union_audit.findings import Finding
from union_audit.intake.facts import Facts, State
from union_audit.plan.model import Cumulative, Field, OverPeriods, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster

STANDING = field("d", over=OverPeriods.LAST)
HAPPENED = field("m", over=OverPeriods.SUM)
COUNTED_UP = field("c", over=OverPeriods.LAST, cumulative=Cumulative.YEAR)
PLAN = replace(
    plan(
        target("a", "> 60%", ("n", "d")), target("b", ">= 1", ("m",)), target("e", ">= 1", ("c",)), fields=(STANDING, HAPPENED, COUNTED_UP)
    ),
    denominator_jump=50,
)
WHO = roster("U", "V")
MAY, JUNE = Period(2025, 5, 1), Period(2025, 6, 1)


def found(now: dict[str, int], *before: dict[str, int], period: Period = JUNE, gap: int = 0) -> list[Finding]:
    """Audit U's figures of a month after those of the months before, the latest first; `gap`: months of which nothing is known."""
    months, each = [], period
    for _ in range(gap):
        each = each.preceding
    for figures in before:
        each = each.preceding
        months.append(Before(each, facts(PLAN, WHO, {"U": figures}, file=f"{each.label}.xlsx")))
    given = submissions(facts(PLAN, WHO, {"U": now}), period)
    done = audit(PLAN, given, Scope(date(2025, 7, 1), period, before=tuple(months)))
    return [finding for finding in done.findings if finding.code in ("UA305", "UA306", "UA307", "UA308")]


def codes(*args: dict[str, int], **more: Period | int) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.field) for finding in found(*args, **more)]  # type: ignore[arg-type]


def test_a_figure_that_is_counted_up_and_falls() -> None:
    (finding,) = found({"c": 4}, {"c": 6})
    assert (finding.code, finding.unit, finding.field) == ("UA305", "U", "c")
    assert finding.args == {"figure": 4, "before": 6, "period": "2025-05", "cell": "2025-05.xlsx › Sheet1 › E2"}
    assert finding.source is not None
    assert (finding.source.file, finding.source.cell) == ("data.xlsx", "E2")


def test_what_is_counted_since_january_begins_anew_in_january() -> None:
    assert codes({"c": 4}, {"c": 6}, period=Period(2025, 1, 1)) == []
    assert codes({"c": 6}, {"c": 6}) == []


@pytest.mark.parametrize(("now", "then", "said"), [(150, 100, False), (151, 100, True), (50, 100, False), (49, 100, True), (5, 0, False)])
def test_a_denominator_that_jumps_by_more_than_the_plan_allows(now: int, then: int, *, said: bool) -> None:
    assert codes({"d": now}, {"d": then}) == ([("UA306", "d")] if said else [])


def test_only_denominators_that_stand_from_month_to_month_may_not_jump() -> None:
    assert codes({"n": 90, "m": 19}, {"n": 30, "m": 2}) == []


def test_without_a_limit_nothing_jumps() -> None:
    free = replace(PLAN, denominator_jump=None)
    given = submissions(facts(free, WHO, {"U": {"d": 900}}), JUNE)
    before = (Before(MAY, facts(free, WHO, {"U": {"d": 100}})),)
    assert not [each for each in audit(free, given, Scope(date(2025, 7, 1), JUNE, before=before)).findings if each.code == "UA306"]


def test_figures_that_are_those_of_the_month_before_all_of_them() -> None:
    (finding,) = found({"n": 3, "d": 5, "m": 2}, {"n": 3, "d": 5, "m": 2})
    assert (finding.code, finding.args["count"], finding.args["cell"]) == ("UA307", 3, "2025-05.xlsx › Sheet1 › C2")
    assert codes({"n": 3, "d": 5, "m": 2}, {"n": 3, "d": 5, "m": 1}) == []
    assert codes({"n": 3, "d": 5, "m": 2}, {"n": 3, "d": 5, "m": 2, "c": 1}) == []
    assert codes({"n": 3, "d": 5}, {"n": 3, "d": 5}) == []  # two are alike by chance
    assert codes({"n": 0, "d": 0, "m": 0}, {"n": 0, "d": 0, "m": 0}) == []


@pytest.mark.parametrize(
    ("field_", "now", "before", "said"),
    [
        ("d", 1200, [120, 118], True),
        ("d", 1200, [120, 1100], False),  # as it was two months ago
        ("d", 12, [120, 121], True),
        ("d", 0, [120], True),
        ("m", 0, [120], False),  # nothing happened
        ("m", 12, [120], True),
        ("m", 10, [1], False),  # small
        ("m", 19, [1], False),
        ("m", 20, [2], True),
        ("d", 40, [0], False),
    ],
)
def test_a_figure_with_a_digit_too_many_or_too_few(field_: str, now: int, before: list[int], *, said: bool) -> None:
    found_ = codes({field_: now}, *({field_: each} for each in before))
    assert (("UA308", field_) in found_) == said
    assert not said or ("UA306", field_) not in found_  # said once


def test_a_figure_is_held_against_the_last_that_is_known_of_the_three_months_before() -> None:
    (finding,) = found({"c": 4}, {"c": 6}, gap=1)
    assert finding.args["period"] == "2025-04"
    assert codes({"c": 4}, {}, {"c": 6}) == [("UA305", "c")]
    assert codes({"c": 4}, {"c": 3}, {"c": 6}) == []  # what April and May contradict was said in May
    assert codes({"c": 4}, {"c": 6}, gap=3) == []
    assert codes({"c": 4}) == []


def held(
    months: dict[Period, dict[str, dict[str, int]]], asked: Period, who: Roster = WHO, **scope: Any
) -> list[tuple[str, str, str, str]]:
    """Audit a period of submissions of several: code, unit, the file of the cell and the earlier cell of each finding over time."""
    given: dict[Period | None, Facts] = {month: facts(PLAN, who, rows, file=f"{month.label}.xlsx") for month, rows in months.items()}
    done = audit(PLAN, submissions(given), Scope(date(2025, 10, 1), asked, **scope))
    over = [each for each in done.findings if each.code in ("UA305", "UA306", "UA307", "UA308")]
    return [(each.code, each.unit or "", each.source.file if each.source else "", str(each.args.get("cell", ""))) for each in over]


def test_a_quarter_is_compared_month_by_month_also_with_those_before_it() -> None:
    april, quarter = Period(2025, 4, 1), Period(2025, 4, 3)
    months = {april: {"U": {"c": 6, "d": 300}}, MAY: {"U": {"c": 5, "d": 300}}, JUNE: {"U": {"c": 7, "d": 310}}}
    march = Before(april.preceding, facts(PLAN, WHO, {"U": {"d": 100}}, file="2025-03.xlsx"))
    fell = ("UA305", "U", "2025-05.xlsx", "2025-04.xlsx › Sheet1 › E2")
    assert held(months, quarter) == [fell]
    assert held(months, quarter, before=(march,)) == [fell, ("UA306", "U", "2025-04.xlsx", "2025-03.xlsx › Sheet1 › C2")]
    assert held({april.preceding: {"U": {"d": 100}}, **months}, quarter)[1:] == [
        ("UA306", "U", "2025-04.xlsx", "2025-03.xlsx › Sheet1 › C2")
    ]
    assert held(months, Period(2025, 1, 6)) == [fell]
    assert held(months, Period(2025, 1, 12)) == [fell]


def test_figures_given_for_a_whole_quarter_are_compared_with_the_quarter_before() -> None:
    first, second = Period(2025, 1, 3), Period(2025, 4, 3)
    assert held({first: {"U": {"d": 100, "m": 5}}, second: {"U": {"d": 151, "m": 60}}}, second) == [
        ("UA306", "U", "2025-Q2.xlsx", "2025-Q1.xlsx › Sheet1 › C2"),
        ("UA308", "U", "2025-Q2.xlsx", "2025-Q1.xlsx › Sheet1 › D2"),
    ]
    of_months = {Period(2025, month, 1): {"U": {"d": 100, "m": 2}} for month in (1, 2, 3)}
    assert [code for code, *_ in held({**of_months, second: {"U": {"d": 100, "m": 59}}}, second)] == []
    assert [code for code, *_ in held({**of_months, second: {"U": {"d": 100, "m": 60}}}, second)] == ["UA308"]  # 6 in three months


def test_a_quarters_figures_are_compared_in_the_half_year_too() -> None:
    first, second = Period(2025, 1, 3), Period(2025, 4, 3)
    jump = ("UA306", "U", "2025-Q2.xlsx", "2025-Q1.xlsx › Sheet1 › C2")
    assert held({first: {"U": {"d": 100}}, second: {"U": {"d": 160}}}, Period(2025, 1, 6)) == [jump]
    needed = [each.label for each in needed_before(Period(2025, 7, 6))]
    assert needed[:6] == ["2025-H1", "2024-H2", "2024-H1", "2025-Q2", "2025-Q1", "2024-Q4"]
    assert [each.label for each in needed_before(JUNE)] == ["2025-05", "2025-04", "2025-03"]


def test_who_submits_each_quarter_is_compared_with_the_quarter_before_in_the_month_that_ends_it() -> None:
    who = roster(unit("U", submits=Submits.QUARTERLY), "V")
    months = {Period(2025, 1, 3): {"U": {"d": 100}}, Period(2025, 4, 3): {"U": {"d": 200}}, MAY: {"V": {"d": 1}}, JUNE: {"V": {"d": 1}}}
    assert held(months, JUNE, who) == [("UA306", "U", "2025-Q2.xlsx", "2025-Q1.xlsx › Sheet1 › C2")]


def test_a_unit_that_took_over_others_is_not_compared_with_itself_before() -> None:
    who = roster(unit("U"), unit("V", valid_to=date(2025, 5, 31), merged_into="U"), unit("W", valid_to=date(2025, 5, 31), merged_into="V"))
    before = {"U": {"n": 1, "d": 10, "c": 9}, "V": {"d": 90}, "W": {"d": 1}}
    now = {"U": {"n": 1, "d": 100, "c": 8}}
    assert held({MAY: before, JUNE: now}, JUNE, who) == []
    assert [code for code, *_ in held({MAY: before, JUNE: now}, JUNE, roster("U", "V", "W"))] == ["UA305", "UA308"]
    assert [code for code, *_ in held({MAY: before, JUNE: now, JUNE.following: {"U": {"c": 7}}}, JUNE.following, who)] == ["UA305"]


def test_submissions_of_several_months_are_held_against_each_other() -> None:
    months: dict[Period | None, Facts] = {month: facts(PLAN, WHO, {"U": {"c": figure}}) for month, figure in ((MAY, 6), (JUNE, 4))}
    done = audit(PLAN, submissions(months), Scope(date(2025, 7, 1)))
    assert [finding.code for finding in done.findings if finding.code.startswith("UA3")] == ["UA305"]


def test_of_many_units_the_first_are_named_and_the_rest_counted() -> None:
    many = roster(*(unit(f"U{number:03d}") for number in range(250)))
    given, before = (facts(PLAN, many, {each.code: {"c": figure} for each in many.units}) for figure in (4, 6))
    done = audit(PLAN, submissions(given, JUNE), Scope(date(2025, 7, 1), JUNE, before=(Before(MAY, before),)))
    assert sum(finding.code == "UA305" for finding in done.findings) == 200
    assert {"code": "UA305", "count": 250, "of": 250, "named": 200} in [finding.args for finding in done.findings]


figures = st.fixed_dictionaries({}, optional={name: st.integers(0, 10**12) for name in "ndmc"})


@given(figures, st.lists(figures, max_size=3))
def test_no_figure_is_ever_changed_and_every_finding_has_both_cells(now: dict[str, int], before: list[dict[str, int]]) -> None:
    for finding in found(now, *before):
        assert finding.source is not None
        assert str(finding.args["cell"]).startswith(f"{finding.args['period']}.xlsx › Sheet1 › ")


_FIGURES = st.one_of(st.sampled_from([None, State.MISSING, State.UNREADABLE, State.ZERO, 0, 1, 2, 19, 20, 200, 201]), st.integers(0, 3000))
_MONTH = st.fixed_dictionaries({code: st.fixed_dictionaries({}, optional=dict.fromkeys("ndmc", _FIGURES)) for code in "UVW"})


def _by_itself(now: int | None, before: list[int | None], field_: Field) -> str | None:
    """Say what is to be said of one figure, by the words of the documentation; `before`: the latest first."""
    known = [figure for figure in before if figure is not None]
    if now is None or not known:
        return None
    standing = field_.over_periods is OverPeriods.LAST
    is_low = min(known) >= 20 and 10 * now <= min(known) and (standing or now > 0)
    if is_low or (now >= 20 and max(known) > 0 and now >= 10 * max(known)):
        return "UA308"
    if field_.cumulative and now < known[0]:
        return "UA305"
    return "UA306" if field_.id == "d" and known[0] > 0 and 100 * abs(now - known[0]) > 50 * known[0] else None


@given(st.lists(_MONTH, min_size=2, max_size=4))
def test_figures_are_held_against_those_before_them_as_each_by_itself(months: list[Rows]) -> None:
    who, known = roster("U", "V", "W"), {Period(2025, 6 - back, 1): month for back, month in enumerate(months)}
    by_period = {period: facts(PLAN, who, month) for period, month in known.items()}
    before = tuple(Before(period, by_period[period]) for period in known if period != JUNE)
    found_ = [*over_time(Units(PLAN, who, date(2025, 6, 30)), [Compared(JUNE, by_period[JUNE], before)])]
    figures = {
        (unit_.code, field_.id): [int(each.values[place, number]) if each.known[place, number] else None for each in by_period.values()]
        for place, unit_ in enumerate(who.units)
        for number, field_ in enumerate(PLAN.fields)
    }
    expected = {at: said for at, (now, *others) in figures.items() if (said := _by_itself(now, others, PLAN.field(at[1])))}
    assert {(each.unit, each.field): each.code for each in found_ if each.code != "UA307"} == expected
    fields = [field_.id for field_ in PLAN.fields]
    for code in ("UA305", "UA306", "UA308"):
        places = [(who.index[each.unit or ""], fields.index(each.field or "")) for each in found_ if each.code == code]
        assert places == sorted(places)
