"""What a text outside a table says: where two say the same, one may stand for the other."""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest

from submitting import PLAN
from union_audit.intake import vocabulary
from union_audit.intake.tables import sayings as sayings_module
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.sayings import Sayings
from union_audit.intake.vocabulary.answers import is_answer
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.plans import is_plan_title, is_task
from union_audit.intake.vocabulary.titles import is_title
from union_audit.intake.vocabulary.totals import is_remark, is_total
from union_audit.intake.vocabulary.units import CODE_LINES, UNIT_LINES, is_group
from union_audit.intake.vocabulary.values import is_value


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
        is_answer,
        is_cumulative,
        is_plan_title,
        is_task,
        is_total,
        is_value,
    ),
    *(is_remark, is_group, is_title),
)


@pytest.mark.parametrize("label", sorted(UNIT_LINES | CODE_LINES))
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


def test_all_that_the_vocabulary_knows_is_asked_of_a_text() -> None:
    """Of every room of it: what is left out would let one text stand for another that means something else."""
    rooms = [import_module(f"{vocabulary.__name__}.{each.name}") for each in iter_modules(vocabulary.__path__)]
    known = [each for room in rooms for name, each in vars(room).items() if not name.startswith("_")]
    said = [each for each in known if isinstance(each, frozenset | dict | tuple) or getattr(each, "__name__", "").startswith("is_")]
    asked = {id(each) for each in (*sayings_module.QUESTIONS, *sayings_module.WORDS, *sayings_module.BEGINNINGS)}
    assert len(said) > 40
    assert [each for each in said if id(each) not in asked] == []


@pytest.mark.parametrize(("one", "other"), [("Tổng hợp lũy kế", "BÁO CÁO TỔNG HỢP"), ("Phần lũy kế", "Liên đoàn Lao động huyện Yên Dũng")])
def test_a_title_of_figures_since_january_stands_for_no_other(one: str, other: str) -> None:
    sayings = Sayings(Headings(PLAN))
    assert sayings.answers(one) != sayings.answers(other)
