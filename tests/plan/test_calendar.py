"""When periods begin and close, and by when their figures are due."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_plan import SMALL
from told import told
from union_audit.plan import load_plan
from union_audit.plan.calendar import Calendar
from union_audit.plan.period import Period

REPORTING = Calendar(closing_day=14, due_working_days=5)
calendars = st.builds(Calendar, st.none() | st.integers(1, 28), st.none() | st.integers(0, 60))
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-Q2", date(2025, 4, 1), date(2025, 6, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-9M", date(2025, 1, 1), date(2025, 9, 30)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_calendar_months_unless_the_plan_says_otherwise(label: str, start: date, end: date) -> None:
    period = Period.parse(label)
    assert (Calendar().start(period), Calendar().end(period)) == (start, end)


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2025-06", date(2025, 5, 15), date(2025, 6, 14)),
        ("2025-01", date(2024, 12, 15), date(2025, 1, 14)),
        ("2025-Q2", date(2025, 3, 15), date(2025, 6, 14)),
        ("2025-H1", date(2024, 12, 15), date(2025, 6, 14)),
        ("2025-9M", date(2024, 12, 15), date(2025, 9, 14)),
        ("2025", date(2024, 12, 15), date(2025, 12, 14)),
    ],
)
def test_periods_that_close_on_the_fourteenth(label: str, start: date, end: date) -> None:
    period = Period.parse(label)
    assert (REPORTING.start(period), REPORTING.end(period)) == (start, end)


@given(calendars, st.sampled_from(["2024", "2025-9M", "2025-H1", "2025-Q1", "2024-02"]))
def test_the_months_of_a_period_fill_it_without_a_gap(calendar: Calendar, label: str) -> None:
    period = Period.parse(label)
    months = period.split()
    assert (calendar.start(months[0]), calendar.end(months[-1])) == (calendar.start(period), calendar.end(period))
    assert all(calendar.end(this) + timedelta(days=1) == calendar.start(following) for this, following in pairwise(months))


@given(calendars, days)
def test_every_day_lies_in_one_month_and_the_last_that_closed_is_the_one_before(calendar: Calendar, day: date) -> None:
    month, closed = calendar.month_of(day), calendar.last_closed(day)
    assert calendar.start(month) <= day <= calendar.end(month)
    assert calendar.end(closed) < day
    assert calendar.end(closed.following) >= day


@pytest.mark.parametrize(
    ("holidays", "due"),
    [
        (frozenset[date](), date(2025, 6, 20)),  # 14 June 2025 is a Saturday
        (frozenset({date(2025, 6, 17)}), date(2025, 6, 23)),
        (frozenset({date(2025, 6, 21)}), date(2025, 6, 20)),
    ],
)
def test_figures_are_due_some_working_days_later(holidays: frozenset[date], due: date) -> None:
    assert Calendar(14, 5, holidays=holidays).due(Period.parse("2025-06")) == due


def test_without_a_rule_nothing_is_ever_due() -> None:
    assert Calendar(14).due(Period.parse("2025-06")) is None
    assert Calendar(14, 0).due(Period.parse("2025-06")) == date(2025, 6, 14)


@given(calendars.filter(lambda calendar: calendar.due_working_days is not None), st.integers(2020, 2030), st.integers(1, 12))
def test_from_the_end_to_the_due_day_there_are_as_many_working_days(calendar: Calendar, year: int, month: int) -> None:
    period = Period(year, month, 1)
    end, due = calendar.end(period), calendar.due(period)
    assert due is not None
    between = [end + timedelta(days=count) for count in range(1, (due - end).days + 1)]
    assert sum(map(calendar.is_working, between)) == calendar.due_working_days
    assert not between or calendar.is_working(due)


def _load(tmp_path: Path, block: str) -> Path:
    path = tmp_path / "targets.yaml"
    path.write_text(SMALL + "\n" + block, encoding="utf-8")
    return path


def test_a_plan_may_declare_its_calendar(tmp_path: Path) -> None:
    path = _load(
        tmp_path, "calendar: {closing_day: 14, due_working_days: 3, weekend: [friday, saturday], holidays: [2025-01-01, 2025-09-02]}\n"
    )
    assert load_plan(path).calendar == Calendar(14, 3, frozenset((4, 5)), frozenset((date(2025, 1, 1), date(2025, 9, 2))))


def test_a_calendar_may_list_no_holidays_yet(tmp_path: Path) -> None:
    assert load_plan(_load(tmp_path, "calendar: {closing_day: 14, holidays: []}\n")).calendar == Calendar(14)


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("closing_day: 29", "“calendar.closing_day” is too large: 29."),
        ("closing_day: 0", "“calendar.closing_day” is too small: 0."),
        ("due_working_days: soon", "must be a whole number"),
        ("weekend: [sunday, caturday]", "saturday"),
        ("holidays: [1/1/2025]", "“1/1/2025” is no date"),
        ("weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]", "“calendar.weekend” leaves no working day."),
        ("closing: 14", "“calendar.closing” is not a key that is known here."),
    ],
)
def test_a_calendar_that_cannot_be(tmp_path: Path, block: str, complaint: str) -> None:
    (said,) = told(load_plan, _load(tmp_path, f"calendar: {{{block}}}\n"))
    assert complaint in said
