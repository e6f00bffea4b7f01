"""What titles and names say of a period, and what they do not."""

import pytest

from union_audit.intake.periods.dating import date_table
from union_audit.intake.periods.since import is_since
from union_audit.intake.periods.texts import in_folder, in_heading, in_name, in_title
from union_audit.plan.period import Period

TITLES = [
    ("BÁO CÁO KẾT QUẢ THÁNG 6 NĂM 2025", "2025-06"),
    ("Tháng 06/2025", "2025-06"),
    ("T6/2025", "2025-06"),
    ("BÁO CÁO THÁNG SÁU NĂM 2025", "2025-06"),
    ("Tháng mười một năm 2025", "2025-11"),
    ("Tháng Năm năm 2025", "2025-05"),
    ("Thực hiện Kế hoạch số 251/KH-LĐLĐ ngày 15/3/2022, tháng 6 năm 2025", "2025-06"),
    ("Quý II/2025", "2025-Q2"),
    ("Quý 2 năm 2025", "2025-Q2"),
    ("6 tháng đầu năm 2025", "2025-H1"),
    ("Sáu tháng cuối năm 2025", "2025-H2"),
    ("9 tháng năm 2025", "2025-9M"),
    ("Tháng 4 - 6/2025", "2025-Q2"),
    ("Báo cáo số 12 tháng 6 năm 2025", "2025-06"),
    ("Báo cáo 3 tháng đầu năm 2025", "2025-Q1"),
    ("Từ tháng 4 đến tháng 6 năm 2025", "2025-Q2"),
    ("từ ngày 01/01/2025 đến ngày 30/6/2025", "2025-H1"),
    ("Kỳ báo cáo: 06/2025", "2025-06"),
    ("June 2025", "2025-06"),
    ("First half of 2025", "2025-H1"),
    ("First nine months of 2025", "2025-9M"),
    ("Second half of 2025", "2025-H2"),
    ("Q3 2025", "2025-Q3"),
    ("The second quarter of 2025", "2025-Q2"),
    ("Report for the fourth quarter, 2025", "2025-Q4"),
    ("2025-H2", "2025-H2"),
]
NO_TITLES = [
    "Kế hoạch 251/KH-LĐLĐ giai đoạn 2022-2025",
    "Bắc Giang, ngày 05 tháng 7 năm 2025",
    "Biểu số 02",
    "Số: 12/BC-LĐLĐ",
    "Thực hiện Kế hoạch 251 năm 2025",
    "mục tiêu đến năm 2025",
    "30/06/2025",
    "6 tháng",
    "dài " * 60 + "tháng 6 năm 2025",
]
TOGETHER = [
    ("Từ tháng 2 đến tháng 6 năm 2025", "2025-06"),
    ("Tháng 5-6 năm 2025", "2025-06"),
    ("Tháng 5, 6/2025", "2025-06"),
    ("Tháng 5 và tháng 6 năm 2025", "2025-06"),
    ("Tháng 3, 4, 5 năm 2025", "2025-05"),
    ("Từ tháng 11 đến tháng 2 năm 2025", "2025-02"),
    ("Từ ngày 01/5 đến ngày 30/6/2025", "2025-06"),
    ("5 tháng đầu năm 2025", "2025-05"),
    ("Báo cáo năm tháng đầu năm 2025", "2025-05"),
    ("Hai tháng cuối năm 2025", "2025-12"),
    ("10 tháng năm 2025", "2025-10"),
    ("T5-T6/2025", "2025-06"),
    ("BC_T5-6.2025", "2025-06"),
]
"""Months together that are no period of ours, and the last of them."""
NAMES = [
    ("Thang 6-2025", "2025-06"),
    ("06.2025", "2025-06"),
    ("2023-06", "2023-06"),
    ("BC_202506_YenDung", "2025-06"),
    ("BC_062025", "2025-06"),
    ("LDLD_Yen_Dung_T6.2025", "2025-06"),
    ("2025-Q2", "2025-Q2"),
    ("2025 6", "2025-06"),
    ("Bieu 01 - Tong hop thang 6.2023", "2023-06"),
]


@pytest.mark.parametrize(("text", "label"), TITLES)
def test_titles(text: str, label: str) -> None:
    assert {period.label for period in in_title(text).periods} == {label}


@pytest.mark.parametrize(("text", "label"), TOGETHER)
def test_months_together_that_are_no_period_tell_the_last_of_them_and_no_more(text: str, label: str) -> None:
    """Else two months' meetings, or five's, are those of the month that was asked for, or of the year."""
    for spoken in (in_title(text), in_name(text)):
        assert (spoken.periods, spoken.spans, spoken.is_year_told) == (frozenset(), frozenset(), False)
        assert {Period(year, month, 1).label for year, month in spoken.until} == {label}
    assert is_since(text)
    assert told(text) == (label, [], True)
    assert told(text, asked="2025-06")[0] == label


@pytest.mark.parametrize(
    "text", ["Tháng 4-6/2025", "3 tháng đầu năm 2025", "Tháng 6 năm 2025", "BC tháng 6 (5/7/2025)", "12 tháng năm 2025"]
)
def test_months_together_that_are_a_period_are_that(text: str) -> None:
    assert not is_since(text)


@pytest.mark.parametrize(("text", "months"), [("6 tháng", 6), ("Ước thực hiện 9 tháng", 9), ("6T", 6), ("Kết quả 6 tháng", 6)])
def test_a_heading_may_say_how_many_months(text: str, months: int) -> None:
    assert in_heading(text).spans == {(1, months)}
    assert not in_title(text)


@pytest.mark.parametrize("text", ["6 tháng qua", "Trên 6 tháng", "6 tháng tới", "60 tháng"])
def test_other_months_are_none_of_the_year(text: str) -> None:
    assert not in_heading(text)


def test_months_that_are_not_on_end_are_not_certain() -> None:
    assert told("Tháng 1, 4, 5 năm 2025") == (None, ["UA117"], False)
    assert is_since("Tháng 1, 4, 5 năm 2025")


def test_months_together_take_their_year_from_around_them() -> None:
    assert told("5 tháng đầu năm", stem="Bao cao 2025") == ("2025-05", [], True)
    assert told("5 tháng đầu năm") == (None, ["UA119"], True)
    assert told("5 tháng đầu năm 2025", stem="T6.2025") == (None, ["UA117"], False)


@pytest.mark.parametrize("text", NO_TITLES)
def test_prose_is_no_title(text: str) -> None:
    assert not in_title(text)


@pytest.mark.parametrize(("text", "label"), NAMES)
def test_names(text: str, label: str) -> None:
    assert {period.label for period in in_name(text).periods} == {label}


@pytest.mark.parametrize("text", ["Sheet1", "data", "20250705", "Bieu 02 2025-06-05", "Máy tính"])
def test_names_that_say_nothing(text: str) -> None:
    assert not in_name(text)


def told(
    *titles: str, sheet: str = "S", stem: str = "data", folders: tuple[str, ...] = (), asked: str = ""
) -> tuple[str | None, list[str], bool]:
    dated = date_table(titles, sheet, stem, folders, Period.parse(asked) if asked else None)
    return dated.period.label if dated.period else None, [finding.code for finding in dated.findings], dated.is_usable


def test_one_source_is_enough() -> None:
    assert told("Tháng 6 năm 2025") == ("2025-06", [], True)
    assert told(sheet="06.2025") == ("2025-06", [], True)
    assert told(stem="BC T6-2025") == ("2025-06", [], True)
    assert told(folders=("2025-06",)) == ("2025-06", [], True)


def test_a_month_takes_its_year_from_around_it() -> None:
    assert told(sheet="T6", stem="Bao cao 2025") == ("2025-06", [], True)
    assert told("Báo cáo năm 2025", sheet="T6") == ("2025-06", [], True)
    assert told(sheet="Tháng 6", folders=("huyen", "2025")) == ("2025-06", [], True)
    assert told(sheet="T6", asked="2025-06") == ("2025-06", [], True)
    assert told(sheet="T5", asked="2025-06") == ("2025-05", [], True)


def test_a_month_without_a_year_is_said() -> None:
    assert told(sheet="T6") == (None, ["UA119"], True)
    assert told(sheet="T6", stem="2024 va 2025 x") == (None, ["UA119"], True)


def test_a_year_alone() -> None:
    assert told("Báo cáo năm 2025") == ("2025", [], True)
    assert told("Báo cáo năm 2025", folders=("2025",)) == ("2025", [], True)
    assert told(folders=("2025",)) == (None, [], True)
    assert told(folders=("2025",), asked="2025-06") == ("2025-06", [], True)
    assert told(folders=("2024",), asked="2025-06") == ("2024", [], True)
    assert told("Tháng 6/2025", folders=("2024",), asked="2025-06") == ("2025-06", ["UA118"], True)
    assert told("Báo cáo năm 2025", folders=("2025-06",)) == (None, ["UA117"], False)
    assert told("Tháng 6 năm 2025", stem="nam 2025") == ("2025-06", [], True)


def test_what_was_asked_for_decides_only_what_is_open() -> None:
    assert told(asked="2025-06") == ("2025-06", [], True)
    assert told("Tháng 5 năm 2025", asked="2025-06") == ("2025-05", [], True)


def test_sources_that_disagree() -> None:
    assert told("Tháng 6 năm 2025", stem="T5-2025") == (None, ["UA117"], False)
    assert told("Tháng 6 năm 2025", stem="T5-2025", asked="2025-06") == ("2025-06", ["UA118"], True)
    assert told("Tháng 6 năm 2025", stem="T5-2025", asked="2025-04") == (None, ["UA117"], False)
    assert told("Tháng 6 năm 2025", "Quý II/2025") == (None, ["UA117"], False)


def test_a_date_of_signature_is_no_evidence() -> None:
    assert told("Tháng 6 năm 2025", "Bắc Giang, ngày 05 tháng 7 năm 2025") == ("2025-06", [], True)


@pytest.mark.parametrize(
    "name",
    [
        "2025-06",
        "Tháng 6-2025",
        "T6.2025",
        "thang 6 nam 2025",
        "06.2025",
        "202506",
        "Báo cáo tháng 6-2025",
        "BC T6 2025",
        "Tập tháng 6/2025",
    ],
)
def test_the_name_of_a_folder_that_is_a_month(name: str) -> None:
    assert {period.label for period in in_folder(name).periods} == {"2025-06"}


@pytest.mark.parametrize(("name", "label"), [("Quý II 2025", "2025-Q2"), ("2025-Q2", "2025-Q2"), ("6 tháng đầu năm 2025", "2025-H1")])
def test_the_name_of_a_folder_that_is_a_longer_period(name: str, label: str) -> None:
    assert {period.label for period in in_folder(name).periods} == {label}


@pytest.mark.parametrize("name", ["T6", "Tháng 6", "2025", "Năm 2025"])
def test_the_name_of_a_folder_that_is_a_part_of_a_period(name: str) -> None:
    assert in_folder(name)


@pytest.mark.parametrize("name", ["tmp8_t6", "pytest-of-x_t6", "du an 2025-06 moi", "LDLD Q2", "ban sao 06.2025 cu", "anh 2025"])
def test_the_name_of_a_folder_in_which_a_period_stands_by_chance(name: str) -> None:
    assert not in_folder(name)
