"""Headings mean one field, or nothing, or are a question."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from submitting import PLAN
from union_audit import resources
from union_audit.folding import fold
from union_audit.intake.tables.headings import IGNORED, Headings, Match
from union_audit.intake.vocabulary.headings import ROLES
from union_audit.plan import load_plan

HEADINGS = Headings(PLAN)
SHIPPED = load_plan(resources.shipped("targets.yaml"))


@pytest.mark.parametrize(
    ("text", "field", "how"),
    [
        ("Số computers", "computers", "label"),
        ("Number of computers", "computers", "label"),
        ("TỔNG SỐ MÁY TÍNH", "computers", "alias"),
        ("Tổng số\nmáy tính (máy)", "computers", "alias"),
        ("1. Tổng số máy tính", "computers", "alias"),
        ("a) Tổng số máy tính:", "computers", "alias"),
        ("- Tổng số máy tính (ĐVT: máy)", "computers", "alias"),
        ("IV. Tổng số máy tính (3=4+5)", "computers", "alias"),
        ("Trong đó: số máy mật", "secret", "alias"),
        ("Tong so may tinh", "computers", "alias"),
        ("Số máy tính bảo vệ bằng phần mềm", "safe", "near"),
        ("Số máy tính được bảo vệ bằng phầm mềm", "safe", "near"),
        ("Tổng số máytính", "computers", "near"),
    ],
)
def test_writings_of_a_field(text: str, field: str, how: str) -> None:
    assert HEADINGS.match(text) == Match("field", (field,), how)


@pytest.mark.parametrize(
    "text",
    [
        "Số máy tính chưa được bảo vệ bằng phần mềm",
        "Số máy tính không được bảo vệ bằng phần mềm",
        "Tổng số máy tính (%)",
        "Tổng số máy tính (kế hoạch)",
        "Tổng số máy in",
        "Tỷ lệ máy tính",
        "",
        "12",
    ],
)
def test_what_is_something_else(text: str) -> None:
    assert HEADINGS.match(text) == IGNORED


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("STT", "ordinal"),
        ("S.T.T", "ordinal"),
        ("#", "ordinal"),
        ("Mã", "code"),
        ("Huyện, thành phố", "name"),
        ("Cấp", "level"),
        ("Trực thuộc", "parent"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert HEADINGS.match(text).role == role


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("Máy tính", "Tổng số"), "computers"),
        (("Máy tính", "Được bảo vệ"), "safe"),
        (("Công nghệ", "Tổng số máy tính"), "computers"),
        (("Tổng số máy tính", "Số lượng"), "computers"),
        (("Tổng số máy tính", "Thực hiện tháng 6/2025"), "computers"),
        (("Tổng số máy tính", "Tỷ lệ"), None),
        (("Kế hoạch năm 2025", "Tổng số máy tính"), None),
        (("Văn bản", "Tổng số"), None),
    ],
)
def test_groups_and_leaves(parts: tuple[str, ...], field: str | None) -> None:
    assert HEADINGS.match_stack(parts).field == field


def test_measures_that_multiply() -> None:
    assert HEADINGS.is_scaled("Tổng số máy tính (nghìn máy)")
    assert HEADINGS.is_scaled("Đơn vị tính: triệu đồng")
    assert HEADINGS.is_scaled("Tổng số máy tính › nghìn máy")
    assert not HEADINGS.is_scaled("Đơn vị tính: người")
    assert not HEADINGS.is_scaled("Tổng số (Công ty)")


def test_two_aliases_alike_are_a_question() -> None:
    fields = tuple(replace(field, aliases=(*field.aliases, "Tổng cộng máy")) for field in PLAN.fields[:2])
    match = Headings(replace(PLAN, fields=fields)).match("Tổng cộng máy")
    assert (match.how, match.fields, match.field) == ("ambiguous", ("computers", "safe"), None)


def test_the_shipped_plans_words_mean_their_own_field_only() -> None:
    headings = Headings(SHIPPED)
    for field in SHIPPED.fields:
        for text in (*field.label.values(), *field.aliases):
            assert headings.match(text).field == field.id, text


def test_no_word_of_a_shipped_label_can_go_astray_into_another_field() -> None:
    """Drop or repeat any word of any label: what is left is the same field, nothing, or a question, never another field's words near by."""
    headings = Headings(SHIPPED)
    for field in SHIPPED.fields:
        words = field.label["vi"].split()
        for place in range(len(words)):
            for changed in (words[:place] + words[place + 1 :], words[: place + 1] + words[place:]):
                found = headings.match(" ".join(changed))
                assert found.how != "near" or found.field == field.id, changed


def test_shipped_labels_are_not_near_each_other() -> None:
    headings = Headings(SHIPPED)
    for one, other in itertools.permutations(SHIPPED.fields, 2):
        texts = (*other.label.values(), *other.aliases)
        assert all(headings._near(fold(text)).field != one.id for text in texts)  # noqa: SLF001 (what stands behind the exact match)


def test_what_is_counted_since_january_is_no_figure_of_the_month() -> None:
    headings = Headings(SHIPPED)
    assert headings.match_stack(("Lũy kế từ đầu năm", "Tổng số hội nghị, tập huấn")) == IGNORED
    assert headings.match_stack(("Trong tháng", "Tổng số hội nghị, tập huấn")).field == "meetings_total"
    assert headings.match_stack(("Lũy kế từ đầu năm", "Thiết bị CNTT đã thay thế")).field == "equipment_replaced"


def test_what_is_hoped_for_is_no_figure() -> None:
    assert HEADINGS.match_stack(("Dự kiến", "Tổng số máy tính")) == IGNORED


@given(
    st.sampled_from(["", "1. ", "IV) ", "- ", "a. (2) ", "Trong đó: "]),
    st.sampled_from([*(alias for field in PLAN.fields for alias in field.aliases), *itertools.chain(*ROLES.values()), "#", "№", "12", "x"]),
    st.sampled_from(["", ":", " (máy)", " (ĐVT: máy)", " [3=4+5]", "/computers", " (Số computers)", " x"]),
)
def test_what_means_something_may_be_a_heading(before: str, words: str, after: str) -> None:
    text = before + words + after
    assert HEADINGS.may_be(text) or HEADINGS.match(text, near=False) is IGNORED
