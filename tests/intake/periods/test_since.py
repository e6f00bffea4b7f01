"""What says that figures are counted since an earlier month, and since which."""

import pytest

from union_audit.intake.periods.since import is_since, is_since_january


@pytest.mark.parametrize(
    "text", ["Lũy kế", "SỐ LIỆU LŨY KẾ TỪ ĐẦU NĂM ĐẾN NAY", "Lũy kế đến hết quý II năm 2025", "Cộng dồn các tháng", "BC luy ke den T6.2025"]
)
def test_what_is_counted_since_january_is_no_month_s(text: str) -> None:
    assert is_since(text)


@pytest.mark.parametrize("text", ["Lũy kế 6 tháng đầu năm 2025", "Lũy kế đến hết quý I/2025", "Ghi chú: lũy kế ghi ở cột 5", "Báo cáo"])
def test_the_first_half_of_a_year_is_counted_since_january(text: str) -> None:
    assert not is_since(text)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        *((text, True) for text in ("Lũy kế", "SỐ LIỆU LŨY KẾ TỪ ĐẦU NĂM", "BC luy ke den T6.2025", "Lũy kế 5 tháng đầu năm 2025")),
        *((text, False) for text in ("Tháng 5-6 năm 2025", "Lũy kế quý II/2025", "Lũy kế tháng 4, 5 năm 2025", "Tháng 6 năm 2025")),
    ],
)
def test_what_is_counted_since_another_month_is_not_counted_since_january(text: str, is_it: bool) -> None:  # noqa: FBT001 (a parameter)
    assert is_since_january(text) is is_it
