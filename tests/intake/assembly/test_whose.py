"""Whose a form is: lines, names, letterhead and title must agree; and what a person says on the command line."""

from pathlib import Path

import pytest

from submitting import HEAD, Rows, codes, figures, submit
from union_audit.errors import UsageError
from union_audit.intake.assembly.whose import TITLE

FORM: Rows = [("Chỉ tiêu", "Số liệu"), ("Tổng số máy tính", 10), ("Số máy mật", 1)]
READ = {"computers": 10, "secret": 1}
NAMED = [
    "Báo cáo kết quả thực hiện chuyển đổi số của LĐLĐ huyện Yên Dũng tháng 6/2025",
    "BÁO CÁO KẾT QUẢ CÔNG TÁC THÁNG 6 CỦA LIÊN ĐOÀN LAO ĐỘNG HUYỆN YÊN DŨNG",
    "Biểu tổng hợp số liệu Yên Dũng",
    "Kết quả thực hiện Kế hoạch của LĐLĐ tỉnh Bắc Giang tại LĐLĐ H. Yên Dũng",
]
NOT_NAMED = [
    "Kính gửi: LĐLĐ huyện Yên Dũng",
    "(Kèm theo Công văn số 12 của LĐLĐ huyện Yên Dũng)",
    "Báo cáo theo Công văn số 12 của LĐLĐ huyện Yên Dũng",
    "Báo cáo kết quả của LĐLĐ tỉnh Bắc Giang",
    "Thực hiện chỉ đạo của LĐLĐ huyện Yên Dũng",
]


@pytest.mark.parametrize("title", NAMED)
def test_a_title_names_the_unit(title: str, tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": [(title,), *FORM]}})
    assert list(figures(submissions)) == ["BG01"]
    assert submissions.inputs[0].tables[0].unit_evidence == TITLE


@pytest.mark.parametrize("title", NOT_NAMED)
def test_what_stands_above_is_not_always_a_title_with_the_unit(title: str, tmp_path: Path) -> None:
    submissions = submit(tmp_path, {"a.xlsx": {"S": [(title,), *FORM]}})
    assert (figures(submissions), "UA114" in codes(submissions)) == ({}, True)


def test_a_title_that_names_two_units_names_none(tmp_path: Path) -> None:
    title = "Báo cáo kết quả của LĐLĐ huyện Yên Dũng và LĐLĐ huyện Lạng Giang"
    submissions = submit(tmp_path, {"a.xlsx": {"S": [(title,), *FORM]}})
    (finding,) = [each for each in submissions.findings if each.code == "UA113"]
    assert finding.args["evidence"] == (f"“{title}”: LĐLĐ huyện Yên Dũng", f"“{title}”: LĐLĐ huyện Lạng Giang")
    assert figures(submissions) == {}


def test_a_title_and_a_line_must_agree(tmp_path: Path) -> None:
    rows: Rows = [("Báo cáo kết quả của LĐLĐ huyện Yên Dũng",), ("Đơn vị: LĐLĐ huyện Lạng Giang",), *FORM]
    assert "UA113" in codes(submit(tmp_path, {"a.xlsx": {"S": rows}}))
    below: Rows = [rows[0], ("Đơn vị: CĐCS Trường Minh Hà",), *FORM]
    assert list(figures(submit(tmp_path, {"a.xlsx": {"S": below}}))) == ["CS01"]


def test_what_a_person_says_of_a_table_of_several_units_is_not_used_and_said(tmp_path: Path) -> None:
    rows: Rows = [HEAD, (1, "BG01", "", 10, 9, 1, 1), (2, "BG02", "", 20, 9, 1, 1)]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}}, unit_of={"a.xlsx": "BG03"})
    assert [(each.code, each.args) for each in submissions.findings] == [("UA136", {"unit_name": "LĐLĐ huyện Hiệp Hòa", "count": 2})]
    assert list(figures(submissions)) == ["BG01", "BG02"]


def test_what_a_person_says_of_a_table_with_one_row_is_used(tmp_path: Path) -> None:
    rows: Rows = [HEAD, (1, "", "Văn phòng", 10, 9, 1, 1)]
    submissions = submit(tmp_path, {"a.xlsx": {"S": rows}}, unit_of={"a.xlsx": "bg 03"})
    assert (codes(submissions), list(figures(submissions))) == (["UA127"], ["BG03"])
    assert list(figures(submit(tmp_path, {"a.xlsx": {"S": rows}}, None, unit_of={"a.xlsx": "X1"}))) == ["X1"]


def test_a_file_that_is_no_input_is_an_error_that_names_the_near_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        submit(tmp_path, {"bao cao Yen Dung.xlsx": {"S": FORM}}, unit_of={"bao cao Yen Dug.xlsx": "BG01"})
    (problem,) = error.value.problems
    assert problem.hint.format(**problem.args) == "Did you mean “bao cao Yen Dung.xlsx”?"


def test_a_name_of_several_files_must_be_given_with_its_folder(tmp_path: Path) -> None:
    files: dict[str, dict[str, Rows]] = {f"{folder}/bao cao.xlsx": {"S": [(folder,), *FORM]} for folder in "ab"}
    with pytest.raises(UsageError) as error:
        submit(tmp_path, files, unit_of={"bao cao.xlsx": "BG01"})
    assert "a/bao cao.xlsx, b/bao cao.xlsx" in str(error.value)
    assert figures(submit(tmp_path, files, unit_of={"a/bao cao.xlsx": "BG01", "b/bao cao.xlsx": "BG02"})) == {"BG01": READ, "BG02": READ}
