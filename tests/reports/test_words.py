"""Phrases: every status, reason, period, goal and amount, in both languages where words differ."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import field
from sample_audit import figure
from union_audit.audit.result import Reason, Status
from union_audit.findings import Severity
from union_audit.language import Language
from union_audit.plan.model import Kind, OverPeriods
from union_audit.plan.period import Period
from union_audit.reports.figures import Figure
from union_audit.reports.to_do import to_go, to_go_new, when_due
from union_audit.reports.vocabulary import REASON, STATUS
from union_audit.reports.words import NOTHING, SYMBOL, Words
from union_audit.visible import visible

EN = Words(Language("en"))
MEETINGS = field("meetings", over=OverPeriods.SUM, unit={"vi": "cuộc", "en": "meetings"}, unit_one={"en": "meeting"})
BARE, BARE_SUM = field("things"), field("events", over=OverPeriods.SUM)
STUDIED = field("studied", kind=Kind.YES_NO)


def test_every_status_reason_and_severity_has_its_words() -> None:
    assert set(STATUS) == set(SYMBOL) == set(Status)
    assert set(REASON) == set(Reason)
    assert len({EN.status(status) for status in Status}) == len(Status)
    assert [EN.severity(severity) for severity in Severity] == ["Error", "Warning", "Note"]
    assert EN.reason(Reason.NONE) == ""


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("2025-06", "June 2025"),
        ("2025-Q1", "the first quarter of 2025"),
        ("2025-Q4", "the fourth quarter of 2025"),
        ("2025-H1", "the first half of 2025"),
        ("2025-H2", "the second half of 2025"),
        ("2025-9M", "the first nine months of 2025"),
        ("2025", "the year 2025"),
    ],
)
def test_a_period_in_words(label: str, words: str) -> None:
    assert EN.period(Period.parse(label)) == words


def test_no_period_is_said() -> None:
    assert EN.period(None) == "no period given"


@pytest.mark.parametrize(
    ("asked", "required", "shown"),
    [
        ("> 60%", 61, "> 60%"),
        (">= 100%", None, "≥ 100%"),
        ("<= 2.5%", None, "≤ 2.5%"),
        ("yes", 1, "yes"),
        ("tracked", None, "tracked"),
        (">= 3", None, "≥ 3"),
        (">= 3", 15, "≥ 15"),
        ("<= 3", 12, "≤ 12"),
    ],
)
def test_a_goal_in_words(asked: str, required: int | None, shown: str) -> None:
    assert EN.goal(figure(asked, None, required_count=required)) == shown


def test_values() -> None:
    assert EN.value(figure("> 60%", 58, 100)) == "58%"
    assert EN.value(figure(">= 3", 2)) == "2"
    assert EN.value(figure("yes", 1, field=STUDIED)) == "yes"
    assert EN.value(figure("yes", 0, field=STUDIED)) == "no"
    assert EN.value(figure("yes", 2, 4, field=STUDIED)) == "50%"
    assert EN.value(figure("> 60%", None)) == NOTHING
    assert EN.value(figure("> 60%", 0, 0)) == NOTHING
    assert EN.score(float("nan")) == NOTHING
    assert EN.score(0.5) == "50%"


@given(st.integers(1, 10**12), st.data())
def test_a_percentage_never_looks_like_the_goal_it_misses(denominator: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, denominator))
    for asked, same in ((">= 100%", Fraction(1)), ("> 60%", Fraction(3, 5))):
        shown = EN.value(figure(asked, numerator, denominator))
        goal_shown = EN.goal(figure(asked, None)).removeprefix("≥ ").removeprefix("> ")
        assert (shown == goal_shown) == (Fraction(numerator, denominator) == same)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        (figure(">= 100%", 28, 40, to_go=12), "12 more computers"),
        (figure(">= 100%", 39, 40, to_go=1), "1 more computer"),
        (figure(">= 100%", 1, 40, to_go=39, field=BARE), "39 more"),
        (figure("> 60%", 58, 100, to_go=3, field=MEETINGS), "short by 3 meetings"),
        (figure("> 60%", 60, 100, to_go=1, field=MEETINGS), "short by 1 meeting"),
        (figure("> 60%", 58, 100, to_go=3, field=BARE_SUM), "short by 3"),
        (figure("<= 5%", 7, 100, to_go=2), "2 computers too many"),
        (figure("<= 5%", 6, 100, to_go=1), "1 computer too many"),
        (figure("<= 5%", 7, 100, to_go=2, field=BARE), "2 too many"),
        (figure("yes", 0, to_go=1, field=STUDIED), "to be done"),
        (figure("yes", 2, 4, to_go=2, field=STUDIED), "2 more units"),
        (figure("yes", 3, 4, to_go=1, field=STUDIED), "1 more unit"),
        (figure("> 60%", 61, 100, to_go=0), ""),
        (figure("tracked", 61, 100), ""),
    ],
)
def test_what_is_still_to_do(given_: Figure, words: str) -> None:
    assert to_go(given_, EN.language) == words


def test_what_would_make_up_for_the_past() -> None:
    assert to_go_new(figure("> 60%", 58, 100, to_go=3, of_the_month=True), EN.language) == "6 new in a row would meet it"
    assert to_go_new(figure("> 60%", 6, 10, to_go=1, of_the_month=True), EN.language) == "1 new one would meet it"
    assert to_go_new(figure("> 60%", 61, 100, to_go=0, of_the_month=True), EN.language) == ""


def test_gaps_and_counts() -> None:
    assert EN.gap(figure("> 60%", 58, 100, to_go=3)) == "3 points"
    assert EN.gap(figure("> 60%", 60, 100, to_go=1)) == "1 point"
    assert EN.gap(figure(">= 3", 1, to_go=2)) == "2"
    assert EN.gap(figure("yes", 0, to_go=1, field=STUDIED)) == ""
    assert EN.gap(figure("> 60%", 61, 100, to_go=0)) == ""
    assert EN.counts(figure("> 60%", 1058, 2100)) == "1,058/2,100"
    assert EN.counts(figure(">= 3", 1)) == ""


def test_due_dates_are_said_of_gaps_only() -> None:
    gap, due = figure("> 60%", 58, 100), date(2025, 12, 31)
    assert when_due(due, date(2025, 12, 31), gap, EN.language) == "not yet due, by 31 Dec 2025"
    assert when_due(due, date(2026, 1, 1), gap, EN.language) == "overdue since 31 Dec 2025"
    assert when_due(None, due, gap, EN.language) == ""
    assert when_due(due, date(2026, 1, 1), replace(gap, status=Status.MET), EN.language) == ""


def test_what_hides_or_reorders_text_is_written_out() -> None:
    assert visible("a\u202eb\u200bc\x1b\x00") == "a<U+202E>b<U+200B>c<U+001B><U+0000>"
    assert visible("two\r\nlines\tand a tab") == "two lines and a tab"
    assert visible("Liên đoàn Lao động “tỉnh” – 100%") == "Liên đoàn Lao động “tỉnh” – 100%"


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_is_one_line_that_can_be_written(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown
