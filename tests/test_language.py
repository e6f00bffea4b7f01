"""Words, numbers and dates as Vietnamese and English write them."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from babel import dates, numbers
from hypothesis import example, given
from hypothesis import strategies as st

from union_audit.language import LOCALES, Language
from union_audit.words import N_, N_plural

VI, EN = Language("vi"), Language("en")
shares = st.fractions(min_value=0, max_value=1, max_denominator=10**15)
goals = st.integers(0, 10**8).map(lambda count: Fraction(count, 10**8))


@pytest.mark.parametrize(
    ("value", "vi", "en"), [(0, "0", "0"), (999, "999", "999"), (1234567, "1.234.567", "1,234,567"), (-1234, "-1.234", "-1,234")]
)
def test_whole_numbers_are_grouped(value: int, vi: str, en: str) -> None:
    assert (VI.number(value), EN.number(value)) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(3, 5), "60%", "60%"),
        (Fraction(1, 3), "33,3%", "33.3%"),
        (Fraction(1, 8), "12,5%", "12.5%"),
        (Fraction(1225, 10000), "12,3%", "12.3%"),
        (Fraction(1999, 2000), "99,95%", "99.95%"),
        (Fraction(2001, 2000), "100,1%", "100.1%"),
        (Fraction(1, 10**6), "0,0001%", "0.0001%"),
        (Fraction(10**12 - 1, 10**12), "<100%", "<100%"),
        (Fraction(10**12 + 1, 10**12), ">100%", ">100%"),
        (Fraction(1, 10**12), ">0%", ">0%"),
        (Fraction(-1, 3), "-33,3%", "-33.3%"),
        (Fraction(12345), "1.234.500%", "1,234,500%"),
        (Fraction(0), "0%", "0%"),
        (Fraction(1), "100%", "100%"),
    ],
)
def test_a_share_is_written_as_a_percentage(value: Fraction, vi: str, en: str) -> None:
    assert (VI.percent(value), EN.percent(value)) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"), [(1.234, "1,234", "1.234"), (2.5, "2,5", "2.5"), (23.0000000001, "23,0000000001", "23.0000000001")]
)
def test_a_number_that_is_not_whole_is_said_with_all_of_its_digits(value: float, vi: str, en: str) -> None:
    assert (VI("{number}", number=value), EN("{number}", number=value)) == (vi, en)


def test_no_number_of_a_spreadsheet_is_too_long() -> None:
    assert EN.number(10**308) == "100" + ",000" * 102
    assert EN.percent(Fraction(10**308)) == "10" + ",000" * 103 + "%"


def test_a_share_does_not_look_like_the_goal_that_it_misses() -> None:
    goal = Fraction(3, 5)
    assert EN.percent(Fraction(60001, 100000), against=goal) == "60.001%"
    assert EN.percent(goal - Fraction(1, 10**10), against=goal) == "<60%"
    assert EN.percent(goal + Fraction(1, 10**10), against=goal) == ">60%"
    assert EN.percent(goal, against=goal) == "60%"


def test_a_goal_is_written_with_all_its_decimals() -> None:
    assert EN.percent(Fraction(33_125, 100_000), decimals=6) == "33.125%"
    assert EN.percent(Fraction(3, 5), decimals=6) == "60%"


@given(shares, goals)
@example(Fraction(3, 5) - Fraction(1, 10**15), Fraction(3, 5))
@example(Fraction(99999999999, 10**11), Fraction(1))
def test_what_differs_from_the_goal_and_from_nothing_and_all_looks_different(value: Fraction, goal: Fraction) -> None:
    shown = EN.percent(value, against=goal)
    assert (shown == "0%") == (value == 0)
    assert (shown == "100%") == (value == 1)
    assert value == goal or shown != EN.percent(goal, decimals=6)


@given(shares)
def test_a_percentage_is_at_most_a_twentieth_of_a_point_off(value: Fraction) -> None:
    shown = EN.percent(value)
    if shown[0] not in "<>":
        assert abs(Fraction(shown.removesuffix("%")) - value * 100) <= Fraction(1, 20)


@pytest.mark.parametrize("code", LOCALES)
@given(count=st.integers(-(10**18), 10**18), decimals=st.integers(1, 6))
def test_numbers_are_grouped_and_marked_as_the_locale_data_of_unicode_has_them(code: str, count: int, decimals: int) -> None:
    language = Language(code)
    assert language.number(count) == numbers.format_decimal(count, locale=LOCALES[code])
    share = Fraction(count, 10 ** (2 + decimals))
    told = str(language.percent(share, decimals=decimals))
    with localcontext(prec=40):
        assert told == numbers.format_decimal(Decimal(count).scaleb(-decimals), "#,##0.######", locale=LOCALES[code]) + "%"


def test_dates_are_written_in_the_order_of_the_language() -> None:
    assert VI.date(date(2023, 6, 3)) == "03/06/2023"
    assert EN.date(date(2023, 6, 3)) == "3 Jun 2023"


@pytest.mark.parametrize("code", LOCALES)
def test_every_month_has_its_date(code: str) -> None:
    assert len({Language(code).date(date(2023, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(("code", "locale", "pattern"), [("vi", "vi_VN", "dd/MM/yyyy"), ("en", "en", "d MMM y")])
def test_figures_are_written_as_the_locale_data_of_unicode_has_them(code: str, locale: str, pattern: str) -> None:
    language = Language(code)
    for month in range(1, 13):
        day = date(2023, month, 9)
        assert language.date(day) == dates.format_date(day, pattern, locale=locale)
    for number in (0, -7, 1000, 1234567):
        assert language.number(number) == numbers.format_decimal(number, locale=locale)
        assert language.percent(Fraction(number, 1000)) == numbers.format_percent(number / 1000, "#,##0.#%", locale=locale)


def test_arguments_are_written_in_the_language() -> None:
    said = EN(
        "{count} of {total} by {day}: {text}, {flag}", count=1234, total=np.int64(5678), day=date(2023, 6, 30), text="1234", flag=True
    )
    assert said == "1,234 of 5,678 by 30 Jun 2023: 1234, True"


def test_a_message_that_is_an_argument_is_translated() -> None:
    word = "Error"
    assert VI("{what}", what=N_(word)) == VI(word) != word
    assert VI("{what}", what=word) == word


def test_words_of_several_languages_give_those_of_this_one() -> None:
    words = {"vi": "máy tính", "en": "computers"}
    assert (VI("{things}", things=words), EN("{things}", things=words)) == ("máy tính", "computers")
    assert EN("{things}", things={"vi": "máy tính"}) == "máy tính"
    assert EN("{things}", things={}) == ""


def test_words_are_picked_in_a_language_that_they_have() -> None:
    words = {"vi": "máy tính", "en": "computers"}
    assert [language.pick(words) for language in (EN, VI)] == ["computers", "máy tính"]
    assert EN.pick({"vi": "máy tính"}) == "máy tính"
    assert VI.pick({}) == ""


def test_a_list_names_its_first_values_and_how_many_more_there_are() -> None:
    assert EN("{all}", all=()) == ""
    assert EN("{all}", all=["one", N_("Error"), {"en": "three"}]) == "one; Error; three"
    assert EN("{all}", all=(1, 2000, 3, 4)) == "1; 2,000; 3; and 1 more"
    assert VI("{all}", all=("a", "b", "c", "d", "e")) == "a; b; c; và 2 mục khác"


def test_a_message_without_arguments_is_left_as_it_stands() -> None:
    assert EN("a {brace}") == "a {brace}"
    assert VI("") == EN("") == ""


def test_submitted_braces_are_no_fields() -> None:
    assert EN("was “{text}”", text="{0} {count!r}") == "was “{0} {count!r}”"


def test_plural_forms_go_with_the_count() -> None:
    assert EN.plural("{count} unit", "{count} units", 1) == "1 unit"
    assert EN.plural("{count} unit", "{count} units", 1234) == "1,234 units"


def test_a_message_that_is_marked_has_the_form_of_its_count() -> None:
    message = N_plural("{text} is here once.", "{text} is here {count} times.")
    assert EN(message, text="a", count=1) == "a is here once."
    assert EN(message, text="a", count=np.int64(2)) == "a is here 2 times."
    assert EN(message) == "{text} is here {count} times."  # left open


def test_what_no_catalogue_has_stays_english() -> None:
    assert VI("No catalogue has this.") == "No catalogue has this."
