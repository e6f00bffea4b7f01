"""A table of what stands in cells, and what each is."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.containers import shown
from corpus.pages import Shown
from union_audit.findings import CODES
from union_audit.intake.facts import State
from union_audit.intake.figures.cells import Reading, read_count, read_yes_no, tidy, written
from union_audit.plan.model import MAX_COUNT
from union_audit.sheets import Cell, CellError
from union_audit.sheets.number_format import PERCENT, number_format

WORDS = frozenset({"may", "may tinh"})

FIGURES: list[tuple[Cell, int]] = [
    (0, 0),
    (12, 12),
    (12.0, 12),
    (float(MAX_COUNT), MAX_COUNT),
    (MAX_COUNT, MAX_COUNT),
    ("0", 0),
    ("12", 12),
    (" 12 ", 12),
    ("05", 5),
    ("00", 0),
    ("1.234", 1234),
    ("1,234", 1234),
    ("1.234.567", 1234567),
    ("1,234,567", 1234567),
    ("1 234", 1234),
    ("1\u00a0234\u00a0567", 1234567),
    ("\uff11\uff12", 12),
    ("\uff11\uff0e\uff12\uff13\uff14", 1234),
    ("12\u200e", 12),
    ("12.0", 12),
    ("12,00", 12),
    ("1.234,00", 1234),
    ("1,234.0", 1234),
    ("12 máy", 12),
    ("12máy", 12),
    ("12 máy tính", 12),
    ("1.234 MÁY", 1234),
    ("1 234 máy", 1234),
    ("120.500", 120500),
    ("1000000000000", MAX_COUNT),
]

NO_FIGURES: list[tuple[Cell, State, str]] = [
    (None, State.BLANK, ""),
    ("", State.BLANK, ""),
    ("  \u00a0", State.BLANK, ""),
    ("-", State.BLANK, "UA213"),
    ("…", State.BLANK, "UA213"),
    ("...", State.BLANK, "UA213"),
    ("N/A", State.BLANK, "UA213"),
    ("không có", State.BLANK, "UA213"),
    (-5, State.INCONSISTENT, "UA205"),
    ("-5", State.INCONSISTENT, "UA205"),
    ("−1.234", State.INCONSISTENT, "UA205"),
    (12.5, State.INCONSISTENT, "UA207"),
    (1234.5, State.INCONSISTENT, "UA206"),
    (23.0000000001, State.INCONSISTENT, "UA206"),
    (0.123, State.INCONSISTENT, "UA206"),
    ("12,5", State.INCONSISTENT, "UA206"),
    ("1.234,5", State.INCONSISTENT, "UA206"),
    (1.234, State.INCONSISTENT, "UA207"),
    (float("nan"), State.UNREADABLE, "UA201"),
    (float("inf"), State.UNREADABLE, "UA208"),
    (10**12 + 1, State.UNREADABLE, "UA208"),
    ("1000000000001", State.UNREADABLE, "UA208"),
    ("9" * 5000, State.UNREADABLE, "UA208"),
    ("1.000.000.000.001", State.UNREADABLE, "UA208"),
    ("9999999999999,0", State.UNREADABLE, "UA208"),
    ("12.000", State.UNREADABLE, "UA202"),
    ("12,000", State.UNREADABLE, "UA202"),
    (True, State.UNREADABLE, "UA212"),
    ("x", State.UNREADABLE, "UA212"),
    ("✓", State.UNREADABLE, "UA212"),
    ("có", State.UNREADABLE, "UA212"),
    (CellError("#REF!"), State.UNREADABLE, "UA204"),
    (CellError("=B2+C2"), State.UNREADABLE, "UA203"),
    (date(2025, 6, 1), State.UNREADABLE, "UA211"),
    (time(1, 2), State.UNREADABLE, "UA211"),
    (timedelta(1), State.UNREADABLE, "UA211"),
    ("01/06/2025", State.UNREADABLE, "UA211"),
    ("2025-06-01", State.UNREADABLE, "UA211"),
    ("85%", State.UNREADABLE, "UA209"),
    ("85,5 %", State.UNREADABLE, "UA209"),
    ("120/121", State.UNREADABLE, "UA210"),
    ("120/121 (99,17%)", State.UNREADABLE, "UA210"),
    ("12-15", State.UNREADABLE, "UA210"),
    ("1\n200", State.UNREADABLE, "UA210"),
    ("1 \r\n 200", State.UNREADABLE, "UA210"),
    ("1\t200", State.UNREADABLE, "UA210"),
    ("12 - 15", State.UNREADABLE, "UA210"),
    ("khoảng 20", State.UNREADABLE, "UA201"),
    ("12a", State.UNREADABLE, "UA201"),
    ("8.5.", State.UNREADABLE, "UA201"),
    ("7.1`", State.UNREADABLE, "UA201"),
    ("`11", State.UNREADABLE, "UA201"),
    ("12 người", State.UNREADABLE, "UA201"),
    ("01.000001", State.UNREADABLE, "UA201"),
    ("007", State.UNREADABLE, "UA217"),
    ("1.23.456", State.UNREADABLE, "UA201"),
    ("1.234,567.8", State.UNREADABLE, "UA201"),
    ("²", State.UNREADABLE, "UA201"),
    ("1_000", State.UNREADABLE, "UA201"),
    ("1e3", State.UNREADABLE, "UA201"),
    ("+5", State.UNREADABLE, "UA201"),
    ("(5)", State.UNREADABLE, "UA201"),
]


@pytest.mark.parametrize(("cell", "value"), FIGURES)
def test_figures_as_offices_write_them(cell: Cell, value: int) -> None:
    reading = read_count(cell, WORDS)
    assert (reading.state, reading.value, reading.code) == (State.FIGURE, value, "")


@pytest.mark.parametrize(("cell", "state", "code"), NO_FIGURES)
def test_what_is_no_sure_figure_is_a_finding(cell: Cell, state: State, code: str) -> None:
    reading = read_count(cell, WORDS)
    assert (reading.state, reading.code) == (state, code)
    if code and code != "UA202":
        assert reading.value == 0
        CODES[code].message.format(**{**reading.args, "count": 1})


def test_a_thousand_that_became_a_fraction_is_suggested() -> None:
    assert read_count(1.234, WORDS).args["suggested"] == 1234


def test_a_cell_shown_as_a_percentage_is_no_count() -> None:
    assert read_count(0.85, WORDS, PERCENT).args == {"text": "85%"}


def test_open_readings_name_both() -> None:
    reading = read_count("12.000", WORDS)
    assert reading.is_open
    assert (reading.args["low"], reading.args["high"]) == (12, 12000)


@pytest.mark.parametrize("cell", ["có", "Đã", "rồi", "x", "X", "✓", "☑", True, 1, 1.0, "1", "yes", "true"])
def test_yes(cell: Cell) -> None:
    assert read_yes_no(cell) == Reading(State.FIGURE, 1, written(cell))


@pytest.mark.parametrize("cell", ["không", "Chưa", "chưa có", False, 0, 0.0, "0", "no", "FALSE"])
def test_no(cell: Cell) -> None:
    assert read_yes_no(cell) == Reading(State.FIGURE, 0, written(cell))


@pytest.mark.parametrize(
    ("cell", "state", "code"),
    [
        (None, State.BLANK, ""),
        ("-", State.BLANK, "UA213"),
        ("không có", State.BLANK, "UA213"),
        (2, State.UNREADABLE, "UA216"),
        ("đang làm", State.UNREADABLE, "UA216"),
        (date(2025, 1, 1), State.UNREADABLE, "UA211"),
        (CellError("#N/A"), State.UNREADABLE, "UA204"),
    ],
)
def test_neither_yes_nor_no(cell: Cell, state: State, code: str) -> None:
    reading = read_yes_no(cell)
    assert (reading.state, reading.code) == (state, code)


def test_a_percentage_is_no_answer() -> None:
    assert read_yes_no(1, PERCENT).code == "UA216"


def test_text_is_composed_and_in_one_line() -> None:
    assert tidy(" Ho\u0300a\u00a0 \n b\u200bình ") == "Hòa bình"
    assert (written(12.0), written(1.5), written(bool(1)), written(date(2025, 6, 1))) == ("12", "1.5", "TRUE", "2025-06-01")


STYLES = [
    str,
    "{:,}".format,
    lambda value: f"{value:,}".replace(",", "."),
    lambda value: f"{value:,}".replace(",", " "),
    lambda value: f"{value:,}".replace(",", "\u00a0"),
    lambda value: f"{value} máy",
    lambda value: f" {value}\n",
    float,
    int,
]


@given(value=st.integers(0, MAX_COUNT), style=st.sampled_from(STYLES))
@settings(max_examples=300)
def test_a_figure_in_any_accepted_style_reads_back_exactly_or_is_left_open(value: int, style: object) -> None:
    reading = read_count(style(value), WORDS)  # type: ignore[operator]
    assert (reading.is_open and value in (reading.value, reading.high)) or (reading.state, reading.value) == (State.FIGURE, value)


@given(text=st.text(alphabet="0123456789.,- /%x \u00a0máy", max_size=12))
@settings(max_examples=300)
def test_any_text_is_a_figure_or_a_finding_or_blank(text: str) -> None:
    reading = read_count(text, WORDS)
    if reading.state is State.FIGURE:
        assert "".join(filter(str.isdigit, text)).lstrip("0").startswith(str(reading.value).rstrip("0").lstrip("0"))
        assert reading.value <= MAX_COUNT
    else:
        assert reading.code or not text.strip()


FORMATS = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", '"BG"', '"SL: "']),
    st.sampled_from(["0", "#,##0"]),
    st.sampled_from(["", ".0", ".00", ".000"]),
    st.sampled_from(["", "", ",", ",,"]),
    st.sampled_from(["", "", "%", '"%"', r"\%", '" máy"', '" người"', '" nghìn"', '"000"', '" ₫"']),
)


@given(st.integers(0, 10**7), FORMATS)
def test_a_number_in_a_format_is_what_a_person_sees_or_is_not_read(number: int, code: str) -> None:
    seen = shown(Shown(number, code))
    reading = read_count(number, WORDS, number_format(code))
    digits = seen.removesuffix(" ₫").removesuffix(" máy").removesuffix(".0").removesuffix(".00").replace(",", "")
    if reading.state is State.FIGURE:
        assert reading.value == number
        assert digits == str(number) or not number
    elif reading.code == "UA219":
        assert digits != str(number)
        assert (reading.args["held"], bool(number)) == (str(number), True)
    else:
        assert "%" in seen or any(map(str.isalpha, seen))


@pytest.mark.parametrize(
    ("number", "code", "told"), [(1, '0"%"', "UA216"), (1, "0%", "UA216"), (1, '[=1]"x";', ""), (0, '[=0]"không"', ""), (2, '"có"', "")]
)
def test_an_answer_is_what_a_person_sees(number: int, code: str, told: str) -> None:
    assert read_yes_no(number, number_format(code)).code == told
