from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.plan.period import Period


def periods() -> st.SearchStrategy[Period]:
    starts = [(month, 1) for month in range(1, 13)] + [(month, 3) for month in (1, 4, 7, 10)] + [(1, 6), (7, 6), (1, 9), (1, 12)]
    return st.builds(lambda year, span: Period(year, *span), st.integers(1000, 9999), st.sampled_from(starts))


@given(periods())
def test_a_period_is_read_as_it_is_written(period: Period) -> None:
    assert Period.parse(period.label) == period
    assert Period.parse(f" {period.label.lower()} ") == period


@given(periods())
def test_its_months_fill_it_without_a_gap(period: Period) -> None:
    months = period.split()
    assert (months[0].start, months[-1].end) == (period.start, period.end)
    assert all(this.end + timedelta(days=1) == following.start for this, following in pairwise(months))


@given(periods(), periods())
def test_a_period_covers_those_whose_months_are_all_its_own(one: Period, other: Period) -> None:
    assert one.covers(other) == (set(other.split()) <= set(one.split()))


@given(periods(), periods())
def test_periods_are_in_the_order_of_their_ends(one: Period, other: Period) -> None:
    assert (one < other) == ((one.end, one.months) < (other.end, other.months))
    assert (one <= other) != (other < one)


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
def test_where_periods_begin_and_end(label: str, start: date, end: date) -> None:
    period = Period.parse(label)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(
    "label", ["x", "0000", "0000-01", "2025-13", "2025-00", "2025-Q5", "2025-6", "06/2025", "25", "2025-H3", "2025-06-01"]
)
def test_what_is_no_period(label: str) -> None:
    with pytest.raises(ValueError, match=label):
        Period.parse(label)
