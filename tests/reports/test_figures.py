"""Exact figures: what is shown is what the arrays say."""

from fractions import Fraction

import pytest

from sample_audit import FIGURES, figure, small_audit, small_plan
from union_audit.audit.result import NONE, Status
from union_audit.reports.figures import Figures, assessed
from union_audit.reports.view import View


def test_shares_are_exact() -> None:
    tenth = figure("> 60%", 10**12 - 1, 10**12, to_go=1, attained=1, attainable=3)
    assert tenth.value == Fraction(10**12 - 1, 10**12)
    assert tenth.required == Fraction(3, 5)
    assert tenth.gap == Fraction(1, 10**12)
    assert tenth.attainment == Fraction(1, 3)


def test_counts_are_no_shares() -> None:
    count = figure(">= 3", 2, required_count=3, to_go=1)
    assert (count.value, count.required, count.gap) == (Fraction(2), Fraction(3), Fraction(1))
    assert figure("tracked", 2).required is None


@pytest.mark.parametrize("asked", ["> 60%", ">= 3", "yes", "tracked"])
def test_no_figure_is_none(asked: str) -> None:
    nothing = figure(asked, None)
    assert (nothing.value, nothing.gap, nothing.attainment) == (None, None, None)


def test_nothing_to_count_has_no_value_and_no_gap() -> None:
    assert figure("> 60%", 0, 0, to_go=0).value is None
    assert figure("> 60%", 0, 0, to_go=0).gap == 0
    assert figure("> 60%", 0, 0, to_go=1).gap is None


def test_every_part_of_every_row_is_what_the_arrays_hold() -> None:
    audit = small_audit()
    rows = View(audit, None).units  # type: ignore[arg-type]
    seen = list(assessed(audit.plan, audit.columns, rows))
    assert [(one.unit, one.column) for one in seen] == [(unit, column) for unit in rows for column in range(7)]
    for one in seen:
        column = audit.columns[one.column]
        assert one.figure.status == column.measure.status[one.unit]
        assert (one.figure.numerator if one.figure.numerator is not None else NONE) == column.measure.numerator[one.unit]
        assert one.figure == Figures(audit.plan, column)[one.unit]
        assert len(one.parts) == (2 if column.target.id == "security" else 0)


def test_the_part_that_decides_gives_the_words_of_what_it_counts() -> None:
    audit = small_audit({"04": {**FIGURES["04"], "antivirus": 12}})
    security = next(column for column in audit.columns if column.target.id == "security")
    deciding = Figures(small_plan(), security)[3]
    assert deciding.field.id == "monitored"
    assert deciding.status is Status.GAP
