"""The shipped targets.yaml says what plan 251 says."""

from collections import Counter
from datetime import date

import pytest

from union_audit import resources
from union_audit.folding import fold
from union_audit.plan import load_plan
from union_audit.plan.model import Covers, Field, Kind, OverPeriods, Plan, Submits

PLAN = load_plan(resources.shipped("targets.yaml"))
ALL = ("province", "district", "sector", "grassroots")
BELOW = ("district", "sector", "grassroots")
MIDDLE = ("district", "sector")

TARGETS = {
    "equipment_replacement": (">= 100%", ALL, [("equipment_replaced", "equipment_due")]),
    "online_meetings": ("> 60%", ALL, [("meetings_online", "meetings_total")]),
    "computer_security": (">= 100%", ALL, [("computers_antivirus", "computers_networked"), ("computers_monitored", "computers_networked")]),
    "staff_training": (">= 100%", ("province", "district"), [("staff_trained", "staff_total")]),
    "work_files_online": (">= 100%", ALL, [("files_online", "files_total")]),
    "shared_reporting": (">= 100%", ALL, [("reports_in_system", "reports_due"), ("indicators_in_system", "indicators_due")]),
    "documents_published": (">= 100%", ALL, [("documents_published", "documents_total", "documents_secret")]),
    "public_services_outreach": ("tracked", BELOW, [("members_informed_services", "members_total")]),
    "epayment_outreach": (">= 100%", BELOW, [("members_informed_payment", "members_total")]),
    "epayment_services": ("tracked", BELOW, [("members_informed_fees", "members_total")]),
    "digital_skills": ("tracked", BELOW, [("members_trained_digital", "members_total")]),
    "directives_studied": ("yes", MIDDLE, [("directives_studied",)]),
    "party_committee_advised": ("yes", MIDDLE, [("party_committee_advised",)]),
    "grassroots_mobilised": ("tracked", MIDDLE, [("grassroots_participating", "grassroots_total")]),
}

LABELS = {
    "equipment_due": "Số thiết bị CNTT hết khấu hao hoặc không đáp ứng yêu cầu công việc (lũy kế từ đầu năm)",
    "equipment_replaced": "Số thiết bị CNTT đã được thay thế kịp thời (lũy kế từ đầu năm)",
    "meetings_total": "Tổng số hội nghị, tập huấn đã tổ chức",
    "meetings_online": "Số hội nghị, tập huấn tổ chức theo hình thức trực tuyến",
    "computers_networked": "Tổng số máy tính kết nối mạng",
    "computers_antivirus": "Số máy tính cài phần mềm diệt virus có bản quyền",
    "computers_monitored": "Số máy tính cài phần mềm giám sát an ninh",
    "staff_total": "Tổng số cán bộ, công chức, nhân viên cơ quan công đoàn",
    "staff_trained": "Số cán bộ, công chức, nhân viên được đào tạo, tập huấn về CNTT, chuyển đổi số",
    "files_total": "Tổng số hồ sơ công việc",
    "files_online": "Số hồ sơ công việc được xử lý trên môi trường mạng",
    "reports_due": "Tổng số báo cáo định kỳ phải thực hiện",
    "reports_in_system": "Số báo cáo thực hiện trên hệ thống thông tin báo cáo chung của tỉnh",
    "indicators_due": "Tổng số chỉ tiêu tổng hợp trong báo cáo định kỳ",
    "indicators_in_system": "Số chỉ tiêu tổng hợp thực hiện trên hệ thống thông tin báo cáo chung của tỉnh",
    "documents_total": "Tổng số văn bản lãnh đạo, chỉ đạo, hướng dẫn",
    "documents_secret": "Trong đó: số văn bản mật",
    "documents_published": "Số văn bản được công khai trên môi trường mạng",
    "members_total": "Tổng số đoàn viên, CNVCLĐ",
    "members_informed_services": "Số người được tuyên truyền về dịch vụ công trực tuyến mức độ 4",
    "members_informed_payment": "Số người được tuyên truyền về mạng 4G/5G, tài khoản thanh toán điện tử",
    "members_informed_fees": "Số người được tuyên truyền thanh toán điện tử học phí, viện phí, dịch vụ công",
    "members_trained_digital": "Số người được đào tạo, bồi dưỡng kỹ năng số",
    "directives_studied": "Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số",
    "party_committee_advised": "Đã tham mưu cấp ủy, phối hợp chính quyền đồng cấp về đào tạo chuyển đổi số",
    "grassroots_total": "Tổng số công đoàn cơ sở trực thuộc",
    "grassroots_participating": "Số công đoàn cơ sở tham gia các nội dung chuyển đổi số",
}
YES_NO = {"directives_studied", "party_committee_advised"}
SUMMED = ("meetings_", "files_", "reports_", "indicators_", "documents_")
OF_THE_AREA = ("members_", "grassroots_")


def test_the_plan_itself() -> None:
    assert (PLAN.code, PLAN.language, PLAN.deadline) == ("251/KH-LĐLĐ", "vi", date(2025, 12, 31))
    assert PLAN.organisation["vi"] == "Liên đoàn Lao động tỉnh Bắc Giang"
    assert (PLAN.units_file, PLAN.defaults) == (None, {})
    assert len(PLAN.sha256) == 64


def test_every_target_of_the_plan_in_its_order() -> None:
    assert {target.id: (str(target.goal), target.levels, [part.fields for part in target.parts]) for target in PLAN.targets} == TARGETS
    assert [target.number for target in PLAN.targets] == list(range(1, 15))


def test_all_targets_are_due_by_2025_and_weigh_the_same() -> None:
    assert {(target.deadline, int(target.weight), len(target.milestones)) for target in PLAN.targets} == {(date(2025, 12, 31), 1, 0)}


def test_every_field_of_the_form_in_its_order() -> None:
    assert {field.id: field.label["vi"] for field in PLAN.fields} == LABELS


@pytest.mark.parametrize("field", PLAN.fields, ids=lambda field: field.id)
def test_what_a_field_counts(field: Field) -> None:
    assert field.kind == (Kind.YES_NO if field.id in YES_NO else Kind.COUNT)
    assert field.over_periods == (OverPeriods.SUM if field.id.startswith(SUMMED) else OverPeriods.LAST)
    assert field.covers == (Covers.AREA if field.id.startswith(OF_THE_AREA) else Covers.OWN)
    assert field.blank_is_zero == (field.id == "documents_secret")
    assert set(field.unit) == (set() if field.id in YES_NO else {"vi", "en"})


def test_the_levels_and_when_they_submit() -> None:
    expected = dict.fromkeys(ALL, Submits.MONTHLY) | {"grassroots": Submits.VIA_PARENT}
    assert {level.id: level.submits for level in PLAN.levels} == expected


def test_everything_has_its_words_in_both_languages() -> None:
    words = [PLAN.title, PLAN.organisation, *(level.label for level in PLAN.levels), *(field.label for field in PLAN.fields)]
    words += [words for target in PLAN.targets for words in (target.label, target.source, target.action)]
    assert all(set(each) == {"vi", "en"} for each in words)


def test_short_labels_fit_a_report() -> None:
    assert max(len(label) for target in PLAN.targets for label in target.label.values()) <= 60


def headings(plan: Plan) -> Counter[str]:
    return Counter(folded for field in plan.fields for folded in {fold(text) for text in (field.id, *field.label.values(), *field.aliases)})


def test_no_heading_is_two_fields_and_none_is_merely_a_total() -> None:
    counted = headings(PLAN)
    assert max(counted.values()) == 1
    assert not {fold(word) for word in ("Tổng số", "Tổng cộng", "Cộng", "STT", "Ghi chú", "Đơn vị", "Trực tuyến", "Total")} & set(counted)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("TỔNG SỐ MÁY TÍNH", "computers_networked"),
        ("Số máy tính nối mạng", "computers_networked"),
        ("Máy tính › Tổng số", "computers_networked"),
        ("Máy tính › Cài diệt virus", "computers_antivirus"),
        ("Văn bản › Tổng số", "documents_total"),
        ("Số người được tuyên truyền về dịch vụ công trực tuyến toàn trình", "members_informed_services"),
        ("Tong so doan vien, CNVCLD", "members_total"),
        ("meetings_online", "meetings_online"),
    ],
)
def test_headings_as_people_write_them(heading: str, field: str) -> None:
    found = [each.id for each in PLAN.fields if fold(heading) in {fold(text) for text in (each.id, *each.label.values(), *each.aliases)}]
    assert found == [field]


def test_names_of_units_begin_with_their_level() -> None:
    begins = {level.id: level.names_begin for level in PLAN.levels}
    names = {
        "Cơ quan Liên đoàn Lao động tỉnh Bắc Giang": "province",
        "LĐLĐ H. Yên Dũng": "district",
        "LĐLĐ TP. Bắc Giang": "district",
        "Công đoàn các KCN tỉnh": "sector",
        "CĐ ngành Y tế": "sector",
        "CĐCS Trường Tiểu học Minh Họa": "grassroots",
    }
    for name, level in names.items():
        assert [id_ for id_, texts in begins.items() if any(fold(name).startswith(fold(text)) for text in texts)] == [level]
