"""Units are told by code and name, never by a guess."""

import pytest

from builders import roster, unit
from submitting import ROSTER
from union_audit.intake.units.identity import How, Register
from union_audit.intake.units.mentions import units_within

REGISTER = Register(ROSTER)


def told(code: str, name: str) -> tuple[str, How]:
    found = REGISTER.tell(code, name)
    return (ROSTER.units[found.unit].code if found.unit >= 0 else ""), found.how


@pytest.mark.parametrize(
    ("code", "name", "unit_code", "how"),
    [
        ("BG01", "", "BG01", How.CODE),
        (" bg01", "", "BG01", How.CODE),
        ("BG01", "LĐLĐ huyện Yên Dũng", "BG01", How.CODE),
        ("BG01", "LĐLĐ H. Yên Dũng", "BG01", How.CODE),
        ("BG01", "huyện Yên Dũng", "BG01", How.CODE),
        ("BG01", "LĐLĐ huyện Lạng Giang", "", How.DISAGREE),
        ("BG01", "LĐLĐ huyện Sơn Động", "", How.DISAGREE),
        ("99", "LĐLĐ huyện Yên Dũng", "BG01", How.ONLY_NAME),
        ("99", "LĐLĐ huyện Lạng Giangg", "", How.UNKNOWN),
        ("99", "", "", How.UNKNOWN),
        ("", "", "", How.UNKNOWN),
        ("", "Liên đoàn Lao động huyện Yên Dũng", "BG01", How.NAME),
        ("", "LĐLĐ H. YÊN DŨNG", "BG01", How.NAME),
        ("", "1. LĐLĐ huyện Yên Dũng (*)", "BG01", How.NAME),
        ("", "- LĐLĐ huyện Yên Dũng", "BG01", How.NAME),
        ("BG01", "II.1 LĐLĐ huyện Yên Dũng", "BG01", How.CODE),
        ("", "LDLD huyen Yen Dung", "BG01", How.NAME),
        ("", "bg01", "BG01", How.CODE),
        ("", "BG01 - LĐLĐ huyện Yên Dũng", "BG01", How.CODE),
        ("", "(BG01) Yên Dũng", "BG01", How.CODE),
        ("", "LĐLĐ huyện Yên Dũng (BG01)", "BG01", How.CODE),
        ("", "LĐLĐ huyện Yên Dũng – BG01", "BG01", How.CODE),
        ("", "BG02 - LĐLĐ huyện Yên Dũng", "", How.DISAGREE),
        ("", "LĐLĐ huyện Yên Dũng (BG99)", "", How.UNKNOWN),
        ("", "LĐLĐ huyện Hiệp Hoà", "BG03", How.NAME),
        ("", "Lạng Giang", "BG02", How.NAME),
        ("", "LĐLĐ huyện Yên Dụng", "BG01", How.NEAR),
        ("", "LĐLĐ huyện Lạng Giangs", "BG02", How.NEAR),
        ("", "LĐLĐ huyện Sơn Động", "", How.UNKNOWN),
        ("", "CĐCS Trường Minh Hà", "CS01", How.NAME),
        ("", "CĐCS Trường Minh Hạ", "CS02", How.NAME),
        ("", "CĐCS Trường Minh Ha", "", How.AMBIGUOUS),
        ("", "CĐCS Trường Minh Hải", "", How.UNKNOWN),
    ],
)
def test_telling(code: str, name: str, unit_code: str, how: How) -> None:
    assert told(code, name) == (unit_code, how)


def test_two_names_as_near_are_a_question() -> None:
    register = Register(roster(unit("1", name="CĐ Hoàng Phươnga"), unit("2", name="CĐ Hoàng Phươngb")))
    found = register.name("CĐ Hoàng Phươngc")
    assert (found.unit, found.how, found.candidates) == (-1, How.AMBIGUOUS, (0, 1))


def test_numbers_never_slip() -> None:
    register = Register(roster(unit("1", name="CĐCS Trường số 10001")))
    assert register.name("CĐCS Trường số 10002").how is How.UNKNOWN


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("LDLD huyen Yen Dung - T6", {"BG01"}),
        ("Bao cao BG02 thang 6.2025", {"BG02"}),
        ("BC_Yen_Dung_2025", {"BG01"}),
        ("CĐCS Trường Minh Hạ", {"CS02"}),
        ("CDCS Truong Minh Ha", {"CS01", "CS02"}),
        ("Yên Dũng và Lạng Giang", {"BG01", "BG02"}),
        ("tong hop", set()),
    ],
)
def test_units_within_a_files_name(text: str, codes: set[str]) -> None:
    assert {ROSTER.units[place].code for place in units_within(text, REGISTER)} == codes


def test_a_name_of_signs_alone_is_near_to_nothing() -> None:
    assert Register(roster(unit("1", name="A"))).name("-").how is How.UNKNOWN


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LĐLĐ huyệnYên Dũng", "BG01"),
        ("LĐLĐhuyện Yên Dũng", "BG01"),
        ("LĐLĐ huy ện Yên Dũng", "BG01"),
        ("L Đ L Đ huyện YênDũng", "BG01"),
        ("Liên đoàn Lao độnghuyện Yên Dũng", "BG01"),
        ("LĐLĐ HUYỆN YENDUNG", "BG01"),
        ("CĐCS TrườngMinh Hà", "CS01"),
        ("CĐCS TrườngMinh Hạ", "CS02"),
    ],
)
def test_a_space_too_few_or_too_many_is_a_slip(text: str, code: str) -> None:
    register = Register(ROSTER)
    told = register.name(text)
    assert (told.how, register.units[told.unit].code) == (How.NEAR, code)


def test_a_space_too_few_where_two_units_would_fit() -> None:
    assert Register(ROSTER).name("CĐCS TrườngMinhHa").how is How.AMBIGUOUS


def test_both_spellings_of_a_last_i_are_one_name() -> None:
    register = Register(roster(unit("A", "district", name="LĐLĐ huyện Kỳ Sơn"), unit("B", "district", name="LĐLĐ huyện Mĩ Lý")))
    for text, place in (("LĐLĐ huyện Kì Sơn", 0), ("LĐLĐ huyện Mỹ Lí", 1)):
        assert (register.name(text).unit, register.name(text).how) == (place, How.NAME)
