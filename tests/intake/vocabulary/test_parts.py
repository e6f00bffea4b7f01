import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.intake.vocabulary import parts
from union_audit.intake.vocabulary.parts import (
    is_counterpart,
    is_part,
    is_part_heading,
    is_part_of_unit,
    is_part_title,
    rows_of_parts,
)


@pytest.mark.parametrize(
    "name", ["Nữ", "NỮ", "CB nữ", "CĐCS nữ", "Nữ T6/2025", "nu", "Chưa cài", "chua dat", "T6 (không đạt)", "Nam", "Còn lại"]
)
def test_names_of_parts(name: str) -> None:
    assert is_part(name)


@pytest.mark.parametrize(
    "name",
    ["Nữ công", "Phụ nữ", "Nam 2025", "nam 2025", "Lục Nam", "Nam, nữ", "Cán bộ nam, nữ", "Chưa ký", "Hàng không", "Đơn vị chưa cài", ""],
)
def test_names_that_only_sound_alike(name: str) -> None:
    assert not is_part(name)


_WORDS = "nữ,nu,Nam,nam,năm,chưa,chua,không,hỏng,máy,bị,thiếu,còn,lại,số,chênh,lệch,tăng,bình,quân,đảng,viên,trong,đó,cán,bộ,đạt"
_OTHERS = (
    "không đạt,còn thiếu,tăng giảm,đề nghị,đăng ký,nhu cầu,dự kiến,phương hướng,nhiệm vụ quý,phấn đấu,cần mua,kinh phí,trung bình,cả nước,"
    "toàn quốc,nữ giới,khối,ngoài tỉnh"
)
_PIECES = st.sampled_from([*_WORDS.split(","), *_OTHERS.split(","), "T6", "2025", "bao", "cáo", *" _-–.(:/"])


@given(st.lists(_PIECES, max_size=6), st.sampled_from(["", " ", "_"]))
def test_what_says_nothing_at_first_look_says_nothing(words: list[str], between: str) -> None:
    text = between.join(words)
    asked = (is_part, is_part_heading, is_part_title, is_part_of_unit)
    at_first_look = [says(text) for says in asked]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "_says_nothing", lambda *_: False)
        for each in (is_part, is_part_heading, is_part_title):
            each.cache_clear()
        assert [says(text) for says in asked] == at_first_look


def test_a_long_line_is_a_title_only_if_it_begins_as_one_and_tells_nobody_what_to_do() -> None:
    assert is_part_title("Danh sách máy tính chưa cài phần mềm diệt virus")
    assert not is_part_title("Danh sách máy tính: nếu chưa cài phần mềm thì ghi 0")
    assert not is_part_title("Kính gửi các đồng chí chưa tham gia lớp tập huấn")


def test_the_other_part_is_none_by_itself() -> None:
    assert is_counterpart("Đã cài")
    assert is_counterpart("1. Đạt")
    assert not is_part("Đã cài")
    assert not is_counterpart("Tổng")


def test_rows_of_a_section_up_to_the_next() -> None:
    sections = [(2, "I. Đã cài"), (5, "II. Chưa cài"), (8, "III. Các huyện")]
    assert rows_of_parts(range(10), sections) == {
        3: "I. Đã cài",
        4: "I. Đã cài",
        2: "I. Đã cài",
        **dict.fromkeys((5, 6, 7), "II. Chưa cài"),
    }
    assert rows_of_parts(range(10), sections[:1]) == {}
