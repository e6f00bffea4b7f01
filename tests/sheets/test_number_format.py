"""What a person sees of a number in a format, and what of it is told to those who read the number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union_audit.sheets.number_format import number_format
from union_audit.sheets.seen import seen_as

PLAIN = [
    "", "General", "0", "#,##0", "0.00", "@", "0_)", "(0)", "[Red]0", '0;-0;"-"', "# ?/?", "# ??/100", "0.0E+00", "$#,##0.00",
    '#,##0\\ "₫"', "[$₫-42A]#,##0", '#"."##0', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "0;0%", "[Blue][>=100]0;[Red]0",
    '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-', "dd/mm/yyyy", '"ngày" dd', "[$-42A]dd mmmm yyyy", "[h]:mm",
]  # fmt: skip
SHOWN = [
    ("0%", 0.855, "85.5%"),
    ("0.00%;-0.00%", 0.07, "7%"),
    ('0"%"', 24, "24%"),
    (r"0\%", 24, "24%"),
    ('0" phần trăm"', 24, "24 phần trăm"),
    ("#,##0,", 12_345, "12"),
    ("0.0,,", 1_250_000, "1.2"),
    ("0,.0", 12_345, "12.3"),
    ('#,##0" máy"', 12, "12 máy"),
    (r"0\ \m\á\y", 12, "12 máy"),
    ("0 đ", 12, "12 đ"),
    ("[$VND] 0", 12, "VND 12"),
    ('General" máy"', 12, "12 máy"),
    ('"BG"00', 7, "BG7"),
    ('0",000"', 12, "12,000"),
    ("0.000", 12, "12.000"),
    (";;;", 12, ""),
    ('"có"', 1, "có"),
    ('[>=1000]0.0,"k";0', 12_345, "12.3k"),
    ('[>=1000]0.0,"k";0', 12, "12"),
    ('[=1]"có";[=0]"không";', 0, "không"),
]


HIDING = ["#,###", "#", "???", "0;-0;", "0;-0;;@", "#,##0;-#,##0;;@", ";;;", "0%;-0%;", '[=0]"";0', "[>0]0;;", '# "máy"', '0;-0;""']
SAYING = ['0;-0;"-"', "0;0;0", '0;-0;"không"', "# ?/?", "0;", "#,##0", '_-* "-"??_-', '[=0]"-";#', "#;-#;General"]


def test_a_zero_beside_a_text_that_is_blank() -> None:
    shown, dash = seen_as(" ", 0), seen_as("-", 0)
    assert shown is not None
    assert shown.hides_zero
    assert dash is None


@pytest.mark.parametrize("code", HIDING)
def test_formats_that_show_nothing_of_a_zero(code: str) -> None:
    shown = number_format(code)
    assert shown is not None
    assert shown.hides_zero


@pytest.mark.parametrize("code", SAYING)
def test_formats_that_show_a_zero_in_whatever_way(code: str) -> None:
    shown = number_format(code)
    assert shown is None or not shown.hides_zero


@pytest.mark.parametrize("code", PLAIN)
def test_formats_that_show_the_number(code: str) -> None:
    assert number_format(code) is None


@pytest.mark.parametrize(("code", "number", "text"), SHOWN)
def test_formats_that_show_something_else(code: str, number: float, text: str) -> None:
    shown = number_format(code)
    assert shown is not None
    assert shown.look(number).shown(number) == text


@pytest.mark.parametrize(
    ("text", "number", "seen"),
    [
        ("24%", 24, "24%"),
        ("85,5%", 0.855, "85.5%"),
        ("86%", 0.855, "85.5%"),
        ("12", 12_345, "12"),
        ("1.2", 1_250_000, "1.2"),
        ("12.000", 12, "12.000"),
        ("12 máy", 12, "12 máy"),
        ("1.234 máy", 1234, "1234 máy"),
        ("06.2025", 45_809, "06.2025"),
        ("12.34", 1234, "12.34"),
        ("", 12, ""),
        ("1.234", 1234, None),
        ("1 234,0", 1234, None),
        ("$1,234.00", 1234, None),
        ("(12)", -12, None),
        ("1,23E+06", 1_234_567, None),
        ("-", 0, None),
        ("0,6", 0.5979, None),
    ],
)
def test_a_number_beside_the_text_that_is_seen(text: str, number: float, seen: str | None) -> None:
    shown = seen_as(text, number)
    assert (shown.look(number).shown(number) if shown else None) == seen


@given(st.integers(0, 10**9), st.sampled_from(["{:d}", "{:,}", "{:,}.00", "{:,} ", "{:d}.0"]))
def test_a_count_is_recognised_however_it_is_grouped(count: int, style: str) -> None:
    text = style.format(count)
    assert seen_as(text, count) is None
    assert seen_as(text.translate(str.maketrans(",.", ".,")), count) is None
    assert seen_as(text.translate(str.maketrans(",.", "\u00a0,")), count) is None


@given(st.integers(1, 10**9), st.sampled_from([10, 100, 1_000, 10**6]), st.sampled_from(["{:d}", "{:,}"]))
def test_a_part_of_a_count_is_never_taken_for_it(count: int, part: int, style: str) -> None:
    shown = seen_as(style.format(count), count * part)
    assert shown is not None
    assert not shown.look(count).is_plain


@given(st.text(max_size=30))
def test_any_code(code: str) -> None:
    shown = number_format(code)
    if shown:
        assert isinstance(shown.look(12).shown(12), str)
