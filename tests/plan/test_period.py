import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.plan.calendar import Calendar
from union_audit.plan.period import Period


def periods() -> st.SearchStrategy[Period]:
    starts = [(month, 1) for month in range(1, 13)] + [(month, 3) for month in (1, 4, 7, 10)] + [(1, 6), (7, 6), (1, 9), (1, 12)]
    return st.builds(lambda year, span: Period(year, *span), st.integers(1000, 9999), st.sampled_from(starts))


@given(periods())
def test_a_period_is_read_as_it_is_written(period: Period) -> None:
    assert Period.parse(period.label) == period
    assert Period.parse(f" {period.label.lower()} ") == period


@given(periods(), periods())
def test_a_period_covers_those_whose_months_are_all_its_own(one: Period, other: Period) -> None:
    assert one.covers(other) == (set(other.split()) <= set(one.split()))


@given(periods(), periods())
def test_periods_are_in_the_order_of_their_ends(one: Period, other: Period) -> None:
    end, other_end = (Calendar().end(period) for period in (one, other))
    assert (one < other) == ((end, one.months) < (other_end, other.months))
    assert (one <= other) != (other < one)


@given(periods().filter(lambda period: 1000 < period.year < 9999))
def test_between_a_period_and_the_next_is_no_other_of_its_length(period: Period) -> None:
    assert period.following.preceding == period == period.preceding.following
    assert period.preceding < period < period.following


@pytest.mark.parametrize(
    "label", ["x", "0000", "0000-01", "2025-13", "2025-00", "2025-Q5", "2025-6", "06/2025", "25", "2025-H3", "2025-06-01"]
)
def test_what_is_no_period(label: str) -> None:
    with pytest.raises(ValueError, match=label):
        Period.parse(label)
