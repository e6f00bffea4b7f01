import pytest

from union_audit.sheets.number_format import NumberFormat, number_format
from union_audit.sheets.unseen import Unseen
from union_audit.sheets.zeros import Zeros

GROUPED = number_format("#,###") or NumberFormat(())

ZEROS = Zeros({3: GROUPED})


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2" s="3"><v>0</v></c>',
        '<c r="B2" s="3" t="n"><v>0</v></c>',
        '<c r="B2" s="3"><f>SUM(C2:D2)</f><v>0</v></c>',
        '<c r="B2" s="3"><f t="shared" si="0"/><v>0</v></c>',
    ],
)
def test_zeros_as_programs_write_them(cell: str) -> None:
    unseen = Unseen()
    assert ZEROS.find(f'<row r="2"><c r="A2" s="3"><v>5</v></c>{cell}<c r="C2" s="1"><v>0</v></c></row>'.encode(), unseen)
    assert unseen.formats == {(1, 1): GROUPED}


def test_the_first_of_the_shared_texts_is_no_zero() -> None:
    unseen = Unseen()
    assert ZEROS.find(b'<c r="B2" s="3" t="s"><v>0</v></c><c r="C2" s="3"><v>0.5</v></c>', unseen)
    assert unseen.formats == {}


def test_a_cell_without_a_style_has_the_first() -> None:
    unseen = Unseen()
    assert Zeros({0: GROUPED}).find(b'<c r="B2"><v>0</v></c><c r="C2" s="1"><v>0</v></c>', unseen)
    assert unseen.formats == {(1, 1): GROUPED}


@pytest.mark.parametrize(
    "cell",
    [
        '<c s="3" r="B2"><v>0</v></c>',
        '<c s="3"><v>0</v></c>',
        '<c r="B2" s="3"><v>0.0</v></c>',
        '<c r="B2" s="3"><v>-0</v></c>',
        '<c r="B2" s="3"><v>0E+00</v></c>',
        '<c r="B2" s="3"><v> 0</v></c>',
        '<c r="B2" s="3"><v >0</v></c>',
        '<x:c r="B2" s="3"><x:v>0</x:v></x:c>',
    ],
)
def test_what_is_written_otherwise_has_to_be_parsed(cell: str) -> None:
    assert not ZEROS.find(cell.encode(), Unseen())


def test_nothing_is_looked_for_without_such_a_style() -> None:
    assert Zeros({}).find(b'<c s="3"><v>0.0</v></c>', Unseen())
