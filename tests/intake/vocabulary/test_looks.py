"""What is told at one look is what the closer look tells."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from union_audit.intake.vocabulary import parts
from union_audit.patterns import pattern

WORDS = [
    *("nữ", "nu", "nam", "giới", "không", "khong", "chưa", "chua", "cài", "đạt", "hỏng", "máy", "thiếu", "còn", "lại", "chênh", "lệch"),
    *("tăng", "giảm", "thêm", "bình", "quân", "trung", "dân", "tộc", "thiểu", "số", "dtts", "đảng", "viên", "tôn", "giáo", "trong", "đó"),
    *("tổng", "báo", "cáo", "danh", "sách", "T6", "2025", "1.", "(", ")", "-", ":", "cán", "bộ", "Yên", "Dũng", "công", "đoàn"),
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_the_words_of_a_part_are_found_at_one_look(text: str) -> None:
    asked = parts.is_part, parts.is_part_heading, parts.is_part_title
    said = [ask.__wrapped__(text) for ask in asked]
    parts.is_part.cache_clear()
    parts.is_part_heading.cache_clear()
    with patch.object(parts, "_MAY", pattern("")):
        closer = [ask.__wrapped__(text) for ask in asked]
    parts.is_part.cache_clear()
    parts.is_part_heading.cache_clear()
    assert said == closer
