"""What says that figures are to be reached, and are none yet."""

from hypothesis import given
from hypothesis import strategies as st

from union_audit.folding import fold
from union_audit.intake.vocabulary.plans import PLAN_WORDS, is_plan

_WORDS = (
    "kế hoạch,KH,chỉ tiêu,giao,được giao,dự kiến,phấn đấu,mục tiêu,nhu cầu,đăng ký,đề nghị,đề xuất,dự toán,theo định mức,năm,tháng,quý,6,"
    "2025,báo cáo"
)


@given(st.lists(st.sampled_from(_WORDS.split(",")), max_size=4))
def test_a_plans_name_has_one_of_its_words(words: list[str]) -> None:
    assert not is_plan(" ".join(words)) or PLAN_WORDS & {*fold(" ".join(words)).split()}
