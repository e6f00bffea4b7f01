"""Names that are near a unit's, and names that stand with that of the unit above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import roster, unit
from submitting import ROSTER
from union_audit.intake.units.identity import How, Register
from union_audit.intake.units.names import is_slip
from union_audit.intake.units.near import NearNames

REGISTER = Register(ROSTER)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LĐLĐ Yên Dũng", "BG01"),
        ("Huyện Yên Dũng", "BG01"),
        ("LĐLĐ huyệnYên Dũng", "BG01"),
        ("LĐLĐ Hiệp Hoà", "BG03"),
        ("LĐLĐ huyện Lạng Giangg", "BG02"),
    ],
)
def test_a_near_name(text: str, code: str) -> None:
    told = REGISTER.tell("", text)
    assert (told.how, ROSTER.units[told.unit].code) == (How.NEAR, code)


@pytest.mark.parametrize("text", ["LĐLĐ thành phố Yên Dũng", "Thị xã Yên Dũng", "Phòng Yên Dũng", "huyện", "LĐLĐ huyện"])
def test_another_kind_of_place_is_another_unit(text: str) -> None:
    assert REGISTER.tell("", text).unit < 0


def test_a_place_of_two_kinds_is_not_guessed() -> None:
    both = Register(roster(unit("1", name="LĐLĐ huyện Cao Lãnh"), unit("2", name="LĐLĐ thành phố Cao Lãnh")))
    assert both.tell("", "LĐLĐ Cao Lãnh").how is How.AMBIGUOUS
    assert both.tell("", "LĐLĐ TP Cao Lãnh").unit == 1


TWINS = Register(
    roster(
        unit("A", name="LĐLĐ huyện Một"),
        unit("B", name="LĐLĐ huyện Hai"),
        unit("A1", parent="A", name="CĐCS Trường Mầm non"),
        unit("B1", parent="B", name="CĐCS Trường Mầm non"),
        unit("B2", parent="B", name="CĐCS Bệnh viện"),
    )
)


@pytest.mark.parametrize(
    ("text", "parent", "code"),
    [
        ("CĐCS Trường Mầm non (LĐLĐ huyện Một)", "", "A1"),
        ("CĐCS Trường Mầm non - LĐLĐ huyện Hai", "", "B1"),
        ("CĐCS Trường Mầm non, LĐLĐ huyện Hai", "", "B1"),
        ("CĐCS Trường Mầm non", "B", "B1"),
        ("CĐCS Trường Mầm non", "LĐLĐ huyện Một", "A1"),
        ("CĐCS Bệnh viện (LĐLĐ huyện Hai)", "", "B2"),
        ("CĐCS Bệnh viện (LĐLĐ huyện Một)", "", ""),
        ("CĐCS Bệnh viện (huyện Ba)", "", ""),
        ("CĐCS Trường Mầm non", "LĐLĐ huyện Ba", ""),
        ("CĐCS Trường Mầm non", "", ""),
    ],
)
def test_a_name_with_that_of_the_unit_above_it(text: str, parent: str, code: str) -> None:
    told = TWINS.tell("", text, parent)
    assert (TWINS.units[told.unit].code if told.unit >= 0 else "") == code


WORDS = st.sampled_from(["truong", "truonh", "trong", "minh", "minhh", "hoang", "haong", "so", "12", "thcs", "abcdef", "abcdeg"])
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(text=PHRASES, names=st.sets(PHRASES, max_size=12))
def test_the_index_of_slips_finds_what_a_look_at_every_name_does(text: str, names: set[str]) -> None:
    of = {name: (place,) for place, name in enumerate(sorted(names))}
    near = NearNames([], of)
    assert near.units(text) == {place for name, (place,) in of.items() if is_slip(text, name)}
