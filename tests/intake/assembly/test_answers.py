from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.intake.assembly.answers import in_order
from union_audit.sheets import Cell


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["05/07/2025 10:00:00", "02/07/2025 8:00:00"], [1, 0]),
        (["7/15/2025 8:00:00", "7/2/2025 10:00:00"], [1, 0]),
        (["2025/07/02 1:05:00 CH GMT+7", "2025/07/02 11:05:00 SA GMT+7"], [1, 0]),
        (["2025/07/02 12:05:00 AM", "2025/07/02 1:05:00 AM"], [0, 1]),
        ([date(2025, 7, 2), datetime.fromisoformat("2025-07-02 08:00")], [0, 1]),
        (["02/08/2025", "08/07/2025"], None),  # August before July by day and month, July after February by month and day
        (["05/07/2025", "05/07/2025"], None),
        ([date(2025, 7, 2), "03/07/2025"], None),
        (["31/13/2025", "02/07/2025"], None),
        ([None, "02/07/2025"], None),
        ([45000.5, 45001.5], None),
    ],
)
def test_the_order_of_times(cells: list[Cell], order: list[int] | None) -> None:
    assert in_order(cells) == order


@given(st.lists(st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2030-01-01")), min_size=2, unique=True))
def test_texts_are_in_the_order_of_the_times_that_they_say_or_in_none(times: list[datetime]) -> None:
    whole = [each.replace(microsecond=0) for each in times]
    order = sorted(range(len(whole)), key=whole.__getitem__)
    is_strict = all(whole[later] - whole[earlier] >= timedelta(seconds=1) for earlier, later in pairwise(order))
    assert in_order([f"{each:%Y/%m/%d %H:%M:%S}" for each in whole]) == (order if is_strict else None)
    assert in_order([f"{each:%d/%m/%Y %H:%M:%S}" for each in whole]) in (order, None)
    assert in_order([f"{each:%m/%d/%Y %I:%M:%S %p}" for each in whole]) in (order, None)
