"""What a text outside a table says: where two say the same, one may stand for the other."""

from dataclasses import replace

import pytest

from submitting import PLAN
from union_audit.intake import vocabulary
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.sayings import Sayings


@pytest.mark.parametrize(
    "text",
    [
        *("LĐLĐ huyện Yên Dũng", "Cấp: huyện", "Đơn vị tính: máy", "Đơn vị:", "Đơn vị: ……", "Đơn vị:  A", "Đơn vị: A ", "Đơn vị: A\nB"),
        *(
            "Đơn vị: A, tháng 6 năm 2025",
            "Đơn vị: A, ngày 3 tháng 7 năm 2025",
            "Đơn vị: A, năm 2025",
            "Đơn vị: 85%",
            "Đơn vị: A (nghìn người)",
        ),
        *("Đơn vị: (máy)", "Đơn vị: Yên Dũng", "Mã đơn vị: tỷ lệ"),
    ],
)
def test_a_text_that_is_more_than_the_line_of_a_unit_stands_for_itself(text: str) -> None:
    assert Sayings(Headings(PLAN)).line("Đơn vị: LĐLĐ huyện Yên Dũng") == "name"
    meant = replace(PLAN, fields=(replace(PLAN.fields[0], aliases=("Đơn vị: Yên Dũng",)), *PLAN.fields[1:]))
    assert Sayings(Headings(meant)).line(text) == ""


BY_THEIR_BEGINNING = (
    *(
        vocabulary.is_answer,
        vocabulary.is_cumulative,
        vocabulary.is_plan_title,
        vocabulary.is_task,
        vocabulary.is_total,
        vocabulary.is_value,
    ),
    *(vocabulary.is_remark, vocabulary.is_group, vocabulary.is_title),
)


@pytest.mark.parametrize("label", sorted(vocabulary.UNIT_LINES | vocabulary.CODE_LINES))
def test_a_line_of_a_unit_begins_like_nothing_else(label: str) -> None:
    """So that none of this need be asked of it, whatever it says."""
    assert [ask.__name__ for ask in BY_THEIR_BEGINNING for name in ("X", "Tổng số", "có", "kế hoạch năm") if ask(f"{label}: {name}")] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN DŨNG", "CÔNG ĐOÀN NGÀNH Y TẾ"),
        ("Số: 12/BC-LĐLĐ", "Số: 7/BC-CĐN"),
        ("Yên Dũng, ngày 03 tháng 7 năm 2025", "Bắc Giang, ngày 1 tháng 7 năm 2025"),
    ],
)
def test_texts_that_say_the_same_may_stand_for_each_other(one: str, other: str) -> None:
    sayings = Sayings(Headings(PLAN))
    assert sayings.answers(one) == sayings.answers(other) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("Tháng 6 năm 2025", "6 tháng", "Tổng số máy tính", "Đơn vị: A", "Đơn vị tính: nghìn người", "Mã đơn vị", "A  B", "A\nB", "…", ""),
        "A" * 300,
    ],
)
def test_no_other_stands_for_what_has_to_do_with_headings_units_or_periods(text: str) -> None:
    assert Sayings(Headings(PLAN)).answers(text) is None


@pytest.mark.parametrize(
    "text", ["Ghi chú: A", "Tổng cộng", "Có", "12", "KH 2025", "TM. BAN THƯỜNG VỤ", "Yên Dũng, ngày 03 tháng 7 năm 2025"]
)
def test_a_text_that_says_more_than_a_name_stands_for_no_name(text: str) -> None:
    sayings = Sayings(Headings(PLAN))
    assert sayings.answers(text) != sayings.answers("Liên đoàn Lao động huyện Yên Dũng")


@pytest.mark.parametrize(("one", "other"), [("Tổng hợp lũy kế", "BÁO CÁO TỔNG HỢP"), ("Phần lũy kế", "Liên đoàn Lao động huyện Yên Dũng")])
def test_a_title_of_figures_since_january_stands_for_no_other(one: str, other: str) -> None:
    sayings = Sayings(Headings(PLAN))
    assert sayings.answers(one) != sayings.answers(other)
