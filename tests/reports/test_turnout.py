"""Who did not report, and who reported late, stands where a reader looks for it."""

import io
import re
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from openpyxl import load_workbook

from builders import JUNE, facts, submissions
from sample_audit import FIGURES, SMALL_ROSTER, options, small_plan, small_view
from union_audit.audit import Scope, audit
from union_audit.intake.facts import Input, InputStatus, Layout, TableRead
from union_audit.plan.calendar import Calendar
from union_audit.plan.roster import Roster
from union_audit.reports import View, write
from union_audit.reports.letter.text import text
from union_audit.reports.redaction import redacted

MISSING = "Did not report: Liên đoàn Lao động huyện Lục Ngạn"
LATE = "Reported late: Liên đoàn Lao động thành phố Bắc Giang"


def view(code: str = "en", units: Roster = SMALL_ROSTER) -> View:
    """One unit is in time, one three days late, of two nobody knows when they submitted; the last did not."""
    of = small_plan(calendar=Calendar(due_working_days=5))
    days = (("02", date(2025, 7, 7)), ("03", date(2025, 7, 10)))
    tables = (TableRead("S", Layout.FORM, (0,), (), (), (unit,), JUNE, submitted_on=day) for unit, day in days)
    inputs = tuple(Input(f"{place}.xlsx", "a" * 64, InputStatus.READ, "xlsx", tables=(each,)) for place, each in enumerate(tables))
    given = submissions(facts(of, units, FIGURES), inputs=inputs)
    return View(audit(of, given, Scope(as_of=date(2025, 7, 11), expect="all")), options(code, width=200))


def written(name: str, of: View) -> str:
    stream = io.StringIO()
    write(name, of.audit, stream, of.options)
    return stream.getvalue()


def test_the_first_page_names_them() -> None:
    assert view().turnout() == (MISSING, LATE)
    for name in ("table", "html"):
        shown = written(name, view())
        assert MISSING in shown
        assert LATE in shown
    assert LATE in text(view(), 5)
    assert "Nộp báo cáo muộn: Liên đoàn Lao động thành phố Bắc Giang" in written("table", view("vi"))


def test_each_units_line_says_it() -> None:
    remarks = {row.unit.code: row.remark for row in view().ranking().rows}
    assert remarks == {"01": "", "02": "", "03": "late: 10 Jul 2025", "04": "", "05": "did not report"}
    assert "Liên đoàn Lao động thành phố Bắc Giang (late: 10 Jul 2025)" in written("table", view())
    assert written("html", view()).count("late: 10 Jul 2025") == 2


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_the_workbook_has_the_day_and_how_late_it_was() -> None:
    stream = io.BytesIO()
    write("xlsx", view().audit, stream, view().options)
    heading, *lines = load_workbook(stream)["Units"].iter_rows(values_only=True)
    found = {line[heading.index("Code")]: (line[heading.index("Submitted on")], line[heading.index("Days late")]) for line in lines}
    assert found["02"] == (datetime(2025, 7, 7), None)  # noqa: DTZ001 (a spreadsheet has no time zones)
    assert found["03"] == (datetime(2025, 7, 10), 3)  # noqa: DTZ001
    assert found["05"] == (None, None)


def test_without_a_day_by_which_nobody_is_late() -> None:
    assert small_view().turnout() == (MISSING,)
    assert {row.remark for row in small_view().ranking().rows} == {"", "did not report"}
    assert "Submitted on" not in written("html", small_view())


def test_many_late_units_are_counted() -> None:
    of = view()
    many = View(replace(of.audit, late=np.ones_like(of.audit.late)), of.options)
    assert len(many.headline.late) == len(SMALL_ROSTER.units) <= 8
    assert many.turnout(2)[1].endswith("… (2 of 5)")


def test_readers_outside_see_the_day_and_no_name() -> None:
    of = view(units=Roster.of(SMALL_ROSTER.units))  # codes are those of the submissions, which do not leave the house
    shown = View(*redacted(of.audit, replace(of.options, redact=True)))
    assert shown.turnout() == ("Reported late: U03",)
    assert [row.remark for row in shown.ranking().rows if row.unit.code == "U03"] == ["late: 10 Jul 2025"]
    for name in ("table", "html", "json"):
        assert "Liên đoàn Lao động" not in re.sub("Liên đoàn Lao động tỉnh", "", written(name, shown))
